"""The lines of a budget put where their codes say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from renaksi_desktop.spreadsheets.budget.levels import CODED, Level
from renaksi_desktop.spreadsheets.budget.lines import Line
from renaksi_desktop.spreadsheets.budget.parts import Part, Seen


class Tree:
    """Puts lines where their codes say, and rebuilds the parents that no row states."""

    def __init__(self) -> None:
        self.root: Final = Part(Level.UNIT)
        self.misplaced: Final[list[tuple[Line, Level]]] = []
        """The lines that have nothing to stand below, and what they lack."""
        self.renamed: Final[list[tuple[Line, str]]] = []
        """The lines that give a known code another name, and the name that it keeps."""
        self._open: dict[Level, Part] = {Level.UNIT: self.root}
        self._last: Part | None = None
        self._resuming = False
        """Whether the lines at the top of a page repeat what is open; then what is below them stays open too."""

    def add(self, line: Line) -> None:
        """Take in the next line."""
        if line.level is None:
            if self._last is not None:
                self._last.nama = f"{self._last.nama} {line.nama}"
        elif line.code:
            self._add_coded(line)
        else:
            self._add_detail(line)

    def _add_coded(self, line: Line) -> None:
        parts = {level: kode for level, kode in sorted(line.code.items()) if level in CODED}
        first = min(parts)
        goes_on = all(level in self._open and self._open[level].kode == kode for level, kode in parts.items())
        self._resuming = goes_on and (line.below_head or self._resuming)
        if not self._resuming:
            self._close(first)
        if (lacks := self._lacks(first)) is not None:
            self.misplaced.append((line, lacks))
            self._last = None
            return
        part = self._open[max(parts)] if self._resuming else self._opened(parts, line.row)
        self._name(part, line, goes_on=goes_on)
        part.seen.append(Seen(line.row, line.jumlah, self._resuming))
        self._last = part

    def _opened(self, parts: Mapping[Level, str], row: int) -> Part:
        part = self._parent(min(parts), row)
        for level, kode in parts.items():
            part = self._open[level] = part.child(level, kode, row)
        return part

    def _close(self, first: Level) -> None:
        self._open = {level: part for level, part in self._open.items() if level < first}

    def _lacks(self, level: Level) -> Level | None:
        """Return what a line of this level lacks above it, of what cannot be rebuilt."""
        needed = {Level.RO: Level.KRO, Level.KRO: Level.KEGIATAN, Level.KOMPONEN: Level.RO}.get(level)
        if level > Level.KOMPONEN:
            needed = Level.KOMPONEN
        return needed if needed is not None and needed not in self._open else None

    def _parent(self, level: Level, row: int) -> Part:
        """Return the nearest open part above; what is directly below a Komponen gets a Sub Komponen."""
        above = self._open[max(self._open)]
        if above.level is Level.KOMPONEN and level > Level.SUBKOMPONEN:
            above = self._open[Level.SUBKOMPONEN] = above.child(Level.SUBKOMPONEN, "", row)
        return above

    def _add_detail(self, line: Line) -> None:
        level, self._resuming = line.level or Level.RINCIAN, False
        self._close(level)
        if (lacks := self._lacks(level)) is not None:
            if line.jumlah:
                self.misplaced.append((line, lacks))
            return
        part = self._open[level] = self._parent(level, line.row).grow(level, line.row)
        part.seen.append(Seen(line.row, line.jumlah))

    def _name(self, part: Part, line: Line, *, goes_on: bool) -> None:
        """Name a part; a code that stands again while it is open goes on with its name, else the first is kept."""
        old, new = part.nama.casefold(), line.nama.casefold()
        if not new or old.endswith(new) or old.startswith(new):
            return
        if new.startswith(old):
            part.nama = line.nama
        elif goes_on and (self._resuming or line.jumlah is None or line.jumlah in part.stated):
            part.nama = f"{part.nama} {line.nama}"
        elif part.level is not Level.AKUN:
            self.renamed.append((line, part.nama))
