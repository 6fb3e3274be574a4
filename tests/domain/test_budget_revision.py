"""A revised budget taken onto a plan: links are kept by code, and all that changes is told before it does."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.test_edits import assert_valid
from tests.strategies import plans

from renaksi_desktop.domain.budget_revision import revise
from renaksi_desktop.domain.comparison import compare
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import (
    RO,
    Dokumen,
    Indikator,
    Komponen,
    Kontribusi,
    Plan,
    Sasaran,
    SubKomponen,
    new_id,
    walk,
)
from renaksi_desktop.domain.resplitting import resplit
from renaksi_desktop.domain.totals import Totals

PLAN = Plan(
    dokumen=Dokumen(pagu=190),
    anggaran=(
        RO("ro", "DR.3165.QIA.001", "Sampel", (
            Komponen("k", "055", "Uji", (
                SubKomponen("a", "A", "Pengadaan", 100),
                SubKomponen("b", "0B", "Pengujian", 50),
            )),
            Komponen("l", "056", "Lapor", (SubKomponen("c", "A", "Rapat", 40),)),
        )),
    ),
    sasaran=(
        Sasaran("s", "01", "Satu", (
            Indikator("i", "01", kontribusi=(Kontribusi("x", "a", 75), Kontribusi("y", "b", 20))),
            Indikator("j", "02", kontribusi=(Kontribusi("z", "a", 25), Kontribusi("w", "c", 40))),
        )),
    ),
)  # fmt: skip


def fresh(*lines: tuple[str, str, str, str, int]) -> tuple[RO, ...]:
    """Return a budget with new ids of lines (RO, Komponen, Sub Komponen, name of the line, rupiah)."""
    budget: dict[str, dict[str, list[SubKomponen]]] = {}
    for ro, komponen, kode, nama, rupiah in lines:
        budget.setdefault(ro, {}).setdefault(komponen, []).append(SubKomponen(new_id(), kode, nama, rupiah))
    return tuple(
        RO(new_id(), ro, "Sampel", tuple(
            Komponen(new_id(), kode, {"055": "Uji", "056": "Lapor"}.get(kode, ""), tuple(found))
            for kode, found in below.items()
        ))
        for ro, below in budget.items()
    )  # fmt: skip


SAME = (
    ("DR.3165.QIA.001", "055", "A", "Pengadaan", 100),
    ("DR.3165.QIA.001", "055", "B", "Pengujian", 50),
    ("DR.3165.QIA.001", "056", "A", "Rapat", 40),
)
REVISED = (
    ("DR.3165.QIA.002", "051", "A", "Alat", 30),
    ("DR.3165.QIA.001", "055", "B", "Pengujian rutin", 50),
    ("DR.3165.QIA.001", "055", "A", "Pengadaan", 90),
)


def shares(plan: Plan) -> dict[str, int]:
    return {node.id: node.jumlah for node in walk(plan) if isinstance(node, Kontribusi)}


def test_the_same_budget_changes_nothing() -> None:
    revision = revise(PLAN, fresh(*SAME), dokumen={"pagu": 190})
    assert revision.plan == PLAN
    assert revision.offers == ()


def test_a_revised_budget_tells_what_it_adds_removes_renames_and_changes() -> None:
    revision = revise(PLAN, fresh(*REVISED), dokumen={"pagu": 170})
    ro = "RO DR.3165.QIA.001"
    assert list(map(str, compare(PLAN, revision.plan))) == [
        "ditambah: RO DR.3165.QIA.002: Sampel, beserta 1 Komponen dan 1 Sub Komponen",
        f"dihapus: {ro} > Komponen 056: Lapor, beserta 1 Sub Komponen",
        "dihapus: Sasaran 01 > Indikator 02 > Kontribusi DR.3165.QIA.001/056/A: 40",
        "diubah: Dokumen, Pagu: 190 menjadi 170",
        f"diubah: {ro} > Komponen 055 > Sub Komponen 0B, nama: Pengujian menjadi Pengujian rutin",
        f"diubah: {ro} > Komponen 055 > Sub Komponen A, Anggaran: 100 menjadi 90",
        f"dipindahkan: {ro} > Komponen 055, urutan Sub Komponen",
    ]


def test_lines_of_the_same_code_keep_their_ids_their_kontribusi_and_the_order_of_the_file() -> None:
    after = revise(PLAN, fresh(*REVISED)).plan
    assert [ro.kode for ro in after.anggaran] == ["DR.3165.QIA.002", "DR.3165.QIA.001"]
    (komponen,) = after.anggaran[1].komponen
    assert (after.anggaran[1].id, komponen.id) == ("ro", "k")
    assert [(line.id, line.kode) for line in komponen.subkomponen] == [("b", "0B"), ("a", "A")]
    assert shares(after) == {"x": 75, "y": 20, "z": 25}
    assert_valid(after)


def test_what_the_file_does_not_hold_can_be_kept() -> None:
    after = revise(PLAN, fresh(*REVISED), keep=True).plan
    assert [komponen.id for komponen in after.anggaran[1].komponen] == ["k", "l"]
    assert shares(after) == shares(PLAN)


def test_the_beginning_of_a_name_is_no_other_name_where_names_are_cut() -> None:
    cut = fresh(*SAME[:1], ("DR.3165.QIA.001", "055", "B", "PENGUJ", 50), SAME[2])
    assert revise(PLAN, cut, names_cut=True).plan == PLAN
    assert revise(PLAN, cut).plan.anggaran[0].komponen[0].subkomponen[1].nama == "PENGUJ"


def test_an_ro_without_its_program_is_known_by_the_rest_of_its_kode() -> None:
    bare = tuple(replace(ro, kode="3165.QIA.001") for ro in fresh(*SAME))
    assert revise(PLAN, bare).plan == PLAN
    two = replace(PLAN, anggaran=(*PLAN.anggaran, RO("other", "WA.3165.QIA.001", "Lain")))
    assert "3165.QIA.001" in {ro.kode for ro in revise(two, bare).plan.anggaran}


def test_lines_that_shared_a_code_are_told_apart() -> None:
    twice = (SubKomponen("a", "A", "Satu", 1), SubKomponen("b", "A", "Dua", 2))
    plan = Plan(anggaran=(RO("ro", "DR.3165.QIA.001", "Sampel", (Komponen("k", "055", "Uji", twice),)),))
    after = revise(plan, fresh(SAME[0])).plan
    assert [line.id for line in after.anggaran[0].komponen[0].subkomponen] == ["a"]


def test_the_lines_whose_anggaran_changed_are_offered_to_be_shared_out_again() -> None:
    revision = revise(PLAN, fresh(*REVISED))
    (offer,) = revision.offers
    assert (offer.line.kode, offer.before, offer.after, offer.shared) == ("DR.3165.QIA.001/055/A", 100, 90, 100)
    after = resplit([offer]).apply(revision.plan)
    assert shares(after) == {"x": 68, "y": 20, "z": 22}
    assert Totals(after).remainder("a") == 0


@given(plans(), plans(), st.booleans(), st.booleans())
def test_any_budget_onto_any_plan_leaves_a_valid_plan(plan: Plan, other: Plan, keep: bool, cut: bool) -> None:
    budget = tuple(renewed(ro) for ro in other.anggaran if ro.kode)  # what is read from a file has a kode
    revision = revise(plan, budget, keep=keep, names_cut=cut)
    assert_valid(revision.plan)
    assert revise(revision.plan, budget, keep=keep, names_cut=cut).plan == revision.plan
    lines = {line.subkomponen.id for line in Totals(revision.plan).lines.values()}
    stay = {node.id for node in walk(plan) if isinstance(node, Kontribusi) and node.subkomponen in lines}
    assert shares(revision.plan).keys() == stay
    if keep:
        assert Index.of(plan).nodes.keys() <= Index.of(revision.plan).nodes.keys()
    else:
        assert len(revision.plan.anggaran) == len(budget)


def renewed(ro: RO) -> RO:
    """Return an RO with new ids throughout, as it is read from a file."""
    komponen = (
        replace(one, id=new_id(), subkomponen=tuple(replace(line, id=new_id()) for line in one.subkomponen))
        for one in ro.komponen
    )
    return replace(ro, id=new_id(), komponen=tuple(komponen))
