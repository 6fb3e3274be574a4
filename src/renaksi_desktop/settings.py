"""What the program remembers between two starts: recent files and how the window was arranged."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final, Self

from renaksi_desktop.domain.plan import Periode
from renaksi_desktop.storage import atomic

MAX_RECENT: Final = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings.

    `geometry` and `state` are Qt's own description of the window, as base64 text; `periode` names the columns of
    targets that the grid shows.
    """

    recent: tuple[str, ...] = ()
    geometry: str = ""
    state: str = ""
    periode: str = Periode.BULANAN

    def shown_periode(self) -> Periode:
        """Return `periode`, or the months where it names nothing."""
        return Periode(self.periode) if self.periode in Periode.__members__.values() else Periode.BULANAN

    def with_recent(self, path: Path) -> Self:
        """Return settings in which `path` is the file opened last."""
        name = str(path)
        others = tuple(other for other in self.recent if other != name)
        return replace(self, recent=(name, *others)[:MAX_RECENT])

    def without_recent(self, path: Path) -> Self:
        """Return settings that no longer list `path`."""
        return replace(self, recent=tuple(other for other in self.recent if other != str(path)))


def load(path: Path) -> Settings:
    """Return the settings kept in a file; the defaults for whatever is missing or not as it should be."""
    try:
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return Settings()
    known = {field.name for field in fields(Settings)}
    wanted = {name: value for name, value in kept.items() if name in known} if isinstance(kept, dict) else {}
    return Settings(**{name: value for name, value in map(_typed, wanted.items()) if value})


def store(settings: Settings, path: Path) -> None:
    """Keep settings in a file.

    Raises:
        WriteFailed: the file cannot be written.
    """
    atomic.write(path, json.dumps(asdict(settings), indent=1).encode())


def _typed(item: tuple[str, Any]) -> tuple[str, Any]:
    name, value = item
    if name == "recent":
        names = value if isinstance(value, list) else []
        return name, tuple(entry for entry in names if isinstance(entry, str))[:MAX_RECENT]
    return name, value if isinstance(value, str) else ""
