"""The process that parses: bytes of a file on its standard input, its events as lines on the standard output.

Started as `python -m renaksi_desktop.spreadsheets.child NAME`. It opens no file and no connection, and a file that
brings it down takes nothing else along.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from typing import Final

from renaksi_desktop.spreadsheets import csv_sheet, parsing, quarantine, unfit
from renaksi_desktop.spreadsheets.events import End, Event, Fault, Refused, Share, line
from renaksi_desktop.spreadsheets.memory_cap import cap_memory
from renaksi_desktop.spreadsheets.unfit import Unfit

MAX_MEMORY: Final = 300 * 2**20


def main() -> None:
    cap_memory(MAX_MEMORY)
    out = sys.stdout.buffer
    for event in outcome(sys.stdin.buffer.read(), sys.argv[1]):
        out.write(line(event))
        if isinstance(event, Share):
            out.flush()
    out.flush()


def outcome(data: bytes, name: str) -> Iterator[Event]:
    """Yield all that is told of a file, the last of which is an End, Refused or Fault."""
    try:
        yield from events(data, name)
        yield End()
    except Unfit as reason:
        yield Refused(str(reason))
    except MemoryError:
        yield Refused(unfit.TOO_LARGE)
    except Exception:  # noqa: BLE001 - told to the process that started this one, which raises it
        yield Fault(traceback.format_exc())


def events(data: bytes, name: str) -> Iterator[Event]:
    """Yield what a file holds.

    Raises:
        Unfit: it is not read, for one of the reasons in `unfit`.
    """
    if quarantine.is_workbook(data, name):
        yield from parsing.events(quarantine.admitted(data))
    else:
        yield from csv_sheet.events(data, name)


if __name__ == "__main__":
    main()
