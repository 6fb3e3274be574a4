"""The chain from older formats to the present one, run in memory; the file itself is never changed.

History of the format:
    1  the first.
    2  the page set-up: `cetak` gained periode, cantuman, huruf, the margins, ruang_tanda_tangan, jangkar and
       kalimat_tte. A plan of format 1 prints as it did.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

import apsw

from renaksi_desktop.domain.plan import Cetak
from renaksi_desktop.storage.schema import FORMAT, SCHEMA, Schema


@dataclass(frozen=True, slots=True)
class Step:
    """An older format and the way to the next: its `schema` as its files hold it, and the SQL that changes it."""

    schema: Schema
    upgrade: Callable[[apsw.Connection], None]


def _page_set_up(connection: apsw.Connection) -> None:
    """Give the one row of `cetak` the values that format 1 stood for."""
    for column in (
        "periode TEXT NOT NULL DEFAULT 'bulanan'",
        """cantuman TEXT NOT NULL DEFAULT '["lanjutan","halaman"]'""",
        "huruf INTEGER",
        *(f"margin_{side} INTEGER NOT NULL DEFAULT 10" for side in ("atas", "bawah", "kiri", "kanan")),
        "ruang_tanda_tangan INTEGER NOT NULL DEFAULT 17",
        f"jangkar TEXT NOT NULL DEFAULT '{Cetak().jangkar}'",
        f"kalimat_tte TEXT NOT NULL DEFAULT '{Cetak().kalimat_tte}'",
    ):
        connection.execute(f"ALTER TABLE cetak ADD COLUMN {column}")


_SCHEMA_1: Final[Schema] = {
    **SCHEMA,
    "cetak": (
        "CREATE TABLE cetak (id TEXT NOT NULL PRIMARY KEY, induk TEXT NOT NULL, urutan INTEGER NOT NULL,"
        " kertas TEXT NOT NULL, gaya TEXT NOT NULL, kolom TEXT NOT NULL) STRICT, WITHOUT ROWID"
    ),
}

Chain: TypeAlias = Mapping[int, Step]
STEPS: Final[Chain] = MappingProxyType({1: Step(_SCHEMA_1, _page_set_up)})
"""By number of the older format. Every format before the present one has its step."""


def schema_of(format_number: int, steps: Chain) -> Schema | None:
    """Return the schema that a file of this format must have, or None for a format that never was."""
    if format_number == FORMAT:
        return SCHEMA
    return steps[format_number].schema if format_number in steps else None


def migrate(connection: apsw.Connection, format_number: int, steps: Chain) -> None:
    """Bring a database in memory from its format to the present one, step by step."""
    for number in range(format_number, FORMAT):
        steps[number].upgrade(connection)
