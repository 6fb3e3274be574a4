"""Qt speaks Indonesian: its own buttons, menus and dialogs show none of its English."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QDir, QObject, QTranslator
from PySide6.QtGui import QUndoStack
from PySide6.QtPrintSupport import QPrintDialog, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QDockWidget,
    QFileDialog,
    QHeaderView,
    QInputDialog,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QTabWidget,
    QUndoView,
    QWidget,
    QWizard,
    QWizardPage,
)
from pytestqt.qtbot import QtBot

from renaksi_desktop import resources

TS = resources.ROOT / "translations" / "qtbase_id.ts"
QM = TS.with_suffix(".qm")

SAME_IN_BOTH = {"OK", "Folder"}
PROPERTIES = (
    "text",
    "title",
    "windowTitle",
    "toolTip",
    "statusTip",
    "labelText",
    "placeholderText",
    "accessibleName",
)


def entries() -> list[tuple[str, str]]:
    """Return (English, Indonesian) of every message."""
    messages = ElementTree.parse(TS).getroot().iter("message")  # noqa: S314 - our own file
    return [(message.findtext("source", ""), message.findtext("translation", "")) for message in messages]


def test_the_compiled_translation_is_made_from_its_source(tmp_path: Path) -> None:
    compiled = tmp_path / QM.name
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([lrelease, "-silent", TS, "-qm", compiled], check=True)
    assert compiled.read_bytes() == QM.read_bytes()


@pytest.mark.parametrize("mark", [r"%[0-9]", r"&(?=\w)", r"\n", r"</?(?:a|b|h3|p)\b"])
def test_a_translation_keeps_the_places_mnemonics_and_markup_of_its_source(mark: str) -> None:
    assert entries()
    for english, indonesian in entries():
        assert indonesian
        assert sorted(re.findall(mark, indonesian)) == sorted(re.findall(mark, english)), english


def every_button() -> QWidget:
    box = QDialogButtonBox()
    for button in QDialogButtonBox.StandardButton:
        if button is not QDialogButtonBox.StandardButton.NoButton:
            box.addButton(button)
    return box


def message_with_details() -> QWidget:
    box = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.YesToAll)
    box.setDetailedText(".")
    return box


def file_dialog(mode: QFileDialog.AcceptMode) -> QWidget:
    dialog = QFileDialog(None, "", QDir.rootPath())
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    return dialog


def with_its_menu(edit: QLineEdit | QPlainTextEdit) -> QWidget:
    assert edit.createStandardContextMenu().parent() is edit
    return edit


def undo_actions() -> QWidget:
    widget = QWidget()
    stack = QUndoStack(widget)
    widget.addActions([stack.createUndoAction(widget), stack.createRedoAction(widget)])
    QUndoView(stack, widget)
    return widget


def tabs() -> QWidget:
    widget = QTabWidget()
    widget.setTabsClosable(True)
    widget.addTab(QWidget(), "")
    return widget


def wizard() -> QWidget:
    widget = QWizard()
    widget.addPage(QWizardPage())
    widget.setOption(QWizard.WizardOption.HaveHelpButton)
    return widget


def print_dialog() -> QWidget:
    dialog = QPrintDialog()
    for option in QPrintDialog.PrintDialogOption:
        dialog.setOption(option)
    for name in ("printers", "location", "type", "filename"):  # which tell of this machine
        shown = dialog.findChild(QWidget, name)
        assert isinstance(shown, QComboBox | QLabel | QLineEdit)
        shown.clear()
    return dialog


SHOWN: dict[str, Callable[[], QWidget]] = {
    "every standard button": every_button,
    "a message with details": message_with_details,
    "open a file": lambda: file_dialog(QFileDialog.AcceptMode.AcceptOpen),
    "save a file": lambda: file_dialog(QFileDialog.AcceptMode.AcceptSave),
    "the menu of a line of text": lambda: with_its_menu(QLineEdit()),
    "the menu of a text": lambda: with_its_menu(QPlainTextEdit()),
    "a dock": QDockWidget,
    "ask for a value": QInputDialog,
    "progress": QProgressDialog,
    "a shortcut": QKeySequenceEdit,
    "undo and redo": undo_actions,
    "tabs": tabs,
    "a wizard": wizard,
    "print preview": QPrintPreviewDialog,
    "print": print_dialog,
}


@pytest.fixture
def indonesian() -> Iterator[Callable[[], bool]]:
    """Call it to make Qt speak Indonesian until the end of the test."""
    translator = QTranslator()
    assert translator.load(str(QM))
    yield lambda: QApplication.installTranslator(translator)
    QApplication.removeTranslator(translator)


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_what_qt_shows_is_indonesian(
    qtbot: QtBot, indonesian: Callable[[], bool], shown: Callable[[], QWidget]
) -> None:
    before = texts(qtbot, shown())
    assert indonesian()
    after = texts(qtbot, shown())
    assert before - SAME_IN_BOTH
    assert before & after <= SAME_IN_BOTH


def texts(qtbot: QtBot, widget: QWidget) -> set[str]:
    """Return every text with letters that a widget and what is in it would show or speak."""
    qtbot.addWidget(widget)
    widget.show()
    found = {text for part in (widget, *widget.findChildren(QObject)) for text in own_texts(part)}
    return {text for text in found if re.search(r"[^\W\d_]{2}", text)}


def own_texts(part: QObject) -> Iterator[str]:
    yield from (text for name in PROPERTIES if isinstance(text := part.property(name), str))
    if isinstance(part, QComboBox):
        yield from (part.itemText(row) for row in range(part.count()))
    if isinstance(part, QHeaderView) and (model := part.model()):
        sections = (model.headerData(section, part.orientation()) for section in range(part.count()))
        yield from (text for text in sections if isinstance(text, str))
