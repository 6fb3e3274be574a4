"""The versions of a document that a save has replaced, kept in a folder of its own and found by its uuid."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import Final

from renaksi_desktop.domain.plan import Id
from renaksi_desktop.storage import atomic

KEPT: Final = 20
"""Versions of one document."""


def keep(folder: Path, document: Id, data: bytes) -> Path:
    """Store a version, read back before it counts, and return its path; one already stored last stays the last.

    Names count up, so that a clock set back changes nothing. Nothing is removed: see `prune`.

    Raises:
        NotWritten: it could not be stored.
    """
    home = atomic.make_folder(folder / document)
    digest = hashlib.sha256(data).hexdigest()[:16]
    latest = versions(folder, document)[-1:]
    if latest and latest[0].stem.endswith(f"-{digest}"):
        return latest[0]
    number = int(latest[0].stem.split("-")[0]) + 1 if latest else 1
    path = home / f"{number:06d}-{digest}.renaksi"
    atomic.write(path, data)
    return path


def versions(folder: Path, document: Id) -> list[Path]:
    """Return the stored versions of a document, the oldest first; their time is that of the file."""
    return sorted((folder / document).glob("[0-9]*-*.renaksi"))


def prune(folder: Path, document: Id) -> None:
    """Remove all but the last `KEPT` versions; called once a save is done, so that a failed one costs none."""
    # The save has succeeded: what cannot be listed or removed now goes after the next one.
    with suppress(OSError):
        for path in versions(folder, document)[:-KEPT]:
            with suppress(OSError):
                path.unlink(missing_ok=True)
