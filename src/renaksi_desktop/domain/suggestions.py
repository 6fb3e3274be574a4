"""Words that are offered while a particular of an Indikator is typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from renaksi_desktop.domain.fields import FIELDS, Choice
from renaksi_desktop.domain.plan import Indikator, Plan, every_indikator
from renaksi_desktop.domain.wording import spoken

_REPEATED: Final = ("satuan", "penanggung_jawab")
"""The fields in which the same words come back from one Indikator to the next."""


def suggested(plan: Plan, name: str) -> Iterable[str]:
    """Return the words of a choice, or those written in this field before; none where each has its own."""
    kind = FIELDS[Indikator][name].kind
    if isinstance(kind, Choice):
        return map(spoken, kind.enum)
    if name not in _REPEATED:
        return ()
    return (getattr(node, name) for node in every_indikator(plan))
