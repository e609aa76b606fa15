"""Report that the matter belongs elsewhere: to another agency, or, as a suspected crime, to the police (行政处罚法 §27)."""

from typing import Any

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import is_not_decided, is_not_ended
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.policies import may_enforce
from sanzhi.penalty import events
from sanzhi.penalty.models import Referral, Referred
from sanzhi.penalty.referrals import LAW, goes_elsewhere, running
from sanzhi.penalty.things_back import may_go


class ReportReferral(OnProceeding):
    """`second` reports with who acts: two officers answer for the report (移送规定 §5)."""

    to: Referred
    receiver: str = Field(min_length=4, max_length=100)
    ground: str = Field(min_length=4, max_length=300)
    reason: str = Field(min_length=10, max_length=3000)
    things: list[str] = Field(default_factory=list, max_length=50)
    second: int


def _colleagues(proceeding: Proceeding) -> list[tuple[int, str]]:
    return [(row.officer_id, row.officer.name) for row in queries.assignments(proceeding.case)]


def _objects(proceeding: Proceeding) -> Verdict:
    """A crime is reported whenever it is seen, also after the decision (移送规定 §11(2))."""
    return is_not_ended(proceeding) & Verdict.when(
        running(proceeding) is None,
        "本案已经报告移送，尚未办结。",
        citation="行政处罚法第五十七条",
        remedy="请先办结正在办理的移送。",
    )


CARD = Card(
    citation="行政处罚法第二十七条",
    captions={
        "to": "移送给",
        "receiver": "接收机关名称",
        "ground": "管辖依据；涉嫌犯罪的，罪名和条款",
        "reason": "移送理由",
        "things": "涉案物品（每行一项）",
        "second": "共同报告的另一名承办人",
    },
    helps={"second": "涉嫌犯罪的，由两名以上执法人员组成专案组，核实后书面报告。"},
    choices={"second": _colleagues},
    objects=_objects,
    after_closure=True,
)


@act("penalty.report_referral", title="报告移送", card=CARD)
def report_referral(actor: Actor, order: ReportReferral, *, on: Proceeding) -> Referral:
    second = next((row for row in queries.assignments(on.case) if row.officer_id == order.second), None)
    require(
        Verdict.yes() if order.to == Referred.POLICE else is_not_decided(on),
        Verdict.when(
            second and order.second != actor.officer_id,
            "移送应当由两名以上承办人核实并报告，请选择另一名承办人。",
            citation=LAW[order.to],
        ),
        may_enforce(second.officer, clock.today()) if second else Verdict.yes(),
        Verdict.when(
            on.closed_on is None or order.to == Referred.POLICE,
            "本案已经结案，只有涉嫌犯罪的才能移送公安机关。",
            citation="行政处罚法第二十七条；行政执法机关移送涉嫌犯罪案件的规定第三条",
            remedy="不涉嫌犯罪、不属于本机关管辖的，请将线索另行告知有管辖权的机关。",
        ),
        goes_elsewhere(on, order.to, receiver=order.receiver),
        may_go(on, order.things),
    )
    assert second is not None
    reporters: list[dict[str, Any]] = [
        {"officer": actor.officer_id, "name": actor.name},
        {"officer": second.officer_id, "name": second.officer.name},
    ]
    said = order.said()
    del said["second"]
    referral = Referral(proceeding=on, reporters=reporters, reported_at=clock.now(), **said)
    referral.save()
    record(events.REFERRAL_REPORTED, actor=actor, subject=on.case, facts={"receiver": order.receiver})
    return referral
