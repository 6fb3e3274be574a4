"""Filling the targets of Indikator by a pattern, as one step of work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from renaksi_desktop.domain import edits, pattern, target_checks
from renaksi_desktop.domain.bulan import BULAN
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.findings import Code, Finding, Severity
from renaksi_desktop.domain.kind_words import suggested_kind
from renaksi_desktop.domain.pattern import PATTERNS, Filling, Months, Pattern, PatternRefused
from renaksi_desktop.domain.plan import Id, Indikator, JenisTarget, Plan, Target
from renaksi_desktop.domain.wording import sentence, spoken

WRONG_WAY: Final = {
    Code.TARGET_TURUN: "Target tidak boleh turun, kecuali target kumulatif dengan polaritas minimum.",
    Code.TARGET_NAIK: "Polaritasnya minimum, jadi target tidak boleh naik; mulailah dari nilai yang lebih besar.",
}
"""Why a pattern does not suit that would break the order of its kind of target."""


def suggested_pattern(indikator: Indikator) -> Pattern:
    """Return the pattern for the kind of target that an Indikator has declared or seems to have."""
    suggestion = suggested_kind(indikator)
    kind = indikator.jenis_target or (suggestion and suggestion.kind)
    return next((each for each, means in PATTERNS.items() if means.kind is kind), Pattern.CONSTANT)


def annual_target(indikator: Indikator) -> Decimal | None:
    """Return the number that the months are to lead to: the annual target, or what they come to now."""
    if indikator.target_tahunan is not None:
        return indikator.target_tahunan if isinstance(indikator.target_tahunan, Decimal) else None
    numbers = _numbers(indikator)
    sums = indikator.jenis_target is JenisTarget.NON_KUMULATIF
    return sum(numbers.values()) or None if sums else numbers.get(12)


def filled(filling: Filling, indikator: Indikator) -> Indikator:
    """Return an Indikator as a pattern leaves it: in the order of its kind, its end or its sum exact.

    Only months that stay, where `blank_only` is chosen, may break the order.

    Raises:
        PatternRefused: no annual target, or a pattern that does not suit.
    """
    annual = annual_target(indikator) if filling.annual is None else filling.annual
    if annual is None:
        raise PatternRefused("Belum ada target tahunan berupa angka.")
    made = pattern.months(filling, annual, _numbers(indikator) if filling.blank_only else {})
    kind = PATTERNS[filling.pattern].kind
    if not filling.blank_only:
        _refuse_wrong_way(replace(indikator, target=_twelve(made), jenis_target=kind))
    return replace(
        indikator,
        target=_twelve({**made, **_filled(indikator)} if filling.blank_only else made),
        jenis_target=kind if filling.declare else indikator.jenis_target,
        target_tahunan=indikator.target_tahunan if filling.annual is None else annual,
    )


class Trial(NamedTuple):
    """What a filling would do: the Indikator that it suits as they would be, and what there is to say of some.

    `remarks` tells of one that the filling does not suit why, and of one that it suits what the checks would find.
    """

    filled: Mapping[Id, Indikator]
    remarks: Mapping[Id, str]


def trial(filling: Filling, indikator: Iterable[Indikator], plan: Plan) -> Trial:
    """Try a filling on some Indikator of a plan, each for itself."""
    done: dict[Id, Indikator] = {}
    remarks: dict[Id, str] = {}
    for old in indikator:
        try:
            new = done[old.id] = filled(filling, old)
        except PatternRefused as reason:
            remarks[old.id] = str(reason)
            continue
        if found := [finding for finding in _findings(new) if finding.severity is not Severity.INFO]:
            remarks[old.id] = sentence(found[0], plan)
    return Trial(done, remarks)


def fill(filling: Filling, indikator: Sequence[Indikator]) -> Edit:
    """Fill the targets of Indikator as one step; each of them must be one that the pattern suits."""
    some = f"{len(indikator)} Indikator" if len(indikator) > 1 else f"Indikator {indikator[0].kode}"
    name = f"Isi target {some} dengan pola {spoken(filling.pattern)}"
    return edits.compose(name, *(_change(old, filled(filling, old)) for old in indikator))


def _change(old: Indikator, new: Indikator) -> Edit:
    names = ("target", "jenis_target", "target_tahunan")
    changed = {name: getattr(new, name) for name in names if getattr(new, name) != getattr(old, name)}
    return edits.change(old, **changed)


def _refuse_wrong_way(indikator: Indikator) -> None:
    for finding in _findings(indikator):
        if finding.code in WRONG_WAY:
            raise PatternRefused(WRONG_WAY[finding.code])


def _findings(indikator: Indikator) -> Iterator[Finding]:
    for rule in target_checks.RULES:
        yield from rule(indikator)


def _twelve(values: Mapping[int, Target]) -> tuple[Target | None, ...]:
    return tuple(map(values.get, BULAN))


def _filled(indikator: Indikator) -> Mapping[int, Target]:
    return {bulan: value for bulan, value in enumerate(indikator.target, 1) if value is not None}


def _numbers(indikator: Indikator) -> Months:
    return {bulan: value for bulan, value in _filled(indikator).items() if isinstance(value, Decimal)}
