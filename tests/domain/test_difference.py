"""What is different between two plans, and the steps by which a list of rows becomes another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import edits, plans

from renaksi_desktop.domain import edits as edit
from renaksi_desktop.domain.difference import Difference, difference, row_steps
from renaksi_desktop.domain.plan import (
    CHILDREN,
    NO_CHILDREN,
    RO,
    SINGLES,
    Id,
    Indikator,
    Node,
    Plan,
    Sasaran,
    walk,
)

I1, I2 = Indikator("i1", "01", "Satu"), Indikator("i2", "02", "Dua")
S1, S2 = Sasaran("s1", "01", "S", (I1, I2)), Sasaran("s2", "02", "T")
PLAN = Plan(sasaran=(S1, S2))


def test_equal_plans_have_no_difference() -> None:
    assert not difference(PLAN, PLAN)
    assert not difference(PLAN, replace(PLAN, sasaran=(S1, replace(S2))))


def test_a_changed_field_is_one_entry() -> None:
    found = difference(PLAN, edit.change(I1, uraian="Baru").apply(PLAN))
    assert [(change.node.id, *change[1:]) for change in found.fields] == [("i1", "uraian", "Satu", "Baru")]
    assert (found.added, found.removed, found.children) == ((), (), ())


def test_a_node_that_came_is_added_with_all_below_it() -> None:
    new = Sasaran("s3", "03", "U", (Indikator("i3", "01"),))
    found = difference(PLAN, edit.add(new, PLAN).apply(PLAN))
    assert [node.id for node in found.added] == ["s3", "i3"]
    assert [(change.parent.id, change.old, change.new) for change in found.children] == [
        ("plan", ("s1", "s2"), ("s1", "s2", "s3")),
        ("s3", (), ("i3",)),
    ]


def test_a_node_that_moved_is_neither_added_nor_removed() -> None:
    found = difference(PLAN, edit.rearrange([I1], S2).apply(PLAN))
    assert (found.added, found.removed, found.fields) == ((), (), ())
    assert {(change.parent.id, change.old, change.new) for change in found.children} == {
        ("s1", ("i1", "i2"), ("i2",)),
        ("s2", (), ("i1",)),
    }


def test_a_node_that_moved_and_changed_shows_both() -> None:
    moved = edit.rearrange([I1], S2).apply(PLAN)
    found = difference(PLAN, edit.change(I1, kode="07").apply(moved))
    assert [(change.node.id, change.new) for change in found.fields] == [("i1", "07")]
    assert not found.added


def test_a_node_that_outlived_its_parent_stays() -> None:
    moved = edit.rearrange([I1], S2).apply(PLAN)
    found = difference(PLAN, edit.remove(S1).apply(moved))
    assert {node.id for node in found.removed} == {"s1", "i2"}


def test_an_id_that_another_type_of_node_has_by_now_is_another_node() -> None:
    found = difference(Plan(sasaran=(Sasaran("x"),)), Plan(anggaran=(RO("x"),)))
    assert (found.removed, found.added) == ((Sasaran("x"),), (RO("x"),))


@given(plans(), plans())
def test_the_difference_of_any_two_plans_is_all_that_is_between_them(old: Plan, new: Plan) -> None:
    found = difference(old, new)
    assert bool(found) is (old != new)
    assert patched(old, found) == new


@given(plans().flatmap(lambda plan: st.tuples(st.just(plan), edits(plan))))
def test_the_difference_of_any_edit_leads_there_and_back(drawn: tuple[Plan, edit.Edit]) -> None:
    old, step = drawn
    new = step.apply(old)
    assert patched(old, difference(old, new)) == new
    assert patched(new, difference(new, old)) == old


def patched(plan: Plan, found: Difference) -> Plan:
    """Make the new plan of the old one and the difference alone, as a follower of a plan does."""
    gone, came = ({(type(node), node.id) for node in nodes} for nodes in (found.removed, found.added))
    before = {(type(node), node.id): node for node in walk(plan)}
    assert gone <= before.keys()
    assert not came & before.keys()
    nodes = {key: node for key, node in before.items() if key not in gone}
    fields: dict[Id, dict[str, Any]] = {}
    for change in found.fields:
        assert getattr(nodes[type(change.node), change.node.id], change.field) == change.old != change.new
        fields.setdefault(change.node.id, {})[change.field] = change.new
    lists = {(change.parent.id, change.field): change.new for change in found.children}
    nodes |= {(type(node), node.id): node for node in found.added}

    def built(node: Node) -> Node:
        own = dict(fields.get(node.id, {}))
        for name, kind in CHILDREN.get(type(node), NO_CHILDREN).items():
            known = () if (type(node), node.id) in came else tuple(child.id for child in getattr(node, name))
            own[name] = tuple(built(nodes[kind, id_]) for id_ in lists.get((node.id, name), known))
        if isinstance(node, Plan):
            own |= {name: built(getattr(node, name)) for name in SINGLES}
        return replace(node, **own)

    whole = built(plan)
    assert isinstance(whole, Plan)
    return whole


KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(KEYS, KEYS)
def test_row_steps_turn_one_list_into_the_other(old: list[str], new: list[str]) -> None:
    rows = list(old)
    inserting = False
    for step in row_steps(old, new):
        assert 0 <= step.first <= step.last
        inserting = inserting or step.insert
        assert step.insert is inserting  # all removals come first
        if step.insert:
            assert step.first <= len(rows)
            rows[step.first : step.first] = new[step.first : step.last + 1]
        else:
            assert step.last < len(rows)
            del rows[step.first : step.last + 1]
    assert rows == new


@given(KEYS, KEYS)
def test_row_steps_leave_as_many_rows_as_can_stay(old: list[str], new: list[str]) -> None:
    removed = sum(step.last - step.first + 1 for step in row_steps(old, new) if not step.insert)
    assert len(old) - removed == longest_common(old, new)


def longest_common(old: Sequence[str], new: Sequence[str]) -> int:
    """Return the length of the longest common subsequence, from its definition."""
    if not old or not new:
        return 0
    lengths = [0] * (len(new) + 1)
    for key in old:
        diagonal = 0
        for column, other in enumerate(new, 1):
            above = lengths[column]
            lengths[column] = diagonal + 1 if key == other else max(above, lengths[column - 1])
            diagonal = above
    return lengths[-1]


@pytest.mark.parametrize(
    ("old", "new", "steps"),
    [
        ("abc", "abc", []),
        ("abc", "axbc", [(True, 1, 1)]),
        ("abcd", "ad", [(False, 1, 2)]),
        ("abcd", "bcda", [(False, 0, 0), (True, 3, 3)]),
        ("abcde", "ce", [(False, 3, 3), (False, 0, 1)]),
        ("", "ab", [(True, 0, 1)]),
    ],
)
def test_neighbouring_rows_go_in_one_step(old: str, new: str, steps: list[tuple[bool, int, int]]) -> None:
    assert list(row_steps(old, new)) == steps
