"""Carry out what the head has approved in its paper: two officers, the list, the party's notice (行政处罚法 §56)."""

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import has_two_qualified_officers, is_not_decided, is_running
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import Preservation
from sanzhi.penalty.preservations import LAW, approved_on, proposed
from sanzhi.penalty.referrals import is_not_elsewhere


class PreserveEvidence(OnProceeding):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    row = proposed(proceeding)
    if row is None:
        return Verdict.no("没有待实施的证据保存。", LAW, remedy="请先提出证据保存，由机关负责人批准。")
    may = is_not_decided(proceeding) & is_running(proceeding) & is_not_elsewhere(proceeding)
    return (
        may
        & has_two_qualified_officers(proceeding.case)
        & Verdict.when(
            approved_on(proceeding, row),
            f"{row.get_kept_as_display()}尚未经机关负责人批准。",
            citation=LAW,
            remedy="请制作审批表并完成签批。",
        )
    )


CARD = Card(citation="行政处罚法第五十六条", objects=_objects, is_main=True)


@act("penalty.preserve_evidence", title="实施证据保存", card=CARD)
def preserve_evidence(actor: Actor, order: PreserveEvidence, *, on: Proceeding) -> Preservation:
    row = proposed(on)
    assert row is not None  # the card has asked for it
    row.approved_on, row.begun_at = approved_on(on, row), clock.now()
    row.save()
    facts = {"kept_as": row.get_kept_as_display(), "count": len(row.things)}
    record(events.EVIDENCE_PRESERVED, actor=actor, subject=on.case, facts=facts)
    return row
