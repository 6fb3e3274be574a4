"""The Sasaran, Indikator and Kontribusi of a form put together row by row, also where pages have cut them."""

from __future__ import annotations

from typing import Final

from renaksi_desktop.domain import rupiah
from renaksi_desktop.domain.numerals import NumberRefused
from renaksi_desktop.domain.plan import Indikator, Sasaran
from renaksi_desktop.spreadsheets.form.cells import Nested
from renaksi_desktop.spreadsheets.form.found import Found, FoundIndikator, FoundSasaran, Line
from renaksi_desktop.spreadsheets.form.heads import Outer
from renaksi_desktop.spreadsheets.form.shapes import coded, typed, without_continued
from renaksi_desktop.spreadsheets.sheet import Problem

NO_SASARAN: Final = "Baris Sasaran untuk Indikator ini tidak ada; dibuatkan Sasaran tanpa uraian."
NO_INDIKATOR: Final = "Baris Indikator untuk Kontribusi ini tidak ada; dibuatkan Indikator tanpa uraian."
NO_BEGINNING: Final = "Awal uraian Indikator ini tidak ada; dibuatkan Indikator tanpa kode."
NOT_BEGUN: Final = "Indikator ini lanjutan dari baris yang tidak ada."
ROWS_MISSING: Final = "Baris nomor {} tidak ada sebelum baris ini."


class Tree:
    """What was found so far."""

    def __init__(self) -> None:
        self.sasaran: Final[list[FoundSasaran]] = []
        self.problems: Final[list[Problem]] = []

    @property
    def last(self) -> FoundIndikator | None:
        """The Indikator that nested rows belong to."""
        found = self.sasaran[-1].indikator if self.sasaran else []
        return found[-1] if found else None

    def label(self, line: Line, number: int | None, text: str, *, begins: bool) -> None:
        """Begin the Sasaran that a row names, unless it is the same; `begins`: the row has an Indikator."""
        last = self.sasaran[-1] if self.sasaran else None
        if not text and number is None:
            return
        if last is not None and _is_same(last, number, text):
            return
        kode = coded(Sasaran, text)[0]
        if last is not None and number is None and not kode and (coded(Sasaran, last.text)[0] or not begins):
            last.text = f"{last.text} {text}".strip()
            return
        self.join_part()
        if number is not None:
            self._tell_missing(line, last.number or 0 if last else 0, number)
        self.sasaran.append(FoundSasaran(line, number, text))

    def begin(self, found: FoundIndikator, *, values: bool) -> None:
        """Begin an Indikator, unless its row only repeats the one that a page has cut."""
        base = without_continued(found.text)
        text = found.text if base is None else base
        self.join_part()
        if not values and self.last is not None and _repeats(Indikator, self.last.text, text):
            return
        if base is not None:
            self.problems.append(found.line.problem(NOT_BEGUN))
        found.text = text
        self._append(found)

    def part(self, line: Line, text: str, head: Outer) -> None:
        """Take a text without a kode: the rest of the Indikator above, or of one whose beginning is missing."""
        base = without_continued(text)
        if base is not None and self.last is not None and self.last.text.endswith(base):
            return
        self.join_part()
        self._append(FoundIndikator(line, text if base is None else base, head, part=True))

    def add(self, nested: Nested, head: Outer) -> None:
        """Add a Kontribusi to the last Indikator, or to a new one where rows are numbered anew."""
        line, found = nested.row.line, self.last
        if found is None or (nested.number == 1 and found.last >= 1):
            self.join_part()
            found = FoundIndikator(line, "", head)
            self._append(found)
            self.problems.append(line.problem(NO_INDIKATOR, nested.start))
        if nested.number is not None:
            self._tell_missing(line, found.last, nested.number)
            found.last = nested.number
        if found.lines:  # a cell merged over several rows holds its text in the first of them
            above = found.lines[-1].texts
            nested.row.texts = [text or other for text, other in zip(nested.row.texts, above, strict=True)]
        found.lines.append(nested.row)

    def join_part(self) -> None:
        """Join a text without a kode to the Indikator above it, if its Kontribusi make up the Anggaran of that."""
        part = self.last
        if part is None or not part.part:
            return
        part.part = False
        siblings = self.sasaran[-1].indikator
        before = siblings[-2] if len(siblings) > 1 else None
        if before is None or not _belongs(part, before):
            self.problems.append(part.line.problem(NO_BEGINNING))
            return
        siblings.pop()
        before.text = f"{before.text} {part.text}".strip()
        before.lines += part.lines
        before.last = part.last or before.last

    def _append(self, found: FoundIndikator) -> None:
        if not self.sasaran:
            self.problems.append(found.line.problem(NO_SASARAN))
            self.sasaran.append(FoundSasaran(found.line, None, ""))
        self.sasaran[-1].indikator.append(found)

    def _tell_missing(self, line: Line, before: int, number: int) -> None:
        if missing := range(before + 1, number):
            told = str(missing[0]) if len(missing) == 1 else f"{missing[0]} sampai {missing[-1]}"
            self.problems.append(line.problem(ROWS_MISSING.format(told)))


def _is_same(last: FoundSasaran, number: int | None, text: str) -> bool:
    """Say whether a label is that of the last Sasaran once more."""
    if number is None:
        return _repeats(Sasaran, last.text, text)
    return number == last.number and (not text or coded(Sasaran, text)[0] == coded(Sasaran, last.text)[0])


def _repeats(kind: type[Sasaran] | type[Indikator], whole: str, text: str) -> bool:
    """Say whether a text repeats another, or as much of it as there was room for."""
    (kode, name), (other, rest) = coded(kind, text), coded(kind, whole)
    return kode == other and rest.startswith(name.rstrip("….").rstrip())


def _belongs(part: FoundIndikator, before: FoundIndikator) -> bool:
    """Say whether a text and the Kontribusi below it go on where the Indikator before them was cut."""
    if not part.lines:
        return not before.lines
    written = amount(before.anggaran)
    lines = [amount(row.jumlah) or 0 for row in (*before.lines, *part.lines)]
    return written is None or written == sum(lines)


def amount(found: Found | None) -> int | None:
    """Return the rupiah in a cell, None where it holds none."""
    try:
        return None if found is None else rupiah.parse_rupiah(typed(found.value))
    except NumberRefused:
        return None
