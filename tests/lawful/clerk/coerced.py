"""Acts that may be pushed in on a proceeding beside the penalty: settled otherwise, halted, fulfilled, withdrawn, done at once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from sanzhi.demo.seizing import AT_ONCE
from tests.lawful.clerk.acts import CASE, Act, Day, Ref
from tests.lawful.clerk.roads import LANES, Road

WAYS: tuple[Mapping[str, Any], ...] = (
    *({"way": way} for way in ("confiscated", "handed_over", "sold", "destroyed", "set_off")),
    *(
        {"way": "returned", "lifted_for": ground}
        for ground in ("innocent", "decided", "expired", "refused", "other")
    ),
)
HALTS = (
    *(("suspended", "hardship"), ("resumed", "gone"), ("resumed", "broken"), ("ended", "object_gone")),
    *(("ended", "three_years"), ("ended", "overturned"), ("ended", "dead")),
)
ENDS = ("settled", "forgone", "executed", "fulfilled", "terminated", "withdrawn", "unpaid", "borne", "ended")


def coerced(road: Road, at: int) -> Iterator[tuple[str, Act]]:
    """(kind of bend, act), once the proceeding has begun."""
    for before in road.acts[:at]:
        if before.verb in LANES:
            lane = Ref(before.key if before.verb != "clear_at_once" else f"{before.key}.proceeding")
            yield from _on_lane(road, at, lane=lane)


def _on_lane(road: Road, at: int, *, lane: Ref) -> Iterator[tuple[str, Act]]:
    taken = next((row for row in road.acts[:at] if row.verb == "carry_out_seizure"), None)
    if taken is not None:
        for way in WAYS:
            order = {"things": [Ref(f"{taken.key}.thing#1")], "reason": "按本案情况处理。", **way}
            yield "settle", _act("coercion.settle_things", "juzhang", lane=lane, **order)
        yield "gone", _act("coercion.let_things_go", "zhifa1", lane=lane, **_gone(taken))
        for days in (5, 30, 31):
            more = {"days": days, "reason": "情况复杂，需要逐段核对监控。"}
            yield "extend", _act("coercion.propose_extension", "zhifa1", lane=lane, **more)
        late = _act("coercion.extend_seizure", "juzhang", lane=lane)
        yield "extend", late
        yield "extend", replace(late, wait=timedelta(days=30))
        ask = {"subject": "车辆", "question": "车辆改装情况。", "appraiser": "某市检测有限公司"}
        yield "appraise", _act("cases.order_appraisal", "juzhang", lane=lane, **ask)
    yield "forgo", _act("coercion.forgo_seizure", "juzhang", lane=lane, reason="不再需要扣押。")
    yield "at once", _act("coercion.seize_at_once", "zhifa1", lane=lane, **AT_ONCE)
    for outcome in ("批准", "不批准，立即解除"):
        said = {"outcome": outcome, "opinion": "意见如上。"}
        yield "regularise", _act("coercion.regularise_seizure", "juzhang", lane=lane, **said)
    for kind, ground in HALTS:
        halt = {"kind": kind, "ground": ground, "reason": "有当事人提交的证明材料。"}
        yield "halt", _act("coercion.halt_enforcement", "juzhang", lane=lane, **halt)
    how = {"fulfilled_on": Day(0), "how": "到现场查看，已经拆除，恢复原状。"}
    yield "fulfil", _act("coercion.record_fulfilment", "zhifa1", lane=lane, **how)
    yield "plea", _act("cases.record_plea", "zhifa1", lane=lane, text="设施已经联系买家，本周自行拆走。")
    for accepted in (True, False):
        answer = {"is_accepted": accepted, "answer": "经核实，意见如上。"}
        yield "plea", _act("cases.answer_plea", "zhifa1", lane=lane, **answer)
    for amount in ("100", "3000"):
        paid = {"amount": Decimal(amount), "paid_on": Day(0), "receipt_number": f"代{amount}"}
        yield "money", _act("coercion.record_proxy_payment", "zhifa1", lane=lane, **paid)
    for end in ENDS:
        close = {"kind": end, "reason": "本程序按此结束。"}
        yield "close", _act("cases.close_case", "duizhang1", lane=lane, **close)
    for ground in ("died", "dissolved"):
        died = {"ground": ground, "proof": "死亡证明、注销登记"}
        yield "end", _act("cases.end_investigation", "juzhang", lane=lane, **died)
    yield "back", _act("cases.send_back", "juzhang", lane=lane, reason="请重新提出意见。")
    yield from _proposed_otherwise(road, at)


def _gone(taken: Act) -> dict[str, Any]:
    said = {"received_by": "路人乙", "voucher": "发还0009", "condition": "与清单一致"}
    return {"things": [Ref(f"{taken.key}.thing#1")], **said}


def _act(does: str, who: str, *, lane: Ref, **order: Any) -> Act:
    fields = {"case": Ref(CASE), "proceeding": lane, **order}
    return Act(f"{does.partition('.')[2]}!", does, who, fields)


def _proposed_otherwise(road: Road, at: int) -> Iterator[tuple[str, Act]]:
    """The seizure or the proxy proposed once more, for more or for less."""
    for before in road.acts[:at]:
        changes: tuple[dict[str, Any], ...] = ()
        if before.verb == "propose_enforcement":
            changes = (
                {"budget": Decimal(2399)},
                {"budget": Decimal(2401)},
                {"target": "人行道上的广告牌一处"},
            )
        if before.verb == "propose_seizure":
            changes = ({"days": 10}, {"things": "三轮车；无；1辆；运输工具"}, {"manner": "seal"})
        for change in changes:
            order = {**before.order, **change}
            yield "repropose", replace(before, key=f"{before.verb}!", order=order, wait=timedelta(0))
