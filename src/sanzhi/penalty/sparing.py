"""Whether the facts bear out the ground on which a party is to be spared."""

import re

from sanzhi.cases.models import PartyKind, Proceeding
from sanzhi.cases.receiving import CHILDHOOD, minor_age
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law import penalties
from sanzhi.law.days import chinese_date
from sanzhi.penalty.guards.before_decision import within_limitation
from sanzhi.penalty.in_hand import goes_on_elsewhere, is_in_no_other_case
from sanzhi.penalty.models import SparedFor
from sanzhi.penalty.once import fined_already, resembling, was_punished_before, was_spared_before
from sanzhi.penalty.queries import correction_of, refusals
from sanzhi.penalty.rules import responsibility_of


def ground_is_true(proceeding: Proceeding, ground: SparedFor) -> Verdict:
    """Age, limitation, correction and an earlier offence are known and not left to words."""
    child = responsibility_of(proceeding) == penalties.Responsibility.NONE
    verdict = Verdict.when(
        child or ground != SparedFor.CHILD,
        "当事人违法时已满十四周岁，不能以此为由不予处罚。",
        citation="行政处罚法第三十条",
        remedy="不满十八周岁的，从轻或者减轻处罚；有其他不予处罚情形的，请选择该事由。",
    )
    verdict &= Verdict.when(
        not child or ground in {SparedFor.CHILD, SparedFor.UNFOUNDED, SparedFor.IN_HAND},
        "当事人违法时不满十四周岁，应当以此为由不予处罚，责令监护人管教。",
        citation="行政处罚法第三十条",
        remedy="请选择不满十四周岁的事由；违法事实不能成立的，选择该事由。",
    )
    verdict &= Verdict.when(
        ground != SparedFor.EXPIRED or not within_limitation(proceeding),
        "违法行为没有超过追责时效，不能以此为由不予处罚。",
        citation="行政处罚法第三十六条",
        remedy="请选择其他事由，或者提出处罚建议。",
    )
    verdict &= Verdict.when(
        ground != SparedFor.FINED or fined_already(proceeding, resembling(proceeding)),
        "没有认定同一违法行为已经罚款，不能以此为由不予处罚。",
        citation="行政处罚法第二十九条",
        remedy="请由负责人判断是否同一违法行为；不是的，提出处罚建议。",
    )
    verdict &= Verdict.when(
        ground != SparedFor.IN_HAND or goes_on_elsewhere(proceeding),
        "没有认定同一违法行为正由本机关另案办理，或者应当在本案中继续办理，不能以此为由不予处罚。",
        citation="行政处罚法第二十九条",
        remedy="请由负责人判断是否同一违法行为；当事人已按责令改正的案件、先向当事人责令改正或者告知的案件继续办理，都没有的，先登记的继续办理。",
    )
    if ground != SparedFor.IN_HAND:
        verdict &= is_in_no_other_case(proceeding)  # sparing here would bar what goes on there
    verdict &= _is_cared_for(proceeding) if ground == SparedFor.INCAPABLE else _is_represented(proceeding)
    return verdict & _was_good(proceeding, ground)


def _is_represented(proceeding: Proceeding) -> Verdict:
    """A child below fourteen takes no paper: without a guardian no decision could ever be served (民法典 §20, §23)."""
    party = proceeding.respondent
    age = minor_age(party, clock.today())
    return Verdict.when(
        age is None or age >= CHILDHOOD or (party and party.guardian),
        "当事人未满十四周岁，文书由监护人签收，尚未登记监护人。",
        citation="民法典第二十条、第二十三条、第二十七条",
        remedy="请在当事人登记中填写监护人。",
    )


def _is_cared_for(proceeding: Proceeding) -> Verdict:
    """Who could not tell right from wrong is a person, whose guardian is ordered to look after him (行政处罚法 §31)."""
    party, law = proceeding.respondent, "行政处罚法第三十一条"
    return Verdict.when(
        party and party.kind != PartyKind.ORGANISATION,
        "只有自然人才有责任能力的问题。",
        citation=law,
        remedy="请选择其他事由，或者提出处罚建议。",
    ) & Verdict.when(
        party is None or party.kind == PartyKind.ORGANISATION or party.guardian,
        "当事人没有责任能力，应当责令其监护人严加看管和治疗，尚未登记监护人。",
        citation=law,
        remedy="请在当事人登记中填写监护人。",
    )


IN_TIME = {SparedFor.MINOR, SparedFor.FIRST}
HARMED = re.compile("(?<![未没有无曾])(造成|导致|引发|致使)")
NO_HARM = ("未造成", "没有造成", "无危害", "未产生", "没有危害")


def _was_good(proceeding: Proceeding, ground: SparedFor) -> Verdict:
    order = correction_of(proceeding)
    return (
        Verdict.when(
            ground != SparedFor.CORRECTED or (order and order.is_corrected),
            "没有复查认定已改正的记录。",
            citation="行政处罚法第二十八条、第三十三条",
            remedy="请先复查整改情况。",
        )
        & _never_refused(proceeding, ground)
        & _was_corrected(proceeding, ground)
        & _did_little(proceeding, ground)
        & Verdict.when(
            ground != SparedFor.FIRST
            or not (was_punished_before(proceeding) or was_spared_before(proceeding)),
            "当事人以前因同类行为受过处罚，或者违法事实成立而不予处罚，不是初次违法。",
            citation="行政处罚法第三十三条第一款",
            remedy="违法行为轻微并及时改正、没有造成危害后果的，请选择该事由；否则请提出处罚建议。",
        )
    )


def _never_refused(proceeding: Proceeding, ground: SparedFor) -> Verdict:
    """逾期不改正 is complete: who obeys a later order has not corrected 及时, nor within the days that were given (§33(1))."""
    rows = refusals(proceeding) if ground in {*IN_TIME, SparedFor.CORRECTED} else ()
    day = chinese_date(rows[0].reviewed_on) if rows and rows[0].reviewed_on else ""
    return Verdict.when(
        not rows,
        f"{day}复查已经认定当事人逾期不改正，以后改正的不是及时改正，不能以此为由不予处罚。",
        citation="行政处罚法第二十八条、第三十三条第一款",
        remedy="请提出处罚建议；主动消除或者减轻危害后果的，可以依照第三十二条从轻或者减轻。",
    )


def _did_little(proceeding: Proceeding, ground: SparedFor) -> Verdict:
    """轻微、没有造成危害后果 and 危害后果轻微 are what the finding says of the consequence (§33(1))."""
    finding = proceeding.finding
    if ground not in IN_TIME or finding is None:
        return Verdict.yes()
    allowed = NO_HARM if ground == SparedFor.MINOR else (*NO_HARM, "轻微")
    told = any(word in finding.consequence for word in allowed)
    did = ground == SparedFor.MINOR and HARMED.search(finding.consequence)
    return Verdict.when(
        told and not did and not finding.endangers_life,
        f"查明的危害后果是“{finding.consequence or '（没有写明）'}”，与“{ground.label}”不符。",
        citation="行政处罚法第三十三条第一款、第四十条",
        remedy="危害后果认定有误的，请重新认定事实；确有危害后果的，请提出处罚建议。",
    )


def _was_corrected(proceeding: Proceeding, ground: SparedFor) -> Verdict:
    """及时改正: what the re-inspection found where there was an order, else the day that the finding names (§33(1))."""
    if ground not in IN_TIME:
        return Verdict.yes()
    order = correction_of(proceeding)
    if order is not None:
        return Verdict.when(
            order.is_corrected,
            "最近一次责令改正没有复查认定已改正，不能认定及时改正。",
            citation="行政处罚法第三十三条第一款",
            remedy="请复查整改情况；没有改正的，请提出处罚建议。",
        )
    return Verdict.when(
        proceeding.corrected_on,
        "查明的事实没有写明当事人何时改正，不能认定及时改正。",
        citation="行政处罚法第三十三条第一款",
        remedy="请查明改正日期；没有改正的，请提出处罚建议。",
    )
