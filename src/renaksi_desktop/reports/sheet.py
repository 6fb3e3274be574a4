"""The paper of the form as a PDF has it: its room, its styles of text, its columns and the bands of its rows."""

from __future__ import annotations

from typing import Final

from renaksi_desktop.domain.form_columns import LEFT
from renaksi_desktop.domain.paper import MM, TABLE_SIZE, Paper, Span
from renaksi_desktop.domain.plan import Cetak
from renaksi_desktop.reports.cells import Band, Column
from renaksi_desktop.reports.fonts import Faces
from renaksi_desktop.reports.text import Style


class Sheet(Paper):
    """All measures of one form, in points; `fixed` is how wide its columns of fixed width are on A4, together."""

    def __init__(self, cetak: Cetak, faces: Faces, fixed: float) -> None:
        super().__init__(cetak, fixed)
        self.top: Final = self.height - cetak.margin_atas * MM
        """The upper margin, from the lower edge of the paper."""
        self.room: Final = self.top - cetak.margin_bawah * MM
        """How high everything on a page may be, the foot included."""
        self.title: Final = self._style(faces, 11, 14, bold=True)
        self.table: Final = self._style(faces, TABLE_SIZE, 9)
        self.heading: Final = self._style(faces, TABLE_SIZE, 9, bold=True)
        self.note: Final = self._style(faces, 8.5, 11)
        self.name: Final = self._style(faces, 8.5, 11, bold=True)
        self.foot: Final = self._style(faces, 6.5, 8)

    def column(self, span: Span, style: Style, align: float = LEFT) -> Column:
        return Column(span, 3 * self.unit, style, align)

    def band(
        self, edges: tuple[float, ...], *, top: Span, below: Span | None = None, ground: Span | None = None
    ) -> Band:
        """Return a band of the table; see `Band`."""
        return Band(self.table.leading, 2.5 * self.unit, edges, top, below, ground)

    def _style(self, faces: Faces, size: float, leading: float, *, bold: bool = False) -> Style:
        return Style(faces.bold if bold else faces.regular, size * self.unit, leading * self.unit)
