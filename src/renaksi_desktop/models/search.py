"""What is looked for in the open plan, where it is found, and which of these places is looked at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.outline import group_of
from renaksi_desktop.models.findings import DELAY_MS

if TYPE_CHECKING:
    from renaksi_desktop.domain.replacing import Phrase
    from renaksi_desktop.domain.search import Query
    from renaksi_desktop.models.session import PlanSession


class Search(QObject):
    """Searches the session's plan, and again when it has changed."""

    changed = Signal()
    """Something else is looked for or found, or another place is looked at."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self._session = session
        self._query: Query | Phrase | None = None
        self.places: tuple[Place, ...] = ()
        self._found: frozenset[Place] = frozenset()
        self.at = 0
        """The number of the place that is looked at, from 0."""
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._again)
        session.changed.connect(self._search_soon)
        session.replaced.connect(lambda: self.look_for(""))

    @property
    def is_on(self) -> bool:
        """Whether anything is looked for."""
        return self._query is not None

    @property
    def place(self) -> Place | None:
        """The place that is looked at."""
        return self.places[self.at] if self.places else None

    def look_for(self, text: str, *, to_replace: bool = False) -> None:
        """Look for words, first from the row in focus on; for none to look no more.

        What is `to_replace` are words side by side, in texts alone.
        """
        from renaksi_desktop.domain.replacing import Phrase  # the window is painted before anything is looked for
        from renaksi_desktop.domain.search import Query

        query = Phrase(text) if to_replace else Query(text)
        if query or self._query:
            self._query = query or None
            self._search()

    def step(self, step: int) -> None:
        """Look at the next (1) or the previous (-1) place, round from the last to the first."""
        if self.places:
            self.at = (self.at + step) % len(self.places)
            self.changed.emit()

    def replace(self, by: str, *, everywhere: bool = False) -> None:
        """Put `by` in place of the words at the place looked at, and go on behind it; or everywhere, as one step,
        and tell at how many places.
        """
        from renaksi_desktop.domain.replacing import Phrase, replace_words

        if self._timer.isActive():
            self._again()
        before, at = self.place, self.at
        places = self.places if everywhere else self.places[at : at + 1]
        if not places or not isinstance(self._query, Phrase):
            return
        try:
            step = replace_words(self._session.index, places, self._query, by)
        except EntryRefused as reason:
            self._session.refused.emit(str(reason))
            return
        if self._session.apply(step):
            self._go_on_behind(before, at)
            if everywhere:
                told = self.tr("“{}” diganti di {} isian.")
                self._session.told.emit(told.format(self._query.text, len(places)))

    def _go_on_behind(self, before: Place | None, at: int) -> None:
        """Search again, and look at what follows the place number `at`, which was `before`."""
        self._timer.stop()
        self._search()
        if self.places:
            self.at = (self.places.index(before) + 1 if before in self.places else at) % len(self.places)
            self.changed.emit()

    def finds(self, places: Iterable[Place]) -> bool:
        """Say whether what is looked for was found at one of these places."""
        return not self._found.isdisjoint(places)

    def _search(self) -> None:
        from renaksi_desktop.domain.search import Found, find

        found = Found()
        if self._query is not None:
            found = find(self._session.plan, self._query, group_of(self._session.current)[0])
        self.places, self.at = found
        self._found = frozenset(self.places)
        self.changed.emit()

    def _search_soon(self) -> None:
        if self._query is not None:
            self._timer.start()

    def _again(self) -> None:
        """Search the changed plan, and look at the same place as before where it is still one."""
        self._timer.stop()
        before = self.place
        self._search()
        if before in self.places:
            self.at = self.places.index(before)
            self.changed.emit()
