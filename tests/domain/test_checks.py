"""What the checks say of a plan that is right, and of each way in which it can be wrong or doubtful."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import edits, plans

from renaksi_desktop.domain import edits as edit
from renaksi_desktop.domain import rules
from renaksi_desktop.domain.checks import Checked, check
from renaksi_desktop.domain.findings import Code, Finding, Place, Severity
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import (
    RO,
    Dokumen,
    Gaya,
    Indikator,
    JenisTarget,
    Komponen,
    Kontribusi,
    Penandatangan,
    Plan,
    Polaritas,
    Sasaran,
    SubKomponen,
    Target,
)
from renaksi_desktop.domain.target_checks import likely_kind
from renaksi_desktop.domain.wording import SENTENCES, place, sentence
from renaksi_desktop.interchange import read_json
from renaksi_desktop.referensi import known_kro
from renaksi_desktop.resources import SAMPLE

ERROR, WARNING, INFO = Severity


def months(*values: float | str | None) -> tuple[Target | None, ...]:
    """Return twelve targets; fewer values are the last months of the year."""
    exact = [Decimal(str(value)) if isinstance(value, int | float) else value for value in values]
    return (*[None] * (12 - len(exact)), *exact)


LINE = SubKomponen("line", "A", "Pengadaan sampel", 100)
KOMPONEN = Komponen("komponen", "055", "Pengujian", (LINE, SubKomponen("other", "B", "Pelaporan", 50)))
BUDGET = RO("ro", "DR.3165.QIA.001", "Sampel Makanan", (KOMPONEN,))
X, Y, Z = Kontribusi("x", "line", 60), Kontribusi("y", "line", 40), Kontribusi("z", "other", 50)
FIRST = Indikator(
    "i1", "01", "Persentase sampel", months(*[75] * 12), jenis_target=JenisTarget.KONSTAN, kontribusi=(X,)
)
SECOND = Indikator(
    "i2", "02", "Jumlah desa", months(*range(1, 13)), jenis_target=JenisTarget.KUMULATIF, kontribusi=(Y, Z)
)
SASARAN = Sasaran("s1", "01", "Meningkatnya pengawasan", (FIRST, SECOND))
HEAD = Penandatangan("p", "Kepala Balai", "NAMA KEPALA")
RIGHT = Plan(
    Dokumen(unit_kerja="BALAI", instansi="BADAN", pagu=150, tempat="Jember", tanggal=date(2025, 8, 29)),
    penandatangan=(HEAD,),
    anggaran=(BUDGET,),
    sasaran=(SASARAN,),
)


def found(plan: Plan) -> list[tuple[Any, ...]]:
    """Return what the checks find as (severity, code, node, field, month)."""
    return [(finding.severity, finding.code, *finding.where) for finding in check(plan)]


def said(plan: Plan) -> list[str]:
    """Return the sentences of what the checks find."""
    return [sentence(finding, plan) for finding in check(plan)]


def with_targets(targets: tuple[Target | None, ...], jenis: JenisTarget | None, **fields: Any) -> Plan:
    """Return the right plan with other targets in its first Indikator."""
    return edit.change(FIRST, target=targets, jenis_target=jenis, **fields).apply(RIGHT)


def test_a_plan_that_is_right_has_no_finding() -> None:
    assert check(RIGHT, known_kro=known_kro()) == ()


def test_a_kontribusi_below_zero() -> None:
    plan = edit.change(X, jumlah=-60).apply(RIGHT)
    assert (ERROR, Code.KONTRIBUSI_NEGATIF, "x", "jumlah", None) in found(plan)
    assert "Kontribusi -60 kurang dari nol." in said(plan)


def test_a_kontribusi_above_its_line_also_shares_out_too_much() -> None:
    plan = edit.change(X, jumlah=61_559_000).apply(RIGHT)
    assert found(plan) == [
        (ERROR, Code.KONTRIBUSI_BERLEBIH, "x", "jumlah", None),
        (WARNING, Code.TOTAL_BUKAN_PAGU, "dokumen", "pagu", None),
        (ERROR, Code.PEMBAGIAN_BERLEBIH, "line", "anggaran", None),
    ]
    assert said(plan) == [
        "Kontribusi 61,559,000 melebihi Anggaran Sub Komponen, yaitu 100.",
        "Total Kontribusi 61,559,090 berbeda dari Pagu 150, selisih 61,558,940.",
        "Jumlah Kontribusi 61,559,040 melebihi Anggaran 100, kelebihan 61,558,940.",
    ]


def test_two_indikator_that_together_take_too_much() -> None:
    plan = edit.change(Y, jumlah=41).apply(RIGHT)
    assert (ERROR, Code.PEMBAGIAN_BERLEBIH, "line", "anggaran", None) in found(plan)
    assert Code.KONTRIBUSI_BERLEBIH not in {finding.code for finding in check(plan)}


def test_what_is_not_yet_shared_out() -> None:
    plan = edit.compose("", edit.change(Y, jumlah=30), edit.change(RIGHT.dokumen, pagu=None)).apply(RIGHT)
    assert found(plan) == [(WARNING, Code.PEMBAGIAN_BERSISA, "line", "anggaran", None)]
    assert said(plan) == ["Anggaran 100 belum habis dibagi, sisa 10."]


def test_the_same_line_twice_under_one_indikator() -> None:
    again = edit.compose("", edit.change(X, jumlah=30), edit.add(Kontribusi("twice", "line", 30), FIRST))
    assert found(again.apply(RIGHT)) == [(ERROR, Code.KONTRIBUSI_GANDA, "twice", "subkomponen", None)]
    assert said(again.apply(RIGHT)) == ["Sub Komponen DR.3165.QIA.001/055/A sudah tercantum pada Indikator ini."]


def test_an_indikator_without_budget() -> None:
    plan = edit.compose("", edit.remove(X), edit.change(Y, jumlah=100)).apply(RIGHT)
    assert found(plan) == [(WARNING, Code.TANPA_ANGGARAN, "i1", None, None)]


@pytest.mark.parametrize("node", [SASARAN, FIRST, BUDGET, KOMPONEN, LINE])
def test_a_kode_of_a_wrong_shape(node: Any) -> None:
    plan = edit.change(node, kode="1-x").apply(RIGHT)
    assert (ERROR, Code.KODE_SALAH_BENTUK, node.id, "kode", None) in found(plan)
    assert any(text.startswith("Kode “1-x” tidak sesuai bentuknya, contoh yang benar: ") for text in said(plan))


def test_a_kode_that_siblings_share() -> None:
    plan = edit.change(SECOND, kode="01").apply(RIGHT)
    assert found(plan) == [(ERROR, Code.KODE_GANDA, "i2", "kode", None)]
    assert said(plan) == ["Kode 01 dipakai lebih dari sekali."]


def test_blank_kode_are_not_called_duplicates() -> None:
    plan = edit.compose("", edit.change(FIRST, kode=""), edit.change(SECOND, kode="")).apply(RIGHT)
    assert {code for _, code, *_ in found(plan)} == {Code.KODE_SALAH_BENTUK}


def test_a_kode_of_the_budget_with_two_names() -> None:
    twin = replace(LINE, id="twin", nama="Nama lain", anggaran=0)
    plan = edit.add(twin, KOMPONEN).apply(RIGHT)
    assert found(plan) == [
        (ERROR, Code.KODE_GANDA, "twin", "kode", None),
        (WARNING, Code.KODE_DUA_NAMA, "twin", "nama", None),
    ]
    assert said(plan)[1] == "Kode A sudah dipakai dengan nama lain: “Pengadaan sampel”."


def test_a_gap_in_the_numbers_of_indikator_is_doubtful_and_of_sasaran_worth_a_note() -> None:
    plan = edit.change(SECOND, kode="05").apply(RIGHT)
    assert found(plan) == [(WARNING, Code.NOMOR_MELOMPAT, "i2", "kode", None)]
    assert said(plan) == ["Penomoran melompat, 02–04 tidak ada."]
    plan = edit.change(SASARAN, kode="02").apply(RIGHT)
    assert found(plan) == [(INFO, Code.NOMOR_MELOMPAT, "s1", "kode", None)]
    assert said(plan) == ["Penomoran melompat, 01 tidak ada."]


def test_numbers_in_another_order_are_no_gap() -> None:
    plan = edit.rearrange([SECOND], SASARAN, FIRST).apply(RIGHT)
    assert found(plan) == []


def test_an_unknown_kro_is_information_only() -> None:
    plan = edit.change(BUDGET, kode="DR.3165.ZZZ.001").apply(RIGHT)
    (finding,) = check(plan, known_kro=known_kro())
    assert (finding.severity, finding.code, finding.data) == (INFO, Code.KRO_TIDAK_DIKENAL, ("ZZZ",))
    assert check(plan) == ()


def test_known_kro_have_their_twins_of_national_priority() -> None:
    assert {"BIA", "QIA", "AEA", "PEA", "EBA"} <= known_kro()
    assert "" not in known_kro()
    assert "kro_pn" not in known_kro()


@pytest.mark.parametrize(
    ("node", "field", "severity"),
    [
        (RIGHT.dokumen, "tempat", ERROR),
        (RIGHT.dokumen, "unit_kerja", WARNING),
        (RIGHT.dokumen, "instansi", WARNING),
        (HEAD, "nama", ERROR),
        (HEAD, "jabatan", ERROR),
        (SASARAN, "uraian", WARNING),
        (SECOND, "uraian", WARNING),
        (BUDGET, "nama", WARNING),
        (KOMPONEN, "nama", WARNING),
        (LINE, "nama", WARNING),
    ],
)
def test_what_should_not_be_blank(node: Any, field: str, severity: Severity) -> None:
    plan = edit.change(node, **{field: ""}).apply(RIGHT)
    assert found(plan) == [(severity, Code.ISIAN_KOSONG, node.id, field, None)]


def test_date_and_signatory_are_missed() -> None:
    plan = edit.compose("", edit.change(RIGHT.dokumen, tanggal=None), edit.remove(HEAD)).apply(RIGHT)
    assert found(plan) == [
        (ERROR, Code.ISIAN_KOSONG, "dokumen", "tanggal", None),
        (ERROR, Code.PENANDATANGAN_KOSONG, "plan", "penandatangan", None),
    ]
    assert said(plan) == ["Isian tanggal masih kosong.", "Penandatangan belum ada."]


K = JenisTarget


@pytest.mark.parametrize(
    ("jenis", "targets", "fields", "expected"),
    [
        (K.KONSTAN, months(75, 75, None), {}, [(ERROR, Code.B12_KOSONG, 12)]),
        (K.KONSTAN, months(75, 80, 80), {}, [(WARNING, Code.TARGET_BERUBAH, 11)]),
        (K.KUMULATIF, months(10, 20, 15, 30), {}, [(WARNING, Code.TARGET_TURUN, 11)]),
        (K.KUMULATIF, months(9, None, 9), {}, [(WARNING, Code.BULAN_KOSONG, 11)]),
        (K.KUMULATIF, months(9, 0, 9), {}, [(WARNING, Code.TARGET_TURUN, 11)]),
        (K.KUMULATIF, months(30, 20, 20), {"polaritas": Polaritas.MINIMUM}, []),
        (K.KUMULATIF, months(20, 30), {"polaritas": Polaritas.MINIMUM}, [(WARNING, Code.TARGET_NAIK, 12)]),
        (K.NON_KUMULATIF, months(5, 0, 7), {"target_tahunan": Decimal(12)}, []),
        (
            K.NON_KUMULATIF,
            months(5, 0, 7),
            {"target_tahunan": Decimal(13)},
            [(WARNING, Code.JUMLAH_BUKAN_TAHUNAN, None)],
        ),
        (K.KUMULATIF, months(5, 7), {"target_tahunan": Decimal(12)}, [(WARNING, Code.B12_BUKAN_TAHUNAN, 12)]),
        (K.PROGRES, months(5, 30, 30, 30, 50, 75, 75, 75, 100, 4), {"uraian": "Jumlah sekolah"}, []),
        (K.PROGRES, months(50, 30, 4), {}, [(WARNING, Code.TARGET_TURUN, 11)]),
        (K.PROGRES, months(50, 101, 4), {"satuan": "sekolah"}, [(WARNING, Code.PERSEN_LUAR_BATAS, 11)]),
        (K.PROGRES, months(50, 100, 400), {"satuan": "orang"}, []),
        (K.AKHIR_TAHUN, months(26), {}, []),
        (K.AKHIR_TAHUN, months(20, 26), {}, [(WARNING, Code.BULAN_LUAR_JADWAL, 11)]),
        (K.BERKALA, months(1, None, None, 2, None, None, 3, None, None, 4), {}, []),
        (
            K.BERKALA,
            months(1, 1, None, 2, None, None, None, None, None, 4),
            {},
            [(WARNING, Code.BULAN_LUAR_JADWAL, 4), (WARNING, Code.BULAN_KOSONG, 9)],
        ),
        (K.KUALITATIF, months("Baik", "Sangat baik"), {}, []),
        (K.KUALITATIF, months("Baik", 90), {}, [(WARNING, Code.TARGET_BUKAN_TEKS, 12)]),
        (K.KUMULATIF, months("Baik", 90), {}, [(WARNING, Code.TARGET_BUKAN_ANGKA, 11)]),
        (K.KUMULATIF, months(90, 100.5), {}, [(WARNING, Code.PERSEN_LUAR_BATAS, 12)]),
        (K.KUMULATIF, months(90, 100.5), {"satuan": "desa"}, []),
        (K.KUMULATIF, months(101), {"satuan": "%", "uraian": "Indeks"}, [(WARNING, Code.PERSEN_LUAR_BATAS, 12)]),
        (K.KONSTAN, months(-1), {}, [(WARNING, Code.PERSEN_LUAR_BATAS, 12)]),
        (None, months(50, 10), {"satuan": "desa"}, []),
        (None, months(3, None, None, 2, 5), {}, [(WARNING, Code.BULAN_KOSONG, 9)]),
        (None, months(75, 75), {}, [(INFO, Code.SARAN_JENIS, None)]),
    ],
)  # fmt: skip
def test_targets(
    jenis: JenisTarget | None,
    targets: tuple[Target | None, ...],
    fields: dict[str, Any],
    expected: list[tuple[Severity, Code, int | None]],
) -> None:
    plan = with_targets(targets, jenis, **fields)
    assert [(severity, code, month) for severity, code, _, _, month in found(plan)] == expected


def test_all_holes_of_an_indikator_are_one_finding() -> None:
    plan = with_targets(months(1, None, None, 1, None, 1), K.KONSTAN)
    assert said(plan) == ["Target B08, B09, B11 masih kosong."]


def test_a_fall_is_told_with_both_values_in_the_style_of_the_plan() -> None:
    plan = with_targets(months(82.5, 81.25), K.KUMULATIF)
    assert said(plan) == ["Target turun dari 82.5 pada B11 menjadi 81.25, padahal jenisnya kumulatif."]
    plan = edit.change(plan.cetak, gaya=Gaya.INDONESIA).apply(plan)
    assert said(plan) == ["Target turun dari 82,5 pada B11 menjadi 81,25, padahal jenisnya kumulatif."]


@pytest.mark.parametrize(
    ("targets", "annual", "kind"),
    [
        (months(), None, None),
        (months(26), None, K.AKHIR_TAHUN),
        (months(1, None, None, 2), None, K.BERKALA),
        (months("Baik", "Baik"), None, K.KUALITATIF),
        (months("Baik", 3), None, None),
        (months(75, 75, 75), None, K.KONSTAN),
        (months(10, 15, 15), None, K.KUMULATIF),
        (months(3, 4, 5), Decimal(12), K.NON_KUMULATIF),
        (months(5, 30, 30, 30, 50, 75, 75, 75, 100, 4), None, K.PROGRES),
        (months(5, 300, 4), None, None),
        (months(5, 3, 4), None, None),
    ],
)
def test_the_kind_that_targets_look_like(
    targets: tuple[Target | None, ...], annual: Decimal | None, kind: JenisTarget | None
) -> None:
    assert likely_kind(replace(FIRST, target=targets, target_tahunan=annual)) is kind


def test_findings_stand_in_the_order_of_the_form() -> None:
    plan = edit.compose(
        "",
        edit.change(LINE, nama=""),
        edit.change(HEAD, nama=""),
        edit.change(RIGHT.dokumen, tempat=""),
        edit.set_targets(SECOND, {12: None}),
        edit.change(FIRST, uraian=""),
    ).apply(RIGHT)
    assert [node for _, _, node, _, _ in found(plan)] == ["i1", "i2", "dokumen", "p", "line"]


def test_the_printed_plan_of_jember_wants_only_what_its_extract_lacks() -> None:
    plan = read_json(SAMPLE.read_bytes())
    findings = check(plan, known_kro=known_kro())
    index = Index.of(plan)
    assert [place(finding.where, index) for finding in findings if finding.severity is ERROR] == [
        "Sasaran 01 > Indikator 07, B12",
        "Sasaran 99 > Indikator 01, B12",
    ]
    assert [finding for finding in findings if finding.severity is WARNING] == []


def test_places_are_named_as_on_the_form() -> None:
    plan = edit.change(SASARAN, kode="").apply(RIGHT)
    index = Index.of(plan)
    nodes = ("x", "z", "line", "p", "dokumen", "plan")
    assert [place(Place(node), index) for node in nodes] == [
        "Sasaran ke-1 > Indikator 01 > Kontribusi ke-1",
        "Sasaran ke-1 > Indikator 02 > Kontribusi ke-2",
        "RO DR.3165.QIA.001 > Komponen 055 > Sub Komponen A",
        "Penandatangan ke-1",
        "Dokumen",
        "Rencana",
    ]


def test_every_code_has_a_sentence() -> None:
    assert set(SENTENCES) == set(Code)


@given(plans())
def test_whatever_is_found_can_be_said_and_shown(plan: Plan) -> None:
    index = Index.of(plan)
    for finding in check(plan, known_kro=known_kro()):
        text, where = sentence(finding, plan), place(finding.where, index)
        assert text.endswith(".")
        assert "\n" not in text + where
        assert finding.where.node in index.nodes


@given(plans(), st.data())
@settings(max_examples=40)
def test_what_is_found_after_edits_is_what_a_fresh_look_finds(plan: Plan, data: st.DataObject) -> None:
    checked = Checked(plan, known_kro())
    for _ in range(data.draw(st.integers(1, 4))):
        plan = data.draw(edits(plan)).apply(plan)
        checked = Checked(plan, known_kro(), before=checked)
        assert checked.findings == check(plan, known_kro=known_kro())


def test_what_an_edit_does_not_concern_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    other = replace(SASARAN, id="s2", kode="02", indikator=(replace(FIRST, id="i3", kontribusi=()),))
    plan = edit.add(other, RIGHT).apply(RIGHT)
    checked = Checked(plan)
    looked: list[str] = []

    def look(node: Indikator, _: rules.Facts) -> Iterator[Finding]:
        looked.append(node.id)
        return iter(())

    monkeypatch.setitem(rules.RULES, Indikator, (look,))
    typed = edit.set_targets(FIRST, {1: Decimal(70)}).apply(plan)
    checked = Checked(typed, before=checked)
    assert looked == ["i1", "i2"], "those of its Sasaran"
    shared = edit.change(LINE, anggaran=99).apply(typed)
    Checked(shared, before=checked)
    assert looked[2:] == ["i1", "i2"], "those whom this line pays"
