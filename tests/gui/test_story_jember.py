"""An officer works on the Jember plan of 2025 with mouse and keys."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QDragEnterEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLabel, QLineEdit, QTableView, QTreeView
from tests.gui.officer import Officer

from renaksi_desktop.domain.findings import Severity
from renaksi_desktop.domain.plan import Indikator, JenisTarget, Kontribusi, Plan
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.models import anggaran_tree, kontribusi_table, target_grid
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.storage.reader import read
from renaksi_desktop.widgets.reason import Reason

B01, B12 = target_grid.BULAN[0], target_grid.BULAN[-1]


def grid(officer: Officer) -> QTableView:
    return officer.window.pages.target.grid


def text(view: QTableView | QTreeView, row: int, column: int) -> str:
    return str(view.model().index(row, column).data())


def indikator(plan: Plan, sasaran: int, number: int) -> Indikator:
    return plan.sasaran[sasaran].indikator[number]


def test_the_grid_shows_the_printed_plan(jember: Officer) -> None:
    assert text(grid(jember), 0, 1).startswith("Meningkatnya efektivitas pengawasan")
    assert text(grid(jember), 1, B01) == "81.25"
    assert text(grid(jember), 1, target_grid.ANGGARAN) == "61,559,000"
    assert grid(jember).model().rowCount() == 7 + 16
    assert "7,829,237,000" in jember.find(QLabel, "total").text()


def test_typing_over_a_month_and_enter_goes_down(jember: Officer) -> None:
    jember.click(grid(jember), 3, B01)
    jember.type("74,5")
    jember.press("Return")
    assert indikator(jember.plan, 0, 2).target[0] == Decimal("74.5")
    assert text(grid(jember), 3, B01) == "74.5"
    assert grid(jember).currentIndex().row() == 4
    assert jember.window.isWindowModified()


def test_undo_and_redo_name_what_they_do(jember: Officer) -> None:
    before = jember.plan
    jember.click(grid(jember), 3, B01)
    jember.type("74")
    jember.press("Return")
    assert jember.find(QAction, "urung").text() == "&Urungkan Ubah target B01"
    jember.press("Ctrl+Z")
    assert jember.plan == before
    assert not jember.window.isWindowModified()
    assert jember.find(QAction, "ulang").text() == "U&langi Ubah target B01"
    jember.press("Ctrl+Y")
    assert indikator(jember.plan, 0, 2).target[0] == Decimal(74)


def test_a_refused_number_says_why_beside_the_cell_and_the_old_one_stays(jember: Officer) -> None:
    before = jember.plan
    jember.click(grid(jember), 1, B01 + 3)
    jember.type("8,,5")
    jember.press("Return")
    assert jember.plan == before
    assert text(grid(jember), 1, B01 + 3) == "81.25"
    reason = grid(jember).findChild(Reason)
    assert reason is not None
    assert reason.isVisible()
    assert reason.text() == "Pemisah ribuan pada “8,,5” tidak pada tempatnya."
    assert grid(jember).currentIndex().row() == 1, "the refused cell stays current"
    jember.type("85")
    jember.press("Return")
    assert not reason.isVisible()


def test_delete_blanks_a_block_in_one_step(jember: Officer) -> None:
    before = jember.plan
    jember.click(grid(jember), 1, B01 + 1)
    jember.press("Shift+Right", "Shift+Right", "Delete")
    assert indikator(jember.plan, 0, 0).target[1:4] == (None, None, None)
    jember.press("Ctrl+Z")
    assert jember.plan == before


def test_what_is_derived_cannot_be_typed(jember: Officer) -> None:
    before = jember.plan
    jember.click(grid(jember), 1, target_grid.ANGGARAN)
    jember.type("5")
    jember.press("Return")
    assert jember.plan == before


def test_selection_follows_between_tree_grid_and_table(jember: Officer) -> None:
    window = jember.window
    jember.click(grid(jember), 9, 1)
    second = jember.plan.sasaran[2].indikator[0]
    assert window.tree.currentIndex().data().endswith(jember.plan.sasaran[1].indikator[0].uraian)
    model = window.tree.model()
    assert isinstance(model, KeyedModel)
    window.tree.setFocus()
    window.tree.setCurrentIndex(model.index_of(second.id))
    assert text(grid(jember), grid(jember).currentIndex().row(), 1) == second.uraian
    assert window.pages.target.panel.table.model().rowCount() == len(second.kontribusi) == 4
    kontribusi = second.kontribusi[2]
    window.tree.setCurrentIndex(model.index_of(kontribusi.id))
    assert window.pages.target.panel.table.currentIndex().row() == 2
    jember.press("Ctrl+2")
    assert window.pages.anggaran.page.tree.currentIndex().isValid()
    line = Totals(jember.plan).lines[kontribusi.subkomponen].subkomponen
    row = window.pages.anggaran.page.tree.currentIndex().siblingAtColumn(1)
    assert row.data() == line.nama


def test_a_kontribusi_is_typed_and_its_remainder_follows(jember: Officer) -> None:
    table = jember.window.pages.target.panel.table
    jember.click(grid(jember), 1, 1)
    jember.click(table, 0, kontribusi_table.KONTRIBUSI)
    jember.type("Rp 60.000.000")
    jember.press("Return")
    assert indikator(jember.plan, 0, 0).kontribusi[0].jumlah == 60_000_000
    assert text(table, 0, kontribusi_table.SISA) == "1,559,000"
    assert text(grid(jember), 1, target_grid.ANGGARAN) == "60,000,000"


def test_more_than_there_is_shows_in_words_at_the_kontribusi_and_in_the_budget(jember: Officer) -> None:
    table = jember.window.pages.target.panel.table
    jember.click(grid(jember), 1, 1)
    jember.click(table, 0, kontribusi_table.KONTRIBUSI)
    jember.type("61.560.000")
    jember.press("Return")
    assert text(table, 0, kontribusi_table.SISA) == "lebih 1,000"
    jember.window.session.select(indikator(jember.plan, 0, 0).kontribusi[0].id)
    jember.press("Ctrl+2")
    budget = jember.window.pages.anggaran.page.tree
    assert budget.currentIndex().siblingAtColumn(anggaran_tree.SISA).data() == "lebih 1,000"


def test_kode_and_uraian_stay_in_view_while_months_scroll(jember: Officer) -> None:
    jember.window.resize(900, 600)
    frozen = jember.window.pages.target.grid.frozen_view()
    jember.click(grid(jember), 1, 1)
    jember.press("End")
    QApplication.processEvents()
    assert grid(jember).horizontalScrollBar().value() > 0
    assert frozen.columnViewportPosition(0) == 0
    assert frozen.isVisible()
    jember.press("Home", "Right", "Right")
    current = grid(jember).visualRect(grid(jember).currentIndex())
    assert current.left() >= frozen.width() - 2, "the current cell is not hidden behind the frozen columns"


def test_a_check_that_marks_the_cell_leaves_what_is_typed_in_it(jember: Officer) -> None:
    jember.click(grid(jember), 1, 1)
    jember.press("F2", "Home")
    model = grid(jember).model()
    cell = model.index(1, 1)
    for word in ("Uji", ": "):
        model.dataChanged.emit(cell, cell)  # as a check does that marks the cell
        jember.type(word)
    model.dataChanged.emit(cell, cell)
    jember.press("Return")
    assert indikator(jember.plan, 0, 0).uraian.startswith("Uji: Persentase sampel")


def test_a_name_is_edited_in_a_frozen_column_while_months_are_scrolled(jember: Officer) -> None:
    jember.window.resize(900, 600)
    grid(jember).horizontalScrollBar().setValue(200)
    jember.click(jember.window.pages.target.grid.frozen_view(), 1, 1)
    jember.press("F2", "Home")
    jember.type("Uji: ")
    jember.press("Return")
    assert indikator(jember.plan, 0, 0).uraian.startswith("Uji: Persentase sampel")


def test_the_tree_renames_in_place(jember: Officer) -> None:
    tree = jember.window.tree
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(1, 0))
    jember.press("F2", "Ctrl+A")
    jember.type("Nama baru")
    jember.press("Return")
    assert jember.plan.sasaran[1].uraian == "Nama baru"
    assert tree.model().index(1, 0).data() == "02  Nama baru"


def test_an_indikator_moves_on_to_the_next_sasaran(jember: Officer) -> None:
    last = jember.plan.sasaran[0].indikator[-1]
    jember.window.session.select(last.id)
    jember.press("Alt+Down")
    assert jember.plan.sasaran[1].indikator[0] == last
    assert jember.window.session.current == last.id
    jember.press("Alt+Up")
    assert jember.plan.sasaran[0].indikator[-1] == last


def test_removing_an_ro_below_an_indikator_removes_its_kontribusi_only(jember: Officer) -> None:
    before = jember.plan.sasaran[2].indikator[0]
    tree = jember.window.tree
    model = tree.model()
    assert isinstance(model, KeyedModel)
    tree.setFocus()
    tree.setCurrentIndex(model.index(0, 0, model.index_of(before.id)))
    jember.press("Ctrl+Delete")
    after = jember.plan.sasaran[2].indikator[0]
    assert after.kontribusi == before.kontribusi[2:]
    assert len(jember.plan.sasaran[2].indikator) == 4


def test_duplicate_and_renumber(jember: Officer) -> None:
    jember.click(grid(jember), 1, 1)
    jember.press("Ctrl+Shift+D")
    kodes = [i.kode for i in jember.plan.sasaran[0].indikator]
    assert kodes == ["01", "08", "02", "03", "04", "05", "06", "07"]
    jember.press("Ctrl+Shift+R")
    assert [i.kode for i in jember.plan.sasaran[0].indikator] == [f"{n:02d}" for n in range(1, 9)]


def test_a_click_on_a_finding_goes_to_its_cell(jember: Officer) -> None:
    window = jember.window
    window.check_now()
    first = "Sasaran 01 > Indikator 07, B12"
    jember.click_finding(first)
    assert (grid(jember).currentIndex().row(), grid(jember).currentIndex().column()) == (7, B12)
    jember.type("80")
    jember.press("Return")
    assert jember.plan.sasaran[0].indikator[6].target[11] == Decimal(80)
    jember.sees(lambda: not jember.finding(first).isValid())


def test_findings_follow_an_edit_by_themselves(jember: Officer) -> None:
    findings = jember.window.session.findings
    jember.sees(lambda: findings.count(Severity.ERROR) == 2)
    jember.click(grid(jember), 1, B12)
    jember.press("Delete")
    jember.sees(lambda: findings.count(Severity.ERROR) == 3)


def test_a_suggested_kind_of_target_leads_to_its_choice(jember: Officer) -> None:
    window = jember.window
    window.check_now()
    jember.click_finding("berpola")
    choice = jember.find(QComboBox, "jenis_target")
    assert choice.hasFocus()
    assert choice.visibleRegion().boundingRect() == choice.rect(), "the choice is wholly in view"
    jember.press("Down", "Return")
    assert indikator(jember.plan, 0, 0).jenis_target is JenisTarget.KONSTAN
    jember.press("Ctrl+Z")
    assert indikator(jember.plan, 0, 0).jenis_target is None


def test_the_particulars_follow_the_indikator_and_keep_a_refused_text(jember: Officer) -> None:
    jember.click(grid(jember), 1, 1)
    jember.window.pages.target.panel.show_field("target_tahunan")
    jember.type("12,,5")
    jember.press("Tab")
    editor = jember.find(QLineEdit, "target_tahunan")
    field = editor.parentWidget()
    assert field is not None
    reason = field.findChild(QLabel, "reason")
    assert reason is not None
    assert "Nilai lama tetap dipakai" in reason.text()
    assert editor.text() == "12,,5"
    jember.click(grid(jember), 2, 1)
    assert (editor.text(), reason.isVisible()) == ("", False)
    jember.window.pages.target.panel.show_field("target_tahunan")
    jember.type("26")
    jember.press("Tab")
    assert indikator(jember.plan, 0, 1).target_tahunan == Decimal(26)
    assert indikator(jember.plan, 0, 0).target_tahunan is None


def test_a_finding_about_the_document_goes_to_its_field(empty: Officer) -> None:
    window = empty.window
    window.check_now()
    empty.click_finding("Isian tempat")
    assert empty.find(QLineEdit, "tempat").hasFocus()
    empty.type("Jember")
    empty.press("Tab")
    assert empty.plan.dokumen.tempat == "Jember"


def test_kontribusi_from_the_budget_list_by_words(jember: Officer) -> None:
    jember.click(grid(jember), 2, 1)
    jember.opens_and_uses("Ctrl+K", lambda: jember.type("qia.001 PENGADAAN"), lambda: jember.press("Return"))
    added = indikator(jember.plan, 0, 1).kontribusi[-1]
    assert isinstance(added, Kontribusi)
    assert Totals(jember.plan).lines[added.subkomponen].kode == "DR.3165.QIA.001/055/A"
    assert added.jumlah == 0, "nothing of that line was left to share out"


def test_leaving_with_unsaved_changes_asks(jember: Officer, tmp_path: Path) -> None:
    jember.click(grid(jember), 1, B01)
    jember.type("1")
    jember.press("Return")
    edited = jember.plan
    jember.press("Ctrl+N")
    assert jember.is_asked("Return", "Batal") == "Simpan perubahan pada “Rencana baru”?"
    assert jember.plan == edited
    jember.answers_file_dialog(tmp_path / "jember")
    jember.is_asked("Return", "Simpan")
    assert (tmp_path / "jember.renaksi").is_file()
    assert jember.plan.sasaran == ()
    jember.answers_file_dialog(tmp_path / "jember.renaksi")
    jember.press("Ctrl+O")
    assert jember.plan == edited


def test_a_damaged_file_is_refused_in_one_sentence_and_the_work_stays(jember: Officer, tmp_path: Path) -> None:
    before = jember.plan
    bad = tmp_path / "rusak.renaksi"
    bad.write_bytes(b"bukan rencana")
    jember.answers_file_dialog(bad)
    jember.press("Ctrl+O")
    assert jember.window.notices.isVisible()
    assert jember.window.notices.text == "Berkas “rusak.renaksi” bukan berkas Renaksi."
    assert jember.plan == before


def test_a_file_dropped_on_the_window_opens(empty: Officer, jember_file: Path) -> None:
    empty.drops(jember_file)
    assert len(empty.plan.sasaran) == 7
    assert empty.window.windowTitle().startswith("jember[*]")


def test_a_file_changed_by_a_colleague_is_not_overwritten(
    open_file: Callable[[Path], Officer], jember_file: Path, tmp_path: Path
) -> None:
    officer = open_file(jember_file)
    jember_file.write_bytes(jember_file.read_bytes() + b" ")
    changed = jember_file.read_bytes()
    officer.click(grid(officer), 1, B01)
    officer.type("1")
    officer.press("Return", "Ctrl+S")
    assert "sudah berubah" in officer.window.notices.text
    assert jember_file.read_bytes() == changed
    officer.answers_file_dialog(tmp_path / "lain.renaksi")
    officer.click_notice("Simpan Sebagai…")
    assert (tmp_path / "lain.renaksi").is_file()
    assert not officer.window.isWindowModified()


def test_what_is_still_in_an_editor_is_saved_too(jember: Officer, tmp_path: Path) -> None:
    path = tmp_path / "jember.renaksi"
    jember.answers_file_dialog(path)
    jember.click(grid(jember), 1, B01)
    jember.type("77")
    jember.press("Ctrl+S")
    assert indikator(read(path).plan, 0, 0).target[0] == Decimal(77)
    jember.press("Ctrl+5")
    editor = jember.find(QLineEdit, "tempat")
    editor.setFocus()
    editor.selectAll()
    jember.type("Surabaya")
    jember.press("Ctrl+S")
    assert read(path).plan.dokumen.tempat == "Surabaya"
    assert not jember.window.isWindowModified()


def test_what_is_typed_in_one_plan_does_not_reach_the_next(jember: Officer, jember_file: Path) -> None:
    jember.press("Ctrl+5")
    editor = jember.find(QLineEdit, "tempat")
    editor.setFocus()
    jember.type("Lain ")
    jember.answers_file_dialog(jember_file)
    jember.is_asked("Ctrl+O", "Jangan Simpan")
    assert editor.text() == "Jember"
    jember.press("Tab")
    assert jember.plan.dokumen.tempat == "Jember"


def test_deleting_a_word_in_a_form_removes_no_indikator(jember: Officer) -> None:
    jember.click(grid(jember), 1, 1)
    before = len(jember.plan.sasaran[0].indikator)
    jember.press("Ctrl+5")
    jember.find(QLineEdit, "instansi").setFocus()
    jember.press("Home", "Ctrl+Delete")
    assert len(jember.plan.sasaran[0].indikator) == before


def test_a_second_party_is_added_by_keys_and_typed_at_once(jember: Officer) -> None:
    jember.press("Ctrl+Shift+P")
    jember.type("Mengetahui")
    jember.press("Tab", "Tab")
    jember.type("Sekretaris Utama")
    jember.press("Tab")
    assert [(p.peran, p.jabatan) for p in jember.plan.penandatangan] == [
        ("", "Kepala Balai POM di Jember"),
        ("Mengetahui", "Sekretaris Utama"),
    ]
    assert not jember.find(QAction, "tambah-penandatangan").isEnabled()


def test_an_empty_drag_is_ignored(jember: Officer) -> None:
    nothing = QMimeData()  # the event only points to it
    nothing.setUrls([])
    at, no_key = QPoint(9, 9), Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, nothing, Qt.MouseButton.LeftButton, no_key)
    enter.setAccepted(False)
    QApplication.sendEvent(jember.window, enter)
    assert not enter.isAccepted()


@pytest.mark.parametrize("name", ["planTree", "targetGrid", "kontribusiTable", "anggaranTable", "findingsTree"])
def test_views_have_stable_names_and_speak_to_screen_readers(jember: Officer, name: str) -> None:
    jember.press("Ctrl+2")
    assert jember.find(QAbstractItemView, name).accessibleName()
