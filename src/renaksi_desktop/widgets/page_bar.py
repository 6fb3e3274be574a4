"""The slim bar above pages: which page, how large."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from renaksi_desktop.widgets.page_view import Fit, PageView
from renaksi_desktop.widgets.text_scale import FollowText


class PageBar(QWidget):
    """Leads a `PageView` and follows it."""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.setSpacing(4)
        self._number = self._page_field()
        self._previous = self._button("halamanSebelum", "‹", self.tr("Halaman sebelumnya"), lambda: self._step(-1))
        self._row.addWidget(self._number)
        self._next = self._button("halamanSesudah", "›", self.tr("Halaman berikutnya"), lambda: self._step(1))
        self._row.addSpacing(16)
        self._button("perkecil", "−", self.tr("Perkecil (Ctrl+−)"), lambda: view.step_zoom(-1))
        self._percent = QLabel()
        self._percent.setObjectName("persenPratinjau")
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        percent = self._percent
        FollowText(percent, lambda: percent.setMinimumWidth(percent.fontMetrics().horizontalAdvance("0.000 %")))
        self._row.addWidget(self._percent)
        self._button("perbesar", "+", self.tr("Perbesar (Ctrl++)"), lambda: view.step_zoom(1))
        self._row.addSpacing(16)
        self._fits = {
            Fit.WIDTH: self._fit_button("selebarHalaman", self.tr("Selebar halaman"), Fit.WIDTH),
            Fit.PAGE: self._fit_button("sehalamanPenuh", self.tr("Sehalaman penuh"), Fit.PAGE),
        }
        self._row.addStretch(1)
        self._state = QLabel()
        self._state.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._row.addWidget(self._state)
        view.currentChanged.connect(self._follow)
        view.zoomChanged.connect(self._follow)
        self._follow()

    def tell(self, state: str) -> None:
        """Show at the right what is being done; the empty text for nothing."""
        self._state.setText(state)

    def _page_field(self) -> QSpinBox:
        field = QSpinBox()
        field.setObjectName("nomorHalaman")
        field.setAccessibleName(self.tr("Nomor halaman"))
        field.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setKeyboardTracking(False)  # "12" is not first page 1
        field.valueChanged.connect(lambda number: self._view.go_to(number - 1))
        field.lineEdit().returnPressed.connect(self._view.setFocus)
        return field

    def _button(self, name: str, text: str, meaning: str, slot: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setAutoRaise(True)
        button.setToolTip(meaning)
        button.setAccessibleName(meaning)
        button.clicked.connect(lambda: slot())
        self._row.addWidget(button)
        return button

    def _fit_button(self, name: str, text: str, fit: Fit) -> QToolButton:
        button = self._button(name, text, text, lambda: self._view.set_fit(fit))
        button.setCheckable(True)
        return button

    def _step(self, by: int) -> None:
        self._view.go_to(self._view.current + by)

    def _follow(self) -> None:
        view, count = self._view, self._view.count
        self._number.blockSignals(True)
        self._number.setRange(min(count, 1), count)
        self._number.setSuffix(self.tr(" dari {}").format(count))
        self._number.setValue(view.current + 1)
        self._number.blockSignals(False)
        self._previous.setEnabled(view.current > 0)
        self._next.setEnabled(view.current < count - 1)
        self._percent.setText(f"{view.zoom:.0%}".replace("%", " %"))
        for fit, button in self._fits.items():
            button.setChecked(view.fit is fit)
