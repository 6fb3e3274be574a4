"""The rules about how a plan is printed: the anchors that an electronic signature is placed by."""

from __future__ import annotations

from collections.abc import Iterator

from renaksi_desktop.domain import texts
from renaksi_desktop.domain.findings import Code, Finding, Place, Severity
from renaksi_desktop.domain.plan import Cantuman, Plan


def anchors(plan: Plan) -> Iterator[Finding]:
    """Each Penandatangan has an anchor that is printed nowhere else: a signing service looks for the character."""
    cetak = plan.cetak
    if Cantuman.TTE not in cetak.cantuman:
        return
    place = Place(cetak.id, "jangkar")
    for number in range(len(cetak.jangkar) + 1, len(plan.penandatangan) + 1):
        yield Finding(Severity.WARNING, Code.JANGKAR_KURANG, place, (f"ke-{number}",))
    used = cetak.jangkar[: len(plan.penandatangan)]
    for anchor in dict.fromkeys(used):
        others = [*texts.printed(plan)]
        if used.count(anchor) > 1:
            others.insert(0, used)
        if text := next((text for text in others if anchor in text), None):
            yield Finding(Severity.WARNING, Code.JANGKAR_GANDA, place, (anchor, text))
