"""The commands. Each imports what it needs when it runs, so that none waits for what others need."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from renaksi_desktop.cli.outcome import Exit, Outcome, WrongUsage

if TYPE_CHECKING:
    from renaksi_desktop.domain.plan import Plan
    from renaksi_desktop.reports.form import Form
    from renaksi_desktop.storage.reader import Stored


def impor(source: Path, target: Path, *, perbarui: bool = False) -> Outcome:
    """A plan from elsewhere to a `.renaksi` file: a new one, or the next revision of the one there."""
    from renaksi_desktop.cli import imports

    _suffix(target, ".renaksi")
    _two_files(source, target)
    return imports.update(source, target) if perbarui else imports.create(source, target)


def ekspor(
    path: Path, target: Path, *, pdfa: bool = False, ringkasan: bool = False, kertas_kerja: bool = False
) -> Outcome:
    """A `.renaksi` file to the form as PDF or workbook, the summary, the kertas kerja, or JSON."""
    from renaksi_desktop.storage import atomic
    from renaksi_desktop.storage.reader import read

    flags = {"--pdfa": pdfa, "--ringkasan": ringkasan, "--kertas-kerja": kertas_kerja}
    if len(chosen := [flag for flag, given in flags.items() if given]) > 1:
        raise WrongUsage(f"Pilih salah satu: {' atau '.join(chosen)}.")
    allowed = (".xlsx",) if kertas_kerja else (".pdf",) if chosen else (".pdf", ".xlsx", ".json")
    suffix = _suffix(target, *allowed)
    _two_files(path, target)
    stored = read(path)
    if ringkasan:
        content, remarks = _as_summary(stored.plan)
    elif kertas_kerja:
        content, remarks = _as_kertas_kerja(stored.plan), ()
    elif suffix == ".pdf":
        content, remarks = _as_form(stored, path.stem, pdfa=pdfa)
    else:
        content, remarks = (_as_json if suffix == ".json" else _as_workbook)(stored.plan), ()
    atomic.write(target, content)
    return Outcome(remarks=remarks)


def _as_kertas_kerja(plan: Plan) -> bytes:
    from renaksi_desktop.spreadsheets.kertas_kerja.writer import write_kertas_kerja

    return write_kertas_kerja(plan)


def _as_json(plan: Plan) -> bytes:
    from renaksi_desktop.interchange import write_json

    return write_json(plan)


def _as_workbook(plan: Plan) -> bytes:
    from renaksi_desktop.spreadsheets.form.writer import write_form

    return write_form(plan)


def _as_form(stored: Stored, name: str, *, pdfa: bool) -> tuple[bytes, tuple[str, ...]]:
    """Return the form, and remarks on what could not be printed or made."""
    from renaksi_desktop.reports.form import render

    form = render(stored.plan)
    remarks = _remarks(form)
    if not pdfa:
        return form.pdf, remarks
    from renaksi_desktop.reports.archive import archived
    from renaksi_desktop.storage.writer import pack

    pdf, refused = archived(form.pdf, pack(stored.plan, stored.identity), f"{name}.renaksi")
    return pdf, (*remarks, *([refused] if refused else []))


def _as_summary(plan: Plan) -> tuple[bytes, tuple[str, ...]]:
    """Return the summary, and remarks on what could not be printed."""
    from renaksi_desktop.domain.acceptance import accepted
    from renaksi_desktop.domain.checks import Checked
    from renaksi_desktop.domain.summary import PlanSummary
    from renaksi_desktop.referensi import known_kro
    from renaksi_desktop.reports.summary import render_summary

    checked = Checked(plan, known_kro())
    kept = accepted(checked.findings, plan)
    findings = [finding for finding in checked.findings if finding not in kept]
    form = render_summary(plan, PlanSummary.of(plan, checked.totals, findings))
    return form.pdf, _remarks(form)


def _remarks(form: Form) -> tuple[str, ...]:
    from renaksi_desktop.domain.wording import unprintable

    return (unprintable(form.missing),) if form.missing else ()


def periksa(path: Path, *, json: bool = False) -> Outcome:
    """All findings, as lines to read or as JSON."""
    from renaksi_desktop.cli import report
    from renaksi_desktop.domain.checks import check
    from renaksi_desktop.domain.findings import Severity
    from renaksi_desktop.referensi import known_kro
    from renaksi_desktop.storage.reader import read

    plan = read(path).plan
    findings = check(plan, known_kro=known_kro())
    failed = any(finding.severity is Severity.ERROR for finding in findings)
    text = report.as_json(findings, plan) if json else report.as_text(findings, plan)
    return Outcome(text, Exit.FOUND_ERRORS if failed else Exit.DONE)


def info(path: Path) -> Outcome:
    """What a file holds, in a few lines."""
    from renaksi_desktop.cli import report
    from renaksi_desktop.storage.reader import read

    stored = read(path)
    return Outcome(report.summary(stored.plan, stored.identity))


def buka(path: Path | None = None) -> Outcome:
    """The window, on a file or on none."""
    from renaksi_desktop import app

    if not app.has_display():
        raise WrongUsage(app.NO_DISPLAY)
    return Outcome(code=app.start(path))


def _suffix(target: Path, *allowed: str) -> str:
    suffix = target.suffix.lower()
    if suffix not in allowed:
        *most, last = allowed
        either = f"{', '.join(most)}{',' if len(most) > 1 else ''} atau {last}" if most else last
        raise WrongUsage(f"Nama tujuan “{target.name}” harus berakhiran {either}.")
    return suffix


def _two_files(source: Path, target: Path) -> None:
    if os.path.realpath(source) == os.path.realpath(target):
        raise WrongUsage("Sumber dan tujuan adalah berkas yang sama.")
