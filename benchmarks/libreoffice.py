"""The same form as LibreOffice prints it: our rows as a spreadsheet, converted to PDF by `soffice`.

`write` makes the spreadsheet; `python -m benchmarks.libreoffice SPREADSHEET PROFILE` converts it.

The spreadsheet is a flat OpenDocument file. It has the columns, merged cells, heights and repeated head of our
form, so that LibreOffice prints about as many pages; it has no rules of ours to find out, which is to its favour.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.reports import around
from renaksi_desktop.reports.cells import Row
from renaksi_desktop.reports.layout import lay_out, quiet
from renaksi_desktop.reports.table import Table

SOFFICE: Final = shutil.which("soffice")
"""The program, where it is installed (Debian: libreoffice-calc-nogui)."""

_NAMES: Final = {
    "office": "office:1.0", "style": "style:1.0", "text": "text:1.0", "table": "table:1.0",
    "fo": "xsl-fo-compatible:1.0",
}  # fmt: skip
_CELL_STYLES: Final = """
<style:style style:name="ruled" style:family="table-cell">
 <style:table-cell-properties fo:border="0.5pt solid #000000" fo:wrap-option="wrap" fo:padding="2pt"/>
 <style:text-properties fo:font-size="7.5pt" style:font-name="Liberation Sans"/></style:style>
<style:style style:name="free" style:family="table-cell">
 <style:table-cell-properties fo:wrap-option="wrap"/>
 <style:text-properties fo:font-size="8.5pt" style:font-name="Liberation Sans"/></style:style>"""


def convert(sheet: Path, profile: Path) -> None:
    """Convert a spreadsheet to a PDF beside it, with a profile of its own."""
    assert SOFFICE
    own = f"-env:UserInstallation={profile.resolve().as_uri()}"
    command = [SOFFICE, own, "--headless", "--convert-to", "pdf", "--outdir", str(sheet.parent), str(sheet)]
    subprocess.run(command, check=True, capture_output=True)


def write(plan: Plan, sheet: Path) -> None:
    """Write the form of a plan as a spreadsheet."""
    paper = lay_out(plan).sheet
    table = Table(plan, paper)
    head = table.head()
    body = [*table.rows(quiet), *around.closing(plan, paper)]
    title = list(around.title(plan, paper))
    edges = sorted({edge for row in (*head, *body) for edge in row.band.edges})
    rows = [*title, *head, *body]
    names = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}"' for prefix, name in _NAMES.items()
    )
    sheet.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        f"<office:automatic-styles>{_page(paper.width, paper.height)}{''.join(_sizes(edges, rows))}{_CELL_STYLES}"
        '</office:automatic-styles><office:master-styles><style:master-page style:name="Default"'
        ' style:page-layout-name="page"/></office:master-styles>'
        '<office:body><office:spreadsheet><table:table table:name="Form" table:style-name="form">'
        f"{''.join(_columns(edges))}{''.join(_row(row, edges) for row in title)}"
        f"<table:table-header-rows>{''.join(_row(row, edges) for row in head)}</table:table-header-rows>"
        f"{''.join(_row(row, edges) for row in body)}"
        "</table:table></office:spreadsheet></office:body></office:document>",
        encoding="utf-8",
    )


def _page(width: float, height: float) -> str:
    size = f'fo:page-width="{width:.1f}pt" fo:page-height="{height:.1f}pt" fo:margin="10mm"'
    return (
        f'<style:page-layout style:name="page"><style:page-layout-properties {size}'
        ' style:print-orientation="landscape"/></style:page-layout>'
        '<style:style style:name="form" style:family="table" style:master-page-name="Default"/>'
    )


def _sizes(edges: list[float], rows: Iterable[Row]) -> Iterator[str]:
    for number, width in enumerate(_widths(edges)):
        yield (
            f'<style:style style:name="w{number}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{width:.2f}pt"/></style:style>'
        )
    for height in {round(row.height, 1) for row in rows}:
        yield (
            f'<style:style style:name="h{height}" style:family="table-row"><style:table-row-properties'
            f' style:row-height="{height}pt" style:use-optimal-row-height="false"/></style:style>'
        )


def _widths(edges: list[float]) -> list[float]:
    return [right - left for left, right in pairwise(edges)]


def _columns(edges: list[float]) -> Iterator[str]:
    for number in range(len(edges) - 1):
        yield f'<table:table-column table:style-name="w{number}"/>'


def _row(row: Row, edges: list[float]) -> str:
    own = row.band.edges or (edges[0], edges[-1])
    style = "ruled" if row.band.edges else "free"
    cells = []
    for left, right in pairwise(own):
        texts = [" ".join(cell.lines) for cell in row.cells if left <= cell.x <= right]
        span = edges.index(right) - edges.index(left)
        cells.append(
            f'<table:table-cell table:style-name="{style}" table:number-columns-spanned="{span}"'
            f' table:number-rows-spanned="1" office:value-type="string"><text:p>{escape(" ".join(texts))}</text:p>'
            f"</table:table-cell>{'<table:covered-table-cell/>' * (span - 1)}"
        )
    return f'<table:table-row table:style-name="h{round(row.height, 1)}">{"".join(cells)}</table:table-row>'


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
