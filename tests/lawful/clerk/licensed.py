"""Acts that may be pushed in on an application for a licence: taken back, declined, heard, put off, ended, asked again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.lawful.clerk.acts import Act, Day, Ref, Who
from tests.lawful.clerk.roads import OPENING, Road

GROUNDS = ("not_needed", "false", "banned", "cooling")
ENDS = ("abuse", "fraud", "law_changed", "expired", "dead", "dissolved", "ended", "given_up")
CLOSES = ("granted", "refused", "done", "declined", "withdrawn", "lapsed", "forgone", "ended")
REASON = "依照有关规定，按此办理。"


def licensed(road: Road, at: int) -> Iterator[tuple[str, Act]]:
    """(kind of bend, act), once something was applied for."""
    if at == 0 or not OPENING.get(road.acts[0].verb, "").startswith("license/"):
        return
    case = road.case(at - 1)
    yield from _on_the_application(case)
    yield from _on_the_hearing(case)
    yield from _towards_the_end(case)
    for act in road.acts[:at]:
        if act.verb in {"propose_licence", "take_application"}:
            yield from _otherwise(act)
        if act.verb == "decide_licence" and act.order["case"] == Ref("take_application.case"):
            yield from _on_the_licence(Ref(f"{act.key}.licence"))


def _act(does: str, who: str, *, case: Ref, **order: Any) -> Act:
    return Act(f"{does.partition('.')[2]}!", does, who, {"case": case, **order})


def _on_the_application(case: Ref) -> Iterator[tuple[str, Act]]:
    for ground in GROUNDS:
        said = {"ground": ground, "reason": "依照许可法第三十二条，不予受理。"}
        yield "decline", _act("licensing.decline_application", "zhifa1", case=case, **said)
    back = {"asked_on": Day(0), "proof": "申请人书面撤回申请。"}
    yield "take back", _act("licensing.withdraw_application", "zhifa1", case=case, **back)
    lapse = _act("licensing.lapse_application", "zhifa1", case=case)
    yield from (("lapse", lapse), ("lapse", replace(lapse, wait=timedelta(days=20))))
    told = _act("licensing.tell_corrections", "zhifa1", case=case, defects="平面图没有标明尺寸。")
    yield from (("correct", told), ("correct", replace(told, wait=timedelta(days=9))))
    came = {"handed": ["施工图"], "note": "重新提交"}
    yield "materials", _act("licensing.hand_in_materials", "zhifa1", case=case, **came)
    seen: dict[str, Any] = {"examined_on": Day(0), "found": "到现场核对，与申请材料不一致。"}
    for fits, spot in ((True, False), (True, True), (False, True)):
        said = {"fits": fits, "is_on_site": spot, "unmet": "" if fits else "没有规划部门批准的文件。"}
        yield "examine", _act("licensing.examine", "zhifa1", case=case, **seen, **said)
    for ground in ("experts", "hearing"):
        out = {"ground": ground, "what": "委托专家组评审方案。", "days": 10}
        yield "time", _act("licensing.leave_time_out", "zhifa1", case=case, **out)
    over = _act("licensing.end_time_left_out", "zhifa1", case=case, result="方案可行。")
    yield from (("time", over), ("time", replace(over, wait=timedelta(days=30))))
    for days in (10, 11):
        more = {"days": days, "reason": "资料较多，二十日内不能完成。"}
        yield "extend", _act("licensing.extend_decision", "juzhang", case=case, **more)
    late = _act("licensing.explain_late_decision", "juzhang", case=case, reason="材料复杂，没有按期办结。")
    yield from (("late", late), ("late", replace(late, wait=timedelta(days=45))))


def _on_the_hearing(case: Ref) -> Iterator[tuple[str, Act]]:
    other = {"name": "孙邻人", "contact": "13800000002", "interest": "占用位置在其门前，影响出入。"}
    yield "others", _act("licensing.tell_interested", "zhifa1", case=case, **other)
    for owed in (True, False):
        told = {"because": "涉及他人重大利益关系。", "is_owed": owed}
        yield "hearing", _act("licensing.tell_hearing", "zhifa1", case=case, **told)
    for days in (0, -3):
        asked = {"asked_by": "孙邻人", "asked_on": Day(days)}
        yield "hearing", _act("licensing.ask_hearing", "zhifa1", case=case, **asked)
    yield "hearing", _act("licensing.waive_hearing", "zhifa1", case=case, proof="当事人书面放弃。")
    for chair, days in (("fazhi2", 20), ("fazhi2", 5), ("fazhi", 14)):
        day = {"held_on": Day(days), "place": "听证室", "chair": Who(chair)}
        yield "hearing", _act("licensing.set_hearing", "zhifa1", case=case, **day)
    shown = {"notice_from": Day(0), "notice_until": Day(1), "notice_place": "政府网站"}
    yield "notice", _act("licensing.give_notice", "zhifa1", case=case, **shown)


def _towards_the_end(case: Ref) -> Iterator[tuple[str, Act]]:
    yield "back", _act("cases.send_back", "juzhang", case=case, reason="请重新审查后再提出意见。")
    yield "step", _act("cases.complete_step", "zhifa2", case=case)
    yield "forgo", _act("licensing.forgo_ending", "juzhang", case=case, reason="经研究，不再撤销许可。")
    yield "decide", _act("licensing.decide_licence", "juzhang", case=case)
    for kind in CLOSES:
        yield "close", _act("cases.close_case", "duizhang1", case=case, kind=kind, reason=REASON)
    for officers in ([Who("zhifa1")], [Who("zhifa1"), Who("fazhi2")], [Who("zhifa3"), Who("zhifa4")]):
        yield "reassign", _act("cases.assign_officers", "duizhang1", case=case, officers=officers)
    died = {"ground": "dissolved", "proof": "注销登记"}
    yield "end", _act("cases.end_investigation", "juzhang", case=case, **died)


def _otherwise(act: Act) -> Iterator[tuple[str, Act]]:
    """Proposed once more, otherwise or for longer; asked for once more, at the same place written otherwise."""
    changes: tuple[dict[str, Any], ...]
    if act.verb == "propose_licence":
        changes = (
            {"outcome": "不予许可", "reason": "不符合法定条件，不予许可。"},
            {"valid_from": Day(-30)},
            {"valid_until": Day(700)},
            {"was_false": True},
        )
    else:
        place = str(act.order["place"])
        changes = ({}, {"place": f" {place}"}, {"place": place.replace("号", " 号")})
        changes = (*changes, {"starts_on": Day(30), "ends_on": Day(60), "name": "另一家有限公司"})
    for change in changes:
        yield "again", replace(act, key=f"{act.verb}+", order={**act.order, **change}, wait=timedelta(0))


def _on_the_licence(licence: Ref) -> Iterator[tuple[str, Act]]:
    for ground in ENDS:
        for paid in ("", "按实际损失补偿。"):
            said = {"ground": ground, "facts": "查明的事实足以认定上述情形。", "compensation": paid}
            order = {"licence": licence, **said}
            yield "end", Act("begin_ending!", "licensing.begin_ending", "zhifa1", order)
    asked = {"licence": licence, "content": "申请延续许可的期限。", "ends_on": Day(90), "received_on": Day(0)}
    for verb in ("apply_for_renewal", "apply_for_change"):
        for days in (0, 100):
            act = Act(f"{verb}!", f"licensing.{verb}", "zhifa1", asked, timedelta(days=days))
            yield "ask again", act
    noted = {"licence": licence, "decision": "舞城管罚〔2026〕1号"}
    yield "revoked", Act("note_revocation!", "licensing.note_revocation", "zhifa1", noted)
