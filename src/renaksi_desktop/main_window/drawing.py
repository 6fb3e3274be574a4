"""What of the open plan can be drawn as a PDF: the form and the summary, as the plan is now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from renaksi_desktop.models.session import PlanSession

if TYPE_CHECKING:
    from renaksi_desktop.reports.form import Form

Draw: TypeAlias = Callable[[Callable[[float], object]], "Form"]
"""Draws what it was made for, on any thread; is told whom to tell the share that is done."""

# The drawing of pages is imported when something is first drawn; the window opens without it.


def form_of(session: PlanSession) -> Draw:
    """Return what draws the form of the present plan."""
    plan = session.plan

    def draw(progress: Callable[[float], object]) -> Form:
        from renaksi_desktop.reports.form import render

        return render(plan, progress)

    return draw


def summary_of(session: PlanSession) -> Draw:
    """Return what draws the summary of the present plan, with what a check finds in it now."""
    session.findings.check_now()
    plan, totals, findings = session.plan, session.totals, session.findings.open

    def draw(progress: Callable[[float], object]) -> Form:
        from renaksi_desktop.domain.summary import PlanSummary
        from renaksi_desktop.reports.summary import render_summary

        return render_summary(plan, PlanSummary.of(plan, totals, findings), progress)

    return draw
