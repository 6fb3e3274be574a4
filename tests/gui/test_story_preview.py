"""An officer looks at the form before it is printed."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable

import pdfplumber
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QSpinBox, QToolButton
from tests.gui.officer import Officer

from renaksi_desktop.domain.errors import InputRefused
from renaksi_desktop.domain.plan import Indikator, Plan
from renaksi_desktop.models import target_grid
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.reports import form as form_module
from renaksi_desktop.reports.form import Form, render
from renaksi_desktop.tasks.background import Cancelled
from renaksi_desktop.widgets.page_view import PageView


def view(officer: Officer) -> PageView:
    return officer.window.pages.preview.page.view


def open_preview(officer: Officer) -> None:
    """Press Ctrl+6 and wait until the page in view is pictured."""
    officer.press("Ctrl+6")
    officer.sees(lambda: pictured(officer))


def pictured(officer: Officer) -> bool:
    preview = officer.window.pages.preview.page
    return not preview.form.is_stale and view(officer).pictures[view(officer).current] is not None


def choose(officer: Officer, indikator: Indikator) -> None:
    """Click a row of the tree."""
    tree = officer.window.tree
    model = tree.model()
    assert isinstance(model, KeyedModel)
    index = model.index_of(indikator.id)
    tree.scrollTo(index)
    officer.click_at(tree.viewport(), tree.visualRect(index).center())


def printed(officer: Officer) -> str:
    """Return the text of the pages that are shown."""
    shown = officer.window.pages.preview.page.shown
    assert shown is not None
    with pdfplumber.open(io.BytesIO(shown.pdf)) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def indikator_by_page(plan: Plan) -> dict[int, Indikator]:
    """Return for each page an Indikator that begins on it."""
    begins = render(plan).pages
    return {begins[indikator.id]: indikator for sasaran in plan.sasaran for indikator in sasaran.indikator}


def test_the_preview_opens_at_the_page_of_the_selected_indikator(jember: Officer) -> None:
    on_page = indikator_by_page(jember.plan)
    choose(jember, on_page[4])
    open_preview(jember)
    assert view(jember).current == 4 - 1
    assert jember.find(QSpinBox, "nomorHalaman").text() == "4 dari 5"
    choose(jember, on_page[2])
    assert view(jember).current == 2 - 1
    assert view(jember).verticalScrollBar().value() > 0


def test_it_shows_the_very_bytes_that_export_writes(jember: Officer) -> None:
    open_preview(jember)
    shown = jember.window.pages.preview.page.shown
    assert shown is not None
    assert shown.pdf == render(jember.plan).pdf


def test_an_edit_on_the_grid_is_seen_when_the_preview_is_opened_again(jember: Officer) -> None:
    open_preview(jember)
    before = jember.window.pages.preview.page.shown
    jember.press("Ctrl+1")
    jember.click(jember.window.pages.target.grid, 1, target_grid.FIRST_BULAN)
    jember.type("74,5")
    jember.press("Return")
    assert jember.window.pages.preview.page.shown is before, "nobody looks at it"
    open_preview(jember)
    assert "74.5 81.25 81.25" in printed(jember)


def test_undo_beside_the_preview_is_seen_at_the_same_place(jember: Officer) -> None:
    jember.click(jember.window.pages.target.grid, 1, target_grid.FIRST_BULAN)
    jember.type("74,5")
    jember.press("Return")
    open_preview(jember)
    bar = view(jember).verticalScrollBar()
    bar.setValue(321)
    picture = view(jember).pictures[0]
    jember.press("Ctrl+Z")
    assert view(jember).pictures[0] is picture, "the old picture stays until the new one is there"
    jember.sees(lambda: "81.25 81.25 81.25" in printed(jember))
    assert bar.value() == 321
    jember.sees(lambda: view(jember).pictures[0] not in (picture, None))


def test_an_empty_plan_shows_the_empty_form(empty: Officer) -> None:
    open_preview(empty)
    assert view(empty).count == 1
    assert "RENCANA AKSI PERJANJIAN KINERJA" in printed(empty)


def test_keys_and_the_field_turn_the_pages(jember: Officer) -> None:
    open_preview(jember)
    view(jember).setFocus()
    jember.press("End")
    assert view(jember).current == 4
    jember.press("Home")
    assert (view(jember).current, view(jember).verticalScrollBar().value()) == (0, 0)
    jember.press("PgDown")
    assert view(jember).verticalScrollBar().value() == view(jember).verticalScrollBar().pageStep()
    before = view(jember).current
    jember.click_button("halamanSesudah")
    assert view(jember).current == before + 1
    number = jember.find(QSpinBox, "nomorHalaman")
    number.setFocus()
    number.selectAll()
    jember.type("4")
    jember.press("Return")
    assert view(jember).current == 3
    jember.click_button("halamanSebelum")
    assert view(jember).current == 2


def test_pages_are_enlarged_and_fitted(jember: Officer) -> None:
    open_preview(jember)
    percent = jember.find(QLabel, "persenPratinjau")
    assert jember.find(QToolButton, "selebarHalaman").isChecked()
    assert view(jember).horizontalScrollBar().maximum() == 0
    view(jember).verticalScrollBar().setValue(700)
    jember.click_button("sehalamanPenuh")
    page, scroll = view(jember).current, view(jember).verticalScrollBar().value()
    view(jember).go_to(page)
    assert view(jember).verticalScrollBar().value() == scroll, "the page begins at the top"
    view(jember).go_to(0)
    whole = view(jember).zoom
    jember.click_button("perbesar")
    assert view(jember).zoom > whole
    assert not jember.find(QToolButton, "sehalamanPenuh").isChecked()
    view(jember).set_zoom(1)
    wheel(jember, 120)
    assert percent.text() == "125 %"
    wheel(jember, -120)
    wheel(jember, -120)
    assert percent.text() == "75 %"
    view(jember).setFocus()
    jember.press("Ctrl++")
    assert percent.text() == "100 %"
    for _ in range(9):
        wheel(jember, 120)
    assert percent.text() == "400 %"
    assert view(jember).horizontalScrollBar().maximum() > 0


def wheel(officer: Officer, angle: int) -> None:
    """Turn the wheel over the pages while Ctrl is held."""
    at = QPointF(300, 200)
    button, control = Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, at, QPoint(), QPoint(0, angle), button, control, phase, False)
    QApplication.sendEvent(view(officer).viewport(), event)


def test_what_is_under_the_pointer_stays_there_while_the_page_grows(jember: Officer) -> None:
    open_preview(jember)
    view(jember).set_zoom(1)
    bar = view(jember).verticalScrollBar()
    bar.setValue(500)
    wheel(jember, 120)
    assert bar.value() + 200 == pytest.approx(16 + (500 + 200 - 16) * 1.25, abs=2)


def test_characters_without_a_letter_are_named(jember: Officer) -> None:
    jember.press("Ctrl+5")
    catatan = jember.find(QPlainTextEdit, "catatan")
    catatan.setFocus()
    catatan.insertPlainText("漢")  # as pasted: no key of the test's keyboard gives it
    open_preview(jember)
    line = jember.find(QLabel, "hurufTakAda")
    assert line.text() == "Huruf formulir tidak mempunyai 漢 (U+6F22); tercetak sebagai □."
    assert line.isVisible()
    jember.press("Ctrl+Z")
    jember.sees(lambda: not line.isVisible())


Drawing = Callable[[Plan, Callable[[float], object]], Form]


def draw_by(monkeypatch: pytest.MonkeyPatch, drawing: Drawing) -> None:
    monkeypatch.setattr(form_module, "render", drawing)


def test_a_failure_is_told_and_the_pages_stay(jember: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Form:
        raise InputRefused("Kertas terlalu kecil.")

    open_preview(jember)
    draw_by(monkeypatch, refuse)
    jember.press("Ctrl+Shift+N")
    jember.press("Escape", "Ctrl+6")
    line = jember.find(QLabel, "gagalPratinjau")
    jember.sees(line.isVisible)
    assert line.text() == "Pratinjau tidak dapat diperbarui. Kertas terlalu kecil."
    assert view(jember).count == 5
    draw_by(monkeypatch, render)
    jember.press("Ctrl+Z")
    jember.sees(lambda: not line.isVisible())


def test_typing_goes_on_while_pages_are_drawn(jember: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, ended, threads = threading.Event(), threading.Event(), []

    def slow(plan: Plan, progress: Callable[[float], object]) -> Form:
        threads.append(threading.current_thread())
        begun.set()
        try:
            while True:
                progress(0.1)
                time.sleep(0.001)
        except Cancelled:
            ended.set()
            raise

    draw_by(monkeypatch, slow)
    jember.press("Ctrl+6")
    jember.sees(begun.is_set)
    tree = jember.window.tree
    tree.setFocus()
    jember.press("F2")
    jember.type("Uji")
    draw_by(monkeypatch, render)
    jember.press("Return")
    jember.sees(ended.is_set)
    jember.sees(lambda: pictured(jember))
    assert "Uji" in printed(jember)
    assert threads
    assert threading.main_thread() not in threads


def test_a_long_drawing_tells_how_far_it_is(jember: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    done = threading.Event()

    def slow(plan: Plan, progress: Callable[[float], object]) -> Form:
        while not done.is_set():
            progress(0.43)
            time.sleep(0.01)
        return render(plan)

    draw_by(monkeypatch, slow)
    jember.press("Ctrl+6")
    labels = jember.window.pages.preview.page.findChildren(QLabel)
    jember.sees(lambda: "Memperbarui… 43%" in [label.text() for label in labels])
    done.set()
    jember.sees(lambda: pictured(jember))
    assert "Memperbarui… 43%" not in [label.text() for label in labels]
