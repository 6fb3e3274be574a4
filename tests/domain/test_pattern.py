"""Patterns fill the twelve months up to the annual target, right for the kind of target that they mean."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.strategies import values

from renaksi_desktop.domain import target_checks
from renaksi_desktop.domain.bulan import BULAN
from renaksi_desktop.domain.explanations import EXPLANATIONS
from renaksi_desktop.domain.fields import ANGKA, FIELDS, normal
from renaksi_desktop.domain.filling import annual_target, fill, filled, suggested_pattern
from renaksi_desktop.domain.findings import Code
from renaksi_desktop.domain.pattern import PATTERNS, Filling, Pattern, PatternRefused
from renaksi_desktop.domain.plan import Indikator, JenisTarget, Plan, Polaritas, Sasaran, Target

P, K, D = Pattern, JenisTarget, Decimal


def indikator(annual: str | None = "82.5", **fields: Any) -> Indikator:
    return Indikator("i", "02", "Sampel", target_tahunan=None if annual is None else D(annual), **fields)


def row(*filled: object) -> list[Decimal | None]:
    """Return twelve months; "" is a blank one."""
    assert len(filled) == 12
    return [None if value == "" else D(str(value)) for value in filled]


@pytest.mark.parametrize(
    ("filling", "annual", "months"),
    [
        (Filling(P.CONSTANT), "82.5", row(*[82.5] * 12)),
        (Filling(P.CONSTANT, first=3), "75", row("", "", *[75] * 10)),
        (Filling(P.LINEAR), "24", row(*range(2, 25, 2))),
        (Filling(P.LINEAR), "10", row(1, 2, 3, 3, 4, 5, 6, 7, 8, 8, 9, 10)),
        (Filling(P.LINEAR, first=10, start=D(50)), "82.5", row(*[""] * 9, 50, 66.3, 82.5)),
        (Filling(P.LINEAR, first=10, start=D(50), places=0), "82.5", row(*[""] * 9, 50, 66, 82.5)),
        (Filling(P.LINEAR, first=11, start=D(82), places=0), "82.4", row(*[""] * 10, 82, 82.4)),
        (Filling(P.LINEAR, first=12, start=D(50)), "82.5", row(*[""] * 11, 82.5)),
        (Filling(P.STEPS, steps={3: D(50), 6: D(67)}), "67", row("", "", 50, 50, 50, *[67] * 7)),
        (Filling(P.STEPS, steps={8: D("81.25")}), "82.5", row(*[""] * 7, *[81.25] * 4, 82.5)),
        (Filling(P.QUARTERLY), "4", row("", "", 1, "", "", 2, "", "", 3, "", "", 4)),
        (Filling(P.QUARTERLY, start=D(86)), "86", row("", "", 86, "", "", 86, "", "", 86, "", "", 86)),
        (Filling(P.YEAR_END), "26", row(*[""] * 11, 26)),
        (Filling(P.PROGRESS, first=2), "1", row("", *range(10, 101, 10), 1)),
        (Filling(P.PROGRESS, first=9, start=D(5), reached=D(90)), "15.38", row(*[""] * 8, 5, 48, 90, 15.38)),
        (Filling(P.PROGRESS, first=12), "4", row(*[""] * 11, 4)),
        (Filling(P.SHARES), "24", row(*[2] * 12)),
        (Filling(P.SHARES), "4", row(0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1)),
        (Filling(P.SHARES, first=10), "100", row(*[""] * 9, 33, 33, 34)),
        (Filling(P.SHARES, first=10, places=2), "100", row(*[""] * 9, 33.33, 33.33, 33.34)),
        (Filling(P.SHARES, first=11), "12.5", row(*[""] * 10, 6.2, 6.3)),
    ],
)  # fmt: skip
def test_what_a_pattern_fills(filling: Filling, annual: str, months: list[Decimal | None]) -> None:
    new = filled(filling, indikator(annual))
    assert list(new.target) == months
    assert new.jenis_target is PATTERNS[filling.pattern].kind
    assert new.target_tahunan == D(annual)


def test_a_target_that_is_to_fall_does_so_where_less_is_better() -> None:
    down = Filling(P.LINEAR, first=10, start=D(30))
    assert filled(down, indikator("10", polaritas=Polaritas.MINIMUM)).target[9:] == (D(30), D(20), D(10))
    with pytest.raises(PatternRefused, match="tidak boleh turun"):
        filled(down, indikator("10"))
    with pytest.raises(PatternRefused, match="tidak boleh naik"):
        filled(Filling(P.LINEAR), indikator("10", polaritas=Polaritas.MINIMUM))
    with pytest.raises(PatternRefused, match="tidak boleh turun"):
        filled(Filling(P.PROGRESS, start=D(60), reached=D(50)), indikator("10", polaritas=Polaritas.MINIMUM))


@pytest.mark.parametrize(
    ("filling", "annual", "reason"),
    [
        (Filling(P.YEAR_END), None, "Belum ada target tahunan berupa angka."),
        (Filling(P.STEPS), "5", "Tulis nilai pada paling sedikit satu bulan."),
        (Filling(P.PROGRESS, reached=D(101)), "5", "Progres harus antara 0 dan 100 persen."),
        (Filling(P.PROGRESS, start=D(-1)), "5", "Progres harus antara 0 dan 100 persen."),
        # A twelfth of it is smaller than any target.
        (Filling(P.SHARES), "1.5e-15", "Target tidak dapat dipakai: angka terlalu besar atau terlalu kecil."),
    ],
)
def test_what_is_refused_and_why(filling: Filling, annual: str | None, reason: str) -> None:
    with pytest.raises(PatternRefused) as refused:
        filled(filling, indikator(annual))
    assert str(refused.value) == reason


def test_where_only_blank_months_are_filled_a_line_leads_through_the_others() -> None:
    half = indikator("100", target=tuple(row(10, "", "", 40, *[""] * 8)))
    assert list(filled(Filling(P.LINEAR, blank_only=True), half).target) == row(
        10, 20, 30, 40, 48, 55, 63, 70, 78, 85, 93, 100
    )
    assert list(filled(Filling(P.SHARES, blank_only=True), half).target) == row(10, 5, 5, 40, *[5] * 8)
    assert list(filled(Filling(P.YEAR_END, blank_only=True), half).target) == row(10, "", "", 40, *[""] * 7, 100)
    with pytest.raises(PatternRefused, match="melebihi target tahunan"):
        filled(Filling(P.SHARES, annual=D(49), blank_only=True), half)


def test_texts_stay_where_only_blank_months_are_filled() -> None:
    said = indikator("5", target=("Baik", *[None] * 11))
    assert filled(Filling(P.CONSTANT, blank_only=True), said).target == ("Baik", *[5] * 11)


def test_the_annual_target_is_that_of_the_indikator_or_what_its_months_come_to() -> None:
    months = tuple(row(*[1] * 11, 3))
    assert annual_target(indikator("7", target=months)) == 7
    assert annual_target(indikator(None, target=months)) == 3
    assert annual_target(indikator(None, target=months, jenis_target=K.NON_KUMULATIF)) == 14
    assert annual_target(indikator(None)) is None
    assert annual_target(Indikator("i", target=months, target_tahunan="WTP")) is None


@pytest.mark.parametrize(
    ("fields", "pattern"),
    [
        ({"jenis_target": K.NON_KUMULATIF}, P.SHARES),
        ({"uraian": "Indeks kepuasan"}, P.YEAR_END),
        ({"target": tuple(row(*[75] * 12))}, P.CONSTANT),
        ({"jenis_target": K.KUALITATIF}, P.CONSTANT),
        ({}, P.CONSTANT),
    ],
)
def test_the_pattern_that_is_suggested(fields: dict[str, Any], pattern: Pattern) -> None:
    assert suggested_pattern(replace(indikator(), **fields)) is pattern


def test_several_indikator_are_filled_as_one_step_each_to_its_own_annual_target() -> None:
    first, second = replace(indikator("26"), id="a", kode="01"), replace(indikator("4"), id="b")
    plan = Plan(sasaran=(Sasaran("s", indikator=(first, second)),))
    step = fill(Filling(P.YEAR_END), (first, second))
    assert step.name == "Isi target 2 Indikator dengan pola hanya B12"
    assert [node.target[11] for node in step.apply(plan).sasaran[0].indikator] == [26, 4]
    alone = fill(Filling(P.YEAR_END, annual=D(7), declare=False), (second,))
    assert alone.name == "Isi target Indikator 02 dengan pola hanya B12"
    _, changed = alone.apply(plan).sasaran[0].indikator
    assert (changed.target[11], changed.target_tahunan, changed.jenis_target) == (D(7), D(7), None)


def test_every_pattern_has_a_meaning_and_every_kind_an_explanation() -> None:
    assert PATTERNS.keys() == set(Pattern)
    assert EXPLANATIONS[JenisTarget].keys() == set(JenisTarget)


NUMBERS: st.SearchStrategy[Decimal] = values(ANGKA).filter(lambda value: isinstance(value, Decimal))
USUAL = st.decimals(0, 10_000, places=2).map(normal)
PERCENTS = st.decimals(0, 100, places=1).map(normal)


@st.composite
def fillings(draw: st.DrawFn, numbers: st.SearchStrategy[Decimal]) -> Filling:
    """Return any filling that a form can ask for; all months are filled anew."""
    return Filling(
        draw(st.sampled_from(Pattern)),
        annual=draw(numbers),
        first=draw(st.sampled_from(BULAN)),
        start=draw(st.one_of(st.none(), PERCENTS, numbers)),
        reached=draw(PERCENTS),
        places=draw(st.none() | st.integers(0, 4)),
        steps=draw(st.dictionaries(st.integers(1, 11), numbers, max_size=4)),
    )


POLARITIES = st.sampled_from([None, *Polaritas])
ANY_TARGETS = values(FIELDS[Indikator]["target"].kind)


@given(fillings(NUMBERS) | fillings(USUAL), POLARITIES, ANY_TARGETS)
def test_what_is_filled_has_the_order_of_its_kind_and_ends_or_sums_exactly(
    filling: Filling, polaritas: Polaritas | None, before: tuple[Target | None, ...]
) -> None:
    try:
        new = filled(filling, indikator(None, polaritas=polaritas, target=before))
    except PatternRefused:
        assume(False)
    found = {finding.code for rule in target_checks.RULES for finding in rule(new)}
    assert found <= {Code.PERSEN_LUAR_BATAS}, "the annual target itself may be above 100 percent"
    assert new.target_tahunan == filling.annual
    for value in new.target:
        assert ANGKA.read(value) == value, "a target that a file can hold"


@given(fillings(USUAL), ANY_TARGETS)
def test_a_usual_filling_is_refused_only_where_it_would_go_down(
    filling: Filling, before: tuple[Target | None, ...]
) -> None:
    start, annual = filling.start or D(0), filling.annual
    end = filling.reached if filling.pattern is P.PROGRESS else annual
    assert end is not None
    goes_up = start <= end or (filling.pattern is P.PROGRESS and filling.first >= 11)
    if filling.pattern is P.PROGRESS:
        goes_up = goes_up and start <= 100
    if filling.pattern is P.STEPS:
        values = [value for _, value in sorted(filling.steps.items())] + [end]
        goes_up = len(values) > 1 and values == sorted(values)
    if filling.pattern in (P.CONSTANT, P.YEAR_END, P.SHARES, P.QUARTERLY) or (
        filling.pattern is P.LINEAR and filling.first == 12
    ):
        goes_up = True
    try:
        filled(filling, indikator(None, target=before))
    except PatternRefused:
        assert not goes_up
    else:
        assert goes_up


@given(fillings(USUAL), ANY_TARGETS)
def test_months_that_are_filled_stay_where_only_blank_ones_are_to_be_filled(
    filling: Filling, before: tuple[Target | None, ...]
) -> None:
    try:
        new = filled(replace(filling, blank_only=True), indikator(None, target=before))
    except PatternRefused:
        assume(False)
    assert all(new.target[month] == value for month, value in enumerate(before) if value is not None)
