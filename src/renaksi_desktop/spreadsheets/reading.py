"""The bytes of a spreadsheet file that anyone may have made, read as sheets in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from typing import TypeAlias

from renaksi_desktop.spreadsheets import unfit
from renaksi_desktop.spreadsheets.conversation import conversation
from renaksi_desktop.spreadsheets.events import (
    End,
    Event,
    Fault,
    Refused,
    Row,
    Share,
    SheetBegins,
    Uncalculated,
)
from renaksi_desktop.spreadsheets.sheet import Sheet, SheetRefused, Value
from renaksi_desktop.spreadsheets.unfit import Unfit

Progress: TypeAlias = Callable[[float], object]
"""Told the share that is done, 0..1, several times a second whatever the file does; raising ends the reading."""


def quiet(_: float) -> None:
    """Hear of no progress."""


def read_sheets(data: bytes, name: str, progress: Progress = quiet) -> tuple[Sheet, ...]:
    """Return the sheets of a file `.xlsx`, `.xlsm` or `.csv`, hidden ones too, in the order of the file.

    `name` is that of the file, for the sentences and for what a text is; what the file is, its bytes tell.

    Raises:
        SheetRefused: anything else, damaged, hostile, or too large; the sentence says what to do.
    """
    try:
        with closing(conversation(data, name)) as events:
            return sheets_of(events, progress)
    except Unfit as reason:
        raise SheetRefused(f"Berkas “{name}” {reason}.") from None


def sheets_of(events: Iterable[Event | None], progress: Progress) -> tuple[Sheet, ...]:
    """Return the sheets of which these events tell, and None where there is only time to tell the progress.

    Raises:
        Unfit: the file was refused, or its events have no end.
        RuntimeError: a defect of this program, in the process that parses.
    """
    found: list[_Gathered] = []
    done = 0.0
    for event in events:
        if isinstance(event, Row):
            found[-1].add(event)
        elif isinstance(event, SheetBegins):
            found.append(_Gathered(event.name))
        elif isinstance(event, Uncalculated):
            found[-1].uncalculated = event.formulas
        elif isinstance(event, Refused):
            raise Unfit(event.reason)
        elif isinstance(event, Fault):
            raise RuntimeError(event.traceback)
        elif isinstance(event, End):
            return tuple(gathered.sheet() for gathered in found)
        else:
            done = event.read / event.total if isinstance(event, Share) else done
            progress(done)
    raise Unfit(unfit.ENDED)


class _Gathered:
    """A sheet whose rows are still coming in."""

    def __init__(self, name: str) -> None:
        self.name, self.uncalculated = name, 0
        self._rows: dict[int, dict[int, Value]] = {}

    def add(self, row: Row) -> None:
        self._rows.setdefault(row.number, {}).update(zip(row.columns, row.values, strict=True))

    def sheet(self) -> Sheet:
        """Return the sheet; a file may name its rows in any order, and one twice."""
        rows = {row: dict(sorted(self._rows[row].items())) for row in sorted(self._rows)}
        return Sheet(self.name, rows, self.uncalculated)
