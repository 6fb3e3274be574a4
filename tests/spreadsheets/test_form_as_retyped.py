"""Last year's form as offices retype it in a spreadsheet: each way in which it differs from ours, by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeAlias

import pytest
from tests.spreadsheets.form_sheets import of_rows

from renaksi_desktop.domain.plan import (
    RO,
    Dokumen,
    Indikator,
    JenisTarget,
    Kolom,
    Komponen,
    Kontribusi,
    Penandatangan,
    Periode,
    Plan,
    Polaritas,
    Sasaran,
    SubKomponen,
)
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.spreadsheets.form.reader import is_form, read_form
from renaksi_desktop.spreadsheets.sheet import Sheet, SheetRefused, Value
from renaksi_desktop.spreadsheets.taken import Taken

Cells: TypeAlias = list[Value | None]

MONTHS: Cells = [f"B{number:02d}" for number in range(1, 13)]
TITLE: list[Cells] = [["RENCANA AKSI PERJANJIAN KINERJA TAHUN 2024"], ["LOKA POM DI JEMBER"], []]
HEAD: list[Cells] = [
    ["NO.", "SASARAN KEGIATAN", "INDIKATOR KINERJA KEGIATAN", "TARGET", *[None] * 11, "ANGGARAN"],
    [None, None, None, *MONTHS],
]
NESTED: Cells = [None, None, "NO", "RO", None, None, None, "KOMPONEN", None, None, "SUB KOMPONEN", None, None,
                 None, "ANGGARAN", "KONTRIBUSI"]  # fmt: skip
RO_TEXT, KOMPONEN_TEXT = "DR.3165.QIA.001 - Sampel Makanan", "055 - Pengadaan sampel"
SUB_TEXT = "A - Pengadaan Sampel"


def indikator(text: str, anggaran: Value | None, *, label: Sequence[Value | None] = (None, None)) -> Cells:
    """Return the row of an Indikator with the target 75 from B02 on."""
    return [*label, text, None, *[75] * 11, anggaran]


def kontribusi(number: Value | None, anggaran: Value, jumlah: Value, *texts: str | None) -> Cells:
    """Return a row of the nested table; `texts` are RO, Komponen and Sub Komponen."""
    ro, komponen, sub = texts or (RO_TEXT, KOMPONEN_TEXT, SUB_TEXT)
    return [None, None, number, ro, *[None] * 3, komponen, None, None, sub, *[None] * 3, anggaran, jumlah]


FIRST = indikator("01 - Persentase sampel", 9_430_000, label=("1.", "01 - Meningkatnya pengawasan"))
PAID = kontribusi("1.", 37_720_000, 9_430_000)
TOTAL: Cells = [*[None] * 14, "Total", 9_430_000]


def form(*rows: Cells) -> Sheet:
    """Return a form with these rows below its head."""
    return of_rows(*TITLE, *HEAD, *rows)


def problems(taken: Taken) -> dict[str, str]:
    """Return what is said of each cell."""
    return {problem.at: problem.reason for problem in taken.problems}


def tree(taken: Taken) -> list[tuple[str, list[tuple[str, list[tuple[str, int, int]]]]]]:
    """Return each Sasaran with its Indikator, and for these the paths, the Anggaran and the Kontribusi."""
    lines = Totals(taken.plan).lines
    return [
        (
            f"{sasaran.kode} {sasaran.uraian}".strip(),
            [
                (
                    f"{node.kode} {node.uraian}".strip(),
                    [
                        (line.kode, line.subkomponen.anggaran, row.jumlah)
                        for row in node.kontribusi
                        for line in [lines[row.subkomponen]]
                    ],
                )
                for node in sasaran.indikator
            ],
        )
        for sasaran in taken.plan.sasaran
    ]


ONE = [
    (
        "01 Meningkatnya pengawasan",
        [("01 Persentase sampel", [("DR.3165.QIA.001/055/A", 37_720_000, 9_430_000)])],
    )
]


def test_a_form_as_it_should_be() -> None:
    taken = read_form([form(FIRST, NESTED, PAID, TOTAL)])
    assert tree(taken) == ONE
    assert taken.problems == ()
    assert taken.plan.sasaran[0].indikator[0].target == (None, *[Decimal(75)] * 11)
    dokumen = taken.plan.dokumen
    assert (dokumen.judul, dokumen.tahun, dokumen.unit_kerja) == (
        "RENCANA AKSI PERJANJIAN KINERJA",
        2024,
        "LOKA POM DI JEMBER",
    )


NUMBERED: Cells = ["(1)", "(2)", "(3)", "(4)", "(5)"]
AS_TEXT: dict[str, Callable[[int], str]] = {
    "resmi": lambda rupiah: f"{rupiah:,}",
    "indonesia": lambda rupiah: f"Rp {rupiah:,}".replace(",", "."),
    "with cents": lambda rupiah: f"{rupiah:,}.00",
}


@pytest.mark.parametrize("written", AS_TEXT.values(), ids=AS_TEXT)
def test_amounts_as_text_in_either_style(written: Callable[[int], str]) -> None:
    rows: list[Cells] = [
        indikator("01 - Persentase sampel", written(9_430_000), label=("1.", "01 - Meningkatnya pengawasan")),
        NESTED,
        kontribusi("1.", written(37_720_000), written(9_430_000)),
        [*[None] * 14, "Total", written(9_430_000)],
    ]
    taken = read_form([form(*rows)])
    assert tree(taken) == ONE
    assert taken.problems == ()


@pytest.mark.parametrize(
    ("typed", "meant"), [("81,25", "81.25"), ("81.25", "81.25"), ("82,5 %", "82.5"), ("-", "")]
)
def test_targets_as_text_in_either_style(typed: str, meant: str) -> None:
    row = [*FIRST[:3], typed, *FIRST[4:]]
    taken = read_form([form(row, NESTED, PAID)])
    assert taken.problems == ()
    assert taken.plan.sasaran[0].indikator[0].target[0] == (Decimal(meant) if meant else None)


@pytest.mark.parametrize(
    "texts",
    [
        ("DR.3165.QIA.001–Sampel Makanan", "055-Pengadaan sampel", "A -  Pengadaan Sampel"),
        ("DR. 3165. QIA. 001 — Sampel Makanan", "055 – Pengadaan sampel", "A. Pengadaan Sampel"),
        ("dr.3165.qia.001 - Sampel Makanan", "055 Pengadaan sampel", "a - Pengadaan Sampel"),
        ("DR.3165.QIA.001 : Sampel Makanan", "055\n- Pengadaan sampel", "A Pengadaan Sampel"),
    ],
)
def test_kode_and_name_with_odd_dashes_and_blanks(texts: tuple[str, str, str]) -> None:
    taken = read_form([form(FIRST, NESTED, kontribusi("1.", 37_720_000, 9_430_000, *texts), TOTAL)])
    assert tree(taken) == ONE
    ro = taken.plan.anggaran[0]
    assert (ro.nama, ro.komponen[0].nama) == ("Sampel Makanan", "Pengadaan sampel")
    assert ro.komponen[0].subkomponen[0].nama == "Pengadaan Sampel"


def test_the_sasaran_stands_in_the_first_of_its_rows_only() -> None:
    second = indikator("02 - Persentase sarana", 0)
    taken = read_form([form(FIRST, NESTED, PAID, second, TOTAL)])
    assert [(name, len(below)) for name, below in tree(taken)] == [("01 Meningkatnya pengawasan", 2)]
    assert taken.problems == ()


def test_the_sasaran_is_repeated_in_each_of_its_rows() -> None:
    second = indikator("02 - Persentase sarana", 0, label=("1.", "01 - Meningkatnya pengawasan"))
    unnumbered = indikator("03 - Persentase produk", 0, label=(None, "01 - Meningkatnya pengawasan"))
    taken = read_form([form(FIRST, NESTED, PAID, second, unnumbered, TOTAL)])
    assert [(name, len(below)) for name, below in tree(taken)] == [("01 Meningkatnya pengawasan", 3)]


def test_the_sasaran_stands_in_a_row_of_its_own() -> None:
    rows: list[Cells] = [
        ["1.", "01 - Meningkatnya pengawasan"],
        indikator("01 - Persentase sampel", 9_430_000),
        NESTED,
        PAID,
    ]
    assert tree(read_form([form(*rows, TOTAL)])) == ONE


def test_headings_page_numbers_and_titles_are_repeated_on_each_page() -> None:
    second = kontribusi("2.", 5_000_000, 570_000, RO_TEXT, KOMPONEN_TEXT, "B - Uji")
    first = [*FIRST[:-1], 10_000_000]
    page: list[Cells] = [
        [*[None] * 10, "Halaman 1 dari 2"],
        *TITLE,
        *HEAD,
        [None, None, "01 - Persentase sampel (lanjutan)"],
    ]
    taken = read_form([form(NUMBERED, first, NESTED, PAID, *page, NESTED, second, ["- 2 -"])])
    assert taken.problems == ()
    ((_, [(_, lines)]),) = tree(taken)
    assert [line[0] for line in lines] == ["DR.3165.QIA.001/055/A", "DR.3165.QIA.001/055/B"]


def test_a_page_repeats_the_label_as_far_as_there_is_room() -> None:
    second = kontribusi("2.", 5_000_000, 570_000, RO_TEXT, KOMPONEN_TEXT, "B - Uji")
    continued: Cells = ["1.", "01 - Meningkatnya…", "01 - Persentase sampel (lanjutan)"]
    first = [*FIRST[:-1], 10_000_000]
    taken = read_form([form(first, NESTED, PAID, *HEAD, continued, NESTED, second)])
    assert taken.problems == ()
    assert [(name, len(below)) for name, below in tree(taken)] == [("01 Meningkatnya pengawasan", 1)]


def test_one_surplus_column_before_the_targets() -> None:
    row = [*FIRST[:3], None, *FIRST[3:]]
    taken = read_form([form(row, NESTED, PAID, TOTAL)])
    assert tree(taken) == ONE
    assert taken.plan.sasaran[0].indikator[0].target == (None, *[Decimal(75)] * 11)
    assert taken.problems == ()


def test_rows_whose_merged_cells_are_gone_are_shifted_to_the_left() -> None:
    second = indikator("02 - Persentase sarana", 1_000_000)[2:]
    row = kontribusi("1.", 37_720_000, 1_000_000)[2:]
    taken = read_form([form(FIRST, NESTED, PAID, second, NESTED[2:], row)])
    assert taken.problems == ()
    ((_, below),) = tree(taken)
    assert below[1] == ("02 Persentase sarana", [("DR.3165.QIA.001/055/A", 37_720_000, 1_000_000)])
    assert taken.plan.sasaran[0].indikator[1].target == (None, *[Decimal(75)] * 11)


def test_an_unknown_column_is_told_of_once_and_left_out() -> None:
    head = [[*HEAD[0], "REALISASI"], HEAD[1]]
    taken = read_form([of_rows(*TITLE, *head, [*FIRST, 8_000_000], NESTED, [*PAID, 7], [*TOTAL, 8_000_000])])
    assert tree(taken) == ONE
    assert problems(taken) == {"Q4": "Kolom “REALISASI” tidak dikenali, isinya tidak dibaca."}


def test_a_cell_that_fits_nowhere_is_listed() -> None:
    taken = read_form([form([*FIRST, "cek lagi"], NESTED, PAID, ["Diisi oleh tim"], indikator("02 - Dua", 0))])
    assert problems(taken) == {
        "Q6": "“cek lagi” tidak dikenali, tidak dibaca.",
        "A9": "“Diisi oleh tim” tidak dikenali, tidak dibaca.",
    }
    assert len(tree(taken)[0][1]) == 2


def test_a_bad_cell_is_listed_and_stops_nothing() -> None:
    row = [*FIRST[:3], "7S", 75, *FIRST[5:]]
    taken = read_form([form(row, NESTED, kontribusi("1.", 37_720_000, "9,430,000.50"))])
    assert [*problems(taken)] == ["D6", "P8", "P6"]
    assert problems(taken)["P6"] == "Anggaran Indikator tertulis 9,430,000, sedangkan Kontribusinya berjumlah 0."
    assert taken.plan.sasaran[0].indikator[0].target == (None, *[Decimal(75)] * 11)


def test_a_text_that_a_page_has_cut_goes_on_in_the_next_row() -> None:
    first = [*FIRST[:2], "01 - Persentase", *FIRST[3:]]
    rest: Cells = [None, "di wilayah kerja", "sampel"]
    taken = read_form([form(first, *HEAD, rest, NESTED, PAID, TOTAL)])
    assert taken.problems == ()
    ((name, [(indikator_name, _)]),) = tree(taken)
    assert (name, indikator_name) == ("01 Meningkatnya pengawasan di wilayah kerja", "01 Persentase sampel")


def test_a_nested_row_that_a_page_has_cut_goes_on_in_the_next_row() -> None:
    cut = kontribusi("1.", 37_720_000, 9_430_000, "DR.3165.QIA.001 - Sampel", KOMPONEN_TEXT, SUB_TEXT)
    rest: Cells = [None, None, None, "Makanan"]
    taken = read_form([form(FIRST, NESTED, cut, *HEAD, NESTED, rest, TOTAL)])
    assert taken.problems == ()
    assert taken.plan.anggaran[0].nama == "Sampel Makanan"


def test_an_ro_merged_over_several_rows() -> None:
    second = kontribusi("2.", 5_000_000, 570_000, None, None, "B - Uji")
    taken = read_form([form([*FIRST[:-1], 10_000_000], NESTED, PAID, second)])
    assert taken.problems == ()
    ((_, [(_, lines)]),) = tree(taken)
    assert lines[1] == ("DR.3165.QIA.001/055/B", 5_000_000, 570_000)


def test_rows_that_are_missing_are_told_of() -> None:
    second = kontribusi("4.", 5_000_000, 570_000, RO_TEXT, KOMPONEN_TEXT, "B - Uji")
    third = indikator("01 - Persentase produk", 0, label=("3.", "03 - Meningkatnya mutu"))
    taken = read_form([form([*FIRST[:-1], 12_000_000], NESTED, PAID, second, third, [*TOTAL[:-1], 99_000_000])])
    assert problems(taken) == {
        "C9": "Baris nomor 2 sampai 3 tidak ada sebelum baris ini.",
        "A10": "Baris nomor 2 tidak ada sebelum baris ini.",
        "P6": "Anggaran Indikator tertulis 12,000,000, sedangkan Kontribusinya berjumlah 10,000,000.",
        "P11": "Total tertulis 99,000,000, sedangkan Kontribusi yang terbaca berjumlah 10,000,000,"
        " selisih 89,000,000.",
    }


def test_subtotals_amid_the_rows_are_no_rows() -> None:
    subtotal: Cells = [*[None] * 14, "Jumlah", 1_234]
    second = indikator("02 - Persentase sarana", 0, label=("2.", "02 - Meningkatnya mutu"))
    taken = read_form([form(FIRST, NESTED, PAID, subtotal, second, ["3.", "03 - Tanpa Indikator"], TOTAL)])
    assert [name for name, _ in tree(taken)] == [
        "01 Meningkatnya pengawasan",
        "02 Meningkatnya mutu",
        "03 Tanpa Indikator",
    ]
    assert taken.problems == ()


def test_kontribusi_without_their_indikator_get_one() -> None:
    taken = read_form([form(NESTED, PAID, FIRST, NESTED, PAID, NESTED, PAID)])
    assert [(name, [own for own, _ in below]) for name, below in tree(taken)] == [
        ("", [""]),
        ("01 Meningkatnya pengawasan", ["01 Persentase sampel", ""]),
    ]
    assert [(problem.at, problem.reason.partition(" untuk")[0]) for problem in taken.problems] == [
        ("C7", "Baris Sasaran"),
        ("C7", "Baris Indikator"),
        ("C12", "Baris Indikator"),
    ]


def test_one_kode_with_two_names_or_amounts_is_told_of_and_the_first_holds() -> None:
    other = kontribusi("2.", 1_000, 0, RO_TEXT, "055 - Pengadaan contoh", SUB_TEXT)
    taken = read_form([form(FIRST, NESTED, PAID, other)])
    path = "DR.3165.QIA.001/055"
    assert [str(problem) for problem in taken.problems] == [
        f"Lembar1!C9: {path} sudah bernama “Pengadaan sampel” pada baris sebelumnya;"
        " nama “Pengadaan contoh” di sini tidak dipakai.",
        f"Lembar1!O9: Anggaran {path}/A pada baris sebelumnya 37,720,000; 1,000 di sini tidak dipakai.",
    ]
    assert taken.plan.anggaran[0].komponen[0].subkomponen[0].anggaran == 37_720_000


def test_months_by_their_names_and_optional_columns() -> None:
    names: Cells = ["Jan", "Feb", "Maret", "Apr", "Mei", "Juni", "Juli", "Agust", "Sept", "Okt", "Nov", "Des"]
    head: list[Cells] = [
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target 2024", "Target", *[None] * 11, "Pagu"],
        [None] * 5 + names,
    ]
    row = ["1", "1. Meningkatnya pengawasan", "1. Persentase sampel", "Persen", 80, None, *[75] * 11, 0]
    taken = read_form([of_rows(*TITLE, *head, row)])
    assert taken.problems == ()
    node = taken.plan.sasaran[0].indikator[0]
    assert (node.kode, node.satuan) == ("01", "Persen")
    assert (node.target_tahunan, node.target[1]) == (Decimal(80), Decimal(75))
    assert taken.plan.cetak.kolom == (Kolom.SATUAN, Kolom.TARGET_TAHUNAN)


def test_a_form_by_quarters_fills_the_last_month_of_each() -> None:
    head: list[Cells] = [
        ["NO.", "SASARAN KEGIATAN", "INDIKATOR KINERJA KEGIATAN", "TARGET TRIWULAN", None, None, None, "ANGGARAN"],
        [None, None, None, "TW I", "TW II", "TW III", "TW IV"],
    ]
    taken = read_form([of_rows(*TITLE, *head, ["1.", "01 - Satu", "01 - Dua", 10, None, 50, 100, 0])])
    target = taken.plan.sasaran[0].indikator[0].target
    ten, fifty, hundred = map(Decimal, (10, 50, 100))
    assert target == (None, None, ten, None, None, None, None, None, fifty, None, None, hundred)
    assert taken.plan.cetak.periode is Periode.TRIWULAN


CLOSING: list[Cells] = [
    [],
    ["Catatan pertama."],
    [],
    ["Catatan ketiga."],
    [],
    [None, "Mengetahui,", *[None] * 10, "Jember, 5 Januari 2024"],
    [None, "Kepala Badan POM", *[None] * 10, "Plt. Kepala Loka POM"],
    [None, None, *[None] * 10, "di Jember"],
    [],
    [],
    [],
    [None, "NAMA LAIN", *[None] * 10, "BENNY HENDRAWAN"],
    [None, "NIP. 19650505 199001 1 001", *[None] * 10, "Penata Tk. I"],
]


def test_the_closing_of_two_parties() -> None:
    taken = read_form([form(FIRST, NESTED, PAID, TOTAL, *CLOSING)])
    assert taken.problems == ()
    dokumen = taken.plan.dokumen
    assert (dokumen.catatan, dokumen.tempat) == ("Catatan pertama.\n\nCatatan ketiga.", "Jember")
    assert dokumen.tanggal == date(2024, 1, 5)
    right, left = taken.plan.penandatangan
    assert (right.awalan, right.jabatan, right.nama) == ("Plt.", "Kepala Loka POM di Jember", "BENNY HENDRAWAN")
    assert right.pangkat == "Penata Tk. I"
    assert (left.peran, left.jabatan, left.nama) == ("Mengetahui,", "Kepala Badan POM", "NAMA LAIN")
    assert left.nip == "19650505 199001 1 001"


def test_a_date_to_be_filled_in_by_hand() -> None:
    closing: list[Cells] = [[], ["Jember, ....... Januari 2024"], ["Kepala Loka POM"], [], [], ["BENNY"]]
    taken = read_form([form(FIRST, NESTED, PAID, TOTAL, *closing)])
    assert (taken.plan.dokumen.tempat, taken.plan.dokumen.tanggal) == ("Jember", None)
    assert taken.plan.penandatangan[0].nama == "BENNY"
    assert problems(taken) == {"A11": "Tanggal pada “Jember, ....... Januari 2024” belum lengkap, tidak dibaca."}


def test_numbered_notes_below_the_total_are_no_indikator() -> None:
    notes: list[Cells] = [["1. Target mengacu pada manual."], ["2. Realisasi dilaporkan."]]
    taken = read_form([form(FIRST, NESTED, PAID, TOTAL, *notes)])
    assert tree(taken) == ONE
    assert taken.plan.dokumen.catatan == "1. Target mengacu pada manual.\n2. Realisasi dilaporkan."


def test_a_title_in_one_cell_with_the_year_in_a_line_of_its_own() -> None:
    title: list[Cells] = [["RENCANA AKSI\nLOKA POM DI JEMBER\nTAHUN ANGGARAN 2023"], ["Revisi ke-2"]]
    dokumen = read_form([of_rows(*title, *HEAD, FIRST, NESTED, PAID)]).plan.dokumen
    assert (dokumen.judul, dokumen.unit_kerja) == ("RENCANA AKSI", "LOKA POM DI JEMBER")
    assert (dokumen.tahun, dokumen.revisi) == (2023, 2)


def test_pages_on_sheets_of_their_own_are_one_form() -> None:
    second = of_rows(*HEAD, indikator("02 - Dua", 0), TOTAL, name="Table 2")
    taken = read_form([form(FIRST, NESTED, PAID), second, of_rows(["Petunjuk"], name="Baca dahulu")])
    assert len(taken.plan.sasaran[0].indikator) == 2
    assert taken.problems == ()
    assert taken.remarks == ("Lembar “Baca dahulu” tidak dibaca: bukan formulir Rencana Aksi.",)


def test_a_form_of_another_year_on_a_sheet_beside_is_left_out() -> None:
    other = of_rows(["RENCANA AKSI TAHUN 2023"], *HEAD, indikator("09 - Lama", 0), name="2023")
    taken = read_form([form(FIRST, NESTED, PAID), other])
    assert tree(taken) == ONE
    assert taken.remarks == ("Lembar “2023” tidak dibaca: formulir lain daripada lembar “Lembar1”.",)


def test_what_is_no_form_is_refused() -> None:
    sheet = of_rows(["Kode", "Uraian", "Jumlah"], ["051", "Sampel", 5])
    assert not is_form([sheet])
    with pytest.raises(SheetRefused, match="bukan formulir"):
        read_form([sheet])


LINE = SubKomponen("sub", "A", "Nama lama", 1)
UNUSED = SubKomponen("tak-terpakai", "Z", "Tidak dipakai siapa pun", 5)
BEFORE = Plan(
    dokumen=Dokumen(unit_kerja="LAMA", instansi="TETAP", pagu=7, tahun=2020),
    penandatangan=(Penandatangan("orang", "Kepala", "LAMA"),),
    anggaran=(RO("ro", "DR.3165.QIA.001", "Lama", (Komponen("komp", "055", "Lama", (UNUSED, LINE)),)),),
    sasaran=(
        Sasaran("hilang", "09", "Hilang"),
        Sasaran(
            "tetap",
            "01",
            "Lama",
            (
                Indikator(
                    "ind",
                    "01",
                    "Lama",
                    target=(Decimal(5), *[None] * 11),
                    jenis_target=JenisTarget.KONSTAN,
                    polaritas=Polaritas.MAKSIMUM,
                    satuan="Persen",
                    kontribusi=(Kontribusi("kon", "sub", 3),),
                ),
            ),
        ),
    ),
)


def test_onto_a_plan_what_is_found_again_keeps_its_id_and_what_the_form_does_not_say() -> None:
    taken = read_form([form(FIRST, NESTED, PAID, TOTAL)], onto=BEFORE)
    (sasaran,) = taken.plan.sasaran
    (node,) = sasaran.indikator
    assert (sasaran.id, sasaran.uraian) == ("tetap", "Meningkatnya pengawasan")
    assert (node.id, node.jenis_target, node.polaritas, node.satuan) == ("ind", "konstan", "maksimum", "Persen")
    assert node.target == (None, *[Decimal(75)] * 11)
    assert node.kontribusi == (Kontribusi("kon", "sub", 9_430_000),)
    komponen = taken.plan.anggaran[0].komponen[0]
    assert komponen.subkomponen == (UNUSED, replace(LINE, nama="Pengadaan Sampel", anggaran=37_720_000))
    dokumen = taken.plan.dokumen
    assert (dokumen.unit_kerja, dokumen.instansi, dokumen.pagu) == ("LOKA POM DI JEMBER", "TETAP", 7)


def test_onto_a_plan_a_bad_cell_keeps_the_value_that_was_there() -> None:
    row = [*FIRST[:3], "7S", 75, *FIRST[5:]]
    taken = read_form([form(row, NESTED, kontribusi("1.", "?", "??"))], onto=BEFORE)
    node = taken.plan.sasaran[0].indikator[0]
    assert node.target[:2] == (Decimal(5), Decimal(75))
    assert node.kontribusi[0].jumlah == 3
    assert taken.plan.anggaran[0].komponen[0].subkomponen[1].anggaran == 1
