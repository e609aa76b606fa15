"""People of one name are told apart by their numbers, and by what was checked (行政处罚法 §29, §43)."""

import random
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sanzhi.cases.models import CaseParty, IdType, PartyKind
from sanzhi.cases.parties import is_same
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, refused

Reached = Callable[..., Story]
REGISTER = "cases.register_party"
PLACE = {"place": "当事人住所"}


def person(name: str, number: str, **more: Any) -> CaseParty:
    born = {"born_on": date(int(number[6:10]), int(number[10:12]), int(number[12:14]))} if number[14:] else {}
    fields = {"kind": PartyKind.PERSON, "id_type": IdType.RESIDENT, "id_number": number, **born, **more}
    return CaseParty(name=name, **fields)


def unit(name: str, code: str, kind: PartyKind = PartyKind.ORGANISATION) -> CaseParty:
    return CaseParty(kind=kind, name=name, credit_code=code, representative="丁一示")


A, B = "000000198503020014", "000000199001010025"
C, D = (people.credit_code(random.Random(seed), "91") for seed in (1, 2))
P, PASSPORT = "E12345678", IdType.PASSPORT


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (person("周示", A), person("周示", B), False),
        (person("周示", A), person("周示", ""), True),
        (person("周示", A), person("周试", A), True),
        (person("周示", A), person("周示", "E12345678", id_type=IdType.PASSPORT), True),
        (person("周示", A), person("周试", B), False),
        (person("周示", A), person("周示", P, id_type=PASSPORT, born_on=date(1985, 3, 2)), True),
        (person("周示", A), person("周示", P, id_type=PASSPORT, born_on=date(1991, 5, 6)), False),
        (
            person("周示", P, id_type=PASSPORT, born_on=date(1991, 5, 6)),
            person("周示", P, id_type=PASSPORT, born_on=date(1991, 5, 7)),
            True,
        ),
        (unit("演示商店", C), unit("演示商店", D), False),
        (unit("演示商店", C), unit("演示商店", f"{D[:-1]}{(int(D[-1], 36) + 1) % 10}"), True),
        (unit("演示商店", C), unit("演示商店", ""), True),
        (
            unit("一店", "92000000000000001X", PartyKind.INDIVIDUAL_BUSINESS),
            unit("二店", "92000000000000002X", PartyKind.INDIVIDUAL_BUSINESS),
            True,
        ),
    ],
)
def test_two_numbers_that_are_checked_tell_people_apart(one: CaseParty, other: CaseParty, same: bool) -> None:
    assert is_same(one, other) is same and is_same(other, one) is same


def test_a_namesake_is_another_respondent_of_the_case(reached: Reached) -> None:
    first, second = people.person(random.Random(1)), people.person(random.Random(7))
    story = reached(stop="report", party=first)
    other = done(story, "cases.add_respondent", reason="共同违法的另一人，与当事人同名。")
    unchecked = {**second, "name": first["name"], "id_type": "没有查明", "id_number": ""}
    assert "已是本案另一程序的当事人" in refused(story, REGISTER, **unchecked, proceeding=other.pk)
    done(story, REGISTER, **{**second, "name": first["name"]}, proceeding=other.pk)


def test_a_namesake_with_a_passport_is_told_apart_by_the_day_of_birth(reached: Reached) -> None:
    first = people.person(random.Random(1))
    story = reached(stop="report", party=first)
    known = story.proceeding.respondent
    assert known is not None and known.born_on is not None
    other = done(story, "cases.add_respondent", reason="共同违法的另一人，与当事人同名。")
    guest = {**first, "id_type": PASSPORT, "id_number": P, "born_on": known.born_on}
    said = refused(story, REGISTER, **guest, proceeding=other.pk)
    assert "已是本案另一程序的当事人" in said and "出生日期" in said and "行政处罚法第二十九条" in said
    done(story, REGISTER, **{**guest, "born_on": date(1991, 5, 6)}, proceeding=other.pk)


def test_a_director_may_bear_the_name_of_one_of_ours(reached: Reached) -> None:
    story = reached(stop="notice", party=people.organisation(random.Random(3)))
    name = story.bureau.officers["zhifa3"].name
    director = {**story.plan.party, "representative": name}
    said = refused(story, REGISTER, **director)
    assert f"{name}是本机关人员，不能作为当事人的法定代表人" in said and "只是同名的，写明核对情况" in said
    said = refused(story, REGISTER, **director, namesake_note="同名")
    assert "写明核对了什么证件" in said and "行政处罚法第四十条" in said
    note = {"namesake_note": "核对营业执照和法定代表人身份证，与本机关人员同名，不是同一人。"}
    assert "只在法定代表人、监护人与本机关人员同名时填写" in refused(
        story, REGISTER, **story.plan.party, **note
    )
    assert done(story, REGISTER, **director, **note).representative == name
    taken = {"served_on": clock.today(), "received_by": name, "relation": "法定代表人（负责人）"}
    served = {"document": story.paper("D29").pk, "method": "direct", "place": director["address"]}
    clerk = {**taken, "relation": "负责收件的人"}
    assert "不能作为签收人" in refused(story, "cases.serve_document", **served, **clerk)
    assert done(story, "cases.serve_document", **served, **taken).received_by == name
    left = {"document": story.paper("D29").pk, "method": "left", "served_on": clock.today(), **PLACE}
    said = refused(story, "cases.serve_document", **left, witness=name, note="当事人拒收。")
    assert f"{name}是本机关人员，不能作为见证人" in said and "其法定代表人或者监护人，不能作为见证人" in said
