"""Grant more time for the decision, once, before the limit has passed; the applicant is told why (行政许可法 §42)."""

from typing import Any

from pydantic import Field

from sanzhi.applications.models import MessageKind, Progress
from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssuePaper, issue_own_paper
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.db import keep_list
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, terms
from sanzhi.licensing.models import TimeGranted
from sanzhi.licensing.offering import is_accepted
from sanzhi.licensing.queries import application_of, item_of, times_granted
from sanzhi.licensing.telling import tell
from sanzhi.organisation.roles import Role

LAW = "行政许可法第四十二条"


class ExtendDecision(OnProceeding):
    days: int = Field(ge=1)
    reason: Told = Field(min_length=10, max_length=500)


def _most(proceeding: Proceeding) -> int:
    item = item_of(proceeding)
    return item.extension_days if item else 0


def _objects(proceeding: Proceeding) -> Verdict:
    until = terms.decide_by(proceeding)
    return (
        is_accepted(proceeding)
        & Verdict.when(
            not any(row.days for row in times_granted(proceeding)),
            "已经延长过一次，不能再延长。",
            citation=LAW,
            remedy="请在期限内作出决定。",
        )
        & Verdict.when(
            until is None or clock.today() <= until.on,
            f"办理期限已于{chinese_date(until.on) if until else ''}届满，不能再延长。",
            citation=LAW,
            remedy="请由机关负责人说明超期原因。",
        )
    )


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    return {"days": _most(proceeding)}


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    captions={"days": "延长（工作日）", "reason": "二十日内不能作出决定的理由（告知申请人）"},
    initial=_begins,
    objects=_objects,
)


@act("licensing.extend_decision", title="批准延长办理期限", card=CARD)
def extend_decision(actor: Actor, order: ExtendDecision, *, on: Proceeding) -> TimeGranted:
    most, item = _most(on), item_of(on)
    require(
        Verdict.when(
            order.days <= most,
            f"延长不超过{most}个工作日{'（经本级人民政府负责人批准）' if item and item.is_joint else ''}。",
            citation=LAW,
            remedy="请填写期限以内的日数。",
        )
    )
    row = TimeGranted(proceeding=on, granted_on=clock.today(), granted_by=actor.name, **order.said())
    row.save()
    keep_list(on.times_granted, [*times_granted(on), row])  # the applicant is told the new last day
    issue_own_paper(actor, IssuePaper(case=on.case_id, proceeding=on.pk, purpose=terms.TIME_NOTICE))
    tell(
        actor,
        application_of(on),
        progress=Progress.ACCEPTED,
        kind=MessageKind.EXTENDED,
        text=f"办理期限延长{order.days}个工作日。理由：{order.reason}",
        citation=LAW,
    )
    record(events.DECISION_EXTENDED, actor=actor, subject=on.case, facts={"days": order.days})
    return row
