"""Go on by the lighter provision that has followed while the case was open: the cause changes, and all is told anew."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import is_not_decided
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.powers import Power
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role

LAW = "行政处罚法第三十七条"


class FollowHeir(OnProceeding):
    reason: Told = Field(min_length=5, max_length=500)


def _heir(proceeding: Proceeding) -> Power | None:
    """Our successor that applies to an act of that day, where the present basis does not."""
    power = queries.power_of(proceeding)
    heir = catalogues.powers_of_edition(proceeding.power_edition_id).get(power.successor)
    day = proceeding.happened_on
    followed = heir is not None and heir.is_ours and heir.is_valid_on(day) and not power.is_valid_on(day)
    return heir if followed else None


def _objects(proceeding: Proceeding) -> Verdict:
    return is_not_decided(proceeding) & Verdict.when(
        _heir(proceeding),
        "本案案由的依据仍然适用，或者没有由本机关实施、也适用于该行为的承接条款。",
        citation=LAW,
        remedy="请按本案案由办理。",
    )


CARD = Card(
    office=(Role.LEGAL_REVIEWER,),
    captions={"reason": "改用的理由"},
    objects=_objects,
    at_any_step=True,
)


@act("cases.follow_heir", title="改用承接条款", card=CARD)
def follow_heir(actor: Actor, order: FollowHeir, *, on: Proceeding) -> Proceeding:
    heir = _heir(on)
    assert heir is not None  # the card asks for it
    before = queries.power_of(on)
    on.cause_code, on.cause = heir.code, heir.title
    on.save()
    facts = {"before": before.title, "after": heir.title, "reason": order.reason}
    record(events.HEIR_FOLLOWED, actor=actor, subject=on.case, facts=facts)
    return on
