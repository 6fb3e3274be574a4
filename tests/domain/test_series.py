"""What is dragged further goes on in even steps, or repeats."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi_desktop.domain.series import Value, continued


@pytest.mark.parametrize(
    ("values", "after"),
    [
        ([82], [82, 82, 82]),
        ([10, 20], [30, 40, 50]),
        ([Decimal("1.5"), Decimal(1)], [Decimal("0.5"), 0, Decimal("-0.5")]),
        ([5, 5], [5, 5, 5]),
        ([1, 2, 4], [1, 2, 4]),
        (["Baik", "Sangat baik"], ["Baik", "Sangat baik", "Baik"]),
        ([1, ""], [1, "", 1]),
        ([""], ["", "", ""]),
    ],
)
def test_going_on(values: list[Value], after: list[Value]) -> None:
    assert continued(values, 3) == after


@given(start=st.integers(-99, 99), step=st.integers(-9, 9), given_=st.integers(2, 6), number=st.integers(0, 12))
def test_even_steps_stay_even(start: int, step: int, given_: int, number: int) -> None:
    line = [start + step * n for n in range(given_ + number)]
    assert continued(line[:given_], number) == line[given_:]
