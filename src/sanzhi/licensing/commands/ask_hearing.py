"""Record that the applicant or somebody concerned asks for a hearing, within five days of being told (行政许可法 §47)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, terms
from sanzhi.licensing.hearing import is_open, the_hearing
from sanzhi.licensing.models import LicenceHearing

LAW = "行政许可法第四十七条第一款"


class AskHearing(OnProceeding):
    asked_by: str = Field(min_length=2, max_length=100)
    asked_on: date


def _objects(proceeding: Proceeding) -> Verdict:
    if not is_open(proceeding):
        return is_open(proceeding)
    return Verdict.when(
        the_hearing(proceeding).asked_on is None, "已经登记过听证申请。", citation=LAW, remedy="请组织听证。"
    )


CARD = Card(
    captions={"asked_by": "申请听证的人", "asked_on": "提出申请的日期"},
    initial=lambda on: {"asked_on": clock.today()},
    objects=_objects,
)


@act("licensing.ask_hearing", title="登记听证申请", card=CARD)
def ask_hearing(actor: Actor, order: AskHearing, *, on: Proceeding) -> LicenceHearing:
    row, until = the_hearing(on), terms.ask_by(on)
    entry = rule("hearing_request_entry", clock.today())
    require(
        Verdict.when(
            (clock.today() - order.asked_on).days <= entry.days,
            f"听证申请应当及时登记，不能在{entry.days}日以后倒填提出的日期。",
            citation=LAW,
            remedy="确在期限内提出的，由机关依职权举行听证。",
        ),
        Verdict.when(
            row.told_on <= order.asked_on <= clock.today(),
            "提出申请的日期应当在告知以后、不晚于今天。",
            citation=LAW,
            remedy="请按书面申请填写。",
        ),
        Verdict.when(
            until is None or order.asked_on <= until.on,
            f"申请听证的期限已于{chinese_date(until.on) if until else ''}届满。",
            citation=LAW,
            remedy="逾期申请的，由机关决定是否依职权举行听证。",
        ),
    )
    row.asked_by, row.asked_on = order.asked_by, order.asked_on
    row.save()
    record(events.HEARING_ASKED, actor=actor, subject=on.case, facts={})
    return row
