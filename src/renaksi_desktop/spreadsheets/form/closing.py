"""What closes a form: the Catatan, place and date, and who signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from renaksi_desktop.domain import entry
from renaksi_desktop.domain.bulan import NAMA_BULAN
from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.plan import Dokumen, Penandatangan, new_id
from renaksi_desktop.domain.tanggal import ENGLISH
from renaksi_desktop.spreadsheets.form.found import Line
from renaksi_desktop.spreadsheets.form.heads import Outer
from renaksi_desktop.spreadsheets.form.parties import parties, signatory, take_place
from renaksi_desktop.spreadsheets.form.shapes import shown
from renaksi_desktop.spreadsheets.form.taking import Taking
from renaksi_desktop.spreadsheets.sheet import Value

_TO_BE_FILLED: Final = re.compile(
    rf"[\W\d_]*(?:(?:{'|'.join({*NAMA_BULAN, *ENGLISH, 'Pebruari', 'Nopember'})})[\W\d_]*)?", re.IGNORECASE
)
"""What stands behind a place where the date is left to be filled in by hand."""

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
    dated = next(filter(None, map(_dated, lines)), None)
    start = _start(lines, head, dated)
    if start:
        dokumen = replace(dokumen, catatan=_catatan(lines[:start], dokumen, taking))
    signed = lines[start:]
    found = parties(signed, [(dated.line, dated.column)] if dated else [])
    if dated is not None:
        dokumen = _with_place(dokumen, dated, taking)
    elif found and (tempat := take_place(found[0])):
        dokumen = replace(dokumen, tempat=taking.text(dokumen, "tempat", tempat, signed[0]))
    old = [*known[: len(found)], *(Penandatangan(new_id()) for _ in found[len(known) :])]
    signatories = [signatory(node, party, signed[0], taking) for node, party in zip(old, found, strict=True)]
    return Closing(dokumen, tuple(signatories or known), dated.text if dated else "")


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
    gaps = ["\n" * max(1, below.number - above.number) for above, below in pairwise(lines)]
    text = "".join(part for pair in zip(texts, [*gaps, ""], strict=True) for part in pair)
    return str(taking.text(dokumen, "catatan", text, lines[0]))


def _raw(value: Value) -> str:
    return value if isinstance(value, str) else shown(value)


def _with_place(dokumen: Dokumen, dated: _Dated, taking: Taking) -> Dokumen:
    dokumen = replace(dokumen, tempat=taking.text(dokumen, "tempat", dated.tempat, dated.line))
    if dated.tanggal is None:
        reason = HALF_DATE.format(dated.line.text(dated.column))
        taking.problems.append(dated.line.problem(reason, dated.column))
        return dokumen
    return replace(dokumen, tanggal=dated.tanggal)
