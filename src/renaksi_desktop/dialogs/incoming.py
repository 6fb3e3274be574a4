"""The way of a spreadsheet into a plan: how it is read, what it would change, and only then the change."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from renaksi_desktop.document.incoming import Incoming, Proposal
from renaksi_desktop.domain.comparison import summary
from renaksi_desktop.domain.errors import RenaksiError
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.domain.resplitting import Offer
from renaksi_desktop.spreadsheets.budget import Mapping
from renaksi_desktop.widgets.mapping_page import MappingPage
from renaksi_desktop.widgets.proposal_page import ProposalPage
from renaksi_desktop.widgets.text_scale import scaled

WIDTH, HEIGHT = 960, 560


class IncomingDialog(QDialog):
    """Accepted when `proposal` is to be taken over, by the open plan or by a new one."""

    proposal: Proposal

    def __init__(
        self, incoming: Incoming, plan: Plan | None, plan_name: str, parent: QWidget | None = None
    ) -> None:
        """Begin with what was read; `plan` is the open one, if any, and called `plan_name`."""
        super().__init__(parent)
        self._incoming, self._open_plan = incoming, plan
        self._said = QLabel()
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.setObjectName("judulImpor")
        self._page = ProposalPage(plan_name if plan else None, budget=incoming.mapping is not None)
        self._page.asked.connect(self._propose)
        self._pages = QStackedWidget()
        if incoming.mapping is not None:
            self._mapping = MappingPage(incoming.sheets, incoming.mapping)
            self._mapping.corrected.connect(self._correct)
            self._pages.addWidget(self._mapping)
        self._pages.addWidget(self._page)
        self.setWindowTitle(self.tr("Impor dari {}").format(incoming.name))
        self.resize(QSize(scaled(WIDTH), scaled(HEIGHT)).boundedTo(self.screen().availableSize()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self._said)
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._buttons())
        self._read()
        self._turn_to(0)

    @property
    def into_open_plan(self) -> bool:
        """Whether the open plan takes the file over, and not a new one."""
        return self._page.into_open_plan

    @property
    def _onto(self) -> Plan | None:
        return self._open_plan if self.into_open_plan else None

    def chosen(self) -> list[Offer]:
        """Return the lines that are to be shared out again."""
        return self._page.chosen()

    def _buttons(self) -> QHBoxLayout:
        self._back, self._go = QPushButton(self.tr("&Kembali")), QPushButton()
        cancel = QPushButton(self.tr("Batal"))
        self._back.setObjectName("kembali")
        self._go.setObjectName("lanjut")
        self._back.clicked.connect(lambda: self._turn_to(0))
        self._go.clicked.connect(self._go_on)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self._back, self._go, cancel):
            button.setAutoDefault(False)  # Enter goes on, whichever was used last
            row.addWidget(button)
        self._go.setDefault(True)
        return row

    def _correct(self, mapping: Mapping) -> None:
        self._incoming = self._incoming.corrected(mapping)
        self._read()

    def _read(self) -> None:
        """Tell what the file is, and below a mapping what comes out of it."""
        if self._incoming.source:
            said = self.tr("{} dibaca sebagai {}.").format(self._incoming.name, self._incoming.source)
        else:
            said = self.tr("{} tidak dikenali. Bila isinya anggaran, tunjukkan kolom kode, nama, dan jumlahnya.")
        self._said.setText(said.format(self._incoming.name))
        budget = self._incoming.budget(self._onto)
        if budget is not None:
            self._mapping.tell("\n".join(budget.remarks), doubtful=bool(budget.difference))
            self._go.setEnabled(bool(budget.anggaran))  # a budget without rupiah is a mapping without its column

    def _propose(self) -> None:
        try:
            self.proposal = self._incoming.proposal(self._onto, keep=self._page.keep)
        except RenaksiError as error:
            self._said.setText(str(error))
            self._go.setEnabled(False)
            return
        self._page.show_proposal(self.proposal)
        self._said.setText(self._summary())
        self._go.setEnabled(bool(self.proposal.changes))

    def _summary(self) -> str:
        """Tell in one line what would change, and that nothing has been changed yet."""
        doubtful = len(self.proposal.problems)
        if self.proposal.changes:
            told = self.tr("Belum ada yang diubah. Yang akan berubah: {}.").format(summary(self.proposal.changes))
        elif doubtful:
            told = self.tr("Tidak ada yang berubah.")
        else:
            told = self.tr("Isi {} sama dengan rencana; tidak ada yang berubah.").format(self._incoming.name)
        return f"{told} {self.tr('{} hal perlu diperiksa.').format(doubtful)}" if doubtful else told

    def _turn_to(self, number: int) -> None:
        """Show a page by its number, and what can be done from there."""
        self._pages.setCurrentIndex(number)
        last = self._pages.currentWidget() is self._page
        self._back.setVisible(last and self._pages.count() > 1)
        self._go.setText(self.tr("&Impor") if last else self.tr("&Lanjut"))
        if last:
            self._propose()
        else:
            self._read()
        (self._page if last else self._mapping).setFocus()

    def _go_on(self) -> None:
        if self._pages.currentWidget() is self._page:
            self.accept()
        else:
            self._turn_to(1)
