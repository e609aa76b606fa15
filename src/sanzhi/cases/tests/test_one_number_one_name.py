"""A number that is known under another name is asked for, wherever somebody is registered (行政处罚法 §29, §40)."""

import random
import re
from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.cases.queries import only_proceeding
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import desk, done, refused

Reached = Callable[..., Story]
REGISTER = "cases.register_party"
SAID = "相同，这里的名称却是"


def lead(story: Story, party: dict[str, Any]) -> dict[str, Any]:
    today = clock.today()
    seen = {
        "happened_on": today,
        "found_on": today,
        "place": "某路某号",
        "summary": "另一日又设置固定售货亭。",
    }
    return {
        "procedure": "penalty/ordinary",
        "cause_code": "C04",
        "source": "patrol",
        **seen,
        "party": party,
    }


@pytest.mark.parametrize("of", [people.person, people.individual_business, people.organisation])
def test_one_number_under_two_names(reached: Reached, of: Callable[[random.Random], dict[str, Any]]) -> None:
    known = of(random.Random(3))
    story = reached(stop="report", party=known)
    other = {**of(random.Random(8)), "id_number": known.get("id_number", "")}
    other["credit_code"] = known.get("credit_code", "")
    for field in ("born_on", "sex"):
        other.pop(field, None)
    said = refused(story, "cases.register_lead", **lead(story, other))
    assert SAID in said and f"“{known['name']}”" in said and "更正号码" in said and "改名" in said
    renamed = paper_of(known)
    vain: list[dict[str, str]] = [
        {"former_name": f"不是{known['name']}，是另外一个人。"},
        {"former_name": known["name"] * 3},
        {"former_name": "确系改名。"},
        {"former_name": ""},
    ]
    for change in vain:
        told = refused(story, "cases.register_lead", **lead(story, {**other, **renamed, **change}))
        assert SAID in told, change
    for change in ({"renamed_by": ""}, {"renamed_number": "。。。。"}, {"renamed_number": number_of(other)}):
        told = refused(story, "cases.register_lead", **lead(story, {**other, **renamed, **change}))
        assert "改名没有写明核对的证明及其编号" in told, change
    case = done(story, "cases.register_lead", **lead(story, {**other, **renamed}))
    party = only_proceeding(case).respondent
    assert party is not None and party.former_name == known["name"]
    assert party.renamed_number == renamed["renamed_number"]
    done(story, REGISTER, **{**other, **renamed, "phone": "13800001111"}, case=case.pk)


def paper_of(known: dict[str, Any]) -> dict[str, str]:
    by = "household" if known["kind"] == "person" else "registry"
    return {"former_name": known["name"], "renamed_by": by, "renamed_number": "变更证明2026第0012号"}


def number_of(party: dict[str, Any]) -> str:
    return str(party.get("id_number") or party["credit_code"])


def test_the_paper_fits_who_was_renamed(reached: Reached) -> None:
    known = people.person(random.Random(3))
    story = reached(stop="report", party=known)
    other = {**known, "name": "另名某", **paper_of(known)}
    told = refused(story, "cases.register_lead", **lead(story, {**other, "renamed_by": "registry"}))
    assert "自然人选户口登记机关的证明" in told
    done(story, "cases.register_lead", **lead(story, other))


def test_nobody_is_renamed_whose_number_is_not_known(reached: Reached) -> None:
    story = reached(stop="report", party=people.person(random.Random(3)))
    new = people.person(random.Random(8))
    told = refused(story, "cases.register_lead", **lead(story, {**new, **paper_of(story.plan.party)}))
    assert "没有改名可填" in told and "“改名证明的编号”请留空" in told
    done(story, "cases.register_lead", **lead(story, new))


def test_two_shops_of_one_owner_have_two_codes(reached: Reached) -> None:
    shop = {**people.individual_business(random.Random(3)), "trade_name": ""}
    story = reached(stop="report", party=shop)
    other = {**shop, "name": "舞钢市另一家小吃店（演示）"}
    told = refused(story, "cases.register_lead", **lead(story, other))
    assert SAID in told and f"“{shop['name']}”" in told
    fresh = people.individual_business(random.Random(8))["credit_code"]
    done(story, "cases.register_lead", **lead(story, {**other, "credit_code": fresh}))
    done(story, "cases.register_lead", **{**lead(story, {**other, **paper_of(shop)}), "place": "另一路"})
    bare = {**shop, "name": shop["representative"]}  # the owner's name, and no trade name
    done(story, "cases.register_lead", **{**lead(story, bare), "place": "第三路"})


def test_two_at_one_place_are_two_leads(reached: Reached) -> None:
    story = reached(stop="report", party=people.person(random.Random(3)))
    one, other = people.person(random.Random(8)), people.person(random.Random(9))
    done(story, "cases.register_lead", **lead(story, one))
    assert "内容完全相同的线索" in refused(story, "cases.register_lead", **lead(story, one))
    nobody = lead(story, one)
    nobody.pop("party")
    assert "内容完全相同的线索" in refused(story, "cases.register_lead", **nobody)
    done(story, "cases.register_lead", **lead(story, other))


def test_what_nobody_sees_is_not_kept(reached: Reached) -> None:
    """A null in a name is none on either database, nor half a sign in a paper."""
    story = reached(stop="report")
    strange = {**people.person(random.Random(8)), "name": "甲\x00乙"}
    case = done(story, "cases.register_lead", **{**lead(story, strange), "place": "某\x1f路\ud800"})
    party = only_proceeding(case).respondent
    assert party is not None and (party.name, case.place) == ("甲乙", "某路")
    paper = done(story, "cases.write_document", form="D10")
    rows = [{"question": "问\x00", "answer": "答\udfff"}]
    done(story, "cases.fill_document", document=paper.pk, values={"dialogue": rows})
    paper.refresh_from_db()
    assert paper.values["dialogue"] == [{"question": "问", "answer": "答"}]


def test_the_known_name_however_it_is_written_and_the_row_itself_are_no_other(reached: Reached) -> None:
    known = people.person(random.Random(3))
    story = reached(stop="report", party=known)
    same = {**known, "name": " ".join(known["name"])}
    again = only_proceeding(done(story, "cases.register_lead", **lead(story, same))).respondent
    assert again is not None and again.former_name == ""
    alone = people.person(random.Random(8))
    case = done(story, "cases.register_lead", **{**lead(story, alone), "place": "另一路"})
    done(story, REGISTER, **{**alone, "name": "更正某"}, case=case.pk)
    mended = only_proceeding(case).respondent
    assert mended is not None and (mended.name, mended.former_name) == ("更正某", "")


def test_a_business_of_an_owner_is_known_by_his_name(reached: Reached) -> None:
    owner = people.person(random.Random(3))
    story = reached(stop="report", party=owner)
    shop = {**people.individual_business(random.Random(8)), "id_number": owner["id_number"]}
    assert SAID in refused(story, "cases.register_lead", **lead(story, shop))
    done(story, "cases.register_lead", **lead(story, {**shop, "representative": owner["name"]}))


def test_the_page_tells_it_and_keeps_what_was_typed(reached: Reached) -> None:
    known = people.person(random.Random(3))
    story = reached(stop="report", party=known)
    typed = {**known, "name": "另名某"}
    sent = {**lead(story, {}), **typed}
    sent.pop("party")
    page = desk(story, "zhifa1").post("/office/cases/do/register_lead/", sent)
    text = page.content.decode()
    assert page.status_code == 409 and SAID in text and f"“{known['name']}”" in text
    assert 'value="另名某"' in text and 'name="former_name"' in text
    said = f'<strong class="wrong" role="alert">“证件号码”与本机关已登记的“{known["name"]}”相同'
    assert re.search('<a\\s+href="#id_id_number"\\s*>“证件号码”与', text) and said in text
    assert "当事人没有填写完整" not in text


def test_who_may_not_read_the_case_reads_no_name(reached: Reached) -> None:
    known = people.person(random.Random(3))
    story = reached(stop="report", party=known)
    other = lead(story, {**known, "name": "另名某"})
    assert f"“{known['name']}”" in refused(story, "cases.register_lead", **other)
    told = refused(story, "cases.register_lead", who="zhifa3", **other)
    assert SAID in told and f"“{known['name'][0]}某" in told and known["name"] not in told
    done(story, "cases.register_lead", who="zhifa3", **lead(story, {**other["party"], **paper_of(known)}))


def test_a_name_that_was_changed_is_not_asked_for_again(reached: Reached) -> None:
    known = people.person(random.Random(3))
    story = reached(stop="report", party=known)
    other = {**known, "name": "另名某"}
    assert SAID in refused(story, "cases.register_lead", **lead(story, other))
    done(story, "cases.register_lead", **lead(story, {**other, **paper_of(known)}))
    done(story, "cases.register_lead", **{**lead(story, other), "place": "另一路"})
    third = {**known, "name": "第三某"}
    assert SAID in refused(story, "cases.register_lead", **{**lead(story, third), "place": "第三路"})
