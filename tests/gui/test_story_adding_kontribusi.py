"""An officer says from the side of an Indikator which budget lines pay for it, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QTableView
from tests.gui.officer import Officer

from renaksi_desktop.dialogs.add_kontribusi import AddKontribusiDialog
from renaksi_desktop.domain import edits
from renaksi_desktop.domain.plan import Indikator, Kontribusi
from renaksi_desktop.domain.totals import Totals


@pytest.fixture
def choosing(jember: Officer) -> Officer:
    """Sasaran 01 Indikator 02 is in focus, and pays for nothing; a part of the budget is free again."""
    first = jember.plan.sasaran[0].indikator
    jember.window.session.apply(edits.remove(*first[1].kontribusi, *first[0].kontribusi))
    jember.window.session.select(first[1].id)
    return jember


def second(officer: Officer) -> Indikator:
    return officer.plan.sasaran[0].indikator[1]


def added(officer: Officer) -> list[tuple[str, int]]:
    lines = Totals(officer.plan).lines
    return [(lines[each.subkomponen].kode, each.jumlah) for each in second(officer).kontribusi]


def dialog(officer: Officer) -> AddKontribusiDialog:
    (found,) = officer.window.findChildren(AddKontribusiDialog)
    return found


def table(officer: Officer) -> QTableView:
    found = dialog(officer).findChild(QTableView, "budgetLinesTable")
    assert found is not None
    return found


def words(officer: Officer) -> str:
    return " ".join(label.text() for label in dialog(officer).findChildren(QLabel) if label.isVisible())


def test_type_down_enter(choosing: Officer) -> None:
    choosing.opens_and_uses(
        "Ctrl+K", lambda: choosing.type("qia pengadaan"), lambda: choosing.press("Down", "Return")
    )
    assert added(choosing) == [("DR.3165.QIA.002/055/A", 61_559_000)]


def test_several_at_once_and_one_step_back(choosing: Officer) -> None:
    before = choosing.plan
    choosing.opens_and_uses("Ctrl+K", lambda: choosing.press("Shift+Down", "Shift+Down", "Return"))
    first = list(Totals(choosing.plan).lines.values())[:3]
    assert [kode for kode, _ in added(choosing)] == [line.kode for line in first]
    choosing.press("Ctrl+Z")
    assert choosing.plan == before


def test_all_that_match_are_chosen_by_one_key(choosing: Officer) -> None:
    choosing.opens_and_uses(
        "Ctrl+K",
        lambda: choosing.type("qia"),
        lambda: choosing.press("Alt+P"),
        lambda: choosing.sees(lambda: "2 Sub Komponen dipilih, Kontribusi 61,559,000." in words(choosing)),
        lambda: choosing.press("Return"),
    )
    assert added(choosing) == [("DR.3165.QIA.001/055/A", 0), ("DR.3165.QIA.002/055/A", 61_559_000)]


def test_an_amount_is_typed_and_the_others_pay_what_remains(choosing: Officer) -> None:
    totals = Totals(choosing.plan)
    free = [line for line in totals.lines.values() if totals.remainder(line.subkomponen.id)]
    assert free, "the fixture freed a line"
    choosing.opens_and_uses(
        "Ctrl+K",
        lambda: choosing.type(f"{free[0].ro.kode} {free[0].komponen.kode} {free[0].subkomponen.nama}"),
        lambda: table(choosing).setFocus(),
        lambda: choosing.type("1.500"),
        lambda: choosing.press("Return", "Return"),
    )
    assert added(choosing) == [(free[0].kode, 1500)]
    choosing.press("Ctrl+Z")
    choosing.opens_and_uses(
        "Ctrl+K",
        lambda: choosing.type(f"{free[0].ro.kode} {free[0].komponen.kode} {free[0].subkomponen.nama}"),
        lambda: choosing.press("Return"),
    )
    assert added(choosing) == [(free[0].kode, totals.remainder(free[0].subkomponen.id))]


def test_a_refused_amount_says_why_and_nothing_is_added(choosing: Officer) -> None:
    seen: list[str] = []
    choosing.opens_and_uses(
        "Ctrl+K",
        lambda: table(choosing).setFocus(),
        lambda: choosing.type("1,5"),
        lambda: choosing.press("Return"),
        lambda: seen.append(words(choosing)),
        lambda: choosing.press("Esc"),
    )
    assert "Rupiah harus bilangan bulat" in seen[0]
    assert not any(isinstance(node, Kontribusi) for node in second(choosing).kontribusi)


def test_nothing_that_matches_adds_nothing(choosing: Officer) -> None:
    before = choosing.plan
    seen: list[str] = []
    choosing.opens_and_uses(
        "Ctrl+K",
        lambda: choosing.type("tidak ada yang begini"),
        lambda: seen.append(words(choosing)),
        lambda: choosing.press("Return", "Esc"),
    )
    assert "Tidak ada anggaran yang cocok." in seen[0]
    assert choosing.plan == before
