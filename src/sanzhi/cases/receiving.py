"""Who may take a paper for the party, and who may witness that it was left: nobody of the authority itself."""

import re
from datetime import date

from django.db import models

from sanzhi.cases import queries
from sanzhi.cases.models import CaseParty, PartyKind, Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.identity import age_on
from sanzhi.law.receipts import plain_number
from sanzhi.organisation import queries as organisation

LAW = "民事诉讼法第八十八条；河南省行政执法条例第三十一条"
SHORT_NAME, LONGEST_NAME = 2, 4  # signs of a Chinese name: 建议
BETWEEN_NAMES = "、，,;；。：:/（）()"
IN_A_NAME = r"[\W_ー丶]+"
CHILDHOOD, MAJORITY = 14, 18  # 行政处罚法 §30; 民法典 §§17–20


class Receiver(models.TextChoices):
    """In what relation the receiver stands to the party (民事诉讼法 §88)."""

    SELF = "本人", "本人"
    FAMILY = "同住成年家属", "同住成年家属"
    REPRESENTATIVE = "法定代表人（负责人）", "法定代表人（负责人）"
    CLERK = "负责收件的人", "负责收件的人"
    AGENT = "代理人", "代理人"
    GUARDIAN = "监护人", "监护人"
    NAMED = "指定代收人", "指定代收人"


def usual_receiver(party: CaseParty, on: date) -> tuple[str, Receiver]:
    """Who takes a paper where nothing else is said: the page begins so, the officer confirms who it was."""
    if party.is_incapable or minor_age(party, on) is not None:
        return party.guardian, Receiver.GUARDIAN
    if party.kind == PartyKind.ORGANISATION and party.representative:
        return party.representative[:60], Receiver.REPRESENTATIVE
    return party.name[:60], Receiver.SELF


def is_lawful_receiver(
    proceeding: Proceeding,
    receiver: Receiver | None,
    *,
    name: str,
    on: date | None,
    is_held: bool = False,
) -> Verdict:
    """The party by name, or somebody in a relation that the article names and that fits the party's kind.

    Who is held signs himself, of whatever age (民事诉讼法 §94): nobody else of his is there.
    """
    party = proceeding.respondent
    is_named = Verdict.when(name, "请填写签收人。", citation=LAW, remedy="请按送达回证上的签名填写姓名。")
    if party is None or receiver is None:
        return is_named & Verdict.no("请选择签收人与受送达人的关系。", LAW)
    if not is_named:
        return is_named
    verdict = _fits_kind(party, receiver)
    verdict &= Verdict.yes() if is_held else _is_of_age(party, receiver, on=on)
    if receiver != Receiver.SELF:
        stands_for_it = receiver in {Receiver.REPRESENTATIVE, Receiver.GUARDIAN}
        verdict &= is_no_officer(proceeding, name, said="签收人", for_the_party=stands_for_it)
    if receiver in {Receiver.AGENT, Receiver.NAMED}:
        verdict &= _was_named(proceeding, name, receiver=receiver, on=on)
    return verdict & _is_whom_he_is_said_to_be(party, receiver, name=name)


def _is_whom_he_is_said_to_be(party: CaseParty, receiver: Receiver, *, name: str) -> Verdict:
    """The party, its representative, its guardian are known by name; somebody of the family is another than the party."""
    own = {
        Receiver.SELF: (party.name, party.representative)
        if party.kind == PartyKind.INDIVIDUAL_BUSINESS
        else (party.name,),
        Receiver.REPRESENTATIVE: (party.representative,),
        Receiver.GUARDIAN: () if _plain(party.guardian) == _plain(party.name) else (party.guardian,),
    }
    known = {_plain(one) for one in own.get(receiver, ()) if one}
    return Verdict.when(
        receiver not in own or _plain(name) in known,
        f"签收人“{name}”不是{receiver.label}，请如实填写关系。",
        citation=LAW,
    ) & Verdict.when(
        receiver != Receiver.FAMILY or _plain(name) != _plain(party.name),
        f"签收人“{name}”是受送达人本人，请如实填写关系。",
        citation=LAW,
    )


def _fits_kind(party: CaseParty, receiver: Receiver) -> Verdict:
    of_a_house = party.kind == PartyKind.ORGANISATION
    wrong = {
        Receiver.FAMILY: of_a_house,
        Receiver.GUARDIAN: of_a_house,
        Receiver.CLERK: not of_a_house,
    }
    return Verdict.when(
        not wrong.get(receiver, False),
        f"受送达人是{PartyKind(party.kind).label}，不能由{receiver.label}签收。",
        citation=LAW,
        remedy="请由有权签收的人签收，或者改用其他送达方式。",
    )


def _is_of_age(party: CaseParty, receiver: Receiver, *, on: date | None) -> Verdict:
    """A child never takes a paper alone: below fourteen the guardian, below eighteen another of full age.

    Who is grown up and cannot tell what a paper means has a guardian, who takes it (民法典 §§21–23, §28).
    """
    age = minor_age(party, on)
    if age is None:
        return Verdict.when(
            not party.is_incapable or receiver == Receiver.GUARDIAN,
            f"受送达人不能辨认自己的行为，不能由{receiver.label}签收。",
            citation="民法典第二十一条至第二十三条；民事诉讼法第八十八条",
            remedy="请送达其监护人并由监护人签收。",
        )
    fits = receiver == Receiver.GUARDIAN if age < CHILDHOOD else receiver != Receiver.SELF
    return Verdict.when(
        fits,
        f"受送达人未满{CHILDHOOD if age < CHILDHOOD else MAJORITY}周岁，不能由{receiver.label}签收。",
        citation="民法典第十九条、第二十条、第二十三条；民事诉讼法第八十八条",
        remedy="请送达其监护人并由监护人签收。",
    )


def minor_age(party: CaseParty | None, on: date | None) -> int | None:
    """The age of a party below eighteen on the day; None for everybody else and where it is not known."""
    if party is None or party.kind != PartyKind.PERSON or party.born_on is None or on is None:
        return None
    age = age_on(party.born_on, on)
    return age if age < MAJORITY else None


def _was_named(proceeding: Proceeding, name: str, *, receiver: Receiver, on: date | None) -> Verdict:
    """Agent and substitute are whom the party has named before, in the confirmation of its address (民事诉讼法 §88)."""
    papers = queries.issued_for(proceeding, "service_address")
    named = {
        _plain(str(row.document.values.get("substitute") or ""))
        for row in papers
        if on is None or (row.issued_on is not None and row.issued_on <= on)
    }
    return Verdict.when(
        _plain(name) in named - {""},
        f"送达地址（方式）确认书没有写明由“{name}”作为{receiver.label}代收。",
        citation=LAW,
        remedy="请当事人先在确认书中写明代收人，或者送达当事人本人。",
    )


def is_no_officer(
    proceeding: Proceeding,
    names: str,
    *,
    said: str,
    citation: str = "民事诉讼法第八十八条、第八十九条",
    remedy: str = "请填写实际签收、见证的人；见证人应为基层组织、所在单位的代表，也可以以拍照、录像记录送达过程。",
    for_the_party: bool = False,
) -> Verdict:
    """Who serves does not receive, nor witness: 民事诉讼法 §89 wants people of the neighbourhood or the work unit.

    `for_the_party`: asked of who stands for the party, and may only bear the name of one of ours.
    """
    parts = _parts(names) - {""}
    staff = _staff(proceeding) if parts else set()  # nobody named: nobody to ask for
    staff -= _namesakes(proceeding.respondent) if for_the_party else set()
    found = [name for name in sorted(staff) if any(_tells(part, name) for part in parts)]
    return Verdict.when(
        not found, f"{'、'.join(found)}是本机关人员，不能作为{said}。", citation=citation, remedy=remedy
    )


def _staff(proceeding: Proceeding) -> set[str]:
    """Who serves in the authority, and who is on the case."""
    serving = organisation.names_of_staff(proceeding.case.authority.code)
    return serving | {row.officer.name for row in queries.assignments(proceeding.case)}


def _namesakes(party: CaseParty | None) -> set[str]:
    """Who stands for the party and only bears the name of one of ours, as was checked when he was registered."""
    return {party.representative, party.guardian} if party is not None and party.namesake_note else set()


def is_not_the_party(proceeding: Proceeding, name: str, *, said: str, citation: str) -> Verdict:
    """Who is served, or punished, does not vouch for it, nor does who stands for him."""
    party = proceeding.respondent
    known = {*party.names, party.representative, party.guardian} - {""} if party else set()
    own = {plain_number(one) for one in known}
    return Verdict.when(
        plain_number(name) not in own,
        f"{name}是当事人、其法定代表人或者监护人，不能作为{said}。",
        citation=citation,
        remedy="请填写与本案没有利害关系的人、机构。",
    )


def _parts(names: str) -> set[str]:
    """The names in a text, each as it stands and without what is put between its signs: 丁·文 博、丁-文博."""
    pieces = re.split(rf"[\s{BETWEEN_NAMES}]", names) + re.split(f"[{BETWEEN_NAMES}]", names)
    return {*re.split(IN_A_NAME, names), *(re.sub(IN_A_NAME, "", piece) for piece in pieces)}


def _tells(part: str, name: str) -> bool:
    """执法人员苏晓禾代领, 老苏晓禾: a whole name in what is longer; one of two signs is part of other people's names too."""
    held = len(name) > SHORT_NAME or len(part) > LONGEST_NAME
    return part == name or (held and name in part)


def _plain(name: str) -> str:
    return "".join(name.split())
