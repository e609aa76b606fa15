"""Close a proceeding at the end of its procedure, or decline to file it, or end it without a decision."""

from typing import Any

from pydantic import Field

from sanzhi.cases import board, events, queries
from sanzhi.cases.articles import fitting
from sanzhi.cases.card import Card
from sanzhi.cases.closing import closures, kind_fits, open_closures, some_closure_is_open
from sanzhi.cases.contests import none_is_pending
from sanzhi.cases.correcting import RECORDED
from sanzhi.cases.fixed import is_true_today
from sanzhi.cases.models import Case, Paper, Proceeding, StepVisit
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.overturning import nothing_is_to_be_overturned
from sanzhi.cases.policies import step_is_complete
from sanzhi.cases.reopening import before_the_end
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.db import rows_where
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role

CARD = Card(
    office=(Role.SQUAD_LEADER, Role.BUREAU_HEAD),
    captions={"kind": "结案情形", "reason": "理由"},
    helps={"reason": "不是履行完毕的，写明理由。"},
    choices={"kind": lambda on: [(row.value, row.label) for row in open_closures(on) or closures(on)]},
    initial=lambda proceeding: _said_in(proceeding),
    objects=lambda proceeding: _may_end(proceeding),
    objects_to=lambda proceeding, order: _may_end_as(proceeding, order),
    is_main=True,
    signed_before=True,
)


def _names_all(schema: dict[str, Any]) -> None:
    schema["enum"] = [row.value for row in board.closures()]


class CloseCase(OnProceeding):
    kind: str = Field(max_length=12, json_schema_extra=_names_all)
    reason: str = Field(default="", max_length=2000)


@act("cases.close_case", title="结案", card=CARD)
def close_case(actor: Actor, order: CloseCase, *, on: Proceeding) -> Case:
    """The case is closed with the last of its proceedings.

    That pleas are answered is asked of whoever decides (行政处罚法 §45): what ended undecided answers none.
    """
    close(on, order.kind, reason=order.reason)
    record(events.CASE_CLOSED, actor=actor, subject=on.case, facts={"kind": board.closure_caption(on)})
    return on.case


def _may_end(proceeding: Proceeding) -> Verdict:
    """What is asked of every ending: at a step that leads on only what was declined ends; the last one is complete."""
    step = queries.current_step(proceeding)
    is_declined = step is not None and step.next and not board.closures_undecided(proceeding)
    has_a_way = step is not None and not is_declined
    return _may_end_so(proceeding) & (some_closure_is_open(proceeding) if has_a_way else Verdict.yes())


def _may_end_so(proceeding: Proceeding) -> Verdict:
    """The same where the way is said already: what speaks against others is not its fault."""
    step = queries.current_step(proceeding)
    waits = nothing_waits(proceeding) & nothing_is_to_be_overturned(proceeding) & _is_judged(proceeding)
    if step is None or (step.next and board.closures_undecided(proceeding)):
        return waits
    return waits & (_is_declined(proceeding) if step.next else step_is_complete(proceeding, step))


def _may_end_as(proceeding: Proceeding, order: CloseCase) -> Verdict:
    """What speaks against the very way that is asked for, told together with what speaks against every ending."""
    return (
        _may_end_so(proceeding)
        & kind_fits(proceeding, order.kind, reason=order.reason)
        & _is_approved(proceeding, order)
        & _was_recorded(proceeding)
        & board.may_close(proceeding, order.kind)
    )


def _is_judged(proceeding: Proceeding) -> Verdict:
    """What others may still revoke or change has not ended; a decision that fell is contested no more."""
    if queries.has_fallen(proceeding):
        return Verdict.yes()
    return none_is_pending(proceeding, what="结案", citation="行政复议法第七十七条；行政诉讼法第九十四条")


def _is_declined(proceeding: Proceeding) -> Verdict:
    """Not filed is what the heads have signed; a party may never have been known (行政处罚法 §54)."""
    papers = queries.issued_for(proceeding, "filing")
    return Verdict.when(
        papers and papers[-1].document.values.get("proposal") == "decline",
        "没有批准不予立案的《立案（不予立案）审批表》。",
        citation="行政处罚法第五十四条",
        remedy="请在审批表中选择“建议不予立案”，逐级签批以后再结案。",
    )


def nothing_waits(proceeding: Proceeding) -> Verdict:
    """A record that may still turn out otherwise is no ground on which to end."""
    waiting = queries.waiting_corrections(proceeding)
    return Verdict.when(
        not waiting,
        f"登记的更正正在等待审批（{waiting[0] if waiting else ''}），不能结案。",
        citation=fitting(RECORDED, proceeding.procedure_key),
        remedy="请中队长或者机关负责人先审批更正申请。",
    )


def _said_in(proceeding: Proceeding) -> dict[str, str]:
    """How the newest approval of the closure, which all have signed, says that the case ends."""
    step = queries.current_step(proceeding)
    owed = step is not None and any(documents.form(code).purpose == "closure" for code in step.forms)
    papers = queries.issued_for(proceeding, "closure") if owed else ()
    values = papers[-1].document.values if papers else {}
    names = {"kind": "closure_kind", "reason": "closure_reason"}
    return {name: str(values.get(key) or "").strip() for name, key in names.items()} if papers else {}


def _is_approved(proceeding: Proceeding, order: CloseCase) -> Verdict:
    """What was signed is what is done, and is still so."""
    said = _said_in(proceeding)
    verdict = Verdict.when(
        not said or (said["kind"], said["reason"]) == (order.kind, order.reason.strip()),
        "结案情形、理由与《结案审批表》所写的不一致。",
        citation="行政处罚法第五十七条",
        remedy="请按审批表结案；审批表有误的，请重新制作并逐级签批。",
    )
    return verdict & Verdict.when(
        not said or is_true_today(queries.issued_for(proceeding, "closure")[-1]),
        "《结案审批表》所写的送达、缴款和执行情况与现在的登记不一致。",
        citation="行政处罚法第五十七条",
        remedy="请按现在的登记重新制作《结案审批表》并逐级签批。",
    )


def close(on: Proceeding, kind: str, *, reason: str) -> None:
    """Close the proceeding, and the case with the last of them."""
    today = clock.today()
    visit = next(iter(rows_where(StepVisit, proceeding=on.pk, step=on.step, left_on=None)), None)
    if visit is not None:
        visit.left_on = today
        visit.save()
    on.step, on.closed_on = "", today
    on.closure_kind, on.closure_reason = kind, reason
    on.save()
    if not rows_where(Proceeding, case=on.case_id, closed_on=None):
        on.case.closed_on = today
        on.case.save()


def _was_recorded(proceeding: Proceeding) -> Verdict:
    """A step that was left unfinished owes the recordings of what was done in it: a paper tells that it was."""
    step = None if hasattr(proceeding, "decision") else before_the_end(proceeding)
    if step is None:
        return Verdict.yes()
    told = {_moment_of(paper) for paper in queries.papers(proceeding)}
    owed = [moment for moment in queries.moments_of(proceeding, step) if moment in told]
    return board.moments_covered(proceeding, owed)


def _moment_of(paper: Paper) -> str:
    """What must have been recorded, since the paper tells of it: issued, or served where it goes to the party."""
    form = documents.form(paper.form)
    is_done = paper.served_on is not None if form.nature == "external" else paper.is_issued
    return form.moment if is_done else ""
