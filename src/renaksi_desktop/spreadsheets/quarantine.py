"""What a file must be before anything of it is parsed, told by its bytes and by the directory of its archive.

Its name tells only whether a text is meant as CSV.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterable
from itertools import pairwise
from pathlib import PurePath
from typing import Final

from renaksi_desktop.spreadsheets import unfit
from renaksi_desktop.spreadsheets.allowance import MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED
from renaksi_desktop.spreadsheets.unfit import Unfit

_OLE2: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")
"""The stream that holds a workbook with a password (MS-OFFCRYPTO 2.3.4.4), as a directory of OLE2 names it."""

_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_PDF: Final = b"%PDF-"
_HEADER_WITHIN: Final = 1024
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_MARKUP: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(\?xml|!doctype html|html|head|body|table|meta|style)\b", re.IGNORECASE
)
_TEXT_SUFFIXES: Final = (".csv", ".txt", ".tsv")

_LOCAL_HEADER: Final = 30
"""Bytes of a local file header before its name (APPNOTE 4.3.7)."""
_ENCRYPTED: Final = 0x1
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SMALL: Final = 2**20
"""Bytes below which it does not matter how far a part was compressed."""


def is_workbook(data: bytes, name: str) -> bool:
    """Say whether a file is to be read as a workbook, or else as CSV.

    Raises:
        Unfit: it is something else.
    """
    if not data:
        raise Unfit(unfit.EMPTY)
    if data.startswith(_OLE2):
        raise Unfit(unfit.LOCKED if _ENCRYPTED_PACKAGE in data else unfit.OLD_EXCEL)
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return True
    if _PDF in data[:_HEADER_WITHIN]:
        raise Unfit(unfit.PDF)
    if markup := _MARKUP.match(data):
        raise Unfit(unfit.XML_EXCEL if markup[1].startswith(b"?") else unfit.WEB_PAGE)
    if b"\0" in data and not data.startswith(_UTF16):
        raise Unfit(unfit.OTHER)
    if PurePath(name).suffix.lower() not in _TEXT_SUFFIXES:
        raise Unfit(unfit.TEXT)
    return False


def admitted(data: bytes) -> zipfile.ZipFile:
    """Return the archive of a workbook whose parts can be unpacked without harm; nothing was unpacked yet.

    Raises:
        Unfit: no workbook, damaged, or made to do harm.
    """
    # Counted before, since the directory of an archive is read as a whole, and how long it is is said twice.
    if data.count(_DIRECTORY_ENTRY) > MAX_MEMBERS:
        raise Unfit(unfit.STRANGE_ARCHIVE)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error):
        raise Unfit(unfit.DAMAGED) from None
    members = archive.infolist()
    _check_kind({part_name(member) for member in members})
    _check_members(members)
    _check_sizes(members)
    _check_places(members, archive.start_dir)
    return archive


def part_name(member: zipfile.ZipInfo) -> str:
    """Return the name by which a part is found; upper and lower case are the same (ISO 29500-2, 6.2.2.3)."""
    return member.filename.replace("\\", "/").lstrip("/").casefold()


def _check_kind(names: set[str]) -> None:
    if "[content_types].xml" in names:
        if "xl/workbook.bin" in names:
            raise Unfit(unfit.BINARY_EXCEL)
    elif {"mimetype", "content.xml"} <= names:
        raise Unfit(unfit.OPEN_DOCUMENT)
    else:
        raise Unfit(unfit.ZIP)


def _check_members(members: Iterable[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for member in members:
        name = part_name(member)
        if name in seen or ".." in name.split("/") or member.compress_type not in _METHODS:
            raise Unfit(unfit.STRANGE_ARCHIVE)
        if member.flag_bits & _ENCRYPTED:
            raise Unfit(unfit.LOCKED)
        seen.add(name)


def _check_sizes(members: Iterable[zipfile.ZipInfo]) -> None:
    """Refuse by the sizes in the directory; unpacking ends there, and finds where one is a lie."""
    for member in members:
        if member.file_size > max(_SMALL, MAX_RATIO * member.compress_size):
            raise Unfit(unfit.BOMB)
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise Unfit(unfit.TOO_LARGE)


def _check_places(members: Iterable[zipfile.ZipInfo], directory: int) -> None:
    """Refuse parts that lie one over the other, as where one packed text is unpacked many times."""
    places = sorted((member.header_offset, _least_length(member)) for member in members)
    for (begin, length), (following, _) in pairwise([*places, (directory, 0)]):
        if begin + length > following:
            raise Unfit(unfit.STRANGE_ARCHIVE)


def _least_length(member: zipfile.ZipInfo) -> int:
    return _LOCAL_HEADER + len(member.orig_filename) + member.compress_size
