"""`make bench`: measure all bars, print each, and fail if one is not kept."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks import file, form, window

SUBJECTS = (form.bars, window.bars, file.bars)


def main() -> int:
    kept = True
    with tempfile.TemporaryDirectory() as folder:
        for bars in SUBJECTS:
            for bar in bars(Path(folder)):
                print(bar, flush=True)
                kept = kept and bar.value <= bar.at_most
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
