"""The columns of the form as columns of a page, which make the cells that stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from renaksi_desktop.domain.form_columns import CENTRE, LEFT, NESTED, Field, places
from renaksi_desktop.domain.paper import Span
from renaksi_desktop.reports.cells import Cell, Column
from renaksi_desktop.reports.sheet import Sheet
from renaksi_desktop.reports.text import Style


def edges(columns: Sequence[Column]) -> tuple[float, ...]:
    """Return where the vertical rules of neighbouring columns stand."""
    return (*[column.span[0] for column in columns], columns[-1].span[1])


def headings(columns: Iterable[Column], texts: Iterable[str], style: Style) -> list[Cell]:
    """Return the cells of a row of headings."""
    return [column.heading(style).unbroken(text) for column, text in zip(columns, texts, strict=True)]


class Columns:
    """All columns of a form on a sheet."""

    def __init__(self, sheet: Sheet, table: Sequence[Field]) -> None:
        stand = places(sheet, table)
        self.no: Final = sheet.column(stand.no, sheet.table, CENTRE)
        self.sasaran: Final = sheet.column(stand.sasaran, sheet.table, LEFT)
        self.table: Final = self._columns(sheet, stand.table, [field.align for field in table])
        self.nested: Final = self._columns(sheet, stand.nested, NESTED.values())
        self.inner: Final = stand.inner

    @staticmethod
    def _columns(sheet: Sheet, spans: Iterable[Span], aligns: Iterable[float]) -> list[Column]:
        return [sheet.column(span, sheet.table, align) for span, align in zip(spans, aligns, strict=True)]
