"""What mends a finding about money at once."""

from __future__ import annotations

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.fields import MAX_RUPIAH
from renaksi_desktop.domain.findings import Finding
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.kontribusi_edits import set_kontribusi, taken
from renaksi_desktop.domain.plan import Id, Indikator, Kontribusi
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.totals import Totals


def fill(finding: Finding, index: Index, totals: Totals) -> Edit | None:
    """Give what remains of a line to the one Kontribusi that takes from it."""
    line, shares = finding.where.node, _shares(finding.where.node, index)
    if len(shares) != 1:
        return None
    (share,), remainder = shares, totals.remainder(line)
    step = edits.change(share, jumlah=share.jumlah + remainder)
    return edits.compose(f"Tambahkan sisa {_rupiah(remainder, index)} ke Kontribusi", step)


def cut_share(finding: Finding, index: Index, totals: Totals) -> Edit | None:
    """Leave a Kontribusi what the others leave of its line."""
    share = index.get(finding.where.node, Kontribusi)
    return _cut(share.subkomponen, index, totals) if share else None


def cut_line(finding: Finding, index: Index, totals: Totals) -> Edit | None:
    """Do so with the one Kontribusi of a line that takes more than the whole line."""
    return _cut(finding.where.node, index, totals)


def _cut(line: Id, index: Index, totals: Totals) -> Edit | None:
    whole = totals.lines[line].subkomponen.anggaran
    over = [share for share in _shares(line, index) if share.jumlah > whole]
    if len(over) != 1:
        return None
    left = over[0].jumlah + totals.remainder(line)
    if not 0 <= left <= whole:
        return None
    return edits.compose(f"Kurangi Kontribusi menjadi {_rupiah(left, index)}", edits.change(over[0], jumlah=left))


def merge(finding: Finding, index: Index, totals: Totals) -> Edit | None:
    """Make one Kontribusi of all that an Indikator has of the same line, unless that would be none or too much."""
    share, indikator = index.get(finding.where.node, Kontribusi), index.above(finding.where.node, Indikator)
    if share is None or indikator is None:
        return None
    whole = taken(indikator, share.subkomponen)
    if not 0 < abs(whole) <= MAX_RUPIAH:
        return None
    line = totals.lines[share.subkomponen].subkomponen
    return edits.compose("Gabungkan Kontribusi yang sama", set_kontribusi(line, {indikator.id: whole}))


def _shares(line: Id, index: Index) -> list[Kontribusi]:
    nodes = index.nodes.values()
    return [node for node in nodes if isinstance(node, Kontribusi) and node.subkomponen == line]


def _rupiah(rupiah: int, index: Index) -> str:
    return format_rupiah(rupiah, index.plan.cetak.gaya)
