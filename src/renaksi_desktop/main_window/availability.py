"""Which commands can be used now, for the state of the document and what is in focus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from renaksi_desktop.domain.fields import MAX_PENANDATANGAN
from renaksi_desktop.domain.plan import Indikator, Komponen, Kontribusi, Sasaran, SubKomponen
from renaksi_desktop.main_window.commands import Commands
from renaksi_desktop.main_window.structure import Structure
from renaksi_desktop.models.session import PlanSession


def update(commands: Commands, session: PlanSession, structure: Structure) -> None:
    """Enable what has something to work on, and name what undo and redo would do."""
    document = session.document
    for name, text, step in (
        ("urung", _tr("&Urungkan"), document.undo_name),
        ("ulang", _tr("U&langi"), document.redo_name),
    ):
        commands[name].setEnabled(step is not None)
        commands[name].setText(f"{text} {step}" if step else text)
    commands["tambah-indikator"].setEnabled(structure.can_add(Indikator))
    commands["tambah-komponen"].setEnabled(structure.can_add(Komponen))
    commands["tambah-subkomponen"].setEnabled(structure.can_add(SubKomponen))
    for name in ("tambah-kontribusi", "isi-pola"):
        commands[name].setEnabled(session.focus(Indikator) is not None)
    line = session.focus(SubKomponen) or session.focus(Kontribusi)
    commands["bagi"].setEnabled(line is not None)
    parts = structure.parts()
    commands["hapus"].setEnabled(bool(parts))
    few = len(session.plan.penandatangan) < MAX_PENANDATANGAN
    commands["tambah-penandatangan"].setEnabled(few)
    for name in ("naik", "turun"):
        commands[name].setEnabled(len(parts) == 1)
    only = session.only.sasaran
    commands["hanya-sasaran"].setChecked(only is not None)
    commands["hanya-sasaran"].setEnabled(only is not None or session.focus(Sasaran) is not None)
    coded = structure.coded()
    commands["gandakan"].setEnabled(coded is not None)
    for name in ("gandakan-tanpa-kontribusi", "nomori"):  # the kode of the budget are given by the budget
        commands[name].setEnabled(isinstance(coded, Sasaran | Indikator))


def _tr(text: str) -> str:
    return QCoreApplication.translate("commands", text)
