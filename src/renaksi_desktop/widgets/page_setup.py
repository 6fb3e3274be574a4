"""The panel that sets the printed page up, beside the pages that show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGroupBox, QLabel, QVBoxLayout, QWidget

from renaksi_desktop.domain.plan import Cantuman, Cetak
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.field_page import FieldPage
from renaksi_desktop.widgets.text_scale import FollowText, scaled

WIDTH: Final = 320


class PageSetup(FieldPage):
    """All choices of how the form is printed; each is an edit of the plan, seen at once in the preview."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setObjectName("pengaturanHalaman")
        self.setAccessibleName(self.tr("Pengaturan halaman"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        margins = ("margin_atas", "margin_bawah", "margin_kiri", "margin_kanan")
        layout.addWidget(self._choices(self.tr("Halaman"), ("kertas", *margins)))
        layout.addWidget(self._choices(self.tr("Tulisan"), ("gaya", "huruf")))
        layout.addWidget(self._choices(self.tr("Tabel"), ("periode", "kolom")))
        layout.addWidget(self._choices(self.tr("Keterangan"), ("cantuman", "ruang_tanda_tangan")))
        self._electronic = self._electronic_signing()
        layout.addWidget(self._electronic)
        layout.addStretch(1)
        self.setWidget(column)
        FollowText(self, lambda: self._fit(column))
        session.changed.connect(self._update)
        session.replaced.connect(self._update)
        self._update()

    def _fit(self, column: QWidget) -> None:
        """Be as wide as what it holds."""
        needed = max(scaled(WIDTH), column.minimumSizeHint().width())
        self.setMinimumWidth(needed + self.verticalScrollBar().sizeHint().width())

    def _choices(self, title: str, fields: Iterable[str]) -> QGroupBox:
        return self._group(title, fields, Cetak, Cetak.id, self._cetak)

    def _cetak(self) -> Sequence[Cetak]:
        return [self._session.plan.cetak]

    def _electronic_signing(self) -> QWidget:
        """Return the choices that only an electronic signature needs, with a word on what they are for."""
        group = self._choices(self.tr("Tanda tangan elektronik"), ("jangkar", "kalimat_tte"))
        hint = QLabel(
            self.tr(
                "Satu karakter untuk tiap penandatangan. Layanan tanda tangan elektronik menempatkan tanda tangan"
                " di karakter itu."
            )
        )
        hint.setWordWrap(True)
        hint.setForegroundRole(hint.foregroundRole().PlaceholderText)
        block = QWidget()
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(group)
        layout.addWidget(hint)
        return block

    def _update(self) -> None:
        self._electronic.setVisible(Cantuman.TTE in self._session.plan.cetak.cantuman)
