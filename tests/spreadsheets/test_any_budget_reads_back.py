"""Any budget, written as any export with any of its traps, reads back as the same budget with the same total."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.spreadsheets.exports import RKK, SPELLINGS, fa, flat, total, without_ids

from renaksi_desktop.domain.plan import RO, Komponen, SubKomponen
from renaksi_desktop.spreadsheets.budget import Kind, read_budget, understood
from renaksi_desktop.spreadsheets.sheet import Sheet

WORDS = (
    "Pengadaan",
    "Uji",
    "Jumlah",
    "peserta",
    "dan",
    "KIE",
    "AA",
    "2025",
    "(lanjutan)",
    "obat",
    "Lokasi",
    "NIP",
)


def names() -> st.SearchStrategy[str]:
    """Return names of lines, a few of them like what else stands in an export."""
    return st.lists(st.sampled_from(WORDS), min_size=2, max_size=4).map(lambda words: f"Nama {' '.join(words)}")


@st.composite
def budgets(draw: DrawFn) -> tuple[RO, ...]:
    """Return budgets whose codes are right; RO of one program need not stand together."""
    kode = st.tuples(
        st.sampled_from(("DR", "WA")),
        st.sampled_from(("3165", "6384")),
        st.sampled_from(("QIA", "EBA")),
        st.sampled_from(("001", "U11", "ZZ1", "962")),
    ).map(".".join)

    def lines() -> tuple[SubKomponen, ...]:
        kodes = draw(st.lists(st.sampled_from(("A", "B", "E", "AA", "DR")), min_size=1, max_size=3, unique=True))
        amount = st.integers(0, 10**11) | st.sampled_from((0, 1, 1000, 999999, 521211))
        return tuple(SubKomponen("", kode, draw(names()), draw(amount)) for kode in kodes)

    def komponen() -> tuple[Komponen, ...]:
        kodes = draw(st.lists(st.sampled_from(("001", "051", "999")), min_size=1, max_size=2, unique=True))
        return tuple(Komponen("", kode, draw(names()), lines()) for kode in kodes)

    kodes = draw(st.lists(kode, min_size=1, max_size=4, unique=True))
    return tuple(RO("", kode, draw(names()), komponen()) for kode in kodes)


@st.composite
def rkk(draw: DrawFn) -> tuple[RKK, dict[str, int]]:
    """Return ways in which an RKK may be written, and how finely."""
    code = draw(st.integers(1, 3))
    name = code + draw(st.integers(3, 4))
    accounts = draw(st.integers(0, 3))
    details = draw(st.integers(0, 2)) if accounts else 0
    titles = draw(st.booleans())
    levels = (1, 2, 3, 4, 5, 6) if accounts else (1, 2, 3, 4, 5)
    written = RKK(
        code, name, name + draw(st.integers(5, 7)), draw(st.sampled_from(SPELLINGS)),
        page=draw(st.none() | st.integers(1, 9)) if titles else None,
        stated=draw(st.booleans()), zero=draw(st.booleans()), greek=draw(st.booleans()),
        shifted=titles and draw(st.booleans()),
        unstated=tuple(draw(st.sets(st.sampled_from(levels)))) if titles else (),
        missing=draw(st.sampled_from(((), (), (1,), (2, 3), (1, 2, 3)))),
        asides=draw(st.booleans()), foot=draw(st.booleans()), blocked=draw(st.booleans()), titles=titles,
    )  # fmt: skip
    return written, {"accounts": accounts, "details": details}


def assert_reads_back(written: Sheet, budget: tuple[RO, ...], kind: Kind) -> None:
    (mapping,) = understood([Sheet("Petunjuk", {1: {1: "Bukan anggaran"}}), written])
    read = read_budget(written, mapping)
    assert mapping.kind is kind
    assert without_ids(read.ro) == budget
    assert read.anggaran == sum(map(total, budget))
    assert read.difference in (0, None)
    assert read.problems == ()


@given(budgets(), rkk())
def test_rkk(budget: tuple[RO, ...], written: tuple[RKK, dict[str, int]]) -> None:
    export, fineness = written
    assert_reads_back(export.sheet(budget, **fineness), budget, Kind.RKK)


@given(budgets(), st.none() | st.integers(1, 9), st.sampled_from(SPELLINGS), st.booleans())
def test_fa_detail(budget: tuple[RO, ...], page: int | None, spelled: Any, greek: bool) -> None:
    assert_reads_back(fa(budget, page=page, spelled=spelled, greek=greek), budget, Kind.FA)


@given(budgets(), st.sampled_from(SPELLINGS))
def test_flat_export(budget: tuple[RO, ...], spelled: Any) -> None:
    assert_reads_back(flat(budget, spelled=spelled), budget, Kind.FLAT)
