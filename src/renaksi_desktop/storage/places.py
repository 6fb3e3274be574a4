"""Where this program keeps its own files on this machine: working copies, backups, notes of its faults."""

from __future__ import annotations

from pathlib import Path

from renaksi_desktop.storage.atomic import make_folder

_APPLICATION = "renaksi-desktop"


class Places:
    """The folders below `root`, made when they are first asked for.

    Without a root it is the user's local data folder, which is not carried to other machines. Asking raises
    NotWritten where a folder cannot be made.
    """

    def __init__(self, root: Path | None = None) -> None:
        self._root = root or _user_data()

    @property
    def work(self) -> Path:
        """Working copies of open plans."""
        return make_folder(self._root / "kerja")

    @property
    def backups(self) -> Path:
        """Replaced versions of saved files, by document uuid."""
        return make_folder(self._root / "cadangan")

    @property
    def settings(self) -> Path:
        """The file of what the program remembers between two starts."""
        return make_folder(self._root) / "setelan.json"

    @property
    def log(self) -> Path:
        """The file to which errors of our own are written."""
        return make_folder(self._root) / "galat.log"


def _user_data() -> Path:
    from platformdirs import user_data_path  # needed only where no folder is given, and slower than the rest

    return user_data_path(_APPLICATION, appauthor=False)
