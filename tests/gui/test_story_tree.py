"""An officer works in the tree of the plan: renames, removes, copies and finds rows in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit
from tests.gui.officer import Officer

from renaksi_desktop.domain import edits
from renaksi_desktop.interchange.block import read, read_text
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.target_grid import BULAN
from renaksi_desktop.widgets.plan_tree import PlanTree


@pytest.fixture
def in_tree(jember: Officer) -> Officer:
    """The keyboard is in the tree, on the first Indikator."""
    jember.window.tree.setFocus()
    return jember


def row(view: QAbstractItemView, key: str) -> QModelIndex:
    model = view.model()
    assert isinstance(model, KeyedModel)
    return model.index_of(key)


def key_of(view: QAbstractItemView, index: QModelIndex) -> str:
    model = view.model()
    assert isinstance(model, KeyedModel)
    return model.key(index)


def click(officer: Officer, key: str, *held: Qt.KeyboardModifier) -> None:
    tree = officer.window.tree
    tree.scrollTo(row(tree, key))
    at = tree.visualRect(row(tree, key)).center()
    modifier = held[0] if held else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, modifier, at)
    QApplication.processEvents()


def double_click(tree: PlanTree, key: str) -> None:
    tree.scrollTo(row(tree, key))
    at = tree.visualRect(row(tree, key)).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QApplication.processEvents()


def indikator(officer: Officer, number: int, sasaran: int = 0) -> str:
    return officer.plan.sasaran[sasaran].indikator[number].id


def test_a_double_click_renames_and_leaves_the_row_open(in_tree: Officer) -> None:
    tree, first = in_tree.window.tree, in_tree.plan.sasaran[0]
    double_click(tree, first.id)
    in_tree.press("Ctrl+A")
    in_tree.type("Nama baru")
    in_tree.press("Return")
    assert in_tree.plan.sasaran[0].uraian == "Nama baru"
    assert tree.isExpanded(row(tree, first.id))
    assert tree.hasFocus()


def test_a_double_click_on_an_ro_opens_it(in_tree: Officer) -> None:
    tree = in_tree.window.tree
    tree.expand(row(tree, indikator(in_tree, 0)))
    group = tree.model().index(0, 0, row(tree, indikator(in_tree, 0)))
    double_click(tree, key_of(tree, group))
    assert tree.isExpanded(group)
    assert in_tree.window.session.current == key_of(tree, group), "it goes nowhere else"


def test_del_removes_without_a_question_and_the_notice_takes_it_back(in_tree: Officer) -> None:
    before = in_tree.plan
    in_tree.press("Del")
    assert len(in_tree.plan.sasaran[0].indikator) == 6
    notices = in_tree.window.notices
    assert notices.text == "Dihapus: Sasaran 01 > Indikator 01 beserta 1 Kontribusi."
    assert in_tree.window.tree.hasFocus()
    in_tree.click_notice("Urungkan")
    assert in_tree.plan == before
    assert not notices.isVisible()


def test_what_was_told_of_a_step_goes_with_the_next(in_tree: Officer) -> None:
    in_tree.press("Del")
    assert in_tree.window.notices.isVisible()
    in_tree.press("F2")
    in_tree.type("Nama baru")
    in_tree.press("Return")
    assert not in_tree.window.notices.isVisible(), "Urungkan would undo the name"


def test_del_in_a_name_deletes_a_letter_only(in_tree: Officer) -> None:
    before = in_tree.plan.sasaran[0].indikator[0].uraian
    in_tree.press("F2", "Home", "Del", "Return")
    assert in_tree.plan.sasaran[0].indikator[0].uraian == before[1:]


def test_several_rows_are_removed_in_one_step(in_tree: Officer) -> None:
    before = in_tree.plan
    click(in_tree, indikator(in_tree, 1))
    click(in_tree, indikator(in_tree, 3), Qt.KeyboardModifier.ShiftModifier)
    click(in_tree, in_tree.plan.sasaran[1].id, Qt.KeyboardModifier.ControlModifier)
    gone = [*(node.kode for node in before.sasaran[0].indikator[1:4])]
    assert gone == ["02", "03", "04"]
    in_tree.press("Del")
    assert [node.kode for node in in_tree.plan.sasaran[0].indikator] == ["01", "05", "06", "07"]
    assert len(in_tree.plan.sasaran) == 6
    told = in_tree.window.notices.text
    assert told.startswith("Dihapus: 3 Indikator dan 1 Sasaran beserta ")
    in_tree.press("Ctrl+Z")
    assert in_tree.plan == before


def test_several_rows_at_once_are_not_copied_or_numbered(in_tree: Officer) -> None:
    click(in_tree, indikator(in_tree, 1))
    click(in_tree, indikator(in_tree, 2), Qt.KeyboardModifier.ControlModifier)
    names = ("gandakan", "gandakan-tanpa-kontribusi", "nomori", "naik", "turun")
    assert not any(in_tree.find(QAction, name).isEnabled() for name in names)
    assert in_tree.find(QAction, "hapus").isEnabled()
    click(in_tree, indikator(in_tree, 2))
    assert all(in_tree.find(QAction, name).isEnabled() for name in names)


def test_rows_of_a_block_of_cells_are_removed_but_no_heading_among_them(jember: Officer) -> None:
    grid = jember.window.pages.target.grid
    last, first = jember.plan.sasaran[0].indikator[-1], jember.plan.sasaran[1].indikator[0]
    jember.click_cell(grid, row(grid, last.id).siblingAtColumn(BULAN[1]))
    jember.press("Shift+Down", "Shift+Down", "Ctrl+Del")
    assert last not in jember.plan.sasaran[0].indikator
    assert first not in jember.plan.sasaran[1].indikator
    assert len(jember.plan.sasaran) == 7


def test_the_row_that_has_the_keyboard_is_removed_and_not_what_stood_below_it_in_the_tree(jember: Officer) -> None:
    window, grid = jember.window, jember.window.pages.target.grid
    owner = jember.plan.sasaran[2].indikator[0]
    window.session.select(owner.kontribusi[0].id)
    jember.click_cell(grid, row(grid, owner.id).siblingAtColumn(BULAN[1]))
    jember.press("Ctrl+Del")
    assert owner.id not in {node.id for node in jember.plan.sasaran[2].indikator}


def test_enter_goes_to_the_cells_of_the_row(in_tree: Officer) -> None:
    window = in_tree.window
    in_tree.press("Return")
    grid = window.pages.target.grid
    assert grid.hasFocus()
    assert grid.currentIndex().row() == 1
    kontribusi = in_tree.plan.sasaran[2].indikator[0].kontribusi[1]
    click(in_tree, kontribusi.id)
    in_tree.press("Return")
    assert window.pages.target.panel.table.hasFocus()
    assert window.pages.target.panel.table.currentIndex().row() == 1


def test_typing_goes_to_a_row_by_a_word_in_it_or_its_kode(in_tree: Officer) -> None:
    tree = in_tree.window.tree
    in_tree.type("fasil")
    assert "fasil" in str(tree.currentIndex().data()).lower()
    assert in_tree.window.session.current == indikator(in_tree, 1)
    QTest.qWait(QApplication.keyboardInputInterval() + 50)
    in_tree.type("03 persentase")
    assert str(tree.currentIndex().data()).startswith("03  Persentase")
    QTest.qWait(QApplication.keyboardInputInterval() + 50)
    in_tree.type(" ")
    assert str(tree.currentIndex().data()).startswith("03  Persentase"), "a space goes nowhere"


def typed_over(officer: Officer, text: str) -> None:
    """The name of what is new is selected: typing replaces all of it."""
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.selectedText() == editor.text() != ""
    officer.type(text)
    officer.press("Return")


def test_a_copy_is_in_focus_and_wants_its_name(in_tree: Officer) -> None:
    before = in_tree.plan.sasaran[0].indikator[0]
    in_tree.press("Ctrl+Shift+D")
    typed_over(in_tree, "Indikator serupa")
    copy = in_tree.plan.sasaran[0].indikator[1]
    assert (copy.kode, copy.uraian, copy.target) == ("08", "Indikator serupa", before.target)
    assert [k.jumlah for k in copy.kontribusi] == [k.jumlah for k in before.kontribusi]
    assert in_tree.window.session.current == copy.id


def test_a_copy_without_kontribusi_shares_nothing_out(in_tree: Officer) -> None:
    in_tree.press("Ctrl+Alt+D")
    typed_over(in_tree, "Indikator serupa")
    assert in_tree.plan.sasaran[0].indikator[1].kontribusi == ()


def test_a_copy_of_a_sub_komponen_wants_its_name(jember: Officer) -> None:
    jember.press("Ctrl+2")
    line = jember.plan.anggaran[0].komponen[0].subkomponen[0]
    jember.window.session.select(line.id)
    assert not jember.find(QAction, "gandakan-tanpa-kontribusi").isEnabled()
    jember.press("Ctrl+Shift+D")
    typed_over(jember, "Salinan")
    copy = jember.plan.anggaran[0].komponen[0].subkomponen[1]
    assert (copy.nama, copy.anggaran) == ("Salinan", line.anggaran)


def test_numbering_anew_says_what_it_did(in_tree: Officer) -> None:
    in_tree.press("Ctrl+Shift+R")
    assert in_tree.window.notices.text == "Kode sudah berurutan."
    in_tree.press("Alt+Down", "Ctrl+Shift+R")
    assert in_tree.window.notices.text == "2 kode dinomori ulang."
    assert [node.kode for node in in_tree.plan.sasaran[0].indikator[:3]] == ["01", "02", "03"]


def test_all_rows_are_opened_and_closed_in_the_tree_that_has_the_keyboard(in_tree: Officer) -> None:
    tree, budget = in_tree.window.tree, in_tree.window.pages.anggaran.page.tree
    kontribusi = row(tree, in_tree.plan.sasaran[2].indikator[0].kontribusi[0].id)
    in_tree.press("Alt+Shift+Right")
    assert tree.isExpanded(kontribusi.parent())
    assert tree.isExpanded(kontribusi.parent().parent())
    in_tree.press("Alt+Shift+Left")
    first = in_tree.plan.sasaran[0]
    assert not any(tree.isExpanded(row(tree, sasaran.id)) for sasaran in in_tree.plan.sasaran)
    assert in_tree.window.session.current == first.id, "what stood below it is out of sight"
    in_tree.press("Ctrl+2")
    budget.setFocus()
    in_tree.press("Alt+Shift+Left")
    assert not any(budget.isExpanded(row(budget, ro.id)) for ro in in_tree.plan.anggaran)
    in_tree.press("Alt+Shift+Right")
    assert all(budget.isExpanded(row(budget, ro.id)) for ro in in_tree.plan.anggaran)
    assert not tree.isExpanded(row(tree, first.id))


def test_a_star_opens_all_below_the_row(in_tree: Officer) -> None:
    tree = in_tree.window.tree
    tree.collapseAll()
    in_tree.window.session.select(in_tree.plan.sasaran[2].id)
    in_tree.press("*")
    kontribusi = row(tree, in_tree.plan.sasaran[2].indikator[0].kontribusi[0].id)
    assert tree.isExpanded(kontribusi.parent())
    assert not tree.isExpanded(row(tree, in_tree.plan.sasaran[0].id))


@pytest.mark.parametrize("opened", ["by hand", "all at once"])
def test_what_is_moved_or_comes_back_stays_open_and_the_rest_closed(in_tree: Officer, opened: str) -> None:
    tree, moved, still = in_tree.window.tree, indikator(in_tree, 0), indikator(in_tree, 1)
    if opened == "by hand":
        in_tree.press("Right")
    else:
        in_tree.press("Alt+Shift+Right")
        tree.collapse(row(tree, still))
    for key in ("Alt+Down", "Ctrl+Z", "Del", "Ctrl+Z"):
        in_tree.press(key)
        open_rows = [tree.isExpanded(row(tree, key)) for key in (moved, still) if row(tree, key).isValid()]
        assert open_rows == ([False] if key == "Del" else [True, False]), key


def test_a_sasaran_and_an_ro_of_the_budget_are_moved_with_all_that_is_open_in_them(in_tree: Officer) -> None:
    tree, budget = in_tree.window.tree, in_tree.window.pages.anggaran.page.tree
    first = in_tree.plan.sasaran[0]
    in_tree.press("Right")
    in_tree.window.session.select(first.id)
    in_tree.press("Alt+Down")
    assert in_tree.plan.sasaran[1].id == first.id
    assert tree.isExpanded(row(tree, first.id))
    assert tree.isExpanded(row(tree, first.indikator[0].id))
    in_tree.press("Ctrl+2")
    ro = in_tree.plan.anggaran[0]
    in_tree.window.session.select(ro.id)
    budget.setFocus()
    in_tree.press("Alt+Down")
    assert in_tree.plan.anggaran[1].id == ro.id
    assert budget.isExpanded(row(budget, ro.id))
    assert budget.isExpanded(row(budget, ro.komponen[0].id))


def test_rows_are_copied_in_their_order_as_a_spreadsheet_takes_them(in_tree: Officer) -> None:
    session, (one, two, three, *_) = in_tree.window.session, in_tree.plan.sasaran[0].indikator
    session.apply(edits.change(two, uraian='Uji "cepat"\tdan murah'))
    click(in_tree, three.id)
    click(in_tree, one.id, Qt.KeyboardModifier.ControlModifier)
    click(in_tree, two.id, Qt.KeyboardModifier.ControlModifier)
    in_tree.press("Ctrl+C")
    mime = QApplication.clipboard().mimeData()
    rows = (f"01  {one.uraian}",), ('02  Uji "cepat"\tdan murah',), (f"03  {three.uraian}",)
    assert read_text(mime.text()) == rows
    assert read(mime.html(), "") == tuple((" ".join(text.split()),) for (text,) in rows)
