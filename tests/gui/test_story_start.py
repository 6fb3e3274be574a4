"""An officer begins: with nothing, from an earlier plan, from the sample, or with a file opened before."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDockWidget,
    QLabel,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QToolBar,
    QTreeView,
)
from pytestqt.qtbot import QtBot
from tests.gui.officer import Officer, QObjectT

from renaksi_desktop import settings
from renaksi_desktop.dialogs.renewal import RenewalDialog
from renaksi_desktop.document.document import Document
from renaksi_desktop.domain.plan import BLANK_TARGETS, Dokumen, Plan
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.main_window.window import MainWindow
from renaksi_desktop.settings import Settings
from renaksi_desktop.storage.places import Places

CHANGED = datetime(2025, 8, 29, 10, 5)


@pytest.fixture
def fresh(empty: Officer) -> Officer:
    """The program as it starts without a file."""
    empty.window.show_start()
    return empty


@pytest.fixture
def remembered(places: Places, jember_file: Path, tmp_path: Path) -> list[Path]:
    """The program knows two files of earlier days, of which the second is gone."""
    os.utime(jember_file, (CHANGED.timestamp(), CHANGED.timestamp()))
    paths = [jember_file, tmp_path / "hilang" / "lama.renaksi"]
    settings.store(Settings(recent=tuple(map(str, paths))), places.settings)
    return paths


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


def in_dialog(kind: type[QObjectT], name: str) -> QObjectT:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    found = dialog.findChild(kind, name)
    assert found is not None
    return found


def is_shown(officer: Officer) -> bool:
    return officer.find(QPushButton, "mulaiKosong").isVisible()


def around(window: MainWindow) -> list[bool]:
    """Return what of a plan's tools is seen: docks, tool bar, status bar."""
    parts = [*window.findChildren(QDockWidget), *window.findChildren(QToolBar), window.statusBar()]
    return [part.isVisible() for part in parts]


def test_enter_begins_an_empty_plan_of_this_year_with_all_tools(fresh: Officer) -> None:
    assert around(fresh.window) == [False] * 4
    assert focused() == "mulaiKosong"
    fresh.press("Return")
    assert fresh.plan == Plan(Dokumen(tahun=date.today().year))
    assert not is_shown(fresh)
    assert around(fresh.window) == [True] * 4
    fresh.press("Ctrl+Shift+N")
    fresh.type("Meningkatnya mutu")
    fresh.press("Return")
    assert fresh.plan.sasaran[0].uraian == "Meningkatnya mutu"


def test_while_no_plan_is_looked_at_its_commands_do_nothing(fresh: Officer) -> None:
    fresh.press("Ctrl+Shift+N", "Ctrl+S", "Ctrl+2", "Ctrl+Shift+M")
    assert fresh.plan.sasaran == ()
    assert is_shown(fresh)
    fresh.press("Esc")
    assert is_shown(fresh), "there is no plan to go back to"


def test_every_choice_is_reached_by_the_keyboard(fresh: Officer) -> None:
    seen = [focused()]
    for _ in range(6):
        fresh.press("Tab")
        seen.append(focused())
    choices = ["mulaiKosong", "mulaiTahunLalu", "mulaiUnitLain", "mulaiExcel", "mulaiContoh"]
    assert seen == [*choices, "berkasTerakhir", "bukaBerkas"]


def test_from_an_open_plan_escape_leads_back_to_it(jember: Officer) -> None:
    before, tools = jember.plan, around(jember.window)
    jember.press("Ctrl+Shift+T", "Ctrl+N")
    assert is_shown(jember)
    jember.press("Esc")
    assert not is_shown(jember)
    assert jember.plan is before
    assert around(jember.window).count(False) == 1, "the tree that was hidden stays hidden"
    jember.press("Ctrl+Shift+T")
    assert around(jember.window) == tools


def test_the_sample_opens_as_a_document_without_a_file(fresh: Officer) -> None:
    fresh.press(*["Tab"] * 4, "Return")
    assert len(fresh.plan.sasaran) == 7
    assert fresh.window.session.document.path is None
    assert fresh.window.notices.text.startswith("Ini rencana contoh.")


def test_next_year_begins_from_this_years_plan(fresh: Officer, jember_file: Path) -> None:
    told: list[str] = []

    def look() -> None:
        year, content = in_dialog(QSpinBox, "tahunBaru"), in_dialog(QLabel, "isiRencanaBaru")
        assert year.value() == 2026
        told.append(content.text())

    fresh.answers_file_dialog(jember_file)
    fresh.press("Tab")
    fresh.opens_and_uses(
        "Return", look, lambda: fresh.press("Tab", "Tab", "Space"), look, lambda: fresh.press("Return")
    )
    counts = "7 Sasaran, 16 Indikator, 14 RO, 24 Komponen, 43 Sub Komponen, 48 Kontribusi"
    assert told == [
        f"Rencana baru tahun 2026 berisi {counts}; Total Kontribusi 0.",
        f"Rencana baru tahun 2026 berisi {counts}; Total Kontribusi 7,829,237,000.",
    ]
    new = fresh.plan
    assert (new.dokumen.tahun, new.dokumen.tanggal, new.dokumen.pagu) == (2026, None, 7_829_237_000)
    assert new.dokumen.unit_kerja == "BALAI POM DI JEMBER"
    assert Totals(new).total == 7_829_237_000
    assert {i.target for sasaran in new.sasaran for i in sasaran.indikator} == {BLANK_TARGETS}
    assert fresh.window.session.document.path is None
    assert fresh.window.notices.text.startswith("Rencana baru ini disusun dari jember.renaksi.")


def test_unsaved_work_is_asked_about_before_the_earlier_plan_and_the_new_one_begins_at_its_targets(
    jember: Officer, jember_file: Path
) -> None:
    jember.press("Ctrl+Shift+N", "Return", "Ctrl+5", "Ctrl+N", "Tab")
    assert focused() == "mulaiTahunLalu"
    jember.answers_file_dialog(jember_file)
    steps: list[str] = []

    def give_up() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        steps.append(box.text())
        QTimer.singleShot(0, take)
        jember.click_at(next(button for button in box.buttons() if button.text() == "Jangan Simpan"))

    def take() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, RenewalDialog):
            QTimer.singleShot(20, take)  # the question is still being answered
            return
        steps.append(dialog.windowTitle())
        jember.press("Return")

    jember.opens_and_uses("Return", give_up)
    assert steps == ["Simpan perubahan pada “Rencana baru”?", "Rencana baru dari jember.renaksi"]
    assert jember.plan.dokumen.tahun == 2026
    assert jember.window.pages.currentWidget() is jember.window.pages.target


def test_a_unit_with_an_endless_name_makes_the_dialog_no_wider(jember: Officer, qtbot: QtBot) -> None:
    def width(unit: str) -> int:
        dokumen = replace(jember.plan.dokumen, unit_kerja=unit)
        dialog = RenewalDialog(replace(jember.plan, dokumen=dokumen), "lama.renaksi", 2026, set())
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog.width()

    assert width("BALAI" * 400) == width("BALAI")


def test_another_units_plan_is_taken_over_without_its_name(fresh: Officer, jember_file: Path) -> None:
    def checked() -> list[bool]:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        return [box.isChecked() for box in dialog.findChildren(QCheckBox)]

    boxes: list[list[bool]] = []
    fresh.answers_file_dialog(jember_file)
    fresh.press("Tab", "Tab")
    fresh.opens_and_uses("Return", lambda: boxes.append(checked()), lambda: fresh.press("Return"))
    assert boxes == [[False, False, False]]
    assert fresh.plan.dokumen.unit_kerja == ""
    assert fresh.plan.penandatangan == ()
    assert len(fresh.plan.sasaran) == 7


def test_a_copy_that_is_given_up_changes_nothing(jember: Officer, jember_file: Path) -> None:
    before = jember.plan
    jember.answers_file_dialog(jember_file)
    jember.press("Ctrl+N", "Tab")
    jember.opens_and_uses("Return", lambda: jember.press("Esc"))
    assert jember.plan is before
    assert is_shown(jember)


def test_a_file_that_holds_no_plan_is_refused_on_the_start_page(fresh: Officer, tmp_path: Path) -> None:
    bad = tmp_path / "rusak.renaksi"
    bad.write_bytes(b"bukan rencana")
    fresh.answers_file_dialog(bad)
    fresh.press("Tab", "Return")
    assert fresh.window.notices.text == "Berkas “rusak.renaksi” bukan berkas Renaksi."
    assert is_shown(fresh)


def test_recent_files_say_when_they_were_changed_and_open(
    remembered: list[Path], open_window: Callable[[Document], Officer], places: Places
) -> None:
    officer = open_window(Document.new(Plan(), places))
    officer.window.show_start()
    files = officer.find(QTreeView, "berkasTerakhir").model()
    cells = [[files.index(row, column) for column in range(3)] for row in range(2)]
    officer.sees(lambda: all(row[2].data() for row in cells))
    assert [[cell.data() for cell in row] for row in cells] == [
        ["jember", str(remembered[0].parent), "29-08-2025 10.05"],
        ["lama", str(remembered[1].parent), "tidak ditemukan"],
    ]
    officer.press(*["Tab"] * 5, "Down", "Return")
    assert officer.window.notices.text == "Berkas “lama.renaksi” tidak ditemukan."
    assert settings.load(places.settings).recent == (str(remembered[0]),)
    officer.press("Up", "Return")
    assert len(officer.plan.sasaran) == 7
    assert not is_shown(officer)


def test_the_arrangement_around_a_plan_is_kept_when_closed_on_the_start_page(
    fresh: Officer, places: Places, open_window: Callable[[Document], Officer]
) -> None:
    fresh.press("Ctrl+Q")
    again = open_window(Document.new(Plan(), places))
    assert around(again.window) == [True] * 4
