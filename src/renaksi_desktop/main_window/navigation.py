"""Going to a place in the plan: the page, the row and the cell."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QAbstractItemView, QWidget

from renaksi_desktop.domain.findings import Finding, Place
from renaksi_desktop.domain.outline import Key, nodes_of
from renaksi_desktop.domain.plan import (
    RO,
    Cetak,
    Dokumen,
    Id,
    Indikator,
    Komponen,
    Kontribusi,
    Penandatangan,
    Plan,
    SubKomponen,
)
from renaksi_desktop.main_window.pages import Pages
from renaksi_desktop.models.marked_model import MarkedModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.focus import make_current
from renaksi_desktop.widgets.indikator_panel import PARTICULARS


class Navigation(QObject):
    """Knows on which page and in which view each part of a plan is shown; the cell is the model's to know."""

    def __init__(self, session: PlanSession, pages: Pages) -> None:
        super().__init__(pages)
        self._session, self._pages = session, pages

    def go_to(self, finding: Finding) -> None:
        """Show the cell that a finding is about."""
        self.show(finding.where)

    def enter(self, key: Key) -> None:
        """Go from a row of the tree to the cell that is filled in there: a Kontribusi, or a row of targets."""
        nodes = nodes_of(key, self._session.index)
        if nodes:
            self.show(Place(nodes[0].id))

    def edit_text(self, node_id: Id) -> None:
        """Show a node and start typing its name; a new RO wants its kode first."""
        is_ro = self._session.index.get(node_id, RO) is not None
        view = self.show(Place(node_id, "kode" if is_ro else None))
        if view is not None:
            view.edit(view.currentIndex())

    def set_page_up(self, field: str | None = None) -> None:
        """Show the page set-up beside the preview, and in it a field or the first one."""
        self._pages.setCurrentWidget(self._pages.preview)
        self._pages.preview.page.setup.show_field(Cetak.id, field)

    def show(self, place: Place) -> QAbstractItemView | None:
        """Show a place and give it the keyboard; return the view whose current cell it is, if it is a cell."""
        node = self._session.index.nodes.get(place.node)
        if isinstance(node, Cetak):
            self.set_page_up(place.field)
            return None
        if isinstance(node, Plan | Dokumen | Penandatangan):
            self._pages.setCurrentWidget(self._pages.dokumen)
            self._pages.dokumen.page.show_field(place.node, place.field)
            return None
        target = self._pages.target
        self._session.select(place.node)
        if isinstance(node, Indikator) and place.field in PARTICULARS:
            self._pages.setCurrentWidget(target)
            target.panel.show_field(place.field)
            return None
        if isinstance(node, Kontribusi):
            target.panel.show_field(None)
            return self._focus(target, target.panel.table, place)
        if isinstance(node, RO | Komponen | SubKomponen):
            return self._focus(self._pages.anggaran, self._pages.anggaran.page.tree, place)
        target.show_column(_cell(target.grid, place).column())
        return self._focus(target, target.grid, place)

    def _focus(self, page: QWidget, view: QAbstractItemView, place: Place) -> QAbstractItemView:
        self._pages.setCurrentWidget(page)
        index = _cell(view, place)
        make_current(view, index)
        view.scrollTo(index)
        view.setFocus()
        return view


def _cell(view: QAbstractItemView, place: Place) -> QModelIndex:
    model = view.model()
    return model.index_at(place) if isinstance(model, MarkedModel) else QModelIndex()
