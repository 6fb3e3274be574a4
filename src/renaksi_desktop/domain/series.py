"""How a row of values goes on when it is dragged further."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import cycle, islice, pairwise
from typing import TypeAlias

Value: TypeAlias = Decimal | int | str
"""A number, or a text; blank is the empty text."""


def continued(values: Sequence[Value], number: int) -> list[Value]:
    """Return the next values: two or more numbers in even steps go on so, anything else repeats from its start."""
    step = _even_step(values)
    if step is None:
        return list(islice(cycle(values), number))
    last = Decimal(values[-1])
    return [last + step * (n + 1) for n in range(number)]


def _even_step(values: Sequence[Value]) -> Decimal | None:
    numbers = [Decimal(value) for value in values if not isinstance(value, str)]
    if len(numbers) < max(2, len(values)):
        return None
    steps = {new - old for old, new in pairwise(numbers)}
    return steps.pop() if len(steps) == 1 else None
