"""Where a new part goes, what is next to those that are taken out, and how that is told."""

from __future__ import annotations

import pytest

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.kode import Coded
from renaksi_desktop.domain.outline import ROOT
from renaksi_desktop.domain.plan import (
    RO,
    Id,
    Indikator,
    Komponen,
    Kontribusi,
    Pengecualian,
    Plan,
    Sasaran,
    SubKomponen,
)
from renaksi_desktop.domain.structure import PARENTS, next_to, spot_for
from renaksi_desktop.domain.wording import removal

PLAN = Plan(
    anggaran=(RO("r", "DR.3165.QIA.001", komponen=(Komponen("k", "055", subkomponen=(SubKomponen("a", "A"),)),)),),
    sasaran=(
        Sasaran("s1", "01", indikator=(
            Indikator("i1", "01", kontribusi=(Kontribusi("x", "a", 60),)),
            Indikator("i2", "02"),
            Indikator("i3", "03", kontribusi=(Kontribusi("y", "a", 40),)),
        )),
        Sasaran("s2", "02"),
    ),
    pengecualian=(Pengecualian("p", "tanpa-anggaran", "i2", alasan="dibiayai pusat"),),
)  # fmt: skip
INDEX = Index.of(PLAN)


def test_every_part_knows_what_it_stands_below() -> None:
    assert PARENTS[Kontribusi] is Indikator
    assert PARENTS[Sasaran] is PARENTS[RO] is Plan
    assert PARENTS[SubKomponen] is Komponen


@pytest.mark.parametrize(
    ("kind", "focused", "parent", "place"),
    [
        (Sasaran, "i2", "plan", 1),
        (Sasaran, ROOT, "plan", 2),
        (Indikator, "x", "s1", 1),
        (Indikator, "s1", "s1", 3),
        (Indikator, "s2", "s2", 0),
        (RO, "a", "plan", 1),
        (SubKomponen, "k", "k", 1),
    ],
)
def test_a_new_part_goes_behind_the_one_in_focus_or_last(
    kind: type[Coded], focused: Id, parent: Id, place: int
) -> None:
    spot = spot_for(INDEX, kind, focused)
    assert spot is not None
    assert (spot.parent.id, spot.place) == (parent, place)


@pytest.mark.parametrize(("kind", "focused"), [(Indikator, "a"), (Indikator, ROOT), (Komponen, "i1")])
def test_where_nothing_in_focus_can_hold_it_there_is_no_place(kind: type[Coded], focused: Id) -> None:
    assert spot_for(INDEX, kind, focused) is None


@pytest.mark.parametrize(
    ("gone", "nearest"),
    [
        (["i2"], "i1"),
        (["i1"], "i2"),
        (["i3", "i2"], "i1"),
        (["i1", "i2"], "i3"),
        (["i1", "i2", "i3"], "s1"),
        (["x"], "i1"),
        (["i1", "s1"], "s2"),
        (["s1", "s2"], "plan"),
    ],
)
def test_next_to_what_is_taken_out(gone: list[Id], nearest: Id) -> None:
    assert next_to(INDEX, [INDEX.nodes[node_id] for node_id in gone]) == nearest


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        (["i2"], "Sasaran 01 > Indikator 02"),
        (["i1"], "Sasaran 01 > Indikator 01 beserta 1 Kontribusi"),
        (["s1"], "Sasaran 01 beserta 3 Indikator dan 2 Kontribusi"),
        (["a"], "RO DR.3165.QIA.001 > Komponen 055 > Sub Komponen A beserta 2 Kontribusi"),
        (["i2", "i3"], "2 Indikator beserta 1 Kontribusi"),
        (
            ["s2", "i2", "r"],
            "1 Sasaran, 1 Indikator, dan 1 RO beserta 1 Komponen, 1 Sub Komponen, dan 2 Kontribusi",
        ),
    ],
)
def test_what_is_taken_out_is_told_with_all_that_goes_along(gone: list[Id], told: str) -> None:
    nodes = [INDEX.nodes[node_id] for node_id in gone]
    after = Index.of(edits.remove(*nodes).apply(PLAN))
    assert removal(nodes, INDEX, after) == told
