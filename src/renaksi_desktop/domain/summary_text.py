"""What a summary says in words and figures, in the window and on paper alike."""

from __future__ import annotations

from typing import NamedTuple

from renaksi_desktop.domain.findings import Place, Severity
from renaksi_desktop.domain.plan import Dokumen, Gaya, Indikator, Plan
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.share_text import OF_PAGU, against_pagu, named_remainder, percent, percent_within
from renaksi_desktop.domain.summary import Filled, FindingGroup, PlanSummary
from renaksi_desktop.domain.wording import kind_of_finding, sentence

NOTHING = "–"
"""Stands for a share of what is not there yet."""


class Figure(NamedTuple):
    """A figure under its name, with a note that says how it stands, and the place to go to for changing it."""

    name: str
    value: str
    note: str
    place: Place | None


def figures(summary: PlanSummary, gaya: Gaya) -> tuple[Figure, ...]:
    """Return the five key figures of a plan."""
    count = sum(isinstance(share.node, Indikator) for share in summary.shares)
    return (
        Figure("Total", format_rupiah(summary.total, gaya), f"{count} Indikator", None),
        _pagu(summary, gaya),
        _shared(summary, gaya),
        _filled(summary.filled, gaya),
        _found(summary),
    )


def of_total(amount: int, summary: PlanSummary, gaya: Gaya) -> str:
    """Return an Anggaran in percent of the Total: "12,5 %"."""
    return f"{percent(amount, summary.total, gaya)} %" if summary.total > 0 else NOTHING


def month(filled: Filled) -> str:
    """Return how far a month is filled: "14 dari 16 Indikator terisi"."""
    return f"{filled.filled} dari {filled.due} Indikator terisi" if filled.due else "tanpa target"


def group(found: FindingGroup, plan: Plan) -> str:
    """Return what findings of one kind have in common; a single one is told with its own values."""
    if len(found.findings) > 1:
        return kind_of_finding(found.code)
    return sentence(found.findings[0], plan).removesuffix(".")


def _pagu(summary: PlanSummary, gaya: Gaya) -> Figure:
    place, note = Place(Dokumen.id, "pagu"), against_pagu(summary.total, summary.pagu, gaya)
    if summary.pagu is None:
        return Figure("Pagu", NOTHING, note, place)
    of_this = f"Total {note.removesuffix(OF_PAGU)}"  # the name of the figure says of what
    return Figure("Pagu", format_rupiah(summary.pagu, gaya), of_this, place)


def _shared(summary: PlanSummary, gaya: Gaya) -> Figure:
    sums = summary.budget
    if not sums.anggaran and not sums.lebih:
        return Figure("Terbagi", NOTHING, "belum ada Anggaran", None)
    value = f"{percent_within(sums, gaya)} %" if sums.anggaran else NOTHING
    return Figure("Terbagi", value, named_remainder(sums, gaya), summary.unshared)


def _filled(filled: Filled, gaya: Gaya) -> Figure:
    if not filled.due:
        return Figure("Target terisi", NOTHING, "belum ada Indikator", None)
    blank = filled.due - filled.filled
    note = f"{blank} masih kosong" if blank else "lengkap"
    return Figure("Target terisi", f"{percent(filled.filled, filled.due, gaya)} %", note, filled.missing)


def _found(summary: PlanSummary) -> Figure:
    counts = [f"{summary.count(severity)} {severity}" for severity in Severity]
    first = next((group.findings[0].where for group in summary.groups), None)
    return Figure("Temuan", counts[0], ", ".join(counts[1:]), first)
