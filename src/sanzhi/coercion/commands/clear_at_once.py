"""Clear at once what lies on a road, in a river, in a public place, and the party cannot clear (行政强制法 §52)."""

from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import OpenBeside, open_beside
from sanzhi.cases.models import Proceeding
from sanzhi.cases.policies import has_two_qualified_officers, recusals_settled
from sanzhi.cases.receiving import is_not_the_party
from sanzhi.coercion import events, performing
from sanzhi.coercion.clearing import LAW, issue_notice, party_known
from sanzhi.coercion.models import Clearing, Enforcement, Present, Site
from sanzhi.coercion.performing import Performing, is_in_order, perform
from sanzhi.coercion.queries import CLEARING, powers_giving
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record

GIVES = "立即代履行"


class ClearAtOnce(Performing):
    matter: str = Field(min_length=2, max_length=200)
    site: Site
    place: str = Field(min_length=2, max_length=200)
    why_at_once: str = Field(min_length=10, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    return (
        Verdict.when(
            powers_giving(proceeding, GIVES),
            "权责清单中没有立即代履行的职权。",
            citation=LAW,
            remedy="请政策法规科核对权责清单。",
        )
        & has_two_qualified_officers(proceeding.case)
        & recusals_settled(proceeding.case)
    )


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    case, party = proceeding.case, proceeding.respondent
    there = (party.representative or party.name) if party else ""
    return {"place": case.place, "executor": case.authority.name, "present_name": there}


CARD = Card(
    citation=LAW,
    begins_beside=True,
    captions={
        "matter": "遗洒物、障碍物或者污染物",
        "site": "场所",
        "place": "地点",
        "why_at_once": "需要立即清除、当事人不能清除的情况",
        **performing.CAPTIONS,
    },
    helps={
        **performing.HELPS,
        "site": "只限于道路、河道、航道和公共场所；其他地方的，先责令当事人清除。",
        "present": "当事人不在场的，事后立即送达《立即代履行告知书》；当事人不明的，查明以后制发、送达。",
    },
    initial=_begins,
    objects=_objects,
)


@act("coercion.clear_at_once", title="登记立即代履行", card=CARD)
def clear_at_once(actor: Actor, order: ClearAtOnce, *, on: Proceeding) -> Clearing:
    require(
        Verdict.when(
            on.respondent or order.present == Present.NOBODY,
            "尚未登记当事人，不能登记当事人到场。",
            citation=LAW,
            remedy="到场的人是当事人的，请先登记当事人；当事人不明的，由见证人见证，查明以后再通知。",
        ),
        is_in_order(on, order),
        is_not_the_party(on, order.executor, said="代履行人", citation=LAW),
    )
    power = powers_giving(on, GIVES)[0]
    place = OpenBeside(case=on.case_id, proceeding=on.pk, procedure=CLEARING, power=power.code)
    lane = open_beside(actor, place)
    said = order.model_dump(include={"matter", "site", "place", "why_at_once"})
    clearing = Clearing(proceeding=lane, **said)
    clearing.save()
    row = Enforcement(
        proceeding=lane,
        duty=f"清除{order.matter}",
        harm_reason=order.why_at_once,
        target=f"{order.place}的{order.matter}"[:200],
        method=order.course,
        executor=order.executor,
    )
    perform(row, order, on=on, urgent_for=order.why_at_once)
    lane.enforcement = row
    if party_known(lane):
        issue_notice(actor, lane)
    record(events.CLEARED, actor=actor, subject=on.case, facts={"matter": order.matter})
    return clearing
