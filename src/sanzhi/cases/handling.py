"""Who may handle a case: an officer who may enforce, and who leaves it to others to approve, review and decide.

Whoever once handled a case judges it never: who could make handlers of the heads and reviewers would choose its judges.
"""

from collections.abc import Iterable

from sanzhi.cases.models import Case
from sanzhi.cases.queries import has_handled, is_recused
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.models import Officer
from sanzhi.organisation.policies import may_enforce
from sanzhi.organisation.roles import CAPTIONS, Role

HANDLES = (Role.OFFICER, Role.SQUAD_LEADER)
JUDGES = (Role.BUREAU_HEAD, Role.LEGAL_REVIEWER)
LAW = "行政处罚法第四十二条、第五十七条、第五十八条"


def may_handle(officer: Officer, *, case: Case | None = None, beside: Iterable[int] = ()) -> Verdict:
    """May `officer` become one of the officers of `case` (None: of one that is only begun), together with those `beside`?"""
    judges = [role for role in JUDGES if role in officer.roles]
    verdict = may_enforce(officer, clock.today()) & Verdict.when(
        set(HANDLES).intersection(officer.roles) or not officer.roles,
        f"{officer.name}不是执法人员、中队长，不能承办案件。",
        citation=LAW,
        remedy="请由有执法人员、中队长岗位的人员承办。",
    )
    verdict &= Verdict.when(
        case is None or not is_recused(case, officer.pk),
        f"已经决定{officer.name}回避，不能再作为本案承办人。",
        citation="行政处罚法第四十三条",
    )
    if not verdict or not judges:
        return verdict
    captions = "、".join(CAPTIONS[role] for role in judges)
    return verdict & Verdict.when(
        _is_judged_by_others(officer, case, beside=beside),
        f"{officer.name}是{captions}，承办以后，本案没有其他负责人、法制审核人员可以审批、审核。",
        citation=LAW,
        remedy="请由其他执法人员承办。",
    )


def _is_judged_by_others(officer: Officer, case: Case | None, *, beside: Iterable[int]) -> bool:
    """A head of a small bureau may be an officer too, where another one decides and a third reviews."""
    heads, reviewers = (
        [
            pk
            for pk in organisation.holding(officer.authority.code, (role,)) - {officer.pk, *beside}
            if case is None or not (has_handled(case, pk) or is_recused(case, pk))
        ]
        for role in JUDGES
    )
    return any(head != reviewer for head in heads for reviewer in reviewers)


def handlers_offered(authority: str, *, case: Case | None = None) -> list[tuple[int, str]]:
    """Who may handle the case, with the unit."""
    rows = organisation.who_work_on_cases(authority)
    return [(row.pk, f"{row.name}（{row.unit.name}）") for row in rows if may_handle(row, case=case)]


def is_of_the_house(officer: Officer | None) -> Verdict:
    return Verdict.when(officer, "登记线索须由本机关人员办理，您不是本机关人员。")


def may_register(actor: Actor) -> Verdict:
    """What speaks against a lead before a word of it is written: who takes it handles the case (行政处罚法 §42)."""
    officer = Officer.objects.select_related("authority").filter(pk=actor.officer_id or 0).first()
    return may_handle(officer) if officer else is_of_the_house(officer)
