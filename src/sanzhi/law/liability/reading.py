"""From the paragraphs of a chapter on liability to drafts: lists of items, references to other paragraphs, what is no power."""

import re
from dataclasses import replace

from sanzhi.law.chinese_numbers import NUMERAL, number_of
from sanzhi.law.citations import Citation
from sanzhi.law.fine_spans import FIGURE, amount_of
from sanzhi.law.liability.accounts import accounted
from sanzhi.law.liability.clauses import WIDE, read_clauses
from sanzhi.law.liability.conduct import split_conduct
from sanzhi.law.liability.decisions import without_who_decides
from sanzhi.law.liability.drafts import LiabilityReading, PassedOver, PenaltyDraft
from sanzhi.law.liability.fields import fields_of
from sanzhi.law.liability.lists import read_list
from sanzhi.law.liability.phrases import ORDERS, SANCTION, why_others
from sanzhi.law.liability.places import (
    CHARGED,
    ITEM,
    Place,
    charged_department,
    penalty_places,
    prohibitions,
    spelled,
)
from sanzhi.law.liability.sweep import THREAT, unmentioned
from sanzhi.law.liability.wording import Found, drafted
from sanzhi.law.statute_text import StatuteText

FORMER_ITEMS = re.compile(r"^(?P<who>单位|个人)?有前款(?P<items>第.+?项)(?:所列)?行为(?:之一)?的?$")
CAP = re.compile(
    rf"(?:按照?|依照|根据)?前款(?P<items>(?:第?[（(]?{NUMERAL}[）)]?(?:项?[、和及至]|项))*)(?:的?规定)?(?:所列行为)?(?:的)?"
    rf"(?:处以?|作出)?的?罚款(?:数额|总额)?的?，?(?:总额|最高|累计|合计)*不得?超过(?P<cap>{FIGURE})元"
)
BARE_ITEM = re.compile(rf"[（(第]({NUMERAL})")
THIS_PARAGRAPH = re.compile(r"本条第([一二三四五六])款")
WHO = {"单位": "organisation", "个人": "person", None: ""}
UNREAD = "没有读懂"
DISCIPLINE = "工作人员的处分由任免机关、监察机关作出"


def read_penalties(statute: StatuteText) -> tuple[PenaltyDraft, ...]:
    """One draft for each separately punished conduct, in the order of the statute."""
    return read_liability(statute).drafts


def read_liability(statute: StatuteText) -> LiabilityReading:
    """The drafts, and what was passed over and why: every sentence that speaks of punishment is in one of the two."""
    found: list[Found] = []
    passed: list[PassedOver] = []
    for place in penalty_places(statute):
        place, decided = without_who_decides(place)
        passed += decided
        if (decided and not place.paragraph.text) or _amends(found, place, passed=passed):
            continue
        for one in _read(place):
            reason = _why_no_power(one)
            passed += (
                [PassedOver(str(place.citation()), reason, place.paragraph.text)]
                if reason
                else _parts_for_others(one)
            )
            found += [] if reason else [one]
    found = _resolved(found)
    charged = charged_department(statute)
    drafts = tuple(drafted(one, statute=statute, charged=charged) for one in found)
    passed += [PassedOver(one.basis, UNREAD, one.text, is_unread=True) for one in drafts if not one.conduct]
    drafts = accounted(
        (one for one in drafts if one.conduct), passed=passed, title=statute.title, charged=charged
    )
    passed += unmentioned(statute, drafts=drafts, passed=tuple(passed))
    return LiabilityReading(drafts, tuple(dict.fromkeys(passed)))


def _read(place: Place) -> list[Found]:
    if place.paragraph.items:
        return read_list(place)
    text = place.paragraph.text
    found: list[Found] = []
    violated: tuple[Citation, ...] = ()
    for clause in read_clauses(text):
        violates, words = split_conduct(clause.conduct)
        violated = prohibitions(violates, within=place.title, opening=violated)
        found.append(Found(place, 0, violated, words, text, fields_of(clause)))
    return found


def _caps(found: list[Found], place: Place) -> bool:
    """前款第一项的罚款，最高不得超过二万元: the cap of fines of the paragraph before. Whether this is such a paragraph."""
    named = CAP.fullmatch(re.sub(r"\s", "", place.paragraph.text).translate(WIDE).rstrip("。"))
    if named is None or place.paragraph.items:
        return False
    items = {number_of(number) for number in BARE_ITEM.findall(spelled(named["items"] or ""))}
    cap = amount_of(named["cap"], said=named[0])
    for one in found:
        same = one.place.article is place.article and one.place.number == place.number - 1
        if same and (one.item in items or not items):
            one.cap_at(cap, said=place.paragraph.text)
    return True


def _amends(found: list[Found], place: Place, *, passed: list[PassedOver]) -> bool:
    """有前款第一项、第八项行为之一，处……: the fines of the items of the paragraph before. Whether this is such a paragraph."""
    if _caps(found, place):
        return True
    if "有前款第" not in place.paragraph.text or place.paragraph.items:
        return False
    for sentence in filter(None, re.split("[；。]", place.paragraph.text)):
        (clause, *_) = read_clauses(sentence)
        conduct, _, condition = clause.conduct.partition("，")
        named = FORMER_ITEMS.match(conduct)
        if named is None:
            threatens = bool(SANCTION.search(sentence) or THREAT.search(sentence))
            reason = why_others(sentence) or (UNREAD if threatens else "没有处罚内容")
            passed.append(PassedOver(str(place.citation()), reason, sentence, is_unread=reason == UNREAD))
            continue
        if condition:
            clause = replace(
                clause, groups=tuple(replace(group, conditions=(condition,)) for group in clause.groups)
            )
        items = {number_of(number) for number in ITEM.findall(named["items"])}
        for one in found:
            same = one.place.article is place.article and one.place.number == place.number - 1
            if same and one.item in items:
                one.take(fields_of(clause, respondent=WHO[named["who"]]), said=f"{sentence}。")
    return True


def _resolved(found: list[Found]) -> list[Found]:
    """依照前款规定处以罚款, 依照本条第二款的规定: the figures of the paragraph meant, or a piece that was not read."""
    consumed: list[Found] = []
    for one in found:
        if not one.fields.refers:
            continue
        named = THIS_PARAGRAPH.search(one.fields.refers)
        number = number_of(named[1]) if named else one.place.number - 1
        meant = [
            row for row in found if row.place.article is one.place.article and row.place.number == number
        ]
        later = number > one.place.number
        if not meant or any(row.figures != meant[0].figures for row in meant):
            one.fields.unread.append(one.fields.refers)
        elif later:
            one.take_circumstances(meant)
            consumed += meant
        else:
            one.take(meant[0].fields, said="", whole="罚款" not in one.fields.refers)
    return [one for one in found if not any(one is row for row in consumed)]


def _why_no_power(one: Found) -> str:
    """A sentence; "" where the clause is a power."""
    fields = one.fields
    figures = fields.has_figures
    only = "".join(fields.measures)
    disciplined = any(reason == DISCIPLINE for _, reason in fields.others)
    if CHARGED.search(one.text):
        return "指明由谁实施处罚"
    if not figures and disciplined and not re.search("没收|吊销|停业", only):
        return DISCIPLINE
    if not figures and "按日连续处罚" in only and not fields.warns and len(fields.measures) == 1:
        return "按日连续处罚跟随原处罚"
    if "人民法院" in one.text and not fields.department:
        return "由人民法院决定"
    if fields.punishes:
        return ""
    if reason := next((reason for _, reason in fields.others), "") or why_others(one.text):
        return reason
    if SANCTION.search(one.text) or THREAT.search(one.text):
        fields.unread.append(one.text)
        return ""
    return "只责令改正，不是处罚" if any(ORDERS.search(text) for text in fields.measures) else "没有处罚内容"


def _parts_for_others(one: Found) -> list[PassedOver]:
    return [PassedOver(str(one.place.citation()), reason, text) for text, reason in one.fields.others]
