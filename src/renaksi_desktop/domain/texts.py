"""The texts of a plan that its form shows."""

from __future__ import annotations

from collections.abc import Iterator

from renaksi_desktop.domain.plan import Cantuman, Indikator, Kolom, Penandatangan, Periode, Plan
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.domain.triwulan import quarters


def named(kode: str, nama: str) -> str:
    """Return "kode - nama" as each level is printed; what is still blank leaves no dash."""
    return " - ".join(filter(None, (kode, nama)))


def printed(plan: Plan) -> Iterator[str]:
    """Yield what the officer wrote and the form shows; numbers, dates, choices and anchors are not texts."""
    dokumen, cetak = plan.dokumen, plan.cetak
    yield from (dokumen.judul, dokumen.unit_kerja, dokumen.instansi, dokumen.catatan, dokumen.tempat)
    if Cantuman.TTE in cetak.cantuman:
        yield cetak.kalimat_tte
    for penandatangan in plan.penandatangan:
        yield from _of_penandatangan(penandatangan, plan)
    for sasaran in plan.sasaran:
        yield from (sasaran.kode, sasaran.uraian)
        for indikator in sasaran.indikator:
            yield from _of_indikator(indikator, plan)
    yield from _of_budget(plan)


def _of_penandatangan(node: Penandatangan, plan: Plan) -> Iterator[str]:
    yield from (node.peran, node.awalan, node.jabatan, node.nama, node.pangkat)
    if Kolom.NIP in plan.cetak.kolom:
        yield node.nip


def _of_indikator(node: Indikator, plan: Plan) -> Iterator[str]:
    cetak = plan.cetak
    yield from (node.kode, node.uraian)
    if Kolom.SATUAN in cetak.kolom:
        yield node.satuan
    targets = () if cetak.periode is Periode.TRIWULAN else node.target
    if cetak.periode is not Periode.BULANAN:
        targets += quarters(node)
    if Kolom.TARGET_TAHUNAN in cetak.kolom:
        targets += (node.target_tahunan,)
    yield from (target for target in targets if isinstance(target, str))


def _of_budget(plan: Plan) -> Iterator[str]:
    """Yield the names of the budget lines that some Kontribusi takes from."""
    totals = Totals(plan)
    for line in (line for key, line in totals.lines.items() if key in totals.shares):
        for node in line:
            yield from (node.kode, node.nama)
