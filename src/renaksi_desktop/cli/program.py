"""Runs one command: prints what it has to say, and turns every failure into one line and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from renaksi_desktop.cli.arguments import understood
from renaksi_desktop.cli.outcome import Exit, Outcome, WrongUsage
from renaksi_desktop.domain.errors import InputRefused, WriteFailed
from renaksi_desktop.storage.reasons import reason_of


def main() -> int:
    """Be the process `renaksi`; return its exit code."""
    gc.disable()  # it is over before its garbage matters, and looking for it takes a sixth of the time
    code = run(sys.argv[1:])
    gc.freeze()  # the interpreter looks once more on its way out
    return code


def run(argv: Sequence[str]) -> int:
    """Run one command and return its exit code; every failure is one line on stderr."""
    _speak_utf8()
    try:
        return _printed(understood(argv)())
    except WrongUsage as error:
        return _failed(str(error), Exit.WRONG_USAGE)
    except InputRefused as error:
        return _failed(str(error), Exit.INPUT_REFUSED)
    except WriteFailed as error:
        return _failed(str(error), Exit.NOT_WRITTEN)
    except KeyboardInterrupt:
        return _failed("Dihentikan.", Exit.INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - the last line of defence: kept in a log, told in one sentence
        return _failed(_kept(error), Exit.OUR_FAULT)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console's own encoding is, and nowhere where a stream is closed (`>&-`)."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name) or Path(os.devnull).open("w")  # noqa: SIM115 - for the life of the process
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # a file name need not be text
        setattr(sys, name, stream)


def _printed(outcome: Outcome) -> int:
    """Print the text of an outcome; a reader that has gone away (`| head`) does not change the exit code."""
    try:
        _write(sys.stdout, outcome.text)
    except OSError as error:
        raise WriteFailed(f"Keluaran tidak dapat ditulis: {reason_of(error)}.") from error
    for sentence in outcome.remarks:
        _tell(sentence)
    return outcome.code


def _failed(sentence: str, code: Exit) -> int:
    _tell(sentence)
    return code


def _tell(sentence: str) -> None:
    with suppress(OSError):  # where nobody can be told, the exit code still says it
        _write(sys.stderr, f"renaksi: {' '.join(sentence.split())}\n")


def _write(stream: TextIO, text: str) -> None:
    """Write all of `text` now, or nothing where nobody listens any more; raises OSError for another reason."""
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        # What is left in the buffer would fail once more when the interpreter ends, and change the exit code.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise


def _kept(fault: Exception) -> str:
    from renaksi_desktop.faults import keep

    return keep(fault)
