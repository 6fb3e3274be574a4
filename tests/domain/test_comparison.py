"""What a colleague changed in a plan, told so that an officer sees it at a glance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from tests.strategies import plans

from renaksi_desktop.domain import edits as edit
from renaksi_desktop.domain.comparison import Change, compare, summary
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.findings import Code
from renaksi_desktop.domain.plan import (
    RO,
    Cantuman,
    Gaya,
    Indikator,
    JenisTarget,
    Komponen,
    Kontribusi,
    Penandatangan,
    Pengecualian,
    Plan,
    Sasaran,
    SubKomponen,
)

SAMPEL, ALAT = SubKomponen("sampel", "A", "Sampel", 500), SubKomponen("alat", "B", "Alat", 1_500_000)
PENGUJIAN = Komponen("pengujian", "055", "Pengujian", (SAMPEL, ALAT))
BUDGET = RO("ro", "DR.3165.QIA.002", "Sampel yang diperiksa", (PENGUJIAN,))
FIRST = Indikator("i1", "01", "Persentase sampel", kontribusi=(Kontribusi("k", "sampel", 500),))
SECOND = Indikator("i2", "02", "Jumlah laporan", target=(Decimal("81.5"), *[None] * 11))
MUTU, SAPI = Sasaran("s1", "01", "Mutu", (FIRST, SECOND)), Sasaran("s2", "02", "Sapi")
PLAN = Plan(anggaran=(BUDGET,), sasaran=(MUTU, SAPI), penandatangan=(Penandatangan("p", "Kepala", "AMIR"),))


def lines(*edits: Edit, plan: Plan = PLAN) -> list[str]:
    return list(map(str, compare(plan, edit.compose("", *edits).apply(plan))))


def test_nothing_is_told_where_nothing_changed() -> None:
    assert compare(PLAN, replace(PLAN)) == ()
    assert summary(()) == "0 ditambah, 0 dihapus, 0 diubah"


def test_values_are_told_before_and_after() -> None:
    assert lines(
        edit.change(PLAN.dokumen, pagu=7_829_237_000, tanggal=date(2025, 8, 29)),
        edit.change(SECOND, jenis_target=JenisTarget.AKHIR_TAHUN),
        edit.set_targets(SECOND, {1: Decimal("82.5"), 12: "Baik"}),
        edit.change(ALAT, anggaran=2_000_000),
        edit.change(FIRST.kontribusi[0], subkomponen="alat", jumlah=400),
        edit.change(PLAN.cetak, cantuman=(Cantuman.LANJUTAN, Cantuman.DRAF)),
    ) == [
        "diubah: Dokumen, Pagu: (kosong) menjadi 7,829,237,000",
        "diubah: Dokumen, tanggal: (kosong) menjadi 29 August 2025",
        "diubah: Pengaturan Cetak, yang dicantumkan: tulisan “(lanjutan)”, nomor halaman, nomor revisi menjadi"
        " tulisan “(lanjutan)”, tanda air DRAF",
        "diubah: RO DR.3165.QIA.002 > Komponen 055 > Sub Komponen B, Anggaran: 1,500,000 menjadi 2,000,000",
        "diubah: Sasaran 01 > Indikator 01 > Kontribusi DR.3165.QIA.002/055/B, Sub Komponen:"
        " DR.3165.QIA.002/055/A menjadi DR.3165.QIA.002/055/B",
        "diubah: Sasaran 01 > Indikator 01 > Kontribusi DR.3165.QIA.002/055/B, Kontribusi: 500 menjadi 400",
        "diubah: Sasaran 01 > Indikator 02, jenis target: (kosong) menjadi akhir tahun",
        "diubah: Sasaran 01 > Indikator 02, B01: 81.5 menjadi 82.5",
        "diubah: Sasaran 01 > Indikator 02, B12: (kosong) menjadi Baik",
    ]


def test_numbers_follow_the_style_of_the_new_plan() -> None:
    written = replace(PLAN, cetak=replace(PLAN.cetak, gaya=Gaya.INDONESIA))
    assert lines(edit.set_targets(SECOND, {1: Decimal(82)}), edit.change(ALAT, anggaran=0), plan=written) == [
        "diubah: RO DR.3165.QIA.002 > Komponen 055 > Sub Komponen B, Anggaran: 1.500.000 menjadi 0",
        "diubah: Sasaran 01 > Indikator 02, B01: 81,5 menjadi 82",
    ]


def test_what_is_added_is_one_line_with_all_that_comes_with_it() -> None:
    shares = (Kontribusi("k2", "alat", 5), Kontribusi("k3", "sampel", 0))
    new = Sasaran("s3", "03", "Tata kelola", (Indikator("i3", "01", "Nilai", kontribusi=shares),))
    assert lines(
        edit.add(new, PLAN),
        edit.add(SubKomponen("c", "C", "", 7), PENGUJIAN),
        edit.add(Penandatangan("q", "Sekretaris", "BUDI"), PLAN),
        edit.add(Pengecualian("x", Code.TANPA_ANGGARAN, "i2", alasan="Memang begitu."), PLAN),
        edit.add(Kontribusi("k4", "alat", 1_000), SECOND),
    ) == [
        "ditambah: Penandatangan ke-2: BUDI, Sekretaris",
        "ditambah: RO DR.3165.QIA.002 > Komponen 055 > Sub Komponen C: 7",
        "ditambah: Sasaran 01 > Indikator 02 > Kontribusi DR.3165.QIA.002/055/B: 1,000",
        "ditambah: Sasaran 03: Tata kelola, beserta 1 Indikator dan 2 Kontribusi",
        "ditambah: Pengecualian ke-1: Memang begitu.",
    ]


def test_what_is_removed_is_told_with_what_it_took_along() -> None:
    assert lines(edit.remove(PENGUJIAN), edit.remove(SAPI)) == [
        "dihapus: RO DR.3165.QIA.002 > Komponen 055: Pengujian, beserta 2 Sub Komponen",
        "dihapus: Sasaran 01 > Indikator 01 > Kontribusi DR.3165.QIA.002/055/A: 500",
        "dihapus: Sasaran 02: Sapi",
    ]


def test_what_was_moved_is_neither_added_nor_removed() -> None:
    assert lines(edit.rearrange([SECOND], SAPI)) == [
        "dipindahkan: Sasaran 02 > Indikator 02: Sasaran 01 menjadi Sasaran 02"
    ]
    assert lines(edit.shift(SECOND, -1), edit.shift(SAPI, -1)) == [
        "dipindahkan: Rencana, urutan Sasaran",
        "dipindahkan: Sasaran 01, urutan Indikator",
    ]


def test_a_line_leads_to_what_it_is_about() -> None:
    (line,) = compare(PLAN, edit.change(ALAT, nama="Peralatan").apply(PLAN))
    assert line == (
        Change.CHANGED,
        "alat",
        "RO DR.3165.QIA.002 > Komponen 055 > Sub Komponen B, nama",
        "Alat",
        "Peralatan",
    )


def test_changes_are_counted_by_what_they_are() -> None:
    changed = edit.compose("", edit.remove(SAPI), edit.change(MUTU, uraian=""), edit.shift(SECOND, -1))
    assert summary(compare(PLAN, changed.apply(PLAN))) == "0 ditambah, 1 dihapus, 1 diubah, 1 dipindahkan"


@pytest.mark.parametrize("blank", [Plan(), replace(PLAN, sasaran=(Sasaran("s1"),))])
def test_all_that_a_plan_holds_can_come_and_go(blank: Plan) -> None:
    assert compare(blank, PLAN)
    assert compare(PLAN, blank)


@given(plans(), plans())
def test_a_comparison_tells_nothing_only_of_equal_plans(old: Plan, new: Plan) -> None:
    found = compare(old, new)
    assert bool(found) == (old != new)
    assert all(line.place for line in found)
    assert {line.change for line in compare(new, old)} <= set(Change)
