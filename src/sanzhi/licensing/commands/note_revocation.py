"""Note on a licence that a penalty has revoked its certificate 吊销: an act of the penalty, never of licensing (行政处罚法 §9, §63)."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Decision
from sanzhi.cases.parties import is_same
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.measures import Measure
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, granting, queries
from sanzhi.licensing.following import OnLicence
from sanzhi.licensing.models import Ended, Happened, Licence, LicenceEvent
from sanzhi.licensing.policies import may_take

LAW = "行政处罚法第九条、第六十三条；行政许可法第七十条第四项"


class NoteRevocation(OnLicence):
    decision: str = Field(min_length=4, max_length=60)


@command("licensing.note_revocation", title="登记许可证件被吊销")
def note_revocation(actor: Actor, order: NoteRevocation) -> Licence:
    licence = queries.licence(actor, order.licence)
    require(may_take(actor))
    decision = Decision.objects.filter(
        number=order.decision, proceeding__case__authority=licence.authority
    ).first()
    require(
        Verdict.when(
            not licence.ended_as,
            f"许可{licence.number}已经{licence.get_ended_as_display()}。",
            citation=LAW,
            remedy="已经终止的，办理注销。",
        ),
        Verdict.when(
            decision is not None and _revokes(decision, licence),
            f"没有文号为{order.decision}、对被许可人吊销许可证件并且仍然有效的处罚决定。",
            citation=LAW,
            remedy="吊销是行政处罚，请先依法立案、听证、决定；请核对文号。",
        ),
    )
    today = clock.today()
    licence.ended_as, licence.ended_on = Ended.REVOKED, today
    licence.save()
    LicenceEvent(
        licence=licence, kind=Happened.REVOKED, happened_on=today, number=order.decision, text="吊销许可证件"
    ).save()
    since = f"所载许可证件已被吊销，见{order.decision}。"
    granting.annotate_papers(actor, licence, since=since, state="已吊销")
    facts = {"decision": order.decision}
    record(events.REVOCATION_NOTED, actor=actor, subject=licence.proceeding.case, facts=facts)
    return licence


def _revokes(decision: Decision, licence: Licence) -> bool:
    party = decision.proceeding.respondent
    stands = not cases.has_fallen(decision.proceeding)
    of_holder = party is not None and is_same(party, licence.holder)
    return stands and of_holder and Measure.REVOCATION in {row.measure for row in decision.measures}
