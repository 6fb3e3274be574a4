"""The three kinds of budget export are told apart and read to the rupiah, whatever stands among their rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from tests.spreadsheets.exports import (
    RKK,
    Row,
    comma_separated,
    english,
    fa,
    flat,
    indonesian,
    sheet,
    without_ids,
    workbook,
)

from renaksi_desktop import resources
from renaksi_desktop.domain.plan import RO, Gaya, Komponen, SubKomponen
from renaksi_desktop.interchange import read_json
from renaksi_desktop.spreadsheets.budget import BudgetRead, Kind, Role, guess, read_budget, understood
from renaksi_desktop.spreadsheets.reading import read_sheets
from renaksi_desktop.spreadsheets.sheet import Problem, Sheet, Value

BUDGET = (
    RO("", "DR.3165.QIA.002", "Sampel makanan yang diperiksa", (
        Komponen("", "051", "Persiapan pengujian", (
            SubKomponen("", "A", "Pengadaan bahan", 61_559_000),
            SubKomponen("", "B", "Perjalanan", 4_000_000),
        )),
        Komponen("", "055", "Pengujian sampel", (SubKomponen("", "A", "Pengujian rutin", 900_000),)),
    )),
    RO("", "DR.3165.QCD.U11", "Perkara", (
        Komponen("", "051", "Operasi Intelijen", (SubKomponen("", "C", "Evaluasi", 1_340_000),)),
    )),
    RO("", "WA.6384.EBA.962", "Layanan umum", (
        Komponen("", "003", "Kerumahtanggaan", (SubKomponen("", "AA", "Rumah tangga", 5_000_000),)),
    )),
)  # fmt: skip
TOTAL = 72_799_000
SAME = "Tertulis lebih dari sekali dengan jumlah yang sama"
NAME = "RKK_MULTIYEAR_SATKER"


def read(written: Sheet) -> BudgetRead:
    (mapping,) = understood([written])
    return read_budget(written, mapping)


def amounts(found: BudgetRead) -> dict[str, int]:
    return amounts_of(found.ro)


def amounts_of(budget: tuple[RO, ...]) -> dict[str, int]:
    return {
        f"{ro.kode}/{komponen.kode}/{line.kode}": line.anggaran
        for ro in budget
        for komponen in ro.komponen
        for line in komponen.subkomponen
    }


def rows(*body: Row, alokasi: int | None = None) -> Sheet:
    """Write an RKK whose rows of budget are these, below its titles."""
    top: list[Row] = [] if alokasi is None else [{1: "ALOKASI", 3: f"Rp {alokasi:,}"}]
    titles: Row = {1: "KODE", 2: "PROGRAM/AKTIVITAS/KRO/RO/KOMPONEN/SUBKOMP/DETIL", 3: "VOLUME", 5: "JUMLAH BIAYA"}
    return sheet([*top, titles, *body], NAME)


def row(kode: str | int, nama: str, jumlah: Value | None = None) -> Row:
    return {1: kode, 2: nama} if jumlah is None else {1: kode, 2: nama, 5: jumlah}


HEAD = (
    row("063.01.DR", "Program"),
    row("3165", "Kegiatan"),
    row("3165.QIA", "KRO"),
    row("3165.QIA.002", "Sampel"),
)
UNTIL_LINE = (*HEAD, row("051", "Persiapan"), row("A", "Pengadaan"))
PAGE: tuple[Row, ...] = (
    {5: "Halaman 2 dari 3"},
    {1: "KODE", 3: "VOLUME", 5: "JUMLAH BIAYA"},
    {1: "(1)", 2: "(2)", 5: "(5)"},
)


@pytest.mark.parametrize(
    ("written", "kind", "unit", "title"),
    [
        (RKK(page=7, blocked=True).sheet(BUDGET), Kind.RKK, "BALAI POM DI JEMBER", "ALOKASI"),
        (fa(BUDGET, page=9), Kind.FA, "BALAI POM DI JEMBER", "JUMLAH SELURUHNYA"),
        (flat(BUDGET), Kind.FLAT, "", "Jumlah semua program"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("file", "name"), [(workbook, "anggaran.xlsx"), (comma_separated, "anggaran.csv")])
def test_each_kind_is_told_and_reads_from_a_file(
    written: Sheet, kind: Kind, unit: str, title: str, file: Callable[[Sheet], bytes], name: str
) -> None:
    (of_file,) = read_sheets(file(written), name)
    (mapping,) = understood([of_file])
    found = read_budget(of_file, mapping)
    assert mapping.kind is kind
    assert without_ids(found.ro) == BUDGET
    assert (found.anggaran, found.pagu, found.difference) == (TOTAL, TOTAL, 0)
    assert found.total is not None
    assert found.total.title == title
    assert (found.identity.tahun, found.identity.unit_kerja) == (2025, unit)
    assert found.problems == ()
    assert found.remarks[:2] == (
        "Terbaca 3 RO, 4 Komponen, dan 5 Sub Komponen dengan jumlah 72,799,000.",
        f"{title} menurut berkas 72,799,000: cocok.",
    )


def test_formulas_that_no_program_has_calculated_are_told() -> None:
    written = RKK().sheet(BUDGET)
    assert not any("rumus" in remark for remark in read(written).remarks)
    told = "2 rumus di lembar ini belum dihitung, jadi selnya dianggap kosong"
    assert any(remark.startswith(told) for remark in read(written._replace(uncalculated=2)).remarks)


def test_the_columns_that_were_understood_can_be_shown() -> None:
    (rkk,) = understood([RKK(code=2, name=5, amount=11).sheet(BUDGET)])
    assert (rkk.header_row, rkk.first_row) == (7, 9)
    assert rkk.columns == {Role.KODE: 2, Role.NAMA: 5, Role.JUMLAH: 11}
    (detail,) = understood([fa(BUDGET)])
    assert (detail.header_row, detail.first_row, detail.column(Role.NAMA)) == (8, 9, None)
    shown = (Role.KEGIATAN, Role.RO, Role.KOMPONEN, Role.SUBKOMPONEN, Role.AKUN)
    assert [detail.column(role) for role in shown] == [2, 3, 5, 6, 8]
    assert detail.column(Role.JUMLAH) == 17
    (old,) = understood([flat(BUDGET)])
    assert (old.column(Role.TINGKAT), old.column(Role.NAMA), old.column(Role.JUMLAH)) == (1, 37, 33)


def test_a_column_that_was_understood_wrongly_is_corrected() -> None:
    written = RKK().sheet(BUDGET)
    (mapping,) = understood([written])
    wrong = mapping.corrected(Role.JUMLAH, 8)
    assert read_budget(written, wrong).anggaran != TOTAL
    assert read_budget(written, mapping.corrected(Role.JUMLAH, None)).anggaran == 0
    assert read_budget(written, wrong.corrected(Role.JUMLAH, 10)).anggaran == TOTAL


def test_a_sheet_that_is_no_budget_is_not_understood_but_can_be_guessed() -> None:
    letter = sheet([{1: "Yth. Kepala Balai"}, {1: "Jumlah", 2: 5000}], "Surat")
    assert understood([letter]) == ()
    assert guess(letter).sheet == "Surat"
    assert read_budget(letter, guess(letter)).ro == ()
    assert guess(Sheet("Kosong", {})).columns.keys() >= {Role.KODE}


def test_the_sheet_with_most_budget_comes_first() -> None:
    small = RKK().sheet(BUDGET[:1])._replace(name="Lama")
    large = RKK().sheet(BUDGET)
    assert [mapping.sheet for mapping in understood([small, large])] == [large.name, "Lama"]


def test_amounts_are_numbers_or_texts_in_either_style() -> None:
    for spelled in (indonesian, english):
        assert read(RKK(spelled=spelled).sheet(BUDGET)).anggaran == TOTAL


def test_an_amount_that_cannot_be_read_is_listed_and_the_rest_is_read() -> None:
    written = rows(*UNTIL_LINE, row("521211", "Bahan", "12.34.5"), row("522191", "Jasa", 700))
    found = read(written)
    assert found.anggaran == 700
    assert [problem.at for problem in found.problems] == ["E8"]
    assert "12.34.5" in found.problems[0].reason


def test_an_amount_below_zero_is_listed() -> None:
    found = read(rows(*UNTIL_LINE, row("521211", "Bahan", -5), row("522191", "Jasa", 700)))
    assert found.anggaran == 700
    assert found.problems == (Problem(NAME, "E8", "Jumlah tidak terbaca: “-5” kurang dari nol."),)


def test_parts_of_a_rupiah_are_summed_before_they_are_rounded() -> None:
    found = read(rows(*UNTIL_LINE, row("521211", "Bahan", "1.234,5"), row("522191", "Jasa", "1.000,75")))
    assert found.anggaran == 2235
    assert "Jumlah yang tidak bulat dibulatkan ke rupiah terdekat." in found.remarks


def test_thousands_are_multiplied_where_the_top_says_so() -> None:
    thousands: Row = {1: "(dalam ribuan rupiah)"}
    body = rows(*UNTIL_LINE, row("521211", "Bahan", 61559)).rows.values()
    written = sheet([thousands, *map(dict, body)], "UC_ANG_6.4")
    found = read(written)
    assert found.anggaran == 61_559_000
    assert "Jumlah pada berkas ini dalam ribuan; semuanya sudah dikalikan 1,000." in found.remarks


def test_akun_and_details_are_summed_where_the_lines_state_nothing() -> None:
    found = read(
        rows(
            *UNTIL_LINE,
            row("521211", "Bahan"),
            {2: "> Rapat", 5: 900},
            {2: "- Konsumsi", 5: 600},
            {2: "- Kudapan", 5: 300},
            {2: "> Cetak"},
            {2: "- Spanduk", 5: 100},
            row("522191", "Jasa", 50),
        )
    )
    assert amounts(found) == {"DR.3165.QIA.002/051/A": 1050}
    assert found.problems == ()


def test_a_code_that_lost_its_zeros_and_is_a_number_is_read() -> None:
    found = read(rows(*HEAD, row(51, "Persiapan"), row("A", "Pengadaan"), row(521211, "Bahan", 5)))
    assert amounts(found) == {"DR.3165.QIA.002/051/A": 5}


def test_greek_letters_in_a_code_are_told_once() -> None:
    found = read(rows(*HEAD[:2], row("3165.\u0391EA", "KRO"), row("3165.\u0391EA.001", "Sampel"), *UNTIL_LINE[4:]))
    assert found.ro[0].kode == "DR.3165.AEA.001"
    assert found.remarks[-1] == (
        "Huruf Yunani atau Kiril pada kode dibaca sebagai huruf Latin: 3165.AEA (A4), 3165.AEA.001 (A5)."
    )


def test_an_unknown_kro_is_information() -> None:
    found = read(rows(*HEAD[:2], row("3165.XQX", "KRO"), row("3165.XQX.001", "Baru"), *UNTIL_LINE[4:]))
    assert found.problems == ()
    assert found.remarks[-1] == "KRO yang tidak ada dalam daftar referensi, sekadar untuk diketahui: XQX."


def test_a_name_goes_on_below_the_head_of_the_next_page() -> None:
    found = read(
        rows(
            *HEAD,
            row("051", "Komunikasi, Informasi dan", 500),
            *PAGE,
            row("051", "Edukasi oleh UPT", 500),
            row("A", "Penyebaran", 500),
            *PAGE,
            row("051", "Komunikasi, Informasi dan Edukasi oleh UPT"),
            row("A", "Penyebaran"),
            {2: "informasi keliling"},
            row("521211", "Bahan", 500),
        )
    )
    (komponen,) = found.ro[0].komponen
    assert komponen.nama == "Komunikasi, Informasi dan Edukasi oleh UPT"
    assert [line.nama for line in komponen.subkomponen] == ["Penyebaran informasi keliling"]
    assert found.problems == ()


def test_another_name_for_a_code_is_told_and_the_first_stays() -> None:
    found = read(
        rows(
            *UNTIL_LINE,
            row("521211", "Bahan", 5),
            row("B", "Jasa", 7),
            row("A", "Lain sekali"),
            row("522191", "Jasa", 9),
        )
    )
    assert [(line.nama, line.anggaran) for line in found.ro[0].komponen[0].subkomponen] == [
        ("Pengadaan", 14), ("Jasa", 7),
    ]  # fmt: skip
    assert found.problems == ()
    assert found.remarks[-1] == (
        "Kode yang tertulis lagi dengan nama lain, nama pertama yang dipakai: A “Lain sekali” (baris 10)."
    )


def test_a_head_repeated_on_the_next_page_counts_once() -> None:
    once = read(
        rows(*UNTIL_LINE, row("521211", "Bahan", 5), *PAGE, row("A", "Pengadaan"), row("521211", "Bahan", 5))
    )
    assert once.anggaran == 5
    assert once.problems == ()
    assert once.remarks[-1] == f"{SAME}, dihitung sekali: Akun 521211 (baris 13)."


def test_the_same_akun_of_two_sources_of_money_counts_twice() -> None:
    twice = read(rows(*UNTIL_LINE, row("521211", "Bahan", 5) | {6: "RM"}, row("521211", "Bahan", 5) | {6: "PNP"}))
    assert twice.anggaran == 10
    assert twice.problems == ()
    assert twice.remarks[-1] == f"{SAME}, dijumlahkan: Akun 521211 (baris 9)."


@pytest.mark.parametrize(("stated", "counted"), [(5, "dihitung sekali"), (10, "dijumlahkan")])
@pytest.mark.parametrize("page", [(), PAGE])
def test_the_amount_above_decides_whether_what_is_written_twice_counts_twice(
    stated: int, counted: str, page: tuple[Row, ...]
) -> None:
    head = (*HEAD, row("051", "Persiapan", stated), row("A", "Pengadaan"))
    found = read(rows(*head, row("521211", "Bahan", 5), *page, row("521211", "Bahan", 5)))
    assert found.anggaran == stated
    assert found.problems == ()
    assert found.remarks[-1].startswith(f"{SAME}, {counted}: ")


def test_the_total_of_the_file_decides_where_no_row_does() -> None:
    lines = (*HEAD, row("051", "Persiapan"), row("A", "Pengadaan", 5), row("A", "Pengadaan", 5))
    assert read(rows(*lines, alokasi=5)).anggaran == 5
    assert read(rows(*lines, alokasi=10)).anggaran == 10


@pytest.mark.parametrize(("gaya", "mark"), [(Gaya.RESMI, ","), (Gaya.INDONESIA, ".")])
def test_all_that_is_told_writes_rupiah_in_the_style_of_the_plan(gaya: Gaya, mark: str) -> None:
    written = rows(
        row("A", "Tanpa Komponen", 7000),
        *HEAD,
        row("051", "Persiapan", 100_000),
        row("A", "Pengadaan", 100_000),
        row("521211", "Bahan", 60_000),
        row("52l811", "Persediaan", 40_000),
        alokasi=200_000,
    )
    (mapping,) = understood([written])
    found = read_budget(written, mapping, gaya)
    told = " ".join([*map(str, found.problems), *found.remarks])
    rupiah = {7, 100, 60, 40, 200}
    assert set(re.findall(r"\d+[.,]000\b", told)) == {f"{thousands}{mark}000" for thousands in rupiah}


def test_a_group_with_two_amounts_is_the_sum_of_both() -> None:
    found = read(
        rows(
            *HEAD,
            row("051", "Persiapan", 5), row("A", "Pengadaan", 5), row("521211", "Bahan", 5),
            row("055", "Uji", 2), row("A", "Rutin", 2), row("521211", "Bahan", 2),
            {2: "Lokasi : KAB. LUMAJANG"},
            row("051", "Persiapan", 3), row("A", "Pengadaan", 3), row("521211", "Bahan", 3),
        )
    )  # fmt: skip
    assert amounts(found) == {"DR.3165.QIA.002/051/A": 8, "DR.3165.QIA.002/055/A": 2}
    assert found.problems == ()


def test_the_amount_of_a_line_holds_where_a_row_below_it_is_lost() -> None:
    found = read(
        rows(
            *HEAD,
            row("051", "Persiapan", 100),
            row("A", "Pengadaan", 100),
            row("521211", "Bahan", 60),
            row("52l811", "Persediaan", 40),
            alokasi=100,
        )
    )
    assert (found.anggaran, found.difference) == (100, 0)
    above, lost = found.problems
    assert (lost.at, above.at) == ("A10", "E8")
    assert lost.reason == "Baris “52l811” tidak dikenali sebagai bagian anggaran; jumlahnya 40 tidak dihitung."
    assert above.reason == (
        "Jumlah Sub Komponen A tertulis 100, tetapi jumlah di bawahnya 60, selisih 40; yang dipakai 100."
    )


def test_a_difference_is_told_in_rupiah_and_where_it_arises() -> None:
    found = read(rows(*HEAD, row("051", "Persiapan", 100), row("A", "Pengadaan", 70), alokasi=100))
    assert (found.anggaran, found.pagu, found.difference) == (70, 100, 30)
    assert [(problem.at, "selisih 30" in problem.reason) for problem in found.problems] == [("E7", True)]
    assert "ALOKASI menurut berkas 100: selisih 30 belum terbaca." in found.remarks


def test_two_sums_of_a_file_that_differ_are_both_told() -> None:
    found = read(rows(*UNTIL_LINE, row("521211", "Bahan", 70), {2: "JUMLAH", 5: 60}, alokasi=70))
    assert (found.pagu, found.difference) == (70, 0)
    assert found.remarks[1:3] == (
        "JUMLAH menurut berkas 60: selisih 10 lebih terbaca.",
        "ALOKASI menurut berkas 70: cocok.",
    )


def test_a_file_that_states_no_sum_says_so() -> None:
    found = read(rows(*UNTIL_LINE, row("521211", "Bahan", 70)))
    assert (found.pagu, found.difference) == (None, None)
    assert found.remarks[1].startswith("Berkas ini tidak menyebut jumlah seluruhnya")


def test_sums_of_pages_and_parts_are_no_sum_of_the_whole() -> None:
    found = read(
        rows(
            *UNTIL_LINE, row("521211", "Bahan", 70), {2: "JUMLAH DIPINDAHKAN", 5: 70},
            row("522191", "Jasa", 30), {2: "SUB JUMLAH", 5: 100}, {2: "Jumlah", 5: 100},
        )
    )  # fmt: skip
    assert (found.anggaran, found.pagu) == (100, 100)


def test_money_directly_below_a_komponen_gets_the_sub_komponen_that_the_budget_system_gives_it() -> None:
    found = read(rows(*HEAD, row("051", "Persiapan", 5), row("521211", "Bahan", 5), row("055", "Uji", 7)))
    assert amounts(found) == {"DR.3165.QIA.002/051/A": 5, "DR.3165.QIA.002/055/A": 7}
    assert {line.nama for one in found.ro[0].komponen for line in one.subkomponen} == {"Tanpa Sub Komponen"}
    assert found.problems == ()
    assert found.remarks[-1] == (
        "Komponen tanpa Sub Komponen mendapat satu “Tanpa Sub Komponen”:"
        " DR.3165.QIA.002/051/A, DR.3165.QIA.002/055/A."
    )


def test_money_below_a_komponen_beside_its_lines_gets_the_next_letter() -> None:
    found = read(
        rows(*HEAD, row("051", "Persiapan"), row("521211", "Bahan", 5), row("A", "Jasa", 7), row("B", "Alat", 1))
    )
    assert amounts(found) == {
        "DR.3165.QIA.002/051/C": 5, "DR.3165.QIA.002/051/A": 7, "DR.3165.QIA.002/051/B": 1,
    }  # fmt: skip


def test_parents_without_rows_are_rebuilt_from_the_codes_below() -> None:
    whole = read(
        rows(row("063.01.DR.3165.QIA.002.051.A", "Pengadaan", 5), row("063.01.DR.3165.QIA.002.051.B", "Jasa", 7))
    )
    assert amounts(whole) == {"DR.3165.QIA.002/051/A": 5, "DR.3165.QIA.002/051/B": 7}
    assert (whole.ro[0].nama, whole.ro[0].komponen[0].nama) == ("", "")


def test_an_ro_whose_program_is_written_nowhere_is_told() -> None:
    found = read(rows(*HEAD[1:], row("051", "Persiapan"), row("A", "Pengadaan", 5)))
    assert found.ro[0].kode == "3165.QIA.002"
    assert [problem.reason for problem in found.problems] == [
        "Program dari RO 3165.QIA.002 tidak tertulis, sehingga kodenya belum lengkap."
    ]


def test_what_stands_below_nothing_is_listed_with_its_money() -> None:
    found = read(
        rows(row("051", "Persiapan", 5), row("521211", "Bahan", 5), *UNTIL_LINE, row("521211", "Bahan", 7))
    )
    assert found.anggaran == 7
    assert [problem.at for problem in found.problems] == ["E2", "E3"]
    assert found.problems[0].reason == "“051” tidak mempunyai RO di atasnya; jumlahnya 5 tidak dihitung."


def test_an_ro_with_money_and_nothing_below_is_listed() -> None:
    found = read(rows(*HEAD[:3], row("3165.QIA.003", "Kosong", 9)))
    assert [problem.reason for problem in found.problems] == [
        "RO 003 tidak mempunyai rincian; jumlahnya 9 tidak ikut terbaca."
    ]


def test_a_program_of_two_letters_is_no_sub_komponen() -> None:
    found = read(
        rows(
            row("DR", "Pengawasan", 5), *HEAD[1:], row("051", "Persiapan", 5), row("AA", "Jasa", 5),
            row("WA", "Dukungan", 7), row("6384", "Kegiatan", 7), row("6384.EBA.962", "Layanan", 7),
            row("003", "Rumah tangga", 7), row("A", "Rapat", 7),
        )
    )  # fmt: skip
    assert amounts(found) == {"DR.3165.QIA.002/051/AA": 5, "WA.6384.EBA.962/003/A": 7}


def test_the_code_may_stand_beside_its_column_and_a_short_detail_is_none() -> None:
    written = sheet(
        [
            {1: "KODE", 4: "URAIAN", 7: "VOLUME", 9: "JUMLAH BIAYA"},
            {1: "063.01.DR", 4: "Program"}, {1: "3165.QIA.002", 4: "Sampel"}, {2: "051", 4: "Persiapan"},
            {3: "A", 4: "Pengadaan"}, {1: "521211", 4: "Bahan"}, {3: "ATK", 9: 4}, {3: "-", 4: "PC", 9: 6},
        ],
        NAME,
    )  # fmt: skip
    found = read(written)
    assert amounts(found) == {"DR.3165.QIA.002/051/A": 10}
    assert found.problems == ()


def test_the_sample_plan_reads_back_from_every_kind() -> None:
    plan = read_json(resources.SAMPLE.read_bytes())
    for written in (RKK(page=40).sheet(plan.anggaran), fa(plan.anggaran, page=40)):
        found = read(written)
        assert without_ids(found.ro) == without_ids(plan.anggaran)
        assert found.difference == 0
        assert found.problems == ()
    cut = read(flat(plan.anggaran))
    assert cut.names_cut
    assert amounts(cut) == amounts_of(plan.anggaran)


def test_items_of_the_old_export_below_its_akun_count_once() -> None:
    titles = (
        "level",
        "kdprogram",
        "kdgiat",
        "kdoutput",
        "kdsoutput",
        "kdkmpnen",
        "kdskmpnen",
        "akun",
        "paguakhir",
        "ket",
    )
    codes = ("DR", "3165", "QIA", "002", "051", "0A", "521211")

    def line(level: int, rupiah: int) -> Row:
        return dict(enumerate((level, *codes, rupiah, f"Nama {rupiah}"), 1))

    written = sheet([dict(enumerate(titles, 1)), line(7, 30), line(8, 10), line(8, 20)], "sheet1")
    assert amounts(read(written)) == {"DR.3165.QIA.002/051/A": 30}
    without_level = sheet([{**row, 1: " "} for row in written.rows.values() if row[1] != 7], "sheet1")
    items = read(without_level)
    assert (amounts(items), items.problems) == ({"DR.3165.QIA.002/051/A": 30}, ())


@pytest.mark.parametrize(
    "value", ["9" * 32_767, "1e999", 10**40, Decimal("1E+300"), "-" * 32_767 + "1", "PERIODE " * 4000]
)
def test_values_that_are_no_amount_of_a_budget_harm_nothing(value: Value) -> None:
    hostile = row("521211", "Bahan", value)
    top: Row = {1: value}
    written = sheet([top, *map(dict, rows(*UNTIL_LINE, hostile, row("522191", "Jasa", 7)).rows.values())], NAME)
    found = read(written)
    assert found.anggaran == 7
    assert all(len(problem.reason) < 200 for problem in found.problems)
    assert read(rows({1: value, 2: value}, *UNTIL_LINE, row("522191", "Jasa", 7))).anggaran == 7


def test_a_name_longer_than_a_plan_holds_is_listed_and_left_blank() -> None:
    found = read(rows(*HEAD, row("051", "x" * 10_001), row("A", "Pengadaan", 7)))
    assert found.ro[0].komponen[0].nama == ""
    assert [problem.reason for problem in found.problems] == [
        "Isian nama tidak diambil: teks lebih dari 10000 karakter."
    ]
