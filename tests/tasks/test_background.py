"""Work off the UI thread: its result comes back, it tells how far it is, and it stops when it is not wanted."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from renaksi_desktop.domain.errors import RenaksiError, WriteFailed
from renaksi_desktop.tasks import background as module
from renaksi_desktop.tasks.background import Background, Job


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    background = Background()
    yield background
    background.cancel()
    background.wait()
    qapp.processEvents()


def unexpected(what: object) -> None:
    raise AssertionError(f"told of {what!r}")


def test_the_result_comes_back_on_the_thread_that_asked(background: Background, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    results: list[int] = []

    def done(result: int) -> None:
        results.append(result)
        threads.append(threading.current_thread())

    def work(_: Job) -> int:
        threads.append(threading.current_thread())
        return 42

    background.run(work, done, unexpected)
    qtbot.waitUntil(lambda: results == [42])
    worked_on, told_on = threads
    assert told_on is threading.main_thread()
    assert worked_on is not told_on


def test_what_the_user_or_the_machine_did_is_told_and_our_own_fault_is_raised(
    background: Background, qtbot: QtBot
) -> None:
    told: list[RenaksiError] = []

    def refuse(_: Job) -> None:
        raise WriteFailed("Disk penuh.")

    background.run(refuse, unexpected, told.append)
    qtbot.waitUntil(lambda: [str(error) for error in told] == ["Disk penuh."])
    with capture_exceptions() as faults:
        background.run(lambda _: 1 // 0, unexpected, unexpected)
        background.wait()
        QApplication.processEvents()
    assert [kind for kind, *_ in faults] == [ZeroDivisionError]


def test_cancelled_work_ends_at_its_next_word_and_is_never_heard_of(background: Background, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    words: list[float] = []
    heard: list[str] = []

    def work(job: Job) -> str:
        begun.set()
        go_on.wait()
        for share in (0.25, 0.5, 0.75):
            words.append(share)
            job.progress(share)
        return "done"

    job = background.run(work, unexpected, unexpected, unexpected)
    assert begun.wait(5)
    assert job.cancel()
    go_on.set()
    background.run(lambda _: "next", heard.append, unexpected)
    qtbot.waitUntil(lambda: heard == ["next"])
    assert words == [0.25]


def test_work_that_was_cancelled_before_its_turn_is_not_begun(background: Background, qtbot: QtBot) -> None:
    go_on = threading.Event()
    heard: list[str] = []
    background.run(lambda _: go_on.wait(), lambda _: heard.append("first"), unexpected)
    background.run(unexpected, unexpected, unexpected).cancel()
    go_on.set()
    background.run(lambda _: None, lambda _: heard.append("third"), unexpected)
    qtbot.waitUntil(lambda: heard == ["first", "third"])


def test_a_result_on_its_way_is_dropped_when_it_is_cancelled(background: Background) -> None:
    job = background.run(lambda _: "done", unexpected, unexpected)
    background.wait()
    assert job.cancel()
    QApplication.processEvents()


def test_past_the_point_of_no_return_the_work_is_finished(background: Background, qtbot: QtBot) -> None:
    sealed, go_on = threading.Event(), threading.Event()
    heard: list[str] = []

    def work(job: Job) -> str:
        job.seal()
        sealed.set()
        go_on.wait()
        return "written"

    job = background.run(work, heard.append, unexpected)
    assert sealed.wait(5)
    assert not job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: heard == ["written"])


def test_cancelled_work_does_not_pass_the_point_of_no_return(background: Background) -> None:
    begun, go_on = threading.Event(), threading.Event()
    written: list[str] = []

    def work(job: Job) -> None:
        begun.set()
        go_on.wait()
        job.seal()
        written.append("file")

    job = background.run(work, unexpected, unexpected)
    assert begun.wait(5)
    job.cancel()
    go_on.set()
    background.wait()
    assert written == []


def test_a_thousand_words_in_a_moment_do_not_flood_the_one_who_listens(
    background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE_S", 0)
    shares: list[float] = []
    results: list[str] = []

    def work(job: Job) -> str:
        for page in range(1000):
            job.progress(page / 1000)
        return "done"

    background.run(work, results.append, unexpected, shares.append)
    qtbot.waitUntil(lambda: results == ["done"])
    assert 1 <= len(shares) < 100, "one at once, then one in a twentieth of a second"
    assert shares == sorted(shares)


def test_what_is_soon_done_tells_no_progress(background: Background, qtbot: QtBot) -> None:
    results: list[str] = []

    def work(job: Job) -> str:
        job.progress(0.5)
        return "done"

    background.run(work, results.append, unexpected, unexpected)
    qtbot.waitUntil(lambda: results == ["done"])


def test_once_stopped_nothing_is_told_or_begun_and_it_can_be_deleted(qapp: QApplication) -> None:
    background = Background()
    begun: list[str] = []
    background.run(lambda _: begun.append("sebelum"), unexpected, unexpected)
    background.stop()
    job = background.run(lambda _: begun.append("sesudah"), unexpected, unexpected)
    qapp.processEvents()
    assert job.cancelled
    assert "sesudah" not in begun
    background.deleteLater()
    qapp.sendPostedEvents(background)
