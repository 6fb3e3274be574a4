"""Who signs a form, told by the places of lines: the first party on the right, the second on the left.

The largest gap between rows is the room to sign: above it stand the peran and the jabatan, below it the name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from renaksi_desktop.domain.plan import Penandatangan
from renaksi_desktop.spreadsheets.form.found import Line
from renaksi_desktop.spreadsheets.form.taking import Taking

_NIP: Final = re.compile(r"NIP\b\s*[.:]*\s*(.*)", re.IGNORECASE)
_ACTING: Final = re.compile(r"(?:Plt|Plh|Pjs?)\b\.?(?=\s)", re.IGNORECASE)
_PERAN: Final = re.compile(
    r"(?:mengetahui|menyetujui|disetujui|disusun|dibuat|pihak|yang|selaku)\b.*|.*[,:]", re.IGNORECASE
)
_JABATAN: Final = re.compile(
    r"(?:kepala|pl[th]|pjs?|direktur|ketua|sekretaris|deputi|inspektur|a\.n)\b.*", re.IGNORECASE
)


class Party(NamedTuple):
    """The lines of one party, above and below the room to sign."""

    above: list[str]
    below: list[str]


def parties(lines: Sequence[Line], others: Collection[tuple[Line, int]]) -> list[Party]:
    """Return the lines of each party, the right one first; there are two where a row has something of both.

    `others` are cells that are no party's.
    """
    room = _room(lines)
    beside = next((line.cells for line in lines if len(line.cells) > 1), None)
    middle = (min(beside) + max(beside)) / 2 if beside else 0
    right, left = Party([], []), Party([], [])
    for line in lines:
        for column in line.cells:
            if (line, column) not in others:
                party = right if column > middle else left
                (party.above if line.number <= room else party.below).append(line.text(column))
    return [_with_name(party) for party in (right, left) if party.above or party.below]


def take_place(party: Party) -> str:
    """Take the place out of a party's lines, where no date stands behind it; blank where there is none."""
    above = party.above
    if len(above) < 2 or _PERAN.fullmatch(above[0]) or _JABATAN.fullmatch(above[0]):
        return ""
    return above.pop(0)


def _room(lines: Sequence[Line]) -> int:
    """Return the row above the room to sign; the last one where there is none."""
    gaps = [(below.number - above.number, above.number) for above, below in pairwise(lines)]
    rows, above = max(gaps, default=(0, 0))
    return above if rows > 1 else max((line.number for line in lines), default=0)


def _with_name(party: Party) -> Party:
    """Return a party whose name stands below: without room to sign it is the last line that is no NIP."""
    if party.below or len(party.above) < 2:
        return party
    names = [place for place, text in enumerate(party.above) if not _NIP.fullmatch(text)]
    return Party(party.above[: names[-1]], party.above[names[-1] :]) if names and names[-1] else party


def signatory(known: Penandatangan, party: Party, line: Line, taking: Taking) -> Penandatangan:
    """Return who signs with what the form says of him or her; `line` is where problems are told of."""
    above, below = party
    peran = above[0] if _begins_with_peran(above) else ""
    whole = " ".join(above[1:] if peran else above)
    acting = _ACTING.match(whole)
    awalan, jabatan = (acting[0], whole[acting.end() :].strip()) if acting else ("", whole)
    if whole == f"{known.awalan} {known.jabatan}".strip():
        awalan, jabatan = known.awalan, known.jabatan
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
    return replace(known, **{name: taking.text(known, name, text, line) for name, text in said.items()})


def _begins_with_peran(above: Sequence[str]) -> bool:
    """Say whether the first line above the room to sign is a peran; a jabatan may take two lines as well."""
    if len(above) < 2:
        return False
    return bool(_PERAN.fullmatch(above[0])) or (len(above) == 2 and not _JABATAN.fullmatch(above[0]))
