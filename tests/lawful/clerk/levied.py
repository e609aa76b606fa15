"""Acts that may be pushed in on a levy: assessed otherwise, lowered, cut short, paid, given back, ended, taken to court."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from tests.lawful.clerk.acts import Act, Day, Ref, Who
from tests.lawful.clerk.roads import Road

CLOSES = ("performed", "not_owed", "given_up", "overturned", "ended")
WHY = "按本案情况办理，理由见案卷。"


def levied(road: Road, at: int) -> Iterator[tuple[str, Act]]:
    """(kind of bend, act), once the levy has begun."""
    if at == 0 or road.procedure(0) != "levy/fee":
        return
    case = road.case(at - 1)
    for act in road.acts[:at]:
        if act.verb == "assess_levy":
            yield from _assessed(act)
    yield from _lowered(case)
    yield from _paid(case)
    yield from _on_the_case(case)


def _act(does: str, who: str, *, case: Ref, **order: Any) -> Act:
    return Act(f"{does.partition('.')[2]}!", does, who, {"case": case, **order})


def _assessed(act: Act) -> Iterator[tuple[str, Act]]:
    changes: tuple[dict[str, Any], ...] = (
        *({"quantity": Decimal(one)} for one in ("100", "100.001", "121", "1000")),
        *({"to_on": Day(days)} for days in (29, 60, 150)),
        *({"item": item} for item in ("城市道路占用费（施工占用）", "城市道路挖掘修复费（人行道）")),
    )
    for change in changes:
        order = {**act.order, **change}
        yield "repropose", replace(act, key=f"{act.verb}!", order=order, wait=timedelta(0))


def _lowered(case: Ref) -> Iterator[tuple[str, Act]]:
    for relief in ("残疾人自主经营", "公益活动占用", "亲友"):
        said = {"relief": relief, "reason": "本人提出减免申请。", "proof": "证明复印件"}
        yield "lower", _act("levy.ask_lowering", "zhifa1", case=case, **said)
    for days, rest in ((-1, "0"), (5, "0"), (5, "60")):
        cut = {"last_on": Day(days), "rest": Decimal(rest), "reason": "道路改造，停止占用。"}
        yield "lower", _act("levy.cut_short", "zhifa1", case=case, **cut, proof="停止占用决定")
    for outcome in ("准予", "不予准许"):
        for who in ("juzhang", "duizhang1"):
            said = {"outcome": outcome, "opinion": "经审查，意见如上。"}
            yield "lower", _act("levy.decide_lowering", who, case=case, **said)


def _paid(case: Ref) -> Iterator[tuple[str, Act]]:
    for amount in ("1", "1980", "3960", "3960.01", "9000"):
        for over in (True, False):
            said = {"amount": Decimal(amount), "paid_on": Day(0), "receipt_number": f"4199{amount}"}
            yield "money", _act("levy.collect_levy", "zhifa1", case=case, **said, is_overpaid=over)
    early = {"amount": Decimal(100), "paid_on": Day(-9), "receipt_number": "41990001"}
    yield "money", _act("levy.collect_levy", "zhifa1", case=case, **early)
    for who in ("juzhang", "duizhang1"):
        yield "refund", _act("levy.refund_levy", who, case=case, reason="多收的款项退还。")
    back = {"voucher": "TF99", "receiver": "路人乙", "paid_on": Day(0)}
    yield "refund", _act("levy.pay_levy_refund", "zhifa1", case=case, **back)


def _on_the_case(case: Ref) -> Iterator[tuple[str, Act]]:
    for ground in ("not_owed", "died", "dissolved"):
        for who in ("juzhang", "zhifa1"):
            end = {"ground": ground, "proof": "证明材料", "reason": "经核实终止征收。"}
            yield "end", _act("levy.end_levy", who, case=case, **end)
    said = {"statement": "已经催告，当事人没有缴纳。", "object_state": "银行存款", "no_remedy_pending": True}
    court = _act("levy.ask_court_for_levy", "juzhang", case=case, **said)
    yield from (("court", court), ("court", replace(court, wait=timedelta(days=230))))
    heir = {"how": "inheritance", "name": "继承人某", "proof": "公证书"}
    yield "heir", _act("levy.record_successor", "zhifa1", case=case, **heir)
    yield "plea", _act("cases.record_plea", "zhifa1", case=case, text="面积测量有误，请重新核定。")
    yield "plea", _act("cases.record_plea", "zhifa1", case=case, is_waived=True)
    for accepted in (True, False):
        answer = {"is_accepted": accepted, "answer": "经复核，意见如上。"}
        yield "plea", _act("cases.answer_plea", "zhifa1", case=case, **answer)
    yield "back", _act("cases.send_back", "juzhang", case=case, reason="请重新核定后再提出。")
    yield "step", _act("cases.complete_step", "zhifa2", case=case)
    for kind in CLOSES:
        for who in ("juzhang", "duizhang1"):
            yield "close", _act("cases.close_case", who, case=case, kind=kind, reason=WHY)
    fell = {"overturned_for": ["evidence"], "ground": "占用面积的证据不足。", "kind": "revoked"}
    yield "overturn", _act("cases.propose_overturn", "zhifa1", case=case, **fell)
    yield "overturn", _act("cases.overturn_decision", "juzhang", case=case)
    for officers in ([Who("zhifa1")], [Who("zhifa3"), Who("zhifa4")]):
        yield "reassign", _act("cases.assign_officers", "duizhang1", case=case, officers=officers)
