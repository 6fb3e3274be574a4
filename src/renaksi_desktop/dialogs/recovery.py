"""What is offered at the start after the program died with unsaved work."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from renaksi_desktop.storage.recovery import Abandoned


def ask_recovery(abandoned: Abandoned, parent: QWidget | None = None) -> bool | None:
    """Ask what to do with unsaved work: True to go on with it, False to discard it, None to decide later."""
    box = QMessageBox(parent)
    box.setWindowTitle(box.tr("Pulihkan pekerjaan"))
    box.setIcon(QMessageBox.Icon.Question)
    path = abandoned.origin.path
    name = path.name if path else box.tr("rencana baru yang belum diberi nama")
    box.setText(box.tr("Ada perubahan yang belum disimpan pada {}.").format(name))
    when = abandoned.changed.astimezone().strftime("%d-%m-%Y %H.%M")
    box.setInformativeText(
        box.tr("Program berhenti sebelum perubahan terakhir ({}) disimpan. Pulihkan sekarang?").format(when)
    )
    recover = box.addButton(box.tr("Pulihkan"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(box.tr("Buang Perubahan"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(box.tr("Nanti Saja"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(recover)
    box.exec()
    if box.clickedButton() is recover:
        return True
    return False if box.clickedButton() is discard else None
