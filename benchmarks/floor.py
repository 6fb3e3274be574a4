"""The floor of a PDF: its very lines and rules on a bare canvas, with no decision left to make.

`record` writes them to a file; `python -m benchmarks.floor DRAWING PDF` draws that file.
"""

from __future__ import annotations

import marshal
import sys
from pathlib import Path

from renaksi_desktop.domain.plan import Plan

FONTS = Path(__file__).parents[1] / "resources" / "fonts"


def record(plan: Plan, drawing: Path) -> None:
    """Write what the form of `plan` draws: for each page its lines of text, grounds and rules."""
    from renaksi_desktop.reports.drawing import lines, rules
    from renaksi_desktop.reports.layout import lay_out

    sheet, _, pages = lay_out(plan)
    top = sheet.top
    drawn = []
    for page in pages:
        ruled = [placed for placed in page if placed.row.band.edges]
        grounds = [(row.band.ground, y, row.height) for y, row in ruled if row.band.ground]
        drawn.append(
            (
                [(s.face.name, s.size, x, top - y, line) for placed in page for s, x, y, line in lines(placed)],
                [(left, top - y - height, right - left, height) for (left, right), y, height in grounds],
                [(x0, top - y0, x1, top - y1) for x0, y0, x1, y1 in rules(ruled)],
            )
        )
    drawing.write_bytes(marshal.dumps(((sheet.width, sheet.height), drawn)))


def draw(drawing: Path, pdf: Path) -> None:
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # as in ours
    size, pages = marshal.loads(drawing.read_bytes())  # noqa: S302 our own file, the fastest to read
    for name in ("LiberationSans-Regular", "LiberationSans-Bold"):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
    canvas = Canvas(str(pdf), pagesize=size, pageCompression=1)
    for texts, grounds, rules in pages:
        canvas.setFillGray(0.94)
        for ground in grounds:
            canvas.rect(*ground, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setLineWidth(0.5)
        canvas.lines(rules)
        font = None
        for name, points, x, y, line in texts:
            if font != (font := (name, points)):
                canvas.setFont(name, points)
            canvas.drawString(x, y, line)
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
