"""A spreadsheet on its way into a plan: what it is, and what it would change there; nothing is changed yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple, Self

from renaksi_desktop.domain.comparison import Line, compare
from renaksi_desktop.domain.edits import Edit, compose
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.domain.resplitting import Offer, resplit
from renaksi_desktop.spreadsheets.budget import (
    BudgetRead,
    Mapping,
    guess,
    read_budget,
    revision_of,
    understood,
    year_remark,
)
from renaksi_desktop.spreadsheets.recognition import Source, recognised, taken_from
from renaksi_desktop.spreadsheets.sheet import Problem, Sheet, SheetRefused

STEP: Final = "Impor dari {}"
"""What the Undo menu calls an import of a file of this name."""


class Proposal(NamedTuple):
    """What a plan becomes, what that changes, what was not understood, and which lines can be shared out again."""

    plan: Plan
    changes: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()

    def taking(self, name: str, chosen: Sequence[Offer] = ()) -> Edit:
        """Return the one step that takes the file of this name over and shares the chosen lines out again."""
        take = Edit(STEP.format(name), lambda _: self.plan)
        return compose(take.name, take, resplit(chosen)) if chosen else take


@dataclass(frozen=True, slots=True)
class Incoming:
    """The sheets of a file, what they are, and how the sheet of a budget, or of something unknown, is read."""

    name: str
    sheets: tuple[Sheet, ...]
    source: Source | None
    mapping: Mapping | None = None

    @classmethod
    def of(cls, name: str, sheets: tuple[Sheet, ...]) -> Self:
        """Tell what the sheets are; what is neither a kertas kerja nor a form can only be a budget.

        Raises:
            SheetRefused: there is nothing in them.
        """
        source = recognised(sheets)
        if source is not None:
            return cls(name, sheets, source, understood(sheets)[0] if source is Source.ANGGARAN else None)
        if not any(sheet.rows for sheet in sheets):
            raise SheetRefused(f"Berkas “{name}” tidak berisi apa-apa.")
        fullest = max(sheets, key=lambda sheet: len(sheet.rows))
        return cls(name, sheets, None, guess(fullest))

    def corrected(self, mapping: Mapping) -> Self:
        """Return the same with the budget read in another way."""
        return replace(self, mapping=mapping)

    def budget(self, onto: Plan | None) -> BudgetRead | None:
        """Return the budget that is read, in the words of the plan it is for; None for what is none."""
        if self.mapping is None:
            return None
        sheet = next(sheet for sheet in self.sheets if sheet.name == self.mapping.sheet)
        return read_budget(sheet, self.mapping, (onto or Plan()).cetak.gaya)

    def proposal(self, onto: Plan | None, *, keep: bool = False) -> Proposal:
        """Return what a plan would become, or a new one where `onto` is None.

        With `keep` the lines stay that a budget does not hold.

        Raises:
            SheetRefused: the sheets hold more than a plan may.
        """
        before = onto or Plan()
        budget = self.budget(onto)
        if budget is not None:
            revision = revision_of(before, budget, keep=keep)
            changes = compare(before, revision.plan)
            remarks = (*budget.remarks, *year_remark(budget, before))
            return Proposal(revision.plan, changes, budget.problems, remarks, revision.offers)
        taken = taken_from(self.sheets, onto)
        return Proposal(taken.plan, compare(before, taken.plan), taken.problems, taken.remarks)
