"""What the program remembers between two starts: recent files, how it looks and how the window was arranged."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, Self

from renaksi_desktop.domain.plan import Periode
from renaksi_desktop.storage import atomic

MAX_RECENT: Final = 10
MAX_LENGTHS: Final = 100
MAX_LENGTH: Final = 4_000
"""Pixels; no view has so wide a column."""
USUAL_TEXT: Final = 100
SMALLEST_TEXT, LARGEST_TEXT = 80, 200

Lengths = Mapping[str, tuple[int, ...]]


class Theme(StrEnum):
    """How the program looks; named as they are kept."""

    SYSTEM = ""
    LIGHT = "terang"
    DARK = "gelap"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. `geometry` and `state` are Qt's own description of the window, as base64 text.

    `text` is the size of all text in percent of the platform's own. `lengths` are the widths of columns and the
    parts of splitters, in pixels at the platform's own size of text, by the name of their view. `page` is the
    object name of the page that was shown; `periode` names the columns of targets that the grid shows, and
    `columns` the fields of an Indikator that it shows beside.
    """

    recent: tuple[str, ...] = ()
    geometry: str = ""
    state: str = ""
    theme: Theme = Theme.SYSTEM
    text: int = USUAL_TEXT
    lengths: Lengths = field(default_factory=dict)
    page: str = ""
    periode: str = Periode.BULANAN.value
    columns: tuple[str, ...] = ()

    def with_recent(self, path: Path) -> Self:
        """Return settings in which `path` is the file opened last."""
        name = str(path)
        others = tuple(other for other in self.recent if other != name)
        return replace(self, recent=(name, *others)[:MAX_RECENT])

    def without_recent(self, path: Path) -> Self:
        """Return settings that no longer list `path`."""
        return replace(self, recent=tuple(other for other in self.recent if other != str(path)))


class Memory:
    """The `settings` in use, the same for all windows of the program, and the file that keeps them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.settings = load(path)

    def keep(self, settings: Settings) -> None:
        """Use these settings from now on, and store them.

        Raises:
            WriteFailed: the file cannot be written.
        """
        self.settings = settings
        store(settings, self._path)


def load(path: Path) -> Settings:
    """Return the settings kept in a file; the defaults for whatever is missing or not as it should be."""
    try:
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    read = {name: reader(kept[name]) for name, reader in _READERS.items() if name in kept}
    return Settings(**{name: value for name, value in read.items() if value is not None})


def store(settings: Settings, path: Path) -> None:
    """Keep settings in a file.

    Raises:
        WriteFailed: the file cannot be written.
    """
    atomic.write(path, json.dumps(asdict(settings), indent=1).encode())


# Each returns None for a value that is not as it should be.


def _names(value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    return tuple(filter(_is_name, value))[:MAX_RECENT]


def _is_name(value: Any) -> bool:
    """Say whether a value can be the name of a file."""
    with suppress(UnicodeEncodeError):
        return isinstance(value, str) and b"\0" not in os.fsencode(value)
    return False


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _theme(value: Any) -> Theme | None:
    return Theme(value) if isinstance(value, str) and value in Theme.__members__.values() else None


def _periode(value: Any) -> str | None:
    return value if isinstance(value, str) and value in Periode.__members__.values() else None


def _columns(value: Any) -> tuple[str, ...] | None:
    return tuple(value) if isinstance(value, list) and all(isinstance(name, str) for name in value) else None


def _percent(value: Any) -> int | None:
    return value if type(value) is int and SMALLEST_TEXT <= value <= LARGEST_TEXT else None


def _lengths(value: Any) -> Lengths | None:
    if not isinstance(value, dict):
        return None
    return {name: tuple(entry) for name, entry in value.items() if _are_lengths(entry)}


def _are_lengths(value: Any) -> bool:
    if not isinstance(value, list) or len(value) > MAX_LENGTHS:
        return False
    return all(type(length) is int and 0 <= length <= MAX_LENGTH for length in value)


_READERS: Final[dict[str, Callable[[Any], Any]]] = {
    "recent": _names,
    "geometry": _text,
    "state": _text,
    "theme": _theme,
    "text": _percent,
    "lengths": _lengths,
    "page": _text,
    "periode": _periode,
    "columns": _columns,
}
