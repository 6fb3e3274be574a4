"""Why a file is not read as a spreadsheet, and what to do about it: each reason ends `Berkas “nama” ...`."""

from __future__ import annotations

from typing import Final

_SAVE_AS: Final = "lalu simpan sebagai Buku Kerja Excel (.xlsx)"
_ASK: Final = "mintalah berkas baru dari pembuatnya"


class Unfit(Exception):
    """A file is not read; the text is one of the reasons of this module, the name is added by who knows it."""


EMPTY: Final = "kosong; pilih berkas lain"
OTHER: Final = "bukan lembar kerja; yang dapat dibaca adalah berkas .xlsx, .xlsm, dan .csv"
OLD_EXCEL: Final = f"berformat Excel lama (.xls); buka di Excel atau LibreOffice, {_SAVE_AS}"
BINARY_EXCEL: Final = f"berformat Excel biner (.xlsb); buka di Excel, {_SAVE_AS}"
XML_EXCEL: Final = f"berformat XML, bukan Buku Kerja Excel (.xlsx); buka di Excel, {_SAVE_AS}"
WEB_PAGE: Final = f"adalah halaman web, bukan Buku Kerja Excel (.xlsx); buka di Excel, {_SAVE_AS}"
OPEN_DOCUMENT: Final = f"berformat OpenDocument; buka di LibreOffice, {_SAVE_AS}"
LOCKED: Final = "dilindungi kata sandi; buka di Excel, hapus kata sandinya, lalu simpan lagi"
PDF: Final = "adalah PDF, bukan lembar kerja; mintalah berkas Excel (.xlsx) atau CSV-nya"
ZIP: Final = "adalah arsip zip, bukan Buku Kerja Excel (.xlsx); ekstrak, lalu pilih lembar kerja di dalamnya"
TEXT: Final = "hanya berisi teks, bukan Buku Kerja Excel (.xlsx); jika itu CSV, ubah akhiran namanya menjadi .csv"
NO_SHEET: Final = "tidak memuat lembar yang berisi sel; pilih berkas lain"

DAMAGED: Final = "rusak atau terpotong; salin sekali lagi dari asalnya, atau buka di Excel lalu simpan ulang"
DOCTYPE: Final = f"ditolak demi keamanan: memuat DTD, yang tidak pernah ditulis Excel; {_ASK}"
BOMB: Final = f"ditolak demi keamanan: isinya membengkak tidak wajar ketika dibuka; {_ASK}"
STRANGE_ARCHIVE: Final = f"ditolak demi keamanan: susunan arsipnya tidak wajar; {_ASK}"

TOO_LARGE: Final = "terlalu besar; buka di Excel, hapus lembar, baris, dan format yang tidak perlu, lalu simpan"
TOO_SLOW: Final = f"terlalu lama dibaca dan mungkin {TOO_LARGE}"
ENDED: Final = f"tidak selesai dibaca: rusak, atau {TOO_LARGE}"
OPEN_QUOTE: Final = "memuat tanda kutip yang tidak ditutup; buka di Excel, perbaiki, lalu simpan lagi"


def not_started(reason: str) -> str:
    """Return the reason when the system does not let the process that reads be started."""
    return f"tidak dapat dibaca karena pembacanya tidak dapat dijalankan ({reason}); coba sekali lagi"
