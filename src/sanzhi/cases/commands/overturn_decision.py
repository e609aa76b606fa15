"""Revoke or change a decision: the head decides, with a paper of its own; public copies are to be withdrawn.

A decision that has fallen reopens its proceeding, even a closed one, at the step where what follows is done;
one that was changed, where something is to be given back or paid.
"""

from sanzhi.cases import board, events, queries
from sanzhi.cases.card import Card
from sanzhi.cases.issuing import issue_paper
from sanzhi.cases.judged import is_as_judged
from sanzhi.cases.models import Overturn, OverturnedBy, OverturnKind, Proceeding
from sanzhi.cases.orders import OnJudged
from sanzhi.cases.overturning import LAW, public_reference, waiting
from sanzhi.cases.policies import is_no_reviewer
from sanzhi.cases.reopening import done_before_the_end, go_back_where_undone, reopen
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.jobs import later
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role
from sanzhi.publications.commands import AnnotatePaper, annotate_paper


class OverturnDecision(OnJudged):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    row = waiting(proceeding)
    if row is None:
        return Verdict.no("没有等待决定的撤销、变更意见。", LAW, remedy="请先由承办人提出撤销、变更决定。")
    own = row.by_whom == OverturnedBy.SELF
    return Verdict.when(
        not own or not row.decision.is_major or row.is_agreed,
        "重大执法决定的撤销、变更须经法制审核同意。",
        citation="行政处罚法第五十八条",
        remedy="请法制审核人员审核。",
    )


CARD = Card(
    citation="行政处罚法第七十五条第二款；河南省行政执法条例第三十二条",
    office=(Role.BUREAU_HEAD,),
    objects=_objects,
    reads=lambda on: (waiting(on),),
    at_any_step=True,
    after_closure=True,
)


@act("cases.overturn_decision", title="决定撤销、变更", card=CARD)
def overturn_decision(actor: Actor, order: OverturnDecision, *, on: Proceeding) -> Overturn:
    row = waiting(on)
    assert row is not None  # the card asks for it
    require(is_no_reviewer(on.case, actor.officer_id), is_as_judged(on, row) & board.may_overturn(on, row))
    last = done_before_the_end(on)
    row.decided_on, row.decided_by = clock.today(), actor.name
    row.save()
    on.decision = row.decision
    step = queries.procedure_of(on).after_overturn
    assert step is not None  # the floor asks for it
    if queries.has_fallen(on):
        reopen(on, step)
    facts = {
        "number": row.decision.number,
        "kind": OverturnKind(row.kind).label,
        "by_whom": OverturnedBy(row.by_whom).label,
        "grounds": row.grounds,
        "ground": row.ground,
    }
    record(events.OVERTURNED, actor=actor, subject=on.case, facts=facts)
    board.recount(actor, on, reason="决定已变更")
    number = public_reference(row)
    if row.by_whom == OverturnedBy.SELF:  # its paper tells what is given back, by what was counted anew
        paper = issue_paper(actor, on, form=step.issues["overturn"])
        row.document_id, number = paper.pk, paper.number
        row.save()
    _tell_who_checks(actor, row, number=number)
    if not queries.has_fallen(on):
        go_back_where_undone(actor, order, step=last)
    for name in board.jobs_after_overturn():
        later(name, queries.subject_of(on.case))
    return row


def _tell_who_checks(actor: Actor, row: Overturn, *, number: str) -> None:
    """Who checks the decision by its code, or an earlier change of it, learns what became of it.

    行政处罚法 §48(2), §75(2). On which day others spoke is told by their paper: ours is the day of the entry.
    """
    subject, today = queries.subject_of(row.decision.proceeding.case), chinese_date(clock.today())
    earlier = (one.document_id for one in queries.overturns(row.decision.proceeding) if one.pk < row.pk)
    told = f"于{today}被" if row.by_whom == OverturnedBy.SELF else f"（{today}登记）被"
    since = f"所载决定{told}{OverturnKind(row.kind).label}{f'，见{number}' if number else ''}。"
    for key in filter(None, (row.decision.document_id, *earlier)):
        if token := documents.document_of(subject, key).token:
            annotate_paper(actor, AnnotatePaper(token=token, since=since))
