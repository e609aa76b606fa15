"""Who may do what in a proceeding: the step must offer the act, and the person must be the one who may."""

from datetime import date

from sanzhi.cases import board, recusing
from sanzhi.cases.articles import ENDED, as_of_kind, fitting
from sanzhi.cases.correcting import nothing_is_doubted
from sanzhi.cases.electronic import electronic_recorded
from sanzhi.cases.fixed import tells
from sanzhi.cases.leaving import films_are_there, is_decided
from sanzhi.cases.models import Assignment, Case, Proceeding
from sanzhi.cases.pauses import appraisal, suspension
from sanzhi.cases.queries import (
    assignments,
    current_proposal,
    current_step,
    has_handled,
    has_judged,
    is_assigned,
    is_recused,
    issued_for,
    procedure_of,
    recusals,
    termination_of,
)
from sanzhi.cases.speaking import spoken
from sanzhi.cases.step_papers import papers_issued, papers_needed
from sanzhi.cases.vouching import stands
from sanzhi.catalogues.powers import Power
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.not_counted import MINISTRY
from sanzhi.law.procedures import Step
from sanzhi.organisation.policies import may_enforce
from sanzhi.organisation.roles import CAPTIONS, Role

APPRAISAL = "行政处罚法第四十六条"
# 从严: what is not counted was told in writing
NOT_COUNTED = "行政强制法第二十五条第三款；行政处罚法第六十条"
WRITES = "cases.write_document"
JUDGES = frozenset({Role.BUREAU_HEAD, Role.LEGAL_REVIEWER})
AFTER_CLOSURE = frozenset(
    {"crime_letter", "archive"}
)  # 行政执法机关移送涉嫌犯罪案件的规定 §3; what is put into the file
RECUSAL = "行政处罚法第四十三条"


def is_open(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        proceeding.closed_on is None,
        "本案已经结案，不能再办理。",
        remedy="送达、缴款登记有误的，请申请更正登记；决定有误的，请提出撤销、变更决定。",
    )


def is_open_for(proceeding: Proceeding, form: str) -> Verdict:
    """A closed case takes no more papers, but for a crime that is seen only now (移送规定 §3), and for its own file."""
    is_late = documents.form(form).purpose in AFTER_CLOSURE and form in procedure_of(proceeding).anytime
    return Verdict.yes() if is_late else is_open(proceeding)


def is_of_its_kind(proceeding: Proceeding, act: str) -> Verdict:
    """What a kind does at any step, or after the end, it does in proceedings of its own."""
    return Verdict.when(
        board.is_of_its_kind(proceeding, act),
        f"这项办理不属于{board.caption_of(proceeding.procedure_key)}程序。",
        remedy="请在它所属的案件中办理。",
    )


def is_offered(proceeding: Proceeding, act: str) -> Verdict:
    """Does the present step offer `act` (a word of the procedure)?"""
    step = current_step(proceeding)
    if step is None:
        return is_open(proceeding)
    if act in procedure_of(proceeding).always:
        return Verdict.yes()  # these have days of their own, which no suspension stops
    if act in spoken(proceeding):
        return Verdict.yes()
    return is_running(proceeding) & Verdict.when(
        act in step.acts,
        f"案件现处“{step.title}”环节，此时不能这样办理。",
        citation=step.citation,
        remedy="如页面已陈旧，请刷新后查看最新进展。",
    )


def is_running(proceeding: Proceeding) -> Verdict:
    """A suspended proceeding stands still until it is resumed, or ends because the party is no more."""
    row = suspension(proceeding)
    return Verdict.when(
        row is None or termination_of(proceeding) is not None,
        f"本案已中止调查（{row.get_ground_display() if row else ''}），恢复以后才能办理。",
        citation=MINISTRY,
        remedy="中止的情形消失的，请由机关负责人批准恢复。",
    )


def is_not_recused(actor: Actor, case: Case) -> Verdict:
    """Who has to stand back does nothing further in the case (行政处罚法 §43)."""
    return Verdict.when(
        not is_recused(case, actor.officer_id),
        "已经决定您回避，不得再办理本案。",
        citation=RECUSAL,
        remedy="请由其他人员办理。",
    )


def recusals_settled(case: Case) -> Verdict:
    """Nothing is decided while a recusal waits (记忆), and what was decided of it stands in a paper."""
    verdict = Verdict.yes()
    for row in recusals(case):
        verdict &= Verdict.when(
            row.is_granted is not None,
            f"对{row.of.name}的回避申请尚未决定，不得作出决定。",
            citation=RECUSAL,
            remedy="请先决定是否回避。",
        )
        if row.decided_on is not None:
            verdict &= Verdict.when(
                recusing.is_written(case, row),
                f"对{row.of.name}的《回避决定书》尚未制发。",
                citation=RECUSAL,
                remedy="请制作并完成签批。",
            )
    return verdict


def basis_applies(power: Power, happened_on: date) -> Verdict:
    """The basis must have been in force on the day of the act (行政处罚法 §37)."""
    early = power.valid_from is not None and happened_on < power.valid_from
    bound = (
        f"自{chinese_date(power.valid_from)}起施行，不适用于以前的行为"
        if early and power.valid_from
        else f"自{chinese_date(power.valid_to) if power.valid_to else '其废止'}后不再适用于新发生的行为"
    )
    return Verdict.when(
        power.is_valid_on(happened_on),
        f"“{power.title}”的依据{bound}（{power.mark}）。",
        citation=f"{power.penalty_basis}；行政处罚法第三十七条",
        remedy="请选用行为发生时有效依据的案由；依据调整中的，请先由政策法规科更新权责清单。",
    )


def may_touch(actor: Actor, proceeding: Proceeding, *, office: tuple[Role, ...] = ()) -> Verdict:
    """The personal half: an office for some acts, an assigned and qualified officer for the rest."""
    apart = is_not_recused(actor, proceeding.case)
    if office:
        offices = "、".join(CAPTIONS[role] for role in office)
        verdict = apart & Verdict.when(actor.has(*office), f"这项工作由{offices}办理，您没有这一岗位。")
        return verdict & is_no_handler(actor, proceeding.case) if JUDGES.issuperset(office) else verdict
    if not apart:
        return apart
    if not is_assigned(proceeding.case, actor):
        return Verdict.no("您不是本案承办人，不能办理。", "行政处罚法第四十二条", remedy="请由中队长指派。")
    mine = next(row for row in assignments(proceeding.case) if row.officer_id == actor.officer_id)
    return _may_enforce_now(mine)


def _may_enforce_now(row: Assignment) -> Verdict:
    return may_enforce(row.officer, clock.today(), by=row.certificate)


def has_two_qualified_officers(case: Case, wanted: int = 2) -> Verdict:
    """At least `wanted` officers whose certificates are valid today (行政处罚法 §42)."""
    verdict = Verdict()
    able = 0
    for row in assignments(case):
        fit = _may_enforce_now(row)
        able += bool(fit)
        verdict &= fit
    enough = Verdict.when(
        able >= wanted,
        f"本案现有{able}名具备资格的承办人，执法人员不得少于{wanted}人。",
        citation="行政处罚法第四十二条",
        remedy="请由中队长补充指派。",
    )
    return enough if able >= wanted else enough & verdict


def leads_the_squad(actor: Actor, case: Case) -> Verdict:
    """Who was admitted to stand in does what the case asks of a leader, and gives nobody else a part in it."""
    return Verdict.when(
        actor.has(Role.BUREAU_HEAD) or actor.unit_id == case.unit_id,
        "指派承办人、准予查阅，由本案所属中队的中队长或者机关负责人办理。",
        remedy="请报机关负责人。",
    )


def finding_is_seen(proceeding: Proceeding, version: int | None) -> Verdict:
    """An act whose form was opened on an older version of the finding is done anew on the standing one."""
    now = proceeding.finding.version if proceeding.finding else 0
    return Verdict.when(
        version in {None, now},
        f"您打开表单以后，查明的事实已经改为第{now}次。",
        citation="行政处罚法第四十条",
        remedy="请核对现在查明的事实后重新提交。",
    )


def may_complete_step(actor: Actor, proceeding: Proceeding) -> Verdict:
    """Everything that still stands between the proceeding and its next step."""
    step = current_step(proceeding)
    if step is None:
        return is_open(proceeding)
    may = may_be_left(proceeding, step) & may_move(actor, proceeding, step=step)
    return may & step_is_complete(proceeding, step)


def may_be_left(proceeding: Proceeding, step: Step) -> Verdict:
    """Whether the proceeding stands where steps are left at all; the last one is left by closing."""
    ended = is_not_ended(proceeding) if step.next else Verdict.yes()
    return ended & nothing_is_doubted(proceeding) & is_running(proceeding)


def may_move(actor: Actor, proceeding: Proceeding, *, step: Step) -> Verdict:
    """The personal half."""
    return is_not_recused(actor, proceeding.case) & Verdict.when(
        moves(actor, proceeding, step=step),
        "只有本案承办人或者有审批权的负责人可以推进环节。",
    )


def moves(actor: Actor, proceeding: Proceeding, *, step: Step) -> bool:
    """Whether it is the actor's at all to lead the case on."""
    leads = actor.has(Role.SQUAD_LEADER, Role.BUREAU_HEAD)
    own = step.role != Role.OFFICER and actor.has(step.role)
    return leads or own or is_assigned(proceeding.case, actor)


def step_is_complete(proceeding: Proceeding, step: Step) -> Verdict:
    rest = films_are_there(proceeding, step) & is_decided(proceeding, step)
    return is_complete_but_for_films(proceeding, step) & as_of_kind(rest, proceeding.procedure_key)


def is_complete_but_for_films(proceeding: Proceeding, step: Step) -> Verdict:
    verdict = has_two_qualified_officers(proceeding.case, step.officers) if step.officers else Verdict()
    verdict &= papers_issued(proceeding, step)
    for name in step.needs:
        verdict &= board.guard(name, proceeding)
    return as_of_kind(verdict, proceeding.procedure_key)


def may_decide_by(proceeding: Proceeding, *, act: str) -> Verdict:
    """Everything that the step which offers the deciding `act` demands, before its own paper is made."""
    step = procedure_of(proceeding).step_with(act)
    if step is None:
        return Verdict.yes()  # the act is refused for not being offered
    verdict = (
        is_not_ended(proceeding)
        & nothing_is_doubted(proceeding)
        & Verdict.when(
            not hasattr(proceeding, "decision"), "本案已经作出决定。", citation="行政处罚法第二十九条"
        )
    )
    verdict &= recusals_settled(proceeding.case) & _appraised(proceeding) & electronic_recorded(proceeding)
    proposal = current_proposal(proceeding)
    verdict &= stands(proceeding, proposal) if proposal else Verdict.yes()
    verdict &= has_two_qualified_officers(proceeding.case, step.officers)
    verdict &= papers_issued(proceeding, step, but=procedure_of(proceeding).issued_forms)
    for name in step.needs:
        verdict &= board.guard(name, proceeding)
    return verdict


def _appraised(proceeding: Proceeding) -> Verdict:
    """An appraisal that was commissioned belongs to the facts: its result is awaited (行政处罚法 §40, §46)."""
    row = appraisal(proceeding)
    return Verdict.when(
        row is None,
        f"委托{row.appraiser if row else ''}的鉴定尚未收到结果，事实尚未查清。",
        citation="行政处罚法第四十条、第四十六条",
        remedy="请登记收到的鉴定意见；鉴定机构不能鉴定、退回委托的，登记鉴定退回。",
    )


def appraisal_ends(proceeding: Proceeding) -> Verdict:
    """What came of an appraisal is of the one that was commissioned in writing, and whose time the party was told.

    The papers tell it by its own words: who answers for the party, and where, may have changed since.
    """
    row = appraisal(proceeding)
    if row is None:
        return Verdict.no("没有等待结果的鉴定。", APPRAISAL, remedy="请先批准委托鉴定。")
    said = {"appraisal": {name: getattr(row, name) for name in ("appraiser", "subject", "question", "since")}}
    requests, notices = (
        [paper for paper in issued_for(proceeding, f"appraisal_{purpose}") if tells(paper, said)]
        for purpose in ("request", "notice")
    )
    return Verdict.when(
        requests,
        "没有据以鉴定的委托书：没有签发，或者与批准的委托不符。",
        citation=APPRAISAL,
        remedy="请制作《鉴定（检测）委托书》并完成签批，再登记鉴定的结果。",
    ) & Verdict.when(
        any(paper.served_on for paper in notices) or termination_of(proceeding),  # nobody is left to be told
        "没有把鉴定期间书面告知当事人。",
        citation=NOT_COUNTED,
        remedy="请制作《鉴定（检测）期间告知书》，送达当事人。",
    )


def is_not_ended(proceeding: Proceeding) -> Verdict:
    """After the end of the investigation there is nothing to do but to close."""
    return Verdict.when(
        termination_of(proceeding) is None,
        "本案已经终止调查，只能结案。",
        citation=fitting(ENDED, proceeding.procedure_key),
        remedy="请办理结案；当事人没有死亡、终止的，请申请更正终止登记。",
    )


def is_not_decided(proceeding: Proceeding) -> Verdict:
    """What belongs before the decision comes too late after it, and after the end of the investigation."""
    return is_not_ended(proceeding) & Verdict.when(
        proceeding.decided_on is None,
        "本案已经作出决定，不能再这样办理。",
        citation="行政处罚法第五十七条",
        remedy="决定确有错误的，依法撤销或者变更。",
    )


def is_no_handler(actor: Actor, case: Case) -> Verdict:
    """Who handles or has handled a case does not also approve or decide it (行政处罚法 §57; 河南省行政执法条例 §28)."""
    return Verdict.when(
        not has_handled(case, actor.officer_id),
        "您承办过本案，不能审批、决定自己承办的案件。",
        citation="行政处罚法第五十七条、第五十八条",
        remedy="请由其他负责人办理。",
    )


def is_no_reviewer(case: Case, officer: int | None, *, name: str = "您") -> Verdict:
    """Who has reviewed a case or conducted its hearing neither discusses nor decides it (行政处罚法 §58; 河南省行政执法条例 §28)."""
    return Verdict.when(
        not has_judged(case, officer, "reviews"),
        f"{name}审核过本案或者主持过听证，不能再参加讨论、作出决定。",
        citation="行政处罚法第五十八条；河南省行政执法条例第二十八条",
        remedy="请由其他负责人讨论、决定。",
    )


def may_write(actor: Actor, proceeding: Proceeding, *, form: str) -> Verdict:
    """May `actor` begin, fill or hand in a paper of `form` at the present step?"""
    return is_written_now(proceeding, form) & may_hold_the_pen(actor, proceeding)


def may_hold_the_pen(actor: Actor, proceeding: Proceeding) -> Verdict:
    """The personal half: the officers write, and of the step of another office whoever holds that."""
    step = current_step(proceeding)
    if step is not None and step.role != Role.OFFICER and actor.has(step.role):
        return is_not_recused(actor, proceeding.case)
    return may_touch(actor, proceeding)


def is_written_now(proceeding: Proceeding, form: str) -> Verdict:
    """Whether a paper of `form` belongs to the present step, whoever writes it."""
    step = current_step(proceeding)
    if step is None:
        return is_open_for(proceeding, form)
    procedure = procedure_of(proceeding)
    verdict = Verdict.when(WRITES in step.acts, f"“{step.title}”环节不制作文书。", citation=step.citation)
    title = documents.form_title(form)
    wanted = {need.form for need in papers_needed(proceeding, step)} | set(procedure.anytime)
    verdict &= Verdict.when(
        form not in procedure.issued_forms,
        f"《{title}》由作出决定的操作自动制发，不能单独制作。",
        citation="行政处罚法第五十七条",
    )
    verdict &= Verdict.when(form in wanted, f"“{step.title}”环节不使用《{title}》。", citation=step.citation)
    return verdict if form in procedure.anytime else verdict & is_running(proceeding)


def may_sign_paper(actor: Actor, case: Case, *, role: str) -> Verdict:
    """An officer signs only papers of a case to which he or she is assigned."""
    apart = is_not_recused(actor, case)
    if role in {Role.BUREAU_HEAD, Role.LEGAL_REVIEWER}:
        return apart & is_no_handler(actor, case)
    if role != Role.OFFICER:
        return apart
    return apart & Verdict.when(
        is_assigned(case, actor), "您不是本案承办人，不能以承办人身份签署。", citation="行政处罚法第四十二条"
    )


def is_in_the_case(day: date, first: date, *, label: str) -> Verdict:
    """What is recorded, on paper or on film, is recorded in the case: not before its `first` day."""
    return Verdict.when(
        first <= day <= clock.today(),
        f"“{label}”{chinese_date(day)}不在本案办理期间：应在{chinese_date(first)}（登记线索、指派承办人之日）以后、不晚于今天。",
        citation="行政处罚法第四十二条、第四十六条、第五十四条、第五十五条",
        remedy="请按实际的时间填写；以前形成的材料，登记为证据并写明来源。",
    )
