"""Rows whose typed cells change a draft, which becomes a change of the plan only when it is applied."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial, reduce
from typing import Any, ClassVar, Generic, TypeVar, cast

from PySide6.QtCore import QObject, Signal

from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.outline import Key
from renaksi_desktop.models.cells import Cell
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.session import PlanSession

DraftT = TypeVar("DraftT")


class DraftModel(KeyedModel, Generic[DraftT]):
    """A KeyedModel over a draft that is a value; a subclass says by `written` what typing makes of it."""

    drafted = Signal()
    """The draft is another one."""

    typed: ClassVar[Sequence[int]] = ()
    """The columns that are typed; a heading row has none."""

    def __init__(self, session: PlanSession, draft: DraftT, parent: QObject | None = None) -> None:
        self._draft = draft
        super().__init__(session, parent)

    @property
    def draft(self) -> DraftT:
        return self._draft

    def set_draft(self, draft: DraftT) -> None:
        """Go on with another draft."""
        self._draft = draft
        self.refresh()
        self.drafted.emit()

    def written(self, draft: DraftT, key: Key, column: int, text: str) -> DraftT:
        """Return the draft in which `text` was typed into a cell.

        Raises:
            EntryRefused: the text does not fit the cell.
        """
        raise NotImplementedError

    def draft_cell(self, key: Key, column: int) -> Cell:
        """Return what a cell shows of the draft."""
        raise NotImplementedError

    def cell(self, key: Key, column: int) -> Cell:
        shown = self.draft_cell(key, column)
        if column not in self.typed or self.heading(key) is not None:
            return shown
        return shown._replace(edit=partial(self._edit, key, column))

    def take(self, name: str, steps: Sequence[Edit]) -> bool:
        self.set_draft(reduce(lambda draft, step: cast(Any, step).apply(draft), steps, self._draft))
        return bool(steps)

    def _edit(self, key: Key, column: int, text: str) -> Edit:
        """Return what typing a text does: an edit of the draft in place of the plan."""
        self.written(self._draft, key, column, text)  # what does not fit is refused now
        return Edit("", cast(Any, lambda draft: self.written(draft, key, column, text)))
