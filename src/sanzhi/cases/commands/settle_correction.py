"""Approve or deny the correction of a record: approved, a row that corrects the wrong one, and every clock counts anew.

Where the end was reached on what was recorded wrongly, the proceeding goes back, even a closed one.
"""

from typing import Any

from pydantic import Field

from sanzhi.cases import board, events, queries
from sanzhi.cases.articles import fitting
from sanzhi.cases.card import Card
from sanzhi.cases.commands.drop_overturn import DropOverturn, drop_overturn
from sanzhi.cases.commands.turn_back import TurnBack, turn_back
from sanzhi.cases.contests import WAYS, unentered
from sanzhi.cases.correcting import RECORDED, is_another
from sanzhi.cases.models import ClosureKind, OverturnedBy, Payment, Proceeding, RecordCorrection, RecordKind
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.overturning import waiting
from sanzhi.cases.policies import is_no_handler
from sanzhi.cases.reopening import (
    before_the_end,
    done_before_the_end,
    go_back_where_undone,
    lead_back,
    undone,
)
from sanzhi.documents.commands import CorrectService, correct_service
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.procedures import Step
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role

ENDS = frozenset({RecordKind.TERMINATION, RecordKind.ENFORCEMENT_END})
OF_HEADS = ENDS | {RecordKind.CONTEST, RecordKind.COURT_ANSWER}


class SettleCorrection(OnProceeding):
    correction: int
    is_approved: bool
    opinion: str = Field(default="", max_length=300)


def _waiting(proceeding: Proceeding) -> list[tuple[int, str]]:
    return [(row.pk, f"{row}（{row.reason}）") for row in queries.waiting_corrections(proceeding)]


CARD = Card(
    citation=RECORDED,
    office=(Role.SQUAD_LEADER, Role.BUREAU_HEAD),
    captions={"correction": "申请更正的登记", "is_approved": "批准", "opinion": "审批意见"},
    choices={"correction": _waiting},
    objects=lambda proceeding: Verdict.when(
        _waiting(proceeding),
        "没有等待审批的登记更正。",
        citation=fitting(RECORDED, proceeding.procedure_key),
        remedy="登记有误的，请先由承办人申请更正。",
    ),
    at_any_step=True,
    after_closure=True,
)


@act("cases.settle_correction", title="审批登记更正", card=CARD)
def settle_correction(actor: Actor, order: SettleCorrection, *, on: Proceeding) -> RecordCorrection:
    found = (row for row in queries.waiting_corrections(on) if row.pk == order.correction)
    correction, law = next(found, None), fitting(RECORDED, on.procedure_key)
    require(
        Verdict.when(
            correction, "没有这份等待审批的更正申请。", citation=law, remedy="请从等待审批的申请中选择。"
        )
    )
    assert correction is not None
    require(
        is_another(actor, correction),
        is_no_handler(actor, on.case),
        _is_of_rank(actor, on, correction=correction),
        Verdict.when(
            order.is_approved or len(order.opinion) >= 5,
            "不批准的，请写明理由。",
            citation=law,
        ),
    )
    before = _before(on, correction)
    correction.settled_on, correction.settled_by = clock.today(), actor.name
    correction.is_approved, correction.opinion = order.is_approved, order.opinion
    correction.save()
    if order.is_approved:
        _apply(actor, correction)
    outcome = "批准" if order.is_approved else "不批准"
    facts = {"what": RecordKind(correction.kind).label, "outcome": outcome, "reason": correction.reason}
    record(events.CORRECTION_SETTLED, actor=actor, subject=on.case, facts=facts)
    if order.is_approved:
        board.recount(actor, on, reason="更正了登记")
        _drop_what_was_never_judged(actor, order)
        _go_back(actor, order, correction=correction, before=before)
    return correction


def _drop_what_was_never_judged(actor: Actor, order: SettleCorrection) -> None:
    """A proposal to enter what others have decided falls with the record of their decision (行政处罚法 §75(2))."""
    now = queries.proceeding_for_update(actor, order)
    row = waiting(now)
    if row is None or row.by_whom == OverturnedBy.SELF:
        return
    if not any(one.way == WAYS[OverturnedBy(row.by_whom)] for one in unentered(now)):
        place = DropOverturn(case=now.case_id, proceeding=now.pk, reason="所据的复议、诉讼登记有误，已经更正")
        drop_overturn(actor, place)


def _is_of_rank(actor: Actor, on: Proceeding, *, correction: RecordCorrection) -> Verdict:
    """What a head has ended, what others have decided, and what a revocation promises to give back is for a head."""
    return Verdict.when(
        (correction.kind not in OF_HEADS and not queries.has_fallen(on)) or actor.has(Role.BUREAU_HEAD),
        "终止、终结执行、复议诉讼、法院答复的登记，以及决定被撤销以后的登记，其更正由机关负责人审批。",
        citation="行政处罚法第五十七条、第七十五条第二款；行政强制法第四十条",
        remedy="请由机关负责人审批。",
    )


def _apply(actor: Actor, correction: RecordCorrection) -> None:
    """What has no other row in its place only counts no longer."""
    if apply := APPLIED.get(RecordKind(correction.kind)):
        apply(actor, correction)


def _before(proceeding: Proceeding, correction: RecordCorrection) -> tuple[Step, ...]:
    """The step before the end; for a re-inspection the steps that are undone whatever it found."""
    if correction.kind == RecordKind.REVIEW:
        return undone(proceeding)
    is_end = correction.kind in ENDS
    step = before_the_end(proceeding) if is_end else done_before_the_end(proceeding)
    return (step,) if step is not None else ()


def _go_back(
    actor: Actor, order: SettleCorrection, *, correction: RecordCorrection, before: tuple[Step, ...]
) -> None:
    """An investigation goes on where it was, unless it has gone elsewhere for good; a revocation is served now."""
    proceeding = queries.proceeding_for_update(actor, order)
    if correction.kind == RecordKind.REVIEW:
        step = next((step for step in undone(proceeding) if step not in before), None)
        if step is not None:
            lead_back(actor, proceeding, step=step)
    elif correction.kind != RecordKind.TERMINATION or queries.has_fallen(proceeding):
        go_back_where_undone(actor, order, step=next(iter(before), None))
    elif not board.may_close(proceeding, ClosureKind.REFERRED):
        reason = "更正了终止登记"
        turn_back(actor, TurnBack(case=order.case, proceeding=correction.proceeding_id, reason=reason))


def _service(actor: Actor, correction: RecordCorrection) -> None:
    correct_service(actor, CorrectService.model_validate({**correction.content, "reason": correction.reason}))


def _payment(actor: Actor, correction: RecordCorrection) -> None:
    said: dict[str, Any] = correction.content
    taken = queries.payments_with(said["receipt_number"]).exclude(pk=correction.wrong_id)
    require(
        Verdict.when(
            not taken.exists(),
            f"票据号{said['receipt_number']}已经登记过。",
            citation=fitting(
                "行政处罚法第七十条；河南省行政执法条例第三十五条", correction.proceeding.procedure_key
            ),
            remedy="请不批准本次更正，核对票据后重新申请。",
        )
    )
    wrong = Payment.objects.get(pk=correction.wrong_id)
    right = Payment(proceeding=correction.proceeding, corrects=wrong, recorded_on=wrong.recorded_on, **said)
    right.save()


APPLIED = {RecordKind.SERVICE: _service, RecordKind.PAYMENT: _payment}
