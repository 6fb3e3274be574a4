"""What the months mean by quarter, for each kind of target."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import values

from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.domain.plan import Indikator, JenisTarget, Target, new_id
from renaksi_desktop.domain.triwulan import quarters


def indikator(months: str, jenis: JenisTarget | None = None) -> Indikator:
    """Twelve words: numbers, `-` for a blank month, anything else a text."""
    return Indikator(new_id(), target=tuple(map(value, months.split())), jenis_target=jenis)


def value(word: str) -> Target | None:
    return None if word == "-" else Decimal(word) if word.isdecimal() else word


@pytest.mark.parametrize(
    ("jenis", "months", "expected"),
    [
        (None, "1 2 3 4 5 6 7 8 9 10 11 12", "3 6 9 12"),
        (JenisTarget.KUMULATIF, "1 2 3 4 5 - 7 - - - - 12", "3 5 7 12"),
        (JenisTarget.NON_KUMULATIF, "1 2 3 4 - 6 - - - 10 10 10", "6 10 - 30"),
        (JenisTarget.PROGRES, "5 30 30 30 50 75 75 75 100 100 100 4", "30 75 100 4"),
        (JenisTarget.AKHIR_TAHUN, "- - - - - - - - - - - 82", "- - - 82"),
        (JenisTarget.BERKALA, "- - 1 - - 2 - - 3 - - 4", "1 2 3 4"),
        (JenisTarget.KUALITATIF, "rapat - draf - - - - - - - - selesai", "draf - - selesai"),
        (JenisTarget.NON_KUMULATIF, "1 draf 3 - - - - - - - - -", "3 - - -"),
    ],
)
def test_a_quarter_of_each_kind(jenis: JenisTarget | None, months: str, expected: str) -> None:
    assert quarters(indikator(months, jenis)) == tuple(map(value, expected.split()))


@given(values(FIELDS[Indikator]["target"].kind), st.sampled_from([None, *JenisTarget]))
def test_a_quarter_is_blank_exactly_where_its_months_are(
    target: tuple[Target | None, ...], jenis: JenisTarget | None
) -> None:
    found = quarters(Indikator(new_id(), target=target, jenis_target=jenis))
    assert [value is None for value in found] == [
        all(month is None for month in target[start : start + 3]) for start in (0, 3, 6, 9)
    ]
