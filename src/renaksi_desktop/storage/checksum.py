"""The SHA-256 of a file's content, because the checks of SQLite miss most flipped bits inside values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Final

from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.schema import Rows

# Only a damaged file holds a blob; its checksum is as wrong as that of any other damage.
_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=bytes.hex).encode
_ROWS_AT_ONCE: Final = 16
"""Much faster than one by one, and bounds the memory that long texts of a hostile file can cost."""


def checksum(format_number: int, identity: Identity, tables: Rows) -> str:
    """Return the checksum in hexadecimal of rows in the order of their ids, tables in that of the schema.

    What is hashed is one JSON array without spaces, in UTF-8, as docs/format-renaksi.md describes:
    `[format, document, revision, parent, ["dokumen", [row, ...]], ["cetak", [row, ...]], ...]`.
    """
    content = hashlib.sha256()
    for piece in _pieces(format_number, identity, tables):
        content.update(piece.encode("utf-8", "surrogatepass"))
    return content.hexdigest()


def _pieces(format_number: int, identity: Identity, tables: Rows) -> Iterator[str]:
    yield _encode([format_number, identity.document, identity.revision, identity.parent])[:-1]
    for name, rows in tables.items():
        yield f",[{_encode(name)},["
        for start in range(0, len(rows), _ROWS_AT_ONCE):
            yield "," * bool(start) + _encode(rows[start : start + _ROWS_AT_ONCE])[1:-1]
        yield "]]"
    yield "]"
