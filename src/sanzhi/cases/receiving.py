"""Who may take a paper for the party, when a service is entered, and when an announcement may stand for it."""

from datetime import date

from django.db import models

from sanzhi.cases.models import CaseParty, PartyKind
from sanzhi.documents.models import ServiceMethod
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.deadline_rules import rule

LAW = "民事诉讼法第八十八条；河南省行政执法条例第三十一条"
AT_ONCE = {ServiceMethod.DIRECT, ServiceMethod.LEFT, ServiceMethod.ELECTRONIC}


class Receiver(models.TextChoices):
    """In what relation the receiver stands to the party (民事诉讼法 §88)."""

    SELF = "本人", "本人"
    FAMILY = "同住成年家属", "同住成年家属"
    REPRESENTATIVE = "法定代表人（负责人）", "法定代表人（负责人）"
    CLERK = "负责收件的人", "负责收件的人"
    AGENT = "代理人", "代理人"
    GUARDIAN = "监护人", "监护人"
    NAMED = "指定代收人", "指定代收人"


class Unreachable(models.TextChoices):
    """Why only an announcement is left (民事诉讼法 §95)."""

    MISSING = "missing", "受送达人下落不明"
    TRIED = "tried", "用其他方式无法送达"


def is_lawful_receiver(party: CaseParty | None, receiver: Receiver | None, *, name: str) -> Verdict:
    """The party by name, or somebody in a relation that the article names and that fits the party's kind."""
    if party is None or receiver is None:
        return Verdict.no("请选择签收人与受送达人的关系。", LAW)
    own = {
        Receiver.SELF: (party.name, party.representative)
        if party.kind == PartyKind.INDIVIDUAL_BUSINESS
        else (party.name,),
        Receiver.REPRESENTATIVE: (party.representative,),
        Receiver.GUARDIAN: (party.guardian,),
    }
    if receiver in own:
        known = {_plain(one) for one in own[receiver] if one}
        return Verdict.when(
            _plain(name) in known, f"签收人“{name}”不是{receiver.label}，请如实填写关系。", citation=LAW
        )
    of_a_house = party.kind == PartyKind.ORGANISATION
    wrong = {Receiver.FAMILY: of_a_house, Receiver.CLERK: not of_a_house}
    return Verdict.when(
        not wrong.get(receiver, False),
        f"受送达人是{PartyKind(party.kind).label}，不能由{receiver.label}签收。",
        citation=LAW,
        remedy="请由有权签收的人签收，或者改用其他送达方式。",
    )


def is_entered_in_time(method: ServiceMethod, served_on: date | None, *, today: date) -> Verdict:
    """What is handed over is written down then and there, not dated back (民事诉讼法 §87)."""
    if method not in AT_ONCE or served_on is None:
        return Verdict.yes()
    allowed = rule("service_entry", served_on).days
    return Verdict.when(
        (today - served_on).days <= allowed,
        f"送达应当当时记明，不能在{allowed}日以后倒填送达日期。",
        citation="民事诉讼法第八十七条",
        remedy="请重新送达并当时登记。",
    )


def is_last_resort(ground: Unreachable | None, *, attempts: list[str]) -> Verdict:
    """An announcement serves only who is missing or could not be reached otherwise, and the file says how (§95)."""
    law = "民事诉讼法第九十五条"
    if ground is None:
        return Verdict.no("公告送达限于下落不明或者其他方式无法送达，请选择事由。", law)
    return Verdict.when(
        ground == Unreachable.MISSING or len(attempts) >= 2,
        "以其他方式无法送达为由公告的，请写明至少两次送达的经过（上门、电话、邮寄退回等）。",
        citation=law,
    )


def _plain(name: str) -> str:
    return "".join(name.split())
