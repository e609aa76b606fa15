"""Name the second officer who is there on the street; he confirms it himself (行政处罚法 §42)."""

from sanzhi.cases import partnering, queries
from sanzhi.cases.card import Card
from sanzhi.cases.handling import handlers_offered
from sanzhi.cases.models import Partner, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict


class NamePartner(OnProceeding):
    officer: int


def _objects(proceeding: Proceeding) -> Verdict:
    waiting = partnering.named(proceeding.case)
    return Verdict.when(
        waiting is None,
        f"已经提名{waiting.officer.name if waiting else ''}，等待其确认。",
        citation=partnering.LAW,
    ) & Verdict.when(
        len(queries.assignments(proceeding.case)) < 2,
        "本案已有两名承办人。",
        citation=partnering.LAW,
        remedy="需要更换承办人的，请由中队长指派。",
    )


def _offered(proceeding: Proceeding) -> list[tuple[int, str]]:
    case = proceeding.case
    present = {row.officer_id for row in queries.ever_assigned(case)}
    return [row for row in handlers_offered(case.authority.code, case=case) if row[0] not in present]


CARD = Card(
    citation="行政处罚法第四十二条；河南省行政执法条例第二十四条",
    captions={"officer": "同行执法人员"},
    choices={"officer": _offered},
    objects=_objects,
    at_any_step=True,
)


@act("cases.name_partner", title="提名同行执法人员", card=CARD)
def name_partner(actor: Actor, order: NamePartner, *, on: Proceeding) -> Partner:
    return partnering.name_partner_of(actor, on.case, officer=order.officer)
