"""What follows when an application was filed, corrected or withdrawn: the kind that decides names its jobs here, in
project/wiring.py. The key of each job is the application's.
"""

from collections.abc import Iterable

from sanzhi.kernel.jobs import later

_after: dict[str, list[str]] = {"filed": [], "replied": [], "withdrawn": []}


def pin(
    *, after_filed: Iterable[str] = (), after_replied: Iterable[str] = (), after_withdrawn: Iterable[str] = ()
) -> None:
    """Each names the jobs to run with the application's key."""
    _after.update(filed=[*after_filed], replied=[*after_replied], withdrawn=[*after_withdrawn])


def announce(what: str, application: int) -> None:
    """Write the jobs into the running transaction."""
    for job in _after[what]:
        later(job, str(application))
