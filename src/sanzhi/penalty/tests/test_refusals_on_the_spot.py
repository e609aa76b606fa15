"""The simplified procedure: its limits, its rights, its two officers; each refusal beside the lawful penalty."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from sanzhi.cases.queries import papers
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.identity import check_digit
from tests.stories import done, refused

Reached = Callable[..., Story]
SPOT = {"procedure": "penalty/simplified", "cause": "C56", "stop": "on_the_spot"}
RIGHT = {
    "fine": 200,
    "correction": "责令立即改正。",
    "reason": "初次违法，能够配合调查。",
    "rights_told": True,
    "conduct": "在路灯杆上悬挂商业横幅一条。",
    "gains": 0,
    "gains_note": "当场询问，没有违法所得。",
}
PENALISE = "penalty.penalise_on_the_spot"


@pytest.mark.parametrize(
    ("changed", "said", "article"),
    [
        ({"fine": None}, "请填写警告或者罚款", "行政处罚法第五十一条"),
        ({"rights_told": False}, "当场处罚前应当告知", "行政处罚法第四十四条"),
        ({"plea_text": "请求从轻。"}, "请填写复核意见", "行政处罚法第四十五条"),
        ({"gains": None}, "尚未查明当事人有无违法所得", "行政处罚法第二十八条第二款"),
        ({"gains_note": ""}, "尚未查明当事人有无违法所得", "行政处罚法第二十八条第二款"),
        ({"gains": 1}, "应当没收，不能当场处罚", "行政处罚法第二十八条第二款、第五十一条"),
        ({"fine": 19}, "不在裁量基准的任何档次之内", "行政处罚法第三十四条"),
        ({"lighter": "行政处罚法第三十条"}, "不是已满十四周岁不满十八周岁的人", "行政处罚法第三十条"),
        ({"fine": "200.01"}, "超过当场处罚的限额200元", "行政处罚法第五十一条"),
    ],
)
def test_a_penalty_on_the_spot(reached: Reached, changed: dict[str, Any], said: str, article: str) -> None:
    story = reached(**SPOT)
    told = refused(story, PENALISE, **{**RIGHT, **changed})
    assert said in told and article in told
    assert "您不是本案承办人" in refused(story, PENALISE, who="duizhang1", **RIGHT)
    assert done(story, PENALISE, **RIGHT).is_simplified
    told = refused(story, PENALISE, **RIGHT)
    assert "本案已经当场作出处罚决定" in told and "行政处罚法第二十九条" in told


@pytest.mark.parametrize(
    "lawful",
    [
        {"plea_text": "请求从轻。", "plea_answer": "经复核，没有提供证明。"},
        {"fine": 20},
    ],
)
def test_lawful_penalties_on_the_spot(reached: Reached, lawful: dict[str, Any]) -> None:
    story = reached(**SPOT)
    decision = done(story, PENALISE, **{**RIGHT, **lawful})
    (paper,) = (row for row in papers(story.proceeding) if row.form == "D43")
    assert (decision.document_id, paper.is_issued) == (paper.document_id, True)


def test_organisations_up_to_three_thousand(reached: Reached) -> None:
    story = reached(**SPOT, party=people.organisation(random.Random(5)))
    assert "超过当场处罚的限额3000元" in refused(story, PENALISE, **{**RIGHT, "fine": "3000.01"})
    assert done(story, PENALISE, **{**RIGHT, "fine": 3000}).weight.fine == 3000


def test_the_range_of_the_cause_holds_on_the_spot_too(reached: Reached) -> None:
    story = reached(**{**SPOT, "cause": "C50-4"})
    assert "低于法定下限50" in refused(story, PENALISE, **{**RIGHT, "fine": 49})
    done(story, PENALISE, **{**RIGHT, "fine": 50})


@pytest.mark.parametrize("cause", ["C01", "C08", "C10"])
def test_who_must_first_be_ordered_to_correct_is_not_fined_on_the_spot(reached: Reached, cause: str) -> None:
    story = reached(**{**SPOT, "cause": cause})
    said = refused(story, PENALISE, **{**RIGHT, "fine": 200})
    assert "应当先责令改正，逾期不改正的才处罚，不能当场处罚" in said and "请转为普通程序" in said
    done(story, "penalty.turn_to_ordinary", reason="当事人拒不改正，需要责令改正并复查。")


def test_one_officer_does_not_penalise_on_the_spot(reached: Reached) -> None:
    story = reached(**SPOT)
    ids = [story.bureau.officers[name].pk for name in ("zhifa1", "zhifa2")]
    done(story, "cases.assign_officers", who="duizhang1", officers=ids[:1])
    told = refused(story, PENALISE, **RIGHT)
    assert "执法人员不得少于2人" in told and "行政处罚法第四十二条" in told
    done(story, "cases.assign_officers", who="duizhang1", officers=ids)
    done(story, PENALISE, **RIGHT)


def test_the_ordinary_procedure_does_not_end_on_the_spot(reached: Reached) -> None:
    told = refused(reached(stop="investigation"), PENALISE, **RIGHT)
    assert "案件现处“调查取证”环节，此时不能这样办理" in told


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"happened_on": date(2024, 8, 31)}, "超过二年追责时效"),
        ({"born_on": date(2012, 9, 1)}, "不满十四周岁"),
        ({}, ""),
    ],
)
def test_limitation_and_age_hold_on_the_spot(reached: Reached, changed: dict[str, Any], said: str) -> None:
    story = reached(**SPOT)
    lead = {
        "procedure": "penalty/simplified",
        "cause_code": "C56",
        "source": "patrol",
        "happened_on": changed.get("happened_on", date(2026, 9, 1)),
        "found_on": date(2026, 9, 1),
        "place": "某路某号",
        "summary": "占用道路堆放杂物。",
    }
    story.case_id = done(story, "cases.register_lead", **lead).pk
    assert "尚未登记当事人。（依据：行政处罚法第五十二条）" in refused(story, PENALISE, **RIGHT)
    body = f"000000{changed.get('born_on', date(1990, 1, 1)):%Y%m%d}001"
    party = {"kind": "person", "name": "李某", "id_number": body + check_digit(body), "address": "某处"}
    done(story, "cases.register_party", **party)
    ids = [story.bureau.officers[name].pk for name in ("zhifa1", "zhifa2")]
    done(story, "cases.assign_officers", who="duizhang1", officers=ids)
    assert "尚未登记任何证据" in refused(story, PENALISE, **RIGHT)
    done(story, "cases.add_evidence", kind="audio_visual", name="现场照片", proves="违法行为的现场状态")
    if said:
        assert said in refused(story, PENALISE, **RIGHT)
    else:
        clock.advance(timedelta(days=1))
        assert "不是当场发现、当场查清的" in refused(story, PENALISE, **RIGHT)
        clock.advance(-timedelta(days=1))
        done(story, PENALISE, **RIGHT)


def test_the_step_ends_with_the_penalty_and_its_film(reached: Reached) -> None:
    story = reached(**SPOT)
    told = refused(story, "cases.complete_step")
    for words in ("尚未作出当场处罚决定", "没有音像记录", "缺少《"):
        assert words in told
    done(story, PENALISE, **RIGHT)
    told = refused(story, "cases.complete_step")
    assert "没有音像记录" in told and "缺少《" not in told
    story._film("on_the_spot_penalty")
    assert "《当场行政处罚决定书》尚未送达" in refused(story, "cases.complete_step")
    story._serve_decision()
    assert done(story, "cases.complete_step").step == "filing_report"
    assert "缺少《" in refused(story, "cases.complete_step")
    story.paper("D44")
    assert done(story, "cases.complete_step").step == "performance"
    assert "罚款尚有200元未缴纳" in refused(story, "cases.complete_step")


@pytest.mark.parametrize(("conduct", "version"), [(RIGHT["conduct"], 1), ("在路灯杆上悬挂商业横幅两条。", 2)])
def test_two_who_did_it_together_are_penalised_one_after_the_other(
    reached: Reached, conduct: str, version: int
) -> None:
    """What was found of the one is found of the other; only what differs is found anew."""
    story = reached(**SPOT)
    first = story.proceeding.pk
    other = done(story, "cases.add_respondent", reason="两人共同悬挂横幅，另一人也在现场。").pk
    done(story, "cases.register_party", proceeding=other, **people.person(random.Random(9)))
    done(story, PENALISE, proceeding=first, **RIGHT)
    second = {**RIGHT, "conduct": conduct, "proceeding": other}
    assert "当场处罚前应当告知" in refused(story, PENALISE, **{**second, "rights_told": False})
    assert done(story, PENALISE, **second).is_simplified
    assert "本案已经当场作出处罚决定" in refused(story, PENALISE, **second)
    assert story.case.findings.count() == version
