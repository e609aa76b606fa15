"""Put into the log how many sign-ins there were and what they say: a list that is emptied or changed later is noticed."""

from collections.abc import Iterator
from typing import Any

from axes.models import AccessLog

from sanzhi.kernel.actor import Actor, system
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.ledger.models import Entry
from sanzhi.ledger.queries import digest_of_lines
from sanzhi.organisation import events

SUBJECT = "axes.accesslog:1"


class CountSignIns(Order):
    """Everything up to the row `last`."""

    last: int


@command("organisation.count_sign_ins", title="登记登录记录的摘要", internal=True)
def count_sign_ins(actor: Actor, order: CountSignIns) -> None:
    count, digest = _summed(order.last)
    require(Verdict.when(count > 0, "没有登录记录。"))
    facts = {"count": count, "last": order.last, "digest": digest}
    record(events.SIGN_INS_COUNTED, actor=actor, subject=SUBJECT, facts=facts)


def count_new_sign_ins() -> None:
    last = AccessLog.objects.order_by("-id").values_list("id", flat=True).first()
    if last and last > int(_counted().get("last", 0)):
        count_sign_ins(system(), CountSignIns(last=last))


def wrong_sign_ins() -> Iterator[tuple[int, str]]:
    """(row, sentence) when the sign-ins that were counted last are no longer the same."""
    counted = _counted()
    last = int(counted.get("last", 0))
    if last and _summed(last) != (counted["count"], counted["digest"]):
        yield last, f"第{last}行以前的登录记录（{counted['count']}条）被删除或者改动。"


def _counted() -> dict[str, Any]:
    entry = Entry.objects.filter(event=events.SIGN_INS_COUNTED.name).order_by("-id").first()
    return (entry.facts or {}) if entry else {}


def _summed(last: int) -> tuple[int, str]:
    rows = AccessLog.objects.filter(id__lte=last).order_by("id")
    columns = rows.values_list("id", "username", "ip_address", "attempt_time", "path_info", "user_agent")
    return digest_of_lines(columns.iterator())
