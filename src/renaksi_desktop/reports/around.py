"""What stands around the table: the title above it, the Catatan and the signatures below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi_desktop.domain import form_words
from renaksi_desktop.domain.form_columns import CENTRE
from renaksi_desktop.domain.paper import MM
from renaksi_desktop.domain.plan import Cantuman, Plan
from renaksi_desktop.reports.cells import Band, Column, Row, row
from renaksi_desktop.reports.sheet import Sheet
from renaksi_desktop.reports.text import Style

GAP: Final = 10.0
PARTY: Final = 250.0
"""Points on A4: above and below the table, and the width of a party's block."""


def title(plan: Plan, sheet: Sheet) -> Iterator[Row]:
    """Yield the title: what the plan is, whose it is, and a gap before the table."""
    column = sheet.column(sheet.span, sheet.title, CENTRE)
    for text in form_words.titles(plan.dokumen):
        yield row(plain(sheet.title), column.text(text), keep=True)
    if text := form_words.revision(plan):
        yield row(plain(sheet.note), sheet.column(sheet.span, sheet.note, CENTRE).text(text), keep=True)
    yield _gap(GAP * sheet.unit)


def closing(plan: Plan, sheet: Sheet) -> Iterator[Row]:
    """Yield what follows the Total and stays with it: the Catatan line by line, then the signatures."""
    lines = sheet.column(sheet.span, sheet.note).text(plan.dokumen.catatan)
    if lines.lines:
        yield _gap(GAP * sheet.unit)
    for line in lines.lines:
        yield row(plain(sheet.note), lines._replace(lines=(line,)), keep=True)
    yield _gap(GAP * sheet.unit)
    yield from _signatures(plan, sheet)


def plain(style: Style) -> Band:
    """Return the band of text that stands free, without rules."""
    return Band(style.leading, 0.0)


def _signatures(plan: Plan, sheet: Sheet) -> Iterator[Row]:
    for texts in form_words.above_signatures(plan):
        yield from _line(sheet, sheet.note, *texts)
    if plan.penandatangan:
        yield _room_to_sign(plan, sheet)
    names, *others = form_words.below_signatures(plan)
    yield from _line(sheet, sheet.name, *names)
    for texts in others:
        yield from _line(sheet, sheet.note, *texts)


def _room_to_sign(plan: Plan, sheet: Sheet) -> Row:
    """Return the room for the hands that sign; an electronic signature is placed at an anchor in its middle."""
    cetak = plan.cetak
    height = cetak.ruang_tanda_tangan * MM
    anchors = cetak.jangkar[: len(plan.penandatangan)] if Cantuman.TTE in cetak.cantuman else ""
    middle = max(0.0, (height - sheet.note.leading) / 2)
    cells = [_party(sheet, sheet.note, place).text(anchor) for place, anchor in enumerate(anchors)]
    return Row(plain(sheet.note), tuple(cell._replace(drop=middle) for cell in cells), height, keep=True)


def _line(sheet: Sheet, style: Style, *texts: str) -> Iterator[Row]:
    """Yield a row of one text for each party, if any has one: the first signs on the right, the second left."""
    cells = [_party(sheet, style, place).text(text) for place, text in enumerate(texts)]
    if any(cell.lines for cell in cells):
        yield row(plain(style), *cells, keep=True)


def _party(sheet: Sheet, style: Style, place: int) -> Column:
    left, right = sheet.span
    width = min(PARTY * sheet.unit, (right - left) / 2)
    return sheet.column((left, left + width) if place else (right - width, right), style, CENTRE)


def _gap(height: float) -> Row:
    return Row(Band(height, 0.0), (), height, keep=True)
