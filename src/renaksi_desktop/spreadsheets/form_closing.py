"""What closes a form: the Catatan, place and date, and who signs.

The first party signs on the right, the second on the left; the largest gap is the room to sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from renaksi_desktop.domain import entry
from renaksi_desktop.domain.bulan import NAMA_BULAN
from renaksi_desktop.domain.entry import EntryRefused
from renaksi_desktop.domain.plan import Dokumen, Penandatangan, new_id
from renaksi_desktop.domain.tanggal import ENGLISH
from renaksi_desktop.spreadsheets.form_found import Line
from renaksi_desktop.spreadsheets.form_heads import Outer
from renaksi_desktop.spreadsheets.form_shapes import shown
from renaksi_desktop.spreadsheets.form_taking import Taking

_TO_BE_FILLED: Final = re.compile(
    rf"[\W\d_]*(?:(?:{'|'.join({*NAMA_BULAN, *ENGLISH, 'Pebruari', 'Nopember'})})[\W\d_]*)?", re.IGNORECASE
)
"""What stands behind a place where the date is left to be filled in by hand."""
_NIP: Final = re.compile(r"NIP\b\s*[.:]*\s*(.*)", re.IGNORECASE)
_ACTING: Final = re.compile(r"(?:Plt|Plh|Pjs?)\b\.?(?=\s)", re.IGNORECASE)
_PERAN: Final = re.compile(
    r"(?:mengetahui|menyetujui|disetujui|disusun|dibuat|pihak|yang|selaku)\b.*|.*[,:]", re.IGNORECASE
)
_JABATAN: Final = re.compile(
    r"(?:kepala|pl[th]|pjs?|direktur|ketua|sekretaris|deputi|inspektur|a\.n)\b.*", re.IGNORECASE
)

HALF_DATE: Final = "Tanggal pada “{}” belum lengkap, tidak dibaca."


class Closing(NamedTuple):
    """The document with what its closing says, who signs, and the date as it is written."""

    dokumen: Dokumen
    penandatangan: tuple[Penandatangan, ...]
    tanggal: str


class _Dated(NamedTuple):
    """A cell with place and date; None where the date is not complete."""

    line: Line
    column: int
    tempat: str
    tanggal: date | None
    text: str


def read_closing(
    lines: Sequence[Line], head: Outer, dokumen: Dokumen, known: Sequence[Penandatangan], taking: Taking
) -> Closing:
    """Return what the lines below a form say; `known` are those who sign already, in their order."""
    lines = [line for line in lines if any(map(str.isalnum, "".join(map(shown, line.cells.values()))))]
    dated = next((found for line in lines if (found := _dated(line))), None)
    start = _start(lines, head, dated)
    if start:
        dokumen = replace(dokumen, catatan=_catatan(lines[:start], dokumen, taking))
    signed = lines[start:]
    blocks = _blocks(signed, dated)
    if dated is not None:
        dokumen = _with_place(dokumen, dated, taking)
    elif blocks and len(above := blocks[0].above) > 1 and not _PERAN.fullmatch(above[0]):
        dokumen = replace(dokumen, tempat=taking.text(dokumen, "tempat", above.pop(0), signed[0]))
    old = [*known[: len(blocks)], *(Penandatangan(new_id()) for _ in blocks[len(known) :])]
    signatories = tuple(
        _signatory(party, block, signed[0], taking) for party, block in zip(old, blocks, strict=True)
    )
    return Closing(dokumen, signatories, dated.text if dated else "")


def _dated(line: Line) -> _Dated | None:
    for column, value in line.cells.items():
        tempat, comma, text = shown(value).rpartition(",")
        try:
            if tanggal := entry.parse_tanggal(text):
                return _Dated(line, column, tempat.strip(), tanggal, text.strip())
        except EntryRefused:
            pass
        if comma and text.strip() and _TO_BE_FILLED.fullmatch(text):
            return _Dated(line, column, tempat.strip(), None, text.strip())
    return None


def _start(lines: Sequence[Line], head: Outer, dated: _Dated | None) -> int:
    """Return where the signatures begin: with place and date, else right of the table's first column."""
    if dated is not None:
        return lines.index(dated.line)
    first = head.no or head.sasaran
    return next((place for place, line in enumerate(lines) if min(line.cells) > first), len(lines))


def _catatan(lines: Sequence[Line], dokumen: Dokumen, taking: Taking) -> str:
    """Return the Catatan, whose empty rows are its empty lines."""
    texts = [" ".join(map(_raw, line.cells.values())) for line in lines]
    gaps = ["\n" * (below.number - above.number) for above, below in pairwise(lines)]
    text = "".join(part for pair in zip(texts, [*gaps, ""], strict=True) for part in pair)
    return str(taking.text(dokumen, "catatan", text, lines[0]))


def _raw(value: object) -> str:
    return value if isinstance(value, str) else shown(value)  # type: ignore[arg-type]


def _with_place(dokumen: Dokumen, dated: _Dated, taking: Taking) -> Dokumen:
    dokumen = replace(dokumen, tempat=taking.text(dokumen, "tempat", dated.tempat, dated.line))
    if dated.tanggal is None:
        taking.problems.append(
            dated.line.problem(HALF_DATE.format(shown(dated.line.cells[dated.column])), dated.column)
        )
        return dokumen
    return replace(dokumen, tanggal=dated.tanggal)


class _Block(NamedTuple):
    """The lines of one party, above and below the room to sign."""

    above: list[str]
    below: list[str]


def _blocks(lines: Sequence[Line], dated: _Dated | None) -> list[_Block]:
    """Return the block of each party, the right one first; there are two where a row has something of both."""
    room = _room(lines)
    beside = next((line.cells for line in lines if len(line.cells) > 1), None)
    middle = (min(beside) + max(beside)) / 2 if beside else 0
    sides = [_Block([], []), _Block([], [])]
    for line in lines:
        for column in line.cells:
            if dated is None or (line, column) != (dated.line, dated.column):
                block = sides[0 if column > middle else 1]
                (block.above if line.number <= room else block.below).append(line.text(column))
    return [_with_name(block) for block in sides if block.above or block.below]


def _room(lines: Sequence[Line]) -> int:
    """Return the row above the room to sign; the last one where there is none."""
    gaps = [(below.number - above.number, above.number) for above, below in pairwise(lines)]
    rows, above = max(gaps, default=(0, 0))
    return above if rows > 1 else max((line.number for line in lines), default=0)


def _with_name(block: _Block) -> _Block:
    """Return a block whose name stands below: without room to sign it is the last line that is no NIP."""
    if block.below or len(block.above) < 2:
        return block
    names = [place for place, text in enumerate(block.above) if not _NIP.fullmatch(text)]
    return _Block(block.above[: names[-1]], block.above[names[-1] :]) if names and names[-1] else block


def _signatory(party: Penandatangan, block: _Block, line: Line, taking: Taking) -> Penandatangan:
    above, below = block
    peran = above[0] if _begins_with_peran(above) else ""
    whole = " ".join(above[1:] if peran else above)
    acting = _ACTING.match(whole)
    awalan, jabatan = (acting[0], whole[acting.end() :].strip()) if acting else ("", whole)
    if whole == f"{party.awalan} {party.jabatan}".strip():
        awalan, jabatan = party.awalan, party.jabatan
    nip = [match[1] for text in below if (match := _NIP.fullmatch(text))]
    nama, *rest = [text for text in below if not _NIP.fullmatch(text)] or [""]
    said = {
        "peran": peran,
        "awalan": awalan,
        "jabatan": jabatan,
        "nama": nama,
        "pangkat": " ".join(rest),
        **({"nip": nip[0]} if nip else {}),
    }
    return replace(party, **{name: taking.text(party, name, text, line) for name, text in said.items()})


def _begins_with_peran(above: Sequence[str]) -> bool:
    """Say whether the first line above the room to sign is a peran; a jabatan may take two lines as well."""
    if len(above) < 2:
        return False
    return bool(_PERAN.fullmatch(above[0])) or (len(above) == 2 and not _JABATAN.fullmatch(above[0]))
