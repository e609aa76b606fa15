"""Two cases that belong together are investigated together, decided apart, and parted again when they should be."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases import board, queries
from sanzhi.cases.joinders import usable_evidence
from sanzhi.cases.models import Joinder, Proceeding
from sanzhi.demo import people
from sanzhi.demo.levying import FeePlan, LevyStory
from sanzhi.demo.licences import LicenceStory
from sanzhi.demo.media import record
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.errors import NotVisible
from sanzhi.law.days import chinese_date
from sanzhi.ledger.models import Entry
from tests.stories import FOUND, case_page, desk, done, established, refused, seen, stall, told

Reached = Callable[..., Story]
JOIN, SEVER = "cases.join_case", "cases.sever_case"
WHY = "两处售货亭由同一人设置，进货、收款单据混在一起，需要一并核对。"
PARTS = "本案事实已经查清，另案还要鉴定，分开办理以免延误。"
OTHER = people.person(random.Random(9))
SECOND: dict[str, Any] = {"officers": ("zhifa3", "zhifa4"), "leader": "duizhang2"}


def another(story: Story, **changes: Any) -> Story:
    """One more case of the bureau, walked as far as its plan says."""
    place = {"place": "舞钢市演示大道99号门前", "stop": "investigation"}
    other = Story(story.bureau, stall(**{**place, **changes}))
    other.tell()
    return other


def join(one: Story, other: Story, *, who: str = "juzhang", ground: str = "same_party") -> Joinder:
    row: Joinder = done(one, JOIN, who=who, joined_case=other.case_id, ground=ground, reason=WHY)
    return row


def why_not(one: Story, other: Story, *, who: str = "juzhang", ground: str = "same_party") -> str:
    return refused(one, JOIN, who=who, joined_case=other.case_id, ground=ground, reason=WHY)


@pytest.fixture
def first(reached: Reached) -> Story:
    return reached(stop="report")


def crew(story: Story) -> list[str]:
    return sorted(story.crew)


def events(story: Story) -> list[str]:
    rows = Entry.objects.filter(subject_kind="cases.case", subject_id=str(story.case_id))
    return [row.event for row in rows]


def joined_text(story: Story) -> Any:
    return board.facts_of(story.proceeding, ["case.joined_text"])["case"]["joined_text"]


def test_both_are_investigated_by_the_officers_of_both(first: Story) -> None:
    second = another(first, **SECOND)
    join(first, second)
    assert crew(first) == crew(second) == ["zhifa1", "zhifa2", "zhifa3", "zhifa4"]
    for story, other in ((first, second), (second, first)):
        assert "cases.cases_joined" in events(story) and "cases.officers_assigned" in events(story)
        assert told(case_page(story), f"与{other.case.number}并案", "同一当事人", WHY)
        assert told(case_page(story, who="zhifa4"), f"与{other.case.number}并案")
        line = desk(story, "juzhang").get(f"/office/cases/{story.case_id}/timeline/").content.decode()
        assert f"与{other.case.number}并案（同一当事人）" in line


def test_what_one_has_gathered_proves_something_in_the_other(first: Story) -> None:
    second = another(first)
    photo = seen(second)
    found = {"evidence": [*proved(first), photo.pk]}
    said = refused(first, "cases.establish_facts", **_found(first) | found)
    assert "请选择证明以上事实的证据" in said
    join(first, second)
    assert f"取自并案的{second.case.number}" in case_page(first, act="establish_facts", who="zhifa1")
    established(first, **found)
    named = f"发现现场的照片（取自并案的{second.case.number}）"
    assert named in board.facts_of(first.proceeding, ["case.evidence_text"])["case"]["evidence_text"]
    page = desk(first, "zhifa1").get(f"/office/cases/{first.case_id}/evidence/").content.decode()
    assert told(page, named)
    assert photo in queries.proofs(first.proceeding)
    assert photo not in queries.evidence(first.case)


def proved(story: Story) -> list[int]:
    """On which evidence the finding of the story's case rests."""
    finding = story.proceeding.finding
    assert finding is not None  # the story has come so far
    return list(finding.evidence)


def _found(story: Story) -> dict[str, Any]:
    return {name: getattr(story.proceeding.finding, name) for name in FOUND}


def test_electronic_data_of_the_other_need_their_record_there(first: Story) -> None:
    second = another(first)
    data: dict[str, Any] = {"kind": "electronic", "name": "收款账本截图", "proves": "经营的时间"}
    taken = done(second, "cases.add_evidence", **data)
    join(first, second)
    established(first, evidence=[*proved(first), taken.pk])
    said = refused(first, "cases.complete_step", step="report")
    assert "电子数据“收款账本截图”没有《电子数据提取笔录》" in said


def test_the_papers_say_that_they_were_investigated_together(first: Story) -> None:
    second = another(first)
    assert joined_text(first) is None
    join(first, second)
    number = second.case.number
    said = f"起与{number}并案调查，分别裁量、分别决定。"
    assert said in joined_text(first) and WHY not in joined_text(first)
    first._propose()
    assert said in first.paper("D27").values["joined"]


@pytest.mark.parametrize("who", ["zhifa1", "fazhi", "jiandu"])
def test_who_leads_neither_joins_nothing(first: Story, who: str) -> None:
    assert "这项工作由中队长、机关负责人办理" in why_not(first, another(first), who=who)


def test_who_handles_one_of_them_joins_neither(first: Story) -> None:
    second = another(first)
    ids = [first.bureau.officers[name].pk for name in ("zhifa1", "zhifa2", "duizhang1")]
    done(second, "cases.assign_officers", who="juzhang", officers=ids)
    said = why_not(first, second, who="duizhang1")
    assert f"{second.case.number}：您承办过本案" in said and "行政处罚法第五十七条" in said
    join(first, second)
    assert "duizhang1" in crew(first)


def test_cases_of_two_squads_are_joined_by_the_head(first: Story) -> None:
    second = another(first, **SECOND)
    assert f"{second.case.number}由其他中队办理" in why_not(first, second, who="duizhang1")
    join(first, second, who="juzhang")


def test_a_leader_who_joined_them_handles_neither(first: Story) -> None:
    second = another(first)
    join(first, second, who="duizhang1")
    ids = [first.bureau.officers[name].pk for name in ("zhifa1", "zhifa2", "duizhang1")]
    for story in (first, second):
        said = refused(story, "cases.assign_officers", who="juzhang", officers=ids)
        assert "审核、审批过本案" in said


def test_what_is_said_of_them_must_be_so(first: Story) -> None:
    same, other = another(first), another(first, party=OTHER)
    assert "登记的当事人不是同一人" in why_not(first, other, ground="same_party")
    assert "没有登记不同的当事人" in why_not(first, same, ground="one_act")
    join(first, other, ground="one_act")
    assert "同一行为的不同当事人" in case_page(first) and OTHER["name"] not in joined_text(first)


def test_of_one_scene_are_cases_of_one_day(first: Story) -> None:
    day = first.case.happened_on
    same = another(first, party=OTHER, found_on=day)
    other = another(first, party=OTHER, found_on=day - timedelta(days=1))
    assert f"{first.case.number}与{other.case.number}不是同一日发生的" in why_not(
        first, other, ground="one_scene"
    )
    join(first, same, ground="one_scene")


def test_no_case_is_joined_with_itself_or_twice(first: Story) -> None:
    second = another(first)
    assert "本案不能与自己并案" in why_not(first, first)
    join(first, second)
    for one, other in ((first, second), (second, first)):
        assert f"本案与{other.case.number}已经并案" in why_not(one, other)


def test_only_what_is_under_way_and_of_one_kind_is_joined(first: Story) -> None:
    decided = another(first, stop="service", party=people.person(random.Random(8)))
    assert f"{decided.case.number}已经作出决定" in why_not(first, decided)
    closed = another(first, stop="", party=OTHER)
    assert f"{closed.case.number}已经作出决定、终止或者结案" in why_not(first, closed, ground="one_act")
    assert "本案已经作出决定" in why_not(decided, first)
    assert "已经结案" in why_not(closed, first)


def test_who_had_to_stand_back_from_one_does_not_come_in_by_the_other(first: Story) -> None:
    second = another(first, **SECOND)
    _stands_back(first, "zhifa3")
    said = why_not(first, second)
    assert f"{first.case.number}：已经决定" in said and "请先更换承办人" in said
    assert not Joinder.objects.exists() and crew(first) == ["zhifa1", "zhifa2"]
    ids = [first.bureau.officers[name].pk for name in ("zhifa4", "zhifa5")]
    done(second, "cases.assign_officers", who="juzhang", officers=ids)
    join(first, second)
    assert crew(first) == ["zhifa1", "zhifa2", "zhifa4", "zhifa5"]


def _stands_back(story: Story, name: str) -> None:
    of = story.bureau.officers[name].pk
    done(story, "cases.ask_recusal", of=of, asked_by="party", reason="与当事人有直接利害关系。")
    answer = {"of": of, "is_granted": True, "answer": "情况属实，应当回避。"}
    done(story, "cases.decide_recusal", who="juzhang", **answer)


def test_who_stands_back_from_one_of_them_has_no_part_in_the_other(first: Story) -> None:
    second = another(first, **SECOND)
    join(first, second)
    _stands_back(first, "zhifa3")
    assert crew(first) == ["zhifa1", "zhifa2", "zhifa4"] == crew(second)
    assert "已经决定您回避" in refused(second, "cases.write_document", who="zhifa3", form="D08")
    everybody = [row.pk for name, row in first.bureau.officers.items() if name in {"zhifa3", "zhifa4"}]
    back = {"who": "juzhang", "officers": everybody}
    assert "不能再作为本案承办人" in refused(second, "cases.assign_officers", **back)
    done(second, SEVER, who="juzhang", reason=PARTS)
    done(second, "cases.assign_officers", **back)


def test_a_third_case_is_joined_with_both(first: Story) -> None:
    second, third, stranger = another(first), another(first), another(first, party=OTHER)
    join(first, second)
    assert "登记的当事人不是同一人" in why_not(second, stranger)
    join(second, third)
    for story, others in ((first, (second, third)), (second, (first, third)), (third, (first, second))):
        numbers = {row.other.number for row in story.case.joinders.filter(severed_on=None)}
        assert numbers == {row.case.number for row in others}
    assert f"本案与{third.case.number}已经并案" in why_not(first, third)
    done(second, SEVER, who="juzhang", reason=PARTS)
    left = Joinder.objects.filter(severed_on=None)
    assert {(row.case_id, row.other_id) for row in left} == {
        (first.case_id, third.case_id),
        (third.case_id, first.case_id),
    }


def test_what_was_gathered_together_stays_usable_and_nothing_else(first: Story) -> None:
    second = another(first)
    photo = seen(second)
    assert "没有与正在办理的案件并案" in refused(first, SEVER, who="juzhang", reason=PARTS)
    join(first, second)
    assert "由中队长、机关负责人办理" in refused(first, SEVER, reason=PARTS)
    before = crew(second)
    done(first, SEVER, who="juzhang", reason=PARTS)
    assert crew(second) == before
    later = done(second, "cases.add_evidence", kind="testimony", name="邻铺证言", proves="设置的时间")
    usable = usable_evidence(first.case)
    assert photo in usable and later not in usable
    own = proved(first)
    said = refused(first, "cases.establish_facts", **_found(first) | {"evidence": [*own, later.pk]})
    assert "请选择证明以上事实的证据" in said
    established(first, evidence=[*own, photo.pk])
    assert f"并案调查，{chinese_date(clock.today())}分案" in joined_text(first)
    assert told(case_page(second), "分案", PARTS) and "cases.cases_severed" in events(second)
    assert "没有与正在办理的案件并案" in refused(second, SEVER, who="juzhang", reason=PARTS)
    join(second, first)


def test_the_one_goes_on_when_the_other_is_decided(first: Story) -> None:
    second = another(first, stop="decision_approved", party=OTHER)
    join(first, second, ground="one_act")
    said = refused(second, "penalty.decide_penalty", who="juzhang")
    assert "签批以后案情有变化，负责人没有看到" in said
    second.paper("D40")
    decision = done(second, "penalty.decide_penalty", who="juzhang")
    paper = next(row for row in queries.papers(second.proceeding) if row.document_id == decision.document_id)
    assert f"与{first.case.number}并案调查" in paper.document.values["joined"]
    assert "各案自行办理，不必分案" in refused(first, SEVER, who="juzhang", reason=PARTS)
    assert "已经作出决定" in refused(second, SEVER, who="juzhang", reason=PARTS)
    assert second.case.number in joined_text(first)
    third = another(first)
    join(first, third)
    assert not Joinder.objects.filter(case=third.case, other=second.case).exists()


def test_a_case_of_another_authority_does_not_exist_here(first: Story) -> None:
    with pytest.raises(NotVisible):
        done(first, JOIN, who="juzhang", joined_case=999_983, ground="same_party", reason=WHY)


def test_the_form_offers_numbers_and_causes_alone(first: Story) -> None:
    second = another(first, party=OTHER, **SECOND)
    form = case_page(first, act="join_case", who="duizhang1")
    assert told(form, second.case.number, second.proceeding.cause) and OTHER["name"] not in form


def levied(story: Story, number: int, **changes: Any) -> LevyStory:
    """A levy on the party of the story, begun and not assessed."""
    plan = FeePlan(
        story.plan.party, f"舞钢市演示大道{number}号门前", stop="assessment", record=record, **changes
    )
    levy = LevyStory(story.bureau, plan)
    levy.tell()
    return levy


def test_a_levy_is_joined_with_a_levy(first: Story) -> None:
    one, other = levied(first, 1), levied(first, 2, **SECOND)
    said = refused(first, JOIN, who="juzhang", joined_case=one.case_id, ground="same_party", reason=WHY)
    assert f"{first.case.number}与{one.case.number}不是同一种行政执法" in said
    measured = queries.evidence(other.case)[0]
    chosen = {"evidence": [measured.pk], "item": one.plan.item, "quantity": 6, "from_on": clock.today()}
    order = {**chosen, "to_on": clock.today() + timedelta(days=29), "reason": "占用面积经现场勘验。"}
    assert "所选的证据不是本案的" in refused(one, "levy.assess_levy", **order)
    done(one, JOIN, who="juzhang", joined_case=other.case_id, ground="same_party", reason=WHY)
    done(one, "levy.assess_levy", **order)
    facts = board.facts_of(one.proceeding, ["levy.proofs", "case.joined_text"])
    assert f"（取自并案的{other.case.number}）" in facts["levy"]["proofs"]
    assert f"与{other.case.number}并案调查" in facts["case"]["joined_text"]


def test_what_serves_another_goes_with_it(reached: Reached) -> None:
    hauler = {"cause": "C25-F", "party": people.organisation(random.Random(1)), "fine": 5000}
    story = reached(stop="report", aside=("seizure",), **hauler)
    served = Proceeding.objects.get(case=story.case_id, main__isnull=False)
    place = {"who": "juzhang", "proceeding": served.pk}
    other = {"joined_case": another(story).case_id, "ground": "one_act", "reason": WHY}
    assert "本程序服务于另一程序" in refused(story, JOIN, **place, **other)
    assert "本程序服务于另一程序" in refused(story, SEVER, **place, reason=PARTS)


def test_each_application_is_examined_by_itself(applied: Callable[..., LicenceStory]) -> None:
    asked = applied(stop="accepted")
    other = {"joined_case": asked.case_id, "ground": "same_party", "reason": WHY}
    assert "程序不这样办理" in refused(asked, JOIN, who="juzhang", **other)
