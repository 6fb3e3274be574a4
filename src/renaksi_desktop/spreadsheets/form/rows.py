"""The rows of a form in their order, each told by its headings and by the shapes of its kode.

What is none of the known rows waits: where the table goes on below it, it was the rest of a text that a page cut,
or it is not understood; at the end it is what closes the form.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from renaksi_desktop.domain.plan import Indikator, Sasaran
from renaksi_desktop.spreadsheets.form import cells
from renaksi_desktop.spreadsheets.form.found import FoundForm, Line
from renaksi_desktop.spreadsheets.form.heads import Inner, Outer, inner, outer, second
from renaksi_desktop.spreadsheets.form.shapes import has_kode, is_page_number, ordinal, shown
from renaksi_desktop.spreadsheets.form.tree import Tree

UNKNOWN: Final = "“{}” tidak dikenali, tidak dibaca."
UNKNOWN_COLUMN: Final = "Kolom “{}” tidak dikenali, isinya tidak dibaca."
LONGEST: Final = 60
"""Characters of a cell's text that a problem names."""


def find(lines: Iterable[Line]) -> FoundForm:
    """Return what the rows of a form hold."""
    rows = _Rows()
    for line in lines:
        rows.take(line)
    return rows.finished()


class _Rows:
    """What was found so far, and the headings that hold."""

    def __init__(self) -> None:
        self._form: Final = FoundForm()
        self._tree: Final = Tree()
        self._outer: Outer | None = None
        self._inner: Inner | None = None
        self._below_head = self._below_total = False
        self._waiting: list[Line] = []
        self._titles: Final[set[str]] = set()
        self._unknown: Final[set[str]] = set()

    def finished(self) -> FoundForm:
        self._tree.join_part()
        self._form.sasaran = self._tree.sasaran
        self._form.problems += self._tree.problems
        self._form.closing = self._waiting
        return self._form

    def take(self, line: Line) -> None:
        """Take the next row."""
        if head := outer(line.cells):
            self._settle(self._outer or head)
            self._hold(line, head)
            self._below_head, self._below_total = True, False
        elif self._outer is None:
            self._form.titles.append(line)
            self._titles.update(map(shown, line.cells.values()))
        elif self._below_head and (head := second(self._outer, line.cells)):
            self._hold(line, head)
        elif head_of_nested := inner(line.cells):
            self._settle(self._outer)
            self._inner = head_of_nested
        elif not self._is_noise(line):
            self._below_head = False
            self._take_row(line, self._outer)

    def _hold(self, line: Line, head: Outer) -> None:
        """Have a head hold from now on; the columns of the first one are those of the form."""
        if self._form.head is None or (self._below_head and self._form.head is self._outer):
            self._form.head = head
        for column, name in head.others.items():
            if name not in self._unknown:
                self._unknown.add(name)
                self._form.problems.append(line.problem(UNKNOWN_COLUMN.format(name), column))
        self._outer = head

    def _is_noise(self, line: Line) -> bool:
        """Say whether a row is a page's number, the numbers below headings, or the title once more."""
        texts = [*map(shown, line.cells.values())]
        numbers = [ordinal(text.strip("()")) for text in texts]
        counted = self._below_head and len(numbers) > 2 and numbers == [*range(1, len(numbers) + 1)]
        repeated = not self._below_total and self._titles.issuperset(texts)
        return counted or repeated or is_page_number(" ".join(texts))

    def _take_row(self, line: Line, head: Outer) -> None:
        total = cells.total_of(line, head)
        if total is not None:
            self._settle(head)
            self._form.total, self._below_total = line.found(total), True
        elif nested := cells.nested(line, self._inner, head):
            self._settle(head)
            labelled = nested.start > head.sasaran
            used = nested.used | (self._take_label(line, head, begins=False) if labelled else set())
            self._tree.add(nested, head)
            self._tell_unused(line, used, head)
        elif not self._take_indikator(line, head):
            self._waiting.append(line)

    def _take_indikator(self, line: Line, head: Outer) -> bool:
        """Take a row with a Sasaran, an Indikator or both; False where it has none for certain."""
        column = cells.indikator_column(line, head)
        found, used = cells.indikator(line, head, column)
        values = bool(found.targets or found.anggaran or found.satuan or found.tahunan)
        begins = has_kode(Indikator, found.text) or bool(values and (column or found.anggaran))
        label = line.text(head.sasaran) if column > head.sasaran or not column else ""
        numbered = column != head.no and ordinal(line.cells.get(head.no)) is not None
        if not (begins or numbered or has_kode(Sasaran, label)) or (self._below_total and not values):
            return False
        self._settle(head)
        if column > head.sasaran or not column:
            used |= self._take_label(line, head, begins=begins)
        if begins:
            self._tree.begin(found, values=values)
        self._tell_unused(line, used, head)
        return True

    def _take_label(self, line: Line, head: Outer, *, begins: bool) -> set[int]:
        """Take the Sasaran that a row names, if any; return the columns of its label."""
        number = ordinal(line.cells.get(head.no))
        self._tree.label(line, number, line.text(head.sasaran), begins=begins)
        return {head.sasaran} | ({head.no} if number is not None else set())

    def _settle(self, head: Outer) -> None:
        """Say what the rows were that have waited, now that the table goes on below them."""
        waiting, self._waiting = self._waiting, []
        for line in waiting:
            self._take_rest(line, head)

    def _take_rest(self, line: Line, head: Outer) -> None:
        """Take what a page has cut off from the texts above."""
        last = self._tree.last
        texts = cells.continued_texts(line, self._inner)
        if texts is not None and last is not None and last.lines:
            above = last.lines[-1]
            above.texts = [f"{text} {more}".strip() for text, more in zip(above.texts, texts, strict=True)]
            return
        used = self._take_label(line, head, begins=False)
        if text := line.text(head.indikator):
            self._tree.part(line, text, head)
        self._tell_unused(line, {*used, head.indikator}, head)

    def _tell_unused(self, line: Line, used: Collection[int], head: Outer) -> None:
        for column in cells.not_used(line, used, head):
            text = line.text(column)
            short = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
            self._form.problems.append(line.problem(UNKNOWN.format(short), column))
