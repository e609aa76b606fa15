"""The only source of time. Tests and the demo move it; nobody else may ask the machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")

_moved_to: ContextVar[datetime | None] = ContextVar("moved_to", default=None)


def now() -> datetime:
    """The present moment, aware, in Beijing time."""
    return _moved_to.get() or datetime.now(CHINA)


def today() -> date:
    return now().date()


def minute_of(at: datetime) -> datetime:
    """People write down the minute: what began at 11:05 may have begun after a paper of 11:05:40."""
    return at.replace(second=0, microsecond=0)


@contextmanager
def moved(to: datetime) -> Iterator[None]:
    """Within the block the clock stands at `to` (naive values are taken as Beijing time)."""
    token = _moved_to.set(to if to.tzinfo else to.replace(tzinfo=CHINA))
    try:
        yield
    finally:
        _moved_to.reset(token)


def advance(by: timedelta) -> None:
    """Push a moved clock forward; a running clock cannot be pushed."""
    standing = _moved_to.get()
    if standing is None:
        raise RuntimeError("the clock runs by itself; only a moved clock can be advanced")
    _moved_to.set(standing + by)
