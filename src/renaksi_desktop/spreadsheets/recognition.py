"""Which kind of spreadsheet a file is, told by what stands in it, and the plan that it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.spreadsheets.budget import budget_taken, is_budget
from renaksi_desktop.spreadsheets.form.reader import is_form, read_form
from renaksi_desktop.spreadsheets.kertas_kerja.reader import is_kertas_kerja, read_kertas_kerja
from renaksi_desktop.spreadsheets.sheet import Sheet, SheetRefused
from renaksi_desktop.spreadsheets.taken import Taken


class Source(StrEnum):
    """What a spreadsheet can be, by what an officer calls it."""

    KERTAS_KERJA = "kertas kerja"
    FORMULIR = "formulir Rencana Aksi"
    ANGGARAN = "anggaran"


class Kind(NamedTuple):
    """How a kind of spreadsheet is known, and how it is read."""

    fits: Callable[[Sequence[Sheet]], bool]
    read: Callable[[Sequence[Sheet], Plan | None], Taken]


KINDS: Final = {
    Source.KERTAS_KERJA: Kind(is_kertas_kerja, read_kertas_kerja),
    Source.FORMULIR: Kind(is_form, read_form),
    Source.ANGGARAN: Kind(is_budget, budget_taken),
}
"""In the order in which they are tried."""


def recognised(sheets: Sequence[Sheet]) -> Source | None:
    """Return what the sheets of a file are; None for nothing that can be read by itself."""
    return next((source for source, kind in KINDS.items() if kind.fits(sheets)), None)


def taken_from(sheets: Sequence[Sheet], onto: Plan | None = None) -> Taken:
    """Return the plan that the sheets of a file hold: `onto` as it was changed there, or a new one.

    Raises:
        SheetRefused: no kind of spreadsheet that holds a plan or a budget.
    """
    source = recognised(sheets)
    if source is None:
        raise SheetRefused("Isi lembar kerja ini tidak dikenali sebagai rencana atau anggaran.")
    return KINDS[source].read(sheets, onto)
