"""Whether a seizure may last longer: it runs, nothing bids its end, and it was not extended before (行政强制法 §25)."""

from sanzhi.cases.models import Proceeding
from sanzhi.coercion import terms
from sanzhi.coercion.custody import must_go_back
from sanzhi.coercion.queries import seizure_of, unsettled
from sanzhi.kernel.verdict import Verdict


def may_be_extended(proceeding: Proceeding) -> Verdict:
    seizure = seizure_of(proceeding)
    if seizure is None or seizure.begun_at is None or not unsettled(proceeding):
        return Verdict.no(
            "没有正在查封、扣押的财物，不能延长期限。", terms.LAW, remedy="已经处理的，请办理交接。"
        )
    back = must_go_back(proceeding)
    return Verdict.when(
        seizure.extended_at is None,
        "已经延长过一次，不能再延长。",
        citation=terms.LAW,
        remedy="请在期限内作出处理决定。",
    ) & Verdict.when(
        not back,
        f"{back}，不能延长，应当立即解除。",
        citation="行政强制法第二十五条、第二十八条",
        remedy="请作出解除的处理决定。",
    )
