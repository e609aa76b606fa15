"""Put an application for recusal on record, the party's or one's own; the investigation goes on meanwhile (行政处罚法 §43)."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.card import Card
from sanzhi.cases.models import AskedBy, Proceeding, Recusal
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import RECUSAL, is_not_decided
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.roles import Role

TAKE_PART = frozenset({Role.OFFICER, Role.SQUAD_LEADER, Role.BUREAU_HEAD, Role.LEGAL_REVIEWER})


class AskRecusal(OnProceeding):
    asked_by: AskedBy
    of: int
    reason: str = Field(min_length=5, max_length=1000)


def _people(proceeding: Proceeding) -> list[tuple[int, str]]:
    """Whoever may have a part in a case: its officers, leaders, heads, reviewers, and who writes at its hearing."""
    rows = organisation.officers_of(proceeding.case.authority.code)
    sitting = {pk for row in queries.hearings(proceeding) for pk in (row.chair_id, row.recorder_id)}
    able = (row for row in rows if TAKE_PART.intersection(row.roles) or row.pk in sitting)
    return [(row.pk, f"{row.name}（{row.unit.name}）") for row in able]


CARD = Card(
    citation="行政处罚法第四十三条；河南省行政执法条例第二十三条",
    office=(Role.OFFICER, Role.SQUAD_LEADER, Role.BUREAU_HEAD, Role.LEGAL_REVIEWER),
    captions={"asked_by": "谁申请", "of": "申请谁回避", "reason": "与案件有直接利害关系或者其他理由"},
    helps={"reason": "决定作出之前，不停止调查。"},
    choices={"of": _people},
    objects=is_not_decided,
    at_any_step=True,
)


@act("cases.ask_recusal", title="登记回避申请", card=CARD)
def ask_recusal(actor: Actor, order: AskRecusal, *, on: Proceeding) -> Recusal:
    rows = [row for row in queries.recusals(on.case) if row.of_id == order.of]
    require(
        Verdict.when(
            order.of in dict(_people(on)),
            "被申请回避的人不是本机关参加办案的人员。",
            citation=RECUSAL,
            remedy="请在名单中选择。",
        ),
        Verdict.when(
            order.asked_by != AskedBy.SELF or order.of == actor.officer_id,
            "本人申请回避的，由本人提出。",
            citation=RECUSAL,
            remedy="请其本人登记；当事人申请的，请选择“当事人申请”。",
        ),
        Verdict.when(
            all(row.is_granted is False for row in rows),
            "此人的回避申请正在审查，或者已经决定回避。",
            citation=RECUSAL,
            remedy="尚未决定的，请机关负责人先作出决定。",
        ),
    )
    recusal = Recusal(
        case=on.case,
        of_id=order.of,
        asked_by=order.asked_by,
        reason=order.reason,
        asked_on=clock.today(),
    )
    recusal.save()
    facts = {"of": recusal.of.name, "by": AskedBy(order.asked_by).label}
    record(events.RECUSAL_ASKED, actor=actor, subject=on.case, facts=facts)
    return recusal
