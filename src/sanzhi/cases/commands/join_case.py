"""Join two cases that were opened apart 并案: investigated together by the officers of both, decided each by itself."""

from collections.abc import Sequence
from itertools import product

from pydantic import Field

from sanzhi.cases import events
from sanzhi.cases.assigning import assign, tell_who_handles
from sanzhi.cases.joining import (
    LAW,
    CardOfSeveral,
    all_officers,
    belong_together,
    group_of,
    is_not_served,
    may_be_led_by,
    may_be_on_all,
)
from sanzhi.cases.models import Case, Joinder, JoinedFor, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import is_not_decided
from sanzhi.cases.queries import assignments
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record
from sanzhi.organisation.models import Officer
from sanzhi.organisation.roles import Role


class JoinCase(OnProceeding):
    joined_case: int
    ground: JoinedFor
    reason: str = Field(min_length=10, max_length=1000)


def _offered(proceeding: Proceeding) -> list[tuple[int, str]]:
    """The open cases of the authority, by number and cause alone: not everybody who sees the form may read them."""
    rows = Proceeding.objects.filter(
        case__authority=proceeding.case.authority_id, main=None, closed_on=None, decided_on=None
    )
    rows = rows.exclude(case=proceeding.case_id).select_related("case__unit").order_by("-id")
    words = {row.case_id: f"{row.case.number}　{row.cause}（{row.case.unit.name}）" for row in rows}
    return list(words.items())


CARD = CardOfSeveral(
    citation=f"行政处罚法第二十九条、第四十条；{LAW.partition('；')[2]}",
    office=(Role.SQUAD_LEADER, Role.BUREAU_HEAD),
    captions={"joined_case": "与之并案的案件", "ground": "并案的情形", "reason": "并案的理由"},
    helps={
        "joined_case": "同一机关、同一种行政执法、都没有作出决定的案件；它已与别案并案的，几个案件一并并案。",
        "reason": "法律没有并案的专门规定〔建议〕：一并调查，证据共用，承办人共同承办；各案分别裁量、分别决定。",
    },
    choices={"joined_case": _offered},
    objects=lambda proceeding: is_not_decided(proceeding) & is_not_served(proceeding),
    at_any_step=True,
)


@act("cases.join_case", title="并案", card=CARD)
def join_case(actor: Actor, order: JoinCase, *, on: Proceeding) -> Joinder:
    other = Case.locked(order.joined_case)
    if other.authority_id != on.case.authority_id:
        raise NotVisible
    ours, theirs = group_of(on.case), group_of(other)
    cases = [*ours, *theirs]
    officers = all_officers(cases)
    require(
        may_be_led_by(actor, cases),
        belong_together(ours, theirs, ground=order.ground),
        may_be_on_all(officers, cases),
    )
    for one, another in product(ours, theirs):
        _join(actor, order, one=one, other=another)
        _join(actor, order, one=another, other=one)
    for case, others in [*((one, theirs) for one in ours), *((one, ours) for one in theirs)]:
        _tell(actor, order, case=case, others=others)
        _all_come(actor, case, officers=officers)
    return Joinder.objects.get(case=on.case, other=other, severed_on=None)


def _join(actor: Actor, order: JoinCase, *, one: Case, other: Case) -> None:
    said = order.model_dump(include={"ground", "reason"})
    Joinder(case=one, other=other, joined_on=clock.today(), joined_by=actor.name, **said).save()


def _tell(actor: Actor, order: JoinCase, *, case: Case, others: Sequence[Case]) -> None:
    facts = {
        "with": "、".join(row.number for row in others),
        "ground": JoinedFor(order.ground).label,
        "reason": order.reason,
    }
    record(events.CASES_JOINED, actor=actor, subject=case, facts=facts)


def _all_come(actor: Actor, case: Case, *, officers: Sequence[Officer]) -> None:
    if {row.pk for row in officers} - {row.officer_id for row in assignments(case)}:
        assign(case, officers)
        tell_who_handles(actor, case)
