"""What a printed form says, read from its PDF by the positions of words and rules."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pdfplumber

HEADINGS = ("NO.", "SASARAN KEGIATAN", "INDIKATOR KINERJA KEGIATAN", "ANGGARAN")
NESTED = ["NO", "RO", "KOMPONEN", "SUB KOMPONEN", "ANGGARAN", "KONTRIBUSI"]
CONTINUED = "(lanjutan)"
RULES = {"vertical_strategy": "lines_strict", "horizontal_strategy": "lines_strict"}


def bare(text: str) -> str:
    """Return a text without its spaces and line breaks, which a cell may place anew."""
    return "".join(text.split())


@dataclass(frozen=True)
class PrintedRow:
    """The cells of one row of the table, as (left edge, text); a cell over several rows is in its first."""

    cells: tuple[tuple[float, str], ...]

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.cells]


class PrintedPage:
    """One page: its words and rules, and the rows of its table if it has one."""

    def __init__(self, page: Any) -> None:
        self.width, self.height = float(page.width), float(page.height)
        self.across = "".join(letter["text"] for letter in page.chars if _is_slanted(letter))
        """What stands slantwise across the page, under everything else."""
        self.drawn: list[dict[str, Any]] = [*page.chars, *page.lines, *page.rects]
        page = page.filter(lambda thing: not _is_slanted(thing))
        self.words: list[dict[str, Any]] = page.extract_words(x_tolerance=1, y_tolerance=1)
        self.lines: list[dict[str, Any]] = page.lines
        self.text: str = page.extract_text()
        table = max(page.find_tables(RULES), key=lambda found: len(found.cells), default=None)
        self.rows = tuple(_rows(table)) if table else ()
        self.table_top: float = table.bbox[1] if table else self.height

    @property
    def left_of_indikator(self) -> float:
        return next(x for row in self.rows[:1] for x, text in row.cells if text == HEADINGS[2])

    def right_of_sasaran(self, row: PrintedRow) -> list[str]:
        """Return the texts of a row from the INDIKATOR column on."""
        return [text for x, text in row.cells if x > self.left_of_indikator - 1]

    def is_nested(self, row: PrintedRow) -> bool:
        """Say whether a row belongs to a nested table: its second column begins where RO stands."""
        lefts = [x for x, _ in row.cells if x > self.left_of_indikator - 1]
        places = {x for header in self.rows for x, text in header.cells if text == NESTED[1]}
        return len(lefts) > 1 and lefts[1] in places

    def left_of(self, row: PrintedRow) -> list[str]:
        """Return the texts of a row in the columns NO. and SASARAN."""
        return [text for x, text in row.cells if x < self.left_of_indikator - 1]

    def lies_inside(self) -> bool:
        """Say whether all words are on the paper."""
        return all(
            word["x0"] > 0 and word["x1"] < self.width and word["top"] > 0 and word["bottom"] < self.height
            for word in self.words
        )

    def crossed_words(self) -> list[str]:
        """Return the words through which a rule runs."""
        return [word["text"] for word in self.words if any(_crosses(line, word) for line in self.lines)]

    def overlapping_words(self) -> list[tuple[str, str]]:
        pairs = combinations(sorted(self.words, key=lambda word: float(word["top"])), 2)
        return [(one["text"], other["text"]) for one, other in pairs if _overlap(one, other)]


def printed_pages(pdf: bytes) -> list[PrintedPage]:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [PrintedPage(page) for page in document.pages]


def _is_slanted(thing: dict[str, Any]) -> bool:
    """Say whether something is a letter on a line that is not level."""
    return "matrix" in thing and thing["matrix"][1] != 0


def _rows(table: Any) -> list[PrintedRow]:
    texts = table.extract(x_tolerance=1, y_tolerance=1)
    return [
        PrintedRow(
            tuple(
                (round(cell[0], 1), text.replace("\n", " "))
                for cell, text in zip(row.cells, line, strict=True)
                if cell
            )
        )
        for row, line in zip(table.rows, texts, strict=True)
    ]


def _crosses(line: dict[str, Any], word: dict[str, Any]) -> bool:
    if line["x0"] == line["x1"]:
        return bool(
            word["x0"] < line["x0"] - 0.3
            and word["x1"] > line["x0"] + 0.3
            and line["top"] < word["bottom"] - 1
            and line["bottom"] > word["top"] + 1
        )
    middle = (word["top"] + word["bottom"]) / 2
    return bool(line["x0"] < word["x1"] and line["x1"] > word["x0"] and abs(line["top"] - middle) < 3)


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    wide = min(one["x1"], other["x1"]) - max(one["x0"], other["x0"])
    high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return bool(wide > 0.3 and high > 1.5)
