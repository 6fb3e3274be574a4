"""Which commands the window has: their words, their keys, and what each of them does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication

from renaksi_desktop.domain.plan import RO, Indikator, Komponen, Periode, Sasaran, SubKomponen
from renaksi_desktop.main_window.commands import Commands
from renaksi_desktop.main_window.editing import Editing
from renaksi_desktop.main_window.exports import Exports
from renaksi_desktop.main_window.files import Files
from renaksi_desktop.main_window.help import Help
from renaksi_desktop.main_window.imports import Imports
from renaksi_desktop.main_window.printing import Printing
from renaksi_desktop.main_window.searching import Searching
from renaksi_desktop.main_window.structure import Structure
from renaksi_desktop.main_window.tasks_of_plan import TasksOfPlan
from renaksi_desktop.models.session import PlanSession

Slot = Callable[[], object]

PERIODE_COMMANDS: Final = {periode: f"lihat-{periode}" for periode in Periode}
"""The commands that choose the columns of targets."""
COLUMN_COMMANDS: Final = {
    name: f"kolom-{name}" for name in ("satuan", "target_tahunan", "jenis_target", "penanggung_jawab")
}
"""The commands that show a column of particulars, by the field of an Indikator."""


def add_file_commands(
    commands: Commands,
    files: Files,
    imports: Imports,
    exports: Exports,
    printing: Printing,
    *,
    start: Slot,
    set_page_up: Slot,
    leave: Slot,
) -> None:
    """Add what opens, saves, exports and prints."""
    add = commands.add
    add("baru", _tr("Rencana &Baru…"), start, "Ctrl+N", always=True)
    add("buka", _tr("B&uka…"), files.ask_open, "Ctrl+O", always=True)
    add("impor", _tr("&Impor dari Excel…"), imports.ask, "Ctrl+Shift+O", always=True)
    add("simpan", _tr("&Simpan Rencana"), files.save, "Ctrl+S")
    add("simpan-sebagai", _tr("Simpan Seba&gai…"), files.save_as, "Ctrl+Shift+S")
    add("pdf", _tr("Ekspor &PDF…"), exports.pdf, "Ctrl+E")
    add("ekspor-ringkasan", _tr("&Ringkasan sebagai PDF…"), exports.summary)
    add("ekspor-excel", _tr("&Formulir sebagai Excel…"), exports.workbook)
    add("ekspor-kertas-kerja", _tr("&Kertas Kerja Excel…"), exports.kertas_kerja)
    add("json", _tr("&JSON…"), exports.json, "Ctrl+Shift+E")
    add("atur-halaman", _tr("Pengaturan &Halaman"), set_page_up, "Ctrl+Shift+H")
    add("cetak", _tr("&Cetak…"), printing.print, "Ctrl+P")
    add("cetak-ringkasan", _tr("Cetak Ri&ngkasan…"), printing.print_summary)
    add("keluar", _tr("&Keluar"), leave, "Ctrl+Q", always=True)


def add_edit_commands(commands: Commands, session: PlanSession, editing: Editing) -> None:
    """Add what works on texts and cells alike."""
    add = commands.add
    add("urung", _tr("&Urungkan"), session.undo, "Ctrl+Z")
    add("ulang", _tr("U&langi"), session.redo, "Ctrl+Y", "Ctrl+Shift+Z")
    add("potong", _tr("Po&tong"), editing.cut, "Ctrl+X", while_typing=True)
    add("salin", _tr("&Salin"), editing.copy, "Ctrl+C", while_typing=True)
    add("tempel", _tr("T&empel"), editing.paste, "Ctrl+V", while_typing=True)
    add("isi-kanan", _tr("Isi ke &Kanan"), editing.fill_right, "Ctrl+R")
    add("isi-bawah", _tr("Isi ke Ba&wah"), editing.fill_down, "Ctrl+D")
    add("ganti-isi", _tr("Ganti Na&ma atau Isi"), editing.change, "F2")
    add("pilih-semua", _tr("P&ilih Semua"), editing.select_all, "Ctrl+A", while_typing=True)


def add_search_commands(commands: Commands, searching: Callable[[], Searching]) -> None:
    """Add what looks for words; `searching` gives what does it."""
    add = commands.add
    add("cari", _tr("&Cari…"), lambda: searching().open(), "Ctrl+F").setIconText(_tr("Cari: Ctrl+F"))
    add("ganti-kata", _tr("&Ganti…"), lambda: searching().open(to_replace=True), "Ctrl+H")
    add("cari-berikutnya", _tr("&Berikutnya"), lambda: searching().step(1), "F3")
    add("cari-sebelumnya", _tr("&Sebelumnya"), lambda: searching().step(-1), "Shift+F3")


def add_plan_commands(commands: Commands, structure: Structure, tasks: TasksOfPlan) -> None:
    """Add what adds, removes and orders the parts of the plan."""
    add = commands.add
    add("tambah-sasaran", _tr("Tambah &Sasaran"), lambda: structure.add(Sasaran), "Ctrl+Shift+N")
    add("tambah-indikator", _tr("Tambah &Indikator"), lambda: structure.add(Indikator), "Ctrl+I")
    add("tambah-kontribusi", _tr("Tambah &Kontribusi…"), tasks.add_kontribusi, "Ctrl+K")
    add("isi-pola", _tr("Isi dengan Po&la…"), tasks.fill_targets, "Ctrl+Shift+I")
    add("tambah-ro", _tr("Tambah &RO"), lambda: structure.add(RO), "Ctrl+Alt+R")
    add("tambah-komponen", _tr("Tambah &Komponen"), lambda: structure.add(Komponen), "Ctrl+Alt+K")
    add("tambah-subkomponen", _tr("Tambah &Sub Komponen"), lambda: structure.add(SubKomponen), "Ctrl+Alt+S")
    add("bagi", _tr("&Bagi ke Indikator…"), tasks.share_out, "Ctrl+B")
    add("tambah-penandatangan", _tr("Tambah &Penandatangan"), tasks.add_penandatangan, "Ctrl+Shift+P")
    add("gandakan", _tr("&Gandakan"), structure.duplicate, "Ctrl+Shift+D")
    bare = partial(structure.duplicate, with_kontribusi=False)
    add("gandakan-tanpa-kontribusi", _tr("Gandakan Tanpa Kont&ribusi"), bare, "Ctrl+Alt+D")
    add("naik", _tr("Pindahkan ke &Atas"), lambda: structure.shift(-1), "Alt+Up")
    add("turun", _tr("Pindahkan ke &Bawah"), lambda: structure.shift(1), "Alt+Down")
    add("nomori", _tr("&Nomori Ulang"), structure.renumber, "Ctrl+Shift+R")
    add("hapus", _tr("&Hapus"), structure.remove, "Ctrl+Delete")


def add_view_commands(
    commands: Commands,
    *,
    show_page: Callable[[str], object],
    show_periode: Callable[[Periode], object],
    toggle_column: Callable[[str], object],
    toggle_tree: Slot,
    toggle_findings: Slot,
    toggle_only: Slot,
    open_all: Slot,
    close_all: Slot,
) -> None:
    """Add what shows a page, by its object name, columns of targets, and docks."""
    add = commands.add
    add("halaman-target", _tr("&Target"), partial(show_page, "halamanTarget"), "Ctrl+1")
    add("halaman-anggaran", _tr("&Anggaran"), partial(show_page, "halamanAnggaran"), "Ctrl+2")
    add("halaman-matriks", _tr("Matr&iks"), partial(show_page, "halamanMatriks"), "Ctrl+3")
    add("halaman-ringkasan", _tr("Rin&gkasan"), partial(show_page, "halamanRingkasan"), "Ctrl+4")
    add("halaman-dokumen", _tr("&Dokumen"), partial(show_page, "halamanDokumen"), "Ctrl+5")
    add("halaman-pratinjau", _tr("P&ratinjau"), partial(show_page, "halamanPratinjau"), "Ctrl+6")
    for periode, text in (
        (Periode.BULANAN, _tr("Target Bu&lanan")),
        (Periode.TRIWULAN, _tr("Target Tri&wulan")),
        (Periode.KEDUANYA, _tr("Bulanan da&n Triwulan")),
    ):
        add(PERIODE_COMMANDS[periode], text, partial(show_periode, periode)).setCheckable(True)
    columns = (_tr("&Satuan"), _tr("&Target Tahunan"), _tr("&Jenis Target"), _tr("&Penanggung Jawab"))
    for (field, command), text in zip(COLUMN_COMMANDS.items(), columns, strict=True):
        add(command, text, partial(toggle_column, field)).setCheckable(True)
    add("hanya-sasaran", _tr("&Hanya Sasaran Ini"), toggle_only, "Ctrl+Shift+L").setCheckable(True)
    add("bentangkan", _tr("Bentangkan &Semua"), open_all, "Alt+Shift+Right")
    add("ciutkan", _tr("&Ciutkan Semua"), close_all, "Alt+Shift+Left")
    add("pohon", _tr("&Pohon Rencana"), toggle_tree, "Ctrl+Shift+T")
    add("temuan", _tr("T&emuan"), toggle_findings, "Ctrl+Shift+M")


def add_help_commands(commands: Commands, help_: Help, *, about: Slot) -> None:
    """Add what tells of the program and of how it is used."""
    commands.add("panduan", _tr("&Panduan"), help_.show_guide, "F1", always=True)
    commands.add("pintasan", _tr("Pintasan Papan Ti&k"), help_.show_shortcuts, "Ctrl+F1", always=True)
    commands.add("tentang", _tr("&Tentang Renaksi Desktop"), about, "Shift+F1", always=True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("commands", text)
