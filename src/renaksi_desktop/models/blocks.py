"""A block of cells copied out of a model, and a block of texts typed into it as one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.growth import Grown
from renaksi_desktop.domain.numerals import NumberRefused, parse
from renaksi_desktop.domain.outline import Key
from renaksi_desktop.domain.wording import place
from renaksi_desktop.interchange.block import Block, Shown
from renaksi_desktop.models.cells import Cell
from renaksi_desktop.models.keyed_model import KeyedModel


def copied(model: KeyedModel, rows: Iterable[Key], columns: Sequence[int]) -> list[list[Shown]]:
    """Return what these cells show."""
    cells = ([model.cell(row, column) for column in columns] for row in rows)
    return [[Shown(cell.text, cell.number) for cell in row] for row in cells]


def repeated(block: Block, height: int, width: int) -> Block:
    """Return the block as often as it fills a selection of this size evenly; else once."""
    if height % len(block) or width % len(block[0]):
        return block
    return tuple(row * (width // len(row)) for row in block) * (height // len(block))


MAX_ADDED: Final = 1_000
"""Rows that one paste adds: several times the largest plan seen, and done in about a second."""


class Refusal(NamedTuple):
    """A text that does not fit its cell: where that is, the text, and why."""

    place: str
    text: str
    reason: str


@dataclass(slots=True)
class Typing:
    """What a block of texts means for a plan: the steps of those that fit, and those that do not.

    `columns` and `rows` are those of the model that the block covers, the rows that it adds among them. `readings`
    say how texts are read that may be meant otherwise.
    """

    model: KeyedModel
    columns: Sequence[int]
    steps: list[Edit] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    rows: list[Key] = field(default_factory=list)
    readings: list[str] = field(default_factory=list)
    _added: list[Grown] = field(default_factory=list)

    def over(self, row: Key, texts: Sequence[str]) -> None:
        """Type texts over a row that is there."""
        cells = [self.model.cell(row, column) for column in self.columns]
        self.rows.append(row)
        self._type(cells, texts, place(Place(row), self.model.session.index))

    def behind(self, texts: Sequence[str], where: str) -> None:
        """Put a new row behind the last one, and type the texts into it."""
        try:
            new = self.model.row_to_add(dict(zip(self.columns, texts, strict=False)), self._added)
        except EntryRefused as reason:
            self.refused.append(Refusal(where, " ".join(filter(None, texts)), str(reason)))
            return
        self.steps.append(edits.add(*new))
        self.rows.append(new.node.id)
        self._added.append(new)
        self._type([self.model.cell_of(new.node, column) for column in self.columns], texts, where)

    def _type(self, cells: Sequence[Cell], texts: Sequence[str], where: str) -> None:
        for column, cell, text in zip(self.columns, cells, texts, strict=False):
            at = f"{where}, {self.model.header(column)}"
            try:
                if steps := _step(cell, text):
                    self.steps += steps
                    self.readings.append(cell.other_reading(text))
            except EntryRefused as reason:
                self.refused.append(Refusal(at, text, str(reason)))
        for text in filter(str.strip, texts[len(self.columns) :]):
            self.refused.append(Refusal(where, text, _tr("Tidak ada kolom lagi untuk isian ini.")))


def typed(model: KeyedModel, block: Block, rows: Sequence[Key], columns: Sequence[int]) -> Typing:
    """Return what it means to type a block, its first text into the first of `rows` and `columns`.

    Both reach from there to the last one that is seen. Heading rows are passed over, unless the block has rows for
    them. Rows past the last one are added where the model can, `MAX_ADDED` at most. The titles of a table, in the
    first row, are left out.
    """
    if len(block) > 1 and model.is_header(dict(zip(columns, block[0], strict=False))):
        block = block[1:]
    typing = Typing(model, columns[: len(block[0])])
    if not _has_headings(model, block, rows, columns):
        rows = [row for row in rows if model.heading(row) is None]
    for texts, row in zip(block, rows, strict=False):
        typing.over(row, texts)
    behind = [texts for texts in block[len(rows) :] if any(map(str.strip, texts))]
    for number, texts in enumerate(behind[:MAX_ADDED], len(rows) + 1):
        typing.behind(texts, _tr("Baris ke-{} yang ditempel").format(number))
    if len(behind) > MAX_ADDED:
        left, reason = _tr("{} baris terakhir"), _tr("Sekali tempel menambah paling banyak {} baris.")
        typing.refused.append(Refusal(left.format(len(behind) - MAX_ADDED), "", reason.format(MAX_ADDED)))
    return typing


def _has_headings(model: KeyedModel, block: Block, rows: Sequence[Key], columns: Sequence[int]) -> bool:
    """Say whether a block has a row for each heading that it meets: one that leaves blank what a heading leaves.

    A block of names alone does not show that; it has, if it begins at a heading.
    """
    met = [(row, texts) for row, texts in zip(rows, block, strict=False) if model.heading(row) is not None]
    barred = [_barred(model, row, columns, texts) for row, texts in met]
    shows = all(barred) or model.heading(rows[0]) is not None
    return not met or (shows and not any(text.strip() for texts in barred for text in texts))


def _barred(model: KeyedModel, row: Key, columns: Sequence[int], texts: Sequence[str]) -> list[str]:
    """Return the texts of a block's row that stand where a heading has nothing to type into."""
    return [text for column, text in zip(columns, texts, strict=False) if not model.cell(row, column).edit]


def _step(cell: Cell, text: str) -> list[Edit]:
    """Return the edit that a text means for a cell, or none where it shows that already."""
    if text == cell.text or _is_number(text, cell.number):
        return []
    if cell.edit is not None:
        return [cell.edit(text)]
    if text.strip():
        raise EntryRefused(_tr("Isi sel ini dihitung dan tidak dapat diketik."))
    return []


def _is_number(text: str, number: int | Decimal | None) -> bool:
    with suppress(NumberRefused):
        return number is not None and parse(text, single_is_thousands=isinstance(number, int)) == number
    return False


def _tr(text: str) -> str:
    return QCoreApplication.translate("blocks", text)
