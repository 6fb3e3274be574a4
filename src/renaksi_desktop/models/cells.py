"""What one cell shows and what typing into it does, independent of the model that holds it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from renaksi_desktop.domain import edits, entry
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.plan import Gaya, Indikator, Node, Target
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.target import format_target


class Cell(NamedTuple):
    """A cell's text and, where it can be edited, the edit that a typed text means.

    `edit` raises `entry.EntryRefused` for a text that does not fit. `editing` is what an editor starts with
    where that is not `text`. `number` is what the text says where that is a number, in rupiah or in the unit of
    the Indikator. `course` are the twelve targets that the cell draws as a line beside its text.
    """

    text: str
    edit: Callable[[str], Edit] | None = None
    editing: str | None = None
    number: int | Decimal | None = None
    course: tuple[Target | None, ...] = ()


EMPTY = Cell("")


def field_cell(node: Node, name: str, gaya: Gaya) -> Cell:
    """Return the cell of one field of a node."""
    return Cell(
        entry.show_field(node, name, gaya),
        lambda text: edits.change(node, **{name: entry.parse_field(node, name, text)}),
        number=_number(getattr(node, name)),
    )


def target_cell(indikator: Indikator, bulan: int, gaya: Gaya) -> Cell:
    """Return the cell of one month (1..12) of an Indikator."""
    target = indikator.target[bulan - 1]
    return Cell(
        format_target(target, gaya),
        lambda text: edits.set_targets(indikator, {bulan: entry.parse_target(indikator, text)}),
        number=_number(target),
    )


def derived_target_cell(target: Target | None, gaya: Gaya) -> Cell:
    """Return a cell that shows a target made of others."""
    return Cell(format_target(target, gaya), number=_number(target))


def rupiah_cell(rupiah: int, gaya: Gaya) -> Cell:
    """Return a cell that shows a derived amount."""
    return Cell(format_rupiah(rupiah, gaya), number=rupiah)


def _number(value: object) -> int | Decimal | None:
    return value if isinstance(value, int | Decimal) else None
