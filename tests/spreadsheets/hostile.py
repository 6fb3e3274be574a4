"""Files made to do harm, or damaged on the way, each with what must become of it."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from tests.spreadsheets.packages import (
    BOOK,
    SHEET,
    STRINGS,
    STYLES,
    Parts,
    book,
    one_cell,
    parts,
    relations,
    sheet,
    zipped,
)

from renaksi_desktop.spreadsheets import unfit


class Hostile(NamedTuple):
    """A file: how its bytes are made, its name, and the reason it is refused with, or how many cells are read."""

    make: Callable[[], bytes]
    outcome: str | int
    name: str = "kiriman.xlsx"


def altered(**changed: bytes) -> bytes:
    """Return a workbook of one cell with other content in the parts that `changed` names by our words for them."""
    known = {"sheet": SHEET, "strings": STRINGS, "styles": STYLES, "book": BOOK}
    return zipped(parts(one_cell()) | {known[word]: content for word, content in changed.items()})


def with_parts(more: Parts) -> bytes:
    return zipped(parts(one_cell()) | more)


def noise_of(size: int) -> bytes:
    """Return bytes that hardly pack, the same ones each time."""
    return hashlib.shake_128(b"derau").digest(size)


# XML that defines more than it says.


def with_dtd(definition: str, text: str = "&a;", encoding: str = "utf-8") -> bytes:
    """Return a sheet with a DTD, and with a text in A1 that may use it."""
    body = sheet(one_cell(f"<is><t>{text}</t></is>", ' t="inlineStr"')).decode()
    declaration = f'<?xml version="1.0" encoding="{encoding}"?>'
    return f"{declaration}<!DOCTYPE worksheet {definition}>{body}".encode(encoding)


def billion_laughs() -> bytes:
    levels = "".join(f'<!ENTITY {chr(98 + level)} "{f"&{chr(97 + level)};" * 10}">' for level in range(10))
    return altered(sheet=with_dtd(f'[<!ENTITY a "ha">{levels}]', "&k;"))


def quadratic_blowup() -> bytes:
    return altered(sheet=with_dtd(f'[<!ENTITY a "{"ha" * 50_000}">]', "&a;" * 50_000))


def without_end() -> bytes:
    """One tag of 40 MiB in which something ends all the time."""
    noise = noise_of(2**18).hex().replace("0", ">")
    return altered(sheet=sheet(f'<row r="1" x="{noise * 80}"/>'))


# Archives that unpack to more than they are, or to the same thing many times.


def lying_sizes() -> bytes:
    """A part of which the directory says that it has a hundred bytes."""
    content = sheet(one_cell() * 100_000)
    data = altered(sheet=content)
    return data.replace(struct.pack("<I", len(content)), struct.pack("<I", 100))


def overlapping(copies: int = 500) -> bytes:
    """Directory entries of different names, all of the same packed bytes."""
    inside = io.BytesIO()
    with zipfile.ZipFile(inside, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("x" * 10, sheet(one_cell()))
        for number in range(copies):
            member = zipfile.ZipInfo(f"{number:010d}")
            known = archive.infolist()[1]
            for slot in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(member, slot, getattr(known, slot))
            archive.filelist.append(member)
    return inside.getvalue()


def many_members() -> bytes:
    return with_parts({f"xl/media/{number}.png": b"" for number in range(50_000)})


def nested_zips() -> bytes:
    inside = zipped({"0.xml": b" " * 2**20})
    for _ in range(5):
        inside = zipped({f"{number}.zip": inside for number in range(16)})
    return inside


def patterned(size: int) -> bytes:
    """Return blanks and tags that pack to a hundredth, and so look like a sheet."""
    noise = noise_of(2**14).translate(b" \n\t " * 64)
    return noise * (size // len(noise))


def flagged(data: bytes) -> bytes:
    """Mark every member of an archive as encrypted, in the directory."""
    at = -1
    marked = bytearray(data)
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        marked[at + 8] |= 1
    return bytes(marked)


def twice(name: str) -> bytes:
    """Return a workbook in which a part is there once more, in capitals."""
    return with_parts({name.upper(): b"<x/>"})


# Sheets that say much and hold little.


def rows_to_the_end() -> str:
    return "".join(f'<row r="{row}" spans="1:20" ht="15" customHeight="1"/>' for row in range(1, 1_048_577))


def attributes(count: int) -> str:
    return " ".join(f'a{number}="1"' for number in range(count))


def empty_cells(count: int) -> str:
    row = "<c/>" * 10_000
    return f"<row>{row}</row>" * (count // 10_000)


def full_cells(count: int, value: str, attributes: str = "") -> str:
    row = "".join(f"<c{attributes}><v>{value}</v></c>" for _ in range(100))
    return "".join(f"<row>{row}</row>" for _ in range(count // 100))


def shared_strings(count: int) -> str:
    return "".join(f"<si><t>teks {number}</t></si>" for number in range(count))


def styles(count: int) -> str:
    xfs = '<xf numFmtId="9"/>' * count
    return f"<cellXfs>{xfs}</cellXfs>"


def number_formats(count: int) -> str:
    """Return formats that open brackets and close none, and a style for each."""
    known = [f'<numFmt numFmtId="{number}" formatCode="{"[" * 254}"/>' for number in range(count)]
    used = [f'<xf numFmtId="{number}"/>' for number in range(count)]
    return f"{''.join(known)}<cellXfs>{''.join(used)}</cellXfs>"


def budget(rows: int, columns: int) -> bytes:
    """Return an ordinary sheet: texts, whole rupiah, fractions and repeated words in turn."""
    texts: dict[str, int] = {}
    lines = []
    for row in range(1, rows + 1):
        cells = []
        for column in range(columns):
            place = f"{chr(65 + column)}{row}"
            if column % 4 == 1:
                cells.append(f'<c r="{place}"><v>{row * 1000 + column}</v></c>')
            elif column % 4 == 2:
                cells.append(f'<c r="{place}"><v>{row / 7}</v></c>')
            else:
                text = f"Uraian baris {row} kolom {column}" if column % 4 == 0 else "Orang"
                cells.append(f'<c r="{place}" t="s"><v>{texts.setdefault(text, len(texts))}</v></c>')
        lines.append(f'<row r="{row}">{"".join(cells)}</row>')
    return zipped(parts("".join(lines), "".join(f"<si><t>{text}</t></si>" for text in texts)))


def external_links() -> bytes:
    """A sheet that is elsewhere, a link to another workbook, and a cell with what was last read from there."""
    away = ' TargetMode="External"'
    return zipped(
        parts(one_cell("<f>[1]Data!A1</f><v>7</v>"))
        | {
            BOOK: book(
                {"Data": "rId1", "Jauh": "rId9"},
                '<externalReferences><externalReference r:id="rId8"/></externalReferences>',
            ),
            "xl/_rels/workbook.xml.rels": relations({"rId1": ("worksheet", "worksheets/sheet1.xml")}).replace(
                b"</Relationships>",
                relations(
                    {
                        "rId8": ("externalLink", "file://server/rahasia.xlsx"),
                        "rId9": ("worksheet", "http://127.0.0.1:1/sheet.xml"),
                    },
                    away,
                ).partition(b">")[2],
            ),
        }
    )


def outside(target: str) -> bytes:
    """A workbook whose one sheet is a file of the system."""
    return with_parts({"xl/_rels/workbook.xml.rels": relations({"rId1": ("worksheet", target)})})


# Files of other programs.


def compound(stream: str) -> bytes:
    """The beginning of an OLE2 file, and the entry of its directory that names this stream."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(1016)
        + stream.encode("utf-16-le").ljust(128, b"\0")
        + bytes(2048)
    )


WIDE = {ord("0"): "Ω", ord("1"): "ア"}
LONGEST_TEXT = "Ω" * 32_767

HOSTILE: dict[str, Hostile] = {
    "billion laughs": Hostile(billion_laughs, unfit.DOCTYPE),
    "quadratic blow-up": Hostile(quadratic_blowup, unfit.DOCTYPE),
    "entity from a file": Hostile(
        lambda: altered(sheet=with_dtd('[<!ENTITY a SYSTEM "file:///etc/passwd">]')), unfit.DOCTYPE
    ),
    "DTD from the net": Hostile(
        lambda: altered(sheet=with_dtd('SYSTEM "http://127.0.0.1:1/a.dtd"', "")), unfit.DOCTYPE
    ),
    "DTD in UTF-16": Hostile(
        lambda: altered(sheet=with_dtd('[<!ENTITY a "ha">]', encoding="utf-16")), unfit.DOCTYPE
    ),
    "DTD in the strings": Hostile(lambda: altered(strings=with_dtd("[]")), unfit.DOCTYPE),
    "DTD in the styles": Hostile(lambda: altered(styles=with_dtd("[]")), unfit.DOCTYPE),
    "DTD in the workbook": Hostile(lambda: altered(book=with_dtd("[]")), unfit.DOCTYPE),
    "DTD in the relations": Hostile(lambda: with_parts({"_rels/.rels": with_dtd("[]")}), unfit.DOCTYPE),
    "tag without end": Hostile(without_end, unfit.BOMB),
    "a million elements deep": Hostile(lambda: altered(sheet=sheet("<a>" * 1_000_000)), unfit.DAMAGED),
    "90,000 attributes of one element": Hostile(
        lambda: altered(sheet=sheet(f"<row {attributes(90_000)}/>")), unfit.BOMB
    ),
    "attributes as many as are allowed": Hostile(
        lambda: altered(sheet=sheet(f"<row {attributes(10_000)}/>" * 890)), 0
    ),
    "too many attributes": Hostile(
        lambda: altered(sheet=sheet(f"<row {attributes(10_000)}/>" * 950)), unfit.TOO_LARGE
    ),
    "zip bomb": Hostile(lambda: zipped(parts() | {SHEET: sheet(" " * 120 * 2**20)}, level=9), unfit.BOMB),
    "zip bomb in many parts": Hostile(
        lambda: with_parts({f"xl/{number}.xml": patterned(8 * 2**20) for number in range(20)}), unfit.TOO_LARGE
    ),
    "blanks as many as are allowed": Hostile(lambda: altered(sheet=sheet(patterned(120 * 2**20).decode())), 0),
    "zips in zips": Hostile(nested_zips, unfit.ZIP),
    "zips in a workbook": Hostile(lambda: with_parts({"xl/embeddings/0.zip": nested_zips()}), 1),
    "sizes that lie": Hostile(lying_sizes, unfit.DAMAGED),
    "members over each other": Hostile(overlapping, unfit.STRANGE_ARCHIVE),
    "50,000 members": Hostile(many_members, unfit.STRANGE_ARCHIVE),
    "a member twice": Hostile(lambda: twice(SHEET), unfit.STRANGE_ARCHIVE),
    "a name that climbs": Hostile(lambda: with_parts({"xl/../../a.xml": b"<x/>"}), unfit.STRANGE_ARCHIVE),
    "packed otherwise": Hostile(lambda: zipped(parts(one_cell()), zipfile.ZIP_LZMA), unfit.STRANGE_ARCHIVE),
    "members with a password": Hostile(lambda: flagged(altered()), unfit.LOCKED),
    "dimension that lies": Hostile(
        lambda: altered(sheet=sheet(one_cell(), '<dimension ref="A1:XFD1048576"/>')), 1
    ),
    "cell at XFD1048576": Hostile(
        lambda: zipped(parts('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')), 1
    ),
    "cell behind the last": Hostile(
        lambda: zipped(parts('<row r="1"><c r="XFE1"><v>1</v></c></row>')), unfit.DAMAGED
    ),
    "a million empty rows": Hostile(lambda: zipped(parts(rows_to_the_end())), 0),
    "empty cells as many as are allowed": Hostile(lambda: zipped(parts(empty_cells(2_200_000))), 0),
    "too many empty cells": Hostile(lambda: zipped(parts(empty_cells(2_300_000))), unfit.TOO_LARGE),
    "cells as many as are allowed": Hostile(lambda: zipped(parts(full_cells(490_000, "0.5"))), 490_000),
    "too many cells": Hostile(lambda: zipped(parts(full_cells(1_600_000, "1"))), unfit.TOO_LARGE),
    "32,767 characters": Hostile(
        lambda: zipped(parts(one_cell("<v>0</v>", ' t="s"'), f"<si><t>{LONGEST_TEXT}</t></si>")), 1
    ),
    "32,767 characters 10,000 times": Hostile(
        lambda: zipped(parts(full_cells(10_000, "0", ' t="s"'), f"<si><t>{LONGEST_TEXT}</t></si>")),
        unfit.TOO_LARGE,
    ),
    "as much text as is allowed": Hostile(
        lambda: zipped(parts(full_cells(500, "0", ' t="s"'), f"<si><t>{'😀' * 32_767}</t></si>")), 500
    ),
    "1,000,000 shared strings": Hostile(lambda: zipped(parts(one_cell(), shared_strings(1_000_000))), 1),
    "too many shared strings": Hostile(
        lambda: zipped(parts(one_cell(), shared_strings(1_200_000))), unfit.TOO_LARGE
    ),
    "one text of 100 MiB": Hostile(
        lambda: zipped(parts(one_cell(f"<is><t>{noise_of(2**14).hex().translate(WIDE) * 1_100}</t></is>"))),
        unfit.TOO_LARGE,
    ),
    "number of a million digits": Hostile(lambda: zipped(parts(one_cell(f"<v>{'1' * 10**6}</v>"))), 1),
    "64,000 styles": Hostile(lambda: zipped(parts(one_cell("<v>0.5</v>", ' s="63999"'), "", styles(64_000))), 1),
    "too many styles": Hostile(lambda: zipped(parts(one_cell(), "", styles(2_000_000))), unfit.TOO_LARGE),
    "100,000 number formats": Hostile(
        lambda: zipped(parts(one_cell(), "", number_formats(100_000))), unfit.TOO_LARGE
    ),
    "4,000 number formats": Hostile(lambda: zipped(parts(one_cell(), "", number_formats(4_000))), 1),
    "100,000 sheets": Hostile(
        lambda: altered(book=book(dict.fromkeys((f"S{number}" for number in range(100_000)), "rId1"))), 1
    ),
    "external links": Hostile(external_links, 1),
    "sheet on the net": Hostile(lambda: outside("http://127.0.0.1:1/sheet.xml"), unfit.NO_SHEET),
    "sheet outside the archive": Hostile(lambda: outside("../../../../etc/passwd"), unfit.NO_SHEET),
    "strings that are not there": Hostile(lambda: zipped(parts(one_cell("<v>7</v>", ' t="s"'))), unfit.DAMAGED),
    "old Excel": Hostile(lambda: compound("Workbook"), unfit.OLD_EXCEL, "kiriman.xls"),
    "workbook with a password": Hostile(lambda: compound("EncryptedPackage"), unfit.LOCKED),
    "binary Excel": Hostile(lambda: with_parts({"xl/workbook.bin": b"x"}), unfit.BINARY_EXCEL, "kiriman.xlsb"),
    "OpenDocument": Hostile(
        lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}),
        unfit.OPEN_DOCUMENT,
        "kiriman.ods",
    ),
    "text document": Hostile(
        lambda: zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<x/>"}),
        unfit.ZIP,
        "kiriman.docx",
    ),
    "empty zip": Hostile(lambda: zipped({}), unfit.ZIP),
    "PDF": Hostile(lambda: b"%PDF-1.7\n%\xe2\xe3", unfit.PDF),
    "picture": Hostile(lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", unfit.OTHER),
    "text": Hostile(lambda: b"kode;nama\n1;satu\n", unfit.TEXT),
    "web page": Hostile(lambda: b"<html><table><tr><td>1</td></tr></table></html>", unfit.WEB_PAGE, "kiriman.xls"),
    "XML of Excel 2003": Hostile(
        lambda: b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', unfit.XML_EXCEL
    ),
    "nothing": Hostile(lambda: b"", unfit.EMPTY),
    "CSV of separators": Hostile(lambda: b";" * 2**25, unfit.TOO_LARGE, "kiriman.csv"),
    "CSV of empty lines": Hostile(lambda: b"\n" * 2**25, unfit.TOO_LARGE, "kiriman.csv"),
    "CSV with an open quote": Hostile(
        lambda: b'kode;nama\n1;"satu\n' + b"2;dua\n" * 2**19, unfit.OPEN_QUOTE, "kiriman.csv"
    ),
    "CSV of bytes": Hostile(lambda: bytes(range(1, 256)) * 1000, unfit.OTHER, "kiriman.csv"),
    "CSV of one long line": Hostile(lambda: b"a" * 2**25, unfit.OPEN_QUOTE, "kiriman.csv"),
    "20,000 x 20 cells": Hostile(lambda: budget(20_000, 20), 400_000),
}
