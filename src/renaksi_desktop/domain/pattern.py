"""Patterns by which the twelve months of an Indikator lead to its annual target."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

from renaksi_desktop.domain.bulan import BULAN
from renaksi_desktop.domain.fields import MAX_DIGITS, normal
from renaksi_desktop.domain.plan import JenisTarget
from renaksi_desktop.domain.target_checks import SCHEDULES

Months: TypeAlias = Mapping[int, Decimal]
"""Targets by Bulan; the other months are blank."""


class Pattern(StrEnum):
    """How the months lead to the annual target."""

    CONSTANT = "konstan"
    LINEAR = "linear"
    STEPS = "bertahap"
    QUARTERLY = "triwulanan"
    YEAR_END = "hanya_B12"
    PROGRESS = "progres"
    SHARES = "dibagi_rata"


DONE: Final = Decimal(100)
"""Percent of progress when all is done."""


@dataclass(frozen=True, slots=True)
class Filling:
    """A pattern, its parameters, and what is done with it.

    Each Indikator ends with its own annual target, unless `annual` gives one to all. `first` (Bulan) is the first
    month with a target and `start` the value there; without it the steps are even from nothing. `reached` is the
    progress of B11 in percent. What lies between has `places` digits behind the decimal mark, or without it as
    many as what it leads to. `steps` holds by Bulan the values that begin there. `declare`: the kind of target is
    declared too. `blank_only`: months that are filled stay, and the pattern leads through them where it can.
    """

    pattern: Pattern
    annual: Decimal | None = None
    first: int = 1
    start: Decimal | None = None
    reached: Decimal = DONE
    places: int | None = None
    steps: Months = field(default_factory=dict)
    declare: bool = True
    blank_only: bool = False


class PatternRefused(ValueError):
    """A pattern does not suit; the message is the reason, one Indonesian sentence."""


def months(filling: Filling, annual: Decimal, kept: Months) -> Months:
    """Return the targets of a pattern, the months that are `kept` perhaps among them.

    Raises:
        PatternRefused: a parameter is missing or out of its bounds, or a target would have more than 15 digits.
    """
    with localcontext(_WIDE):
        made = PATTERNS[filling.pattern].make(filling, annual, kept)
    try:
        return {bulan: normal(value) for bulan, value in made.items()}
    except ValueError as reason:
        raise PatternRefused(f"Target tidak dapat dipakai: {reason}.") from None


def _constant(filling: Filling, annual: Decimal, _: Months) -> Months:
    return dict.fromkeys(_from(filling.first), annual)


def _linear(filling: Filling, annual: Decimal, kept: Months) -> Months:
    return _line(filling, _from(filling.first), filling.first - 1, annual, kept)


def _quarterly(filling: Filling, annual: Decimal, kept: Months) -> Months:
    return _line(filling, sorted(SCHEDULES[JenisTarget.BERKALA]), 0, annual, kept)


def _progress(filling: Filling, annual: Decimal, kept: Months) -> Months:
    """B12 is the annual target in its own unit, whatever the percents before it."""
    if any(not 0 <= percent <= 100 for percent in (filling.start or 0, filling.reached)):
        raise PatternRefused("Progres harus antara 0 dan 100 persen.")
    percents = {bulan: value for bulan, value in kept.items() if bulan < 12}
    return {**_line(filling, _from(filling.first)[:-1], filling.first - 1, filling.reached, percents), 12: annual}


def _steps(filling: Filling, annual: Decimal, _: Months) -> Months:
    if not filling.steps:
        raise PatternRefused("Tulis nilai pada paling sedikit satu bulan.")
    made: dict[int, Decimal] = {}
    for bulan in _from(min(filling.steps)):
        made[bulan] = filling.steps.get(bulan, made.get(bulan - 1, annual))
    return {**made, 12: annual}


def _year_end(_: Filling, annual: Decimal, __: Months) -> Months:
    return {12: annual}


def _shares(filling: Filling, annual: Decimal, kept: Months) -> Months:
    """Each share is rounded down or up to the smallest unit; those rounded up are spread evenly over the year."""
    rest = annual - sum(kept.values())
    if rest < 0 <= annual:
        raise PatternRefused("Bulan yang sudah terisi melebihi target tahunan.")
    free = [bulan for bulan in _from(filling.first) if bulan not in kept]
    places = max(_places(rest), min(filling.places or 0, MAX_DIGITS - 1 - rest.adjusted()))
    units, number = int(rest.scaleb(places)), len(free)
    ends = [units * n // number for n in range(number + 1)] if free else []
    return {bulan: Decimal(ends[n + 1] - ends[n]).scaleb(-places) for n, bulan in enumerate(free)}


class Meaning(NamedTuple):
    """What a pattern does, as a reader is told; the kind of target it means; how it makes the months.

    `heeds` names the parameters of a `Filling` that count, beside the annual target.
    """

    description: str
    kind: JenisTarget
    heeds: Collection[str]
    make: Callable[[Filling, Decimal, Months], Months]


PATTERNS: Final = {
    Pattern.CONSTANT: Meaning("Target tahunan di setiap bulan", JenisTarget.KONSTAN, ("first",), _constant),
    Pattern.LINEAR: Meaning(
        "Naik sama besar sampai target tahunan", JenisTarget.KUMULATIF, ("first", "start", "places"), _linear
    ),
    Pattern.STEPS: Meaning("Berganti pada bulan yang dipilih", JenisTarget.KUMULATIF, ("steps",), _steps),
    Pattern.QUARTERLY: Meaning(
        "Hanya B03, B06, B09, dan B12", JenisTarget.BERKALA, ("start", "places"), _quarterly
    ),
    Pattern.YEAR_END: Meaning("Target tahunan, bulan lain kosong", JenisTarget.AKHIR_TAHUN, (), _year_end),
    Pattern.PROGRESS: Meaning(
        "Persen kemajuan, lalu target tahunan",
        JenisTarget.PROGRES,
        ("first", "start", "reached", "places"),
        _progress,
    ),
    Pattern.SHARES: Meaning(
        "Jumlah semua bulan target tahunan", JenisTarget.NON_KUMULATIF, ("first", "places"), _shares
    ),
}

_WIDE: Final = Context(prec=80)
"""Room for the sums of the largest and the smallest numbers of 15 digits."""

_FIFTEEN: Final = Context(prec=MAX_DIGITS, rounding=ROUND_HALF_UP)


def _line(filling: Filling, bulan: Sequence[int], before: int, end: Decimal, kept: Months) -> Months:
    """Lead from the start, or from nothing in the month `before`, through what is kept to the `end`."""
    if not bulan:
        return {}
    start = {before: Decimal(0)} if filling.start is None else {bulan[0]: filling.start}
    fixed = {**start, bulan[-1]: end, **kept}
    places = _places(end) if filling.places is None else filling.places
    return {each: fixed[each] if each in fixed else _between(fixed, each, places) for each in bulan}


def _between(fixed: Months, bulan: int, places: int) -> Decimal:
    """Return what lies evenly between the fixed months around one; rounding never goes past those."""
    left, right = max(each for each in fixed if each < bulan), min(each for each in fixed if each > bulan)
    old, new = fixed[left], fixed[right]
    exact = old + (new - old) * (bulan - left) / (right - left)
    rounded = _FIFTEEN.plus(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
    return min(max(rounded, min(old, new)), max(old, new))


def _from(first: int) -> range:
    return BULAN[first - 1 :]


def _places(number: Decimal) -> int:
    """Return the digits behind the decimal mark of a number in its normal form."""
    return max(0, -int(number.as_tuple().exponent))
