"""How a proceeding on an order to demolish ends, and one on the demolition itself."""

from sanzhi.cases import board
from sanzhi.cases.models import Proceeding
from sanzhi.coercion.building import (
    is_ordered,
    is_referred,
    lanes_of,
    stop_stands,
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
ASK = "请选择与登记相符的情形。"
LAW = "平顶山市城乡规划建设管理条例第二十五条至第二十八条"


# what rests on a finding, and what leaves the party nothing to stop for
SORTED = frozenset({OrderClosure.CORRECTABLE, OrderClosure.STAYS, OrderClosure.NOT_ILLEGAL})
LETS_GO = frozenset({OrderClosure.NOT_ILLEGAL, OrderClosure.NOT_OURS})
HOW = {
    OrderClosure.NOT_ILLEGAL: "请先登记证据，认定不属于违法建设并写明理由。",
    OrderClosure.NOT_OURS: "请机关负责人批准移送有管辖权的机关，制作《案件移送函》。",
    OrderClosure.CORRECTABLE: "请先登记证据，认定违法建设的类别。",
    OrderClosure.STAYS: "请先登记证据，认定违法建设的类别。",
}


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
        ORDERED.NOT_ILLEGAL: sort == Sort.LAWFUL and not decided,
        ORDERED.NOT_OURS: is_referred(proceeding) and not decided,
        ORDERED.LAPSED: was_given_up(proceeding),
    }
    return (
        _fits(true, kind, named=dict(OrderClosure.choices).get(kind, ""))
        & (board.guard("cases.evidence_gathered", proceeding) if kind in SORTED else Verdict.yes())
        & Verdict.when(
            kind not in LETS_GO or not stop_stands(proceeding),
            "《责令停止违法行为通知书》还在生效，不能结束。",
            citation="城乡规划法第六十四条；平顶山市城乡规划建设管理条例第二十四条",
            remedy="请制作《解除责令停止通知书》并送达当事人。",
        )
        & Verdict.when(
            all(lane.closed_on for lane in lanes_of(proceeding)),
            "强制拆除还在办理，不能结束。",
            citation=LAW,
            remedy="请先结束强制拆除程序。",
        )
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
        remedy=HOW.get(OrderClosure(kind), ASK) if kind in OrderClosure.values else ASK,
    )
