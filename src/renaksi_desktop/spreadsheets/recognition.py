"""Which kind of spreadsheet a file is, told by what stands in it, and the plan that it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.spreadsheets.kertas_kerja.reader import is_kertas_kerja, read_kertas_kerja
from renaksi_desktop.spreadsheets.sheet import Sheet, SheetRefused
from renaksi_desktop.spreadsheets.taken import Taken


class Kind(NamedTuple):
    """A kind of spreadsheet that holds a plan: how it is known, and how it is read."""

    fits: Callable[[Sequence[Sheet]], bool]
    read: Callable[[Sequence[Sheet], Plan | None], Taken]


KINDS: Final = (Kind(is_kertas_kerja, read_kertas_kerja),)
"""In the order in which they are tried."""


def taken_from(sheets: Sequence[Sheet], onto: Plan | None = None) -> Taken:
    """Return the plan that the sheets of a file hold: `onto` as it was changed there, or a new one.

    Raises:
        SheetRefused: no kind of spreadsheet that holds a plan.
    """
    for kind in KINDS:
        if kind.fits(sheets):
            return kind.read(sheets, onto)
    raise SheetRefused("Isi lembar kerja ini tidak dikenali sebagai rencana.")
