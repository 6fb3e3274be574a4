"""Codes: their shapes, the next one, and runs of consecutive ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi_desktop.domain import kode
from renaksi_desktop.domain.plan import RO, Indikator, Komponen, Sasaran, SubKomponen


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (RO, ["DR.3165.QIA.002", "DR.3165.QCD.U11", "WA.3165.EBA.ZZ1"], ["3165.QIA.002", "DR.3165.QIA.02", ""]),
        (Komponen, ["051", "000"], ["51", "0511", "05A", "٠٥١"]),
        (SubKomponen, ["A", "AB", "0A"], ["", "a", "0AB", "A1", "1"]),
        (Sasaran, ["01", "99"], ["1", "001", " 01", "01\n"]),
        (Indikator, ["01"], ["A", "1."]),
    ],
)  # fmt: skip
def test_shapes(kind: type[kode.Coded], right: list[str], wrong: list[str]) -> None:
    assert all(kode.well_formed(kind, text) for text in right)
    assert not any(kode.well_formed(kind, text) for text in wrong)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("01", "02"),
        ("09", "10"),
        ("99", "100"),
        ("A", "B"),
        ("Z", "AA"),
        ("AZ", "BA"),
        ("ZZ", "AAA"),
        ("0A", "0B"),
        ("DR.3165.QIA.009", "DR.3165.QIA.010"),
        ("DR.3165.QCD.U11", "DR.3165.QCD.U12"),
        ("", "1"),
        ("a", "a1"),
    ],
)
def test_the_next_kode(old: str, new: str) -> None:
    assert kode.successor(old) == new


def test_a_new_sibling_gets_the_first_free_kode_behind_the_last() -> None:
    assert kode.following([], Sasaran) == "01"
    assert kode.following([], RO) == ""
    assert kode.following([Komponen("a", "051"), Komponen("b", "053"), Komponen("c", "052")], Komponen) == "054"
    two_digits = [Sasaran("a", "01"), Sasaran("b", "02"), Sasaran("c", "99")]
    assert kode.following(two_digits, Sasaran) == "03", "100 would have a wrong shape"
    assert kode.following(two_digits, Sasaran, place=1) == "03"


def test_renumbering_counts_from_the_first_kode_of_the_type() -> None:
    assert kode.consecutive([Indikator("a", "05"), Indikator("b", ""), Indikator("c", "05")]) == ["01", "02", "03"]
    assert kode.consecutive([RO("a", "DR.1.QIA.007"), RO("b", "x")]) == ["DR.1.QIA.007", "DR.1.QIA.008"]


def test_the_kro_of_an_ro() -> None:
    assert kode.kro("DR.3165.QIA.002") == "QIA"
    assert kode.kro("QIA") is None


@given(st.text(max_size=8), st.integers(1, 30))
def test_counting_on_never_comes_back(start: str, steps: int) -> None:
    seen = [start]
    for _ in range(steps):
        seen.append(kode.successor(seen[-1]))
    assert len(set(seen)) == len(seen)
