"""The tables of the present format, one for each type of node, derived from the table of fields.

Every table has the columns `id`, `induk` (the id of the node above; "plan" at the top) and `urutan` (the place
among the siblings of that type, from 0), then the fields of the node. Texts, dates and words stand as TEXT, whole
numbers and rupiah as INTEGER. Targets and lists stand as JSON in TEXT, so that the number 81.25 and the text
"81.25" stay apart and no number passes through a binary fraction. NULL is a blank.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any, Final, TypeAlias

from renaksi_desktop.domain.fields import (
    FIELDS,
    Angka,
    Choice,
    Choices,
    Kind,
    Plain,
    Tanggal,
    Targets,
    Texts,
    Whole,
)
from renaksi_desktop.domain.plan import Id, Node

FORMAT: Final = 3
"""The format this program writes, kept as `user_version`."""

APPLICATION_ID: Final = 0x524E4B53
"""RNKS: what marks an SQLite file as ours."""

Cell: TypeAlias = str | int | None
Row: TypeAlias = tuple[Cell, ...]
Rows: TypeAlias = dict[str, list[Row]]
"""The rows of each table, by its name, in the order of their ids."""

Schema: TypeAlias = dict[str, str]
"""The CREATE TABLE statement of each table, by name, in the order that the checksum uses."""

_JSON_KINDS: Final = (Angka, Targets, Choices, Texts)
_NULLABLE_KINDS: Final = (Angka, Tanggal)

META: Final = (
    "CREATE TABLE meta (document TEXT NOT NULL PRIMARY KEY, revision TEXT NOT NULL, parent TEXT,"
    " checksum TEXT NOT NULL) STRICT, WITHOUT ROWID"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A field as a column. `write` turns a value into a cell; `read` turns a cell back, or raises ValueError."""

    name: str
    sql: str
    write: Callable[[Any], Cell]
    read: Callable[[Any], Any]

    @classmethod
    def of(cls, name: str, kind: Kind) -> Column:
        type_name = "INTEGER" if isinstance(kind, Whole) else "TEXT"
        nullable = isinstance(kind, _NULLABLE_KINDS) or (isinstance(kind, Whole | Choice) and kind.optional)
        sql = f"{name} {type_name}" + ("" if nullable else " NOT NULL")
        if isinstance(kind, _JSON_KINDS):
            return cls(
                name, sql, lambda value: _to_json(kind.plain(value)), lambda cell: kind.read(_from_json(cell))
            )
        return cls(name, sql, kind.plain, kind.read)


@dataclass(frozen=True, slots=True)
class Table:
    """The nodes of one type as rows of (id, induk, urutan, the fields)."""

    name: str
    columns: tuple[Column, ...]

    @property
    def sql(self) -> str:
        own = ("id TEXT NOT NULL PRIMARY KEY", "induk TEXT NOT NULL", "urutan INTEGER NOT NULL")
        columns = ", ".join((*own, *(column.sql for column in self.columns)))
        return f"CREATE TABLE {self.name} ({columns}) STRICT, WITHOUT ROWID"

    @property
    def insert(self) -> str:
        return f"INSERT INTO {self.name} ({self._names}) VALUES ({', '.join('?' * (3 + len(self.columns)))})"

    @property
    def select(self) -> str:
        return f"SELECT {self._names} FROM {self.name} ORDER BY id"

    @property
    def _names(self) -> str:
        """The columns by name: a step from an older format may have put a new one behind the others."""
        return ", ".join(("id", "induk", "urutan", *(column.name for column in self.columns)))

    def rows(self, nodes: Sequence[Node], parents: Iterable[Id], places: Iterable[int]) -> list[Row]:
        """Return the rows of nodes, each with its parent's id and its place below it; made column by column."""
        cells = [map(column.write, map(attrgetter(column.name), nodes)) for column in self.columns]
        return list(zip(map(attrgetter("id"), nodes), parents, places, *cells, strict=True))

    def cell(self, name: str, value: Any) -> Cell:
        """Return what stands in the column of a field for a value of it."""
        (column,) = (column for column in self.columns if column.name == name)
        return column.write(value)


def _to_json(plain: Plain) -> str | None:
    return None if plain is None else _json_text(plain)


def _json_text(plain: Plain) -> str:
    if isinstance(plain, list):
        return f"[{','.join(map(_json_text, plain))}]"
    if isinstance(plain, Decimal):
        return str(plain)
    return json.dumps(plain, ensure_ascii=False)


def _refuse(word: str) -> None:
    raise ValueError(word)  # NaN and Infinity, which Python would take for numbers


_DECODER: Final = json.JSONDecoder(parse_float=Decimal, parse_constant=_refuse)


def _from_json(cell: Cell) -> Plain:
    if cell is None:
        return None
    try:
        return _DECODER.decode(str(cell))
    except (ValueError, ArithmeticError, RecursionError):
        raise ValueError("bukan JSON yang sah") from None


TABLES: Final[dict[type[Node], Table]] = {
    node: Table(node.__name__.lower(), tuple(Column.of(name, field.kind) for name, field in fields.items()))
    for node, fields in FIELDS.items()
}
"""The table of each type of node, parents before children."""

SCHEMA: Final[Schema] = {"meta": META, **{table.name: table.sql for table in TABLES.values()}}
"""All of the format; a file holds exactly these tables and nothing else."""
