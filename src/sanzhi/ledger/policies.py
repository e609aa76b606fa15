"""Who may do what to the ledger itself."""

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.events import ENTRY_ERASED, SECRET_RECORDED
from sanzhi.ledger.models import Entry

KEPT = frozenset({ENTRY_ERASED.name, SECRET_RECORDED.name})


def may_administer_ledger(actor: Actor) -> Verdict:
    return Verdict.when(actor.has("administrator"), "只有系统管理员可以管理防篡改日志。") & keeps_the_log(
        actor
    )


def keeps_the_log(actor: Actor) -> Verdict:
    """The log is one for all authorities of an installation: the first of them keeps it."""
    first = Entry.objects.exclude(authority="").order_by("pk").values_list("authority", flat=True).first()
    return Verdict.when(
        first in {None, actor.authority}, "防篡改日志各机关共用，由最先设立的机关的管理人员管理。"
    )


def is_erasable(entry: Entry | None) -> Verdict:
    """What later checks stand on must stay readable: why other content is gone, and which key was the right one."""
    if entry is None:
        return Verdict.no("没有这个日志条目。")
    return Verdict.when(not entry.is_erased, "这个条目的内容已经抹去。") & Verdict.when(
        entry.event not in KEPT, "抹去记录本身、密钥登记不能抹去。", remedy="请在理由中不写个人信息。"
    )
