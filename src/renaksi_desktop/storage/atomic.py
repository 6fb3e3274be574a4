"""Write a file whole or not at all: whoever looks at its path sees the old content or the new, never a part.

Nothing is ever deleted first. A killed program can leave one temporary file, never a broken one of the user's.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from renaksi_desktop.storage.errors import NotWritten, NotYetDurable
from renaksi_desktop.storage.reasons import is_lock, reason_of

LOCK_WAITS: Final = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between the attempts to replace a file that another program, such as an antivirus, holds open."""

_NO_FOLDER_SYNC: Final = (errno.EINVAL, errno.ENOTSUP)


def write(path: Path, data: bytes) -> None:
    """Make `data` the content of `path`, on disk and read back before it takes the place of what is there.

    Raises:
        NotWritten: `path` is as it was, and nothing is left beside it.
        NotYetDurable: `path` holds `data`, but the disk may lose that if the power fails now.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f"{_prefix(target)}{os.urandom(4).hex()}.tmp")
    try:
        mode = _mode(target)
        _fill(temporary, data, mode)
        _replace(temporary, target)
    except OSError as error:
        raise NotWritten(path.name, reason_of(error)) from error
    finally:
        # Gone already where all went well; where this fails as well, the first error is the one to tell.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    try:
        sync_folder(target.parent)
    except OSError as error:
        raise NotYetDurable(path.name, reason_of(error)) from error


def tidy(path: Path) -> None:
    """Remove what a writer of `path` left beside it when it was killed; no one may be writing it now."""
    target = Path(os.path.realpath(path))
    for left in target.parent.glob(f"{_prefix(target)}*.tmp"):
        # What cannot be removed now, on a disk that is read-only today, harms no one until the next time.
        with suppress(OSError):
            left.unlink(missing_ok=True)


def make_folder(folder: Path) -> Path:
    """Return `folder`, made with all above it where it was not there.

    Raises:
        NotWritten: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritten(folder.name, reason_of(error)) from error
    return folder


def sync_folder(folder: Path) -> None:
    """Have the disk keep the names in `folder`. Windows has no such call; NTFS keeps a renaming in its journal."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network file systems know no such call and do it by themselves.
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def _prefix(target: Path) -> str:
    """Return what the temporary files of `target` begin with: short, however long its own name is."""
    return f".renaksi-{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:8]}-"


def _mode(target: Path) -> int | None:
    """Return the permissions of the file to be replaced, None where there is none; refuse what is not writable."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError("bukan berkas biasa")
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise PermissionError(errno.EROFS, os.strerror(errno.EROFS))
    return stat.S_IMODE(mode)


def _fill(temporary: Path, data: bytes, mode: int | None) -> None:
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        temporary.chmod(mode)
    if temporary.read_bytes() != data:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def _replace(temporary: Path, target: Path) -> None:
    for wait in LOCK_WAITS:
        try:
            temporary.replace(target)
        except OSError as error:
            if not is_lock(error):
                raise
            time.sleep(wait)
        else:
            return
    temporary.replace(target)
