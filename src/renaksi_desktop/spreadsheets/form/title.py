"""The title of a form: what the plan is, of which year, and whose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from renaksi_desktop.domain.fields import clean
from renaksi_desktop.domain.plan import Dokumen
from renaksi_desktop.spreadsheets.form.found import Line
from renaksi_desktop.spreadsheets.form.shapes import shown
from renaksi_desktop.spreadsheets.form.taking import Taking

_YEAR: Final = re.compile(r"(.*?)\s*\b(?:TAHUN(?:\s+ANGGARAN)?|T\.\s?A\.?)\s*:?\s*(\d{4})", re.IGNORECASE)
_REVISION: Final = re.compile(r"REVISI\s*(?:KE)?\s*-?\s*(\d{1,3})", re.IGNORECASE)
_FIELDS: Final = ("judul", "unit_kerja", "instansi")

TOO_MANY: Final = "“{}” tidak dikenali pada judul, tidak dibaca."


def read_title(lines: Iterable[Line], dokumen: Dokumen, taking: Taking) -> Dokumen:
    """Return a document with what the lines above a form say of it."""
    changes: dict[str, object] = {}
    names: list[tuple[str, Line]] = []
    for text, line in texts(lines):
        if match := _REVISION.fullmatch(text):
            changes["revisi"] = int(match[1])
        elif (match := _YEAR.fullmatch(text)) and "tahun" not in changes:
            changes["tahun"] = taking.text(dokumen, "tahun", match[2], line)
            if match[1]:
                names.insert(0, (match[1], line))
        else:
            names.append((text, line))
    for name, (text, line) in zip(_FIELDS, names, strict=False):
        changes[name] = taking.text(dokumen, name, text, line)
    taking.problems.extend(line.problem(TOO_MANY.format(text)) for text, line in names[len(_FIELDS) :])
    return replace(dokumen, **changes)  # type: ignore[arg-type]


def texts(lines: Iterable[Line]) -> Iterator[tuple[str, Line]]:
    """Yield the texts of cells line by line; one cell may hold the whole title."""
    for line in lines:
        for value in line.cells.values():
            parts = value.split("\n") if isinstance(value, str) else [shown(value)]
            yield from ((text, line) for part in parts if (text := clean(part)))


def names_a_year(lines: Iterable[Line]) -> bool:
    """Say whether some of these lines are the title of a form."""
    return any(_YEAR.fullmatch(text) for text, _ in texts(lines))
