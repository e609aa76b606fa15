"""Acts that may be pushed in on a requisition: proposed otherwise, taken at once, extended, ended, given back, paid."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from tests.lawful.clerk.acts import Act, Day, Ref, Who
from tests.lawful.clerk.roads import Road

CLOSES = ("settled", "not_taken", "not_needed", "refused", "compensated", "overturned")
WHY = "按本案情况办理，理由见案卷。"


def requisitioned(road: Road, at: int) -> Iterator[tuple[str, Act]]:
    """(kind of bend, act), on the requisition and on the compensation beside it."""
    if at == 0 or road.procedure(0) != "requisition/emergency":
        return
    case = road.case(at - 1)
    paying = next((row for row in road.acts[:at] if row.verb == "begin_compensation"), None)
    main = {"case": case, "proceeding": Ref(road.acts[0].key)}
    lanes = [main, *([{"case": case, "proceeding": Ref(paying.key)}] if paying else [])]
    yield from _on_the_need(road, at, place=main)
    for place in lanes:
        yield from _on_either(place)
    if paying is not None:
        yield from _on_the_payment(lanes[-1])


def _act(does: str, who: str, *, lane: dict[str, Ref], **order: Any) -> Act:
    return Act(f"{does.partition('.')[2]}!", does, who, {**lane, **order})


def _on_the_need(road: Road, at: int, *, place: dict[str, Ref]) -> Iterator[tuple[str, Act]]:
    for act in road.acts[:at]:
        if act.verb in {"propose_requisition", "requisition_at_once"}:
            for change in (
                {"until_on": Day(2)},
                {"declared_on": Day(1)},
                {"things": "发电机；无；1台；完好，估价9000元，每日90元"},
            ):
                order = {**act.order, **change}
                yield "repropose", replace(act, key=f"{act.verb}!", order=order, wait=timedelta(0))
        if act.verb in {"take_over_things", "requisition_at_once"}:
            proof = next(Ref(row.key) for row in road.acts[:at] if row.verb == "add_evidence")
            yield from _on_the_things(Ref(f"{act.key}.thing#1"), place=place, proof=proof)
    for ground in ("used", "over", "expired", "refused"):
        for days in (0, -2):
            ended = {"ground": ground, "ended_on": Day(days)}
            yield "end use", _act("requisition.end_use", "zhifa1", lane=place, **ended)
    for who in ("juzhang", "zhifa1"):
        for days in (15, 200):
            more = {"until": Day(days), "reason": "雨情持续，仍需使用。"}
            yield "extend", _act("requisition.extend_requisition", who, lane=place, **more)
    late = {"until": Day(30), "reason": "雨情持续，仍需使用。"}
    extend = _act("requisition.extend_requisition", "juzhang", lane=place, **late)
    yield "extend", replace(extend, wait=timedelta(days=12))
    yield "forgo", _act("requisition.forgo_requisition", "juzhang", lane=place, reason="雨停，不再需要。")
    yield "refuse", _act("requisition.refuse_requisition", "juzhang", lane=place, reason="不需要征用。")
    yield "begin", _act("requisition.begin_compensation", "zhifa1", lane=place)
    yield "decide", _act("requisition.decide_requisition", "juzhang", lane=place)


def _on_the_things(thing: Ref, *, place: dict[str, Ref], proof: Ref) -> Iterator[tuple[str, Act]]:
    for days in (0, -1, 3):
        used = {"things": [thing], "used_on": Day(days), "place": "某路", "user": "抢险队"}
        said = {"purpose": "商业施工使用", "condition": "运转正常"}
        yield "use", _act("requisition.log_use", "zhifa1", lane=place, **used, **said)
    gone = {"thing": thing, "condition": "与清单一致", "received_by": "路人乙", "voucher": "返还9"}
    for returned, lost in (("1", "0"), ("0", "1"), ("2", "0")):
        said = {"returned": Decimal(returned), "lost": Decimal(lost)}
        more = {"damage": "被水冲走。"} if lost != "0" else {}
        for authority in ("", "授权委托书"):
            shown = {**said, **more, "receiver_proof": authority}
            yield "back", _act("requisition.give_thing_back", "zhifa1", lane=place, **gone, **shown)
    for worth, rest in (("900", "0"), ("900", "901")):
        said = {"worth": Decimal(worth), "remaining": Decimal(rest), "evidence": [proof]}
        yield "value", _act("requisition.value_damage", "zhifa1", lane=place, thing=thing, **said)


def _on_either(place: dict[str, Ref]) -> Iterator[tuple[str, Act]]:
    said = {"text": "对清单的估价有异议。", "made_on": Day(0)}
    yield "object", _act("requisition.record_objection", "zhifa1", lane=place, **said)
    yield "plea", _act("cases.record_plea", "zhifa1", lane=place, text="估价过低，请重新核算。")
    yield "plea", _act("cases.record_plea", "zhifa1", lane=place, is_waived=True)
    for accepted in (True, False):
        answer = {"is_accepted": accepted, "answer": "经复核，意见如上。"}
        yield "plea", _act("cases.answer_plea", "zhifa1", lane=place, **answer)
    yield "back", _act("cases.send_back", "juzhang", lane=place, reason="请重新核算后再提出。")
    yield "step", _act("cases.complete_step", "zhifa2", lane=place)
    for kind in CLOSES:
        for who in ("juzhang", "duizhang1"):
            yield "close", _act("cases.close_case", who, lane=place, kind=kind, reason=WHY)
    fell = {"overturned_for": ["evidence"], "ground": "没有紧急需要的证据。", "kind": "revoked"}
    yield "overturn", _act("cases.propose_overturn", "zhifa1", lane=place, **fell)
    yield "overturn", _act("cases.overturn_decision", "juzhang", lane=place)
    for officers in ([Who("zhifa1")], [Who("zhifa3"), Who("zhifa4")]):
        yield "reassign", _act("cases.assign_officers", "duizhang1", lane=place, officers=officers)


def _on_the_payment(place: dict[str, Ref]) -> Iterator[tuple[str, Act]]:
    yield "assess", _act("requisition.assess_compensation", "zhifa1", lane=place, reason="逐项核算。")
    yield "decide", _act("requisition.decide_compensation", "juzhang", lane=place)
    for amount in ("1", "9350", "20000"):
        for proof in ("", "公证书"):
            paid = {"amount": Decimal(amount), "paid_on": Day(0), "voucher": f"ZF9{amount}"}
            said = {"receiver": "路人乙", "proof": proof}
            yield "money", _act("requisition.pay_compensation", "zhifa1", lane=place, **paid, **said)
