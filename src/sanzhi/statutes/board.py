"""What follows when the law changes: the storeys above name their jobs here, in project/wiring.py.

A key is `version:12` (that version has replaced another) or `repeal:3` (that statute has ended).
"""

from collections.abc import Iterable

from sanzhi.kernel.jobs import later

_after_change: list[str] = []


def pin(*, after_change: Iterable[str]) -> None:
    """`after_change` names the jobs to run with the change's key."""
    _after_change[:] = after_change


def announce(key: str) -> None:
    """Write the jobs into the running transaction."""
    for job in _after_change:
        later(job, key)
