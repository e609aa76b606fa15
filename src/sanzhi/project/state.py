"""`/healthz`: what the house needs to work, line by line; 200 when all of it is well, 503 when somebody must look.

Says nothing that a stranger could use: no path, no version, no number of cases.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sanzhi.kernel import clock, clock_watch, database_state, jobs, write_trouble
from sanzhi.kernel.errors import Undelivered
from sanzhi.kernel.models import Beat
from sanzhi.ledger import keys
from sanzhi.ledger.log_files import LedgerDamaged, log_folder
from sanzhi.ledger.models import Waiting

LEAST = 500 << 20  # bytes free on the disk, below which somebody must clear it
MISSED = 12  # beats of the sequencer, five seconds each, after which the worker is missed
CANNOT = "不能保存、登录、下载；公开网和页面查看不受影响"
SEQUENCER = "ledger.sequence"
LAGGING = timedelta(minutes=15)


@dataclass(frozen=True)
class Line:
    """`trouble` is empty when all is well."""

    caption: str
    trouble: str

    def __str__(self) -> str:
        return f"{self.caption}：{self.trouble or '正常'}"


def lines() -> Iterator[Line]:
    for caption, ask in QUESTIONS:
        try:
            yield Line(caption, ask())
        except (DatabaseError, OSError, LedgerDamaged, Undelivered):
            yield Line(caption, "不能读取，请看服务器日志")


def _database() -> str:
    if write_trouble.was_full_at_start():
        return f"启动时磁盘已满，只供查看，{CANNOT}；请清理磁盘，再重新启动"
    if not database_state.is_writable():
        return f"只读，{CANNOT}"
    return f"磁盘已满，可能{CANNOT}" if database_state.is_without_room() else ""


def _disk() -> str:
    free = min(
        shutil.disk_usage(place).free
        for place in (settings.SANZHI_VAR, _existing(settings.SANZHI_STORAGE_ROOT))
    )
    return "" if free >= LEAST else f"剩余空间不足{LEAST >> 20}兆字节，请清理"


def _existing(place: Path) -> Path:
    return place if place.exists() else _existing(place.parent)


def _keys() -> str:
    try:
        keys.demand_secret()
        keys.entry_stamp("")
    except Undelivered:
        return "密钥文件缺失、损坏或者不是这部日志的，不能办理；请从另存的地方放回"
    return "密钥文件不是日志登记的那一个，请放回原来的文件" if keys.another_secret() else ""


def _ledger() -> str:
    log_folder().checkpoint()
    oldest = Waiting.objects.order_by("entry_id").values_list("entry__happened_at", flat=True).first()
    late = oldest is not None and clock.now() - oldest > LAGGING
    return "条目久未编号，请运行 manage.py sequence 查看原因" if late else ""


def _worker() -> str:
    """The sequencer's beat is the quickest of all; it waits while one long job runs."""
    beat = Beat.objects.filter(name=SEQUENCER).first()
    silent = jobs.periods()[SEQUENCER] * MISSED
    is_heard = beat is not None and clock.now() - beat.next_at < silent
    return "" if is_heard or jobs.is_busy() else "没有在运行，请看 serve"


def _clock() -> str:
    """Pages go on; what is done by the hour waits for a person."""
    return clock_watch.doubt()


QUESTIONS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("数据库", _database),
    ("磁盘", _disk),
    ("密钥", _keys),
    ("防篡改日志", _ledger),
    ("后台任务", _worker),
    ("本机时钟", _clock),
)


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    found = list(lines())
    well = not any(line.trouble for line in found)
    text = "\n".join(["ok" if well else "trouble", *map(str, found), ""])
    answer = HttpResponse(text, content_type="text/plain; charset=utf-8", status=200 if well else 503)
    answer["Cache-Control"] = "no-store"
    return answer
