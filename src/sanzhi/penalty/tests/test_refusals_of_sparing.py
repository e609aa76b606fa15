"""Nobody is spared on a ground that the facts do not bear out; and whoever must be spared is not led into a dead end."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.documents.queries import document_of
from sanzhi.kernel import clock
from sanzhi.law.identity import check_digit
from sanzhi.penalty.models import SparedFor
from sanzhi.penalty.once import was_punished_before
from tests.stories import FOUND, done, ending_refused, established, refused

Reached = Callable[..., Story]
SPARE, DECIDE = "penalty.propose_sparing", "penalty.decide_no_penalty"
WHY = "不予处罚的事实和证据见案卷。"


def born(year: int, guardian: str = "家长某") -> dict[str, Any]:
    body = f"000000{date(year, 1, 1):%Y%m%d}001"
    number = body + check_digit(body)
    return {
        "kind": "person",
        "name": "李某",
        "id_number": number,
        "address": "某处某号",
        "guardian": guardian,
    }


def test_a_child_has_somebody_who_takes_the_paper(reached: Reached) -> None:
    """民法典 §§20, 23: also where there was no wrong; a decision that nobody can be given helps nobody."""
    story = reached(stop="report", party=born(2013, guardian=""))
    spare = {"ground": "unfounded", "reason": "现有证据不能证明其设置售货亭。"}
    told = refused(story, SPARE, **spare)
    assert "未满十四周岁，文书由监护人签收，尚未登记监护人" in told and "民法典第二十条" in told
    done(story, "cases.register_party", **born(2013))
    done(story, SPARE, **spare)


def test_nobody_is_his_own_guardian(reached: Reached) -> None:
    """民法典 §§23, 27: who may take no paper himself would be handed nothing for ever."""
    story = reached(stop="report", party=born(2013))
    told = refused(story, "cases.register_party", **born(2013, guardian="李某"))
    assert "监护人不能是当事人本人" in told and "民法典第二十三条" in told


def test_nobody_is_spared_whom_nobody_proposed_to_spare(reached: Reached) -> None:
    told = refused(reached(stop="report"), DECIDE, who="juzhang")
    assert "现在的处理建议不是不予处罚" in told and "行政处罚法第五十七条" in told


@pytest.mark.parametrize(
    ("ground", "said", "article"),
    [
        ("child", "已满十四周岁", "第三十条"),
        ("expired", "没有超过追责时效", "第三十六条"),
        ("corrected", "没有复查认定已改正的记录", "第二十八条"),
    ],
)
def test_a_ground_is_true(reached: Reached, ground: str, said: str, article: str) -> None:
    story = reached(stop="report")
    told = refused(story, SPARE, ground=ground, reason=WHY)
    assert said in told and article in told
    assert "没有写明当事人何时改正" in refused(story, SPARE, ground="minor", reason=WHY)
    seen = story.proceeding.finding
    assert seen is not None
    established(story, consequence="影响行人通行，没有造成伤害。")
    old = {"ground": "minor", "reason": WHY, "seen_finding": seen.version}
    assert "查明的事实已经改为第2次" in refused(story, SPARE, **old)
    tomorrow = clock.today() + timedelta(days=1)
    fields = {name: getattr(story.proceeding.finding, name) for name in FOUND}
    said = refused(story, "cases.establish_facts", **{**fields, "corrected_on": tomorrow})
    assert "改正日期应当在行为发生日至今天之间" in said
    established(story, corrected_on=clock.today())
    done(story, SPARE, ground="minor", reason=WHY)


@pytest.mark.parametrize("ground", ["minor", "first"])
@pytest.mark.parametrize("corrected", [True, False])
def test_what_the_re_inspection_found_is_what_counts(reached: Reached, ground: str, corrected: bool) -> None:
    story = reached(stop="report", cause="C01", fine=500, corrects=corrected)
    established(story, corrected_on=clock.today())  # other words do not help
    if corrected:
        done(story, SPARE, ground=ground, reason=WHY)
    else:
        told = refused(story, SPARE, ground=ground, reason=WHY)
        assert "最近一次责令改正没有复查认定已改正" in told and "第三十三条第一款" in told


def test_a_company_is_always_capable(reached: Reached) -> None:
    company = {
        "kind": "organisation",
        "name": "某公司",
        "credit_code": "91000000MA00000001",
        "representative": "王某",
        "address": "某处某号",
    }
    story = reached(stop="report", party=company)
    assert "只有自然人才有责任能力" in refused(story, SPARE, ground="incapable", reason=WHY)
    assert "没有主观过错的，应当有当事人提出的证据" in refused(story, SPARE, ground="blameless", reason=WHY)
    proofs = [row.pk for row in story.case.evidence.all()][:1]
    done(story, SPARE, ground="blameless", reason=WHY, ground_proofs=proofs)


@pytest.mark.parametrize("before", [{}, {"spares": True, "spared_for": SparedFor.FIRST}])
def test_who_was_punished_or_let_off_before_is_no_beginner(reached: Reached, before: dict[str, Any]) -> None:
    story = reached(**before)
    investigated_again(story, "C04")
    assert "不是初次违法" in refused(story, SPARE, ground="first", reason=WHY)


def test_who_was_punished_for_something_else_is_a_beginner(reached: Reached) -> None:
    story = reached()
    investigated_again(story, "C20")
    assert not was_punished_before(story.proceeding)


def investigated_again(story: Story, cause: str) -> None:
    """Another case of the same party, as far as its investigation."""
    lead = {
        "procedure": "penalty/ordinary",
        "cause_code": cause,
        "source": "patrol",
        "happened_on": date(2026, 9, 1),
        "found_on": date(2026, 9, 1),
        "place": "另一条路2号",
        "summary": "在人行道又设置售货亭一处。",
    }
    party = story.plan.party
    story.case_id = done(story, "cases.register_lead", **lead).pk
    done(story, "cases.register_party", **party)
    both = [story.bureau.officers[name].pk for name in ("zhifa1", "zhifa2")]
    done(story, "cases.assign_officers", who="duizhang1", officers=both)
    for scene in (story.investigation,):
        story.paper("D02")
        story.go()
        story.paper("D03")
        story.go()
        list(scene())


def test_a_child_is_spared_as_a_child_and_its_guardian_told(reached: Reached) -> None:
    story = reached(stop="report", party=born(2013))
    assert "应当以此为由不予处罚" in refused(story, SPARE, ground="minor", reason=WHY)
    done(story, SPARE, ground="child", reason=WHY)
    story.paper("D27")
    story.go()
    story.paper("D40")
    said = refused(story, DECIDE, who="juzhang")
    assert "应当责令其监护人" in said and "行政处罚法第三十条" in said
    done(story, "penalty.record_education", of="guardian", content="责令监护人加以管教。")
    number = done(story, DECIDE, who="juzhang").document_id
    values = document_of(f"cases.case:{story.case_id}", number).values
    assert "责令监护人家长某：加以管教" in values["guardian_duty"] and values["guardian"] == "家长某"


def test_another_guardian_is_ordered_himself(reached: Reached) -> None:
    story = reached(stop="report", party=born(2013))
    done(story, SPARE, ground="child", reason=WHY)
    story.paper("D27")
    story.go()
    order = {"of": "guardian", "content": "责令监护人加以管教。"}
    done(story, "penalty.record_education", **order)
    assert "同样的教育已经登记" in refused(story, "penalty.record_education", **order)
    done(story, "cases.register_party", **born(2013, guardian="亲属某"))
    done(story, "cases.send_back", who="juzhang", reason="监护人登记有误，重新提出处理建议。")
    done(story, SPARE, ground="child", reason=f"监护人已经更正，{WHY}")
    story.paper("D27")
    story.go()
    story.paper("D40")
    said = refused(story, DECIDE, who="juzhang")
    assert "应当责令其监护人亲属某加以管教" in said and "行政处罚法第三十条" in said
    done(story, "penalty.record_education", **order)
    number = done(story, DECIDE, who="juzhang").document_id
    values = document_of(f"cases.case:{story.case_id}", number).values
    assert "责令监护人亲属某：加以管教" in values["guardian_duty"] and values["guardian"] == "亲属某"


def test_a_guardian_is_registered_first(reached: Reached) -> None:
    story = reached(stop="spare", spares=True)
    said = refused(story, "penalty.record_education", of="guardian", content="责令监护人管教。")
    assert "尚未登记监护人" in said
    done(story, "penalty.record_education", content="宣讲有关法律规定。")


def test_where_nothing_is_proved_nobody_is_taught(reached: Reached) -> None:
    story = reached(stop="spare", spares=True, spared_for=SparedFor.UNFOUNDED)
    assert "没有可以教育的内容" in refused(story, "penalty.record_education", content="宣讲法律规定。")
    story.paper("D40")
    done(story, DECIDE, who="juzhang")


def test_a_case_closes_on_its_ground(reached: Reached) -> None:
    story = reached(stop="closure", spares=True, spared_for=SparedFor.UNFOUNDED)
    close = {"who": "duizhang1", "reason": "违法事实不能成立。"}
    assert "结案情形与此不符" in ending_refused(story, "minor", reason=close["reason"])
    story.paper("D68", {"closure_kind": "unfounded", "closure_reason": close["reason"]})
    said = refused(story, "cases.close_case", kind="minor", **close)
    assert "结案情形与此不符" in said and "与《结案审批表》所写的不一致" in said
    assert done(story, "cases.close_case", kind="unfounded", **close).closed_on


@pytest.mark.parametrize("stop", ["notice", "plea", "decision_approved"])
def test_a_child_found_late_is_still_spared(reached: Reached, stop: str) -> None:
    """No dead end: from every step there is a way to the decision that spares."""
    story = reached(stop=stop, party=born(2013), reason="依照行政处罚法第三十条从轻处罚。")
    if stop == "decision_approved":
        assert "不满十四周岁" in refused(story, "penalty.decide_penalty", who="juzhang")
    done(story, "cases.send_back", who="juzhang", reason="当事人不满十四周岁，不得处罚。")
    done(story, SPARE, ground="child", reason=WHY)
    story.paper("D27")
    story.go()
    assert story.proceeding.step == "spare"
    done(story, "penalty.record_education", of="guardian", content="责令监护人管教。")
    story.paper("D40")
    assert done(story, DECIDE, who="juzhang").disposal == "spare"


def test_the_head_sends_back_what_he_does_not_agree_to(reached: Reached) -> None:
    story = reached(stop="spare", spares=True)
    assert "您没有这一岗位" in refused(story, "cases.send_back", reason="应当给予处罚。")
    done(story, "cases.send_back", who="juzhang", reason="应当给予处罚。")
    assert story.proceeding.step == "report"
    order = {"fine": 800, "correction": "责令立即改正。", "reason": "属于一般档次。"}
    done(story, "penalty.propose_penalty", **order)
    story.paper("D27")
    story.go()
    assert story.proceeding.step == "notice"


def test_a_child_on_the_street_leaves_the_street(reached: Reached) -> None:
    spot = {"procedure": "penalty/simplified", "cause": "C56", "fine": 100}
    story = reached(stop="on_the_spot", party=born(2013), **spot)
    order = {"fine": 100, "correction": "立即清理。", "reason": "属一般档次。", "rights_told": True}
    order["conduct"] = "在人行道堆放砂石约一平方米。"
    assert "不满十四周岁" in refused(story, "penalty.penalise_on_the_spot", **order)
    done(story, "penalty.turn_to_ordinary", reason="当事人不满十四周岁，须查明。")
    assert (story.proceeding.procedure_key, story.proceeding.step) == ("penalty/ordinary", "lead")
    story.paper("D02")
    story.go()
    assert story.proceeding.step == "filing"
