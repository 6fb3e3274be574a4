"""A command that is given while something is still being typed takes that over first."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.gui.officer import Officer

from renaksi_desktop.domain.plan import Indikator
from renaksi_desktop.models.target_grid import BULAN

SECOND = 2
"""The row of the second Indikator, of whose months only B12 is filled."""


def indikator(officer: Officer, number: int) -> Indikator:
    return officer.plan.sasaran[0].indikator[number - 1]


@pytest.fixture
def writing(jember: Officer) -> Officer:
    """The cursor is in the satuan of the second Indikator, with a text that was not taken over yet."""
    jember.click(jember.window.pages.target.grid, SECOND, BULAN[0])
    jember.window.pages.target.panel.show_field("satuan")
    assert QApplication.focusWidget() is jember.find(QLineEdit, "satuan")
    jember.type("fasilitas")
    assert indikator(jember, 2).satuan == ""
    return jember


@pytest.mark.parametrize("key", ["Ctrl+I", "F3", "Ctrl+Shift+D", "Ctrl+1", "Ctrl+Shift+N"])
def test_a_field_is_kept_for_the_indikator_it_was_typed_for(writing: Officer, key: str) -> None:
    writing.press(key)
    assert indikator(writing, 2).satuan == "fasilitas"
    others = [node.satuan for sasaran in writing.plan.sasaran for node in sasaran.indikator if node.kode != "02"]
    assert set(others) <= {"", "fasilitas"} if key == "Ctrl+Shift+D" else set(others) == {""}


def test_the_clipboard_works_on_the_text_itself(writing: Officer) -> None:
    writing.press("Ctrl+A", "Ctrl+X")
    assert indikator(writing, 2).satuan == ""
    writing.press("Ctrl+V", "Ctrl+V", "Tab")
    assert indikator(writing, 2).satuan == "fasilitasfasilitas"


def test_a_pattern_fills_round_the_month_that_was_being_typed(jember: Officer) -> None:
    jember.click(jember.window.pages.target.grid, SECOND, BULAN[0])
    jember.type("44")
    jember.opens_and_uses("Ctrl+Shift+I", lambda: jember.press("Escape"))
    assert indikator(jember, 2).target[0] == Decimal(44)


def test_undo_from_the_menu_takes_back_what_was_being_typed_and_can_do_it_again(jember: Officer) -> None:
    jember.click(jember.window.pages.target.grid, SECOND, BULAN[0])
    jember.type("44")
    jember.window._commands["urung"].setEnabled(True)
    jember.window._commands["urung"].trigger()
    assert indikator(jember, 2).target[0] is None
    jember.press("Ctrl+Y")
    assert indikator(jember, 2).target[0] == Decimal(44)
