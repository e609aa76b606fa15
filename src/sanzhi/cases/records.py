"""What a record of the investigation says of its day and of who spoke, held against the case (行政处罚法 §42, §46, §55)."""

import re
from datetime import date
from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.fixed import PARTY_ITSELF
from sanzhi.cases.models import CaseParty, IdType, Paper, PartyKind, Proceeding
from sanzhi.cases.policies import is_in_the_case
from sanzhi.cases.receiving import is_no_officer, is_not_the_party
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.identity import check_identity_number, reads_as_resident
from sanzhi.law.receipts import plain_number

LAW = "行政处罚法第四十六条、第五十五条"
OF_BIRTH = "born_on"
# who is named in a record and is none of ours, by the name of the field
OTHERS = frozenset({"witness", "interviewee", "speaker", "provider", "substitute"})
FOR_THE_PARTY = frozenset({"interviewee", "speaker", "provider"})
WITNESS = "witness"
OUTSIDE = frozenset({"证人", "其他"})
SHORTEST_NUMBER = 6  # signs of a passport, a permit: 建议


def record_is_true(paper: Paper) -> Verdict:
    """A paper that records what was seen or said: on a day of this case, by people who are not ours."""
    form = documents.form(paper.form)
    typed = [field for field in form.fields if not field.fixed]
    if form.nature != "evidence" and form.purpose != "service_address":
        return Verdict.yes()
    values, on = paper.document.values, paper.proceeding
    verdict, first = Verdict.yes(), _first_day(on, values)
    for field in typed:
        value = str(values.get(field.name) or "")
        if field.type in {"date", "datetime"} and field.name != OF_BIRTH and value:
            verdict &= is_in_the_case(date.fromisoformat(value[:10]), first, label=field.label)
        elif field.name in OTHERS:
            verdict &= is_no_officer(
                on,
                value,
                said=field.label,
                citation="行政处罚法第四十二条、第四十六条、第五十五条",
                remedy="请填写实际在场、陈述的人；本机关人员写在执法人员、记录人栏。",
                for_the_party=field.name in FOR_THE_PARTY,
            )
            verdict &= _vouches(on, value) if field.name == WITNESS else Verdict.yes()
    return verdict & _speaks_for_itself(on, values)


def _vouches(proceeding: Proceeding, names: str) -> Verdict:
    """Who did not come is not who saw it: each of the witnesses is another than the party."""
    verdict = Verdict.yes()
    for name in filter(None, re.split("[、，,;；]", names)):
        verdict &= is_not_the_party(proceeding, name, said="见证人", citation="行政处罚法第五十五条")
    return verdict


def _first_day(proceeding: Proceeding, values: dict[str, Any]) -> date:
    """The day of the lead, or on which the last of the officers who are named was assigned."""
    named = {row.get("name") for row in values.get("officers") or []}
    rows = queries.assignments(proceeding.case)
    assigned = [row.assigned_on for row in rows if row.officer.name in named]
    return max([proceeding.case.registered_on, *assigned])


def _speaks_for_itself(proceeding: Proceeding, values: dict[str, Any]) -> Verdict:
    """Whoever is asked as the party is the party, or who stands for it by law; his number is that of the party."""
    party, name = proceeding.respondent, str(values.get("interviewee") or "")
    if not name:
        return Verdict.yes()
    number = plain_number(str(values.get("id_number") or ""))
    verdict = Verdict.when(
        _is_a_number(number) or number == IdType.UNKNOWN,
        f"“{number}”不是有效的证件号码。",
        citation=LAW,
        remedy="请按被询问人的身份证件填写。",
    )
    if party is None:
        return verdict
    is_person = party.kind == PartyKind.PERSON  # who trades under a name may be asked as who works there
    if values.get("relation") != PARTY_ITSELF:
        return verdict & Verdict.when(
            name not in party.names or not (is_person or values.get("relation") in OUTSIDE),
            f"被询问人“{name}”是本案当事人，与本案关系不能是“{values.get('relation') or ''}”。",
            citation=LAW,
            remedy="请填写实际被询问的人；询问当事人的，与本案关系选“当事人”。",
        )
    known = party.names | ({party.representative, party.guardian} - {""})
    return (
        verdict
        & Verdict.when(
            name in known,
            f"被询问人“{name}”不是本案当事人。",
            citation=LAW,
            remedy="请如实选择被询问人与本案的关系；询问当事人的，填写其姓名。",
        )
        & Verdict.when(
            not _is_the_person(party, name) or number == plain_number(party.id_number),
            f"证件号码与登记的当事人{name}的号码不同。",
            citation=LAW,
            remedy="请核对证件；登记有误的，先更正当事人登记。",
        )
    )


def _is_the_person(party: CaseParty, name: str) -> bool:
    return party.kind == PartyKind.PERSON and name == party.name and bool(party.id_number)


def _is_a_number(number: str) -> bool:
    if reads_as_resident(number):
        return not isinstance(check_identity_number(number, on=clock.today()), str)
    return len(number) >= SHORTEST_NUMBER and any(sign.isdigit() for sign in number)
