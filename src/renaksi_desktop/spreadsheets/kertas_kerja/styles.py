"""How the cells of the kertas kerja look: quiet heads, white cells to fill in, grey ones that are derived."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any, Final

from renaksi_desktop.domain.fields import FIELDS, Angka, Kind, Tanggal, Targets, Whole
from renaksi_desktop.spreadsheets.kertas_kerja.columns import ID, JALUR, Column

_INK: Final = "#202124"
_FAINT: Final = "#80868B"
_SHADE: Final = "#F1F3F4"
_RULE: Final = "#BDC1C6"


class Look(Enum):
    """What a cell is, for the eye."""

    HEAD = auto()
    TEXT = auto()
    NUMBER = auto()
    RUPIAH = auto()
    DATE = auto()
    DERIVED = auto()
    DERIVED_RUPIAH = auto()
    ID = auto()
    NAME = auto()
    TITLE = auto()
    SUBTITLE = auto()
    PLAIN = auto()
    PROSE = auto()


_GREY: Final = {"bg_color": _SHADE, "font_color": "#5F6368"}
_RULED: Final = {"bottom": 1, "bottom_color": _RULE}
_WRAPPED: Final = {"text_wrap": True}
_OPEN: Final = {"locked": False}
_MONEY: Final = {"num_format": "#,##0", "align": "right"}

_LOOKS: Final[dict[Look, dict[str, Any]]] = {
    Look.HEAD: {
        "bold": True,
        "bg_color": _SHADE,
        "bottom": 1,
        "bottom_color": _RULE,
        "valign": "vcenter",
        **_WRAPPED,
    },
    Look.TEXT: {"num_format": "@", **_WRAPPED, **_OPEN},
    Look.NUMBER: {"align": "right", **_OPEN},
    Look.RUPIAH: {**_MONEY, **_OPEN},
    Look.DATE: {"num_format": "[$-421]d mmmm yyyy", "align": "left", **_OPEN},
    Look.DERIVED: {**_GREY, **_WRAPPED},
    Look.DERIVED_RUPIAH: {**_GREY, **_MONEY},
    Look.ID: {**_GREY, "font_color": _FAINT, "font_size": 8, "align": "fill"},
    Look.NAME: {"font_color": _INK, **_WRAPPED},
    Look.TITLE: {"bold": True, "font_size": 16},
    Look.SUBTITLE: {"bold": True, "font_size": 11, **_RULED},
    Look.PLAIN: {"valign": "vcenter"},
    Look.PROSE: {**_WRAPPED},
}


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Any) -> None:
        self._workbook: Final = workbook
        self._made: Final[dict[tuple[Look, bool], Any]] = {}

    def __call__(self, look: Look, *, quoted: bool = False) -> Any:
        """Return the format of a look; `quoted` marks its text as one (quotePrefix)."""
        if (look, quoted) not in self._made:
            properties = {"font_name": "Arial", "font_size": 10, "valign": "top", **_LOOKS[look]}
            self._made[look, quoted] = self._workbook.add_format(properties | {"quote_prefix": quoted})
        return self._made[look, quoted]


def look_of(column: Column) -> Look:
    """Return how the cells of a column look."""
    if column.field == ID:
        return Look.ID
    if column.derive is not None:
        return Look.DERIVED_RUPIAH if column.title in _RUPIAH else Look.DERIVED
    return Look.TEXT if column.field == JALUR else look_of_kind(FIELDS[column.node][column.field].kind)


_RUPIAH: Final = frozenset({"Anggaran", "Terbagi", "Sisa", "Sisa Sub Komponen"})
"""The derived columns that hold rupiah."""


def look_of_kind(kind: Kind) -> Look:
    """Return how a cell with such values looks."""
    if isinstance(kind, Whole):
        return Look.RUPIAH if kind.rupiah else Look.NUMBER
    if isinstance(kind, Angka | Targets):
        return Look.NUMBER
    return Look.DATE if isinstance(kind, Tanggal) else Look.TEXT
