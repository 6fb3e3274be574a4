"""`impor`: a plan from JSON, from a spreadsheet or from the PDF of an archive."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from renaksi_desktop.cli.outcome import Exit, Outcome
from renaksi_desktop.spreadsheets.taken import Taken
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.reader import content, read
from renaksi_desktop.storage.save import digest_of, save

if TYPE_CHECKING:
    from renaksi_desktop.domain.plan import Plan

_SPREADSHEETS: Final = frozenset({".xlsx", ".xlsm", ".xls", ".csv"})
"""The suffixes of spreadsheets; what of them cannot be read is refused with the way to convert it."""


def create(source: Path, target: Path) -> Outcome:
    """Write the first revision of a new document; from a PDF, the file that was put into it as it was."""
    taken, identity = _taken(source)
    save(taken.plan, target, identity or Identity.new(), replaces=digest_of(target), backups=None)
    return _told((), taken)


def update(source: Path, target: Path) -> Outcome:
    """Write the next revision of `target` where `source` holds something else, and return what that is."""
    from renaksi_desktop.domain.comparison import compare, summary
    from renaksi_desktop.storage.places import Places

    stored = read(target)
    taken, _ = _taken(source, stored.plan)
    lines = compare(stored.plan, taken.plan)
    if not lines:
        return _told(("Tidak ada perubahan.",), taken)
    save(taken.plan, target, stored.identity.next(), replaces=stored.digest, backups=Places().backups)
    return _told((*map(str, lines), summary(lines)), taken)


def _taken(source: Path, onto: Plan | None = None) -> tuple[Taken, Identity | None]:
    """Return the plan in a file, and its identity where it is a `.renaksi` file that was put in there."""
    suffix = source.suffix.lower()
    if suffix == ".pdf":
        stored = read(source)
        return Taken(stored.plan), stored.identity
    if suffix in _SPREADSHEETS:
        from renaksi_desktop.spreadsheets.reading import read_sheets
        from renaksi_desktop.spreadsheets.recognition import taken_from

        return taken_from(read_sheets(content(source), source.name), onto), None
    from renaksi_desktop.interchange import read_json

    return Taken(read_json(content(source))), None


def _told(lines: Sequence[str], taken: Taken) -> Outcome:
    """Return what is to be said of an import: what changed, and each cell that was not understood."""
    problems = [f"tidak terbaca: {problem}" for problem in taken.problems]
    text = "".join(f"{' '.join(line.split())}\n" for line in (*lines, *problems))
    return Outcome(text, Exit.FOUND_ERRORS if problems else Exit.DONE, taken.remarks)
