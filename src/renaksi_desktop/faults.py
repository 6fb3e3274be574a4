"""Faults of this program itself: their traceback is kept in a log, and the user gets one sentence."""

from __future__ import annotations

from renaksi_desktop.domain.errors import RenaksiError
from renaksi_desktop.storage.places import Places


def keep(error: Exception) -> str:
    """Write the traceback of `error` to the log; return the sentence for the user, which names the log."""
    import traceback  # only a fault needs it, and it takes a while to import

    sentence = f"Terjadi kesalahan di dalam program ini ({type(error).__name__})"
    try:
        log = Places().log
        with log.open("a", encoding="utf-8") as file:
            file.writelines(traceback.format_exception(error))
    except (OSError, RenaksiError):
        return f"{sentence}; rinciannya tidak dapat dicatat."
    return f"{sentence}; rinciannya dicatat di {log}."
