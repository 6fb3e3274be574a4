"""An officer fills the targets of Indikator by a pattern, and sees beforehand what it makes."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QTableView, QTreeView
from tests.gui.officer import Officer

from renaksi_desktop.dialogs.fill_pattern import FillPatternDialog
from renaksi_desktop.domain import edits
from renaksi_desktop.domain.plan import Indikator, JenisTarget, Polaritas
from renaksi_desktop.models.target_grid import URAIAN

KEY = "Ctrl+Shift+I"
D = Decimal


def of_first_sasaran(officer: Officer) -> tuple[Indikator, ...]:
    return officer.plan.sasaran[0].indikator


def undo_name(officer: Officer) -> str:
    return officer.find(QAction, "urung").text().removeprefix("&Urungkan ")


class Dialog:
    """What the officer reads of the dialog while it is open; it is gone when the keys have been pressed."""

    def __init__(self, officer: Officer) -> None:
        self._officer = officer
        self.read: list[tuple[str, list[str]]] = []
        """What is told, and the row "Menjadi" of the first Indikator, each time that `look` is done."""
        self.pattern, self.can_fill = "", True

    def use(self, *steps: Callable[[], object]) -> None:
        """Open the dialog by its key, and do some steps in it; one that none of them closed is left."""

        def leave() -> None:
            for dialog in self._officer.window.findChildren(FillPatternDialog):
                dialog.reject()

        self._officer.opens_and_uses(KEY, *steps, leave)

    def choose(self, name: str) -> Callable[[], None]:
        """Return a step that chooses a pattern by the first letters of its name."""

        def step() -> None:
            patterns = self._officer.find(QTreeView, "daftarPola")
            patterns.keyboardSearch("")  # begin anew
            patterns.setFocus()
            self._officer.type(name)

        return step

    def look(self) -> None:
        (dialog,) = self._officer.window.findChildren(FillPatternDialog)
        find = dialog.findChild
        told, table, patterns = find(QLabel, "keteranganPola"), find(QTableView, "pratinjauPola"), find(QTreeView)
        assert told is not None
        assert table is not None
        assert patterns is not None
        row = [table.model().index(2, column).data() for column in range(1, 13)]
        self.read.append((told.text(), row))
        self.pattern = patterns.currentIndex().siblingAtColumn(0).data()
        buttons = dialog.findChildren(QAbstractButton)
        self.can_fill = next(button for button in buttons if button.text() == "&Isi").isEnabled()

    def fill_in(self, **texts: str) -> Callable[[], None]:
        """Return a step that types texts into fields, by object name."""

        def step() -> None:
            for name, text in texts.items():
                self._officer.find(QLineEdit, name).setFocus()
                self._officer.type(text)

        return step

    def tick(self, name: str) -> Callable[[], None]:
        def step() -> None:
            self._officer.find(QAbstractButton, name).setFocus()
            self._officer.press("Space")

        return step


@pytest.fixture
def dialog(jember: Officer) -> Dialog:
    return Dialog(jember)


def test_a_pattern_by_keys_alone(jember: Officer, dialog: Dialog) -> None:
    before = jember.plan
    jember.window.session.select(of_first_sasaran(jember)[1].id)
    dialog.use(dialog.look, dialog.choose("Dibagi"), dialog.look, lambda: jember.press("Return"))
    assert dialog.read == [
        ("Yang berubah dicetak tebal.", [*[""] * 11, "26"]),
        ("Yang berubah dicetak tebal.", ["2", "2", "2", "2", "2", "3", "2", "2", "2", "2", "2", "3"]),
    ]
    filled = of_first_sasaran(jember)[1]
    assert filled.jenis_target is JenisTarget.NON_KUMULATIF
    assert filled.target_tahunan is None, "it was not typed"
    assert undo_name(jember) == "Isi target Indikator 02 dengan pola dibagi rata"
    jember.press("Ctrl+Z")
    assert jember.plan == before


def test_the_dialog_begins_with_the_pattern_that_suits_and_the_declared_kind_goes_before(
    jember: Officer, dialog: Dialog
) -> None:
    jember.window.session.select(of_first_sasaran(jember)[1].id)
    dialog.use(dialog.look, lambda: jember.press("Esc"))
    assert (dialog.pattern, dialog.can_fill) == ("Hanya B12", True), "the kind would be declared"
    change = edits.change(of_first_sasaran(jember)[1], jenis_target=JenisTarget.PROGRES)
    jember.window.session.apply(change)
    dialog.use(dialog.look, lambda: jember.press("Esc"))
    assert dialog.pattern == "Progres"


def test_parameters_are_typed_in_either_style(jember: Officer, dialog: Dialog) -> None:
    dialog.use(
        dialog.choose("Linear"),
        dialog.fill_in(targetTahunanPola="90,5", nilaiPertama="13.5"),
        dialog.look,
        lambda: jember.press("Return"),
    )
    (_, row) = dialog.read[0]
    assert row == ["13.5", "20.5", "27.5", "34.5", "41.5", "48.5", "55.5", "62.5", "69.5", "76.5", "83.5", "90.5"]
    first = of_first_sasaran(jember)[0]
    assert (first.target_tahunan, first.target[0], first.jenis_target) == (
        D("90.5"),
        D("13.5"),
        JenisTarget.KUMULATIF,
    )


def test_what_is_no_number_is_said_and_nothing_can_be_filled(jember: Officer, dialog: Dialog) -> None:
    before = jember.plan
    dialog.use(
        dialog.choose("Linear"),
        dialog.fill_in(nilaiPertama="dua puluh"),
        dialog.look,
        lambda: jember.press("Return"),
        lambda: jember.press("Esc"),
    )
    assert dialog.read == [("⚠ Nilai pertama: “dua puluh” bukan angka.", [""] * 12)]
    assert not dialog.can_fill
    assert jember.plan == before


def test_a_field_that_the_pattern_does_not_heed_disturbs_nothing(jember: Officer, dialog: Dialog) -> None:
    dialog.use(
        dialog.choose("Linear"),
        dialog.fill_in(nilaiPertama="x"),
        dialog.choose("Konstan"),
        dialog.look,
        lambda: jember.press("Return"),
    )
    assert dialog.can_fill
    assert set(of_first_sasaran(jember)[0].target) == {D("82.5")}


def test_steps_begin_in_the_months_where_they_are_typed(jember: Officer, dialog: Dialog) -> None:
    dialog.use(
        dialog.choose("Bertahap"),
        dialog.look,
        dialog.fill_in(nilaiB03="50", nilaiB08="75,5"),
        lambda: jember.press("Return"),
    )
    assert dialog.read[0][0] == "▲ Indikator 01 tidak diisi: Tulis nilai pada paling sedikit satu bulan."
    assert of_first_sasaran(jember)[0].target == (
        None, None, D(50), D(50), D(50), D(50), D(50), D("75.5"), D("75.5"), D("75.5"), D("75.5"), D("82.5"),
    )  # fmt: skip


def test_selected_indikator_are_filled_together_each_to_its_own_target(jember: Officer, dialog: Dialog) -> None:
    grid = jember.window.pages.target.grid
    jember.click(grid, 5, URAIAN)
    grid.setFocus()
    jember.press("Shift+Down", "Shift+Down")
    dialog.use(dialog.choose("Konstan"), dialog.look, lambda: jember.press("Return"))
    assert dialog.read[0][0] == "▲ Indikator 07 tidak diisi: Belum ada target tahunan berupa angka."
    assert [set(node.target) for node in of_first_sasaran(jember)[4:]] == [{D(91)}, {D(86)}, {None}]
    assert undo_name(jember) == "Isi target 2 Indikator dengan pola konstan"


def test_what_the_checks_would_say_is_told_beforehand_and_does_not_hinder(jember: Officer, dialog: Dialog) -> None:
    dialog.use(
        dialog.choose("Konstan"),
        dialog.fill_in(targetTahunanPola="120"),
        dialog.look,
        lambda: jember.press("Return"),
    )
    assert dialog.read[0][0] == "▲ Indikator 01: Persentase 120 di luar 0 sampai 100."
    assert of_first_sasaran(jember)[0].target_tahunan == 120


def test_only_blank_months_are_filled_and_the_kind_stays_by_choice(jember: Officer, dialog: Dialog) -> None:
    third = of_first_sasaran(jember)[2]
    jember.window.session.apply(edits.change(third, polaritas=Polaritas.STABIL))
    jember.window.session.select(third.id)
    dialog.use(
        dialog.choose("Konstan"),
        dialog.tick("hanyaKosong"),
        dialog.tick("setelJenis"),
        dialog.fill_in(targetTahunanPola="70"),
        lambda: jember.press("Return"),
    )
    filled = of_first_sasaran(jember)[2]
    assert filled.target == (D(70), *[D(75)] * 11)
    assert filled.jenis_target is None


def test_the_first_month_is_chosen_and_what_was_before_is_blanked(jember: Officer, dialog: Dialog) -> None:
    def choose_march() -> None:
        jember.find(QComboBox, "mulaiBulan").setFocus()
        jember.press("Home", "Down", "Down")

    dialog.use(dialog.choose("Konstan"), choose_march, dialog.look, lambda: jember.press("Return"))
    assert dialog.read[0][1] == ["", "", *["82.5"] * 10]
    assert of_first_sasaran(jember)[0].target[:3] == (None, None, D("82.5"))


def test_escape_fills_nothing_and_without_an_indikator_there_is_nothing_to_fill(
    jember: Officer, dialog: Dialog
) -> None:
    before = jember.plan
    dialog.use(dialog.choose("Linear"), lambda: jember.press("Esc"))
    assert jember.plan == before
    command = jember.find(QAction, "isi-pola")
    assert command.isEnabled()
    jember.window.session.select(jember.plan.sasaran[0].id)
    assert not command.isEnabled()
    assert QApplication.activeModalWidget() is None
