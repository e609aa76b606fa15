"""Sever a case from those with which it is handled together 分案: what was gathered until then stays usable, nothing else."""

from pydantic import Field

from sanzhi.cases import events
from sanzhi.cases.joining import LAW, CardOfSeveral, is_not_served, may_be_led_by, separable
from sanzhi.cases.models import Case, Joinder, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import is_not_decided
from sanzhi.cases.queries import evidence
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role


class SeverCase(OnProceeding):
    reason: str = Field(min_length=10, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    undecided = is_not_decided(proceeding) & is_not_served(proceeding)
    return undecided & Verdict.when(
        not undecided or separable(proceeding.case),
        "本案没有与正在办理的案件并案。",
        citation=LAW,
        remedy="并案的案件已经作出决定、结案的，各案自行办理，不必分案。",
    )


CARD = CardOfSeveral(
    citation=LAW,
    office=(Role.SQUAD_LEADER, Role.BUREAU_HEAD),
    captions={"reason": "分案的理由"},
    helps={
        "reason": "本案从并案的各案中分出〔建议〕：并案期间取得的证据仍可使用，以后取得的不再共用；承办人另行指派。"
    },
    objects=_objects,
    at_any_step=True,
)


@act("cases.sever_case", title="分案", card=CARD)
def sever_case(actor: Actor, order: SeverCase, *, on: Proceeding) -> Joinder:
    rows = separable(on.case)
    require(may_be_led_by(actor, [on.case, *(row.other for row in rows)]))
    for row in rows:
        mirrored = Joinder.objects.select_related("case", "other").get(
            case=row.other, other=on.case, severed_on=None
        )
        for side in (row, mirrored):
            _end(actor, side, because=order.reason)
        facts = {"from": on.case.number, "reason": order.reason}
        record(events.CASES_SEVERED, actor=actor, subject=row.other, facts=facts)
    others = "、".join(row.other.number for row in rows)
    facts = {"from": others, "reason": order.reason}
    record(events.CASES_SEVERED, actor=actor, subject=on.case, facts=facts)
    return rows[0]


def _end(actor: Actor, row: Joinder, *, because: str) -> None:
    other = Case.locked(row.other_id)
    row.severed_on, row.severed_because, row.severed_by = clock.today(), because, actor.name
    row.kept = [proof.pk for proof in evidence(other)]
    row.save()
