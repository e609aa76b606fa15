"""How a proceeding on an execution ends."""

from sanzhi.cases.models import Proceeding
from sanzhi.coercion import costs
from sanzhi.coercion.enforcement_guards import costs_known, ended, fulfilled, halt_told, performed
from sanzhi.coercion.models import EnforcementClosure
from sanzhi.kernel.verdict import Verdict

ENDS = EnforcementClosure
LAW = "行政强制法第三十七条、第四十条、第五十一条"


def enforcement_may_close(proceeding: Proceeding, kind: str) -> Verdict:
    """Fulfilled is what was seen to be fulfilled, executed what was executed and paid."""
    true = {
        ENDS.FULFILLED: fulfilled(proceeding),
        ENDS.TERMINATED: ended(proceeding),
        ENDS.EXECUTED: performed(proceeding) and costs_known_or_nothing(proceeding),
        ENDS.UNPAID: performed(proceeding) and bool(costs.owed(proceeding)),
        ENDS.WITHDRAWN: not performed(proceeding) and not fulfilled(proceeding) and not ended(proceeding),
    }
    named = next((row.label for row in ENDS if row == kind), "")
    return halt_told(proceeding) & Verdict.when(
        true.get(ENDS(kind), False) if kind in ENDS.values else True,
        f"按本程序的登记，不能以“{named}”结束。",
        citation=LAW,
        remedy="请选择与登记相符的情形。",
    )


def costs_known_or_nothing(proceeding: Proceeding) -> bool:
    """Everything that was counted is paid."""
    row = getattr(proceeding, "enforcement", None)
    settled = row is not None and row.cost is not None
    return settled and (not costs_known(proceeding) or not costs.owed(proceeding))
