"""Going to a place in the plan: the page, the row and the cell."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView, QWidget

from renaksi_desktop.domain.findings import Finding
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
from renaksi_desktop.models import anggaran_tree, kontribusi_table, target_grid
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.focus import make_current
from renaksi_desktop.widgets.indikator_panel import PARTICULARS


class Navigation(QObject):
    """Knows on which page, in which view and column each part of a plan is shown."""

    def __init__(self, session: PlanSession, pages: Pages) -> None:
        super().__init__(pages)
        self._session, self._pages = session, pages

    def go_to(self, finding: Finding) -> None:
        """Show the cell that a finding is about."""
        where = finding.where
        self._show(where.node, where.field, where.bulan)

    def edit_text(self, node_id: Id) -> None:
        """Show a node and start typing its name; a new RO wants its kode first."""
        is_ro = self._session.index.get(node_id, RO) is not None
        view = self._show(node_id, "kode" if is_ro else None, None)
        if view is not None:
            view.edit(view.currentIndex())

    def set_page_up(self, field: str | None = None) -> None:
        """Show the page set-up beside the preview, and in it a field or the first one."""
        self._pages.setCurrentWidget(self._pages.preview)
        self._pages.preview.page.setup.show_field(Cetak.id, field)

    def _show(self, node_id: Id, field: str | None, bulan: int | None) -> QAbstractItemView | None:
        node = self._session.index.nodes.get(node_id)
        if isinstance(node, Cetak):
            self.set_page_up(field)
            return None
        if isinstance(node, Plan | Dokumen | Penandatangan):
            self._pages.setCurrentWidget(self._pages.dokumen)
            self._pages.dokumen.page.show_field(node_id, field)
            return None
        target, anggaran = self._pages.target, self._pages.anggaran
        self._session.select(node_id)
        if isinstance(node, RO | Komponen | SubKomponen):
            column = {"kode": anggaran_tree.KODE, "anggaran": anggaran_tree.ANGGARAN}.get(
                field or "", anggaran_tree.NAMA
            )
            return self._focus(anggaran, anggaran.tree, node_id, column)
        if isinstance(node, Indikator) and field in PARTICULARS:
            self._pages.setCurrentWidget(target)
            target.panel.show_field(field)
            return None
        if isinstance(node, Kontribusi):
            target.panel.show_field(None)
            return self._focus(target, target.panel.table, node_id, kontribusi_table.KONTRIBUSI)
        return self._focus(target, target.grid, node_id, _target_column(field, bulan))

    def _focus(self, page: QWidget, view: QAbstractItemView, node_id: Id, column: int) -> QAbstractItemView:
        self._pages.setCurrentWidget(page)
        model = view.model()
        if isinstance(model, KeyedModel):
            index = model.index_of(node_id, column)
            make_current(view, index)
            view.scrollTo(index)
        view.setFocus()
        return view


def _target_column(field: str | None, bulan: int | None) -> int:
    if bulan is not None:
        return target_grid.FIRST_BULAN + bulan - 1
    return target_grid.KODE if field == "kode" else target_grid.URAIAN
