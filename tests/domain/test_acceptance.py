"""An officer accepts what the checks warn of, says why, and is asked again when the figures change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import plans

from renaksi_desktop.domain import edits as edit
from renaksi_desktop.domain.acceptance import accept, acceptable, accepted, withdraw
from renaksi_desktop.domain.checks import check
from renaksi_desktop.domain.errors import EditRefused
from renaksi_desktop.domain.findings import Code, Finding
from renaksi_desktop.domain.plan import (
    RO,
    Dokumen,
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
from renaksi_desktop.reports.form import render

WHY = "Sisa dicadangkan untuk revisi DIPA."
LINE = SubKomponen("line", "A", "Pengadaan", 100)
TARGET = (*[None] * 10, Decimal("82.5"), Decimal(80))
KONTRIBUSI = Kontribusi("k", "line", 60)
INDIKATOR = Indikator(
    "i", "01", "Jumlah desa", TARGET, jenis_target=JenisTarget.KUMULATIF, kontribusi=(KONTRIBUSI,)
)
PLAN = Plan(
    Dokumen(unit_kerja="BALAI", instansi="BADAN", tempat="Jember", tanggal=date(2025, 8, 29)),
    penandatangan=(Penandatangan("p", "Kepala", "NAMA"),),
    anggaran=(RO("ro", "DR.3165.QIA.001", "Sampel", (Komponen("ko", "055", "Uji", (LINE,)),)),),
    sasaran=(Sasaran("s", "01", "Meningkat", (INDIKATOR,)),),
)


def the(code: Code, plan: Plan) -> Finding:
    (finding,) = (finding for finding in check(plan) if finding.code is code)
    return finding


def reasons(plan: Plan) -> list[tuple[Code, str]]:
    """Return what is accepted in a plan, and why."""
    return [(finding.code, exception.alasan) for finding, exception in accepted(check(plan), plan).items()]


def test_a_warning_is_accepted_with_its_reason_and_taken_back() -> None:
    step = accept(the(Code.PEMBAGIAN_BERSISA, PLAN), f"  {WHY}\n")
    plan = step.apply(PLAN)
    assert step.name == "Terima peringatan"
    assert reasons(plan) == [(Code.PEMBAGIAN_BERSISA, WHY)]
    assert check(plan) == check(PLAN), "the checks go on telling all"
    back = withdraw(plan.pengecualian[0])
    assert back.name == "Cabut penerimaan temuan"
    assert back.apply(plan) == PLAN


def test_the_same_acceptance_brought_several_times_is_taken_back_at_once() -> None:
    once = accept(the(Code.PEMBAGIAN_BERSISA, PLAN), WHY).apply(PLAN)
    (exception,) = once.pengecualian
    other = Pengecualian("lain", Code.KODE_GANDA, "s", "kode", None, (), WHY)
    plan = replace(once, pengecualian=(replace(exception, id="a"), other, exception, replace(exception, id="b")))
    shown = accepted(check(plan), plan)[the(Code.PEMBAGIAN_BERSISA, plan)]
    assert withdraw(shown).apply(plan).pengecualian == (other,)
    with pytest.raises(EditRefused):
        withdraw(exception).apply(PLAN)


def test_only_the_finding_at_that_place_is_accepted() -> None:
    other = edit.change(INDIKATOR, satuan="%").apply(PLAN)
    plan = accept(the(Code.TARGET_TURUN, other), WHY).apply(other)
    assert {finding.code for finding in check(plan)} == {Code.TARGET_TURUN, Code.PEMBAGIAN_BERSISA}
    assert reasons(plan) == [(Code.TARGET_TURUN, WHY)]


def test_a_changed_figure_asks_again_and_the_old_figure_is_still_accepted() -> None:
    plan = accept(the(Code.TARGET_TURUN, PLAN), WHY).apply(PLAN)
    changed = edit.set_targets(INDIKATOR, {12: Decimal(79)}).apply(plan)
    assert reasons(changed) == []
    assert reasons(edit.set_targets(INDIKATOR, {12: Decimal(80)}).apply(changed)) == [(Code.TARGET_TURUN, WHY)]


def test_another_style_of_numbers_asks_nothing_again() -> None:
    plan = accept(the(Code.TARGET_TURUN, PLAN), WHY).apply(PLAN)
    (exception,) = plan.pengecualian
    assert exception.data == ("B11", "82.5", "80", "kumulatif")
    assert reasons(edit.change(plan.cetak, gaya=Gaya.INDONESIA).apply(plan)) == [(Code.TARGET_TURUN, WHY)]


def test_an_error_cannot_be_accepted_whatever_a_file_says() -> None:
    plan = edit.set_targets(INDIKATOR, {12: None}).apply(PLAN)
    error = the(Code.B12_KOSONG, plan)
    assert not acceptable(error)
    with pytest.raises(EditRefused, match="Galat tidak dapat diterima"):
        accept(error, WHY).apply(plan)
    forged = replace(plan, pengecualian=(Pengecualian("c", Code.B12_KOSONG, "i", "target", 12, (), WHY),))
    assert reasons(forged) == []


def test_the_reason_of_an_acceptance_is_changed_where_it_is_kept() -> None:
    finding = the(Code.PEMBAGIAN_BERSISA, PLAN)
    plan = accept(finding, WHY).apply(PLAN)
    step = accept(finding, " Disepakati. ", plan.pengecualian[0])
    assert step.name == "Ubah alasan penerimaan temuan"
    assert step.apply(plan).pengecualian == (replace(plan.pengecualian[0], alasan="Disepakati."),)


@pytest.mark.parametrize("alasan", ["", "  ", "\n", "\x07"])
def test_an_acceptance_needs_a_reason_and_so_does_another_reason(alasan: str) -> None:
    finding = the(Code.PEMBAGIAN_BERSISA, PLAN)
    plan = accept(finding, WHY).apply(PLAN)
    for step in (accept(finding, alasan), accept(finding, alasan, plan.pengecualian[0])):
        with pytest.raises(EditRefused, match="Tulis alasannya"):
            step.apply(plan)


def test_an_acceptance_goes_with_what_it_is_about_and_with_what_goes_along() -> None:
    about_kontribusi = Pengecualian("c", Code.TANPA_ANGGARAN, "k", alasan=WHY)
    plan = accept(the(Code.PEMBAGIAN_BERSISA, PLAN), WHY).apply(replace(PLAN, pengecualian=(about_kontribusi,)))
    assert edit.remove(LINE).apply(plan).pengecualian == ()
    assert [kept.simpul for kept in edit.remove(INDIKATOR).apply(plan).pengecualian] == ["line"]


def test_a_copy_of_an_indikator_is_asked_about_anew() -> None:
    plan = accept(the(Code.TARGET_TURUN, PLAN), WHY).apply(PLAN)
    copied = edit.duplicate(INDIKATOR).apply(plan)
    assert copied.pengecualian == plan.pengecualian
    assert sum(finding.code is Code.TARGET_TURUN for finding in check(copied)) == 2
    assert reasons(copied) == [(Code.TARGET_TURUN, WHY)]


def test_a_reason_prints_nowhere() -> None:
    plan = accept(the(Code.PEMBAGIAN_BERSISA, PLAN), WHY).apply(PLAN)
    assert render(plan).pdf == render(PLAN).pdf


@given(plans(), st.data())
def test_whatever_is_no_error_can_be_accepted(plan: Plan, data: st.DataObject) -> None:
    plan = replace(plan, pengecualian=())
    findings = [finding for finding in check(plan) if acceptable(finding)]
    if findings:
        chosen = data.draw(st.sampled_from(findings))
        after = accept(chosen, WHY).apply(plan)
        assert set(accepted(check(after), after)) == {chosen}


@pytest.mark.parametrize(
    ("reason", "refusal"),
    [("x" * 10_001, "Alasan paling panjang 10000 karakter"), ("\u202e\u202d", "Tulis alasannya dahulu")],
)
def test_a_reason_that_no_file_could_hold_or_nobody_could_read_is_refused(reason: str, refusal: str) -> None:
    finding = next(found for found in check(PLAN) if acceptable(found))
    with pytest.raises(EditRefused, match=refusal):
        accept(finding, reason).apply(PLAN)
