"""Open a case in the street, all at once: what was seen, by whom, whose it is, and the photograph of it (行政处罚法 §§51, 52).

Nothing is decided here: whoever came along confirms it himself, and the party is told and heard first.
"""

from pydantic import Field

from sanzhi.cases.commands import (
    AddEvidence,
    RegisterLead,
    add_evidence,
    register_lead,
)
from sanzhi.cases.identifying import CAPTIONS as PARTY
from sanzhi.cases.identifying import KnownParty
from sanzhi.cases.models import Case, CaseSource, EvidenceKind
from sanzhi.cases.orders import Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command

PROCEDURE = "penalty/simplified"
CAPTIONS = {
    "cause_code": "案由",
    "place": "地点",
    "summary": "当场发现的违法事实",
    "partner": "同行执法人员（由其本人确认）",
    "photo": "现场照片、录像",
    "proves": "证明对象",
    **PARTY,
}


class OpenOnTheSpot(KnownParty):
    cause_code: str = Field(max_length=20)
    place: Told = Field(min_length=2, max_length=200)
    summary: Told = Field(min_length=10, max_length=1000)
    partner: int
    photo: Told = Field(min_length=2, max_length=200)
    proves: Told = Field(min_length=2, max_length=300)


@command("penalty.open_on_the_spot", title="当场查获登记")
def open_on_the_spot(actor: Actor, order: OpenOnTheSpot) -> Case:
    today = clock.today()
    said = order.model_dump(include={"cause_code", "place", "summary", "partner"})
    party = KnownParty(**order.model_dump(include=set(KnownParty.model_fields)))
    lead = RegisterLead(
        procedure=PROCEDURE,
        source=CaseSource.PATROL,
        happened_on=today,
        found_on=today,
        party=party,
        **said,
    )
    case = register_lead(actor, lead)
    seen = AddEvidence(case=case.pk, kind=EvidenceKind.AUDIO_VISUAL, name=order.photo, proves=order.proves)
    add_evidence(actor, seen)
    return case
