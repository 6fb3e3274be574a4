"""What mends a finding at once, where one answer is obvious; where there are several, the officer decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias, cast

from renaksi_desktop.domain import budget_remedies, edits, kode, target_remedies
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.findings import Code, Finding
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.kode import Coded
from renaksi_desktop.domain.plan import Cantuman, Indikator, Kolom, Sasaran
from renaksi_desktop.domain.print_checks import suitable_anchors
from renaksi_desktop.domain.totals import Totals

Remedy: TypeAlias = Callable[[Finding, Index, Totals], Edit | None]


def remedy(finding: Finding, index: Index, totals: Totals) -> Edit | None:
    """Return the edit after which a finding is gone; its name says what is done, on a button and in the Undo menu.

    `index` and `totals` are those of the present plan. It is None where nothing is obvious, and where the finding
    is one of an earlier plan, whose node is gone.
    """
    make = REMEDIES.get(finding.code)
    return make(finding, index, totals) if make and finding.where.node in index.nodes else None


def _mend_kode(finding: Finding, index: Index, _: Totals) -> Edit | None:
    node = cast(Coded, index.nodes[finding.where.node])
    meant = kode.meant(type(node), node.kode)
    taken = {sibling.kode for sibling in index.siblings(node)}
    return _change_kode(node, meant) if meant and meant not in taken else None


def _other_kode(finding: Finding, index: Index, totals: Totals) -> Edit | None:
    """Number Indikator anew; a Sasaran, whose kode may skip, gets a free one. Those of the budget are given."""
    node = index.get(finding.where.node, Sasaran)
    if node is None:
        return _renumber(finding, index, totals)
    siblings = index.siblings(node)
    free = kode.following(siblings, Sasaran, siblings.index(node))
    return _change_kode(node, free) if kode.well_formed(Sasaran, free) else None


def _renumber(finding: Finding, index: Index, _: Totals) -> Edit | None:
    node = index.get(finding.where.node, Indikator)
    if node is None:
        return None
    siblings = index.siblings(node)
    fits = all(kode.well_formed(Indikator, new) for new in kode.consecutive(siblings))
    return edits.renumber(siblings) if fits else None


def _change_kode(node: Coded, new: str) -> Edit:
    return edits.compose(f"Ubah kode menjadi {new}", edits.change(node, kode=new))


def _print_nip(_: Finding, index: Index, __: Totals) -> Edit:
    cetak = index.plan.cetak
    kolom = tuple(each for each in Kolom if each is Kolom.NIP or each in cetak.kolom)
    return edits.compose("Cetak NIP", edits.change(cetak, kolom=kolom))


def _drop_draft(_: Finding, index: Index, __: Totals) -> Edit:
    cetak = index.plan.cetak
    cantuman = tuple(each for each in cetak.cantuman if each is not Cantuman.DRAF)
    return edits.compose("Hapus tanda air DRAF", edits.change(cetak, cantuman=cantuman))


def _change_anchors(_: Finding, index: Index, __: Totals) -> Edit | None:
    anchors = suitable_anchors(index.plan)
    if anchors is None:
        return None
    name = f"Pakai karakter jangkar {' dan '.join(anchors)}"
    return edits.compose(name, edits.change(index.plan.cetak, jangkar=anchors))


REMEDIES: Final[dict[Code, Remedy]] = {
    Code.KONTRIBUSI_BERLEBIH: budget_remedies.cut_share,
    Code.KONTRIBUSI_GANDA: budget_remedies.merge,
    Code.PEMBAGIAN_BERLEBIH: budget_remedies.cut_line,
    Code.PEMBAGIAN_BERSISA: budget_remedies.fill,
    Code.KODE_SALAH_BENTUK: _mend_kode,
    Code.KODE_GANDA: _other_kode,
    Code.NOMOR_MELOMPAT: _renumber,
    Code.NIP_TIDAK_DICETAK: _print_nip,
    Code.DRAF_DITANDATANGANI: _drop_draft,
    Code.JANGKAR_KURANG: _change_anchors,
    Code.JANGKAR_GANDA: _change_anchors,
    Code.JANGKAR_TIDAK_COCOK: _change_anchors,
    Code.B12_KOSONG: target_remedies.fill_b12,
    Code.B12_BUKAN_TAHUNAN: target_remedies.fill_b12,
    Code.BULAN_KOSONG: target_remedies.carry_on,
    Code.SARAN_JENIS: target_remedies.take_kind,
}
"""For each code that has one its remedy, which may still find that nothing is obvious."""
