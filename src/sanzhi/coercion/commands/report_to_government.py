"""Report to the government: the building goes on, or the demand was not obeyed (平顶山条例 §24, §30)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.building import entrusting_of
from sanzhi.coercion.models import Entrusting
from sanzhi.coercion.reporting import LAW, may_be_reported, report_due, reported_from
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record


class ReportToGovernment(OnProceeding):
    reported_on: date
    report_number: str = Field(min_length=3, max_length=80)
    late_for: str = Field(default="", max_length=500)


CARD = Card(
    captions={"reported_on": "报告日", "report_number": "报告文号", "late_for": "超过报告期限的原因"},
    helps={"late_for": "在期限内报告的不填。"},
    initial=lambda on: {"reported_on": clock.today()},
    objects=may_be_reported,
    is_main=True,
    is_done=lambda on: (row := entrusting_of(on)) is not None and row.ordered_on is not None,
)


@act("coercion.report_to_government", title="登记报告人民政府", card=CARD)
def report_to_government(actor: Actor, order: ReportToGovernment, *, on: Proceeding) -> Entrusting:
    since, until = reported_from(on), report_due(on)
    assert since is not None and until is not None  # the card has asked for the start
    require(
        Verdict.when(
            since <= order.reported_on <= clock.today(),
            f"报告日应在{chinese_date(since)}以后、不晚于今天。",
            citation=LAW,
        ),
        Verdict.when(
            order.reported_on <= until.on or len(order.late_for.strip()) >= 10,
            f"报告期限至{chinese_date(until.on)}，已经超过。",
            citation=until.rule.citation,
            remedy="请写明超过期限的原因（不少于十个字）。",
        ),
    )
    row = entrusting_of(on) or Entrusting(proceeding=on)
    for name, value in order.said().items():
        setattr(row, name, value)
    row.save()
    on.entrusting = row
    facts = {"number": order.report_number}
    record(events.GOVERNMENT_REPORTED, actor=actor, subject=on.case, facts=facts)
    return row
