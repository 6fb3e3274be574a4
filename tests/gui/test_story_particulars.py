"""An officer fills in the particulars of Indikator, one by one or several at once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from tests.gui.officer import Officer

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.plan import Indikator, JenisTarget, Polaritas
from renaksi_desktop.models.target_grid import URAIAN
from renaksi_desktop.widgets.elided_label import ElidedLabel
from renaksi_desktop.widgets.field_mark import FieldMark
from renaksi_desktop.widgets.indikator_panel import PARTICULARS


def first(officer: Officer, number: int) -> tuple[Indikator, ...]:
    """Return the first Indikator of the first Sasaran."""
    return officer.plan.sasaran[0].indikator[:number]


def ask(officer: Officer, field: str) -> None:
    officer.window.pages.target.panel.show_field(field)


def line(officer: Officer, field: str) -> QLineEdit:
    return officer.find(QLineEdit, field)


def choice(officer: Officer, field: str) -> QComboBox:
    return officer.find(QComboBox, field)


def title(officer: Officer) -> str:
    labels = officer.window.pages.target.panel.findChildren(ElidedLabel)
    return next(label.text() for label in labels if "Indikator" in label.text())


def hint(officer: Officer) -> str:
    return officer.find(ElidedLabel, "saranJenis").text()


def undo_name(officer: Officer) -> str:
    return officer.find(QAction, "urung").text().removeprefix("&Urungkan ")


@pytest.fixture
def three(jember: Officer) -> Officer:
    """The first three Indikator are selected in the grid, the third in focus, and their particulars are shown."""
    grid = jember.window.pages.target.grid
    jember.click(grid, 1, URAIAN)
    grid.setFocus()
    jember.press("Shift+Down", "Shift+Down")
    ask(jember, "satuan")
    return jember


def test_all_particulars_are_in_view_on_a_small_laptop(jember: Officer) -> None:
    jember.window.check_now()
    ask(jember, "satuan")
    QApplication.processEvents()
    for name in PARTICULARS:
        field = jember.find(QWidget, name)
        assert field.visibleRegion().boundingRect() == field.rect(), name
    assert jember.find(QAbstractButton, "pakaiJenis").isVisible()


def test_the_suggested_kind_is_taken_by_keys_and_then_explained(jember: Officer) -> None:
    ask(jember, "jenis_target")
    assert hint(jember) == "Saran: kumulatif (menurut isinya)"
    jember.press("Tab", "Space")
    assert first(jember, 1)[0].jenis_target is JenisTarget.KUMULATIF
    assert undo_name(jember) == "Pilih jenis target kumulatif"
    assert hint(jember) == "Jumlah sampai bulan itu, tidak pernah turun. Triwulan: bulan terakhirnya."
    assert not jember.find(QAbstractButton, "pakaiJenis").isVisible()


def test_words_suggest_a_kind_while_the_months_are_blank(jember: Officer) -> None:
    blank = first(jember, 7)[6]
    jember.window.session.apply(edits.change(blank, uraian="Indeks kepuasan masyarakat"))
    jember.window.session.select(blank.id)
    ask(jember, "jenis_target")
    assert hint(jember) == "Saran: akhir tahun (menurut kata-katanya)"
    jember.window.session.apply(edits.change(blank, uraian="Persentase kepuasan masyarakat"))
    assert hint(jember) == ""


def test_every_kind_is_explained_where_it_is_chosen(jember: Officer) -> None:
    ask(jember, "jenis_target")
    box = choice(jember, "jenis_target")
    told = {box.itemText(row): box.itemData(row, Qt.ItemDataRole.ToolTipRole) for row in range(1, box.count())}
    assert told["non kumulatif"].endswith("Triwulan: jumlah tiga bulannya.")
    assert all(told.values())


def test_a_choice_goes_to_all_selected_indikator_as_one_step(three: Officer) -> None:
    before = three.plan
    assert title(three) == "3 Indikator dipilih, perubahan berlaku untuk semuanya"
    ask(three, "polaritas")
    three.press("Down", "Return")
    assert [node.polaritas for node in first(three, 4)] == [*[Polaritas.MAKSIMUM] * 3, None]
    assert undo_name(three) == "Ubah polaritas 3 Indikator"
    three.press("Ctrl+Z")
    assert three.plan == before


def test_every_selected_indikator_takes_the_kind_that_suits_it(three: Officer) -> None:
    assert hint(three) == "Saran: kumulatif, akhir tahun, konstan (menurut isinya)"
    three.click_button("pakaiJenis")
    kinds = [JenisTarget.KUMULATIF, JenisTarget.AKHIR_TAHUN, JenisTarget.KONSTAN]
    assert [node.jenis_target for node in first(three, 3)] == kinds
    assert undo_name(three) == "Pilih jenis target yang disarankan pada 3 Indikator"
    assert choice(three, "jenis_target").currentIndex() == -1, "they differ"
    assert hint(three) == ""


def test_texts_that_differ_stay_until_one_is_typed_for_all(three: Officer) -> None:
    for node, satuan in zip(first(three, 3), ("persen", "persen", "fasilitas"), strict=True):
        three.window.session.apply(edits.change(node, satuan=satuan))
    before = three.plan
    field = line(three, "satuan")
    assert (field.text(), field.placeholderText()) == ("", "berbeda-beda")
    ask(three, "satuan")
    three.press("Tab")
    assert three.plan == before, "a visit is no edit"
    ask(three, "satuan")
    three.type("%")
    three.press("Tab")
    assert [node.satuan for node in first(three, 3)] == ["%"] * 3
    assert (field.text(), field.placeholderText()) == ("%", "")


def test_a_text_that_does_not_fit_changes_none_of_the_selected(three: Officer) -> None:
    before = three.plan
    ask(three, "target_tahunan")
    three.type("1,,2")
    three.press("Tab")
    assert three.plan == before
    assert line(three, "target_tahunan").text() == "1,,2"


def test_the_selection_of_another_row_ends_the_common_edit(three: Officer) -> None:
    grid = three.window.pages.target.grid
    three.click(grid, 5, URAIAN)
    assert title(three).startswith("Indikator 05 ")
    three.press("Shift+Down")
    assert title(three).startswith("2 Indikator")
    three.window.session.select(first(three, 1)[0].id)
    ask(three, "satuan")
    three.type("sampel")
    three.press("Tab")
    assert [node.satuan for node in first(three, 6)] == ["sampel", "", "", "", "", ""]


def test_words_of_other_indikator_are_offered(jember: Officer) -> None:
    one, _, three = first(jember, 3)
    jember.window.session.apply(edits.change(three, penanggung_jawab="Ketua Tim Pengujian"))
    ask(jember, "penanggung_jawab")
    jember.type("peng")
    popup = line(jember, "penanggung_jawab").completer().popup()
    assert popup is not None
    jember.sees(popup.isVisible)
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == [
        "Ketua Tim Pengujian"
    ]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):  # which a list that popped up gets before the line
        QTest.keyClick(popup, key)
    jember.press("Tab")
    assert first(jember, 1)[0].penanggung_jawab == "Ketua Tim Pengujian"
    jember.window.session.undo()
    assert first(jember, 1)[0] == one, "what was typed before the word was taken is no step of its own"


def test_a_field_with_a_finding_has_a_mark_that_says_so(jember: Officer) -> None:
    node = first(jember, 1)[0]
    change = edits.change(node, target_tahunan=Decimal(90), jenis_target=JenisTarget.NON_KUMULATIF)
    jember.window.session.apply(change)
    jember.window.check_now()
    ask(jember, "target_tahunan")
    editor = line(jember, "target_tahunan")
    field = editor.parentWidget()
    assert field is not None
    mark = field.findChild(FieldMark)
    assert mark is not None
    told = "▲ Jumlah target bulanan 981.25 berbeda dari target tahunan 90."
    assert (mark.text(), mark.toolTip(), editor.accessibleDescription()) == ("▲", told, told)
    jember.window.session.undo()
    jember.sees(lambda: mark.text() == "")
    assert field.findChild(QLabel, "reason") is not None
