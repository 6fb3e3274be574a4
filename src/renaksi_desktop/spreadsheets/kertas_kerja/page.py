"""One sheet of a kertas kerja being written: cells with a look, then what protects, holds and prints the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from renaksi_desktop.domain.fields import MAX_RUPIAH, Choice, Kind, Whole
from renaksi_desktop.domain.wording import spoken
from renaksi_desktop.spreadsheets.cell_text import is_active
from renaksi_desktop.spreadsheets.kertas_kerja.styles import WRAPPED, Look, Styles, is_right
from renaksi_desktop.spreadsheets.sheet import Value

_ALLOWED: Final = (
    *("format_cells", "format_columns", "format_rows", "insert_columns", "insert_rows", "insert_hyperlinks"),
    *("delete_columns", "delete_rows", "sort", "autofilter", "pivot_tables"),
)
"""All that a protected sheet can allow: only the cells that are not filled in by hand are kept as they are."""
_A4: Final = 9
_HEAD_HEIGHT: Final = 30
_LINE_HEIGHT: Final = 12.75
_MOST_HEIGHT: Final = 400
"""Points; a row of Excel has at most 409."""
_LETTERS_PER_DIGIT: Final = 1.2
"""Letters of a wrapped line for each digit that a column is wide, a little fewer than fit."""
_MOST_LISTED: Final = 255
"""Characters of a drop-down list that stands in the sheet itself (Excel specifications and limits)."""


class Page:
    """A sheet of a workbook; rows and columns count from 1."""

    def __init__(self, workbook: Any, title: str, styles: Styles, widths: Sequence[int]) -> None:
        """Make an empty sheet whose columns are as wide as so many digits."""
        self._sheet: Final = workbook.add_worksheet(title)
        self._styles: Final = styles
        self._widths: Final = widths
        self._lines: Final[dict[int, int]] = {}
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def heads(self, titles: Sequence[str], looks: Sequence[Look]) -> None:
        """Write the titles of the columns, and say how blank cells below them look."""
        for column, (title, look) in enumerate(zip(titles, looks, strict=True)):
            self._sheet.set_column(column, column, self._widths[column], self._styles(look))
            self._sheet.write_string(0, column, title, self._styles(Look.HEAD, right=is_right(look)))
        self._sheet.set_row(0, _HEAD_HEIGHT)

    def put(self, row: int, column: int, value: Value | None, look: Look, *, right: bool | None = None) -> None:
        """Write a cell: a number as number, a day as day, and a text as text whatever it begins with."""
        at = row - 1, column - 1
        style = self._styles(look, quoted=isinstance(value, str) and is_active(value), right=right)
        if value is None:
            self._sheet.write_blank(*at, None, style)
        elif isinstance(value, str):
            self._sheet.write_string(*at, value, style)
            self._note_lines(row, column, value, look)
        elif isinstance(value, date):
            self._sheet.write_datetime(*at, value, style)
        else:
            self._sheet.write_number(*at, value, style)

    def calculate(
        self, row: int, column: int, formula: str, value: int | str, look: Look, *, right: bool | None = None
    ) -> None:
        """Write a formula with the value that it has now."""
        # An empty text would be left out, as if the formula had not been calculated yet.
        style = self._styles(look, right=right)
        self._sheet.write_formula(row - 1, column - 1, formula, style, " " if value == "" else value)
        self._note_lines(row, column, str(value), look)

    def _note_lines(self, row: int, column: int, text: str, look: Look) -> None:
        """Make a row high enough for a text; LibreOffice does not do it by itself."""
        room = max(1, int(self._widths[column - 1] * _LETTERS_PER_DIGIT))
        lines = sum(1 + max(0, len(line) - 1) // room for line in text.split("\n")) if look in WRAPPED else 1
        if lines > self._lines.get(row, 1):
            self._lines[row] = lines
            self._sheet.set_row(row - 1, min(_MOST_HEIGHT, lines * _LINE_HEIGHT + 2))

    def plain(self) -> None:
        """Show no lines between the cells."""
        self._sheet.hide_gridlines(2)

    def choose(self, kind: Kind, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Offer the words of a kind in a block of cells, or hold numbers within its bounds."""
        if isinstance(kind, Choice) and sum(len(word) + 1 for word in kind.enum) < _MOST_LISTED:
            self.choose_from([spoken(word) for word in kind.enum], first, last)
        elif isinstance(kind, Whole):
            low, high = max(kind.low, 0), min(kind.high, MAX_RUPIAH)
            bounds = (
                "rupiah bulat, tidak kurang dari nol" if kind.rupiah else f"bilangan bulat, {low} sampai {high}"
            )
            rule = {"validate": "integer", "criteria": "between", "minimum": low, "maximum": high}
            error = {"error_title": "Bukan angka yang cocok", "error_message": f"Isi dengan {bounds}."}
            self._validate(rule | error, first, last)

    def choose_from(self, words: Sequence[str], first: tuple[int, int], last: tuple[int, int]) -> None:
        """Offer these words in a block of cells, and accept no others."""
        error = {"error_title": "Pilih dari daftar", "error_message": "Isi dengan salah satu dari daftar ini."}
        self._validate({"validate": "list", "source": list(words), **error}, first, last)

    def offer(self, name: str, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Offer the cells that a name of the workbook stands for; others are accepted after a question."""
        rule = {"validate": "list", "source": f"={name}", "error_type": "warning"}
        error = {"error_title": "Belum ada di daftar", "error_message": "Kode ini belum ada di lembar asalnya."}
        self._validate(rule | error, first, last)

    def protect(self) -> None:
        """Keep what is not filled in by hand; there is no password."""
        self._sheet.protect("", dict.fromkeys(_ALLOWED, True))

    def hold(self, columns: int) -> None:
        """Keep the head and the first columns in sight."""
        self._sheet.freeze_panes(1, columns)

    def filtered(self, last_row: int, columns: int) -> None:
        """Put the buttons for filtering into the head."""
        self._sheet.autofilter(0, 0, last_row - 1, columns - 1)

    def printed(self, last_row: int, columns: int, *, repeated: bool = True) -> None:
        """Print these cells on A4, as wide as the page, with the head on each page and numbered."""
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.print_area(0, 0, last_row - 1, columns - 1)
        self._sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")
        if repeated:
            self._sheet.repeat_rows(0)

    def _validate(self, rule: dict[str, Any], first: tuple[int, int], last: tuple[int, int]) -> None:
        self._sheet.data_validation(first[0] - 1, first[1] - 1, last[0] - 1, last[1] - 1, rule)
