"""The rows of the summary stay in step with the plan, and cost nothing while nobody looks at them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.strategies import edits, plans

from renaksi_desktop import resources
from renaksi_desktop.document.document import Document
from renaksi_desktop.domain import edits as edit
from renaksi_desktop.domain.plan import RO, Gaya, Indikator, Komponen, Kontribusi, Plan, Sasaran, SubKomponen
from renaksi_desktop.domain.totals import Sums
from renaksi_desktop.interchange import read_json
from renaksi_desktop.models import anggaran_tree
from renaksi_desktop.models.anggaran_tree import AnggaranModel
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.models.summary import (
    AMOUNT,
    BAR,
    NAME,
    REST,
    GroupsModel,
    LiveSummary,
    SharesModel,
    SpreadsModel,
)
from renaksi_desktop.storage.places import Places
from renaksi_desktop.widgets.anggaran_page import AnggaranPage
from renaksi_desktop.widgets.elided_label import ElidedLabel

MODELS: tuple[Callable[[LiveSummary, QObject], KeyedModel], ...] = (SharesModel, SpreadsModel, GroupsModel)
REPORT = QAbstractItemModelTester.FailureReportingMode.Warning  # a Qt warning fails the test


def rows(model: KeyedModel) -> list[list[str]]:
    columns = range(model.columnCount())
    return [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]


@pytest.mark.usefixtures("qapp")
@given(plan=plans(), data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_they_follow_edits_undo_and_redo(plan: Plan, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        document = Document.new(plan, Places(Path(folder)))
        session = PlanSession(document)
        live = LiveSummary(session)
        live.want(True)
        models = [make(live, live) for make in MODELS]
        testers = [QAbstractItemModelTester(model, REPORT) for model in models]
        for _ in range(data.draw(st.integers(1, 6))):
            step = data.draw(st.sampled_from(["edit", "edit", "undo", "redo"]))
            if step == "edit":
                session.apply(data.draw(edits(session.plan)))
            else:
                getattr(session, step)()
            session.findings.check_now()
            fresh = LiveSummary(session)
            assert [rows(model) for model in models] == [rows(make(fresh, fresh)) for make in MODELS]
        assert len(testers) == len(models)
        document.close()


@pytest.fixture
def session(qapp: QObject, tmp_path: Path) -> Iterator[PlanSession]:
    document = Document.new(read_json(resources.SAMPLE.read_bytes()), Places(tmp_path))
    session = PlanSession(document)
    session.findings.check_now()
    yield session
    session.document.close()


def test_it_is_made_only_while_somebody_looks_and_once_for_all_that_changed(session: PlanSession) -> None:
    live = LiveSummary(session)
    renewed: list[int] = []
    live.renewed.connect(lambda: renewed.append(live.value.total))
    for sasaran in session.plan.sasaran[:3]:
        session.apply(edit.remove(sasaran))
        session.findings.check_now()
    assert renewed == []
    live.want(True)
    assert renewed == [session.totals.total]
    session.apply(edit.remove(session.plan.sasaran[0]))
    assert len(renewed) == 1, "the check comes after the last key"
    session.findings.check_now()
    assert renewed[1:] == [session.totals.total]
    live.want(False)
    live.want(True)
    assert len(renewed) == 2, "nothing changed"


def test_another_plan_takes_the_place_of_the_one_before(session: PlanSession, tmp_path: Path) -> None:
    live = LiveSummary(session)
    live.want(True)
    shares, spreads, groups = (make(live, live) for make in MODELS)
    session.replace(Document.new(Plan(), Places(tmp_path)))
    assert (rows(shares), rows(spreads), rows(groups)) == ([], [], [])
    session.findings.check_now()
    assert [row[0] for row in rows(groups)][1] == "● Penandatangan belum ada"


def test_numbers_are_written_in_the_style_of_the_plan(session: PlanSession) -> None:
    live = LiveSummary(session)
    live.want(True)
    model = SharesModel(live)
    assert model.index(0, AMOUNT).data() == "171,801,500"
    session.apply(edit.change(session.plan.cetak, gaya=Gaya.INDONESIA))
    session.findings.check_now()
    assert model.index(0, AMOUNT).data() == "171.801.500"


def test_a_bar_says_in_words_what_it_shows(session: PlanSession) -> None:
    live = LiveSummary(session)
    model, spreads = SharesModel(live), SpreadsModel(live)

    def said(index: QModelIndex, role: int) -> str:
        return str(index.data(role))

    words = "Anggaran 171,801,500, 2.19 % dari Total"
    assert said(model.index(0, NAME), Qt.ItemDataRole.AccessibleDescriptionRole) == words
    assert said(model.index(0, BAR), Qt.ItemDataRole.AccessibleTextRole) == words
    assert said(model.index(0, NAME), Qt.ItemDataRole.ToolTipRole).endswith(f"UPT\n{words}")
    assert said(spreads.index(0, BAR), Qt.ItemDataRole.AccessibleTextRole) == "terbagi 100 % – sisa 0"


def test_each_page_tells_the_same_of_an_ro_with_one_line_over_and_one_line_left(
    qapp: QObject, tmp_path: Path
) -> None:
    lines = SubKomponen("a", "A", anggaran=100), SubKomponen("b", "B", anggaran=50)
    ro = RO("r", "DR.3165.QIA.001", "", (Komponen("k", "055", "", (*lines, SubKomponen("c", "C", anggaran=50))),))
    shares = Kontribusi("x", "a", 100), Kontribusi("y", "b", 100)
    plan = Plan(anggaran=(ro,), sasaran=(Sasaran("s", indikator=(Indikator("i", kontribusi=shares),)),))
    session = PlanSession(Document.new(plan, Places(tmp_path)))
    budget, spreads = AnggaranModel(session), SpreadsModel(LiveSummary(session))
    left = budget.index_of("r", anggaran_tree.SISA)
    assert left.data() == spreads.index(0, REST).data() == "lebih 50"
    assert budget.bar(left) == Sums(200, sisa=50, lebih=50)
    assert budget.index_of("r", anggaran_tree.TERBAGI).data() == "200"
    page = AnggaranPage(session, ())
    assert "Anggaran 200   terbagi 200   lebih 50, sisa 50" in [
        label.text() for label in page.findChildren(ElidedLabel)
    ]
    page.deleteLater()
    session.document.close()
