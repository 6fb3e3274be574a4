"""The top of a sheet of budget, and the rows of it that hold none: page heads, footers, places, sums."""

from __future__ import annotations

import re
from typing import Final

from renaksi_desktop.spreadsheets.budget.cells import Cells, text
from renaksi_desktop.spreadsheets.sheet import Sheet

_DATE: Final = re.compile(r"[A-Z][A-Z .]*, *\d{1,2} [A-Z]+ \d{4}")
_FOOT: Final = re.compile(
    r"CATATAN *:|KETERANGAN *:|NIP\b.*\d{8}|\d+\. *[*A-Z]{1,3} *=|KUASA PENGGUNA ANGGARAN|PEJABAT PEMBUAT KOMITMEN"
)
_PLACE: Final = re.compile(r"LOKASI *:|\(? *KPPN\b")
_NOTE: Final = re.compile(r"\*+ *[A-Z]{3}|HAL(AMAN)?\b[ .:]*\d+|(TANGGAL|TGL|WAKTU)\b.*\bCETAK\b|DICETAK|PRINTED")
_OF_ALL: Final = "SELURUHNYA|KESELURUHAN|UMUM|AKHIR|BIAYA|BELANJA|PAGU|ANGGARAN|ALOKASI|DANA|RUPIAH"
_OF_PART: Final = "HALAMAN|INI|DIPINDAHKAN|PINDAHAN|SEMENTARA|PROGRAM|KEGIATAN|KRO|RO|KOMPONEN|SUB|AKUN"
_WHOLE: Final = re.compile(rf"(JUMLAH|(GRAND )?TOTAL)( ({_OF_ALL}))*\W*", re.IGNORECASE)
_SUM: Final = re.compile(rf"(SUB[- ]?)?(JUMLAH|(GRAND )?TOTAL)( ({_OF_ALL}|{_OF_PART}))*\W*", re.IGNORECASE)
_NUMBERING: Final = re.compile(r"\(?(\d{1,2})\)?")


def words(cells: Cells) -> str:
    """Return all that is written in a row, in capitals."""
    return " ".join(text(value) for value in cells.values()).upper()


def sum_title(cells: Cells) -> str | None:
    """Return what a row of a sum calls itself, `JUMLAH SELURUHNYA`; None for another row, as `Jumlah peserta`."""
    found = (value for value in cells.values() if isinstance(value, str) and _SUM.fullmatch(value))
    return next(found, None)


def is_whole(title: str) -> bool:
    """Say whether a sum of that title is one of the whole sheet, and not of a page or a part."""
    return _WHOLE.fullmatch(title) is not None


def is_place(cells: Cells) -> bool:
    """Say whether a row only says for which place or treasury (KPPN) the rows around it are."""
    return _PLACE.match(words(cells)) is not None


def is_note(cells: Cells) -> bool:
    """Say whether a row without an amount is a footnote, a page number or the time of printing."""
    return _NOTE.match(words(cells)) is not None


def begins_foot(cells: Cells) -> bool:
    """Say whether the foot of the sheet begins here: notes, place and date, who signs."""
    written = words(cells)
    return _DATE.fullmatch(written) is not None or _FOOT.match(written) is not None


def is_numbering(cells: Cells) -> bool:
    """Say whether a row only numbers the columns, `(1) (2) (3)`; numbers may be left out."""
    found = [match for value in cells.values() if (match := _NUMBERING.fullmatch(text(value)))]
    numbers = [int(match[1]) for match in found]
    return 2 < len(numbers) == len(cells) and numbers[0] == 1 and numbers == sorted(set(numbers))


class PageHead:
    """Knows the rows that repeat the top of a sheet on each printed page."""

    def __init__(self, sheet: Sheet, first_row: int) -> None:
        """Learn what stands above `first_row`."""
        self._said = {
            text(value) for row, cells in sheet.rows.items() if row < first_row for value in cells.values()
        }

    def repeated(self, cells: Cells) -> bool:
        """Say whether a row says only what the top of the sheet says."""
        return is_numbering(cells) or all(text(value) in self._said for value in cells.values())
