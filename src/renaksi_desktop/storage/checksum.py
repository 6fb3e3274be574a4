"""The SHA-256 of a file's content, because the checks of SQLite miss most flipped bits inside values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.schema import Row


def checksum(format_number: int, identity: Identity, tables: Mapping[str, Iterable[Row]]) -> str:
    """Return the checksum in hexadecimal of rows in the order of their ids, tables in that of the schema.

    What is hashed is one JSON array without spaces, in UTF-8, as docs/format-renaksi.md describes:
    `[format, document, revision, parent, ["dokumen", [row, ...]], ["cetak", [row, ...]], ...]`.
    """
    named = [[name, list(rows)] for name, rows in tables.items()]
    content = [format_number, identity.document, identity.revision, identity.parent, *named]
    # Only a damaged file holds a blob; its checksum is as wrong as that of any other damage.
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=bytes.hex)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
