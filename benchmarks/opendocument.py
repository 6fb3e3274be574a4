"""A flat OpenDocument spreadsheet: one XML text of pages, styles, columns and rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from renaksi_desktop.domain.form_columns import CENTRE, LEFT, RIGHT
from renaksi_desktop.domain.paper import TABLE_SIZE
from renaksi_desktop.reports.sheet import Sheet

_ALIGNED: Final = {LEFT: "start", CENTRE: "center", RIGHT: "end"}
_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES: Final = " ".join(
    [f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "style", "table", "text")]
    + [f'xmlns:fo="{_OASIS}:xsl-fo-compatible:1.0"']
)


class Look(NamedTuple):
    """What a cell looks like; its size in points, its alignment as in `domain.form_columns`."""

    ruled: bool
    shaded: bool
    bold: bool = False
    size: float = TABLE_SIZE
    align: float = LEFT


class Box(NamedTuple):
    """A cell: how many columns and rows it takes; no rows where the one above reaches over it."""

    columns: int
    rows: int
    look: Look
    text: str


class Line(NamedTuple):
    """A row of the spreadsheet, its height with the unit."""

    height: str
    boxes: list[Box]


def document(sheet: Sheet, edges: list[float], lines: list[Line], repeated: slice) -> str:
    """Return a spreadsheet of these lines, of which some are repeated on each page."""
    looks = {box.look for line in lines for box in line.boxes}
    names = {look: f"look{number}" for number, look in enumerate(looks)}
    written = [_line(line, names) for line in lines]
    head = "".join(written[repeated])
    written[repeated] = [f"<table:table-header-rows>{head}</table:table-header-rows>"]
    columns = [f'<table:table-column table:style-name="column{number}"/>' for number in range(len(edges) - 1)]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMES} office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>'
        f"{''.join([_page(sheet), *_sizes(edges, lines), *map(_style, names, names.values())])}"
        '</office:automatic-styles><office:master-styles><style:master-page style:name="paper"'
        ' style:page-layout-name="page"/></office:master-styles><office:body><office:spreadsheet>'
        f'<table:table table:name="form" table:style-name="form">{"".join([*columns, *written])}</table:table>'
        "</office:spreadsheet></office:body></office:document>"
    )


def _page(sheet: Sheet) -> str:
    left, right = sheet.span
    right += 1  # or rounded widths would put the last column on pages of its own
    return (
        '<style:page-layout style:name="page"><style:page-layout-properties style:print-orientation="landscape"'
        f' fo:page-width="{sheet.width:.1f}pt" fo:page-height="{sheet.height:.1f}pt"'
        f' fo:margin-left="{left:.1f}pt" fo:margin-right="{sheet.width - right:.1f}pt"'
        f' fo:margin-top="{sheet.height - sheet.top:.1f}pt" fo:margin-bottom="{sheet.top - sheet.room:.1f}pt"/>'
        '</style:page-layout><style:style style:name="form" style:family="table" style:master-page-name="paper"/>'
    )


def _sizes(edges: list[float], lines: list[Line]) -> Iterator[str]:
    for number, (left, right) in enumerate(pairwise(edges)):
        yield (
            f'<style:style style:name="column{number}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{right - left:.2f}pt"/></style:style>'
        )
    for height in {line.height for line in lines}:
        yield (
            f'<style:style style:name="{height}" style:family="table-row"><style:table-row-properties'
            f' style:row-height="{height}" style:use-optimal-row-height="false"/></style:style>'
        )


def _style(look: Look, name: str) -> str:
    border = ' fo:border="0.5pt solid #000000"' if look.ruled else ""
    ground = ' fo:background-color="#f0f0f0"' if look.shaded else ""
    weight = ' fo:font-weight="bold"' if look.bold else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties{border}{ground}'
        ' fo:padding="2pt" fo:wrap-option="wrap" style:vertical-align="top" style:text-align-source="fix"/>'
        f'<style:paragraph-properties fo:text-align="{_ALIGNED[look.align]}"/>'
        f'<style:text-properties fo:font-family="Liberation Sans" fo:font-size="{look.size}pt"{weight}/>'
        "</style:style>"
    )


def _line(line: Line, names: dict[Look, str]) -> str:
    boxes = "".join(_cell(box, names[box.look]) for box in line.boxes)
    return f'<table:table-row table:style-name="{line.height}">{boxes}</table:table-row>'


def _cell(box: Box, name: str) -> str:
    if not box.rows:
        return "<table:covered-table-cell/>" * box.columns
    return (
        f'<table:table-cell table:style-name="{name}" table:number-columns-spanned="{box.columns}"'
        f' table:number-rows-spanned="{box.rows}" office:value-type="string"><text:p>{escape(box.text)}</text:p>'
        f"</table:table-cell>{'<table:covered-table-cell/>' * (box.columns - 1)}"
    )
