"""An officer who knows Excel works in the grids: every key and block does what it does there."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableWidget, QWidget
from tests.gui.officer import Officer

from renaksi_desktop.domain.plan import Indikator, Periode, Target
from renaksi_desktop.models import anggaran_tree
from renaksi_desktop.models.target_grid import ANGGARAN, BULAN, KODE, TRIWULAN, URAIAN
from renaksi_desktop.widgets.frozen_grid import FrozenGrid

CLIPBOARD = Path(__file__).parents[1] / "data" / "papan-klip"
B01, B02, B03, B12 = BULAN[0], BULAN[1], BULAN[2], BULAN[-1]
FIRST, SECOND, THIRD = 1, 2, 3
"""Rows of the first Indikator; row 0 is the heading of their Sasaran, row 8 that of the next."""


def grid(officer: Officer) -> FrozenGrid:
    return officer.window.pages.target.grid


def indikator(officer: Officer, number: int) -> Indikator:
    return [node for sasaran in officer.plan.sasaran for node in sasaran.indikator][number - 1]


def targets(*texts: str) -> tuple[Target | None, ...]:
    return tuple(Decimal(text) if text else None for text in texts)


def at(officer: Officer) -> tuple[int, int]:
    index = grid(officer).currentIndex()
    return index.row(), index.column()


def select(officer: Officer, first: tuple[int, int], last: tuple[int, int]) -> None:
    """Click one cell and Shift-click another."""
    view = grid(officer)
    officer.click(view, *first)
    index = view.model().index(*last)
    view.scrollTo(index)
    place = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, place)
    QApplication.processEvents()


def selected(officer: Officer) -> set[tuple[int, int]]:
    return {(index.row(), index.column()) for index in grid(officer).selectedIndexes()}


def copy_elsewhere(text: str, html: str = "") -> None:
    """Put on the clipboard what another program copied."""
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    QApplication.clipboard().setMimeData(mime)


def status(officer: Officer) -> str:
    return officer.find(QLabel, "selected").text()


# Moving


def test_an_arrow_takes_over_what_is_typed_but_moves_in_a_text_that_is_edited(jember: Officer) -> None:
    jember.click(grid(jember), SECOND, B01)
    jember.type("5")
    jember.press("Right")
    jember.type("6")
    jember.press("Down")
    assert at(jember) == (THIRD, B02)
    assert indikator(jember, 2).target[:2] == targets("5", "6")
    jember.press("Up", "F2", "Left")
    jember.type("1")
    jember.press("Return")
    assert indikator(jember, 2).target[1] == 16


def test_an_arrow_stays_at_a_text_that_is_refused(jember: Officer) -> None:
    jember.click(grid(jember), SECOND, B12)
    jember.type("dua puluh")
    jember.press("Left")
    assert at(jember) == (SECOND, B12)
    assert indikator(jember, 2).target[11] == 26
    assert any("bukan angka" in label.text() for label in grid(jember).findChildren(QLabel, "reason"))


def test_enter_after_tab_comes_back_to_the_column_where_tab_began(jember: Officer) -> None:
    jember.click(grid(jember), SECOND, B01)
    jember.type("1")
    jember.press("Tab")
    jember.type("2")
    jember.press("Tab")
    jember.type("3")
    jember.press("Return")
    assert at(jember) == (THIRD, B01)
    assert indikator(jember, 2).target[:3] == targets("1", "2", "3")
    jember.press("Right", "Return")
    assert at(jember)[1] == B02, "an arrow ends the run of Tab"


def test_ctrl_and_an_arrow_go_to_the_edge_of_what_is_filled(jember: Officer) -> None:
    jember.click(grid(jember), FIRST, B01)
    jember.press("Ctrl+Right")
    assert at(jember) == (FIRST, ANGGARAN)
    jember.click(grid(jember), SECOND, B01)
    jember.press("Ctrl+Right")
    assert at(jember) == (SECOND, B12)
    jember.click(grid(jember), FIRST, B02)
    jember.press("Ctrl+Shift+Right")
    assert selected(jember) >= {(FIRST, column) for column in range(B02, B12 + 1)}
    jember.press("Ctrl+Home")
    assert at(jember) == (0, KODE)
    jember.press("Ctrl+End")
    assert at(jember) == (grid(jember).model().rowCount() - 1, ANGGARAN)


def test_home_and_end_stay_in_the_row_in_a_table_and_in_a_tree(jember: Officer) -> None:
    jember.click(grid(jember), SECOND, B03)
    jember.press("End")
    assert at(jember) == (SECOND, ANGGARAN)
    jember.press("Shift+Home")
    assert selected(jember) == {(SECOND, column) for column in (KODE, URAIAN, *BULAN, ANGGARAN)}
    jember.press("Ctrl+2")
    tree = jember.window.pages.anggaran.page.tree
    row = tree.model().index(1, anggaran_tree.NAMA)
    jember.click_cell(tree, row)
    jember.press("End")
    assert tree.currentIndex() == row.siblingAtColumn(anggaran_tree.SISA)
    jember.press("Home")
    assert tree.currentIndex() == row.siblingAtColumn(anggaran_tree.KODE)
    jember.press("Ctrl+Home")
    assert tree.currentIndex() == tree.model().index(0, anggaran_tree.KODE)
    jember.press("Ctrl+End")
    assert not tree.indexBelow(tree.currentIndex()).isValid()
    assert tree.currentIndex().column() == anggaran_tree.SISA


def test_enter_goes_on_to_the_next_cell_that_can_be_typed(jember: Officer) -> None:
    """Row 8 is the heading of the second Sasaran, which has no targets."""
    jember.click(grid(jember), 7, B12)
    jember.type("4")
    jember.press("Return")
    assert at(jember) == (9, B12)
    jember.press("Shift+Return")
    assert at(jember) == (7, B12)
    jember.click(grid(jember), 7, URAIAN)
    jember.press("Return")
    assert at(jember) == (8, URAIAN), "the name of a heading can be typed"
    jember.press("Ctrl+End", "Left", "Return")
    assert at(jember) == (grid(jember).model().rowCount() - 1, B12), "there is nothing further down"


def test_enter_goes_from_one_amount_of_the_budget_to_the_next(jember: Officer) -> None:
    jember.press("Ctrl+2")
    tree = jember.window.pages.anggaran.page.tree
    ro, second = jember.plan.anggaran[0], jember.plan.anggaran[0].komponen[1]
    model = tree.source()
    jember.click_cell(tree, model.index_of(ro.komponen[0].subkomponen[-1].id, anggaran_tree.ANGGARAN))
    jember.type("3")
    jember.press("Return")
    assert tree.currentIndex() == model.index_of(second.subkomponen[0].id, anggaran_tree.ANGGARAN)


def test_shift_and_arrows_select_and_enter_goes_round_in_the_selection(jember: Officer) -> None:
    jember.click(grid(jember), SECOND, B01)
    jember.press("Shift+Right", "Shift+Down")
    assert selected(jember) == {(row, column) for row in (SECOND, THIRD) for column in (B01, B02)}
    jember.click(grid(jember), SECOND, B01)
    select(jember, (SECOND, B01), (THIRD, B02))
    jember.type("7")
    jember.press("Return")
    jember.type("8")
    jember.press("Return")
    jember.type("9")
    jember.press("Return")
    assert indikator(jember, 2).target[:2] == targets("8", "")
    assert indikator(jember, 3).target[:2] == targets("9", "7"), "from the cell clicked last, round to the first"
    assert len(selected(jember)) == 4


def test_the_status_bar_sums_the_selection_up(jember: Officer) -> None:
    select(jember, (FIRST, B01), (SECOND, B12))
    assert status(jember) == "13 sel, jumlah 1007.25, rata-rata 77.4808"
    select(jember, (FIRST, ANGGARAN), (SECOND, ANGGARAN))
    assert status(jember) == "2 sel, jumlah 106,409,000, rata-rata 53,204,500"
    select(jember, (FIRST, URAIAN), (SECOND, URAIAN))
    assert status(jember) == "2 sel"
    jember.click(grid(jember), FIRST, B01)
    assert status(jember) == ""


# Blocks


def test_a_block_is_copied_in_both_flavours_and_pasted_as_it_was(jember: Officer) -> None:
    select(jember, (FIRST, B01), (FIRST, B12))
    jember.press("Ctrl+C")
    mime = QApplication.clipboard().mimeData()
    assert mime.text() == "\t".join(["81.25"] * 7 + ["82.5"] * 5) + "\r\n"
    assert 'sdval="81.25"' in mime.html()
    jember.click(grid(jember), SECOND, B01)
    jember.press("Ctrl+V")
    assert indikator(jember, 2).target == indikator(jember, 1).target
    assert selected(jember) == {(SECOND, column) for column in BULAN}
    jember.press("Ctrl+Z")
    assert indikator(jember, 2).target[11] == 26


def test_the_clipboard_of_libreoffice_fills_rows_and_passes_over_headings(jember: Officer) -> None:
    """Four rows from the seventh Indikator on: the last of its Sasaran, then those of the next ones."""
    html, text = ((CLIPBOARD / f"target-lokal-id.{kind}").read_text("utf-8") for kind in ("html", "txt"))
    copy_elsewhere(text, html)
    jember.click(grid(jember), 7, KODE)
    jember.press("Ctrl+V")
    assert indikator(jember, 7).uraian == "Persentase sampel makanan yang diperiksa"
    assert indikator(jember, 8).target == targets(*map(str, range(11)), "12")
    assert indikator(jember, 9).target[11] == Decimal("88.31")
    assert indikator(jember, 10).target[:4] == targets("1250.5", "2500", "", "5000.25")
    assert [sasaran.kode for sasaran in jember.plan.sasaran][:3] == ["01", "02", "04"]
    jember.press("Ctrl+Z")
    assert indikator(jember, 9).target[11] == 86


def test_one_value_fills_the_selection_and_a_block_repeats_in_it(jember: Officer) -> None:
    copy_elsewhere("55")
    select(jember, (SECOND, B01), (THIRD, B03))
    jember.press("Ctrl+V")
    assert indikator(jember, 2).target[:4] == targets("55", "55", "55", "")
    assert indikator(jember, 3).target[:4] == targets("55", "55", "55", "75")
    copy_elsewhere("1\t2")
    select(jember, (SECOND, B01), (THIRD, BULAN[3]))
    jember.press("Ctrl+V")
    assert indikator(jember, 3).target[:5] == targets("1", "2", "1", "2", "75")


def test_ctrl_enter_types_into_all_that_is_selected(jember: Officer) -> None:
    before = jember.plan
    select(jember, (SECOND, B01), (9, B03))
    jember.type("55")
    jember.press("Ctrl+Return")
    assert [indikator(jember, number).target[:4] for number in (2, 8)] == [
        targets("55", "55", "55", ""),
        targets("55", "55", "55", "50"),
    ]
    assert jember.window.session.document.undo_name == "Isi 21 sel"
    assert len(selected(jember)) == 8 * 3, "the heading between is selected and has nothing to type"
    jember.press("Ctrl+Z")
    assert jember.plan == before


def test_ctrl_enter_types_names_too_and_stays_at_a_single_cell(jember: Officer) -> None:
    select(jember, (THIRD, URAIAN), (SECOND, URAIAN))
    jember.type("Sama")
    jember.press("Ctrl+Enter")
    assert {indikator(jember, number).uraian for number in (2, 3)} == {"Sama"}
    jember.click(grid(jember), SECOND, B01)
    jember.type("7")
    jember.press("Ctrl+Return")
    assert at(jember) == (SECOND, B01)
    assert indikator(jember, 2).target[0] == 7
    assert jember.window.session.document.undo_name == "Ubah target B01"


def test_ctrl_enter_changes_nothing_where_one_cell_refuses(jember: Officer) -> None:
    before = jember.plan
    select(jember, (SECOND, B01), (THIRD, B03))
    jember.type("dua puluh")
    jember.press("Ctrl+Return")
    assert jember.plan == before
    assert any("bukan angka" in label.text() for label in grid(jember).findChildren(QLabel, "reason"))


def test_a_value_pasted_over_several_sasaran_leaves_their_headings(jember: Officer) -> None:
    copy_elsewhere("55")
    select(jember, (7, B01), (9, B01))
    jember.press("Ctrl+V")
    assert [indikator(jember, number).target[0] for number in (7, 8)] == [55, 55]
    assert indikator(jember, 9).target[0] is None


def test_a_paste_with_bad_cells_changes_nothing_before_it_is_confirmed(jember: Officer) -> None:
    copy_elsewhere("10\tdua puluh\t30")
    jember.click(grid(jember), SECOND, B01)
    before = jember.plan
    seen: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QWidget)
        table = dialog.findChildren(QTableWidget)[0]
        seen.extend(str(table.model().index(0, column).data()) for column in range(3))
        assert jember.plan == before

    jember.opens_and_uses("Ctrl+V", read, lambda: jember.press("Return"))
    assert seen == ["Sasaran 01 > Indikator 02, B02", "dua puluh", "“dua puluh” bukan angka."]
    assert jember.plan == before, "Enter is no"
    jember.opens_and_uses("Ctrl+V", lambda: jember.press("Tab", "Tab", "Space"))
    assert indikator(jember, 2).target[:4] == targets("10", "", "30", "")
    jember.press("Ctrl+Z")
    assert jember.plan == before


def test_what_is_computed_is_not_pasted_over_unless_it_is_the_same(jember: Officer) -> None:
    select(jember, (FIRST, KODE), (FIRST, ANGGARAN))
    jember.press("Ctrl+C", "Ctrl+V")
    assert jember.window.session.document.undo_name is None
    copy_elsewhere("1")
    jember.click(grid(jember), FIRST, ANGGARAN)
    jember.opens_and_uses("Ctrl+V", lambda: jember.press("Escape"))
    assert jember.window.session.document.undo_name is None


def test_cut_takes_away_as_one_step(jember: Officer) -> None:
    select(jember, (FIRST, B01), (SECOND, B12))
    jember.press("Ctrl+X")
    assert indikator(jember, 1).target == indikator(jember, 2).target == (None,) * 12
    assert jember.window.session.document.undo_name == "Potong 24 sel"
    jember.press("Ctrl+Z", "Ctrl+V")
    assert indikator(jember, 2).target[11] == 26


def test_only_one_whole_block_is_copied(jember: Officer) -> None:
    copy_elsewhere("lama")
    view = grid(jember)
    jember.click(view, FIRST, B01)
    place = view.visualRect(view.model().index(SECOND, B03)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    jember.press("Ctrl+C")
    assert jember.window.notices.text == "Salin hanya untuk satu blok sel yang utuh."
    assert QApplication.clipboard().text() == "lama"


def test_keys_of_the_clipboard_belong_to_a_text_while_one_is_edited(jember: Officer) -> None:
    jember.click(grid(jember), FIRST, B12)
    jember.press("F2", "Ctrl+A", "Ctrl+C", "Escape")
    assert QApplication.clipboard().text() == "82.5"
    assert isinstance(QApplication.focusWidget(), FrozenGrid)
    jember.press("F2", "Ctrl+A", "Ctrl+X")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    jember.press("Return")
    assert indikator(jember, 1).target[11] is None


# Numbers that may be meant otherwise


def test_a_point_before_three_digits_is_read_as_a_decimal_and_said_so(jember: Officer) -> None:
    notices = jember.window.notices
    jember.click(grid(jember), SECOND, B01)
    jember.type("1.500")
    jember.press("Return")
    assert indikator(jember, 2).target[0] == Decimal("1.5")
    assert at(jember) == (THIRD, B01), "nothing waits for an answer"
    assert notices.isVisible()
    assert notices.text == "“1.500” dibaca sebagai 1.5; bila maksudnya 1500, tulis tanpa tanda pemisah."
    jember.type("82.5")
    jember.press("Return")
    assert not notices.isVisible(), "the next step has another word, or none"


def test_a_pasted_list_says_how_many_such_numbers_it_has(jember: Officer) -> None:
    copy_elsewhere("1.500\t2.000\t1.234.567\t0.125")
    jember.click(grid(jember), SECOND, B01)
    jember.press("Ctrl+V")
    assert indikator(jember, 2).target[:4] == targets("1.5", "2", "1234567", "0.125")
    assert jember.window.notices.text.startswith("“1.500” dibaca sebagai 1.5; ")
    assert jember.window.notices.text.endswith(" Begitu pula 1 isian lain.")


def test_what_is_copied_within_the_program_is_never_in_doubt(jember: Officer) -> None:
    jember.click(grid(jember), SECOND, B01)
    jember.type("12.3451")
    jember.press("Return", "Up", "F2", "End", "Backspace", "Return", "Up", "Ctrl+C")
    jember.window.notices.hide()
    jember.press("Right", "Ctrl+V")
    assert indikator(jember, 2).target[:2] == targets("12.345", "12.345")
    assert not jember.window.notices.isVisible()


# Filling


def test_fill_right_and_down(jember: Officer) -> None:
    jember.click(grid(jember), SECOND, B01)
    jember.type("7")
    jember.press("Return")
    select(jember, (SECOND, B01), (SECOND, B12))
    jember.press("Ctrl+R")
    assert indikator(jember, 2).target == targets(*["7"] * 12)
    assert jember.window.session.document.undo_name == "Isi 11 sel"
    select(jember, (SECOND, B01), (9, B02))
    jember.press("Ctrl+D")
    assert [indikator(jember, number).target[:2] for number in (3, 7, 8)] == [targets("7", "7")] * 3
    jember.click(grid(jember), FIRST, B03)
    jember.press("Ctrl+D")
    assert indikator(jember, 1).target[2] == Decimal("81.25"), "above is a heading, which has no target"


def drag_handle(officer: Officer, to: tuple[int, int]) -> None:
    view = grid(officer)
    (handle,) = view.viewport().findChildren(QWidget, "fillHandle")
    assert handle.isVisible()
    end = handle.mapFrom(view.viewport(), view.visualRect(view.model().index(*to)).center())
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    QTest.mouseMove(handle, end)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=end)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("given", "last", "expected"),
    [
        (["5"], BULAN[4], ["5"] * 5),
        (["10", "20"], BULAN[4], ["10", "20", "30", "40", "50"]),
        (["10", "20", "40"], BULAN[4], ["10", "20", "40", "10", "20"]),
    ],
)
def test_dragging_the_corner_lets_the_cells_go_on(
    jember: Officer, given: Sequence[str], last: int, expected: Sequence[str]
) -> None:
    copy_elsewhere("\t".join(given))
    jember.click(grid(jember), SECOND, B01)
    jember.press("Ctrl+V")
    select(jember, (SECOND, B01), (SECOND, BULAN[len(given) - 1]))
    drag_handle(jember, (SECOND, last))
    assert indikator(jember, 2).target[: len(expected)] == targets(*expected)
    assert indikator(jember, 2).target[len(expected)] is None
    assert selected(jember) == {(SECOND, column) for column in range(B01, last + 1)}


def test_the_corner_stays_with_the_cells_when_columns_change(jember: Officer) -> None:
    view = grid(jember)
    select(jember, (SECOND, B01), (SECOND, B03))
    (handle,) = view.viewport().findChildren(QWidget, "fillHandle")
    for width in (240, 300):
        view.setColumnWidth(URAIAN, width)
        QApplication.processEvents()
        corner = view.visualRect(view.model().index(SECOND, B03)).bottomRight()
        assert handle.geometry().contains(corner)


def test_dragging_up_and_left_goes_on_backwards(jember: Officer) -> None:
    copy_elsewhere("30\t40")
    jember.click(grid(jember), SECOND, BULAN[4])
    jember.press("Ctrl+V")
    select(jember, (SECOND, BULAN[4]), (SECOND, BULAN[5]))
    drag_handle(jember, (SECOND, B03))
    assert indikator(jember, 2).target[:6] == targets("", "", "10", "20", "30", "40")
    select(jember, (THIRD, B12), (THIRD, B12))
    drag_handle(jember, (SECOND, B12))
    assert indikator(jember, 2).target[11] == 75


# Rows that are pasted past the end


def test_indikator_pasted_behind_the_last_one_are_added(jember: Officer) -> None:
    last = grid(jember).model().rowCount() - 1
    copy_elsewhere("01\tYang terakhir\n02\tBaru satu\n07\tBaru dua")
    jember.click(grid(jember), last, KODE)
    jember.press("Ctrl+V")
    added = jember.plan.sasaran[-1].indikator
    assert [(node.kode, node.uraian) for node in added] == [
        ("01", "Yang terakhir"),
        ("02", "Baru satu"),
        ("07", "Baru dua"),
    ]
    jember.press("Ctrl+Z")
    assert len(jember.plan.sasaran[-1].indikator) == 1


def test_a_budget_is_pasted_into_an_empty_tree(empty: Officer) -> None:
    rows = [
        "DR.3165.QIA.002\tSampel\t",
        "055\tPengujian\t",
        "A\tPengadaan\t61.559.000",
        "B\tUji\tRp 9.430.000",
        "056\tLain\t",
        "A\tX\t5",
    ]
    copy_elsewhere("\n".join(rows))
    empty.press("Ctrl+2")
    empty.window.pages.anggaran.page.tree.setFocus()
    empty.press("Ctrl+V")
    (ro,) = empty.plan.anggaran
    assert [(node.kode, node.nama) for node in ro.komponen] == [("055", "Pengujian"), ("056", "Lain")]
    assert [line.anggaran for komponen in ro.komponen for line in komponen.subkomponen] == [
        61_559_000,
        9_430_000,
        5,
    ]
    tree = empty.window.pages.anggaran.page.tree
    assert tree.currentIndex().column() == anggaran_tree.KODE
    assert len(tree.selectedIndexes()) == 6 * 3
    assert all(tree.viewport().rect().contains(tree.visualRect(cell)) for cell in tree.selectedIndexes())
    assert empty.window.session.document.undo_name is not None
    empty.press("Ctrl+Z")
    assert empty.plan.anggaran == ()


# Quarters


def test_the_quarters_take_the_place_of_the_months(jember: Officer) -> None:
    view = grid(jember)

    def choose(periode: Periode) -> None:
        jember.find(QAction, f"lihat-{periode}").trigger()
        QApplication.processEvents()

    choose(Periode.TRIWULAN)
    assert [view.isColumnHidden(column) for column in (*BULAN, *TRIWULAN)] == [True] * 12 + [False] * 4
    assert [view.model().index(FIRST, column).data() for column in TRIWULAN] == ["81.25", "81.25", "82.5", "82.5"]
    select(jember, (FIRST, KODE), (FIRST, ANGGARAN))
    jember.press("Ctrl+C")
    assert QApplication.clipboard().text().split("\t")[2:6] == ["81.25", "81.25", "82.5", "82.5"]
    choose(Periode.KEDUANYA)
    assert not any(view.isColumnHidden(column) for column in (*BULAN, *TRIWULAN))


def quarters(officer: Officer) -> None:
    officer.find(QAction, f"lihat-{Periode.TRIWULAN}").trigger()
    QApplication.processEvents()


def test_no_month_is_typed_into_that_nobody_sees(jember: Officer) -> None:
    jember.click(grid(jember), SECOND, B03)
    quarters(jember)
    assert at(jember) == (SECOND, TRIWULAN[0])
    jember.type("9")
    jember.press("Return")
    assert indikator(jember, 2).target[2] is None, "a quarter is made of its months"


def test_a_finding_about_a_hidden_month_shows_the_months_again(jember: Officer) -> None:
    quarters(jember)
    jember.window.check_now()
    jember.click_finding("Target B12 masih kosong.")
    assert at(jember) == (7, B12)
    assert not grid(jember).isColumnHidden(B12)
    assert jember.find(QAction, f"lihat-{Periode.KEDUANYA}").isChecked()


def test_a_quarter_tells_what_is_found_about_its_months(jember: Officer) -> None:
    quarters(jember)
    jember.window.check_now()
    fourth = grid(jember).model().index(7, TRIWULAN[3])
    assert "Target B12 masih kosong." in fourth.data(Qt.ItemDataRole.ToolTipRole)
    assert not grid(jember).model().index(7, TRIWULAN[2]).data(Qt.ItemDataRole.AccessibleDescriptionRole)


# What an attack found


def test_a_column_of_names_passes_over_the_sasaran_between(jember: Officer) -> None:
    before = [sasaran.uraian for sasaran in jember.plan.sasaran]
    copy_elsewhere("\n".join(f"Nama baru {number}" for number in range(1, 17)))
    jember.click(grid(jember), FIRST, URAIAN)
    jember.press("Ctrl+V")
    assert [sasaran.uraian for sasaran in jember.plan.sasaran] == before
    assert [indikator(jember, number).uraian for number in (7, 8, 16)] == [f"Nama baru {n}" for n in (7, 8, 16)]


def test_names_pasted_at_a_heading_are_those_of_the_heading_too(jember: Officer) -> None:
    copy_elsewhere("Sasaran lain\nIndikator lain")
    jember.click(grid(jember), 0, URAIAN)
    jember.press("Ctrl+V")
    assert (jember.plan.sasaran[0].uraian, indikator(jember, 1).uraian) == ("Sasaran lain", "Indikator lain")


def test_one_value_fills_cells_that_are_chosen_one_by_one(jember: Officer) -> None:
    view = grid(jember)
    jember.click(view, SECOND, B01)
    for row, column in ((THIRD, B01), (SECOND, B03)):
        place = view.visualRect(view.model().index(row, column)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    copy_elsewhere("7")
    jember.press("Ctrl+V")
    assert indikator(jember, 2).target[:3] == targets("7", "", "7")
    assert indikator(jember, 3).target[0] == 7
    jember.press("Ctrl+R")
    assert jember.window.notices.text == "Isi ke kanan hanya untuk satu blok sel yang utuh."


def test_one_value_over_all_passes_over_what_is_computed(jember: Officer) -> None:
    select(jember, (FIRST, B12), (FIRST, ANGGARAN))
    copy_elsewhere("83")
    jember.press("Ctrl+V")
    assert indikator(jember, 1).target[11] == 83


def test_blank_rows_past_the_end_add_nothing(jember: Officer) -> None:
    before = jember.plan
    copy_elsewhere(" \t \n" * 40)
    jember.click(grid(jember), grid(jember).model().rowCount() - 1, B01)
    jember.press("Ctrl+V")
    assert jember.plan.sasaran[-1].indikator[1:] == before.sasaran[-1].indikator[1:] == ()


def test_a_selection_that_changes_while_the_corner_is_dragged_is_not_filled(jember: Officer) -> None:
    select(jember, (FIRST, B01), (FIRST, B03))
    before = jember.plan
    view = grid(jember)
    (handle,) = view.viewport().findChildren(QWidget, "fillHandle")
    end = handle.mapFrom(view.viewport(), view.visualRect(view.model().index(FIRST, B12)).center())
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    QTest.mouseMove(handle, end)
    jember.press("Down")
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=end)
    assert jember.plan == before


def test_a_budget_pasted_over_another_kind_of_row_is_asked_about(jember: Officer) -> None:
    jember.press("Ctrl+2")
    tree = jember.window.pages.anggaran.page.tree
    last = jember.plan.anggaran[-1].komponen[-1].subkomponen[-1]
    jember.window.session.select(last.id)
    tree.setCurrentIndex(tree.source().index_of(last.id, anggaran_tree.KODE))
    tree.setFocus()
    copy_elsewhere("DR.3165.QIA.009\tCoba\n055\tKomponen")
    before = jember.plan
    told: list[str] = []

    def read() -> None:
        table = QApplication.activeModalWidget().findChildren(QTableWidget)[0]  # type: ignore[union-attr]
        told.append(str(table.model().index(0, 2).data()))

    jember.opens_and_uses("Ctrl+V", read, lambda: jember.press("Return"))
    assert told == ["“DR.3165.QIA.009” adalah kode RO, bukan Sub Komponen."]
    assert jember.plan == before


MONTHS = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]


def test_the_titles_of_a_list_are_left_out(jember: Officer) -> None:
    titles = "\t".join(["Kode", "Sasaran/Indikator", *MONTHS])
    copy_elsewhere(f"{titles}\n07\tNama lain\t" + "\t".join("1" * 12))
    jember.click(grid(jember), 7, KODE)
    jember.press("Ctrl+V")
    assert (indikator(jember, 7).uraian, indikator(jember, 7).target[11]) == ("Nama lain", Decimal(1))
    assert indikator(jember, 8).uraian.startswith("Persentase cakupan")


def test_the_titles_of_a_budget_are_left_out(empty: Officer) -> None:
    copy_elsewhere("Kode\tUraian\tJumlah\nDR.3165.QIA.002\tSampel\t")
    empty.press("Ctrl+2")
    empty.window.pages.anggaran.page.tree.setFocus()
    empty.press("Ctrl+V")
    assert [(ro.kode, ro.nama) for ro in empty.plan.anggaran] == [("DR.3165.QIA.002", "Sampel")]


def test_why_a_text_was_refused_stays_when_its_cell_is_left_by_a_click(jember: Officer) -> None:
    jember.click(grid(jember), SECOND, B12)
    jember.type("zz")
    jember.click(grid(jember), THIRD, B03)
    assert at(jember) == (THIRD, B03)
    (reason,) = [label for label in grid(jember).findChildren(QLabel, "reason") if label.isVisible()]
    assert reason.text() == "“zz” bukan angka."
    jember.press("Right")
    assert not reason.isVisible()
