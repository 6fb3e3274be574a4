"""The index that follows an edit is the one that a walk over the whole plan would make."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import edits, plans

from renaksi_desktop.domain.difference import difference
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import Kontribusi, Plan, Sasaran, SubKomponen, walk


@given(plan=plans(), data=st.data())
def test_an_index_follows_any_edit(plan: Plan, data: st.DataObject) -> None:
    new = data.draw(edits(plan)).apply(plan)
    followed, walked = Index.of(plan).after(difference(plan, new)), Index.of(new)
    assert followed.nodes == walked.nodes
    for node_id in walked.nodes:
        assert list(followed.upwards(node_id)) == list(walked.upwards(node_id))


@given(old=plans(), new=plans())
def test_an_index_follows_from_any_plan_to_any_other(old: Plan, new: Plan) -> None:
    followed, walked = Index.of(old).after(difference(old, new)), Index.of(new)
    assert followed.nodes == walked.nodes
    assert all(followed.parent(node_id) == walked.parent(node_id) for node_id in walked.nodes)


@given(plan=plans())
def test_what_stands_above_is_found_from_anywhere_below(plan: Plan) -> None:
    index = Index.of(plan)
    for sasaran in plan.sasaran:
        for node in walk(sasaran):
            assert index.above(node.id, Sasaran) is sasaran
    assert index.above("", Sasaran) is None


@given(plan=plans(), data=st.data())
def test_touched_are_the_changed_nodes_and_the_budget_lines_they_draw_on(plan: Plan, data: st.DataObject) -> None:
    new = data.draw(edits(plan)).apply(plan)
    change = difference(plan, new)
    index = Index.of(new)
    touched = index.touched(change)
    assert {node.id for node in change.renewed} <= touched
    before, after = _shared(plan), _shared(new)
    lines = {node.id for node in walk(new) if isinstance(node, SubKomponen)}
    assert {line for line in lines if before.get(line) != after.get(line)} <= touched


def _shared(plan: Plan) -> dict[str, list[int]]:
    """Return what is taken of each line, in no order: moving a Kontribusi takes nothing else of it."""
    shared: dict[str, list[int]] = {}
    for node in walk(plan):
        if isinstance(node, Kontribusi):
            shared.setdefault(node.subkomponen, []).append(node.jumlah)
    return {line: sorted(taken) for line, taken in shared.items()}
