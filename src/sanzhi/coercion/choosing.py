"""The things that an order names, among those that may be named."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from sanzhi.kernel.verdict import Verdict, require


class Kept(Protocol):
    pk: int


Row = TypeVar("Row", bound=Kept)
KEPT = "所选的财物不在本程序的保管中。"


def chosen(keys: Iterable[int], rows: Iterable[Row], *, citation: str, said: str = KEPT) -> tuple[Row, ...]:
    """Each once, in the order in which they were named. Raises Refused."""
    known, wanted = {row.pk: row for row in rows}, tuple(dict.fromkeys(keys))
    require(
        Verdict.when(
            set(wanted) <= set(known),
            said,
            citation=citation,
            remedy="请刷新页面后重新选择。",
        )
    )
    return tuple(known[key] for key in wanted)
