"""Which document a file holds, which revision of it, and which revision that one was made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from renaksi_desktop.domain.plan import Id, new_id


@dataclass(frozen=True, slots=True)
class Identity:
    """`document` stays for life; `revision` is new with every save, `parent` the one it was made from."""

    document: Id
    revision: Id
    parent: Id | None = None

    @classmethod
    def new(cls) -> Self:
        """Return the identity of the first revision of a new document."""
        return cls(document=new_id(), revision=new_id())

    def next(self) -> Self:
        """Return the identity of a revision made from this one."""
        return replace(self, revision=new_id(), parent=self.revision)
