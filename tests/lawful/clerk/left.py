"""What everybody still does where a walk has come to: the road again, papers, sums, explanations, what ends it otherwise."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sanzhi.cases.models import CaseParty, PartyKind, Proceeding
from sanzhi.cases.receiving import Receiver
from sanzhi.coercion.models import Demolition
from sanzhi.documents.models import Document
from sanzhi.levy.owed import outstanding, waiting_refund
from sanzhi.recordings.models import Gap
from sanzhi.requisition.queries import left_to_pay
from tests.lawful.clerk.acts import TAKE_IN, Act, Day, Who
from tests.lawful.clerk.owed import papers_owed
from tests.lawful.clerk.roads import LANES, OPENING, Road

if TYPE_CHECKING:
    from tests.lawful.clerk.walk import Walker

FILMED = "forced_demolition"
# what begins a part of the way anew is done only where nothing else goes on
PROPOSING = ("propose_", "assess_")
UNSETTLING = (
    *PROPOSING,
    "send_back",
    "record_plea",
    "describe_",
    "establish_",
    "examine",
    "log_use",
    "register_",
)
WHY = "依照有关规定，按此办理。"
LATE = "经办人出差，没有在期限内送达。"  # said where the paper of a decision comes late
# by the first word of the procedure: what ends it without the rest of the road, and as what it is closed then
WAYS: dict[str, tuple[tuple[str, str, dict[str, Any]], ...]] = {
    "license": (
        ("licensing.withdraw_application", "zhifa1", {"asked_on": Day(0), "proof": "申请人书面撤回。"}),
        ("licensing.forgo_ending", "juzhang", {"reason": "经研究，不再终止该许可。"}),
        ("licensing.end_time_left_out", "zhifa1", {"result": "结论已经作出。"}),
        ("licensing.explain_late_decision", "juzhang", {"reason": "材料复杂，没有按期办结。"}),
    ),
    "levy": (
        ("levy.decide_lowering", "juzhang", {"outcome": "不予准许", "opinion": "证明材料不足。"}),
        ("levy.refund_levy", "juzhang", {"reason": "多收的款项退还。"}),
        ("levy.end_levy", "juzhang", {"ground": "not_owed", "proof": "批准文件", "reason": WHY}),
        ("levy.end_levy", "juzhang", {"ground": "died", "proof": "死亡证明", "reason": WHY}),
    ),
    "requisition": (
        ("requisition.forgo_requisition", "juzhang", {"reason": "雨停，不再需要。"}),
        ("requisition.end_use", "zhifa1", {"ground": "used", "ended_on": Day(0)}),
        ("requisition.answer_objection", "juzhang", {"answer": "经审查，估价有报价单证明。"}),
    ),
    "coercion": (
        (
            "cases.end_contest",
            "zhifa1",
            {"outcome": "withdrawn", "outcome_number": "复决1号", "ended_on": Day(0)},
        ),
        ("coercion.record_fulfilment", "zhifa1", {"fulfilled_on": Day(0), "how": "到现场查看，已经拆除。"}),
        (
            "coercion.record_removal",
            "zhifa1",
            {"removed_on": Day(0), "removed_note": "到现场查看，已经拆除。"},
        ),
    ),
}
CLOSES = {
    "license": ("granted", "refused", "done", "withdrawn", "declined", "lapsed", "forgone"),
    "levy": ("performed", "not_owed", "given_up", "overturned"),
    "requisition": ("compensated", "settled", "refused", "not_taken", "not_needed", "overturned"),
    "coercion": ("executed", "fulfilled", "terminated", "withdrawn", "removed", "self_removed", "given_up"),
}


def left_to_do(walker: "Walker", road: Road, *, lanes: list[int]) -> Iterator[Act]:
    """The two officers of the road again; papers that lie unsigned, issued ones that nobody has; the road; other ways out.

    `lanes`: the proceedings that are open.
    """
    rows = Proceeding.objects.filter(pk__in=lanes).order_by("-pk").values_list("pk", "case", "procedure_key")
    for pk, case, _ in rows:
        place = {"case": case, "proceeding": pk}
        for who in ("duizhang1", "juzhang"):
            yield _act("cases.assign_officers", who, place=place, officers=[Who("zhifa1"), Who("zhifa2")])
    for act in road.acts:
        if act.verb not in OPENING and act.verb not in LANES:
            yield replace(act, wait=_until_the_day(act, lanes, today=walker.world.now.date()))
    for act in road.acts:
        if act.verb in LANES:
            yield replace(act, wait=timedelta(0))
    for pk, case, procedure in rows:
        place, kind = {"case": case, "proceeding": pk}, procedure.partition("/")[0]
        yield from papers_owed(pk, now=walker.world.now)
        yield from _papers(case)
        yield from _sums(pk, case)
        for does, who, said in WAYS.get(kind, ()):
            yield _act(does, who, place=place, **said)
        yield _act("cases.record_plea", "zhifa1", place=place, is_waived=True)
        yield _act("cases.answer_plea", "zhifa1", place=place, is_accepted=False, answer="经复核，意见如上。")
        yield from _films(place, road)
        yield _act("cases.decline_overturn", "juzhang", place=place, reason="经复核，证据充分，决定正确。")
        yield _act("cases.complete_step", "zhifa1", place=place)
        yield _act("cases.complete_step", "juzhang", place=place)
        stood = Proceeding.objects.get(pk=pk).step
        yield _act("cases.send_back", "juzhang", place=place, reason="期限已过，请重新提出意见。")
        if Proceeding.objects.get(pk=pk).step != stood:
            yield from (
                replace(act, wait=timedelta(0)) for act in road.acts if act.verb.startswith(PROPOSING)
            )
        for closing in CLOSES.get(kind, ()):
            for who in ("duizhang1", "juzhang"):
                yield _act("cases.close_case", who, place=place, kind=closing, reason=WHY)


def _until_the_day(act: Act, lanes: list[int], *, today: date) -> timedelta:
    """A house is pulled down on the day that the party was told, and filmed then: until it everybody waits."""
    rows = Demolition.objects.filter(proceeding__in=lanes, day__gt=today)
    day = rows.values_list("day", flat=True).first() if act.order.get("moment") == FILMED else None
    return day - today if day else timedelta(0)


def _papers(case: int) -> Iterator[Act]:
    """Every paper of the case that is issued and reached nobody, handed to the party."""
    party = CaseParty.objects.filter(case=case).order_by("pk").first()
    if party is None:
        return
    own = {"received_by": party.name, "relation": Receiver.SELF}
    for_it = {"received_by": party.representative[:60], "relation": Receiver.REPRESENTATIVE}
    said = own if party.kind == PartyKind.PERSON else for_it
    rows = Document.objects.filter(subject=f"cases.case:{case}", status="issued", services__isnull=True)
    for pk in rows.order_by("pk").values_list("pk", flat=True):
        order = {
            "case": case,
            "document": pk,
            "method": "direct",
            "served_on": Day(0),
            "place": party.address,
        }
        yield Act(f"serve_document…{pk}", "cases.serve_document", "zhifa1", {**order, **said})
        late = {**order, **said, "note": LATE}
        yield Act(f"serve_document…{pk}", "cases.serve_document", "zhifa1", late)


def _films(place: dict[str, int], road: Road) -> Iterator[Act]:
    """What was not filmed is explained by who was there and accepted by who was not."""
    for moment in dict.fromkeys(str(act.order["moment"]) for act in road.acts if act.does == TAKE_IN):
        why = "设备故障，没有音像记录，已补充现场照片。"
        yield _act("recordings.explain_gap", "zhifa1", place=place, moment=moment, reason=why)
        gap = Gap.objects.filter(proceeding=place["proceeding"], moment=moment).order_by("pk").last()
        if gap is not None and gap.is_waiting:
            yield _act("recordings.accept_gap", "fazhi", place={}, gap=gap.pk)


def _sums(pk: int, case: int) -> Iterator[Act]:
    """What is still to be paid, and paid back."""
    row, place = Proceeding.objects.get(pk=pk), {"case": case, "proceeding": pk}
    voucher = f"41{pk:04d}{Document.objects.count():06d}"
    if row.procedure_key == "levy/fee" and (left := outstanding(row)) > 0:
        said = {"amount": left, "paid_on": Day(0), "receipt_number": voucher}
        yield _act("levy.collect_levy", "zhifa1", place=place, **said)
    if row.procedure_key == "levy/fee" and waiting_refund(row) is not None:
        said = {"voucher": f"TF{voucher}", "paid_on": Day(0), "receiver": row.respondent.name}
        yield _act("levy.pay_levy_refund", "zhifa1", place=place, **said)
    if row.procedure_key == "requisition/compensation" and (left := left_to_pay(row)) > 0:
        said = {"amount": left, "paid_on": Day(0), "voucher": voucher, "receiver": row.respondent.name}
        yield _act("requisition.pay_compensation", "zhifa1", place=place, **said)


def _act(does: str, who: str, *, place: dict[str, int], **said: Any) -> Act:
    return Act(f"{does.partition('.')[2]}…", does, who, {**place, **said})
