"""Which cells of a row of the form hold what, also where rows are shifted against their headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from renaksi_desktop.domain import numerals
from renaksi_desktop.domain.plan import RO, Indikator, Komponen, SubKomponen
from renaksi_desktop.spreadsheets.form.found import FoundIndikator, FoundKontribusi, Line
from renaksi_desktop.spreadsheets.form.heads import Inner, Outer
from renaksi_desktop.spreadsheets.form.shapes import has_kode, heading, is_number, ordinal, shown
from renaksi_desktop.spreadsheets.sheet import Value

TOTALS: Final = ("TOTAL", "JUMLAH", "SUBTOTAL", "SUB TOTAL", "GRAND TOTAL")
MONEY: Final = 1000
"""Rupiah that no Anggaran is below, unless it is zero: what tells it from a target."""


class Nested(NamedTuple):
    """A row of the nested table: how it is numbered, in which column, what it holds, and the columns it uses."""

    number: int | None
    start: int
    row: FoundKontribusi
    used: frozenset[int]


def total_of(line: Line, head: Outer) -> int | None:
    """Return the column of the amount in a row that says Total, or 0 for none; None where it is no such row."""
    words = [heading(value) for value in line.cells.values() if not is_number(value)]
    if not any(words) or not all(text.startswith(TOTALS) for text in words):
        return None
    amounts = [column for column, value in line.cells.items() if is_number(value) and column not in head.others]
    return max(amounts, default=0)


def nested(line: Line, head: Inner | None, table: Outer) -> Nested | None:
    """Return what a row of a nested table holds: it has the kode of an RO, or a number where rows are numbered."""
    filled = [column for column, value in line.cells.items() if not _is_dash(value)]
    ro = next((column for column in filled if has_kode(RO, line.cells[column])), 0)
    if not ro:
        ro = _without_kode(line, head, table)
        if not ro:
            return None
    behind = [column for column in filled if column > ro]
    texts = [column for column in behind if not is_number(line.cells[column])]
    amounts = [column for column in behind if is_number(line.cells[column])]
    if head is not None and not (ro in filled and len(texts) == len(amounts) == 2):
        by = ro - head.ro
        texts = [head.komponen + by, head.subkomponen + by]
        anggaran, jumlah = head.anggaran + by, head.kontribusi + by
    else:
        texts, (anggaran, jumlah) = _padded(texts), _padded(amounts)
    before = [column for column in filled if column < ro and ordinal(line.cells[column]) is not None]
    start = max(before, default=ro)
    row = FoundKontribusi(
        line, [line.text(column) for column in (ro, *texts)], line.found(anggaran), line.found(jumlah)
    )
    return Nested(ordinal(line.cells.get(start)), start, row, frozenset({start, ro, *texts, anggaran, jumlah}))


def _without_kode(line: Line, head: Inner | None, table: Outer) -> int:
    """Return the column of the RO in a row that has none, or one without a kode; 0 where this is no nested row."""
    if head is None or head.no in (0, table.no):
        return 0
    numbered = ordinal(line.cells.get(head.no)) is not None
    paid = all(is_number(line.cells.get(column, "")) for column in (head.anggaran, head.kontribusi))
    named = _is_text(line, head.ro) or has_kode(SubKomponen, line.cells.get(head.subkomponen, ""))
    return head.ro if named and paid and (numbered or head.no not in line.cells) else 0


def _padded(columns: list[int]) -> list[int]:
    return [*columns[:2], 0, 0][:2]


def indikator_column(line: Line, head: Outer) -> int:
    """Return where the text of an Indikator stands, 0 where there is none."""
    if _is_text(line, head.indikator):
        return head.indikator
    cells = line.cells
    coded = [column for column in cells if _is_text(line, column) and has_kode(Indikator, cells[column])]
    paid = any(is_number(value) for column, value in cells.items() if column > head.sasaran)
    if not paid or ordinal(cells.get(head.no)) is not None:
        coded = [column for column in coded if column != head.sasaran]
    own = [head.indikator] if has_kode(Indikator, cells.get(head.indikator, "")) else []
    return next(iter((*coded, *own)), 0)


def indikator(line: Line, head: Outer, column: int) -> tuple[FoundIndikator, frozenset[int]]:
    """Return the row of an Indikator whose text is in a column, and the columns it uses."""
    by, money = _shift(line, head, column)
    months = {number: place + by for number, place in head.months.items()}
    quarters = {number * 3: place + by for number, place in head.quarters.items()}
    columns = months or quarters
    beside = {name: place and place + by for name, place in (("satuan", head.satuan), ("tahunan", head.tahunan))}
    found = FoundIndikator(
        line,
        line.text(column),
        head,
        targets={number: cell for number, at in columns.items() if (cell := line.found(at))},
        satuan=line.found(beside["satuan"]),
        tahunan=line.found(beside["tahunan"]),
        anggaran=line.found(money),
    )
    return found, frozenset({column, money, *months.values(), *quarters.values(), *beside.values()})


def _shift(line: Line, head: Outer, column: int) -> tuple[int, int]:
    """Return how far the cells of an Indikator stand right of their headings, and the column of its Anggaran."""
    aside = column - head.indikator if column else 0
    if not head.anggaran:
        return aside, 0
    if aside == 0 and _is_money(line.cells.get(head.anggaran)):
        return 0, head.anggaran
    numbers = [place for place in line.cells if place > column and is_number(line.cells[place])]
    last = max((place for place in numbers if place not in head.others), default=0)
    if not last or (aside == 0 and last < head.anggaran):
        return aside, 0
    return last - head.anggaran, last


def _is_money(value: Value | None) -> bool:
    """Say whether a cell can only be an Anggaran."""
    if value is None or not is_number(value):
        return False
    try:
        number = numerals.parse(shown(value), single_is_thousands=True)
    except numerals.NumberRefused:
        return False
    return number is not None and number == int(number) and (number >= MONEY or not number)


def continued_texts(line: Line, head: Inner | None) -> list[str] | None:
    """Return what a row cut by a page has left of its three texts; None where this is no such row."""
    if head is None or not {*line.cells} <= {head.ro, head.komponen, head.subkomponen}:
        return None
    texts = [line.text(column) for column in (head.ro, head.komponen, head.subkomponen)]
    kinds = (RO, Komponen, SubKomponen)
    return None if any(has_kode(kind, text) for kind, text in zip(kinds, texts, strict=True)) else texts


def not_used(line: Line, used: Iterable[int], head: Outer) -> Iterator[int]:
    """Yield the columns of a row that hold something nobody asked for; a whole such column is told of once."""
    known = {*used, *head.others}
    return (column for column, value in line.cells.items() if column not in known and not _is_dash(value))


def _is_text(line: Line, column: int) -> bool:
    return column in line.cells and not is_number(line.cells[column]) and not _is_dash(line.cells[column])


def _is_dash(value: Value) -> bool:
    """Say whether a cell is blank as officers write it, by a dash."""
    return not numerals.bare(shown(value))
