"""An officer drags budget lines onto the Indikator that they pay for."""

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
from renaksi_desktop.models.target_grid import URAIAN


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
    dragged = budget.takes_up(budget.window.pages.anggaran.tree, row(budget.window.pages.anggaran.tree, line.id))
    assert budget.lets_go_on(budget.window.tree, row(budget.window.tree, indikator(budget).id), dragged)
    assert paid_by(budget)[-1] == line.id
    assert indikator(budget).kontribusi[-1].jumlah == max(0, Totals(before).remainder(line.id))
    budget.press("Ctrl+Z")
    assert budget.plan == before


def test_several_lines_are_dropped_in_one_step(budget: Officer) -> None:
    before = budget.plan
    tree, part = budget.window.pages.anggaran.tree, komponen(budget)
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
    tree, part = budget.window.pages.anggaran.tree, komponen(budget)
    dragged = budget.takes_up(tree, row(tree, part.id))
    assert budget.window.pages.tabBar().changeCurrentOnDrag(), "which shows the grid while something is dragged"
    budget.press("Ctrl+1")
    grid = budget.window.pages.target.grid
    assert budget.lets_go_on(grid, row(grid, indikator(budget).id, URAIAN + 3), dragged)
    assert paid_by(budget)[-len(part.subkomponen) :] == [line.id for line in part.subkomponen]
    again = row(grid.frozen_view(), indikator(budget).id, URAIAN)
    assert not budget.lets_go_on(grid.frozen_view(), again, dragged), "they pay already"


def test_what_cannot_be_dropped_is_refused_by_the_cursor(budget: Officer) -> None:
    before = budget.plan
    tree, plan_tree = budget.window.pages.anggaran.tree, budget.window.tree
    dragged = budget.takes_up(tree, row(tree, komponen(budget).id))
    assert not budget.lets_go_on(plan_tree, row(plan_tree, budget.plan.sasaran[0].id), dragged)
    elsewhere = QMimeData()
    elsewhere.setData(MIME, b"a-line-of-another-plan")
    assert not budget.lets_go_on(plan_tree, row(plan_tree, indikator(budget).id), elsewhere)
    assert budget.plan == before
