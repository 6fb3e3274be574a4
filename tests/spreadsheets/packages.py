"""Workbooks made part by part, as no spreadsheet program would make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
BOOK = "xl/workbook.xml"

Parts = dict[str, bytes]


def parts(cells: str = "", strings: str = "", styles: str = "") -> Parts:
    """Return the parts of a workbook with one sheet, "Data", from what stands inside its main elements."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": relations({"rId1": ("officeDocument", BOOK)}),
        BOOK: book({"Data": "rId1"}),
        "xl/_rels/workbook.xml.rels": relations(
            {
                "rId1": ("worksheet", "worksheets/sheet1.xml"),
                "rId2": ("sharedStrings", "sharedStrings.xml"),
                "rId3": ("styles", "styles.xml"),
            }
        ),
        SHEET: sheet(cells),
        STRINGS: f'<sst xmlns="{MAIN}">{strings}</sst>'.encode(),
        STYLES: f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'.encode(),
    }


def sheet(cells: str, before: str = "") -> bytes:
    """Return a sheet from its rows, and what stands before them."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{cells}</sheetData></worksheet>'.encode()


def book(sheets: Mapping[str, str], inside: str = "") -> bytes:
    """Return the workbook part from the names of its sheets and the id of each."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="{relation}"/>'
        for number, (name, relation) in enumerate(sheets.items(), 1)
    )
    return f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{inside}<sheets>{listed}</sheets></workbook>'.encode()


def relations(by_id: Mapping[str, tuple[str, str]], mode: str = "") -> bytes:
    """Return a part of relations from the kind and the target of each id."""
    listed = "".join(
        f'<Relationship Id="{relation}" Type="{RELATIONS}/{kind}" Target="{target}"{mode}/>'
        for relation, (kind, target) in by_id.items()
    )
    return f'<Relationships xmlns="{PACKAGE_RELATIONS}">{listed}</Relationships>'.encode()


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED, level: int = 1) -> bytes:
    """Return the archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method, compresslevel=level) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def one_cell(value: str = "<v>1</v>", attributes: str = "") -> str:
    """Return the row with the cell A1."""
    return f'<row r="1"><c r="A1"{attributes}>{value}</c></row>'


def _content_types() -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<Types xmlns="{space}"><Default Extension="xml" ContentType="application/xml"/></Types>'.encode()
