"""Texts that go into a cell whole, and stay texts there."""

from __future__ import annotations

from typing import Final

from renaksi_desktop.domain.errors import InputRefused
from renaksi_desktop.domain.fields import FIELDS, NAMES
from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import Node
from renaksi_desktop.domain.wording import place
from renaksi_desktop.spreadsheets.sheet import MAX_CELL_TEXT

_ACTIVE: Final = ("=", "+", "-", "@", "'", "\t", "\r")
"""What a spreadsheet makes something else of, once a cell that begins so is edited: a formula, mostly."""


class TextTooLong(InputRefused):
    """A text of the plan is longer than a cell; nothing was written."""

    def __init__(self, node: Node, field: str, index: Index) -> None:
        label = FIELDS[type(node)][field].label
        where = NAMES[type(node)] if index.parent(node.id) is None else place(Place(node.id), index)
        super().__init__(
            f"Isian {label} pada {where} lebih dari {MAX_CELL_TEXT:,} karakter".replace(",", ".")
            + ", yang terpanjang untuk satu sel Excel; pendekkan dahulu."
        )


def fits(text: str) -> bool:
    """Say whether a cell of Excel, which counts in UTF-16, can hold all of a text."""
    return len(text) <= MAX_CELL_TEXT // 2 or len(text.encode("utf-16-le", "surrogatepass")) // 2 <= MAX_CELL_TEXT


def is_active(text: str) -> bool:
    """Say whether a cell must be marked as text (quotePrefix) for its text to stay one when it is edited."""
    return text.startswith(_ACTIVE)
