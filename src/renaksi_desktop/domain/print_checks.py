"""The rules about how a plan is printed and signed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi_desktop.domain import texts
from renaksi_desktop.domain.findings import Code, Finding, Place, Severity
from renaksi_desktop.domain.plan import Cantuman, Kolom, Plan

_OF_THE_FORM: Final = ".,-()/…"
"""Marks that the form prints of itself, beside letters and digits."""

_SYMBOLS: Final = "#^~*@$|+=<>"
"""What suits as an anchor where no text of the plan holds it, the best first."""


def contradictions(plan: Plan) -> Iterator[Finding]:
    """A form is a draft or signed, not both; what was filled in for the signature is printed."""
    cetak = plan.cetak
    if {Cantuman.DRAF, Cantuman.TTE} <= {*cetak.cantuman}:
        yield Finding(Severity.WARNING, Code.DRAF_DITANDATANGANI, Place(cetak.id, "cantuman"))
    for penandatangan in plan.penandatangan:
        if penandatangan.nip and Kolom.NIP not in cetak.kolom:
            yield Finding(Severity.INFO, Code.NIP_TIDAK_DICETAK, Place(penandatangan.id, "nip"))


def anchors(plan: Plan) -> Iterator[Finding]:
    """Each Penandatangan has an anchor that is printed nowhere else: a signing service looks for the character."""
    cetak = plan.cetak
    if Cantuman.TTE not in cetak.cantuman:
        return
    place = Place(cetak.id, "jangkar")
    for number in range(len(cetak.jangkar) + 1, len(plan.penandatangan) + 1):
        yield Finding(Severity.WARNING, Code.JANGKAR_KURANG, place, (str(number),))
    used = cetak.jangkar[: len(plan.penandatangan)]
    others = (*texts.printed(plan), *([used] if len(set(used)) < len(used) else []))
    for anchor in dict.fromkeys(used):
        if _common(anchor):
            yield Finding(Severity.WARNING, Code.JANGKAR_TIDAK_COCOK, place, (anchor,))
        elif text := next((text for text in others if anchor in text), None):
            yield Finding(Severity.WARNING, Code.JANGKAR_GANDA, place, (anchor, text))


def suitable_anchors(plan: Plan) -> str | None:
    """Return an anchor for each Penandatangan that is printed nowhere else, those that suit as they are.

    It is None where the texts of the plan leave no symbol for one.
    """
    printed = tuple(texts.printed(plan))

    def suits(anchor: str) -> bool:
        return not (_common(anchor) or anchor in chosen or any(anchor in text for text in printed))

    chosen = ""
    for number in range(len(plan.penandatangan)):
        present = plan.cetak.jangkar[number : number + 1]
        chosen += next(filter(suits, present + _SYMBOLS), "")
    return chosen if len(chosen) == len(plan.penandatangan) else None


def _common(anchor: str) -> bool:
    return anchor.isalnum() or anchor in _OF_THE_FORM or not anchor.isprintable()
