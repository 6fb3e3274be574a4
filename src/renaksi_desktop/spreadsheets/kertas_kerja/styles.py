"""How the cells of the kertas kerja look: quiet heads, white cells to fill in, grey ones that are derived."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any, Final

from renaksi_desktop.domain.fields import FIELDS, Angka, Kind, Tanggal, Targets, Whole
from renaksi_desktop.spreadsheets.kertas_kerja.columns import ID, JALUR, Column


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
    TITLE = auto()
    SUBTITLE = auto()
    PLAIN = auto()
    PROSE = auto()


_RULED: Final = {"bottom": 1, "bottom_color": "#BDC1C6"}
_HEAD: Final = {"bold": True, "bg_color": "#E8EAED", "valign": "vcenter", "text_wrap": True, **_RULED}
_LINED: Final = {"border": 1, "border_color": "#DADCE0"}
_GREY: Final = {"bg_color": "#F1F3F4", "font_color": "#5F6368", **_LINED}
_WRAPPED: Final = {"text_wrap": True}
_OPEN: Final = {"locked": False, **_LINED}
_RIGHT: Final = {"align": "right", "indent": 1}
_MONEY: Final = {"num_format": "#,##0", **_RIGHT}

_LOOKS: Final[dict[Look, dict[str, Any]]] = {
    Look.HEAD: _HEAD,
    Look.TEXT: {"num_format": "@", **_WRAPPED, **_OPEN},
    Look.NUMBER: {**_RIGHT, **_OPEN},
    Look.RUPIAH: {**_MONEY, **_OPEN},
    Look.DATE: {"num_format": "[$-421]d mmmm yyyy", "align": "left", **_OPEN},
    Look.DERIVED: {**_GREY, **_WRAPPED},
    Look.DERIVED_RUPIAH: {**_GREY, **_MONEY},
    Look.ID: {**_GREY, "font_size": 8, "align": "fill"},
    Look.TITLE: {"bold": True, "font_size": 16, "valign": "vcenter"},
    Look.SUBTITLE: {"bold": True, "font_size": 11, **_RULED},
    Look.PLAIN: {},
    Look.PROSE: _WRAPPED,
}
WRAPPED: Final = frozenset(look for look, properties in _LOOKS.items() if properties.get("text_wrap"))
"""The looks whose texts go on in another line."""


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Any) -> None:
        self._workbook: Final = workbook
        self._made: Final[dict[tuple[Look, bool, bool | None], Any]] = {}

    def __call__(self, look: Look, *, quoted: bool = False, right: bool | None = None) -> Any:
        """Return the format of a look; `quoted` marks a text as one (quotePrefix), `right` aligns otherwise."""
        key = look, quoted, right
        if key not in self._made:
            properties = {"font_name": "Arial", "font_size": 10, "valign": "top", **_LOOKS[look]}
            if right is not None:
                properties |= _RIGHT if right else {"align": "left", "indent": 0}
            self._made[key] = self._workbook.add_format(properties | {"quote_prefix": quoted})
        return self._made[key]


def look_of(column: Column) -> Look:
    """Return how the cells of a column look."""
    if column.field == ID:
        return Look.ID
    if column.derive is not None:
        return Look.DERIVED_RUPIAH if column.rupiah else Look.DERIVED
    return Look.TEXT if column.field == JALUR else look_of_kind(FIELDS[column.node][column.field].kind)


def look_of_kind(kind: Kind) -> Look:
    """Return how a cell with such values looks."""
    if isinstance(kind, Whole):
        return Look.RUPIAH if kind.rupiah else Look.NUMBER
    if isinstance(kind, Angka | Targets):
        return Look.NUMBER
    return Look.DATE if isinstance(kind, Tanggal) else Look.TEXT


def is_right(look: Look) -> bool:
    """Say whether the values of such cells stand at the right."""
    return _LOOKS[look].get("align") == "right"
