"""Which papers a step needs, and whether each says what the case says: what was made before something else counts no more."""

from sanzhi.cases import board
from sanzhi.cases.basis import APPROVAL, PLEA, proposal_of_form
from sanzhi.cases.fixed import is_true_today, tells_each
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.queries import is_recused, papers, procedure_of, recusals
from sanzhi.cases.receipts import has_receipt_of_decision
from sanzhi.documents import queries as documents
from sanzhi.documents.models import Status
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.procedures import PaperNeed, Step

JUDGED = frozenset({"legal_review", "deliberation"})  # what reviewers and heads said of the proposal


def papers_needed(proceeding: Proceeding, step: Step) -> tuple[PaperNeed, ...]:
    """The papers of `step` that apply to this proceeding."""
    return tuple(need for need in step.documents if _applies(need, proceeding))


def _applies(need: PaperNeed, proceeding: Proceeding) -> bool:
    if need.when and not board.holds(need.when, proceeding):
        return False
    return not (need.unless and board.holds(need.unless, proceeding))


def paper_is_to_be_made(proceeding: Proceeding, step: Step) -> bool:
    """A paper of the step is missing, still a draft, or true no more; what waits for signatures is on its way."""
    signing = {paper.form for paper in papers(proceeding) if paper.document.status == Status.SIGNING}
    return not papers_issued(proceeding, step, but=procedure_of(proceeding).issued_forms | signing)


def papers_issued(proceeding: Proceeding, step: Step, *, but: frozenset[str] = frozenset()) -> Verdict:
    """Every paper that the step needs is issued; `but` are those that an act will make."""
    issued = {paper.form for paper in papers(proceeding) if paper.is_issued}
    verdict, automatic = Verdict(), procedure_of(proceeding).issued_forms
    for need in papers_needed(proceeding, step):
        title = documents.form_title(need.form)
        verdict &= Verdict.when(
            need.form in issued or need.form in but,
            missing(title),
            citation=step.citation,
            remedy="作出决定时自动制发，不必另行制作。" if need.form in automatic else "请制作并完成签批。",
        )
        if need.form in issued:
            verdict &= _speaks_of_now(proceeding, need.form) & _tells_each_plea(proceeding, need.form)
            verdict &= _tells_the_case(proceeding, need.form)
            verdict &= _says_what_was_judged(proceeding, need.form)
            verdict &= _is_signed_by_who_may(proceeding, need.form)
            verdict &= has_receipt_of_decision(proceeding, need.form)
    return verdict


def missing(title: str) -> str:
    return f"缺少《{title}》。"


def _issued(proceeding: Proceeding, form: str) -> tuple[Paper, ...]:
    return tuple(row for row in papers(proceeding) if row.form == form and row.is_issued)


def _speaks_of_now(proceeding: Proceeding, form: str) -> Verdict:
    """A paper with fields that the case fills speaks of one proposal; for another it must be made anew."""
    now = proposal_of_form(proceeding, form)
    if now is None or not documents.form(form).fixed_fields:
        return Verdict.yes()
    return Verdict.when(
        any(row.proposal_id in (None, now.pk) for row in _issued(proceeding, form)),
        f"《{documents.form_title(form)}》所写的是以前的处理建议。",
        citation="行政处罚法第五十七条",
        remedy="请按现在的处理建议重新制作。",
    )


def _tells_each_plea(proceeding: Proceeding, form: str) -> Verdict:
    """A paper on pleas that was made before the last of them, or before its answer, does not tell it."""
    if documents.form(form).purpose != PLEA:
        return Verdict.yes()
    return Verdict.when(
        any(tells_each(row) for row in _issued(proceeding, form)),
        f"《{documents.form_title(form)}》没有写全当事人的陈述申辩和复核。",
        citation="行政处罚法第四十五条",
        remedy="请重新制作，逐次写明。",
    )


def _tells_the_case(proceeding: Proceeding, form: str) -> Verdict:
    """On the approval the head decides: what came in since it was signed he has not read (行政处罚法 §57)."""
    if documents.form(form).purpose != APPROVAL or hasattr(proceeding, "decision"):
        return Verdict.yes()
    return Verdict.when(
        any(is_true_today(row) for row in _issued(proceeding, form)),
        f"《{documents.form_title(form)}》签批以后案情有变化，负责人没有看到。",
        citation="行政处罚法第五十七条",
        remedy="请重新制作并完成签批。",
    )


def _says_what_was_judged(proceeding: Proceeding, form: str) -> Verdict:
    """Of review and discussion counts the paper on the last one, not on one that refused or was put off."""
    if documents.form(form).purpose not in JUDGED:
        return Verdict.yes()
    return Verdict.when(
        any(is_true_today(row) for row in _issued(proceeding, form)),
        f"《{documents.form_title(form)}》写的不是最近一次的审核、讨论。",
        citation="行政处罚法第五十七条、第五十八条；河南省行政执法条例第二十八条",
        remedy="请按最近一次的审核、讨论重新制作并完成签批。",
    )


def _is_signed_by_who_may(proceeding: Proceeding, form: str) -> Verdict:
    """What somebody signed who was recused afterwards carries no decision: another signs it anew (行政处罚法 §43, §57)."""
    purpose = documents.form(form).purpose
    if purpose not in {APPROVAL, *JUDGED} or hasattr(proceeding, "decision") or not recusals(proceeding.case):
        return Verdict.yes()
    apart = [_recused_signers(proceeding, row) for row in _issued(proceeding, form)]
    names = "、".join(apart[-1]) if apart else ""
    return Verdict.when(
        not apart or not all(apart),
        f"签署《{documents.form_title(form)}》的{names}已经决定回避，该文书不能据以作出决定。",
        citation="行政处罚法第四十三条、第五十七条",
        remedy="请重新制作，由其他人员签批。",
    )


def _recused_signers(proceeding: Proceeding, paper: Paper) -> tuple[str, ...]:
    document = paper.document
    signed = [row for row in documents.signatures_of(document) if row.round == document.round]
    return tuple(row.officer.name for row in signed if is_recused(proceeding.case, row.officer_id))
