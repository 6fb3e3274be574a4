"""The process that parses is heard while it works, and leaves nothing behind however it ends."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from tests.spreadsheets.hostile import budget
from tests.spreadsheets.packages import one_cell, parts, zipped

from renaksi_desktop.spreadsheets import allowance, conversation, parsing, unfit
from renaksi_desktop.spreadsheets.child import outcome
from renaksi_desktop.spreadsheets.events import End, Event, Fault, Refused, event, line
from renaksi_desktop.spreadsheets.reading import quiet, read_sheets, sheets_of
from renaksi_desktop.spreadsheets.sheet import SheetRefused

WORKBOOK = zipped(parts(one_cell()))


class Stopped(BaseException):
    """What the officer's click on Batal raises."""


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Every process that is started from now on."""
    processes: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)  # type: ignore[call-overload]
            processes.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    return processes


def reason_of(data: bytes, name: str = "kiriman.xlsx") -> str:
    with pytest.raises(SheetRefused) as refused:
        read_sheets(data, name)
    return str(refused.value)


def test_progress_grows_to_the_end(started: list[subprocess.Popen[bytes]]) -> None:
    heard: list[float] = []
    read_sheets(budget(2_000, 20), "anggaran.xlsx", heard.append)
    assert len(heard) > 10
    assert heard == sorted(heard)
    assert 0 <= heard[0] < heard[-1] == 1
    assert [process.returncode is None for process in started] == [False]


def test_reading_that_is_not_wanted_any_more_ends_at_once(started: list[subprocess.Popen[bytes]]) -> None:
    def stop(share: float) -> None:
        if share > 0.3:
            raise Stopped

    with pytest.raises(Stopped):
        read_sheets(budget(5_000, 20), "anggaran.xlsx", stop)
    (process,) = started
    assert process.returncode not in {0, None}


def test_a_process_that_says_nothing_can_be_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversation, "CHILD", "timeit")  # the name of the file is the program that it measures
    heard: list[float] = []

    def stop(share: float) -> None:
        heard.append(share)
        if len(heard) == 3:
            raise Stopped

    with pytest.raises(Stopped):
        read_sheets(WORKBOOK, "while True: pass", stop)
    assert heard == [0, 0, 0]


def test_a_process_that_takes_too_long_is_ended(
    monkeypatch: pytest.MonkeyPatch, started: list[subprocess.Popen[bytes]]
) -> None:
    monkeypatch.setattr(conversation, "CHILD", "timeit")
    monkeypatch.setattr(conversation, "PATIENCE_S", 0.3)
    assert reason_of(WORKBOOK, "while True: pass") == f"Berkas “while True: pass” {unfit.TOO_SLOW}."
    (process,) = started
    assert process.returncode not in {0, None}


def test_a_process_that_dies_is_told_as_a_file_that_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversation, "CHILD", "renaksi_desktop")  # cannot be run, and says nothing
    assert reason_of(WORKBOOK * 1_000) == f"Berkas “kiriman.xlsx” {unfit.ENDED}."


def test_a_process_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "tidak-ada")
    assert reason_of(WORKBOOK).startswith("Berkas “kiriman.xlsx” tidak dapat dibaca karena pembacanya")


def test_memory_that_runs_out_is_told_as_a_file_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(_: object) -> Iterator[Event]:
        raise MemoryError

    monkeypatch.setattr(parsing, "events", exhausted)
    assert list(outcome(WORKBOOK, "kiriman.xlsx")) == [Refused(unfit.TOO_LARGE)]


def test_a_defect_of_the_program_is_not_told_as_a_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def defect(_: object) -> Iterator[Event]:
        raise KeyError("cacat")

    monkeypatch.setattr(parsing, "events", defect)
    (fault,) = outcome(WORKBOOK, "kiriman.xlsx")
    assert isinstance(fault, Fault)
    with pytest.raises(RuntimeError, match="KeyError: 'cacat'"):
        sheets_of([event(line(fault))], quiet)


@pytest.mark.parametrize("limit", ["MAX_UNPACKED", "MAX_MARKS", "MAX_CELLS", "MAX_TEXT"])
def test_each_part_of_the_allowance_has_an_end(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    data = zipped(parts('<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>', "<si><t>satu dua</t></si>"))
    *_, whole = outcome(data, "kiriman.xlsx")
    assert whole == End()
    monkeypatch.setattr(allowance, limit, 1)
    *_, refused = outcome(data, "kiriman.xlsx")
    assert refused == Refused(unfit.TOO_LARGE)


@pytest.mark.parametrize("limit", ["MAX_MARKS", "MAX_CELLS", "MAX_TEXT"])
def test_the_allowance_of_csv_has_an_end(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(allowance, limit, 1)
    *_, refused = outcome(b"satu;dua\r\ntiga;empat\r\n", "kiriman.csv")
    assert refused == Refused(unfit.TOO_LARGE)
