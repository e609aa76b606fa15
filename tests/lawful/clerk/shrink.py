"""Delta debugging: the least part of a list that still fails (Zeller's ddmin, on acts)."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def shrunk(
    items: Sequence[Item], *, fails: Callable[[tuple[Item, ...]], bool], tries: int = 400
) -> tuple[Item, ...]:
    """A part of `items`, in their order, of which no chunk can be left out any more, or as far as `tries` reach."""
    kept, parts = tuple(items), 2
    while len(kept) >= 2 and tries > 0:
        size = -(-len(kept) // parts)
        for start in range(0, len(kept), size):
            without = (*kept[:start], *kept[start + size :])
            tries -= 1
            if without and fails(without):
                kept, parts = without, max(parts - 1, 2)
                break
            if tries <= 0:
                return kept
        else:
            if size == 1:
                return kept
            parts = min(parts * 2, len(kept))
    return kept
