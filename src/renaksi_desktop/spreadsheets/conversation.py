"""What the process that parses a file says, heard while it works; it is ended whatever happens to the listener."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, Queue
from threading import Thread
from typing import Final, TypeAlias

from renaksi_desktop.spreadsheets import unfit
from renaksi_desktop.spreadsheets.events import Event, event
from renaksi_desktop.spreadsheets.unfit import Unfit

PATIENCE_S: Final = 60.0
"""Twenty times what the worst file takes that the allowance lets in, for a slow machine."""

LOOK_UP_S: Final = 0.1
"""How often the listener is let look up when nothing is said."""

_BLOCK: Final = 2**16
_BLOCKS: Final = 64
_CHILD: Final = "renaksi_desktop.spreadsheets.child"
_NO_CONSOLE: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)

_Blocks: TypeAlias = "Queue[bytes | None]"


def conversation(data: bytes, name: str) -> Generator[Event | None, None, None]:
    """Yield what a process of its own tells of a file, and None when it tells nothing for a while.

    Raises:
        Unfit: the process could not be started, or took longer than `PATIENCE_S`.
    """
    deadline = time.monotonic() + PATIENCE_S
    line: list[bytes] = []
    with _parsing(data, name) as blocks:
        while True:
            if time.monotonic() > deadline:
                raise Unfit(unfit.TOO_SLOW)
            try:
                block = blocks.get(timeout=LOOK_UP_S)
            except Empty:
                yield None
                continue
            if block is None:
                return
            *ends, rest = block.split(b"\n")
            for end in ends:
                yield event(b"".join((*line, end)))
                line.clear()
            line.append(rest)


@contextmanager
def _parsing(data: bytes, name: str) -> Iterator[_Blocks]:
    """Start the process, and yield what it says as blocks of bytes that end with None."""
    # -P: a module that lies in the current folder is not ours.
    command = [sys.executable, "-P", "-m", _CHILD, name]
    try:
        process = subprocess.Popen(  # noqa: S603 - our own program; the name is an argument to it alone
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_CONSOLE,
        )
    except OSError as error:
        raise Unfit(unfit.not_started(error.strerror or str(error))) from error
    blocks: _Blocks = Queue(_BLOCKS)
    thread = Thread(target=_talk, args=(process, data, blocks), daemon=True)
    with process:
        thread.start()
        try:
            yield blocks
        finally:
            process.kill()
            _let_end(thread, blocks)


def _talk(process: subprocess.Popen[bytes], data: bytes, blocks: _Blocks) -> None:
    if process.stdin and process.stdout:
        with suppress(OSError):  # it may end before it has heard all
            process.stdin.write(data)
        with suppress(OSError):
            process.stdin.close()
        while block := os.read(process.stdout.fileno(), _BLOCK):
            blocks.put(block)
    blocks.put(None)


def _let_end(thread: Thread, blocks: _Blocks) -> None:
    """Take what is still said, so that the thread can put its last word."""
    while thread.is_alive():
        with suppress(Empty):
            blocks.get(timeout=LOOK_UP_S)
