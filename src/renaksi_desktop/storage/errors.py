"""Why a file was not opened or not written: one class for each reason, with its sentence inside."""

from __future__ import annotations

from renaksi_desktop.domain.errors import InputRefused, WriteFailed


class FileMissing(InputRefused):
    def __init__(self, name: str) -> None:
        super().__init__(f"Berkas “{name}” tidak ditemukan.")


class FileUnreadable(InputRefused):
    """The system did not let us read it, or it is no plain file."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"Berkas “{name}” tidak dapat dibaca: {reason}.")


class FileTooLarge(InputRefused):
    def __init__(self, name: str, limit: int) -> None:
        super().__init__(f"Berkas “{name}” terlalu besar untuk sebuah rencana (lebih dari {limit // 2**20} MiB).")


class TooManyRows(InputRefused):
    def __init__(self, name: str, limit: int) -> None:
        super().__init__(f"Berkas “{name}” memuat lebih dari {limit} baris; rencana sebesar itu tidak didukung.")


class NotOurs(InputRefused):
    """Empty, text, another program's database."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Berkas “{name}” bukan berkas Renaksi.")


class NoPlanInside(InputRefused):
    """A PDF that is no form of ours, or one exported without its plan."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"PDF “{name}” tidak memuat berkas rencana. Yang dapat dibuka lagi adalah PDF yang diekspor untuk"
            " arsip (PDF/A-3)."
        )


class UnreadableInside(InputRefused):
    """The plan's file in a PDF was damaged, cut off, encrypted or compressed in another way since."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Berkas rencana di dalam PDF “{name}” tidak dapat dibaca: PDF itu rusak, terpotong, terenkripsi, atau"
            " dikemas ulang."
        )


class SeveralPlansInside(InputRefused):
    def __init__(self, name: str) -> None:
        super().__init__(f"PDF “{name}” ditolak: di dalamnya ada lebih dari satu berkas rencana.")


class NewerFormat(InputRefused):
    def __init__(self, name: str, found: int, known: int) -> None:
        super().__init__(
            f"Berkas “{name}” dibuat oleh Renaksi yang lebih baru: perlu Renaksi yang mengenal format {found},"
            f" sedangkan program ini hanya sampai format {known}."
        )


class ForeignSchema(InputRefused):
    """Marked as ours, but with other tables than our format has, or with things that could run."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Berkas “{name}” ditolak: susunan tabelnya bukan susunan berkas Renaksi.")


class Damaged(InputRefused):
    def __init__(self, name: str) -> None:
        super().__init__(f"Berkas “{name}” rusak: isinya tidak utuh lagi.")


class InvalidContent(InputRefused):
    """Whole and unchanged since it was written, but what it holds is no plan."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"Berkas “{name}” ditolak karena isinya tidak sah ({reason}).")


class TooSlow(InputRefused):
    """Reading took longer than any plan can take, as only a file made for that purpose does."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Berkas “{name}” ditolak: membacanya terlalu lama.")


class ChangedElsewhere(WriteFailed):
    """The file on disk is not the one that was opened or saved last."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Berkas “{name}” sudah berubah di luar program ini sejak dibuka; simpan rencana ini dengan nama lain."
        )


class NotWritten(WriteFailed):
    """The system refused a step of writing; the old file, if there was one, is untouched."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"Berkas “{name}” tidak dapat ditulis: {reason}.")


class NotYetDurable(WriteFailed):
    """The new file is in its place and complete, but the disk did not confirm that it will stay there."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"Berkas “{name}” sudah ditulis, tetapi disk belum memastikannya ({reason}); simpan sekali lagi."
        )
        self.reason = reason


class NotVerified(WriteFailed):
    """What would have been written does not read back as the plan; nothing was written."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Berkas “{name}” batal ditulis: isinya tidak terbaca kembali sama dengan rencana.")


class WorkNotKept(WriteFailed):
    """The working copy could not be written; the plan stays as it was before the edit."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Perubahan tidak dapat dicatat di salinan kerja: {reason}.")


class WorkTaken(WriteFailed):
    """A working copy that another program owns by now, or that is gone."""

    def __init__(self) -> None:
        super().__init__("Salinan kerja itu sedang dipakai jendela lain atau sudah tidak ada.")
