"""Whether the machine's clock can be believed: what is done by the hour waits when it cannot.

A clock that was set wrong would end periods, withdraw copies and beat in another year; none of that comes back.
"""

import logging
import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from sanzhi.kernel import clock
from sanzhi.kernel.models import ClockWatch

SLIP = timedelta(minutes=5)  # what a time server may correct at once
STANDSTILL = timedelta(days=10)  # longer than the longest holiday: so long may the program have been off
KEPT_EVERY = timedelta(minutes=1)

log = logging.getLogger("sanzhi.clock")


@dataclass
class Watcher:
    """One worker's look at the clock. `steady` counts seconds and cannot be set; it starts anew with the machine."""

    last: tuple[datetime, float] | None = None
    doubts: bool = False

    def believes(self, *, last_entry: datetime | None, steady: float | None = None) -> bool:
        """Whether what is done by the hour may be done now. `last_entry`: when the newest entry of the log was made."""
        moment, steady = clock.now(), _seconds() if steady is None else steady
        with transaction.atomic():
            row = _row(moment)
            if self.doubts and row.jumped_to is None:
                self.last = None  # somebody has confirmed it
            earliest = max(filter(None, (row.seen_at, last_entry)))
            is_right = moment >= earliest - SLIP and self._goes_on(row, moment, steady=steady)
            if is_right:
                self.last = (moment, steady)
            self.doubts = not is_right
            _keep(row, moment, is_right=is_right)
        return is_right

    def _goes_on(self, row: ClockWatch, moment: datetime, *, steady: float) -> bool:
        """It went as the steady seconds did; where nobody counted them, the program was off no longer than it may be."""
        if self.last is None:
            return moment <= _latest(row)
        return abs(moment - self.last[0] - timedelta(seconds=steady - self.last[1])) <= SLIP


def doubt() -> str:
    """What is wrong with the clock, in a sentence; nothing when it is believed (1 query)."""
    row = ClockWatch.objects.exclude(jumped_to=None).first()
    if row is None or row.jumped_to is None:
        return ""
    return (
        f"本机时钟从{_said(row.seen_at)}跳到了{_said(row.jumped_to)}，到期自动办理的事项已暂停，没有丢失。"
        "请核对本机日期和时间：有误的，改正后自动恢复；无误的，由系统管理员确认后恢复。"
    )


def confirm() -> None:
    """The clock is right as it is: a person says so."""
    ClockWatch.objects.update(seen_at=clock.now(), jumped_to=None)


def _keep(row: ClockWatch, moment: datetime, *, is_right: bool) -> None:
    if not is_right and row.jumped_to is None:
        row.jumped_to = moment
        row.save()
        log.error("%s", doubt())
    elif is_right and row.jumped_to is not None:
        row.seen_at, row.jumped_to = moment, None
        row.save()
        log.warning("时钟已恢复正常：%s", _said(moment))
    elif is_right and moment - row.seen_at >= KEPT_EVERY:
        row.seen_at = moment
        row.save()


def _row(moment: datetime) -> ClockWatch:
    return ClockWatch.objects.select_for_update().first() or ClockWatch.objects.create(seen_at=moment)


def _latest(row: ClockWatch) -> datetime:
    """Until when a program that was off may come back; after a jump not as late as the clock then said."""
    latest = row.seen_at + STANDSTILL
    is_ahead = row.jumped_to is not None and row.jumped_to > row.seen_at
    return min(latest, row.jumped_to - SLIP) if is_ahead and row.jumped_to else latest


def _seconds() -> float:
    """Counts on while the machine sleeps, where the system can tell."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


def _said(moment: datetime) -> str:
    return f"{moment.astimezone(clock.CHINA):%Y-%m-%d %H:%M}"
