"""The Qt binding that is pinned must not lose references: PySide6 6.12.0 does on Python before 3.12.

Each call of a function that returns nothing then costs one reference to None, until the interpreter aborts in the
middle of somebody's work.
"""

import sys

from PySide6.QtCore import QObject


def test_a_call_that_returns_nothing_takes_no_reference_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(100):
        thing.setObjectName("nama")
    assert abs(sys.getrefcount(None) - before) < 10
