"""The form as a workbook: what colleagues see, compute with and print."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from tests.spreadsheets.form_sheets import opened
from tests.strategies import plans

from renaksi_desktop.domain import edits as edit
from renaksi_desktop.domain.errors import InputRefused
from renaksi_desktop.domain.plan import Cantuman, Cetak, Dokumen, Gaya, Indikator, Kertas, Plan, Sasaran
from renaksi_desktop.domain.totals import anggaran
from renaksi_desktop.interchange import read_json
from renaksi_desktop.resources import SAMPLE
from renaksi_desktop.spreadsheets.form.writer import write_form

MONEY = "Q"
"""The last column of the sample's form: Anggaran, and Kontribusi below it."""


@pytest.fixture(scope="module")
def jember() -> Plan:
    return read_json(SAMPLE.read_bytes())


@pytest.fixture(scope="module")
def sheet(jember: Plan) -> Worksheet:
    return opened(write_form(jember))


def rows_of(sheet: Worksheet, column: str, text: str) -> list[int]:
    """Return the rows where a text stands in a column."""
    return [cell.row for cell in sheet[column] if str(cell.value or "").startswith(text)]


def part_of(book: bytes, name: str) -> str:
    """Return the XML of one part of a workbook."""
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        return parts.read(name).decode()


def one(uraian: str = "Satu", **dokumen: object) -> Plan:
    """Return a plan of one Indikator."""
    indikator = Indikator("i", "01", uraian, target=(Decimal("82.5"), *[None] * 11))
    return Plan(dokumen=Dokumen(**dokumen), sasaran=(Sasaran("s", "01", "Mutu", (indikator,)),))  # type: ignore[arg-type]


def test_the_title_and_the_two_rows_of_headings(sheet: Worksheet) -> None:
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == [
        "RENCANA AKSI PERJANJIAN KINERJA TAHUN 2025",
        "BALAI POM DI JEMBER",
        "BADAN PENGAWAS OBAT DAN MAKANAN",
    ]
    assert [cell.value for cell in sheet[5] if cell.value] == [
        "NO.",
        "SASARAN KEGIATAN",
        "INDIKATOR KINERJA KEGIATAN",
        "TARGET",
        "ANGGARAN",
    ]
    assert [cell.value for cell in sheet[6] if cell.value] == [f"B{number:02d}" for number in range(1, 13)]
    merged = {str(cells) for cells in sheet.merged_cells.ranges}
    assert {"A1:Q1", "A5:A6", "B5:B6", "C5:D6", "E5:P5", "Q5:Q6"} <= merged


def test_every_amount_is_a_whole_number_and_every_target_a_number(jember: Plan) -> None:
    sheet = opened(write_form(jember))
    amounts = [cell.value for cell in sheet[MONEY] if cell.value and not isinstance(cell.value, str)]
    assert all(type(amount) is int for amount in amounts)
    assert sum(amounts) == 3 * 7_829_237_000  # each Kontribusi, each Anggaran, the Total
    assert [sheet.cell(7, column).value for column in range(5, 17)] == [81.25] * 7 + [82.5] * 5
    assert {sheet.cell(7, column).number_format for column in range(5, 17)} == {"[$-409]General"}


def test_an_amount_of_fifteen_digits_keeps_each_of_them(jember: Plan) -> None:
    line = jember.anggaran[0].komponen[0].subkomponen[0]
    book = write_form(edit.change(line, anggaran=999_999_999_999_999).apply(jember))
    assert "<v>999999999999999</v>" in part_of(book, "xl/worksheets/sheet1.xml")


def test_anggaran_and_total_are_formulas_that_carry_their_values(jember: Plan) -> None:
    book = write_form(jember)
    formulas, values = opened(book, formulas=True), opened(book)
    written = [cell for cell in formulas[MONEY] if isinstance(cell.value, str) and cell.value.startswith("=")]
    indikator = [node for sasaran in jember.sasaran for node in sasaran.indikator]
    assert [values[cell.coordinate].value for cell in written] == [*map(anggaran, indikator), 7_829_237_000]
    assert written[0].value == "=SUBTOTAL(9,Q8:Q9)"
    assert written[-1].value == f"=SUBTOTAL(9,Q7:Q{written[-1].row - 1})"


def test_what_looks_like_a_formula_stays_text() -> None:
    book = write_form(one("@nama", unit_kerja='=HYPERLINK("http://x")', instansi="+62", catatan="-1"))
    sheet = opened(book, formulas=True)
    texts = [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "s"]
    formula_like = [cell.value for cell in texts if str(cell.value).startswith(("=", "+", "-", "@"))]
    assert formula_like == ['=HYPERLINK("http://x")', "+62", "-1"]
    assert {cell.value for cell in texts if cell.quotePrefix} == {*formula_like}


def test_a_text_that_no_cell_can_hold_is_refused_by_name() -> None:
    with pytest.raises(InputRefused, match=r"Teks “01 - Satu kata .*…” untuk sel C5 terlalu panjang"):
        write_form(one("Satu kata " * 3600))


def test_rows_are_as_high_as_their_texts(jember: Plan) -> None:
    sheet = opened(write_form(one("Kata yang panjang " * 20)))
    short = opened(write_form(one())).row_dimensions[5].height
    assert sheet.row_dimensions[5].height > 5 * short


def test_a_text_higher_than_a_row_can_be_takes_several_rows() -> None:
    sheet = opened(write_form(one("Kata yang panjang " * 500)))
    (text,) = [cells for cells in sheet.merged_cells.ranges if cells.min_row == 5 and cells.min_col == 3]
    assert text.max_row > 5
    heights = [sheet.row_dimensions[row].height for row in range(text.min_row, text.max_row + 1)]
    assert max(heights) <= 409
    assert sheet.cell(text.max_row + 1, 1).value == "Total"


def test_the_label_of_a_sasaran_has_room_beside_few_rows() -> None:
    plan = one()
    long = edit.change(plan.sasaran[0], uraian="Meningkatnya pengawasan di wilayah kerja " * 8).apply(plan)
    assert opened(write_form(long)).row_dimensions[5].height > 100


@pytest.mark.parametrize(("kertas", "number"), [("A4", 9), ("F4", 14), ("A3", 8), ("Legal", 5)])
def test_it_prints_as_the_plan_is_set_up(jember: Plan, kertas: str, number: int) -> None:
    cetak = Cetak(kertas=Kertas(kertas), margin_atas=20, margin_kiri=30, margin_kanan=15)
    sheet = opened(write_form(replace(jember, cetak=cetak)))
    assert sheet.page_setup.paperSize == number
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToHeight == 0
    fits = sheet.sheet_properties.pageSetUpPr
    assert fits is not None
    assert fits.fitToPage
    margins = sheet.page_margins
    assert (margins.top, margins.left, margins.right) == pytest.approx((20 / 25.4, 30 / 25.4, 15 / 25.4))
    assert sheet.print_title_rows == "$5:$6"
    assert sheet.freeze_panes == "A7"
    assert sheet.print_area == f"'Rencana Aksi'!$A$1:${get_column_letter(sheet.max_column)}${sheet.max_row}"


def test_the_foot_names_the_plan_and_the_page(jember: Plan) -> None:
    plan = replace(jember, dokumen=replace(jember.dokumen, unit_kerja="OBAT & MAKANAN"))
    foot = part_of(write_form(plan), "xl/worksheets/sheet1.xml")
    name = "RENCANA AKSI PERJANJIAN KINERJA TAHUN 2025 - OBAT &amp;&amp; MAKANAN"
    assert f"<oddFooter>&amp;L&amp;9 {name}&amp;R&amp;9 Halaman &amp;P dari &amp;N</oddFooter>" in foot
    draft = part_of(write_form(replace(plan, cetak=Cetak(cantuman=(Cantuman.DRAF,)))), "xl/worksheets/sheet1.xml")
    assert f"<oddFooter>&amp;L&amp;9 {name}</oddFooter>" in draft
    assert "DRAF</oddHeader>" in draft


def test_the_workbook_says_what_it_is_and_nothing_of_when_it_was_made(jember: Plan) -> None:
    book = write_form(jember)
    properties = part_of(book, "docProps/core.xml")
    assert "<dc:title>RENCANA AKSI PERJANJIAN KINERJA TAHUN 2025 - BALAI POM DI JEMBER</dc:title>" in properties
    assert "<dc:creator>BALAI POM DI JEMBER</dc:creator>" in properties
    assert ">2025-08-29T00:00:00Z<" in properties
    assert write_form(jember) == book


def test_dates_and_separators_follow_the_style_of_the_plan(jember: Plan) -> None:
    sheet = opened(write_form(replace(jember, cetak=Cetak(gaya=Gaya.INDONESIA))))
    assert sheet[f"{MONEY}7"].number_format == "[$-421]#,##0_-"
    texts = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert "Jember, 29 Agustus 2025" in texts


def test_a_long_target_is_shown_with_all_its_digits() -> None:
    plan = one()
    indikator = plan.sasaran[0].indikator[0]
    sheet = opened(write_form(edit.set_targets(indikator, {1: Decimal("1234567.125")}).apply(plan)))
    assert (sheet["E5"].value, sheet["E5"].number_format) == (1234567.125, "[$-409]0.000")
    assert sheet["E5"].alignment.shrink_to_fit


def test_the_font_is_that_of_the_form_whatever_the_theme_of_excel_is(jember: Plan) -> None:
    for _ in range(2):
        fonts = part_of(write_form(jember), "xl/styles.xml").split("<fonts")[1].split("</fonts>")[0]
        assert fonts.count('name val="Arial"') == fonts.count("<font>")
        assert "scheme" not in fonts


@given(plans())
def test_any_plan_is_written_as_a_workbook_that_opens(plan: Plan) -> None:
    sheet = opened(write_form(plan))
    assert rows_of(sheet, "A", "Total")
