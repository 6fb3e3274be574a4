"""What officers do to a kertas kerja before they send it back, and what the plan becomes by it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from tests.spreadsheets.edited_book import Book, jember, told

from renaksi_desktop.domain import edits as edit
from renaksi_desktop.domain.acceptance import accept
from renaksi_desktop.domain.checks import check
from renaksi_desktop.domain.comparison import compare
from renaksi_desktop.domain.plan import Cantuman, JenisTarget, Kontribusi, Plan, Sasaran, new_id, walk
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.spreadsheets.kertas_kerja.reader import read_kertas_kerja
from renaksi_desktop.spreadsheets.sheet import Sheet, SheetRefused, Value


@pytest.fixture
def book() -> Book:
    return Book(jember())


def test_cells_are_typed_over(book: Book) -> None:
    book.put("Indikator", 2, "B03", 82)
    book.put("Indikator", 2, "Jenis target", "Akhir tahun")
    book.put("Sasaran", 3, "Uraian Sasaran", "Meningkatnya mutu")
    book.put("Kontribusi", 2, "Kontribusi", 61_000_000)
    assert book.changes() == [
        "diubah: Sasaran 01 > Indikator 01, jenis target: (kosong) menjadi akhir tahun",
        "diubah: Sasaran 01 > Indikator 01, B03: 81.25 menjadi 82",
        "diubah: Sasaran 01 > Indikator 01 > Kontribusi DR.3165.QIA.002/055/A, Kontribusi:"
        " 61,559,000 menjadi 61,000,000",
        "diubah: Sasaran 02, uraian: Meningkatkan Efektivitas Pengawasan Sarana Produksi Pangan Fortifikasi"
        " menjadi Meningkatnya mutu",
    ]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (7_000_000_000, 7_000_000_000),
        ("7.000.000.000", 7_000_000_000),
        ("Rp 7,000,000,000.00", 7_000_000_000),
        (Decimal(7_000_000_000), 7_000_000_000),
        (None, None),
        ("-", None),
    ],
)
def test_rupiah_is_a_number_or_text_in_either_style(book: Book, typed: Value | None, read: int | None) -> None:
    book.put("Dokumen", book.row("Dokumen", Isian="Pagu"), "Isi", typed)
    assert book.read().plan.dokumen.pagu == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (Decimal("81.5"), Decimal("81.5")),
        ("81,5", Decimal("81.5")),
        ("81.5 %", Decimal("81.5")),
        ("1.234,5", Decimal("1234.5")),
        (None, None),
        ("-", None),
        ("‹81,5›", "81,5"),
    ],
)
def test_targets_are_numbers_or_text_in_either_style(book: Book, typed: Value | None, read: object) -> None:
    book.put("Indikator", 2, "B01", typed)
    assert book.read().plan.sasaran[0].indikator[0].target[0] == read


def test_a_target_that_may_have_been_meant_otherwise_is_told(book: Book) -> None:
    book.put("Indikator", 2, "B01", "1.500").put("Indikator", 2, "B02", "2.500")
    (remark,) = book.read().remarks
    assert remark.startswith("Indikator!G2: “1.500” dibaca sebagai 1.5; bila maksudnya 1500, ")
    assert remark.endswith("Begitu pula 1 sel lain.")


@pytest.mark.parametrize(
    "typed", [date(2025, 9, 1), "1 September 2025", "1 Sept 2025", "1-9-2025", "2025-09-01", "01/09/2025"]
)
def test_dates_are_dates_or_texts(book: Book, typed: Value) -> None:
    book.put("Dokumen", book.row("Dokumen", Isian="Tanggal"), "Isi", typed)
    assert book.read().plan.dokumen.tanggal == date(2025, 9, 1)


def test_what_is_printed_is_chosen_by_yes_and_no(book: Book) -> None:
    for name, answer in (("tanda air DRAF", "Ya"), ("nomor halaman", None), ("nomor revisi", False)):
        book.put("Dokumen", book.row("Dokumen", Isian=f"Cantumkan {name}"), "Isi", answer)
    assert book.read().plan.cetak.cantuman == (Cantuman.LANJUTAN, Cantuman.DRAF)
    book.put("Dokumen", book.row("Dokumen", Isian="Cantumkan nomor halaman"), "Isi", "kadang")
    taken = book.read()
    assert told(taken) == ["Dokumen!C18: Isi dengan ya atau tidak."]
    assert Cantuman.HALAMAN in taken.plan.cetak.cantuman


def test_columns_are_moved_renamed_months_and_left_out(book: Book) -> None:
    rows = book.sheets["Indikator"]
    first, last = book.column("Indikator", "B01"), book.column("Indikator", "Id Sasaran")
    for cells in rows.values():
        moved = {last + 2 - column: value for column, value in cells.items()}
        cells.clear()
        cells.update(moved)
    rows[1][last + 2 - first] = "Januari"
    for cells in rows.values():
        cells.pop(last + 2 - 3, None)  # the uraian
        cells[40] = "catatan kantor"
    assert book.changes() == []


def test_a_title_above_the_head_and_sheets_of_the_office_are_no_obstacle(book: Book) -> None:
    for name in ("Sasaran", "Dokumen", "Anggaran"):
        book.sheets[name] = {row + 4: cells for row, cells in book.sheets[name].items()}
        book.sheets[name][1] = {1: "BALAI POM DI JEMBER"}
        book.sheets[name][2] = {1: name, 2: "triwulan I"}
    book.sheets["Rekap"] = {1: {1: "Kode Sasaran", 2: "Jumlah"}, 2: {1: "01", 2: 7}}
    assert book.changes() == []


def test_a_renamed_sheet_is_found_by_its_titles(book: Book) -> None:
    book.sheets["Target 2025"] = book.sheets.pop("Indikator")
    assert book.changes() == []


def test_a_column_that_is_there_twice_is_read_once(book: Book) -> None:
    head = book.sheets["Sasaran"][1]
    head[9] = "uraian  sasaran"
    book.sheets["Sasaran"][2][9] = "lain"
    taken = book.read()
    assert taken.plan == jember()
    assert told(taken) == ["Sasaran!I1: Kolom “Uraian Sasaran” sudah ada di B1; kolom ini tidak dibaca."]


def test_rows_in_another_order_are_the_order_of_the_plan(book: Book) -> None:
    rows = book.sheets["Sasaran"]
    rows[2], rows[3] = rows[3], rows[2]
    assert book.changes() == ["dipindahkan: Rencana, urutan Sasaran"]
    assert [node.kode for node in book.read().plan.sasaran[:2]] == ["02", "01"]


def test_rows_without_content_and_rows_that_are_gone_are_removed(book: Book) -> None:
    first = book.row("Kontribusi", Indikator="01 > 03")
    book.clear("Kontribusi", first, "Id Kontribusi", "Id Indikator", "Id Sub Komponen", "Uraian Indikator")
    del book.sheets["Kontribusi"][book.row("Kontribusi", Indikator="01 > 04")]
    book.sheets["Kontribusi"][200] = {}
    assert book.changes() == [
        f"dihapus: Sasaran 01 > Indikator {kode} > Kontribusi DR.3165.QIA.001/055/A: 9,430,000"
        for kode in ("03", "04")
    ]


def test_new_rows_are_new_parts_of_the_plan(book: Book) -> None:
    book.type_row("Sasaran", book.last("Sasaran"), Kode_Sasaran="100", Uraian_Sasaran="Terwujudnya tata kelola")
    book.type_row("Indikator", book.last("Indikator"), Kode_Sasaran="100", Kode_Indikator="01", B12=90)
    budget: dict[str, Value] = {"Kode_RO": "DR.3165.QIA.002", "Kode_Komponen": "055", "Kode_Sub_Komponen": "B"}
    book.type_row("Anggaran", book.last("Anggaran"), **budget, Nama_Sub_Komponen="Pengujian", Anggaran="1.500.000")
    shares: dict[str, Value] = {
        "Indikator": "100 > 01",
        "Sub_Komponen": "DR.3165.QIA.002/055/B",
        "Kontribusi": 1_000_000,
    }
    book.type_row("Kontribusi", book.last("Kontribusi"), **shares)
    taken = book.read()
    assert [str(line) for line in compare(jember(), taken.plan)] == [
        "ditambah: RO DR.3165.QIA.002 > Komponen 055 > Sub Komponen B: Pengujian, 1,500,000",
        "ditambah: Sasaran 100: Terwujudnya tata kelola, beserta 1 Indikator dan 1 Kontribusi",
    ]
    assert taken.problems == ()
    assert Totals(taken.plan).total == Totals(jember()).total + 1_000_000


def test_kode_are_typed_as_officers_type_them(book: Book) -> None:
    row = book.last("Indikator")
    book.type_row("Indikator", row, Kode_Sasaran=1, Kode_Indikator="8", Uraian_Indikator="Jumlah laporan")
    shares: dict[str, Value] = {
        "Indikator": "1>8",
        "Sub_Komponen": "dr.3165.qia.002 / 55 / a",
        "Kontribusi": "1.000",
    }
    book.type_row("Kontribusi", book.last("Kontribusi"), **shares)
    assert book.changes() == ["ditambah: Sasaran 01 > Indikator 08: Jumlah laporan, beserta 1 Kontribusi"]


def test_rows_without_id_are_known_by_their_kode_below_their_parent(book: Book) -> None:
    for rows in book.sheets.values():
        ids = {column for column, title in rows[1].items() if str(title).startswith("Id ")}
        for row, cells in rows.items():
            rows[row] = {column: value for column, value in cells.items() if column not in ids}
    assert book.changes() == []


def test_ids_of_another_plan_are_no_obstacle(book: Book) -> None:
    other = read_kertas_kerja(Book(jember()).as_sheets())
    renamed = {node.id: new_id() for node in walk(other.plan)}
    for rows in book.sheets.values():
        for cells in rows.values():
            cells.update({column: renamed[str(value)] for column, value in cells.items() if str(value) in renamed})
    assert book.changes() == []


def test_an_unknown_id_stays_the_id_of_a_new_node(book: Book) -> None:
    fresh = new_id()
    book.type_row("Sasaran", book.last("Sasaran"), Kode_Sasaran="50", Id_Sasaran=fresh)
    book.type_row("Sasaran", book.last("Sasaran"), Kode_Sasaran="51", Id_Sasaran="abc")
    taken = book.read()
    assert [node.kode for node in taken.plan.sasaran if node.id == fresh] == ["50"]
    assert told(taken) == ["Sasaran!D10: Id ini tidak dikenal; barisnya dikenali dari isinya."]


def test_a_copied_row_is_a_new_one_and_the_original_keeps_its_id(book: Book) -> None:
    rows = book.sheets["Indikator"]
    rows[30] = dict(rows[2])
    book.put("Indikator", 30, "Kode Indikator", "09").put("Indikator", 30, "Uraian Indikator", "Salinan")
    rows[2], rows[30] = rows[30], rows[2]  # the copy stands above
    taken = book.read()
    first, *_, last = taken.plan.sasaran[0].indikator
    assert (first.kode, last.kode) == ("09", "01")
    assert last.id == jember().sasaran[0].indikator[0].id
    assert last.kontribusi == jember().sasaran[0].indikator[0].kontribusi
    assert told(taken) == ["Indikator!W2: Id ini juga ada di baris 30; baris ini dianggap Indikator lain."]


def test_a_repeated_kode_is_told(book: Book) -> None:
    book.type_row("Sasaran", book.last("Sasaran"), Kode_Sasaran="02", Uraian_Sasaran="Dua lagi")
    taken = book.read()
    assert told(taken) == ["Sasaran!A9: Sama dengan baris 3; baris ini menjadi Sasaran tersendiri."]
    assert [node.kode for node in taken.plan.sasaran].count("02") == 2
    assert taken.plan.sasaran[1] == jember().sasaran[1]


def test_each_bad_cell_is_listed_and_keeps_its_old_value(book: Book) -> None:
    book.put("Indikator", 2, "B03", "delapan puluh")
    book.put("Indikator", 2, "Jenis target", "datar")
    book.put("Indikator", 2, "B04", date(2025, 4, 1))
    book.put("Indikator", 2, "B05", "#DIV/0!")
    book.put("Anggaran", 2, "Anggaran", -5)
    book.put("Anggaran", 3, "Anggaran", Decimal("1.5"))
    book.put("Dokumen", book.row("Dokumen", Isian="Tahun"), "Isi", None)
    book.put("Dokumen", book.row("Dokumen", Isian="Tanggal"), "Isi", "besok")
    book.put("Sasaran", 2, "Uraian Sasaran", True)
    taken = book.read()
    assert taken.plan == jember()
    assert told(taken) == [
        "Dokumen!C3: Harus berupa bilangan bulat.",
        "Dokumen!C10: Tulis tanggal seperti 29 Agustus 2025 atau 29/8/2025.",
        "Anggaran!G2: Rupiah tidak boleh negatif.",
        "Anggaran!G3: Rupiah harus bilangan bulat, tanpa angka di belakang koma.",
        "Sasaran!B2: Sel ini berisi BENAR atau SALAH.",
        "Indikator!E2: Harus salah satu dari: konstan, kumulatif, non kumulatif, progres, akhir tahun, berkala,"
        " kualitatif.",
        "Indikator!I2: “delapan puluh” bukan angka.",
        "Indikator!J2: Sel ini berisi tanggal; format sel itu sebagai teks, lalu ketik isinya lagi.",
        "Indikator!K2: Rumus di sel ini tidak dapat dihitung (#DIV/0!).",
    ]


def test_a_nip_that_excel_made_a_number_of_is_not_taken(book: Book) -> None:
    book.put("Penandatangan", 2, "NIP", 197501012000031000)
    taken = book.read()
    assert taken.plan == jember()
    assert told(taken) == [
        "Penandatangan!E2: Sel ini berisi angka yang digit terakhirnya hilang; ketik lagi sebagai teks."
    ]


def test_a_third_signatory_has_no_room(book: Book) -> None:
    book.type_row("Penandatangan", 3, Nama="Dua").type_row("Penandatangan", 4, Nama="Tiga")
    taken = book.read()
    assert [node.nama for node in taken.plan.penandatangan][1:] == ["Dua"]
    assert told(taken) == [
        "Penandatangan!Baris 4: Formulir memuat paling banyak 2 penandatangan; baris ini tidak dibaca."
    ]


def test_what_names_nothing_is_told_and_left_out(book: Book) -> None:
    book.type_row("Indikator", book.last("Indikator"), Kode_Sasaran="77", Kode_Indikator="01")
    row = book.last("Kontribusi")
    book.type_row("Kontribusi", row, Indikator="01 > 01", Kontribusi=5)
    book.type_row("Kontribusi", row + 1, Indikator="01 > 01", Sub_Komponen="DR.0000.AAA.001/051/A", Kontribusi=5)
    taken = book.read()
    assert taken.plan == jember()
    assert told(taken) == [
        "Indikator!A18: Sasaran “77” tidak ada; baris ini tidak dibaca.",
        f"Kontribusi!C{row}: Sub Komponen belum diisi; baris ini tidak dibaca.",
        f"Kontribusi!C{row + 1}: Sub Komponen “DR.0000.AAA.001/051/A” tidak ada; baris ini tidak dibaca.",
    ]


def test_a_bad_reference_of_a_known_row_keeps_the_old_one(book: Book) -> None:
    book.put("Kontribusi", 2, "Sub Komponen", "DR.0000.AAA.001/051/A").put(
        "Kontribusi", 2, "Id Sub Komponen", None
    )
    taken = book.read()
    assert taken.plan == jember()
    assert told(taken) == ["Kontribusi!C2: Sub Komponen “DR.0000.AAA.001/051/A” tidak ada."]


def test_a_kode_that_is_nowhere_is_told_though_the_id_of_the_row_is_known(book: Book) -> None:
    book.put("Kontribusi", 2, "Sub Komponen", "DR.0000.AAA.001/051/A")
    taken = book.read()
    assert taken.plan == jember()
    (problem,) = told(taken)
    assert problem.startswith("Kontribusi!C2: Sub Komponen “DR.0000.AAA.001/051/A” tidak ada; tetap “")


def test_an_indikator_moves_to_the_sasaran_that_its_row_shows(book: Book) -> None:
    book.put("Indikator", 2, "Kode Sasaran", "02").put("Indikator", 2, "Kode Indikator", "02")
    book.put("Kontribusi", 2, "Indikator", "02 > 02")
    assert book.changes() == [
        "diubah: Sasaran 02 > Indikator 02, kode: 01 menjadi 02",
        "dipindahkan: Sasaran 02 > Indikator 02: Sasaran 01 menjadi Sasaran 02",
    ]


def test_a_kode_that_is_changed_takes_along_what_names_it(book: Book) -> None:
    book.put("Sasaran", 2, "Kode Sasaran", "11")
    row = book.row("Anggaran", Kode_RO="DR.3165.QIA.002")
    book.put("Anggaran", row, "Kode Sub Komponen", "Z")
    assert book.changes() == [
        "diubah: RO DR.3165.QIA.002 > Komponen 055 > Sub Komponen Z, kode: A menjadi Z",
        "diubah: Sasaran 11, kode: 01 menjadi 11",
    ]


def test_a_line_of_the_budget_is_moved_by_the_kode_in_its_row_alone(book: Book) -> None:
    """Its id, which cannot be typed over, is not that of the RO which it shows."""
    row = book.row("Anggaran", Kode_RO="DR.3165.AEA.001", Kode_Sub_Komponen="F")
    book.put("Anggaran", row, "Kode RO", "DR.3165.BDC.001").put("Anggaran", row, "Nama RO", None)
    taken = book.read()
    assert [str(line) for line in compare(jember(), taken.plan)] == [
        "ditambah: RO DR.3165.BDC.001 > Komponen 054: Koordinasi Lintas Sektor Kinerja Penindakan Obat dan"
        " Makanan",
        "dipindahkan: RO DR.3165.BDC.001 > Komponen 054 > Sub Komponen F: RO DR.3165.AEA.001 > Komponen 054"
        " menjadi RO DR.3165.BDC.001 > Komponen 054",
    ]
    assert taken.plan.sasaran == jember().sasaran


def test_a_name_that_stands_in_many_rows_is_changed_in_one(book: Book) -> None:
    rows = [row for row, cells in book.sheets["Anggaran"].items() if cells[1] == "DR.3165.QCD.U11"]
    book.put("Anggaran", rows[3], "Nama RO", "Perkara")
    assert len(book.changes()) == 1
    book.put("Anggaran", rows[5], "Nama RO", "Kasus")
    taken = book.read()
    assert told(taken) == [f"Anggaran!B{rows[5]}: Berbeda dari B{rows[3]}; yang dipakai adalah yang di sana."]


def test_budget_rows_may_leave_blank_what_stands_above(book: Book) -> None:
    book.type_row(
        "Anggaran", 60, Kode_RO="DR.3165.ZZZ.111", Nama_RO="Baru", Kode_Komponen="051", Nama_Komponen="K"
    )
    book.type_row("Anggaran", 60, Kode_Sub_Komponen="A", Anggaran=1)
    book.type_row("Anggaran", 61, Kode_Sub_Komponen="B", Anggaran=2)
    book.type_row("Anggaran", 62, Kode_Komponen="052", Kode_Sub_Komponen="A", Anggaran=3)
    new = book.read().plan.anggaran[-1]
    assert [(komponen.kode, [line.anggaran for line in komponen.subkomponen]) for komponen in new.komponen] == [
        ("051", [1, 2]),
        ("052", [3]),
    ]


def test_accepted_findings_go_with_what_they_are_about() -> None:
    gap = next(found for found in check(jember()) if found.data == ("08–98",))
    book = Book(accept(gap, "Halaman itu hilang.").apply(jember()))
    assert book.read().plan == book.plan
    del book.sheets["Sasaran"][book.row("Sasaran", Kode_Sasaran="99")]
    taken = book.read()
    assert taken.plan.pengecualian == ()
    assert "dihapus: Pengecualian ke-1: Halaman itu hilang." in [
        str(line) for line in compare(book.plan, taken.plan)
    ]


def test_two_of_the_same_kode_are_told_apart_by_their_ids() -> None:
    twin = Sasaran(new_id(), "01", "Kembar")
    book = Book(edit.add(twin, jember(), 0).apply(jember()))
    assert book.read().plan == book.plan
    row = book.last("Indikator")
    book.type_row("Indikator", row, Kode_Sasaran="01", Kode_Indikator="08", Uraian_Indikator="Baru")
    taken = book.read()
    assert told(taken) == [
        f"Indikator!A{row}: “01” milik lebih dari satu Sasaran; yang dipakai adalah yang pertama."
    ]
    assert [node.uraian for node in taken.plan.sasaran[0].indikator] == ["Baru"]


def test_sheets_that_are_not_there_leave_the_plan_as_it_is(book: Book) -> None:
    for name in ("Kontribusi", "Dokumen", "Penandatangan", "Anggaran"):
        del book.sheets[name]
    taken = book.read()
    assert taken.plan == jember()
    assert taken.remarks[0] == "Lembar Dokumen tidak ada; bagian itu tidak diubah."
    assert len(taken.remarks) == 4


def test_as_a_new_plan_what_is_not_there_is_blank(book: Book) -> None:
    del book.sheets["Kontribusi"]
    plan = read_kertas_kerja(book.as_sheets()).plan
    assert not [node for node in walk(plan) if isinstance(node, Kontribusi)]
    assert plan.anggaran == jember().anggaran


def test_a_workbook_typed_from_nothing_is_a_plan() -> None:
    sheets = [
        Sheet("Sasaran", {1: {1: "Kode Sasaran", 2: "Uraian Sasaran"}, 2: {1: 1, 2: "Satu"}}),
        Sheet(
            "Indikator",
            {
                1: {1: "Kode Sasaran", 2: "Kode Indikator", 3: "Uraian Indikator", 4: "Jenis Target", 5: "B12"},
                2: {1: 1, 2: 1, 3: "Opini", 4: "kualitatif", 5: "WTP"},
                3: {2: 2, 3: "Indeks", 5: "3,5"},
            },
        ),
    ]
    (sasaran,) = read_kertas_kerja(sheets).plan.sasaran
    assert (sasaran.kode, sasaran.uraian) == ("01", "Satu")
    assert [(node.kode, node.target[11]) for node in sasaran.indikator] == [("01", "WTP"), ("02", Decimal("3.5"))]
    assert sasaran.indikator[0].jenis_target is JenisTarget.KUALITATIF


def test_more_than_a_plan_can_hold_is_refused(monkeypatch: pytest.MonkeyPatch, book: Book) -> None:
    monkeypatch.setattr("renaksi_desktop.spreadsheets.kertas_kerja.reader.MAX_NODES", 20)
    with pytest.raises(SheetRefused, match="memuat lebih dari 20 bagian rencana"):
        book.read()


def test_nothing_at_all_is_an_empty_plan_where_there_was_none() -> None:
    assert read_kertas_kerja([]).plan == Plan()
