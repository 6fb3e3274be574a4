"""An officer shares the budget out from its own side: one Sub Komponen over several Indikator."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit, QTableView, QWidget
from tests.gui.officer import Officer

from renaksi_desktop.domain.plan import Indikator, SubKomponen
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.models.sharing_table import INDIKATOR, PERSEN, RUPIAH, SharingModel
from renaksi_desktop.widgets.elided_label import ElidedLabel
from renaksi_desktop.widgets.reason import Reason
from renaksi_desktop.widgets.sharing_panel import SharingPanel


def line(officer: Officer, kode: str) -> SubKomponen:
    return next(node.subkomponen for node in Totals(officer.plan).lines.values() if node.kode == kode)


@pytest.fixture
def sharing(jember: Officer) -> Officer:
    """The panel over DR.3165.AEA.001/052/A, whose 3.156.000 rupiah are all taken by one Indikator."""
    jember.press("Ctrl+2")
    jember.window.session.select(line(jember, "DR.3165.AEA.001/052/A").id)
    jember.press("Ctrl+B")
    return jember


def panel(officer: Officer) -> SharingPanel:
    return officer.find(SharingPanel, "sharingPanel")


def table(officer: Officer) -> QTableView:
    return officer.find(QTableView, "sharingTable")


def model(officer: Officer) -> SharingModel:
    found = table(officer).model()
    assert isinstance(found, SharingModel)
    return found


def running(officer: Officer) -> str:
    return next(label.text() for label in panel(officer).findChildren(ElidedLabel) if "terbagi" in label.text())


def takes(officer: Officer, kode: str) -> list[int]:
    """Return what the Indikator take of a line, in the order of the form, those without it left out."""
    indikator = [node for sasaran in officer.plan.sasaran for node in sasaran.indikator]
    wanted = line(officer, kode).id
    return [each.jumlah for node in indikator for each in node.kontribusi if each.subkomponen == wanted]


def go_to(officer: Officer, indikator: Indikator, column: int) -> None:
    table(officer).setFocus()
    table(officer).setCurrentIndex(model(officer).index_of(indikator.id, column))


def choose_way(officer: Officer, text: str) -> None:
    box = officer.find(QComboBox, "caraMembagi")
    box.setFocus()
    officer.press("Home")
    while box.currentText() != text:
        officer.press("Down")


def test_a_line_is_shared_equally_by_keys_alone(sharing: Officer) -> None:
    before = sharing.plan
    assert takes(sharing, "DR.3165.AEA.001/052/A") == [3_156_000]
    choose_way(sharing, "Bagi rata")
    sharing.find(QLineEdit, "cariIndikator").setFocus()
    sharing.type("KIE desa pangan")
    sharing.press("Return")
    sharing.type("UMKM")
    sharing.press("Return", "Ctrl+Return")
    assert takes(sharing, "DR.3165.AEA.001/052/A") == [1_052_000] * 3
    assert running(sharing) == "terbagi 100 % – sisa 0"
    assert sharing.find(QComboBox, "caraMembagi").currentText() == "Bagi rata", "the way stays as it was chosen"
    assert len(model(sharing).draft.chosen) == 3
    assert sharing.find(QAction, "urung").text().endswith("Bagi Anggaran Sub Komponen A ke 3 Indikator")
    sharing.press("Ctrl+Z")
    assert sharing.plan == before


def test_percents_are_typed_down_the_column_and_leave_a_remainder(sharing: Officer) -> None:
    first = sharing.plan.sasaran[0].indikator[0]
    owner = next(iter(model(sharing).draft.chosen))
    go_to(sharing, first, PERSEN)
    for _ in range(3):
        sharing.type("33,33")
        sharing.press("Return")
    table(sharing).setCurrentIndex(model(sharing).index_of(owner, PERSEN))
    sharing.press("Delete")
    assert running(sharing) == "terbagi 99.99 % – sisa 316"
    sharing.click_button("bagikan")
    assert takes(sharing, "DR.3165.AEA.001/052/A") == [1_051_895, 1_051_895, 1_051_894]


def test_too_much_is_said_at_once_and_not_shared_out(sharing: Officer) -> None:
    before = sharing.plan
    go_to(sharing, sharing.plan.sasaran[0].indikator[1], RUPIAH)
    sharing.type("Rp 1.000")
    sharing.press("Return")
    assert running(sharing) == "terbagi 100 % – lebih 1,000"
    sharing.press("Ctrl+Return")
    assert sharing.plan == before
    assert sharing.window.notices.text == "Pembagian melebihi Anggaran Sub Komponen A."
    assert running(sharing) == "terbagi 100 % – lebih 1,000", "the draft is still there to be put right"


def test_a_percent_that_cannot_be_says_why_beside_the_cell(sharing: Officer) -> None:
    go_to(sharing, sharing.plan.sasaran[0].indikator[1], PERSEN)
    sharing.type("101")
    sharing.press("Return")
    reason = table(sharing).findChild(Reason)
    assert reason is not None
    assert reason.isVisible()
    assert reason.text() == "Persen harus antara 0 dan 100."


def test_a_draft_waits_while_another_line_is_looked_at(sharing: Officer) -> None:
    first, other = line(sharing, "DR.3165.AEA.001/052/A"), line(sharing, "DR.3165.AEA.001/053/A")
    indikator = sharing.plan.sasaran[0].indikator[1]
    go_to(sharing, indikator, RUPIAH)
    sharing.type("1000")
    sharing.press("Return")
    sharing.window.session.select(other.id)
    assert model(sharing).draft.amounts[indikator.id] == 0
    sharing.window.session.select(first.id)
    assert model(sharing).draft.amounts[indikator.id] == 1000
    sharing.press("Ctrl+Return")
    sharing.window.session.select(sharing.plan.anggaran[0].id)
    assert model(sharing).rowCount() == 0, "an RO is not shared out"


def test_space_ticks_a_whole_selection_and_a_heading_means_all_below_it(sharing: Officer) -> None:
    choose_way(sharing, "Bagi rata")
    top = model(sharing).index(0, INDIKATOR)
    table(sharing).setFocus()
    table(sharing).setCurrentIndex(top)
    sharing.press("Space")
    first = sharing.plan.sasaran[0].indikator
    assert model(sharing).draft.chosen >= {node.id for node in first}
    table(sharing).setCurrentIndex(top.siblingAtRow(1))
    sharing.press("Shift+Down", "Space")
    assert not model(sharing).draft.chosen & {node.id for node in first[:2]}


def test_a_click_ticks(sharing: Officer) -> None:
    index = model(sharing).index(2, INDIKATOR)
    rect = table(sharing).visualRect(index)
    at = rect.topLeft()
    at.setX(rect.left() + 10)
    at.setY(rect.center().y())
    sharing.click_at(table(sharing).viewport(), at)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked


def test_escape_closes_and_leaves_the_budget_in_hand(sharing: Officer) -> None:
    sharing.press("Esc")
    assert not panel(sharing).isVisible()
    assert sharing.window.pages.anggaran.page.tree.hasFocus()
    sharing.press("Ctrl+B")
    assert panel(sharing).isVisible()
    assert sharing.find(QLineEdit, "cariIndikator").hasFocus()


def test_the_command_waits_for_a_line_and_every_control_has_a_name(sharing: Officer) -> None:
    for kind in (QLineEdit, QComboBox, QTableView):
        for widget in panel(sharing).findChildren(kind):
            assert isinstance(widget, QWidget)
            assert widget.accessibleName() or not widget.isVisible()
    assert sharing.find(QAction, "bagi").isEnabled()
    sharing.window.session.select(sharing.plan.anggaran[0].id)
    assert not sharing.find(QAction, "bagi").isEnabled()
