"""The main window: the plan's tree at the left, pages in the middle, findings below."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from renaksi_desktop.document.document import Document
from renaksi_desktop.domain.errors import RenaksiError
from renaksi_desktop.domain.plan import Periode
from renaksi_desktop.main_window import availability, command_set, context_menus, outlines
from renaksi_desktop.main_window.arrangement import Arrangement
from renaksi_desktop.main_window.commands import Commands
from renaksi_desktop.main_window.docks import Docks
from renaksi_desktop.main_window.editing import Editing
from renaksi_desktop.main_window.exports import Exports
from renaksi_desktop.main_window.files import Files
from renaksi_desktop.main_window.help import Help
from renaksi_desktop.main_window.imports import Imports
from renaksi_desktop.main_window.looks import Looks
from renaksi_desktop.main_window.menus import add_tool_bar, fill_menu_bar
from renaksi_desktop.main_window.navigation import Navigation
from renaksi_desktop.main_window.new_plans import NewPlans
from renaksi_desktop.main_window.pages import Pages
from renaksi_desktop.main_window.printing import Printing
from renaksi_desktop.main_window.searching import Searching
from renaksi_desktop.main_window.start import Start
from renaksi_desktop.main_window.status import Status
from renaksi_desktop.main_window.structure import Structure
from renaksi_desktop.main_window.targets import title
from renaksi_desktop.main_window.tasks_of_plan import TasksOfPlan
from renaksi_desktop.main_window.work import Work
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.settings import Memory, Settings
from renaksi_desktop.storage.places import Places
from renaksi_desktop.widgets.key_names import sequences
from renaksi_desktop.widgets.notice_bar import NoticeBar
from renaksi_desktop.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from renaksi_desktop.widgets.start_page import StartPage

PROGRAM: Final = "Renaksi Desktop"


class MainWindow(QMainWindow):
    """One window over one document at a time."""

    def __init__(self, document: Document, places: Places, memory: Memory) -> None:
        super().__init__()
        self._places, self._memory = places, memory
        self._looks = Looks(self, settings=lambda: memory.settings, remember=self._remember)
        self._commands = Commands(self)
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.session = PlanSession(document, self)
        self.notices, self._strip = NoticeBar(), ProgressStrip()
        self._work = Work(self.notices, self._strip, self)
        self._files = Files(self, self.session, places, self.notices)
        self._imports = Imports(
            self, self.session, self._files, self._work, self.notices, has_plan=lambda: not self._start.is_shown
        )
        self._exports = Exports(self, self.session, self.notices, self._work)
        self._printing = Printing(
            self,
            self.session,
            self._work,
            self.notices,
            current_page=lambda: self.pages.form_page_in_view(),
        )
        self._structure = Structure(self.session, self)
        self._editing = Editing(self)
        self._make_commands()
        self._build_pages()
        self._docks = Docks(self, self.session, self._commands)
        self.tree, self.findings = self._docks.tree, self._docks.findings
        self._recent = fill_menu_bar(self, self._commands)
        self._recent.aboutToShow.connect(self._list_recent)
        add_tool_bar(self, self._commands)
        self.setStatusBar(Status(self.session, self._commands["temuan"]))
        self._navigation = Navigation(self.session, self.pages)
        self._searching = Searching(self.session, self._navigation, self._centre)
        self._connect()
        self._bind_keys()
        self._commands.paint_icons()
        self._arrangement = Arrangement(self, self.pages, self._memory.settings)
        self._arrange()
        self.pages.target.show_periode(Periode(self._memory.settings.periode))
        self.pages.target.show_particulars(self._memory.settings.columns)
        self.session.select_first()
        self._update()

    # Building

    def _make_commands(self) -> None:
        """Make all commands; what they lead to may be built later."""
        commands, tasks = self._commands, TasksOfPlan(self, self.session, lambda: self.pages)
        command_set.add_file_commands(
            commands,
            self._files,
            self._imports,
            self._exports,
            self._printing,
            start=lambda: self._start.show(),
            set_page_up=lambda: self._navigation.set_page_up(),
            leave=self.close,
        )
        command_set.add_edit_commands(commands, self.session, self._editing)
        command_set.add_search_commands(commands, lambda: self._searching)
        command_set.add_plan_commands(commands, self._structure, tasks)
        command_set.add_view_commands(
            commands,
            show_page=lambda name: self.pages.show_page(name),
            show_periode=lambda periode: self.pages.target.show_periode(periode),
            toggle_column=lambda name: self.pages.target.toggle_particular(name),
            toggle_tree=lambda: self._docks.toggle_tree(),
            toggle_findings=lambda: self._docks.toggle_findings(),
            toggle_only=tasks.toggle_only,
            open_all=lambda: outlines.open_all(self.tree),
            close_all=lambda: outlines.close_all(self.tree),
        )
        self._looks.add_commands(commands)
        command_set.add_help_commands(commands, Help(self), about=self._show_about)

    def _build_pages(self) -> None:
        commands = self._commands
        budget = ("tambah-ro", "tambah-komponen", "tambah-subkomponen", "bagi")
        of_indikator = ("isi-pola", "tambah-kontribusi")
        self.pages = Pages(
            self.session, [commands[name] for name in of_indikator], [commands[name] for name in budget]
        )
        new_plans = NewPlans(self, self._files, self.notices)
        self._start = Start(
            self,
            self.pages,
            self._commands,
            make_page=lambda: _start_page(self._files, new_plans, self._imports),
            recent=lambda: self._memory.settings.recent,
        )
        centre = QWidget()
        self._centre = layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._start.stack, 1)
        for below in (self._strip, self.notices):  # above, they would move the rows from under the pointer
            layout.addWidget(below)
        self.setCentralWidget(centre)

    def _bind_keys(self) -> None:
        """Bind what is no plain command; parts are removed by a key only where no text has the keyboard.

        In a text the same keys delete a word.
        """
        remove = self._commands["hapus"]
        self.removeAction(remove)
        target = self.pages.target
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        for view in (self.tree, target.grid, target.panel.table):
            view.addAction(remove)
        self.pages.anggaran.when_made(lambda page: page.tree.addAction(remove))
        ask = QShortcut(sequences("Shift+F10")[0], self)  # not every platform makes a menu of it by itself
        ask.activated.connect(lambda: context_menus.ask_by_key(self))

    def _connect(self) -> None:
        self.session.refused.connect(self.notices.warn)
        self.session.told.connect(self.notices.inform_of_step)
        self.session.stateChanged.connect(self._update)
        self.session.currentChanged.connect(self._update)
        self.pages.currentChanged.connect(lambda: self.session.summed.emit(None))
        self.session.chosenChanged.connect(self._update)
        self.session.only.changed.connect(self._update)
        self.session.replaced.connect(self._start.leave)
        self._start.toggled.connect(self._update)
        self._start.toggled.connect(self._searching.close)
        self._structure.added.connect(self._navigation.edit_text)
        self._structure.told.connect(self.notices.inform_of_step)
        self._structure.removed.connect(self._tell_removed)
        for signal in (self.session.changed, self.session.replaced):
            signal.connect(self.notices.pass_by)
        self.tree.removing.connect(self._structure.remove)
        self.tree.entering.connect(self._navigation.enter)
        for asks in (self.findings, self._exports):
            asks.wanted.connect(self._navigation.go_to)
        self.pages.wanted.connect(self._navigation.show)
        self.pages.target.periodeShown.connect(self._tell_periode)
        self.pages.target.particularsShown.connect(self._tell_columns)
        self._files.opened.connect(lambda path: self._remember(self._memory.settings.with_recent(path)))
        self._files.begun.connect(lambda: self.pages.setCurrentWidget(self.pages.target))
        self._files.gone.connect(lambda path: self._remember(self._memory.settings.without_recent(path)))

    # Following the document

    def _update(self) -> None:
        document = self.session.document
        self.setWindowTitle(f"{PROGRAM}[*]" if self._start.is_shown else f"{title(document)}[*] - {PROGRAM}")
        self.setWindowModified(document.is_modified)
        availability.update(self._commands, self.session, self._structure)

    def _tell_removed(self, told: str) -> None:
        self.notices.inform_of_step(told, {self.tr("Urungkan"): self.session.undo})

    def _tell_periode(self, periode: Periode) -> None:
        for other, command in command_set.PERIODE_COMMANDS.items():
            self._commands[command].setChecked(other is periode)
        self._memory.settings = replace(self._memory.settings, periode=periode.value)

    def _tell_columns(self, names: tuple[str, ...]) -> None:
        for name, command in command_set.COLUMN_COMMANDS.items():
            self._commands[command].setChecked(name in names)
        self._memory.settings = replace(self._memory.settings, columns=names)

    def _show_about(self) -> None:
        from renaksi_desktop.dialogs.about import show_about  # not needed for the first paint

        show_about(self)

    # Files

    def open(self, path: Path) -> None:
        """Open a plan in this window, asking first about unsaved changes."""
        self._files.open(path)

    def show_start(self) -> None:
        """Show the start page: nothing is worked on yet."""
        self._start.show(can_leave=False)

    def recover(self, copy: Path) -> MainWindow:
        """Go on with unsaved work: in this window if it has none of its own, else in another."""
        document = Document.recover(copy, self._places)
        if not self.session.document.is_modified:
            self.session.replace(document)
            return self
        window = MainWindow(document, self._places, self._memory)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show()
        return window

    def check_now(self) -> None:
        """Bring the findings up to date without waiting."""
        self.session.findings.check_now()

    def finish_work(self) -> None:
        """Return when nothing runs off the UI thread any more; a window may not be deleted before."""
        self._work.stop()
        self._start.stop()
        self.pages.stop()

    def _list_recent(self) -> None:
        self._recent.clear()
        for name in self._memory.settings.recent:
            action = self._recent.addAction(name)
            action.triggered.connect(lambda _=False, path=Path(name): self.open(path))
        if not self._memory.settings.recent:
            self._recent.addAction(self.tr("Belum ada berkas")).setEnabled(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None:
            event.setDropAction(Qt.DropAction.CopyAction)  # a move would have the other program delete its file
            event.accept()
            self.open(path)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self.session.findings.check_soon)  # the first check waits for the first paint

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not context_menus.open_menu(event, self, self._commands):
            super().contextMenuEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._work.is_busy:
            self.notices.warn(self.tr("Tunggu sampai selesai, atau batalkan dahulu."))
        if self._work.is_busy or not self._files.may_leave():
            event.ignore()
            return
        self.finish_work()
        self._remember(self._arrangement.told(self._memory.settings, self._start.state()))
        try:
            self.session.document.close()
        except RenaksiError as error:
            from PySide6.QtWidgets import QMessageBox  # dialogs are not needed for the first paint

            QMessageBox.warning(self, PROGRAM, str(error))
        super().closeEvent(event)

    # Settings

    def _arrange(self) -> None:
        if not self._arrangement.restore(self._memory.settings):
            self._docks.arrange_for(self.screen().availableSize().height())

    def _remember(self, new: Settings) -> None:
        try:
            self._memory.keep(new)
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


def _start_page(files: Files, new_plans: NewPlans, imports: Imports) -> StartPage:
    from renaksi_desktop.main_window.start_choices import start_page  # a window on a plan opens without it

    return start_page(files, new_plans, imports)
