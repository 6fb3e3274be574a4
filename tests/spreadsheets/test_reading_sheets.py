"""An officer's workbook or CSV becomes sheets of exact values, whoever wrote it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from tests.spreadsheets.packages import BOOK, MAIN, SHEET, STYLES, book, one_cell, parts, relations, sheet, zipped

from renaksi_desktop.spreadsheets.child import outcome
from renaksi_desktop.spreadsheets.events import event, line
from renaksi_desktop.spreadsheets.reading import quiet, read_sheets, sheets_of
from renaksi_desktop.spreadsheets.sheet import MAX_CELL_TEXT, Sheet, Value

Grid = Mapping[int, Mapping[int, Value]]


def read(data: bytes, name: str = "anggaran.xlsx") -> tuple[Sheet, ...]:
    """Read as the program does, in one process: through the lines that the other would write."""
    return sheets_of(map(event, map(line, outcome(data, name))), quiet)


def only(data: bytes, name: str = "anggaran.xlsx") -> Grid:
    (sheet,) = read(data, name)
    return sheet.rows


def first(cell: str, attributes: str = "", strings: str = "", styles: str = "") -> Value | None:
    """Return the value of A1, whose inside is written here."""
    return only(zipped(parts(one_cell(cell, attributes), strings, styles))).get(1, {}).get(1)


def formatted(serial: str, code: str) -> Value | None:
    """Return the value of A1 with a number in a format."""
    formats = f'<numFmts><numFmt numFmtId="170" formatCode="{code}"/></numFmts>'
    return first(
        f"<v>{serial}</v>", ' s="1"', "", f'{formats}<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>'
    )


def test_a_workbook_of_an_office_is_read_as_it_is_shown() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Rencana"
    sheet["A1"], sheet["C1"] = "  Anggaran\n", 61_559_000
    sheet["A2"], sheet["A2"].number_format = 0.825, "0.0%"
    sheet["B2"], sheet["C2"], sheet["D2"] = 70.49, True, date(2025, 8, 29)
    sheet["E2"], sheet["E2"].number_format = datetime(2025, 8, 29, 13, 30), "dd/mm/yyyy hh:mm"
    sheet["A5"], sheet["B5"], sheet["C5"] = "=SUM(C1:C4)", "#REF!", "   "
    hidden = book.create_sheet("Tersembunyi")
    hidden.sheet_state = "hidden"
    hidden["B3"] = 1
    file = io.BytesIO()
    book.save(file)
    assert read_sheets(file.getvalue(), "rencana.xlsx") == (
        Sheet(
            "Rencana",
            {
                1: {1: "Anggaran", 3: 61_559_000},
                2: {1: Decimal("82.5"), 2: Decimal("70.49"), 3: True, 4: date(2025, 8, 29), 5: date(2025, 8, 29)},
                5: {2: "#REF!"},
            },
            uncalculated=1,
        ),
        Sheet("Tersembunyi", {3: {2: 1}}),
    )


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("70.489999999999995", Decimal("70.49")),
        ("0.30000000000000004", Decimal("0.3")),
        ("2.037392E10", 20_373_920_000),
        ("1E-7", Decimal("0.0000001")),
        ("199001012015031001", 199_001_012_015_031_001),
        ("-5", -5),
        ("61559000.0", 61_559_000),
        ("1E+300", 10**300),
        ("1E400", "1E400"),
        ("nan", "nan"),
        ("satu", "satu"),
    ],
)
def test_a_number_is_exact_whatever_a_program_made_of_it(written: str, number: Value) -> None:
    assert first(f"<v>{written}</v>") == number


@pytest.mark.parametrize(
    ("serial", "code", "value"),
    [
        ("45898", "dd/mm/yyyy", date(2025, 8, 29)),
        ("45898", "[$-421]dd mmmm yyyy;@", date(2025, 8, 29)),
        ("45898.4", "d mmm", date(2025, 8, 29)),
        ("45898", "mmm", date(2025, 8, 29)),
        ("59", "d/m/yy", date(1900, 2, 28)),
        ("0.5", "h:mm AM/PM", "12:00:00"),
        ("1.5", "[h]:mm", "36:00:00"),
        ("-7", "[h]:mm", -7),
        ("1E12", "dd/mm/yyyy", 1_000_000_000_000),
        ("0.825", "0%", Decimal("82.5")),
        ("0.07", "0.00%", 7),
        ("1.5", "0.00\\%", Decimal("1.5")),
        ("1.5", "0.0&quot; %&quot;", Decimal("1.5")),
        ("5", "#,##0 &quot;hari&quot;", 5),
        ("5", "[Red]#,##0;[$Rp-421]#,##0", 5),
        ("5", "_-* #,##0_-;_-@_-", 5),
        ("5", "General &quot;dosis&quot;", 5),
        ("5", "d" * 300, 5),
    ],
)
def test_a_number_is_what_its_format_makes_of_it(serial: str, code: str, value: Value) -> None:
    assert formatted(serial, code) == value


@pytest.mark.parametrize(
    ("number", "value"), [(14, date(2025, 8, 29)), (10, 4_589_800), (3, 45_898), (999, 45_898)]
)
def test_formats_that_no_file_spells_out_are_known(number: int, value: Value) -> None:
    assert first("<v>45898</v>", ' s="0"', "", f'<cellXfs><xf numFmtId="{number}"/></cellXfs>') == value


def test_formats_of_named_styles_are_not_those_of_cells() -> None:
    styles = '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/></cellXfs>'
    assert first("<v>0.5</v>", ' s="0"', "", styles) == Decimal("0.5")


def test_texts_in_parts_with_hints_and_escapes_are_one_text() -> None:
    strings = (
        "<si><t>_x000D_\n Uji </t></si>"
        "<si><r><rPr><b/></rPr><t>dua </t></r><r><t>bagian</t></r><rPh sb='0' eb='1'><t>hint</t></rPh></si>"
        "<si><t>_x005F_x0041_ _xD83D__xDE00_ _xD83D_</t></si>"
        "<si><t>  </t></si><si/>"
    )
    cells = "".join(f'<c t="s"><v>{number}</v></c>' for number in range(5))
    assert only(zipped(parts(f"<row>{cells}</row>", strings))) == {
        1: {1: "Uji", 2: "dua bagian", 3: "_x0041_ 😀 \N{REPLACEMENT CHARACTER}"}
    }


def test_a_text_in_its_cell_is_read_and_one_calculated_may_be_empty() -> None:
    cells = (
        '<c t="inlineStr"><is><r><t>satu</t></r><r><t> dua</t></r></is></c><c t="str"><f>""</f><v></v></c>'
        '<c t="str"><f>A1</f><v>satu dua</v></c><c t="b"><v>0</v></c><c t="e"><v>#DIV/0!</v></c>'
        '<c t="d"><v>2025-08-29T00:00:00</v></c><c><f>1+1</f><v>2</v></c><c><f>1+1</f></c>'
    )
    (found,) = read(zipped(parts(f"<row>{cells}</row>")))
    assert found.rows == {1: {1: "satu dua", 3: "satu dua", 4: False, 5: "#DIV/0!", 6: date(2025, 8, 29), 7: 2}}
    assert found.uncalculated == 1


def test_rows_and_cells_without_a_place_follow_each_other_and_may_come_in_any_order() -> None:
    rows = (
        '<row r="5"><c r="B5"><v>1</v></c><c><v>2</v></c><c r="A5"><v>3</v></c></row>'
        '<row><c><v>4</v></c></row><row r="2"><c><v>5</v></c></row><row r="5"><c r="B5"><v>6</v></c></row>'
    )
    found = only(zipped(parts(rows)))
    assert {row: list(found[row].items()) for row in found} == {
        2: [(1, 5)],
        5: [(1, 3), (2, 6), (3, 2)],
        6: [(1, 4)],
    }
    assert list(found) == [2, 5, 6]


def test_a_cell_full_of_text_is_whole() -> None:
    text = "ω" * MAX_CELL_TEXT
    assert first("<v>0</v>", ' t="s"', f"<si><t>{text}</t></si>") == text


def test_strict_and_prefixed_workbooks_are_read_alike() -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    plain = parts(one_cell())
    for text in (
        plain[SHEET].replace(MAIN.encode(), strict.encode()),
        plain[SHEET].replace(b"xmlns=", b"xmlns:x=").replace(b"<", b"<x:").replace(b"<x:/", b"</x:"),
        b"\xef\xbb\xbf" + plain[SHEET],
        plain[SHEET].decode().encode("utf-16"),
    ):
        assert only(zipped(plain | {SHEET: text})) == {1: {1: 1}}


def test_what_other_namespaces_call_a_row_is_none() -> None:
    anchor = b'<xdr:row xmlns:xdr="drawing">1048576</xdr:row><xdr:row xmlns:xdr="drawing" r="x"/></worksheet>'
    text = parts(one_cell())[SHEET].replace(b"</worksheet>", anchor)
    assert only(zipped(parts() | {SHEET: text})) == {1: {1: 1}}


def test_a_workbook_of_the_mac_counts_days_from_1904() -> None:
    made = parts(one_cell("<v>44436</v>", ' s="0"'), "", '<cellXfs><xf numFmtId="14"/></cellXfs>')
    made[BOOK] = book({"Data": "rId1"}, '<workbookPr date1904="1"/>')
    assert only(zipped(made)) == {1: {1: date(2025, 8, 29)}}


def test_parts_are_found_by_relation_whatever_their_name_and_case() -> None:
    made = parts(one_cell())
    made["XL\\Lembar.XML"] = made.pop(SHEET)
    made["xl/_rels/workbook.xml.rels"] = relations({"rId1": ("worksheet", "/xl/lembar.xml")})
    del made[STYLES]
    assert only(zipped(made)) == {1: {1: 1}}


def test_only_sheets_of_cells_are_read_in_the_order_of_the_workbook() -> None:
    made = parts(one_cell())
    made[BOOK] = book({"Grafik": "rId9", "Dua": "rId8", "Satu": "rId1", "Hilang": "rId7"})
    made["xl/_rels/workbook.xml.rels"] = relations(
        {
            "rId1": ("worksheet", "worksheets/sheet1.xml"),
            "rId8": ("worksheet", "worksheets/sheet2.xml"),
            "rId9": ("chartsheet", "chartsheets/sheet1.xml"),
            "rId7": ("worksheet", "worksheets/sheet7.xml"),
        }
    )
    made["xl/worksheets/sheet2.xml"] = sheet(one_cell("<v>2</v>"))
    made["xl/chartsheets/sheet1.xml"] = sheet(one_cell("<v>9</v>"))
    assert read(zipped(made)) == (Sheet("Dua", {1: {1: 2}}), Sheet("Satu", {1: {1: 1}}))


TEXTS = (
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="_￾￿"), min_size=1, max_size=30)
    .map(str.strip)
    .filter(lambda text: text and text[0] not in "={")
)
NUMBERS = st.integers(-(10**15) + 1, 10**15 - 1)
FRACTIONS = st.decimals(-(10**9), 10**9, places=5).filter(lambda number: number != int(number))
DAYS = st.dates(date(1900, 3, 1), date(9999, 12, 31))
VALUES: st.SearchStrategy[Any] = TEXTS | NUMBERS | FRACTIONS | DAYS | st.booleans()
GRIDS = st.dictionaries(
    st.integers(1, 60), st.dictionaries(st.integers(1, 40), VALUES, min_size=1, max_size=8), max_size=8
)
BOOKS = st.lists(GRIDS, min_size=1, max_size=3)


@given(BOOKS)
def test_what_openpyxl_writes_is_read_back(grids: list[Grid]) -> None:
    book = openpyxl.Workbook(write_only=False)
    del book["Sheet"]
    for number, grid in enumerate(grids, 1):
        sheet = book.create_sheet(f"Lembar {number}")
        for row, cells in grid.items():
            for column, value in cells.items():
                sheet.cell(row, column).value = value
    file = io.BytesIO()
    book.save(file)
    assert read(file.getvalue()) == tuple(Sheet(f"Lembar {n}", grid) for n, grid in enumerate(grids, 1))


@given(BOOKS)
def test_what_xlsxwriter_writes_is_read_back(grids: list[Grid]) -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        day, percent = book.add_format({"num_format": "d mmmm yyyy"}), book.add_format({"num_format": "0.00%"})
        for number, grid in enumerate(grids, 1):
            sheet = book.add_worksheet(f"Lembar {number}")
            for row, cells in grid.items():
                for column, value in cells.items():
                    place = (row - 1, column - 1)
                    if isinstance(value, str):
                        sheet.write_string(*place, value)
                    elif isinstance(value, date):
                        sheet.write_datetime(*place, value, day)
                    elif isinstance(value, Decimal):
                        sheet.write_number(*place, value / 100, percent)
                    else:
                        sheet.write(*place, value)
    assert read(file.getvalue()) == tuple(Sheet(f"Lembar {n}", grid) for n, grid in enumerate(grids, 1))


@given(BOOKS)
def test_openpyxl_and_this_program_read_the_same(grids: list[Grid]) -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        for grid in grids:
            sheet = book.add_worksheet()
            for row, cells in grid.items():
                for column, value in cells.items():
                    if not isinstance(value, date):
                        sheet.write(row - 1, column - 1, value)
    theirs = openpyxl.load_workbook(file)
    for ours, other in zip(read(file.getvalue()), theirs.worksheets, strict=True):
        found = {(cell.row, cell.column): cell.value for row in other.iter_rows() for cell in row}
        assert {place: value for place, value in found.items() if value is not None} == {
            (row, column): float(value) if isinstance(value, Decimal) else value
            for row, cells in ours.rows.items()
            for column, value in cells.items()
        }


CSV_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=20)
TABLES = st.lists(st.lists(CSV_TEXTS, min_size=1, max_size=5), max_size=8)


@given(TABLES, st.sampled_from(";,\t"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_a_csv_that_tells_its_separator_is_read_back(
    table: list[list[str]], separator: str, encoding: str
) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator).writerows([*table, ["akhir"]])
    text = f"sep={separator}\r\n{file.getvalue()}"
    expected = {
        number: filled
        for number, row in enumerate([*table, ["akhir"]], 1)
        if (filled := {column: stripped for column, cell in enumerate(row, 1) if (stripped := cell.strip())})
    }
    assert read(text.encode(encoding), "DIPA 2025.csv") == (Sheet("DIPA 2025", expected),)


PAGE = """RINCIAN KERTAS KERJA SATKER T.A. 2025;;
"KEMEN/LEMB : (063) BADAN, POM";;
KODE;URAIAN;JUMLAH BIAYA
3165.QIA.001;"Sampel; diuji, dan dilaporkan";1.234.567,89
051;Pengujian, pelaporan, dan tindak lanjut;61.559.000,00
A;Pengadaan – bahan;-
"""
READ = {
    1: {1: "RINCIAN KERTAS KERJA SATKER T.A. 2025"},
    2: {1: "KEMEN/LEMB : (063) BADAN, POM"},
    3: {1: "KODE", 2: "URAIAN", 3: "JUMLAH BIAYA"},
    4: {1: "3165.QIA.001", 2: "Sampel; diuji, dan dilaporkan", 3: "1.234.567,89"},
    5: {1: "051", 2: "Pengujian, pelaporan, dan tindak lanjut", 3: "61.559.000,00"},
    6: {1: "A", 2: "Pengadaan – bahan", 3: "-"},
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("separator", ";,\t")
def test_separator_and_encoding_of_a_budget_are_found(separator: str, encoding: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator).writerows(csv.reader(io.StringIO(PAGE), delimiter=";"))
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    assert only((mark + file.getvalue()).encode(encoding), "pok.csv") == READ


def test_a_csv_of_one_column_is_a_sheet_of_one_column() -> None:
    assert only(b"satu\r\n\r\n dua \r\n", "daftar.txt") == {1: {1: "satu"}, 3: {1: "dua"}}


def test_a_workbook_is_known_by_its_bytes_and_not_by_its_name() -> None:
    assert only(zipped(parts(one_cell())), "anggaran.csv") == {1: {1: 1}}
