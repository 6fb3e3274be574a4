"""What a spreadsheet was read as."""

from __future__ import annotations

from typing import NamedTuple

from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.spreadsheets.sheet import Problem


class Taken(NamedTuple):
    """What a spreadsheet holds as a plan, what of it was not understood, and what is to be known beside."""

    plan: Plan
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()
