"""Who may do what on a case: the step must offer the act, and the person must be the one who may."""

from sanzhi.cases import board
from sanzhi.cases.models import Case
from sanzhi.cases.queries import assignments, current_step, is_assigned, papers
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.procedures import PaperNeed, Step
from sanzhi.organisation.policies import may_enforce
from sanzhi.organisation.roles import CAPTIONS, Role

# acts that belong to an office and not to the officers of the case
OFFICES: dict[str, tuple[Role, ...]] = {
    "assign_officers": (Role.SQUAD_LEADER, Role.BUREAU_HEAD),
    "decide_penalty": (Role.BUREAU_HEAD,),
    "record_deliberation": (Role.BUREAU_HEAD, Role.LEGAL_REVIEWER),
    "notify_hearing": (Role.LEGAL_REVIEWER,),
    "conclude_hearing": (Role.LEGAL_REVIEWER,),
    "close_case": (Role.SQUAD_LEADER, Role.BUREAU_HEAD),
}


def is_open(case: Case) -> Verdict:
    return Verdict.when(
        case.closed_on is None, "本案已经结案，不能再办理。", remedy="如需更正，请由法制机构启动纠错。"
    )


def may_act(actor: Actor, case: Case, *, act: str) -> Verdict:
    """May `actor` perform `act` (a word of the procedure) on the case as it stands today?"""
    step = current_step(case)
    if step is None:
        return is_open(case)
    offered = Verdict.when(
        act in step.acts,
        f"案件现处“{step.title}”环节，此时不能这样办理。",
        citation=step.citation,
        remedy="如页面已陈旧，请刷新后查看最新进展。",
    )
    return offered & may_touch(actor, case, act=act)


def may_touch(actor: Actor, case: Case, *, act: str) -> Verdict:
    """The personal half of `may_act`: an office for some acts, an assigned and qualified officer for the rest."""
    if act in OFFICES:
        offices = "、".join(CAPTIONS[role] for role in OFFICES[act])
        return Verdict.when(actor.has(*OFFICES[act]), f"这项工作由{offices}办理，您没有这一岗位。")
    mine = [row for row in assignments(case) if row.officer_id == actor.officer_id]
    if not mine:
        return Verdict.no("您不是本案承办人，不能办理。", "行政处罚法第四十二条", remedy="请由中队长指派。")
    return may_enforce(mine[0].officer, clock.today())


def has_two_qualified_officers(case: Case, wanted: int = 2) -> Verdict:
    """At least `wanted` officers whose certificates are valid today (行政处罚法 §42)."""
    verdict = Verdict()
    able = 0
    for row in assignments(case):
        fit = may_enforce(row.officer, clock.today())
        able += bool(fit)
        verdict &= fit
    enough = Verdict.when(
        able >= wanted,
        f"本案现有{able}名具备资格的承办人，执法人员不得少于{wanted}人。",
        citation="行政处罚法第四十二条",
        remedy="请由中队长补充指派。",
    )
    return enough if able >= wanted else enough & verdict


def papers_needed(case: Case, step: Step) -> tuple[PaperNeed, ...]:
    """The papers of `step` that apply to this case."""
    return tuple(need for need in step.documents if _applies(need, case))


def _applies(need: PaperNeed, case: Case) -> bool:
    if need.when and not board.holds(need.when, case):
        return False
    return not (need.unless and board.holds(need.unless, case))


def papers_issued(case: Case, step: Step) -> Verdict:
    issued = {paper.form for paper in papers(case) if paper.is_issued}
    verdict = Verdict()
    for need in papers_needed(case, step):
        title = documents.form_title(need.form)
        verdict &= Verdict.when(
            need.form in issued, f"缺少《{title}》。", citation=step.citation, remedy="请制作并完成签批。"
        )
    return verdict


def may_complete_step(actor: Actor, case: Case) -> Verdict:
    """Everything that still stands between the case and its next step."""
    step = current_step(case)
    if step is None:
        return is_open(case)
    return _may_move(actor, case, step=step) & step_is_complete(case, step)


def _may_move(actor: Actor, case: Case, *, step: Step) -> Verdict:
    return Verdict.when(
        is_assigned(case, actor) or actor.has(step.role, Role.SQUAD_LEADER, Role.BUREAU_HEAD),
        "只有本案承办人或者有审批权的负责人可以推进环节。",
    )


def step_is_complete(case: Case, step: Step) -> Verdict:
    verdict = has_two_qualified_officers(case, step.officers) if step.officers else Verdict()
    verdict &= papers_issued(case, step)
    if step.recording:
        verdict &= board.moments_covered(case, step.recording)
    for name in step.needs:
        verdict &= board.guard(name, case)
    return verdict


def may_see_tip(actor: Actor, case: Case) -> Verdict:
    """Who reported is kept from everybody but the officers of the case and the heads (F11-13)."""
    return Verdict.when(
        is_assigned(case, actor) or actor.has(Role.BUREAU_HEAD),
        "举报人信息保密，只有承办人和机关负责人可以查看。",
        citation="政府信息公开条例第十五条",
    )


# papers that may be written at any open step that writes papers at all
FREE_FORMS = frozenset({"D08", "D09", "D10", "D12", "D45", "D46"})
# papers that only a decision makes
DECISIONS = frozenset({"D41", "D43"})


def may_write(actor: Actor, case: Case, *, form: str) -> Verdict:
    """May `actor` begin, fill or hand in a paper of `form` at the present step?"""
    step = current_step(case)
    if step is None:
        return is_open(case)
    verdict = Verdict.when(
        "write_document" in step.acts, f"“{step.title}”环节不制作文书。", citation=step.citation
    )
    title = documents.form_title(form)
    wanted = {need.form for need in papers_needed(case, step)} | FREE_FORMS
    verdict &= Verdict.when(
        form not in DECISIONS,
        f"《{title}》由作出决定的操作自动制发，不能单独制作。",
        citation="行政处罚法第五十七条",
    )
    verdict &= Verdict.when(form in wanted, f"“{step.title}”环节不使用《{title}》。", citation=step.citation)
    if step.role != Role.OFFICER and actor.has(step.role):
        return verdict
    return verdict & may_touch(actor, case, act="write_document")


def may_sign_paper(actor: Actor, case: Case, *, role: str) -> Verdict:
    """An officer signs only papers of a case to which he or she is assigned."""
    if role != Role.OFFICER:
        return Verdict.yes()
    return Verdict.when(
        is_assigned(case, actor), "您不是本案承办人，不能以承办人身份签署。", citation="行政处罚法第四十二条"
    )
