"""The plan's file inside a PDF of the form, taken out without interpreting the PDF.

The stream of an embedded file always stands in the open in a PDF, with its dictionary before it and closed by its
own end when compressed (ISO 32000-1, 7.3.8, 7.11.4), and signing appends to a file without changing what is
there. So it is found by the MIME type that its dictionary names; what it holds is then as little trusted as any
other file.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Final

from renaksi_desktop.storage.errors import FileTooLarge, NoPlanInside, SeveralPlansInside

_PDF: Final = b"%PDF-"
_HEADER_WITHIN: Final = 1024
_TYPE: Final = re.compile(rb"/application#2[fF]vnd\.renaksi\+sqlite3")
_BEGIN: Final = re.compile(rb"stream\r?\n")
_DICTIONARY: Final = 1000
"""Bytes within which a dictionary that names the type ends and its stream begins."""
_MOST: Final = 8
"""Places that may look like an embedded plan before a file is taken for hostile."""


def is_pdf(data: bytes) -> bool:
    """Say whether these are the bytes of a PDF; something may stand before its header."""
    return _PDF in data[:_HEADER_WITHIN]


def plan_inside(data: bytes, name: str, limit: int) -> bytes:
    """Return the bytes of the one plan's file, of at most `limit` bytes, that the PDF `name` holds.

    Raises:
        NoPlanInside: there is none, or it cannot be read.
        SeveralPlansInside: there are different ones.
        FileTooLarge: it is larger.
    """
    found = set(_inside(data, name, limit))
    if not found:
        raise NoPlanInside(name)
    if len(found) > 1:
        raise SeveralPlansInside(name)
    return found.pop()


def _inside(data: bytes, name: str, limit: int) -> Iterator[bytes]:
    for number, named in enumerate(_TYPE.finditer(data)):
        if number == _MOST:
            raise SeveralPlansInside(name)
        begin = _BEGIN.search(data, named.end(), named.end() + _DICTIONARY)
        if begin is None:
            continue
        unpacked = zlib.decompressobj()
        try:
            inside = unpacked.decompress(memoryview(data)[begin.end() :], limit + 1)
        except zlib.error:
            continue
        if len(inside) > limit:
            raise FileTooLarge(name, limit)
        if unpacked.eof:
            yield inside
