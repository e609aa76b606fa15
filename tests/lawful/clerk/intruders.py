"""Acts that no lawful road contains at this place: voiding, reassigning, proposing anew, another party, a waiver …"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sanzhi.law.identity import check_digit
from sanzhi.law.measures import Measure
from sanzhi.reviews.rules import POINTS
from tests.lawful.clerk.acts import CASE, EXPIRE, Act, Alien, Day, Ref
from tests.lawful.clerk.coerced import coerced
from tests.lawful.clerk.demolished import demolished
from tests.lawful.clerk.levied import levied
from tests.lawful.clerk.licensed import licensed
from tests.lawful.clerk.requisitioned import requisitioned
from tests.lawful.clerk.roads import Road
from tests.lawful.clerk.words import LISTS

GROUNDS = ("secret", "minor", "safety", "simplified", "overturned")
HERE = {"case": Ref(CASE)}
CHILD = {"kind": "person", "name": "周小某", "address": "演示路5号"}


def _born(day: date) -> dict[str, Any]:
    """Birth and number of an invented person: no region begins with 000000."""
    body = f"000000{day:%Y%m%d}002"
    return {"id_number": body + check_digit(body), "born_on": day}


PARTIES: tuple[dict[str, Any], ...] = (
    {**CHILD, "id_type": "护照", "id_number": "P0000001"},
    {**CHILD, **_born(date(2013, 10, 1)), "guardian": "周某"},
    {**CHILD, **_born(date(2010, 10, 1)), "guardian": "周某"},
    {"kind": "organisation", "name": "演示有限公司", "representative": "钱某", "address": "演示路6号"},
    {"kind": "person", "name": "吴某", **_born(date(1986, 10, 1)), "address": "演示路7号"},
    {
        "kind": "person",
        "name": "郑某",
        "born_on": Day(-40 * 365),
        "address": "演示路8号",
        "id_type": "没有查明",
    },
)
EDITS: tuple[dict[str, Any], ...] = (
    {"proposed_text": "罚款人民币伍拾元整（¥50）", "proposed_amount": "50"},
    {"decision_text": "罚款人民币玖仟元整（¥9000）", "amount": "9000", "amount_capital": "玖仟元整"},
    {"penalty_basis": "《某条例》第一条"},
    {"opinion_kind": "不同意"},
)


def intruders(road: Road, at: int) -> Iterator[tuple[str, Act]]:
    """(kind of bend, act) for everything that may be pushed in before act `at`."""
    if road.procedure(0).startswith("penalty/"):
        yield from _on_the_case(road, at)
        yield from coerced(road, at)
    yield from licensed(road, at)
    yield from demolished(road, at)
    yield from levied(road, at)
    yield from requisitioned(road, at)
    if at > 0:
        yield from _on_papers(road.acts[:at])
        yield from _on_copies(road.acts[:at])


def _act(does: str, who: str, **order: Any) -> Act:
    return Act(f"{does.partition('.')[2]}!", does, who, {**HERE, **order})


def _on_the_case(road: Road, at: int) -> Iterator[tuple[str, Act]]:
    if at == 0:
        return
    for officers in LISTS["officers"]:
        yield "reassign", _act("cases.assign_officers", "duizhang1", officers=officers)
    for party in PARTIES:
        yield "party", _act("cases.register_party", "zhifa1", **party)
    proposal = next((act for act in road.acts if act.verb == "propose_penalty"), None)
    if proposal is not None:
        for change in _other_penalties(proposal):
            order = {**proposal.order, **change}
            yield "repropose", replace(proposal, key="propose_penalty!", order=order, wait=timedelta(0))
    yield "plea", _act("cases.record_plea", "zhifa1", text="当事人称该处不是其设置，提交了租赁合同。")
    yield "plea", _act("cases.record_plea", "zhifa1", is_waived=True)
    for accepted in (True, False):
        yield "plea", _act("cases.answer_plea", "zhifa1", is_accepted=accepted, answer="经复核，意见如上。")
    yield "plea", _act("cases.request_hearing", "zhifa1")
    yield "plea", _act("cases.request_hearing", "zhifa1", requested_on=Day(-3))
    points = {key: {"holds": key != "law", "note": "裁量不当"} for key in POINTS}
    opinion = {"points": points, "verdict": "rejected", "opinion": "不同意拟处理意见。"}
    yield "opinion", _act("reviews.give_opinion", "fazhi", **opinion)
    yield "close", _act("cases.close_case", "duizhang1", kind="minor", reason="情节轻微，不再处罚。")
    yield "close", _act("cases.close_case", "duizhang1", kind="not_filed", reason="不属于本机关管辖。")
    charge = _act("penalty.charge_late_penalty", "zhifa1")
    yield "money", charge
    yield "money", replace(charge, wait=timedelta(days=30))
    for amount in ("100", "800"):
        order = {"amount": Decimal(amount), "paid_on": Day(0), "receipt_number": f"X{amount}"}
        yield "money", _act("penalty.record_payment", "zhifa1", **order)
    yield (
        "evidence",
        _act("cases.add_evidence", "zhifa1", kind="testimony", name="证人证言", proves="违法行为的经过"),
    )
    for ground, who in (("one_act", "juzhang"), ("same_party", "juzhang"), ("one_scene", "duizhang1")):
        joined = {"joined_case": Alien("other_case"), "ground": ground, "reason": "两案的证据需要一并核对。"}
        yield "join", _act("cases.join_case", who, **joined)
    yield "join", _act("cases.sever_case", "juzhang", reason="本案事实已经查清，分开办理。")
    yield "gap", _act("recordings.explain_gap", "zhifa1", moment="service", reason="执法记录仪没有电了。")
    yield "step", _act("cases.complete_step", "zhifa2")
    yield "clock", Act("expire!", EXPIRE, "guanli", wait=timedelta(days=400))


def _other_penalties(proposal: Act) -> Iterator[dict[str, Any]]:
    """What else may be proposed at any time; all changes of a proposal are tried where it is made."""
    fine = proposal.order.get("fine")
    if fine:
        yield from (
            {"fine": sum_} for sum_ in (fine - 1, fine + 1, fine * 2, fine * 10, Decimal("0.01"), None)
        )
    yield {"warns": True}
    yield {"confiscated": Decimal(20000), "measures": [Measure.CONFISCATION_OF_GAINS]}
    yield from ({"measures": [row]} for row in (Measure.REVOCATION, Measure.HALT, Measure.FINE))
    yield {"quantities": {}}
    yield {"mitigation": "行政处罚法第三十二条第一项", "fine": Decimal(1)}


def _on_papers(before: tuple[Act, ...]) -> Iterator[tuple[str, Act]]:
    """Each paper that exists: voided, returned, typed over, served again."""
    papers = [act.key for act in before if act.verb == "write_document"]
    papers += [f"{act.key}.paper" for act in before if act.verb in {"decide_penalty", "penalise_on_the_spot"}]
    handed_in = {act.order["document"].key for act in before if act.verb == "submit_document"}
    for key in papers:
        paper = {"document": Ref(key)}
        yield "void", _act("cases.void_document", "zhifa1", **paper, reason="内容有误，予以作废。")
        if key not in handed_in:
            for values in EDITS:
                yield "contents", _act("cases.fill_document", "zhifa1", **paper, values=values)
    for key in papers[-2:]:
        paper = {"document": Ref(key)}
        yield "return", _act("cases.return_document", "duizhang1", **paper, reason="请补充后再报。")
        for method in ("left", "postal", "electronic", "entrusted", "forwarded", "public_notice"):
            order = {
                **paper,
                "method": method,
                "note": "见备注",
                "witness": "路人乙",
                "receipt_number": "EMS0001",
            }
            days = {"published_on": Day(-30)} if method == "public_notice" else {"served_on": Day(0)}
            yield "served", _act("cases.serve_document", "zhifa1", **order, **days)


def _on_copies(before: tuple[Act, ...]) -> Iterator[tuple[str, Act]]:
    """The release, once there is one: corrected by one hand, withdrawn, exempted."""
    gate = next((act for act in before if act.does == "disclosure.open_release"), None)
    submitted = next((act for act in before if act.verb == "submit_release"), None)
    if gate is None:
        return
    release = {"release": Ref(gate.key)}
    for who in ("gongshi", "fazhi", "juzhang", "zhifa1"):
        for ground in GROUNDS:
            order = {**release, "ground": ground, "reason": "依法撤回本公示件。"}
            yield "copy", Act("withdraw_release!", "disclosure.withdraw_release", who, order)
    for ground in GROUNDS:
        exempt = {**release, "ground": ground, "explanation": "依法不予公示，理由见审批表。"}
        for who in ("juzhang", "fujuzhang"):
            yield "copy", Act("exempt_release!", "disclosure.exempt_release", who, exempt)
    if submitted is not None:
        content = [tuple(row) for row in submitted.order["content"]]
        for n in range(len(content)):
            wrong = [*content[:n], (content[n][0], f"{content[n][1]}；罚款999999元"), *content[n + 1 :]]
            order = {**release, "content": wrong, "reason": "更正文字错误。"}
            yield "copy", Act("correct_release!", "disclosure.correct_release", "gongshi", order)
