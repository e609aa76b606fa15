"""How a proceeding on an execution ends."""

from sanzhi.cases.models import Proceeding
from sanzhi.coercion import costs
from sanzhi.coercion.clearing import party_notified
from sanzhi.coercion.costs_at_court import is_ended_by_court
from sanzhi.coercion.enforcement_guards import costs_known, ended, fulfilled, halt_told, performed
from sanzhi.coercion.halting import enforcement_of
from sanzhi.coercion.models import EnforcementClosure
from sanzhi.kernel.verdict import Verdict

ENDS = EnforcementClosure
LAW = "行政强制法第三十七条、第四十条、第五十一条"
ASK = "请选择与登记相符的情形。"
HOW = {
    ENDS.FULFILLED: "当事人自行履行的，请先登记当事人已经履行。",
    ENDS.EXECUTED: "请先结算费用、登记缴款。",
    ENDS.TERMINATED: "符合法定情形的，请机关负责人终结执行。",
    ENDS.UNPAID: "逾期不缴的，请催告以后申请人民法院强制执行，登记法院的结果。",
    ENDS.BORNE: "当事人无法查明的，请先结算费用。",
}


def enforcement_may_close(proceeding: Proceeding, kind: str) -> Verdict:
    """Fulfilled is what was seen to be fulfilled, executed what was executed and paid, borne what nobody was found to pay."""
    known = proceeding.respondent_id is not None
    true = {
        ENDS.FULFILLED: fulfilled(proceeding),
        ENDS.TERMINATED: ended(proceeding),
        ENDS.EXECUTED: known and performed(proceeding) and costs_known_or_nothing(proceeding),
        ENDS.UNPAID: bool(costs.owed(proceeding)) and is_ended_by_court(proceeding),
        ENDS.BORNE: not known and costs_counted(proceeding),
        ENDS.WITHDRAWN: not performed(proceeding) and not fulfilled(proceeding) and not ended(proceeding),
    }
    named = next((row.label for row in ENDS if row == kind), "")
    told = halt_told(proceeding) & party_notified(proceeding)
    return told & Verdict.when(
        true.get(ENDS(kind), False) if kind in ENDS.values else True,
        f"按本程序的登记，不能以“{named}”结束。",
        citation=LAW,
        remedy=HOW.get(ENDS(kind), ASK) if kind in ENDS.values else ASK,
    )


def costs_known_or_nothing(proceeding: Proceeding) -> bool:
    """Everything that was counted is paid."""
    return costs_counted(proceeding) and (not costs_known(proceeding) or not costs.owed(proceeding))


def costs_counted(proceeding: Proceeding) -> bool:
    row = enforcement_of(proceeding)
    return row is not None and row.cost is not None
