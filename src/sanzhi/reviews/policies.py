"""Who may submit, who may review."""

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Case
from sanzhi.cases.policies import is_not_recused
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.organisation.models import Officer
from sanzhi.organisation.roles import Role
from sanzhi.reviews.models import Review

LAW = "行政处罚法第五十八条"


def may_review(actor: Actor, case: Case) -> Verdict:
    """A legal reviewer with the qualification, who did not investigate the case."""
    verdict = Verdict.when(
        actor.has(Role.LEGAL_REVIEWER), "法制审核由法制机构人员办理，您没有这一岗位。", citation=LAW
    )
    officer = Officer.objects.filter(pk=actor.officer_id or 0).first()
    verdict &= Verdict.when(
        officer and officer.has_legal_qualification, "从事法制审核的人员应当取得法律职业资格。", citation=LAW
    )
    return (
        verdict
        & is_not_recused(actor, case)
        & Verdict.when(
            not cases.has_handled(case, actor.officer_id),
            "您是或者曾经是本案承办人，不能审核自己承办的案件。",
            citation="行政处罚法第四十三条",
        )
    )


def is_waiting(review: Review | None) -> Verdict:
    return Verdict.when(
        review is not None and review.reviewed_on is None, "没有待审核的送审，可能已由他人审核。"
    )
