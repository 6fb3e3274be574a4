"""One click mends what has one obvious answer, and leaves to the officer what has several."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from tests.domain.test_checks import BUDGET, FIRST, HEAD, KOMPONEN, LINE, RIGHT, SASARAN, SECOND, X, Y, months
from tests.strategies import plans

from renaksi_desktop.domain import edits as edit
from renaksi_desktop.domain.checks import check
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.findings import Code, Finding
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import (
    Cantuman,
    Cetak,
    Gaya,
    JenisTarget,
    Kolom,
    Kontribusi,
    Plan,
    SubKomponen,
)
from renaksi_desktop.domain.remedies import REMEDIES, remedy
from renaksi_desktop.domain.totals import Totals

K = JenisTarget


def remedy_of(finding: Finding, plan: Plan) -> Edit | None:
    return remedy(finding, Index.of(plan), Totals(plan))


def mend(code: Code, plan: Plan) -> tuple[str, Plan] | None:
    """Return what the remedy of the one finding of this kind is called, and the plan after it."""
    (finding,) = (f for f in check(plan) if f.code is code)
    step = remedy_of(finding, plan)
    return (step.name, step.apply(plan)) if step else None


def after(*steps: Edit, of: Plan = RIGHT) -> Plan:
    return edit.compose("", *steps).apply(of)


def first(**fields: Any) -> Plan:
    return after(edit.change(FIRST, **fields))


TTE = replace(RIGHT, cetak=Cetak(cantuman=(Cantuman.DRAF, Cantuman.TTE)))
TWO_SIGN = replace(TTE, penandatangan=(HEAD, replace(HEAD, id="q")))
TWIN = replace(SASARAN, id="s2", indikator=())
TWICE = Kontribusi("twice", "line", 35)
BEFORE = "Isi bulan kosong dengan nilai bulan sebelumnya"
ANNUAL = {"target_tahunan": Decimal("82.5"), "jenis_target": None}

CASES = [
    (Code.PEMBAGIAN_BERSISA, after(edit.change(LINE, anggaran=200), edit.remove(Y)),
     "Tambahkan sisa 140 ke Kontribusi", edit.change(X, jumlah=200)),
    (Code.PEMBAGIAN_BERLEBIH, after(edit.change(X, jumlah=161)),
     "Kurangi Kontribusi menjadi 60", edit.change(X, jumlah=60)),
    (Code.KONTRIBUSI_BERLEBIH, after(edit.change(X, jumlah=161)),
     "Kurangi Kontribusi menjadi 60", edit.change(X, jumlah=60)),
    (Code.KONTRIBUSI_GANDA, after(edit.change(X, jumlah=25), edit.add(TWICE, FIRST)),
     "Gabungkan Kontribusi yang sama", edit.compose("", edit.change(X, jumlah=60), edit.remove(TWICE))),
    (Code.KODE_SALAH_BENTUK, first(kode="1"), "Ubah kode menjadi 01", edit.change(FIRST, kode="01")),
    (Code.KODE_SALAH_BENTUK, after(edit.change(LINE, kode=" a")),
     "Ubah kode menjadi A", edit.change(LINE, kode="A")),
    (Code.KODE_SALAH_BENTUK, after(edit.change(KOMPONEN, kode="55")),
     "Ubah kode menjadi 055", edit.change(KOMPONEN, kode="055")),
    (Code.KODE_SALAH_BENTUK, after(edit.change(BUDGET, kode="dr.3165.qia.001")),
     "Ubah kode menjadi DR.3165.QIA.001", edit.change(BUDGET, kode="DR.3165.QIA.001")),
    (Code.KODE_GANDA, after(edit.change(SECOND, kode="01")),
     "Nomori ulang Indikator", edit.change(SECOND, kode="02")),
    (Code.KODE_GANDA, after(edit.add(TWIN, RIGHT)), "Ubah kode menjadi 02", edit.change(TWIN, kode="02")),
    (Code.NOMOR_MELOMPAT, after(edit.change(SECOND, kode="07")),
     "Nomori ulang Indikator", edit.change(SECOND, kode="02")),
    (Code.NIP_TIDAK_DICETAK, after(edit.change(HEAD, nip="1975")),
     "Cetak NIP", edit.change(RIGHT.cetak, kolom=(Kolom.NIP,))),
    (Code.DRAF_DITANDATANGANI, TTE, "Hapus tanda air DRAF", edit.change(TTE.cetak, cantuman=(Cantuman.TTE,))),
    (Code.JANGKAR_KURANG, after(edit.change(TTE.cetak, jangkar=""), of=TTE),
     "Pakai karakter jangkar #", edit.change(TTE.cetak, jangkar="#")),
    (Code.JANGKAR_TIDAK_COCOK, after(edit.change(TTE.cetak, jangkar="a^"), of=TWO_SIGN),
     "Pakai karakter jangkar # dan ^", edit.change(TTE.cetak, jangkar="#^")),
    (Code.JANGKAR_GANDA, after(edit.change(TTE.dokumen, catatan="butir #1"), of=TTE),
     "Pakai karakter jangkar ^", edit.change(TTE.cetak, jangkar="^")),
    (Code.B12_KOSONG, first(target=(*[Decimal(75)] * 11, None)),
     "Isi B12 dengan 75", edit.set_targets(FIRST, {12: Decimal(75)})),
    (Code.B12_KOSONG, first(target=months(), **ANNUAL),
     "Isi B12 dengan 82.5", edit.set_targets(FIRST, {12: Decimal("82.5")})),
    (Code.B12_BUKAN_TAHUNAN, first(target=months(70), **ANNUAL),
     "Isi B12 dengan 82.5", edit.set_targets(FIRST, {12: Decimal("82.5")})),
    (Code.BULAN_KOSONG, first(target=months(75, None, None, *[75] * 9)),
     BEFORE, edit.set_targets(FIRST, {2: Decimal(75), 3: Decimal(75)})),
    (Code.BULAN_KOSONG, first(target=months(1, None, 2, None, 3), jenis_target=K.KUMULATIF),
     BEFORE, edit.set_targets(FIRST, {9: Decimal(1), 11: Decimal(2)})),
    (Code.SARAN_JENIS, first(jenis_target=None),
     "Pilih jenis target konstan", edit.change(FIRST, jenis_target=K.KONSTAN)),
]  # fmt: skip
"""What is found, in which plan, what its remedy is called, and what it does."""


@pytest.mark.parametrize(("code", "plan", "name", "mending"), CASES)
def test_what_is_obvious_is_done_at_once(code: Code, plan: Plan, name: str, mending: Edit) -> None:
    assert mend(code, plan) == (name, mending.apply(plan))


def test_every_remedy_was_seen_at_work() -> None:
    assert {code for code, *_ in CASES} == set(REMEDIES)


@pytest.mark.parametrize(
    ("code", "plan"),
    [
        pytest.param(Code.PEMBAGIAN_BERSISA, after(edit.change(LINE, anggaran=200)), id="two could take it"),
        pytest.param(Code.PEMBAGIAN_BERSISA, after(edit.remove(X, Y)), id="none could take it"),
        pytest.param(Code.PEMBAGIAN_BERLEBIH, after(edit.change(Y, jumlah=41)), id="none is over by itself"),
        pytest.param(
            Code.PEMBAGIAN_BERLEBIH,
            after(edit.change(X, jumlah=101), edit.change(Y, jumlah=101)),
            id="both over",
        ),
        pytest.param(Code.KODE_SALAH_BENTUK, first(kode="satu"), id="no kode at all"),
        pytest.param(Code.KODE_SALAH_BENTUK, after(edit.change(SECOND, kode="1")), id="the kode is taken"),
        pytest.param(
            Code.KODE_GANDA,
            after(edit.add(SubKomponen("t", "A", LINE.nama, 0), KOMPONEN)),
            id="kode of the budget",
        ),
        pytest.param(Code.NOMOR_MELOMPAT, after(edit.change(SASARAN, kode="03")), id="a Sasaran may skip"),
        pytest.param(
            Code.B12_KOSONG,
            first(target=months(3, None), jenis_target=K.NON_KUMULATIF, target_tahunan=Decimal(9)),
            id="months that sum up",
        ),
        pytest.param(Code.BULAN_KOSONG, first(target=months(3, None, 9), jenis_target=K.PROGRES), id="progress"),
        pytest.param(Code.TANPA_ANGGARAN, after(edit.remove(X), edit.change(Y, jumlah=100)), id="no budget"),
    ],
)
def test_what_the_officer_has_to_decide_has_no_remedy(code: Code, plan: Plan) -> None:
    assert mend(code, plan) is None


def test_a_remedy_names_numbers_in_the_style_of_the_plan() -> None:
    plan = after(
        edit.change(LINE, anggaran=61_559_100), edit.remove(Y), edit.change(RIGHT.cetak, gaya=Gaya.INDONESIA)
    )
    mended = mend(Code.PEMBAGIAN_BERSISA, plan)
    assert mended is not None
    assert mended[0] == "Tambahkan sisa 61.559.040 ke Kontribusi"


def test_a_finding_whose_place_is_gone_has_no_remedy() -> None:
    plan = first(jenis_target=None)
    (finding,) = check(plan)
    assert remedy_of(finding, edit.remove(FIRST).apply(plan)) is None


@given(plans(max_children=3))
@settings(max_examples=40)
def test_after_its_remedy_a_finding_is_gone(plan: Plan) -> None:
    index, totals = Index.of(plan), Totals(plan)
    for finding in check(plan):
        if step := remedy(finding, index, totals):
            left = check(step.apply(plan))
            assert (finding.code, finding.where) not in {(other.code, other.where) for other in left}
