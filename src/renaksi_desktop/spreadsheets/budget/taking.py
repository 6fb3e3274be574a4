"""The best sheet of a file of budget, taken into a new plan or onto one that is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from renaksi_desktop.domain.budget_revision import Revision, revise
from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.domain.plan import Dokumen, Gaya, Plan
from renaksi_desktop.domain.resplitting import Offer
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.spreadsheets.budget.reading import BudgetRead, read_budget
from renaksi_desktop.spreadsheets.budget.understanding import understood
from renaksi_desktop.spreadsheets.sheet import Sheet, SheetRefused
from renaksi_desktop.spreadsheets.taken import Taken

NO_BUDGET: Final = "Berkas ini tidak berisi anggaran yang dikenali: RKK/POK, FA Detail, atau ekspor SAS."


def is_budget(sheets: Sequence[Sheet]) -> bool:
    """Say whether some sheet holds a budget as the budget system exports it."""
    return bool(understood(sheets))


def budget_taken(sheets: Sequence[Sheet], onto: Plan | None = None) -> Taken:
    """Return the plan with the budget of these sheets, a new one where there is none to take it onto.

    Lines that the sheets do not hold go with their Kontribusi; which Kontribusi no longer fit is a remark.

    Raises:
        SheetRefused: no sheet holds a budget.
    """
    mappings = understood(sheets)
    if not mappings:
        raise SheetRefused(NO_BUDGET)
    first, *others = mappings
    plan = onto or Plan()
    gaya = plan.cetak.gaya
    read = read_budget(next(sheet for sheet in sheets if sheet.name == first.sheet), first, gaya)
    revision = revision_of(plan, read)
    remarks = [f"Dibaca sebagai {first.kind} dari lembar “{first.sheet}”.", *read.remarks]
    if others:
        remarks.append(
            f"Lembar lain yang juga berisi anggaran tidak dibaca: {', '.join(one.sheet for one in others)}."
        )
    remarks += [*year_remark(read, plan), *(_unfit(offer, gaya) for offer in revision.offers)]
    return Taken(revision.plan, read.problems, tuple(remarks))


def _unfit(offer: Offer, gaya: Gaya) -> str:
    before, after, shared = (format_rupiah(each, gaya) for each in (offer.before, offer.after, offer.shared))
    return (
        f"{offer.line.kode}: Anggaran berubah dari {before} menjadi {after};"
        f" Kontribusi masih {shared} dan perlu dibagi ulang."
    )


def revision_of(plan: Plan, read: BudgetRead, *, keep: bool = False) -> Revision:
    """Return what taking a budget onto a plan does to it, with what the budget says of the document."""
    return revise(plan, read.ro, dokumen=_particulars(read, plan, keep=keep), keep=keep, names_cut=read.names_cut)


def _particulars(read: BudgetRead, plan: Plan, *, keep: bool) -> dict[str, Any]:
    """Return the fields of the dokumen that a budget fills: the Pagu, and in a plan without one whose it is.

    The budget of a part of the unit, which leaves other lines as they are, says nothing of the whole Pagu.
    """
    own, found = read.identity, plan.dokumen
    said: dict[str, Any] = {
        "pagu": None if keep and plan.anggaran else read.pagu,
        "unit_kerja": "" if found.unit_kerja else own.unit_kerja,
        "instansi": "" if found.instansi else own.instansi,
        "tahun": own.tahun if plan == Plan() else None,
    }
    return {name: value for name, value in said.items() if value and _fits(name, value)}


def _fits(name: str, value: object) -> bool:
    try:
        FIELDS[Dokumen][name].kind.read(value)
    except ValueError:
        return False
    return True


def year_remark(read: BudgetRead, plan: Plan) -> list[str]:
    """Return a remark where a budget is of another year than the plan, else nothing."""
    year = read.identity.tahun
    if year in (None, plan.dokumen.tahun) or plan.dokumen == Dokumen():
        return []
    return [f"Berkas ini anggaran tahun {year}, sedangkan rencana ini untuk tahun {plan.dokumen.tahun}."]
