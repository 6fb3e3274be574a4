"""What a summary says in words and figures, in the window and on paper alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from renaksi_desktop.domain.findings import Place, Severity
from renaksi_desktop.domain.plan import Dokumen, Gaya, Indikator, Plan, Sasaran
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.share_text import (
    OF_PAGU,
    against_pagu,
    named_remainder,
    percent,
    percent_within,
    remainder,
    shared_out,
)
from renaksi_desktop.domain.summary import Filled, FindingGroup, PlanSummary
from renaksi_desktop.domain.texts import named
from renaksi_desktop.domain.totals import Sums
from renaksi_desktop.domain.wording import kind_of_finding, sentence

NOTHING = "–"
"""Stands for a share of what is not there yet."""


class Figure(NamedTuple):
    """A figure under its name, with a note that says how it stands, and the place to go to for changing it."""

    name: str
    value: str
    note: str
    place: Place | None


class Line(NamedTuple):
    """A line of a table: a text for each column, where it leads, and in words what its bar shows.

    The bar stands in the second column. A line that `heads` stands above what it sums up.
    """

    texts: tuple[str, ...]
    place: Place
    words: str
    bar: Sums | None = None
    heads: bool = False


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


def shares(summary: PlanSummary, gaya: Gaya) -> Iterator[Line]:
    """Yield each Sasaran and Indikator, its Anggaran, and its part of the Total; the largest has a full bar."""
    largest = max((share.anggaran for share in summary.shares), default=0)
    for node, amount in summary.shares:
        cost = format_rupiah(amount, gaya)
        part = f"{percent(amount, summary.total, gaya)} %" if summary.total > 0 else NOTHING
        texts = (named(node.kode, node.uraian), "", cost, part)
        words, bar = f"Anggaran {cost}, {part} dari Total", Sums.of(largest, max(0, amount))
        yield Line(texts, Place(node.id), words, bar, heads=isinstance(node, Sasaran))


def spreads(summary: PlanSummary, gaya: Gaya) -> Iterator[Line]:
    """Yield each RO, its Anggaran, what of it is shared out, and what is left."""
    for ro, sums in summary.spreads:
        amounts = (format_rupiah(sums.anggaran, gaya), format_rupiah(sums.terbagi, gaya), remainder(sums, gaya))
        yield Line((named(ro.kode, ro.nama), "", *amounts), Place(ro.id), shared_out(sums, gaya), sums)


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
