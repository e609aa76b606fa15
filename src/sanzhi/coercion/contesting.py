"""Whether an order to demolish may be enforced: nobody contests it, and nobody can any more (行政强制法 §44; 平顶山条例 §30)."""

from sanzhi.cases import contestable
from sanzhi.cases import queries as cases
from sanzhi.cases.contests import none_is_pending
from sanzhi.cases.models import Proceeding
from sanzhi.kernel.verdict import Verdict

LAW = "行政强制法第四十四条；平顶山市城乡规划建设管理条例第三十条"


def is_final(order: Proceeding) -> Verdict:
    return (
        none_is_pending(order, what="强制拆除", citation=LAW)
        & Verdict.when(
            not cases.has_fallen(order),
            "限期拆除决定已经被撤销，不能强制拆除。",
            citation=LAW,
            remedy="需要另行处理的，重新作出决定。",
        )
        & contestable.is_final(order, what="强制拆除", citation=LAW)
    )
