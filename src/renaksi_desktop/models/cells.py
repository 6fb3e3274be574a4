"""What one cell shows and what typing into it does, independent of the model that holds it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from renaksi_desktop.domain import edits, entry, share_text
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.plan import Gaya, Indikator, Node, Target
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.target import format_target, other_reading
from renaksi_desktop.domain.totals import Sums


class Cell(NamedTuple):
    """A cell's text and, where it can be edited, the edit that a typed text means.

    `edit` raises `EntryRefused` for a text that does not fit. `editing` is what an editor starts with
    where that is not `text`. `number` is the number that the text shows, if any, in rupiah or in the unit of the
    Indikator. Beside the text the months of `course` are drawn as a line, and `sums` as a bar that shows how far
    they are shared out. `places` are those whose values the text shows as they are. `other_reading` says of a text
    that was typed how it was read, where it may be meant otherwise.
    """

    text: str
    edit: Callable[[str], Edit] | None = None
    editing: str | None = None
    number: int | Decimal | None = None
    course: tuple[Target | None, ...] = ()
    sums: Sums | None = None
    places: tuple[Place, ...] = ()
    other_reading: Callable[[str], str] = lambda _: ""


EMPTY = Cell("")


def field_cell(node: Node, name: str, gaya: Gaya) -> Cell:
    """Return the cell of one field of a node."""
    return Cell(
        entry.show_field(node, name, gaya),
        lambda text: field_edit(node, name, text),
        number=_number(getattr(node, name)),
        places=places(node, name),
        other_reading=lambda text: entry.other_reading(node, name, text, gaya),
    )


def field_edit(node: Node, name: str, text: str) -> Edit:
    """Return the edit that a text means for one field of a node.

    Raises:
        EntryRefused: the text does not fit.
    """
    return edits.change(node, **{name: entry.parse_field(node, name, text)})


def target_cell(indikator: Indikator, bulan: int, gaya: Gaya) -> Cell:
    """Return the cell of one month (1..12) of an Indikator."""
    target = indikator.target[bulan - 1]
    return Cell(
        format_target(target, gaya),
        lambda text: edits.set_targets(indikator, {bulan: entry.parse_target(indikator, text)}),
        number=_number(target),
        places=(Place(indikator.id, "target", bulan),),
        other_reading=lambda text: other_reading(text, gaya),
    )


def derived_target_cell(target: Target | None, gaya: Gaya) -> Cell:
    """Return a cell that shows a target made of others."""
    return Cell(format_target(target, gaya), number=_number(target))


def sisa_cell(sums: Sums, gaya: Gaya) -> Cell:
    """Return a cell that shows what of a part of the budget remains, or how much too much is shared out."""
    return Cell(share_text.remainder(sums, gaya), number=-sums.lebih if sums.lebih else sums.sisa, sums=sums)


def rupiah_cell(rupiah: int, gaya: Gaya, shown: tuple[Place, ...] = ()) -> Cell:
    """Return a cell that shows an amount which is not typed there; `shown` are the places it is found at."""
    return Cell(format_rupiah(rupiah, gaya), number=rupiah, places=shown)


def places(node: Node, *names: str) -> tuple[Place, ...]:
    """Return the places of fields of a node."""
    return tuple(Place(node.id, name) for name in names)


def _number(value: object) -> int | Decimal | None:
    return value if isinstance(value, int | Decimal) else None
