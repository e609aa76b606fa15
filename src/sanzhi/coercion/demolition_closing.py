"""How a proceeding on an order to demolish ends, and one on the demolition itself."""

from sanzhi.cases.models import Proceeding
from sanzhi.coercion.building import (
    is_ordered,
    lanes_of,
    structure_of,
    was_given_up,
    was_removed_by_force,
    was_removed_by_party,
)
from sanzhi.coercion.enforcement_guards import ended, fulfilled, halt_told, performed
from sanzhi.coercion.models import EnforcementClosure, OrderClosure, Sort
from sanzhi.coercion.tearing_guards import goods_settled, list_given
from sanzhi.kernel.verdict import Verdict

ORDERED, FORCED = OrderClosure, EnforcementClosure
LAW = "平顶山市城乡规划建设管理条例第二十五条至第二十八条"


def order_may_close(proceeding: Proceeding, kind: str) -> Verdict:
    """What stands in the rows: pulled down by whom, of which sort it was, given up."""
    row = structure_of(proceeding)
    sort = row.sort if row is not None else ""
    decided = is_ordered(proceeding)
    true: dict[str, bool] = {
        ORDERED.SELF_REMOVED: was_removed_by_party(proceeding) and not was_removed_by_force(proceeding),
        ORDERED.REMOVED: was_removed_by_force(proceeding),
        ORDERED.CORRECTABLE: sort == Sort.CORRECTABLE and not decided,
        ORDERED.STAYS: sort == Sort.STAYS and not decided,
        ORDERED.NOT_OURS: not decided,
        ORDERED.LAPSED: was_given_up(proceeding),
    }
    return _fits(true, kind, named=dict(OrderClosure.choices).get(kind, "")) & Verdict.when(
        all(lane.closed_on for lane in lanes_of(proceeding)),
        "强制拆除还在办理，不能结束。",
        citation=LAW,
        remedy="请先结束强制拆除程序。",
    )


def demolition_may_close(proceeding: Proceeding, kind: str) -> Verdict:
    """Nothing ends while somebody's goods are kept."""
    true: dict[str, bool] = {
        FORCED.FULFILLED: fulfilled(proceeding),
        FORCED.TERMINATED: ended(proceeding),
        FORCED.EXECUTED: performed(proceeding),
        FORCED.UNPAID: False,
        FORCED.BORNE: False,
        FORCED.WITHDRAWN: not performed(proceeding) and not fulfilled(proceeding) and not ended(proceeding),
    }
    verdict = halt_told(proceeding) & list_given(proceeding) & goods_settled(proceeding)
    return verdict & _fits(true, kind, named=dict(EnforcementClosure.choices).get(kind, ""))


def _fits(true: dict[str, bool], kind: str, *, named: str) -> Verdict:
    return Verdict.when(
        true.get(kind, True),
        f"按本程序的登记，不能以“{named}”结束。",
        citation=LAW,
        remedy="请选择与登记相符的情形。",
    )
