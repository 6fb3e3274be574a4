"""The main window: the plan's tree at the left, pages in the middle, findings below."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop import settings
from renaksi_desktop.document.document import Document
from renaksi_desktop.domain.errors import RenaksiError
from renaksi_desktop.domain.fields import MAX_PENANDATANGAN
from renaksi_desktop.domain.plan import RO, Indikator, Komponen, Kontribusi, Periode, Sasaran, SubKomponen
from renaksi_desktop.main_window.commands import Commands
from renaksi_desktop.main_window.editing import Editing
from renaksi_desktop.main_window.exports import Exports
from renaksi_desktop.main_window.files import Files
from renaksi_desktop.main_window.menus import add_tool_bar, fill_menu_bar
from renaksi_desktop.main_window.navigation import Navigation
from renaksi_desktop.main_window.pages import Pages
from renaksi_desktop.main_window.printing import Printing
from renaksi_desktop.main_window.status import Status
from renaksi_desktop.main_window.structure import Structure
from renaksi_desktop.main_window.targets import title
from renaksi_desktop.main_window.work import Work
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.settings import Settings
from renaksi_desktop.storage.places import Places
from renaksi_desktop.widgets.findings_panel import FindingsPanel
from renaksi_desktop.widgets.notice_bar import NoticeBar
from renaksi_desktop.widgets.plan_tree import PlanTree
from renaksi_desktop.widgets.progress_strip import ProgressStrip
from renaksi_desktop.widgets.typed_text import take_over_typed_text

TREE_WIDTH, FINDINGS_HEIGHT, ROOMY_HEIGHT = 224, 152, 640
PROGRAM: Final = "Renaksi Desktop"


class MainWindow(QMainWindow):
    """One window over one document at a time."""

    def __init__(self, document: Document, places: Places) -> None:
        super().__init__()
        self._commands = Commands(self)
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.session = PlanSession(document, self)
        self.notices, self._strip = NoticeBar(), ProgressStrip()
        self._work = Work(self.notices, self._strip, self)
        self._places = places
        self._settings = settings.load(places.settings)
        self._files = Files(self, self.session, places, self.notices)
        self._exports = Exports(self, self.session, self.notices, self._work)
        self._printing = Printing(
            self,
            self.session,
            self._work,
            self.notices,
            current_page=lambda: self.pages.form_page_in_view(),
        )
        self._structure = Structure(self.session, self)
        self._editing = Editing(self, self.session)
        self._make_commands()
        self._build_pages()
        self._build_docks()
        self._recent = fill_menu_bar(self, self._commands)
        self._recent.aboutToShow.connect(self._list_recent)
        add_tool_bar(self, self._commands)
        self.setStatusBar(Status(self.session, self._commands["temuan"]))
        self._navigation = Navigation(self.session, self.pages)
        self._connect()
        self._let_editors_keep_their_keys()
        self._commands.paint_icons()
        self._arrange()
        self._show_periode(self._settings.shown_periode())
        self.session.select_first()
        self._update()

    # Building

    def _make_commands(self) -> None:
        self._make_file_commands()
        self._make_edit_commands()
        self._make_plan_commands()
        self._make_view_commands()

    def _make_file_commands(self) -> None:
        add, files, exports = self._commands.add, self._files, self._exports
        add("baru", self.tr("Rencana &Baru"), files.new, "Ctrl+N")
        add("buka", self.tr("B&uka…"), files.ask_open, "Ctrl+O")
        add("simpan", self.tr("&Simpan Rencana"), files.save, "Ctrl+S")
        add("simpan-sebagai", self.tr("Simpan Seba&gai…"), files.save_as, "Ctrl+Shift+S")
        add("pdf", self.tr("Ekspor &PDF…"), exports.pdf, "Ctrl+E")
        add("json", self.tr("Ekspor &JSON…"), exports.json, "Ctrl+Shift+E")
        add("atur-halaman", self.tr("Pengaturan &Halaman"), lambda: self._navigation.set_page_up(), "Ctrl+Shift+H")
        add("cetak", self.tr("&Cetak…"), self._printing.print, "Ctrl+P")
        add("keluar", self.tr("&Keluar"), self.close, "Ctrl+Q")

    def _make_edit_commands(self) -> None:
        add = self._commands.add
        add("urung", self.tr("&Urungkan"), self._undo, "Ctrl+Z")
        add("ulang", self.tr("U&langi"), self.session.redo, "Ctrl+Y", "Ctrl+Shift+Z")
        add("potong", self.tr("Po&tong"), self._editing.cut, "Ctrl+X")
        add("salin", self.tr("&Salin"), self._editing.copy, "Ctrl+C")
        add("tempel", self.tr("T&empel"), self._editing.paste, "Ctrl+V")
        add("isi-kanan", self.tr("Isi ke &Kanan"), self._editing.fill_right, "Ctrl+R")
        add("isi-bawah", self.tr("Isi ke Ba&wah"), self._editing.fill_down, "Ctrl+D")
        add("pilih-semua", self.tr("P&ilih Semua"), self._editing.select_all, "Ctrl+A")

    def _make_plan_commands(self) -> None:
        add, structure = self._commands.add, self._structure
        add("tambah-sasaran", self.tr("Tambah &Sasaran"), lambda: structure.add(Sasaran), "Ctrl+Shift+N")
        add("tambah-indikator", self.tr("Tambah &Indikator"), lambda: structure.add(Indikator), "Ctrl+I")
        add("tambah-kontribusi", self.tr("Tambah &Kontribusi…"), self._add_kontribusi, "Ctrl+K")
        add("tambah-ro", self.tr("Tambah &RO"), lambda: structure.add(RO), "Ctrl+Alt+R")
        add("tambah-komponen", self.tr("Tambah &Komponen"), lambda: structure.add(Komponen), "Ctrl+Alt+K")
        add(
            "tambah-subkomponen",
            self.tr("Tambah &Sub Komponen"),
            lambda: structure.add(SubKomponen),
            "Ctrl+Alt+S",
        )
        add("bagi", self.tr("&Bagi ke Indikator…"), self._share_out, "Ctrl+B")
        add("tambah-penandatangan", self.tr("Tambah &Penandatangan"), self._add_penandatangan, "Ctrl+Shift+P")
        add("gandakan", self.tr("&Gandakan"), structure.duplicate, "Ctrl+Shift+D")
        add("naik", self.tr("Pindahkan ke &Atas"), lambda: structure.shift(-1), "Alt+Up")
        add("turun", self.tr("Pindahkan ke &Bawah"), lambda: structure.shift(1), "Alt+Down")
        add("nomori", self.tr("&Nomori Ulang"), structure.renumber, "Ctrl+Shift+R")
        add("hapus", self.tr("&Hapus"), structure.remove, "Ctrl+Delete")

    def _make_view_commands(self) -> None:
        add = self._commands.add
        add("halaman-target", self.tr("&Target"), lambda: self.pages.setCurrentIndex(0), "Ctrl+1")
        add("halaman-anggaran", self.tr("&Anggaran"), lambda: self.pages.setCurrentIndex(1), "Ctrl+2")
        add("halaman-matriks", self.tr("&Matriks"), lambda: self.pages.setCurrentIndex(2), "Ctrl+3")
        add("halaman-dokumen", self.tr("&Dokumen"), lambda: self.pages.setCurrentIndex(3), "Ctrl+4")
        add("halaman-pratinjau", self.tr("P&ratinjau"), lambda: self.pages.setCurrentIndex(4), "Ctrl+5")
        for periode, text in (
            (Periode.BULANAN, self.tr("Target &Bulanan")),
            (Periode.TRIWULAN, self.tr("Target Tri&wulan")),
            (Periode.KEDUANYA, self.tr("B&ulanan dan Triwulan")),
        ):
            add(f"lihat-{periode}", text, partial(self._show_periode, periode)).setCheckable(True)
        add("pohon", self.tr("&Pohon Rencana"), lambda: _toggle(self._tree_dock), "Ctrl+Shift+T")
        add("temuan", self.tr("T&emuan"), lambda: _toggle(self._findings_dock), "Ctrl+Shift+M")
        add("tentang", self.tr("&Tentang Renaksi Desktop"), self._show_about, "Shift+F1")

    def _build_pages(self) -> None:
        commands = self._commands
        budget = ("tambah-ro", "tambah-komponen", "tambah-subkomponen", "bagi")
        self.pages = Pages(self.session, commands["tambah-kontribusi"], [commands[name] for name in budget])
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notices)
        layout.addWidget(self._strip)
        layout.addWidget(self.pages)
        self.setCentralWidget(centre)

    def _build_docks(self) -> None:
        self.tree = PlanTree(self.session)
        self.findings = FindingsPanel(self.session)
        self._tree_dock = self._dock("pohonDock", self.tr("Rencana"), self.tree)
        self._findings_dock = self._dock("temuanDock", self.tr("Temuan"), self.findings)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self._tree_dock)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._findings_dock)
        for name, dock in (("pohon", self._tree_dock), ("temuan", self._findings_dock)):
            self._commands[name].setCheckable(True)
            dock.visibilityChanged.connect(self._commands[name].setChecked)
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.resizeDocks([self._tree_dock], [TREE_WIDTH], Qt.Orientation.Horizontal)
        self.resizeDocks([self._findings_dock], [FINDINGS_HEIGHT], Qt.Orientation.Vertical)

    def _dock(self, name: str, title: str, widget: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(widget)
        return dock

    def _let_editors_keep_their_keys(self) -> None:
        """Remove parts only from a view that has the keyboard: in a text, the same keys delete a word."""
        remove = self._commands["hapus"]
        self.removeAction(remove)
        target = self.pages.target
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        for view in (self.tree, target.grid, target.panel.table, self.pages.anggaran.tree):
            view.addAction(remove)

    def _connect(self) -> None:
        self.session.refused.connect(self.notices.warn)
        self.session.stateChanged.connect(self._update)
        self.session.currentChanged.connect(self._update)
        self._structure.added.connect(self._navigation.edit_text)
        for asks in (self.findings, self._exports):
            asks.wanted.connect(self._navigation.go_to)
        self._files.opened.connect(lambda path: self._remember(self._settings.with_recent(path)))
        self._files.gone.connect(lambda path: self._remember(self._settings.without_recent(path)))

    # Following the document

    def _update(self) -> None:
        document, commands, structure = self.session.document, self._commands, self._structure
        self.setWindowTitle(f"{title(document)}[*] - {PROGRAM}")
        self.setWindowModified(document.is_modified)
        for name, text, step in (
            ("urung", self.tr("&Urungkan"), document.undo_name),
            ("ulang", self.tr("U&langi"), document.redo_name),
        ):
            commands[name].setEnabled(step is not None)
            commands[name].setText(f"{text} {step}" if step else text)
        commands["tambah-indikator"].setEnabled(structure.can_add(Indikator))
        commands["tambah-komponen"].setEnabled(structure.can_add(Komponen))
        commands["tambah-subkomponen"].setEnabled(structure.can_add(SubKomponen))
        commands["tambah-kontribusi"].setEnabled(self.session.focus(Indikator) is not None)
        line = self.session.focus(SubKomponen) or self.session.focus(Kontribusi)
        commands["bagi"].setEnabled(line is not None)
        parts = structure.parts()
        commands["hapus"].setEnabled(bool(parts))
        few = len(self.session.plan.penandatangan) < MAX_PENANDATANGAN
        commands["tambah-penandatangan"].setEnabled(few)
        for name in ("naik", "turun"):
            commands[name].setEnabled(len(parts) == 1)
        for name in ("gandakan", "nomori"):
            commands[name].setEnabled(structure.coded() is not None)

    def _undo(self) -> None:
        take_over_typed_text()  # so that it can be done again
        self.session.undo()

    def _add_kontribusi(self) -> None:
        from renaksi_desktop.dialogs.add_kontribusi import AddKontribusiDialog  # not needed for the first paint

        indikator = self.session.focus(Indikator)
        if indikator is not None:
            dialog = AddKontribusiDialog(self.session, indikator, self)
            dialog.exec()
            dialog.deleteLater()

    def _share_out(self) -> None:
        self.pages.setCurrentWidget(self.pages.anggaran)
        self.pages.anggaran.share_out()

    def _add_penandatangan(self) -> None:
        self.pages.setCurrentWidget(self.pages.dokumen)
        self.pages.dokumen.page.add_penandatangan()

    def _show_periode(self, periode: Periode) -> None:
        self.pages.target.show_periode(periode)
        for other in Periode:
            self._commands[f"lihat-{other}"].setChecked(other is periode)
        self._settings = replace(self._settings, periode=periode.value)

    def _show_about(self) -> None:
        from renaksi_desktop.dialogs.about import show_about  # not needed for the first paint

        show_about(self)

    # Files

    def open(self, path: Path) -> None:
        """Open a plan in this window, asking first about unsaved changes."""
        self._files.open(path)

    def recover(self, copy: Path) -> MainWindow:
        """Go on with unsaved work: in this window if it has none of its own, else in another."""
        document = Document.recover(copy, self._places)
        if not self.session.document.is_modified:
            self.session.replace(document)
            return self
        window = MainWindow(document, self._places)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show()
        return window

    def check_now(self) -> None:
        """Bring the findings up to date without waiting."""
        self.session.findings.check_now()

    def finish_work(self) -> None:
        """Return when nothing runs off the UI thread any more; a window may not be deleted before."""
        self._work.stop()
        self.pages.stop()

    def _list_recent(self) -> None:
        self._recent.clear()
        for name in self._settings.recent:
            action = self._recent.addAction(name)
            action.triggered.connect(lambda _=False, path=Path(name): self.open(path))
        if not self._settings.recent:
            self._recent.addAction(self.tr("Belum ada berkas")).setEnabled(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.open(path)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self.session.findings.check_soon)  # the first check waits for the first paint

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._work.is_busy:
            self.notices.warn(self.tr("Tunggu sampai selesai, atau batalkan dahulu."))
        if self._work.is_busy or not self._files.may_leave():
            event.ignore()
            return
        self.finish_work()
        self._remember_arrangement()
        try:
            self.session.document.close()
        except RenaksiError as error:
            QMessageBox.warning(self, PROGRAM, str(error))
        super().closeEvent(event)

    # Settings

    def _arrange(self) -> None:
        if self.restoreGeometry(_decoded(self._settings.geometry)):
            self.restoreState(_decoded(self._settings.state))
            return
        self.resize(1280, 680)
        self.setWindowState(Qt.WindowState.WindowMaximized)
        self._findings_dock.setVisible(self.screen().availableSize().height() >= ROOMY_HEIGHT)

    def _remember_arrangement(self) -> None:
        geometry, state = _encoded(self.saveGeometry()), _encoded(self.saveState())
        self._remember(replace(self._settings, geometry=geometry, state=state))

    def _remember(self, new: Settings) -> None:
        self._settings = new
        try:
            settings.store(new, self._places.settings)
        except RenaksiError as error:
            self.notices.warn(str(error))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._commands.paint_icons()
        return super().event(event)


def _dropped_file(event: QDropEvent) -> Path | None:
    """Return the first file of this machine among what is dragged."""
    names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return next((Path(name) for name in names if name and "\0" not in name), None)


def _toggle(dock: QDockWidget) -> None:
    dock.setVisible(not dock.isVisible())


def _encoded(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()


def _decoded(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode())
