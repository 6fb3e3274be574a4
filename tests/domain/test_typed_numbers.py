"""Numbers as officers type and paste them, in either style; what is not certain is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import values

from renaksi_desktop.domain.fields import MAX_RUPIAH, RUPIAH, Angka, normal
from renaksi_desktop.domain.numerals import NumberRefused, looks_numeric
from renaksi_desktop.domain.plan import Gaya, JenisTarget
from renaksi_desktop.domain.rupiah import format_rupiah, parse_rupiah, split
from renaksi_desktop.domain.target import format_target, parse_target

TARGETS = values(Angka())
RUPIAHS = values(RUPIAH)


@pytest.mark.parametrize(
    ("typed", "rupiah"),
    [
        ("61.559.000", 61_559_000),
        ("61,559,000", 61_559_000),
        ("Rp 61.559.000,00", 61_559_000),
        ("Rp. 61.559.000", 61_559_000),
        ("rp61.559.000", 61_559_000),
        ("61,559,000.00", 61_559_000),
        ("61559000.00", 61_559_000),
        ("61559000,00", 61_559_000),
        ("1.000", 1_000),
        ("1,000", 1_000),
        ("2.037392E10", 20_373_920_000),
        ("7\u00a0829\u202f237\u200b000", 7_829_237_000),
        (" 5 000 ", 5_000),
        ("0", 0),
        ("-", None),
        ("–", None),
        ("", None),
        ("  ", None),
    ],
)
def test_money_is_read_as_it_was_meant(typed: str, rupiah: int | None) -> None:
    assert parse_rupiah(typed) == rupiah


@pytest.mark.parametrize(
    "typed",
    [
        "61.559.00", "1.5", "0,5", "61.559,000.00", "1,2,3", "1.000.000,5", "-5", "abc", "12a", "1e", "1e99",
        "1e999", "--", ".", ",", "1..000", "1000000000000000", "١٢٣", "0x10", "1_000", "NaN", "Infinity", "1 juta",
    ],
)  # fmt: skip
def test_money_that_is_not_certain_is_refused_with_a_reason(typed: str) -> None:
    with pytest.raises(NumberRefused, match=r"\w+.*\.$"):
        parse_rupiah(typed)


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("82,5", "82.5"),
        ("82.5", "82.5"),
        ("82.5%", "82.5"),
        ("70,490", "70.49"),
        ("1.000", "1"),
        ("1.000.000", "1000000"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("-3", "-3"),
        ("\u22123", "-3"),
        ("+3", "3"),
        (",5", "0.5"),
        ("1e3", "1000"),
        ("100,0", "100"),
        ("-0", "0"),
    ],
)
def test_a_single_separator_in_a_target_is_the_decimal_mark(typed: str, target: str) -> None:
    assert str(parse_target(typed)) == target


def test_qualitative_targets_are_text_where_text_is_meant() -> None:
    assert parse_target("Baik") == "Baik"
    assert parse_target("A 1", JenisTarget.KUALITATIF) == "A 1"
    assert parse_target("80", JenisTarget.KUALITATIF) == Decimal(80)
    for typed, jenis in (("8O", None), ("Baik", JenisTarget.KUMULATIF), ("B" * 201, None)):
        with pytest.raises(NumberRefused):
            parse_target(typed, jenis)


@pytest.mark.parametrize(
    "typed", ["1234567890123456", "1.00000000000000001", "1e15", "1e-16", "0,1234567890123456"]
)
def test_a_target_of_more_than_fifteen_digits_is_refused_not_rounded(typed: str) -> None:
    with pytest.raises(NumberRefused):
        parse_target(typed)


@given(RUPIAHS, st.sampled_from(Gaya))
def test_money_is_read_back_as_it_is_shown(rupiah: int, gaya: Gaya) -> None:
    assert parse_rupiah(format_rupiah(rupiah, gaya)) == rupiah


@given(TARGETS.filter(lambda value: isinstance(value, Decimal)), st.sampled_from(Gaya))
def test_a_target_is_read_back_as_it_is_shown(value: Decimal, gaya: Gaya) -> None:
    assert parse_target(format_target(value, gaya)) == value


@given(st.text(max_size=20) | st.text("0123456789.,-+eERp% ", max_size=20))
def test_any_typed_text_is_understood_or_refused(typed: str) -> None:
    for read in (parse_rupiah, parse_target):
        try:
            value = read(typed)
        except NumberRefused as error:
            value = str(error)
            assert value.endswith(".")
        assert value is None or isinstance(value, int | Decimal | str)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**10), max_value=10**10))
def test_the_normal_form_is_equal_plain_and_one(number: Decimal) -> None:
    once = normal(number)
    assert once == number
    assert "E" not in str(once)
    assert str(normal(once)) == str(once)


@given(RUPIAHS, st.lists(st.integers(0, MAX_RUPIAH), min_size=1, max_size=20).filter(any))
def test_a_split_loses_no_rupiah_and_is_fair(rupiah: int, weights: list[int]) -> None:
    parts = split(rupiah, weights)
    assert sum(parts) == rupiah
    for part, weight in zip(parts, weights, strict=True):
        exact = rupiah * weight // sum(weights)
        assert part in (exact, exact + 1)
        assert weight or part == 0


def test_equal_splits_give_the_odd_rupiah_to_the_first() -> None:
    assert split(10, [1, 1, 1]) == [4, 3, 3]
    assert split(37_720_000, [1, 1, 1, 1]) == [9_430_000] * 4


@pytest.mark.parametrize(("typed", "numeric"), [("12,5", True), ("Rp 5", True), ("-", False), ("B1", False)])
def test_what_looks_like_a_number(typed: str, *, numeric: bool) -> None:
    assert looks_numeric(typed) is numeric


@pytest.mark.parametrize("pasted", ["81\t82", "81\n82", "81 82", "1000 2000"])
def test_two_cells_pasted_into_one_are_not_glued_together(pasted: str) -> None:
    with pytest.raises(NumberRefused, match="lebih dari satu angka"):
        parse_target(pasted)


def test_a_word_among_numbers_is_no_target() -> None:
    with pytest.raises(NumberRefused, match="bukan angka"):
        parse_target("abc", numbers=True)
    assert parse_target("Baik") == "Baik"
