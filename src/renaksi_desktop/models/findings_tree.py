"""The findings as rows, grouped by kind, of which some can be filtered out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QObject

from renaksi_desktop.document.document import Change
from renaksi_desktop.domain.findings import Finding, Severity
from renaksi_desktop.domain.outline import ROOT, Key, Outline
from renaksi_desktop.domain.plan import Pengecualian
from renaksi_desktop.domain.wording import place, sentence
from renaksi_desktop.domain.words import holds
from renaksi_desktop.models.cells import EMPTY, Cell
from renaksi_desktop.models.findings import MARKS
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.keyed_rows import Index
from renaksi_desktop.models.session import PlanSession

ACCEPTED: Final = "diterima"
GROUPS: Final = {**{str(severity): mark for severity, mark in MARKS.items()}, ACCEPTED: "✓"}
"""The keys of the group rows in their order, each with its mark."""


class FindingsModel(KeyedModel):
    """A group row for each kind that has findings, and below it a row for each, in the order of the form.

    Columns: the place, and the sentence with the reason of what is accepted.
    """

    def __init__(
        self, session: PlanSession, parent: QObject | None = None, *, hidden: Collection[str] = ()
    ) -> None:
        """`hidden` are the groups that are not shown."""
        self._hidden, self._search = frozenset(hidden), ""
        self._findings: dict[Key, Finding] = {}
        self._renamed = False
        super().__init__(session, parent)
        session.findings.recounted.connect(self._show_found)

    @property
    def hidden(self) -> frozenset[str]:
        """The groups that are not shown."""
        return self._hidden

    def hide(self, hidden: Collection[str]) -> None:
        """Do not show these groups."""
        self._hidden = frozenset(hidden)
        self.sync()

    def search(self, text: str) -> None:
        """Show only the findings whose texts hold every word of `text`."""
        self._search = text
        self.sync()

    def count(self, group: str) -> int:
        """Return how many findings are in a group, shown or not."""
        findings = self.session.findings
        return len(findings.accepted) if group == ACCEPTED else findings.count(Severity(group))

    def finding(self, index: Index) -> Finding | None:
        """Return the finding of a row; None for a group."""
        return self._findings.get(self.key(index))

    def exception(self, index: Index) -> Pengecualian | None:
        """Return why the finding of a row is accepted; None for one that counts."""
        finding = self.finding(index)
        return self.session.findings.accepted.get(finding) if finding else None

    def follow(self, change: Change) -> None:
        """Wait for the check that a change leads to, and note whether all rows may read otherwise by then."""
        fields = {field.field for field in change.difference.fields}
        self._renamed |= bool(change.difference.children) or not fields.isdisjoint(("kode", "gaya"))

    def outline(self) -> Outline:
        findings = self.session.findings
        self._findings = dict(_keyed([*findings.open, *findings.accepted]))
        outline: dict[Key, list[Key]] = {group: [] for group in GROUPS if group not in self._hidden}
        for key, finding in self._findings.items():
            group = ACCEPTED if finding in findings.accepted else str(finding.severity)
            if group in outline and self._fits(key):
                outline[group].append(key)
        shown = {group: tuple(keys) for group, keys in outline.items() if keys}
        return {ROOT: tuple(shown), **shown}

    def headers(self) -> Sequence[str]:
        return (self.tr("Tempat"), self.tr("Temuan"))

    def cell(self, key: Key, column: int) -> Cell:
        if key in GROUPS:
            return Cell("" if column else f"{GROUPS[key]} {key.capitalize()} ({self.count(key)})")
        finding = self._findings.get(key)
        if finding is None:
            return EMPTY
        if column == 0:
            return Cell(place(finding.where, self.session.index))
        exception = self.session.findings.accepted.get(finding)
        why = self.tr(" Diterima: {}").format(exception.alasan) if exception else ""
        return Cell(sentence(finding, self.session.plan) + why)

    def heading(self, key: Key) -> str | None:
        return key if key in GROUPS else None

    def _show_found(self) -> None:
        """Take over a check; what reads as before is not told, since there may be thousands of rows."""
        before = self._findings
        self.sync()
        accepted = self.session.findings.accepted
        changed = [key for key, found in self._findings.items() if found in accepted or found != before.get(key)]
        self.refresh(None if self._renamed else (*GROUPS, *changed))
        self._renamed = False

    def _fits(self, key: Key) -> bool:
        texts = (self.cell(key, column).text for column in (0, 1))
        return not self._search or holds(" ".join(texts), self._search)


def _keyed(findings: Sequence[Finding]) -> Iterator[tuple[Key, Finding]]:
    """Name each finding by what it is about, so that rows of unchanged findings stay."""
    seen: Counter[tuple[object, ...]] = Counter()
    for finding in findings:
        about = (finding.code, *finding.where)
        seen[about] += 1
        yield ":".join(map(str, (*about, seen[about]))), finding
