"""From the paragraphs of a chapter on liability to drafts: lists of items, references to other paragraphs, what is no power."""

import re
from dataclasses import replace

from sanzhi.law.chinese_numbers import number_of
from sanzhi.law.citations import Citation
from sanzhi.law.liability.clauses import Clause, Group, read_clauses
from sanzhi.law.liability.drafts import LiabilityReading, PassedOver, PenaltyDraft
from sanzhi.law.liability.fields import fields_of
from sanzhi.law.liability.phrases import ORDERS, SANCTION, ActKind, why_others
from sanzhi.law.liability.places import (
    CHARGED,
    ITEM,
    Place,
    charged_department,
    penalty_places,
    prohibitions,
    split_conduct,
)
from sanzhi.law.liability.wording import Found, drafted
from sanzhi.law.statute_text import StatuteText

BELOW = re.compile(r"(?:或者)?(?:有|从事)?下列(?:行为|情形|活动|情况)?之一(?:的|者)?，?")
FORMER_ITEMS = re.compile(r"^(?P<who>单位|个人)?有前款(?P<items>第.+?项)(?:所列)?行为(?:之一)?的?$")
THIS_PARAGRAPH = re.compile(r"本条第([一二三四五六])款")
WHO = {"单位": "organisation", "个人": "person", None: ""}
UNREAD = "没有读懂"
DISCIPLINE = "工作人员的处分由任免机关、监察机关作出"


def read_penalties(statute: StatuteText) -> tuple[PenaltyDraft, ...]:
    """One draft for each separately punished conduct, in the order of the statute."""
    return read_liability(statute).drafts


def read_liability(statute: StatuteText) -> LiabilityReading:
    """The drafts, and what was passed over and why: every paragraph on liability is in one of the two."""
    found: list[Found] = []
    passed: list[PassedOver] = []
    for place in penalty_places(statute):
        if _amends(found, place, passed=passed):
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
    return LiabilityReading(drafts, tuple(dict.fromkeys(passed)))


def _read(place: Place) -> list[Found]:
    lead, items = place.paragraph.text, place.paragraph.items
    if not items:
        return _plain(place, lead)
    first, *others = read_clauses(lead)
    # an opening that punishes a second conduct is not shared out among the items: it is left to people
    opening = replace(first, stray=first.stray + tuple(map(str, others)))
    if any(act.kind == ActKind.LIST for group in opening.groups for act in group.acts):
        return [
            one for item in items for one in _own_penalty(place, opening, number=item.number, text=item.text)
        ]
    return _one_penalty(place, opening)


def _plain(place: Place, text: str) -> list[Found]:
    found: list[Found] = []
    violated: tuple[Citation, ...] = ()
    for clause in read_clauses(text):
        violates, words = split_conduct(clause.conduct)
        violated = prohibitions(violates, within=place.title, opening=violated)
        found.append(Found(place, 0, violated, words, text, fields_of(clause)))
    return found


def _own_penalty(place: Place, lead: Clause, *, number: int, text: str) -> list[Found]:
    """An item with a penalty of its own, below an opening that may name what is violated and order correction first."""
    opening = prohibitions(split_conduct(lead.conduct)[0], within=place.title)
    at = next(
        index
        for index, group in enumerate(lead.groups)
        if any(act.kind == ActKind.LIST for act in group.acts)
    )
    conditions = lead.groups[at].conditions
    ordered = Group(conditions, tuple(act for act in lead.groups[at].acts if act.kind != ActKind.LIST))
    before = (*lead.groups[:at], *([ordered] if ordered.acts else []))
    found: list[Found] = []
    for clause in read_clauses(text):
        own = tuple(replace(group, conditions=conditions + group.conditions) for group in clause.groups)
        whole = replace(
            clause, groups=(*before, *own, *lead.groups[at + 1 :]), stray=clause.stray + lead.stray
        )
        violates, words = split_conduct(clause.conduct)
        violated = prohibitions(
            violates, within=place.title, opening=found[-1].violated if found else opening
        )
        found.append(Found(place, number, violated, words, f"{place.paragraph.text}{text}", fields_of(whole)))
    return found


def _one_penalty(place: Place, lead: Clause) -> list[Found]:
    """A list of conducts under one penalty: one draft an item, and one for the article that the opening names beside them."""
    violates, words = split_conduct(lead.conduct)
    violated = prohibitions(violates, within=place.title)
    subject = BELOW.sub("", words).removesuffix("根据情节轻重").rstrip("，")
    subject = "" if subject.endswith("的") else subject
    found = []
    if violated and words.startswith("或者"):
        found.append(Found(place, 0, violated, "", place.paragraph.text, fields_of(lead)))
        violated = ()
    for item in place.paragraph.items:
        said = item.text.rstrip("；。;")
        conduct = said if said.startswith(subject) else f"{subject}{said}"
        text = f"{place.paragraph.text}{item.text}"
        found.append(Found(place, item.number, violated, conduct, text, fields_of(lead)))
    return found


def _amends(found: list[Found], place: Place, *, passed: list[PassedOver]) -> bool:
    """有前款第一项、第八项行为之一，处……: the fines of the items of the paragraph before. Whether this is such a paragraph."""
    if "有前款第" not in place.paragraph.text or place.paragraph.items:
        return False
    for sentence in filter(None, re.split("[；。]", place.paragraph.text)):
        (clause, *_) = read_clauses(sentence)
        conduct, _, condition = clause.conduct.partition("，")
        named = FORMER_ITEMS.match(conduct)
        if named is None:
            reason = why_others(sentence) or (UNREAD if SANCTION.search(sentence) else "没有处罚内容")
            passed.append(PassedOver(str(place.citation()), reason, sentence))
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
    figures = one.figures != ({}, []) or fields.unread or fields.refers
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
    if SANCTION.search(one.text) or re.search("责令[^。]*(?:停业|停产|关闭)", one.text):
        fields.unread.append(one.text)
        return ""
    return "只责令改正，不是处罚" if any(ORDERS.search(text) for text in fields.measures) else "没有处罚内容"


def _parts_for_others(one: Found) -> list[PassedOver]:
    return [PassedOver(str(one.place.citation()), reason, text) for text, reason in one.fields.others]
