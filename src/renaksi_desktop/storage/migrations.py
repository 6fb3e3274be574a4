"""The chain from older formats to the present one, run in memory; the file itself is never changed.

History of the format:
    1  the first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

import apsw

from renaksi_desktop.storage.schema import FORMAT, SCHEMA, Schema


@dataclass(frozen=True, slots=True)
class Step:
    """An older format and the way to the next: its `schema` as its files hold it, and the SQL that changes it."""

    schema: Schema
    upgrade: Callable[[apsw.Connection], None]


Chain: TypeAlias = Mapping[int, Step]
STEPS: Final[Chain] = MappingProxyType({})
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
