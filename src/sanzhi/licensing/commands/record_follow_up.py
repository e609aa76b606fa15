"""Record how the holder uses the licence, looked at by two after it was granted (行政许可法 §61)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.orders import Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, queries
from sanzhi.licensing.following import OnLicence
from sanzhi.licensing.models import FollowUp
from sanzhi.licensing.policies import may_take
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.roles import Role

LAW = "行政许可法第六十一条"


class RecordFollowUp(OnLicence):
    done_on: date
    second: int
    found: Told = Field(min_length=10, max_length=2000)


def seconds(authority: str) -> Choices:
    """Who may go along."""
    able = organisation.holding(authority, (Role.OFFICER,))
    return [(row.pk, row.name) for row in organisation.officers_of(authority) if row.pk in able]


@command("licensing.record_follow_up", title="登记准予后检查")
def record_follow_up(actor: Actor, order: RecordFollowUp) -> FollowUp:
    licence = queries.licence(actor, order.licence)
    names = dict(seconds(actor.authority))
    row = licence.follow_ups.filter(done_on=None).first()
    require(
        may_take(actor),
        Verdict.when(
            order.second in names and order.second != actor.officer_id,
            "检查应当由两名以上执法人员进行。",
            citation=LAW,
            remedy="请从列出的人员中选择同行的另一人。",
        ),
        Verdict.when(
            licence.valid_from <= order.done_on <= clock.today(),
            "检查日期应当在许可生效以后、不晚于今天。",
            citation=LAW,
            remedy="请按实际的日期填写。",
        ),
        Verdict.when(row is not None, "该许可没有待登记的检查。", citation=LAW),
    )
    assert row is not None  # it was just required
    row.done_on, row.done_by, row.found = order.done_on, [actor.name, names[order.second]], order.found
    row.save()
    facts = {"number": licence.number}
    record(events.FOLLOWED_UP, actor=actor, subject=licence.proceeding.case, facts=facts)
    return row
