"""Settle what the proxy cost: the real cost, by vouchers, never above the budget without a reason (行政强制法 §51(2))."""

from decimal import Decimal

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import costs, events
from sanzhi.coercion.halting import enforcement_of
from sanzhi.coercion.models import Enforcement
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason, Verdict, require
from sanzhi.law.derivation import CannotCount, Derivation, Step
from sanzhi.law.money import yuan
from sanzhi.law.proxy_costs import ProxyCost, proxy_cost
from sanzhi.ledger.commands import record


class SettleProxyCosts(OnProceeding):
    rows: str = Field(min_length=5, max_length=4000)
    reason: str = Field(default="", max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    row = enforcement_of(proceeding)
    return Verdict.when(
        row is not None and row.ended_at is not None and row.cost is None,
        "没有等待结算费用的代履行。",
        citation=costs.LAW,
    )


CARD = Card(
    captions={"rows": "费用明细", "reason": "超出预算的理由"},
    helps={"rows": "每行一项：项目；金额；凭证号。例如：人工清运；1200；FP0001。"},
    objects=_objects,
    is_main=True,
    is_done=lambda on: (row := enforcement_of(on)) is not None and row.cost is not None,
)


@act("coercion.settle_proxy_costs", title="结算代履行费用", card=CARD)
def settle_proxy_costs(actor: Actor, order: SettleProxyCosts, *, on: Proceeding) -> Enforcement:
    row = enforcement_of(on)
    assert row is not None  # the card has asked for it
    counted = _counted(row, order)
    row.cost = counted.result
    row.cost_rows = [line.strip() for line in order.rows.splitlines() if line.strip()]
    row.cost_lines = list(counted.lines())
    row.save()
    record(events.COSTS_SETTLED, actor=actor, subject=on.case, facts={"amount": yuan(row.cost)})
    return row


def _counted(row: Enforcement, order: SettleProxyCosts) -> Derivation:
    """The cost, and why it is that much. Raises Refused."""
    try:
        actual = costs.read(order.rows)
        counted = _count(actual, row.budget, reason=order.reason)
    except (CannotCount, costs.WrongLine) as wrong:
        raise Refused((Reason(str(wrong), costs.LAW),)) from wrong
    budget = row.budget
    beyond = budget is not None and sum((one.actual for one in actual), Decimal(0)) > budget
    require(
        Verdict.when(
            not beyond or len(order.reason.strip()) >= 10,
            f"费用超过决定书所写的预算{yuan(budget or Decimal(0))}元，没有写明理由。",
            citation=costs.LAW,
            remedy="请写明超出预算的理由（不少于十个字）。",
        )
    )
    return counted


def _count(rows: tuple[ProxyCost, ...], budget: Decimal | None, *, reason: str) -> Derivation:
    """Against the budget as one sum, as the decision told it; what was cleared at once had none (行政强制法 §52)."""
    actual = sum((one.actual for one in rows), Decimal(0))
    vouchers = tuple(number for one in rows for number in one.vouchers)
    if budget is not None:
        return proxy_cost((ProxyCost("代履行", budget, actual, vouchers, reason),))
    steps = tuple(Step(one.what, "", one.actual) for one in rows)
    return Derivation("立即代履行费用", steps, actual, f"{costs.LAW}、第五十二条")
