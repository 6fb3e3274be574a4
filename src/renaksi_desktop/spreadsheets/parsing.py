"""A workbook to the rows of its sheets: cached values of formulas, hidden sheets too, no macro, no link.

The sheets are read with expat and not with openpyxl, which keeps an element for every row and every text: see
docs/adr/lembar-kerja.md.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from renaksi_desktop.spreadsheets import unfit
from renaksi_desktop.spreadsheets.allowance import MAX_FORMATS, Allowance
from renaksi_desktop.spreadsheets.cell_values import EPOCH, EPOCH_1904
from renaksi_desktop.spreadsheets.events import Event, Share, SheetBegins, Uncalculated
from renaksi_desktop.spreadsheets.number_format import Shown, shown_by
from renaksi_desktop.spreadsheets.package import Package
from renaksi_desktop.spreadsheets.shared_strings import SharedStrings
from renaksi_desktop.spreadsheets.sheet_cells import SheetCells
from renaksi_desktop.spreadsheets.unfit import Unfit


class _Book(NamedTuple):
    """What the workbook part says: the name of each sheet by its part, and where the rest is."""

    sheets: dict[str, str]
    strings: str | None
    styles: str | None
    epoch: datetime


def events(archive: zipfile.ZipFile) -> Iterator[Event]:
    """Yield what the sheets of a workbook hold, in the order of the workbook.

    Raises:
        Unfit: damaged, hostile or too large; what was yielded before is then not to be used.
    """
    allowance = Allowance()
    package = Package(archive, allowance)
    book = _book(package)
    styles = _styles(package, book.styles)
    read, total = 0, package.size(filter(None, (book.strings, *book.sheets)))
    strings = SharedStrings(allowance)
    if book.strings:
        for length in strings.read(package, book.strings):
            read += length
            yield Share(read, total)
    for part, name in book.sheets.items():
        allowance.text.take(len(name))
        yield SheetBegins(name)
        cells = SheetCells(strings.texts, styles, book.epoch, allowance)
        for length, rows in cells.read(package, part):
            yield from rows
            read += length
            yield Share(read, total)
        if cells.uncalculated:
            yield Uncalculated(cells.uncalculated)


def _book(package: Package) -> _Book:
    """Find the workbook, by relation as ISO 29500-1, 11.2 wants it, and what is in it."""
    mains = [relation.part for relation in package.relations("").values() if relation.kind == "officeDocument"]
    if not mains or mains[0] not in package:
        raise Unfit(unfit.ZIP)
    relations = package.relations(mains[0])
    parts = {relation.kind: relation.part for relation in relations.values() if relation.part in package}
    sheets: dict[str, str] = {}
    epoch = EPOCH
    for name, attributes in package.elements(mains[0]):
        if name == "sheet":
            relation = relations.get(_relation_id(attributes))
            if relation and relation.kind == "worksheet" and relation.part in package:
                sheets.setdefault(relation.part, attributes.get("name", ""))
        elif name == "workbookPr" and attributes.get("date1904") in {"1", "true"}:
            epoch = EPOCH_1904
    if not sheets:
        raise Unfit(unfit.NO_SHEET)
    return _Book(sheets, parts.get("sharedStrings"), parts.get("styles"), epoch)


def _relation_id(attributes: Mapping[str, str]) -> str:
    return next((value for name, value in attributes.items() if name.endswith(" id")), "")


def _styles(package: Package, part: str | None) -> dict[str, Shown]:
    """Return what the cells of each style show, where that is not the number itself."""
    codes: dict[str, str] = {}
    formats: list[str] = []
    inside = ""
    for name, attributes in package.elements(part) if part else ():
        if name in {"cellXfs", "cellStyleXfs"}:
            inside = name
        elif name == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "xf" and inside == "cellXfs":
            formats.append(attributes.get("numFmtId", "0"))
    if len(codes) > MAX_FORMATS:
        raise Unfit(unfit.TOO_LARGE)
    known = {number: shown_by(number, codes.get(number)) for number in set(formats)}
    return {str(style): known[number] for style, number in enumerate(formats)}
