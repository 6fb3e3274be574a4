"""The parameters of a pattern: those that the chosen one heeds, typed in either style of numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QGridLayout, QLabel, QLineEdit, QSpinBox, QWidget

from renaksi_desktop.domain.bulan import BULAN, NAMA_BULAN, label
from renaksi_desktop.domain.numerals import NumberRefused
from renaksi_desktop.domain.pattern import DONE, PATTERNS, Filling, Pattern
from renaksi_desktop.domain.target import parse_target
from renaksi_desktop.widgets.text_scale import scaled

MOST_PLACES: Final = 4
STEP_MONTHS: Final = BULAN[:-1]
"""B12 is the annual target."""

LABEL_WIDTH: Final = 128
STEPS_IN_A_LINE: Final = 6
STEP_WIDTH: Final = 48


class PatternForm(QWidget):
    """Fields for the annual target and for each parameter of a `Filling`."""

    changed = Signal()

    def __init__(self, annual: str) -> None:
        """`annual` says which annual target is meant while none is typed."""
        super().__init__()
        self._annual, self._start, self._reached = (
            _line("targetTahunanPola"),
            _line("nilaiPertama"),
            _line("progresB11"),
        )
        self._annual.setPlaceholderText(annual)
        self._annual.setToolTip(self.tr("Yang ditulis di sini menjadi target tahunan Indikator pula."))
        self._start.setPlaceholderText(self.tr("langkah sama besar dari nol"))
        self._reached.setPlaceholderText("100")
        self._first, self._places = _months(), _places(self.tr("menyesuaikan"))
        self._steps = {bulan: _line(f"nilai{label(bulan)}") for bulan in STEP_MONTHS}
        self._form = QFormLayout(self)
        self._rows = self._lay_out()
        for line in (self._annual, self._start, self._reached, *self._steps.values()):
            line.textChanged.connect(self.changed)
        self._first.currentIndexChanged.connect(self.changed)
        self._places.valueChanged.connect(self.changed)

    def show_pattern(self, pattern: Pattern) -> None:
        """Show the fields that a pattern heeds."""
        for name, field in self._rows.items():
            self._form.setRowVisible(field, name in PATTERNS[pattern].heeds)

    def filling(self, pattern: Pattern, *, declare: bool, blank_only: bool) -> Filling:
        """Return what is typed.

        Raises:
            NumberRefused: a field that the pattern heeds holds no number; the sentence begins with its name.
        """
        heeded = PATTERNS[pattern].heeds
        reached = self._number(self._reached) if "reached" in heeded else None
        return Filling(
            pattern,
            annual=self._number(self._annual),
            first=self._first.currentData(),
            start=self._number(self._start) if "start" in heeded else None,
            reached=DONE if reached is None else reached,
            places=None if self._places.value() < 0 else self._places.value(),
            steps=self._typed_steps() if "steps" in heeded else {},
            declare=declare,
            blank_only=blank_only,
        )

    def _lay_out(self) -> dict[str, QWidget]:
        """Lay out all rows; return those that a pattern may not heed, by parameter."""
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._add(self.tr("&Target tahunan"), self._annual)
        return {
            "first": self._add(self.tr("&Mulai bulan"), self._first),
            "start": self._add(self.tr("Nilai &pertama"), self._start),
            "reached": self._add(self.tr("Progres di &B11 (%)"), self._reached),
            "steps": self._add(self.tr("Nilai &baru mulai"), self._steps_grid()),
            "places": self._add(self.tr("Angka &desimal"), self._places),
        }

    def _add(self, text: str, field: QWidget) -> QWidget:
        field.setAccessibleName(text.replace("&", ""))
        name = QLabel(text)
        name.setMinimumWidth(scaled(LABEL_WIDTH))  # so that fields stay in place from one pattern to the next
        self._form.addRow(name, field)
        name.setBuddy(field)
        return field

    def _steps_grid(self) -> QWidget:
        owner = QWidget()
        grid = QGridLayout(owner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for bulan, line in self._steps.items():
            row, column = divmod(bulan - 1, STEPS_IN_A_LINE)
            line.setAccessibleName(self.tr("Nilai mulai {}").format(NAMA_BULAN[bulan - 1]))
            line.setFixedWidth(scaled(STEP_WIDTH))
            grid.addWidget(QLabel(label(bulan)), 2 * row, column)
            grid.addWidget(line, 2 * row + 1, column)
        grid.setColumnStretch(STEPS_IN_A_LINE, 1)
        owner.setFocusProxy(self._steps[1])
        return owner

    def _typed_steps(self) -> dict[int, Decimal]:
        typed = {bulan: self._number(line) for bulan, line in self._steps.items()}
        return {bulan: value for bulan, value in typed.items() if value is not None}

    def _number(self, line: QLineEdit) -> Decimal | None:
        try:
            value = parse_target(line.text(), numbers=True)
        except NumberRefused as reason:
            raise NumberRefused(f"{line.accessibleName()}: {reason}") from None
        return value if isinstance(value, Decimal) else None


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    return line


def _months() -> QComboBox:
    box = QComboBox()
    box.setObjectName("mulaiBulan")
    for bulan in BULAN:
        box.addItem(f"{label(bulan)} {NAMA_BULAN[bulan - 1]}", bulan)
    return box


def _places(none: str) -> QSpinBox:
    box = QSpinBox()
    box.setObjectName("angkaDesimal")
    box.setRange(-1, MOST_PLACES)
    box.setSpecialValueText(none)
    box.setValue(-1)
    return box
