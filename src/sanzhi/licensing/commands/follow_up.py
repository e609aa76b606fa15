"""Record what two found who looked whether the holder does what was permitted, and nothing else (行政许可法 §61, §62)."""

from datetime import date

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import has_two_qualified_officers
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.licensing import events
from sanzhi.licensing.models import FollowUp
from sanzhi.licensing.queries import waiting_follow_up

LAW = "行政许可法第六十一条"


class FollowUpOnLicence(OnProceeding):
    looked_on: date
    found: Told = Field(min_length=10, max_length=3000)
    fits: bool = False
    unmet: Told = Field(default="", max_length=1000)
    recheck_on: date | None = None


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        waiting_follow_up(proceeding),
        "没有等待登记的许可后检查。",
        citation=LAW,
        remedy="清单规定准予后检查的事项，准予时列入；已经登记的不再登记。",
    ) & has_two_qualified_officers(proceeding.case)


CARD = Card(
    captions={
        "looked_on": "检查日期",
        "found": "检查情况",
        "fits": "按准予的内容和条件从事活动",
        "unmet": "不符合的内容和要求",
        "recheck_on": "复查日期",
    },
    helps={
        "unmet": "逐项写明不符合的内容和改正要求；涉嫌违法的，另行登记线索。符合的不填。",
        "recheck_on": "不符合的，确定何日复查是否改正；复查列入待办。",
    },
    initial=lambda on: {"looked_on": clock.today()},
    objects=_objects,
    at_any_step=True,
    after_closure=True,
    citation=LAW,
)


@act("licensing.follow_up", title="登记许可后检查", card=CARD)
def follow_up(actor: Actor, order: FollowUpOnLicence, *, on: Proceeding) -> FollowUp:
    row, today = waiting_follow_up(on), clock.today()
    assert row is not None  # the card has asked for it
    require(
        Verdict.when(
            row.licence.granted_on <= order.looked_on <= today,
            "检查日期应当不早于准予之日、不晚于今天。",
            citation=LAW,
            remedy="请按实际的日期填写。",
        ),
        Verdict.when(
            order.fits is not bool(order.unmet.strip()),
            "符合的不填不符合的内容；不符合的应当逐项写明。",
            citation="行政许可法第六十二条",
            remedy="请二者择一填写。",
        ),
        Verdict.when(
            order.recheck_on is None or (not order.fits and order.recheck_on > order.looked_on),
            "只有不符合的才确定复查日期，复查日期应当晚于检查日期。",
            citation=LAW,
            remedy="请核对复查日期。",
        ),
    )
    row.done_on, row.found, row.fits, row.unmet = order.looked_on, order.found, order.fits, order.unmet
    row.officers = [one.officer.name for one in cases.assignments(on.case)]
    row.save()
    if order.recheck_on is not None:
        FollowUp(licence=row.licence, what=f"复查：{order.unmet}"[:200], due_on=order.recheck_on).save()
    facts = {"result": "符合" if order.fits else "不符合"}
    record(events.FOLLOWED_UP, actor=actor, subject=on.case, facts=facts)
    return row
