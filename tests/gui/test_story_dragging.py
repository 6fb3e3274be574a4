"""An officer drags budget lines onto the Indikator that they pay for, and rows to another place in their tree."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from tests.gui.officer import Officer

from renaksi_desktop.domain.plan import Indikator, Komponen, walk
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.models.dragging import MIME
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.target_grid import BULAN, URAIAN


@pytest.fixture
def budget(jember: Officer) -> Officer:
    """The page of the budget."""
    jember.press("Ctrl+2")
    return jember


def row(view: QAbstractItemView, key: str, column: int = 0) -> QModelIndex:
    model = view.model()
    assert isinstance(model, KeyedModel)
    return model.index_of(key, column)


def indikator(officer: Officer) -> Indikator:
    return officer.plan.sasaran[0].indikator[1]


def komponen(officer: Officer) -> Komponen:
    """A Komponen of several Sub Komponen that do not pay for the Indikator."""
    nodes = [node for node in walk(officer.plan) if isinstance(node, Komponen)]
    return next(node for node in nodes if len(node.subkomponen) > 1)


def paid_by(officer: Officer) -> list[str]:
    return [kontribusi.subkomponen for kontribusi in indikator(officer).kontribusi]


def test_a_line_is_dropped_on_an_indikator_of_the_tree(budget: Officer) -> None:
    before = budget.plan
    line = komponen(budget).subkomponen[0]
    dragged = budget.takes_up(
        budget.window.pages.anggaran.page.tree, row(budget.window.pages.anggaran.page.tree, line.id)
    )
    assert budget.lets_go_on(budget.window.tree, row(budget.window.tree, indikator(budget).id), dragged)
    assert paid_by(budget)[-1] == line.id
    assert indikator(budget).kontribusi[-1].jumlah == max(0, Totals(before).remainder(line.id))
    budget.press("Ctrl+Z")
    assert budget.plan == before


def test_several_lines_are_dropped_in_one_step(budget: Officer) -> None:
    before = budget.plan
    tree, part = budget.window.pages.anggaran.page.tree, komponen(budget)
    first, second = (row(tree, line.id) for line in part.subkomponen[:2])
    tree.scrollTo(second)
    tree.setFocus()
    tree.setCurrentIndex(first)
    QTest.mouseClick(
        tree.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        tree.visualRect(second).center(),
    )
    dragged = budget.takes_up(tree, second)
    assert budget.lets_go_on(budget.window.tree, row(budget.window.tree, indikator(budget).id), dragged)
    assert paid_by(budget)[-2:] == [line.id for line in part.subkomponen[:2]]
    budget.press("Ctrl+Z")
    assert budget.plan == before


def test_a_komponen_is_dropped_on_a_row_of_the_target_grid(budget: Officer) -> None:
    tree, part = budget.window.pages.anggaran.page.tree, komponen(budget)
    dragged = budget.takes_up(tree, row(tree, part.id))
    assert budget.window.pages.tabBar().changeCurrentOnDrag(), "which shows the grid while something is dragged"
    budget.press("Ctrl+1")
    grid = budget.window.pages.target.grid
    assert budget.lets_go_on(grid, row(grid, indikator(budget).id, BULAN[2]), dragged)
    assert paid_by(budget)[-len(part.subkomponen) :] == [line.id for line in part.subkomponen]
    again = row(grid.frozen_view(), indikator(budget).id, URAIAN)
    assert not budget.lets_go_on(grid.frozen_view(), again, dragged), "they pay already"


def test_what_cannot_be_dropped_is_refused_by_the_cursor(budget: Officer) -> None:
    before = budget.plan
    tree, plan_tree = budget.window.pages.anggaran.page.tree, budget.window.tree
    dragged = budget.takes_up(tree, row(tree, komponen(budget).id))
    assert not budget.lets_go_on(plan_tree, row(plan_tree, budget.plan.sasaran[0].id), dragged)
    elsewhere = QMimeData()
    elsewhere.setData(MIME, b"a-line-of-another-plan")
    assert not budget.lets_go_on(plan_tree, row(plan_tree, indikator(budget).id), elsewhere)
    assert budget.plan == before


ABOVE, BELOW = 0.02, 0.98


def kode(officer: Officer, sasaran: int) -> str:
    return " ".join(node.kode for node in officer.plan.sasaran[sasaran].indikator)


def test_an_indikator_is_dragged_to_another_place_and_back_by_undo(jember: Officer) -> None:
    tree, before = jember.window.tree, jember.plan
    first, third = before.sasaran[0].indikator[0], before.sasaran[0].indikator[2]
    dragged = jember.takes_up(tree, row(tree, first.id))
    assert jember.lets_go_on(tree, row(tree, third.id), dragged, BELOW)
    assert kode(jember, 0) == "02 03 01 04 05 06 07"
    assert jember.window.session.current == first.id
    assert tree.currentIndex() == row(tree, first.id)
    jember.press("Ctrl+Z")
    assert jember.plan == before


def test_an_indikator_is_dragged_into_another_sasaran(jember: Officer) -> None:
    tree = jember.window.tree
    first, second, third = jember.plan.sasaran[:3]
    moved = first.indikator[0]
    assert jember.lets_go_on(tree, row(tree, second.id), jember.takes_up(tree, row(tree, moved.id)))
    assert jember.plan.sasaran[1].indikator[-1] == moved, "on a Sasaran it becomes the last"
    assert jember.lets_go_on(
        tree, row(tree, third.indikator[0].id), jember.takes_up(tree, row(tree, moved.id)), ABOVE
    )
    assert jember.plan.sasaran[2].indikator[0] == moved


def test_a_sasaran_has_its_place_between_sasaran_wherever_it_is_let_go(jember: Officer) -> None:
    tree, (first, second, third, *_) = jember.window.tree, jember.plan.sasaran
    dragged = jember.takes_up(tree, row(tree, third.id))
    assert jember.lets_go_on(tree, row(tree, first.id), dragged, 0.4), "in the middle the gap above is meant"
    assert jember.plan.sasaran[:3] == (third, first, second)
    last = first.indikator[-1]
    assert jember.lets_go_on(tree, row(tree, last.id), dragged, BELOW), "below all that stands below a Sasaran"
    assert jember.plan.sasaran[:3] == (first, third, second)
    assert not jember.lets_go_on(tree, row(tree, first.indikator[1].id), dragged)


def test_several_rows_are_dragged_together(jember: Officer) -> None:
    tree, before = jember.window.tree, jember.plan
    first, _, third, *_ = before.sasaran[0].indikator
    tree.setFocus()
    for node, held in ((first, Qt.KeyboardModifier.NoModifier), (third, Qt.KeyboardModifier.ControlModifier)):
        at = tree.visualRect(row(tree, node.id)).center()
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, held, at)
    dragged = jember.takes_up(tree, row(tree, third.id))
    assert jember.lets_go_on(tree, row(tree, before.sasaran[1].id), dragged)
    assert jember.plan.sasaran[1].indikator[-2:] == (first, third)
    jember.press("Ctrl+Z")
    assert jember.plan == before


def test_a_kontribusi_is_dragged_to_another_indikator(jember: Officer) -> None:
    tree, owner = jember.window.tree, jember.plan.sasaran[2].indikator[0]
    jember.window.session.select(owner.kontribusi[0].id)
    moved, other = owner.kontribusi[0], jember.plan.sasaran[0].indikator[1]
    total = Totals(jember.plan).total
    dragged = jember.takes_up(tree, row(tree, moved.id))
    assert jember.lets_go_on(tree, row(tree, other.id), dragged)
    assert jember.plan.sasaran[0].indikator[1].kontribusi[-1] == moved
    assert moved not in jember.plan.sasaran[2].indikator[0].kontribusi
    assert Totals(jember.plan).total == total


def test_budget_lines_are_ordered_and_move_to_another_komponen(budget: Officer) -> None:
    tree, part = budget.window.pages.anggaran.page.tree, komponen(budget)
    first, second = part.subkomponen[:2]
    dragged = budget.takes_up(tree, row(tree, second.id))
    assert budget.lets_go_on(tree, row(tree, first.id), dragged, ABOVE)
    assert komponen(budget).subkomponen[:2] == (second, first)
    other = next(node for node in walk(budget.plan) if isinstance(node, Komponen) and node.id != part.id)
    assert budget.lets_go_on(tree, row(tree, other.id), budget.takes_up(tree, row(tree, first.id)))
    after = next(node for node in walk(budget.plan) if node.id == other.id)
    assert isinstance(after, Komponen)
    assert after.subkomponen[-1] == first
    ro = budget.plan.anggaran[0]
    assert not budget.lets_go_on(tree, row(tree, ro.id), budget.takes_up(tree, row(tree, first.id)))


def test_below_the_last_row_is_the_end(jember: Officer) -> None:
    tree, first = jember.window.tree, jember.plan.sasaran[0]
    tree.collapseAll()
    dragged = jember.takes_up(tree, row(tree, first.id))
    assert jember.lets_go_on(tree, row(tree, jember.plan.sasaran[-1].id), dragged, 3.0)
    assert jember.plan.sasaran[-1] == first
