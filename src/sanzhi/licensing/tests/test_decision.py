"""What is not decided, and what is not over before it has reached the applicant (行政许可法 §38, §44, §78)."""

import random
from datetime import timedelta
from typing import Any

from sanzhi.catalogues import queries as catalogues
from sanzhi.demo import people
from sanzhi.demo.licences import ANSWERS, FOUND, LicenceStory, digging
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from sanzhi.licensing.commands import TakeApplication, take_application
from sanzhi.licensing.models import DeclinedFor
from tests.licences import Applied
from tests.stories import done, refused


def beside(story: LicenceStory, **changes: Any) -> LicenceStory:
    """Another application for the same item, as far as its examination."""
    other = LicenceStory(story.bureau, digging(random.Random(7), **changes))
    other.plan.stop = "licence_decision"
    other.tell()
    return other


def test_two_for_one_place(applied: Applied) -> None:
    """Both were accepted while the place was free: the first that is granted has it (行政许可法 §57)."""
    first = applied(stop="examined")
    second = beside(first, place=first.plan.place, party=people.organisation(random.Random(8)))
    first.plan.stop = ""
    first.go()
    for days in first.told(("hearing_of_licence", "proposal", "licence_decision")):
        clock.advance(timedelta(days=days))
    assert "同一地点在这段时间已有有效的许可" in refused(second, "licensing.decide_licence", who="juzhang")


def test_its_step_is_not_left_without_it(applied: Applied) -> None:
    story = applied(stop="licence_decision")
    assert "环节还没有作出决定" in refused(story, "cases.complete_step", who="juzhang")


def test_who_was_banned_meanwhile(applied: Applied) -> None:
    story = applied(stop="application")
    other = beside(story, place="舞钢市演示大道9号门前", party=story.plan.party)
    why = "提交的规划批准文件经核实系伪造，依法不予受理。"
    done(story, "licensing.decline_application", ground=DeclinedFor.FALSE, reason=why)
    assert "以前不得再次申请本事项" in refused(other, "licensing.decide_licence", who="juzhang")


def test_who_was_refused_for_a_lie_is_banned(applied: Applied) -> None:
    story = applied(is_fit=False, was_false=True)
    assert story.proceeding.ban.until > clock.today()


def test_what_was_found_unfit_meanwhile(applied: Applied) -> None:
    story = applied(stop="licence_decision")
    done(story, "cases.send_back", who="juzhang", reason="请再核对交通疏导方案。")
    done(story, "cases.send_back", who="duizhang1", reason="退回审查，重新核查。")
    story.plan.is_fit = False
    story.look()
    said = refused(story, "licensing.decide_licence", who="juzhang")
    assert "核查认为不符合法定条件，不能准予" in said


def test_the_certificate_is_handed_over(applied: Applied) -> None:
    story = applied(stop="delivery")
    decision = story.proceeding.decision.document_id
    assert decision is not None
    story.serve_paper(decision)
    assert "许可证件尚未颁发、送达" in refused(story, "cases.complete_step")
    told = {"name": "韩守望", "contact": "13800000001", "interest": "位置在其店铺门前。"}
    assert "已经作出决定" in refused(story, "licensing.tell_interested", **told)


def test_acts_out_of_their_order(applied: Applied) -> None:
    story = applied(stop="application")
    seen = {"examined_on": clock.today(), "found": FOUND, "fits": True, "is_on_site": True}
    assert "申请尚未受理" in refused(story, "licensing.examine", **seen)
    assert "没有待决定的" in refused(
        story, "licensing.forgo_ending", who="juzhang", reason="没有终止的必要，不再办理。"
    )
    assert "没有待决定的" in refused(story, "licensing.propose_ending", reason="没有终止的必要，不再办理。")


def test_nobody_asked_to_be_heard(applied: Applied) -> None:
    story = applied(stop="examined")
    story.tell_rights()
    day = clock.today() + timedelta(days=14)
    place = {"place": "本机关三楼听证室", "chair": story.bureau.officers["fazhi2"].pk}
    assert "没有人申请听证" in refused(story, "licensing.set_hearing", held_on=day, **place)


def test_an_older_page_judges_nothing(applied: Applied) -> None:
    story = applied(stop="licence_decision")
    assert "修改过" in refused(story, "licensing.decide_licence", who="juzhang", seen="0" * 64)


def test_it_ends_lawfully_from_every_step(applied: Applied) -> None:
    """The applicant takes it back wherever it is undecided."""
    for stop in ("application", "examined", "proposal", "licence_decision"):
        story = applied(
            stop=stop, party=people.organisation(random.Random(len(stop))), place=f"舞钢市{stop}路1号"
        )
        done(story, "licensing.withdraw_application", asked_on=clock.today(), proof="书面申请")
        done(story, "cases.close_case", who="duizhang1", kind="withdrawn", reason="申请人撤回。")
        assert story.case.closed_on


def test_the_window_takes_any_item(applied: Applied) -> None:
    """Each of the twelve can be applied for with the answers that its fields ask."""
    story = applied(stop="application")
    for number, item in enumerate(_items(story)):
        lines = [f"{row.label}：{(row.choices or ('3',))[0]}" for row in item.fields]
        kind = {"法人或者其他组织": people.organisation, "自然人": people.person}
        who = next(make for label, make in kind.items() if label in item.applicants)
        order = {
            **who(random.Random(number + 20)),
            "item": item.code,
            "place": f"舞钢市演示路{number}号",
            "content": "按申请材料所写的内容申请。",
            "starts_on": clock.today(),
            "ends_on": clock.today() + timedelta(days=20),
            "answers": "\n".join(lines),
            "handed": list(item.needed),
            "received_on": clock.today(),
        }
        row = take_application(story.officer, TakeApplication.model_validate(order))
        assert row.item_code == item.code and ANSWERS


def _items(story: LicenceStory) -> Any:
    return catalogues.licence_items(story.bureau.authority.code).values()


def test_a_decision_may_be_revoked(applied: Applied) -> None:
    """Who was refused wrongly is told so in a paper with its remedies (河南省行政执法条例 §32; 行政复议法 §20)."""
    story = applied(stop="licence_closure", is_fit=False)
    wrong = {"overturned_for": ["evidence"], "ground": "复查发现认定不符合条件的事实缺乏证据。"}
    row = done(story, "cases.propose_overturn", kind="revoked", by_whom="self", **wrong)
    if row.decision.is_major:
        opinion = {"is_agreed": True, "opinion": "事由属实，同意撤销。"}
        done(story, "cases.review_overturn", who="fazhi", **opinion)
    row = done(story, "cases.overturn_decision", who="juzhang")
    paper = Document.objects.get(pk=row.document_id)
    assert paper.title.startswith("撤销行政执法决定书") and "提起行政诉讼" in paper.values["remedy_text"]
