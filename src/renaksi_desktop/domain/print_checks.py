"""The rules about how a plan is printed: the anchors that an electronic signature is placed by."""

from __future__ import annotations

from collections.abc import Iterator

from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.domain.findings import Code, Finding, Place, Severity
from renaksi_desktop.domain.plan import Cantuman, Cetak, Indikator, Plan, walk


def anchors(plan: Plan) -> Iterator[Finding]:
    """Each Penandatangan has an anchor that is printed nowhere else: a signing service looks for that character."""
    cetak = plan.cetak
    if Cantuman.TTE not in cetak.cantuman:
        return
    place = Place(cetak.id, "jangkar")
    for number, _ in enumerate(plan.penandatangan, 1):
        if number > len(cetak.jangkar):
            yield Finding(Severity.WARNING, Code.JANGKAR_KURANG, place, (f"ke-{number}",))
    for anchor in cetak.jangkar[: len(plan.penandatangan)]:
        if text := next((text for text in _printed(plan) if anchor in text), None):
            yield Finding(Severity.WARNING, Code.JANGKAR_GANDA, place, (anchor, text))
    if len(set(cetak.jangkar)) < len(cetak.jangkar):
        yield Finding(Severity.WARNING, Code.JANGKAR_GANDA, place, (cetak.jangkar[0], cetak.jangkar))


def _printed(plan: Plan) -> Iterator[str]:
    """Yield the texts of the form that an officer writes."""
    yield plan.cetak.kalimat_tte
    for node in walk(plan):
        if isinstance(node, Cetak):
            continue
        for name in FIELDS.get(type(node), ()):
            value = getattr(node, name)
            if isinstance(value, str):
                yield value
        if isinstance(node, Indikator):
            yield from (value for value in node.target if isinstance(value, str))
