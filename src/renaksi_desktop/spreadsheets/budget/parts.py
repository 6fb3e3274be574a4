"""The parts of a budget as a tree, whose sums say what of it is written twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from renaksi_desktop.spreadsheets.budget.levels import Level


class Counting(Enum):
    """How an amount counts that stands again at the same code, unchanged."""

    EVIDENT = auto()
    """As the repeated head of a group where it is the first row of a page, else as another amount."""
    ONCE = auto()
    EACH = auto()


class Seen(NamedTuple):
    """One row that states a code: the amount it states, and whether it repeats a head at the top of a page."""

    row: int
    jumlah: Decimal | None
    repeats: bool = False


@dataclass(slots=True)
class Part:
    """A part of the budget. `said` is what it comes to in rupiah, once the tree is settled.

    A part that no row states (see `seen`) was rebuilt from the codes of others. `kode` is blank for details, and
    for a Sub Komponen that stands in for amounts directly below a Komponen. `row` is where it comes up first.
    """

    level: Level
    row: int = 0
    kode: str = ""
    nama: str = ""
    seen: list[Seen] = field(default_factory=list)
    below: list[Part] = field(default_factory=list)
    named: dict[tuple[Level, str], Part] = field(default_factory=dict)
    """The parts below that have a code."""
    said: Decimal = Decimal(0)
    counting: Counting = Counting.EVIDENT

    @property
    def stated(self) -> list[Decimal]:
        """The amounts that its rows state."""
        return [seen.jumlah for seen in self.seen if seen.jumlah is not None]

    @property
    def repeats(self) -> bool:
        """Whether an amount is stated more than once."""
        return len(set(self.stated)) < len(self.stated)

    def counted(self, counting: Counting) -> Decimal | None:
        """Return the sum of the stated amounts, or None where none is stated."""
        total, known = Decimal(0), set[Decimal]()
        for seen in self.seen:
            if seen.jumlah is None or (seen.jumlah in known and _repeated(seen, counting)):
                continue
            total += seen.jumlah
            known.add(seen.jumlah)
        return total if known else None

    def child(self, level: Level, kode: str, row: int) -> Part:
        """Return the part below with this code, a new one of this row where there is none."""
        part = self.named.get((level, kode))
        if part is None:
            part = self.named[level, kode] = self.grow(level, row, kode)
        return part

    def grow(self, level: Level, row: int, kode: str = "") -> Part:
        """Add a part below."""
        part = Part(level, row, kode)
        self.below.append(part)
        return part

    def walk(self) -> Iterator[Part]:
        """Yield the part and all below it."""
        yield self
        for part in self.below:
            yield from part.walk()


def _repeated(seen: Seen, counting: Counting) -> bool:
    return counting is Counting.ONCE or (counting is Counting.EVIDENT and seen.repeats)


def settle(part: Part, counting: Counting = Counting.EVIDENT) -> None:
    """Find out what a part and all below it come to.

    A stated amount counts; where none is stated, the sum of what is below. What is written twice below a part is
    counted so that it comes to the amount which that part states, if either way does.
    """
    part.counting = counting
    below = _settle_below(part, counting)
    own = _own(part, below, counting)
    if counting is Counting.EVIDENT and own is not None and below not in (None, own) and _ambiguous(part):
        below = _arbitrate(part, own, below)
    part.said = next((amount for amount in (own, below) if amount is not None), Decimal(0))


def _settle_below(part: Part, counting: Counting) -> Decimal | None:
    for child in part.below:
        settle(child, counting)
    return sum((child.said for child in part.below), Decimal(0)) if part.below else None


def _arbitrate(part: Part, own: Decimal, below: Decimal | None) -> Decimal | None:
    """Count what is below in the way that comes to `own`, or leave it as it is; return what it comes to."""
    before = [(other, other.said, other.counting) for child in part.below for other in child.walk()]
    for way in (Counting.ONCE, Counting.EACH):
        if _settle_below(part, way) == own:
            return own
    for other, said, counting in before:
        other.said, other.counting = said, counting
    return below


def _own(part: Part, below: Decimal | None, counting: Counting) -> Decimal | None:
    """Return what a part states; of the head of a group that stands again, what agrees with what is below it."""
    if below is None or not part.repeats:
        return part.counted(counting)
    once, each = part.counted(Counting.ONCE), part.counted(Counting.EACH)
    return each if each == below else once


def _ambiguous(part: Part) -> bool:
    return any(other.repeats for child in part.below for other in child.walk())
