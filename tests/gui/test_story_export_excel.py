"""An officer exports the form as a workbook for a colleague who works in Excel."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from tests.gui.officer import Officer

from renaksi_desktop.domain import edits
from renaksi_desktop.spreadsheets.form.writer import write_form


def choose(officer: Officer) -> None:
    officer.find(QAction, "ekspor-excel").trigger()
    QApplication.processEvents()


def test_the_form_is_written_to_a_workbook(jember: Officer, tmp_path: Path) -> None:
    target = tmp_path / "formulir.xlsx"
    jember.answers_file_dialog(tmp_path / "formulir")
    choose(jember)
    jember.sees(lambda: jember.window.notices.text == "formulir.xlsx selesai ditulis.")
    assert target.read_bytes() == write_form(jember.plan)


def test_a_text_that_no_cell_can_hold_is_told(
    jember: Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("renaksi_desktop.spreadsheets.cell_text.MAX_CELL_TEXT", 200)
    jember.window.session.apply(edits.change(jember.plan.sasaran[0], uraian="Mutu " * 50))
    jember.answers_file_dialog(tmp_path / "formulir.xlsx")
    choose(jember)
    jember.sees(lambda: "untuk sel B7 terlalu panjang bagi satu sel Excel" in jember.window.notices.text)
    assert not (tmp_path / "formulir.xlsx").exists()
