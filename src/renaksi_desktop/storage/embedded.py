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

from renaksi_desktop.storage.errors import FileTooLarge, NoPlanInside, SeveralPlansInside, UnreadableInside

_PDF: Final = b"%PDF-"
_HEADER_WITHIN: Final = 1024
_TYPE: Final = re.compile(rb"/Subtype\s{0,2}/application#2[fF]vnd\.renaksi(?:\+|#2[bB])sqlite3")
_BEGIN: Final = re.compile(rb"(?<!end)stream\r?\n")
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
        NoPlanInside: there is none.
        UnreadableInside: it is damaged, encrypted or compressed in another way.
        SeveralPlansInside: there are different ones.
        FileTooLarge: it is larger.
    """
    found: set[bytes] = set()
    unreadable = False
    for packed in _streams(data, name):
        inside = _unpacked(packed, limit)
        if inside is None:
            unreadable = True
        elif len(inside) > limit:
            raise FileTooLarge(name, limit)
        else:
            found.add(inside)
        if len(found) > 1:  # told at once, so that a hostile file cannot have many unpacked
            raise SeveralPlansInside(name)
    if not found:
        raise UnreadableInside(name) if unreadable else NoPlanInside(name)
    return found.pop()


def _streams(data: bytes, name: str) -> Iterator[memoryview]:
    """Yield what follows the beginning of each stream whose dictionary names the type."""
    places = (_begin(data, named.end()) for named in _TYPE.finditer(data))
    for number, begin in enumerate(filter(None, places)):
        if number == _MOST:
            raise SeveralPlansInside(name)
        yield memoryview(data)[begin.end() :]


def _begin(data: bytes, after: int) -> re.Match[bytes] | None:
    """Return where the stream begins whose dictionary goes on at `after`, if one does."""
    at = data.find(b"stream", after, after + _DICTIONARY)
    return _BEGIN.match(data, at) if at >= 0 else None


def _unpacked(packed: memoryview, limit: int) -> bytes | None:
    """Return what a stream holds, cut off behind `limit`, or None where it is no whole compressed stream."""
    unpacking = zlib.decompressobj()
    try:
        inside = unpacking.decompress(packed, limit + 1)
    except zlib.error:
        return None
    return inside if unpacking.eof or len(inside) > limit else None
