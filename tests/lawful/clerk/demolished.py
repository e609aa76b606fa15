"""Acts that may be pushed in on an illegal structure: sorted otherwise, removed, contested, halted, sent back, closed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from tests.lawful.clerk.acts import CASE, Act, Day, Ref, Who
from tests.lawful.clerk.coerced import HALTS
from tests.lawful.clerk.roads import Road

ORDER, FORCED = "coercion/demolition-order", "coercion/demolition"
SORTS = (
    ("correctable", "25_1"),
    ("lawful", "40_1"),
    ("stays", "27_2"),
    ("removable", "27_1"),
    ("removable", "26_1"),
)
CLOSES = (
    *("self_removed", "removed", "correctable", "stays", "not_ours", "not_illegal", "given_up"),
    *("executed", "fulfilled", "terminated", "withdrawn"),
)
WHY = "按本案情况办理，理由见案卷。"


def demolished(road: Road, at: int) -> Iterator[tuple[str, Act]]:
    """(kind of bend, act), on the order and on the demolition beside it."""
    if at == 0 or road.acts[0].order.get("procedure") != ORDER:
        return
    begun = next((row for row in road.acts[:at] if row.verb == "begin_demolition"), None)
    yield from _on_the_order()
    for lane in (None, *([Ref(begun.key)] if begun else [])):
        yield from _on_either(lane)
    if begun is not None:
        yield from _on_the_demolition(road, at, lane=Ref(begun.key))


def _act(does: str, who: str, *, lane: Ref | None = None, **order: Any) -> Act:
    place = {"case": Ref(CASE), **({"proceeding": lane} if lane else {})}
    return Act(f"{does.partition('.')[2]}!", does, who, {**place, **order})


def _on_the_order() -> Iterator[tuple[str, Act]]:
    for sort, item in SORTS:
        said = {"sort": sort, "item": item, "sort_reason": "经核对规划资料认定。"}
        yield "sort", _act("coercion.sort_structure", "zhifa1", **said)
    for days in (-1, 1, 40, 90):
        said = {"due_on": Day(days), "reason": "占用消防通道，应当拆除。"}
        yield "repropose", _act("coercion.propose_removal", "zhifa1", **said)
    sent = {
        "receiver": "舞钢市自然资源局",
        "ground": "《城乡规划法》第六十四条",
        "reason": "查处职权没有划转本机关。",
    }
    yield "refer", _act("coercion.refer_structure", "juzhang", **sent)
    for stopped in (True, False):
        look = {"looked_on": Day(0), "stopped": stopped, "looked_note": "到现场查看，情况如实记录。"}
        yield "look", _act("coercion.look_at_stop", "zhifa1", **look)
    gone = {"removed_on": Day(0), "removed_note": "到现场查看，房屋已经拆除。"}
    yield "removed", _act("coercion.record_removal", "zhifa1", **gone)
    for way, body in (("reconsideration", "舞钢市人民政府"), ("litigation", "舞钢市人民法院")):
        contest = {"way": way, "body": body, "number": "受字1号", "accepted_on": Day(0)}
        yield "contest", _act("cases.record_contest", "zhifa1", **contest)
    for outcome in ("upheld", "revoked", "withdrawn"):
        over = {"outcome": outcome, "outcome_number": "复决1号", "ended_on": Day(0), "received_on": Day(0)}
        yield "contest", _act("cases.end_contest", "zhifa1", **over)
    yield "begin", _act("coercion.begin_demolition", "zhifa1", power="QZ08")
    yield "begin", replace(_act("coercion.begin_demolition", "zhifa1", power="QZ08"), wait=timedelta(days=60))
    yield "begin", _act("coercion.begin_seizure", "zhifa1", power="QZ05")


def _on_either(lane: Ref | None) -> Iterator[tuple[str, Act]]:
    for body in ("舞钢市人民政府", "舞钢市自然资源局"):
        ordered = {"ordered_on": Day(0), "ordered_number": "政责1号", "ordered_by": body}
        said = {**ordered, "ordered_what": "强制拆除该违法建设"}
        yield "government", _act("coercion.record_government_order", "zhifa1", lane=lane, **said)
    for late in ("", "催告以后与政府办公室衔接，迟延报送。"):
        told = {"reported_on": Day(0), "report_number": "管报1号", "late_for": late}
        yield "government", _act("coercion.report_to_government", "zhifa1", lane=lane, **told)
    yield "plea", _act("cases.record_plea", "zhifa1", lane=lane, text="房屋系经批准建设，请核实。")
    yield "plea", _act("cases.record_plea", "zhifa1", lane=lane, is_waived=True)
    for accepted in (True, False):
        answer = {"is_accepted": accepted, "answer": "经复核，意见如上。"}
        yield "plea", _act("cases.answer_plea", "zhifa1", lane=lane, **answer)
    yield "back", _act("cases.send_back", "juzhang", lane=lane, reason="请重新提出意见。")
    yield "step", _act("cases.complete_step", "zhifa2", lane=lane)
    for kind in CLOSES:
        for who in ("duizhang1", "juzhang"):
            yield "close", _act("cases.close_case", who, lane=lane, kind=kind, reason=WHY)
    for officers in ([Who("zhifa1")], [Who("zhifa3"), Who("zhifa4")]):
        yield "reassign", _act("cases.assign_officers", "duizhang1", lane=lane, officers=officers)


def _on_the_demolition(road: Road, at: int, *, lane: Ref) -> Iterator[tuple[str, Act]]:
    for kind, ground in HALTS:
        halt = {"kind": kind, "ground": ground, "reason": "有证明材料，情况属实。"}
        yield "halt", _act("coercion.halt_enforcement", "juzhang", lane=lane, **halt)
    how = {"fulfilled_on": Day(0), "how": "到现场查看，已经拆除，恢复原状。"}
    yield "fulfil", _act("coercion.record_fulfilment", "zhifa1", lane=lane, **how)
    for days in (0, 1, 30):
        fixed = {"day": Day(days)}
        yield "day", _act("coercion.set_demolition_day", "zhifa1", lane=lane, **fixed)
    for act in road.acts[:at]:
        if act.verb == "propose_demolition":
            for change in ({"planned_on": Day(20)}, {"clear_by_on": Day(40)}, {"executor": "某拆迁公司"}):
                order = {**act.order, **change}
                yield "repropose", replace(act, key=f"{act.verb}!", order=order, wait=timedelta(0))
        if act.verb == "tear_down":
            one = [Ref(f"{act.key}.thing#1")]
            fetch = {"things": one, "claimed_by": "路人乙", "voucher": "领0009"}
            yield "goods", _act("coercion.hand_out_left_things", "zhifa1", lane=lane, **fetch)
            kept = {"things": one, "deposited_with": "某公证处", "voucher": "提0009", "cost": Decimal(1)}
            yield "goods", _act("coercion.deposit_left_things", "zhifa1", lane=lane, **kept)
            call = {"called_on": Day(0), "called_where": "政府网站和现场"}
            yield "goods", _act("coercion.call_for_left_things", "zhifa1", lane=lane, **call)
