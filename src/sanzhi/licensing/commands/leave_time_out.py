"""Begin a time that does not count: hearing, tender, auction, tests, appraisal, experts; and nothing else (行政许可法 §45)."""

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
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, terms
from sanzhi.licensing.models import LeftOutFor, TimeLeftOut
from sanzhi.licensing.offering import is_accepted
from sanzhi.licensing.queries import application_of, times_left_out
from sanzhi.licensing.telling import tell

LAW = "行政许可法第四十五条"


class LeaveTimeOut(OnProceeding):
    ground: LeftOutFor
    what: Told = Field(min_length=5, max_length=300)
    days: int = Field(ge=1, le=365)


def _objects(proceeding: Proceeding) -> Verdict:
    running = [row for row in times_left_out(proceeding) if row.ended_on is None]
    return is_accepted(proceeding) & Verdict.when(
        not running, "已有不计入期限的事项在进行。", citation=LAW, remedy="请先登记其结束。"
    )


CARD = Card(
    captions={"ground": "事由", "what": "内容和承办单位", "days": "所需时间（工作日）"},
    helps={"ground": "只限于列出的各项；现场核查由两名工作人员在办理期限内完成，不能除外。"},
    objects=_objects,
)


@act("licensing.leave_time_out", title="开始听证、检测、鉴定、评审", card=CARD)
def leave_time_out(actor: Actor, order: LeaveTimeOut, *, on: Proceeding) -> TimeLeftOut:
    row = TimeLeftOut(proceeding=on, begun_on=clock.today(), **order.said())
    row.save()
    keep_list(on.times_left_out, [*times_left_out(on), row])
    issue_own_paper(actor, IssuePaper(case=on.case_id, proceeding=on.pk, purpose=terms.TIME_NOTICE))
    label = LeftOutFor(order.ground).label
    tell(
        actor,
        application_of(on),
        progress=Progress.ACCEPTED,
        kind=MessageKind.EXTENDED,
        text=f"{label}所需时间不计入办理期限，预计{order.days}个工作日：{order.what}",
        citation=LAW,
    )
    record(events.TIME_LEFT_OUT, actor=actor, subject=on.case, facts={"ground": label})
    return row
