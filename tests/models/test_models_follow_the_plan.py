"""Every item model stays in step with the plan by row signals alone, under Qt's own model tester."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from tests.strategies import edits, plans

from renaksi_desktop.document.document import Document
from renaksi_desktop.domain import edits as edit
from renaksi_desktop.domain.plan import Indikator, Plan, Sasaran, new_id, walk
from renaksi_desktop.models.anggaran_tree import AnggaranModel
from renaksi_desktop.models.findings_tree import FindingsModel
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.kontribusi_table import KontribusiModel
from renaksi_desktop.models.matrix import MatrixModel
from renaksi_desktop.models.plan_tree import PlanTreeModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.models.target_grid import TargetModel
from renaksi_desktop.storage.places import Places

MODELS = (PlanTreeModel, TargetModel, KontribusiModel, AnggaranModel, MatrixModel, FindingsModel)
REPORT = QAbstractItemModelTester.FailureReportingMode.Warning  # a Qt warning fails the test


def rows(model: KeyedModel, parent: QModelIndex | None = None) -> Iterator[tuple[str, ...]]:
    """Yield the texts of all rows, depth first."""
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        yield tuple(model.index(row, column, parent).data() for column in range(model.columnCount()))
        yield from rows(model, model.index(row, 0, parent))


def titles(model: KeyedModel) -> list[str]:
    return [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]


@pytest.mark.usefixtures("qapp")
@given(plan=plans(), data=st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_models_follow_edits_undo_and_redo(plan: Plan, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        document = Document.new(plan, Places(Path(folder)))
        session = PlanSession(document)
        session.select(next((node.id for node in walk(plan) if isinstance(node, Indikator)), ""))
        models = [kind(session) for kind in MODELS]
        testers = [QAbstractItemModelTester(model, REPORT) for model in models]
        for _ in range(data.draw(st.integers(1, 8))):
            step = data.draw(st.sampled_from(["edit", "edit", "undo", "redo"]))
            if step == "edit":
                session.apply(data.draw(edits(session.plan)))
            else:
                getattr(session, step)()
            _assert_like_new(models, session)
        assert len(testers) == len(models)
        document.close()


def _assert_like_new(models: Sequence[KeyedModel], session: PlanSession) -> None:
    """Each model shows what one made just now would show."""
    session.findings.check_now()
    for model in models:
        fresh = type(model)(session)
        assert list(rows(model)) == list(rows(fresh))
        assert titles(model) == titles(fresh)
        fresh.deleteLater()
    QApplication.processEvents()


def test_an_open_editor_survives_an_edit_elsewhere(qapp: QApplication, tmp_path: Path) -> None:
    """A row that stays keeps its index, so that a view does not close its editor or lose its selection."""
    first, second = Sasaran(new_id(), "01", "satu"), Sasaran(new_id(), "02", "dua")
    document = Document.new(Plan(sasaran=(first, second)), Places(tmp_path))
    session = PlanSession(document)
    model = TargetModel(session)
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(1))
    kept = model.index_of(second.id)
    session.apply(edit.remove(first))
    session.apply(edit.add(Sasaran(new_id(), "00"), session.plan, 0))
    session.apply(edit.rearrange([second], session.plan, session.plan.sasaran[0]))
    assert model.key(kept) == second.id
    assert resets == []
    document.close()
