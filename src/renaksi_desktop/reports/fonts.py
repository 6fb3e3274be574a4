"""The two typefaces of the form, read once and embedded as subsets (Liberation Sans, OFL 1.1)."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from renaksi_desktop import resources
from renaksi_desktop.reports.text import Face

_FOLDER: Final = resources.ROOT / "fonts"


class Faces(NamedTuple):
    """The typefaces of a form."""

    regular: Face
    bold: Face


@cache
def faces() -> Faces:
    """Return the typefaces, known to reportlab under their names from now on."""
    return Faces(_face("LiberationSans-Regular"), _face("LiberationSans-Bold"))


def _face(name: str) -> Face:
    font = TTFont(name, str(_FOLDER / f"{name}.ttf"))
    pdfmetrics.registerFont(font)
    return Face(name, font.face.charWidths)
