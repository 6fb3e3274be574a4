"""What a command ends with."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Exit(IntEnum):
    """What the caller of the program is told by its exit code."""

    DONE = 0
    FOUND_ERRORS = 1
    WRONG_USAGE = 2
    INPUT_REFUSED = 3
    NOT_WRITTEN = 4
    OUR_FAULT = 70
    INTERRUPTED = 130


class WrongUsage(Exception):
    """The command line asks for what makes no sense; the message is one Indonesian sentence."""


class Outcome(NamedTuple):
    """What a command prints, the exit code, and remarks on work that is done all the same, for stderr."""

    text: str = ""
    code: int = Exit.DONE
    remarks: tuple[str, ...] = ()
