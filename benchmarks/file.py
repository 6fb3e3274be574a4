"""The bar of the file: a verified save against writing and fsyncing the same bytes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from benchmarks.measure import Bar
from benchmarks.plans import enlarged
from renaksi_desktop import resources
from renaksi_desktop.interchange import read_json
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.save import digest_of, save

LARGE = 5_000  # Kontribusi
ROUNDS = 25


def bars(folder: Path) -> Iterator[Bar]:
    """Yield the bar when it is measured; `folder` is on the disk that is measured."""
    plan = enlarged(read_json(resources.SAMPLE.read_bytes()), LARGE)
    path, floor, backups = folder / "saved.renaksi", folder / "floor", folder / "backups"
    identity = Identity.new()

    def saving() -> None:
        save(plan, path, identity, replaces=digest_of(path), backups=backups)

    saving()
    content = path.read_bytes()
    pairs = [(_seconds(saving), _seconds(lambda: _write(floor, content))) for _ in range(ROUNDS)]
    ours, bare = (median(column) for column in zip(*pairs, strict=True))
    yield Bar(f"verified save of {LARGE:,} Kontribusi / writing its bytes", ours / bare, 5.0)
    print(f"  medians: save {ours:.3f} s, bytes {bare:.3f} s")


def _seconds(work: Callable[[], None]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
