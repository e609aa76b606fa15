"""Whether cases may be handled together 并案. No statute says it: 建议.

They are investigated together, and each act is weighed and decided by itself (行政处罚法 §29, §40). Several that are joined
are joined each with each: what one may use of another, and who parts from whom, is a matter of two.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from sanzhi.cases import board
from sanzhi.cases.assigning import may_be_assigned
from sanzhi.cases.card import Card
from sanzhi.cases.joinders import joined_now
from sanzhi.cases.models import Case, CaseParty, Joinder, JoinedFor, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.parties import is_same
from sanzhi.cases.policies import is_no_handler, is_not_recused
from sanzhi.cases.queries import assignments, proceeding_for_update, termination_of
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.db import one_at_a_time, rows_of, with_rows
from sanzhi.kernel.verdict import Verdict
from sanzhi.organisation.models import Officer
from sanzhi.organisation.roles import Role

LAW = "行政处罚法第四十条；河南省行政执法条例第二十四条"


@dataclass(frozen=True)
class CardOfSeveral(Card):
    """Of an act that writes in several cases: of two such the second waits before it has locked any."""

    def opens(self, actor: Actor, order: OnProceeding) -> Proceeding:
        one_at_a_time("cases that are joined")
        return proceeding_for_update(actor, order)


def under_way(case: Case) -> list[Proceeding]:
    """What is investigated in the case: the proceedings that stand by themselves, are open and not decided."""
    rows = (row for row in rows_of(case.proceedings) if row.main_id is None and row.closed_on is None)
    return [row for row in rows if row.decided_on is None and termination_of(row) is None]


def group_of(case: Case) -> list[Case]:
    """The case, and all with which it is joined and that are under way too."""
    return [case, *(row.other for row in separable(case))]


def separable(case: Case) -> list[Joinder]:
    """The joinders that can still be ended: neither of the two is decided."""
    return [row for row in joined_now(case) if under_way(row.other)] if under_way(case) else []


def is_not_served(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        proceeding.main_id is None,
        "本程序服务于另一程序，随主程序一同办理。",
        citation=LAW,
        remedy="请在主程序中办理。",
    )


def may_be_led_by(actor: Actor, cases: Iterable[Case]) -> Verdict:
    """A leader of each of them who handles none and stands back from none (行政处罚法 §43, §57)."""
    verdict = Verdict.yes()
    for case in cases:
        verdict &= Verdict.when(
            actor.has(Role.BUREAU_HEAD) or actor.unit_id == case.unit_id,
            f"{case.number}由其他中队办理，与它并案、分案由机关负责人决定。",
            remedy="请报机关负责人。",
        )
        verdict &= _said_of(case, is_no_handler(actor, case) & is_not_recused(actor, case))
    return verdict


def _said_of(case: Case, verdict: Verdict, *, remedy: str = "") -> Verdict:
    """The same reasons, with the number of the case for which they hold."""
    told = (
        replace(row, sentence=f"{case.number}：{row.sentence}", remedy=remedy or row.remedy)
        for row in verdict.reasons
    )
    return Verdict(tuple(told))


def belong_together(ours: Sequence[Case], theirs: Sequence[Case], *, ground: JoinedFor) -> Verdict:
    """Each two of them: not joined yet, under way, of one kind, and what is said of them is so."""
    if {row.pk for row in ours} & {row.pk for row in theirs}:
        itself = ours[0].pk == theirs[0].pk
        said = "本案不能与自己并案。" if itself else f"本案与{theirs[0].number}已经并案。"
        return Verdict.no(said, LAW, remedy="请选择另一个案件。")
    verdict = Verdict.yes()
    for one, other in product(ours, theirs):
        verdict &= _is_alike(one, other) & _is_so(one, other, ground=ground)
    return verdict


def _is_alike(one: Case, other: Case) -> Verdict:
    kinds = {board.category_of(row.procedure_key) for row in under_way(one)}
    return Verdict.when(
        under_way(other),
        f"{other.number}已经作出决定、终止或者结案，不能再并案。",
        citation=LAW,
        remedy="已经作出的决定，可以作为本案的证据登记。",
    ) & Verdict.when(
        not under_way(other) or kinds & {board.category_of(row.procedure_key) for row in under_way(other)},
        f"{one.number}与{other.number}不是同一种行政执法，不能并案。",
        citation=LAW,
        remedy="请各自办理；需要的材料登记为证据，写明来源。",
    )


def _is_so(one: Case, other: Case, *, ground: JoinedFor) -> Verdict:
    """What the rows can answer; the rest stands in the reason."""
    both = f"{one.number}与{other.number}"
    pairs = list(product(_respondents(one), _respondents(other)))
    same = any(is_same(mine, others) for mine, others in pairs)
    if ground == JoinedFor.SAME_PARTY:
        return Verdict.when(
            same,
            f"{both}登记的当事人不是同一人。",
            citation="行政处罚法第二十九条",
            remedy="请先登记、核对当事人；当事人不同的，选择其他情形。",
        )
    if ground == JoinedFor.ONE_ACT:
        return Verdict.when(
            pairs and not same,
            f"{both}没有登记不同的当事人。",
            citation=LAW,
            remedy="请先登记两案的当事人；是同一人的，选择“同一当事人”，并先判断是不是同一违法行为。",
        )
    days = [{row.happened_on for row in under_way(case)} for case in (one, other)]
    return Verdict.when(
        set.intersection(*days),
        f"{both}不是同一日发生的。",
        citation=LAW,
        remedy="请核对两案的行为发生日；不是同一日的，选择其他情形。",
    )


def _respondents(case: Case) -> list[CaseParty]:
    rows = with_rows(under_way(case), "respondent")
    return [row.respondent for row in rows if row.respondent is not None]


def all_officers(cases: Iterable[Case]) -> list[Officer]:
    """Whoever is on one of the cases: on all of them, once they are joined."""
    found = {row.officer_id: row.officer for case in cases for row in assignments(case)}
    return list(
        Officer.objects.filter(pk__in=found).select_related("authority").prefetch_related("certificates")
    )


def may_be_on_all(officers: Sequence[Officer], cases: Iterable[Case]) -> Verdict:
    """Who comes to another's case must be able to handle it: who had to stand back from it does not come in so (§43)."""
    verdict, beside = Verdict.yes(), [row.pk for row in officers]
    for case in cases:
        present = {row.officer_id for row in assignments(case)}
        for officer in officers:
            if officer.pk not in present:
                may = may_be_assigned(officer, case, beside=beside)
                verdict &= _said_of(case, may, remedy="请先更换承办人，再办理并案。")
    return verdict
