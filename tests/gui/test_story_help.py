"""An officer looks for help: the guide at the right page, and the keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QTableView, QTreeView, QWidget
from tests.gui.officer import Officer

from renaksi_desktop.dialogs.guide import GuideWindow
from renaksi_desktop.main_window.help import PAGES

NATIVE = QKeySequence.SequenceFormat.NativeText


@pytest.fixture
def reader(jember: Officer) -> Iterator[Officer]:
    """An officer whose guide is closed in the end."""
    yield jember
    for guide in jember.window.findChildren(GuideWindow):
        guide.close()


def guide(officer: Officer) -> GuideWindow:
    found = officer.window.findChild(GuideWindow)
    assert found is not None
    officer.sees(found.isActiveWindow)
    return found


def come_back(officer: Officer) -> None:
    """Put the window in front of the guide."""
    officer.window.activateWindow()
    officer.sees(officer.window.isActiveWindow)


def share_out(officer: Officer) -> None:
    come_back(officer)
    officer.window.session.select(officer.plan.anggaran[0].komponen[0].subkomponen[0].id)
    officer.press("Ctrl+2", "Ctrl+B")


def page_by_f1(officer: Officer, widget: QWidget) -> str:
    """Return the page that F1 opens where `widget` has the keyboard."""
    come_back(officer)
    widget.setFocus()
    officer.press("F1")
    return guide(officer).browser.page.name


def test_f1_opens_the_page_about_where_the_keyboard_is(reader: Officer) -> None:
    window = reader.window
    assert page_by_f1(reader, window.pages.target.grid) == "mengisi-tabel.md"
    assert page_by_f1(reader, window.findings) == "temuan.md"
    share_out(reader)
    assert page_by_f1(reader, reader.find(QTableView, "sharingTable")) == "membagi-anggaran.md"
    window.pages.setCurrentWidget(window.pages.matrix)
    assert page_by_f1(reader, reader.find(QTableView, "matrixGrid")) == "membagi-anggaran.md"
    window.pages.setCurrentWidget(window.pages.preview)
    assert page_by_f1(reader, window.pages.preview.page.setup) == "mengatur-halaman.md"
    assert page_by_f1(reader, window.pages.preview.page.view) == "pratinjau-dan-cetak.md"


def test_every_part_that_has_a_page_is_there(reader: Officer) -> None:
    reader.window.pages.target.panel.show_field("satuan")
    pages = reader.window.pages
    for page in (pages.anggaran, pages.matrix, pages.summary, pages.dokumen, pages.preview):
        pages.setCurrentWidget(page)
    share_out(reader)
    reader.press("Ctrl+N")
    names = {part.objectName() for part in reader.window.findChildren(QWidget)}
    assert PAGES.keys() <= names


def test_links_lead_to_other_pages_and_to_headings_and_back(reader: Officer) -> None:
    reader.press("F1")
    shown = guide(reader)
    shown.show_page("berkas.md")
    browser, contents = shown.browser, shown.findChild(QListWidget)
    assert contents is not None
    assert contents.currentItem().text() == "Berkas dan keamanan pekerjaan"
    shown.resize(640, 320)
    browser.setSource(QUrl("mengatur-halaman.md#pdf-untuk-arsip"))
    assert contents.currentItem().text() == "Mengatur halaman formulir"
    top = browser.cursorForPosition(browser.viewport().rect().topLeft()).block()
    assert top.text() == "PDF untuk arsip"
    browser.setFocus()
    reader.press("Alt+Left")
    assert browser.page.name == "berkas.md"


def test_the_list_of_contents_is_walked_by_keys(reader: Officer) -> None:
    reader.press("F1")
    shown = guide(reader)
    shown.show_page("README.md")
    contents = shown.findChild(QListWidget)
    assert contents is not None
    contents.setFocus()
    reader.press("Down", "Down")
    assert shown.browser.page.name == "mengisi-tabel.md"


def test_a_page_shows_its_pictures_no_wider_than_the_window(reader: Officer) -> None:
    reader.press("F1")
    browser = guide(reader).browser
    guide(reader).show_page("README.md")
    picture = browser.document().resource(
        QTextDocument.ResourceType.ImageResource, browser.source().resolved(QUrl("../gambar/jendela.png"))
    )
    assert 600 <= picture.width() <= 640
    assert not browser.horizontalScrollBar().isVisible()


def test_searching_in_a_page_goes_round_and_says_when_there_is_nothing(reader: Officer) -> None:
    reader.press("F1")
    shown = guide(reader)
    shown.show_page("temuan.md")
    reader.press("Ctrl+F")
    reader.type("gabungkan menjadi satu")
    reader.press("Return")
    cursor = shown.browser.textCursor()
    assert cursor.selectedText().lower() == "gabungkan menjadi satu"
    reader.press("Return")
    assert shown.browser.textCursor().position() == cursor.position(), "there is but one such place"
    field = shown.findChild(QLineEdit, "cariPanduan")
    assert field is not None
    assert field.hasFocus()
    field.selectAll()
    reader.type("kata yang tidak ada")
    reader.press("Return")
    assert any(label.text() == "Tidak ada di halaman ini" for label in shown.findChildren(QLabel))
    reader.press("Esc")
    assert not shown.isVisible()


def test_all_keys_are_listed_and_found_by_a_word(jember: Officer) -> None:
    seen: list[list[tuple[str, str]]] = []
    share_out(jember)
    jember.press("Esc")

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        view = dialog.findChild(QTreeView, "daftarPintasan")
        assert view is not None
        model = view.model()
        groups = [model.index(row, 0) for row in range(model.rowCount())]
        seen.append(
            [
                (model.index(row, 0, group).data(), model.index(row, 1, group).data())
                for group in groups
                for row in range(model.rowCount(group))
            ]
        )

    jember.opens_and_uses("Ctrl+F1", look, lambda: jember.type("kosongkan"), look, lambda: jember.press("Esc"))
    everything, found = seen
    assert ("Simpan Rencana", "Ctrl+S") in everything
    assert ("Ulangi", "Ctrl+Y, Ctrl+Shift+Z") in everything
    assert found == [("Kosongkan sel yang dipilih", "Del")]
    commands = {action.text().replace("&", "").removesuffix("…") for action in with_keys(jember)}
    assert commands <= {text for text, _ in everything}
    listed = {key for _, keys in everything for key in keys.split(", ")}
    bound = [action.shortcuts() for action in jember.window.findChildren(QAction) if action.shortcuts()]
    bound += [shortcut.keys() for shortcut in jember.window.findChildren(QShortcut)]
    assert [keys for keys in bound if listed.isdisjoint(key.toString(NATIVE) for key in keys)] == []


def with_keys(officer: Officer) -> list[QAction]:
    return [action for action in officer.window.actions() if action.shortcuts()]
