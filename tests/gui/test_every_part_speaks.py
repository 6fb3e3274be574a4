"""All that can be reached has a name that a screen reader speaks, and nothing in it is in English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.gui.officer import Officer
from tests.spreadsheets import exports

from renaksi_desktop import resources
from renaksi_desktop.dialogs.add_kontribusi import AddKontribusiDialog
from renaksi_desktop.dialogs.export_pdf import ExportPdfDialog
from renaksi_desktop.dialogs.fill_pattern import FillPatternDialog
from renaksi_desktop.dialogs.guide import GuideWindow
from renaksi_desktop.dialogs.incoming import IncomingDialog
from renaksi_desktop.dialogs.paste_doubt import PasteDoubtDialog
from renaksi_desktop.dialogs.renewal import RenewalDialog
from renaksi_desktop.dialogs.shortcuts import KeyGroup, ShortcutsDialog
from renaksi_desktop.document.incoming import Incoming
from renaksi_desktop.domain.plan import Indikator
from renaksi_desktop.models.blocks import Refusal, Typing
from renaksi_desktop.widgets.field_editor import FieldEditor


def first_indikator(officer: Officer) -> Indikator:
    return officer.plan.sasaran[0].indikator[0]


def export_dialog(officer: Officer) -> ExportPdfDialog:
    officer.window.check_now()
    return ExportPdfDialog(officer.window.session, "☺", archive=False)


def paste_dialog(officer: Officer) -> PasteDoubtDialog:
    refused = [Refusal("Indikator 01, B03", "baik", "“baik” bukan angka.")]
    return PasteDoubtDialog(Typing(officer.window.pages.target.grid.source(), [0], refused=refused))


def budget_dialog(officer: Officer) -> IncomingDialog:
    sheet = exports.RKK().sheet(officer.plan.anggaran)
    return IncomingDialog(Incoming.of("rkk.xlsx", (sheet,)), officer.plan, "jember")


DIALOGS: dict[str, Callable[[Officer], QWidget]] = {
    "tambah Kontribusi": lambda officer: AddKontribusiDialog(officer.window.session, first_indikator(officer)),
    "isi dengan pola": lambda officer: FillPatternDialog(officer.window.session, [first_indikator(officer)]),
    "ekspor PDF": export_dialog,
    "impor anggaran": budget_dialog,
    "tempel": paste_dialog,
    "rencana baru": lambda officer: RenewalDialog(officer.plan, "jember", 2026, set()),
    "pintasan": lambda _: ShortcutsDialog([KeyGroup("Berkas", [("Simpan", "Ctrl+S")])]),
    "panduan": lambda officer: GuideWindow(officer.window),
}


def show_all_pages(officer: Officer) -> None:
    pages = officer.window.pages
    for index in range(pages.count()):
        pages.setCurrentIndex(index)
        QApplication.processEvents()
        for tabs in pages.currentWidget().findChildren(QTabWidget):
            for tab in range(tabs.count()):
                tabs.setCurrentIndex(tab)
                QApplication.processEvents()
    officer.press("Ctrl+N")


def nameless(window: QWidget) -> list[str]:
    """Return the parts of a window that get the keyboard and have nothing to be called by."""
    return [
        describe(part)
        for part in (window, *window.findChildren(QWidget))
        if gets_keyboard(part) and not name_of(part)
    ]


def gets_keyboard(part: QWidget) -> bool:
    no_focus = part.focusPolicy() == Qt.FocusPolicy.NoFocus or part.focusProxy() is not None
    own_window = part.isWindow() or part.window().windowType() == Qt.WindowType.Popup
    return not no_focus and not own_window and not isinstance(part, FieldEditor)


def name_of(part: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(part)
    return interface.text(QAccessible.Text.Name) if interface else ""


def describe(part: QWidget) -> str:
    parent = part.parentWidget()
    return f"{type(part).__name__} {part.objectName()} in {parent.objectName() if parent else ''}"


def test_every_page_can_be_spoken(jember: Officer) -> None:
    show_all_pages(jember)
    assert sum(map(gets_keyboard, jember.window.findChildren(QWidget))) > 50
    assert nameless(jember.window) == []


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS)
def test_every_dialog_can_be_spoken(jember: Officer, qtbot: QtBot, make: Callable[[Officer], QWidget]) -> None:
    dialog = make(jember)
    qtbot.addWidget(dialog)
    dialog.show()
    assert any(map(gets_keyboard, dialog.findChildren(QWidget)))
    assert nameless(dialog) == []


def test_a_part_without_a_name_is_noticed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QLineEdit(window).setObjectName("tanpaNama")
    assert nameless(window) == ["QLineEdit tanpaNama in "]


def test_no_two_entries_of_a_menu_have_the_same_letter(jember: Officer) -> None:
    bar = jember.window.menuBar()
    for menu in (bar, *bar.findChildren(QMenu)):
        letters = Counter(found[1].lower() for action in menu.actions() if (found := mnemonic(action)))
        assert [letter for letter, count in letters.items() if count > 1] == [], describe(menu)
        assert all(mnemonic(action) or action.isSeparator() or not action.isEnabled() for action in menu.actions())


def mnemonic(action: QAction) -> re.Match[str] | None:
    return re.search(r"&(\w)", action.text())


class Recorder(QTranslator):
    """Hears all that is to be translated, and translates nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def translate(self, context: str, source: str, *_: object) -> str:
        self.asked.add((context, source))
        return None  # type: ignore[return-value]  # the next translator is asked

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    recorder = Recorder()
    QApplication.installTranslator(recorder)
    yield recorder
    QApplication.removeTranslator(recorder)


SAME_IN_BOTH = re.compile(
    r"\W*|\w|F\d+|(Ctrl|Alt|Shift|Meta|Num)(\+\w+)?|Enter|Tab|Backtab|Esc|Home|End|Del|Ins|Backspace|Pause|Print|SysReq"
)
"""Signs, and what is engraved on the keys."""


def untranslated(recorder: Recorder) -> set[tuple[str, str]]:
    """Return what Qt asked for itself and our translation does not have.

    The names of all keys are asked for wherever Qt reads one; those that are shown have a test of their own.
    """
    indonesian = QTranslator()
    assert indonesian.load(str(resources.ROOT / "translations" / "qtbase_id.qm"))
    # PySide looks for our own texts under the names of the base classes too.
    ours = {text for context, text in recorder.asked if not context.startswith("Q")}
    of_qt = {
        (context, text)
        for context, text in recorder.asked
        if context.startswith("Q") and text not in ours and context != "QShortcut"
    }
    assert of_qt
    return {
        (context, text)
        for context, text in of_qt
        if not indonesian.translate(context, text) and not SAME_IN_BOTH.fullmatch(text)
    }


def test_qt_says_nothing_in_english_in_all_of_the_program(
    jember: Officer, qtbot: QtBot, recorder: Recorder
) -> None:
    show_all_pages(jember)
    for make in DIALOGS.values():
        dialog = make(jember)
        qtbot.addWidget(dialog)
        dialog.show()
        fields: list[QLineEdit | QPlainTextEdit] = [
            *dialog.findChildren(QLineEdit),
            *jember.window.findChildren(QPlainTextEdit),
        ]
        for field in fields:
            field.createStandardContextMenu().deleteLater()
        QApplication.processEvents()
    for part in ask_as_the_program_does():
        qtbot.addWidget(part)
        part.show()
        QApplication.processEvents()
    assert untranslated(recorder) == set()


def test_the_keys_in_the_menus_are_named_in_indonesian_or_as_on_the_keyboard(jember: Officer) -> None:
    keys = [action.shortcut() for action in jember.window.findChildren(QAction) if action.shortcut()]
    assert len(keys) > 40
    for key in keys:
        native, english = (
            key.toString(form).split("+")
            for form in (QKeySequence.SequenceFormat.NativeText, QKeySequence.SequenceFormat.PortableText)
        )
        for name, source in zip(native, english, strict=True):
            assert name != source or SAME_IN_BOTH.fullmatch(name), key


def ask_as_the_program_does() -> Iterator[QDialog]:
    yield QMessageBox(QMessageBox.Icon.Critical, "", "", QMessageBox.StandardButton.Ok)
    for mode in (QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave):
        dialog = QFileDialog()
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(mode)
        yield dialog


def test_an_english_text_of_qt_is_noticed(recorder: Recorder) -> None:
    QApplication.translate("QFileDialog", "Nobody translated this")
    QApplication.translate("QFileDialog", "Cancel")
    assert ("QFileDialog", "Nobody translated this") in untranslated(recorder)
