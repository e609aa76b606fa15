"""What every kind asks before the court is asked, and of its answer (行政强制法 §§53–58); told of a levy."""

import json
from datetime import date, timedelta
from typing import Any

from sanzhi.demo.levying import LevyStory
from sanzhi.kernel import clock
from tests.fees import Levied
from tests.stories import assumed_calendar, confirmed, done, refused

ASK, ANSWER = "levy.ask_court_for_levy", "levy.record_levy_answer"
SAYS: dict[str, Any] = {
    "who": "juzhang",
    "statement": "经催告，没有意见。",
    "object_state": "占用费没有缴纳。",
}
GRANTED: dict[str, Any] = {"says": "granted", "reference": "（2027）豫0481行审9号"}
WHY = "当事人下落不明，公告送达，没有及时申请。"


def calendar_of(story: LevyStory, year: int) -> None:
    days = json.loads(json.dumps(assumed_calendar(year), default=str))
    fields = {"act": "organisation.import_calendar", "fields": days, "reason": "按通知录入"}
    done(story, "ledger.propose_joint_act", who="guanli", **fields)
    confirmed(story)


def demanded(levied: Levied, *, on: date) -> LevyStory:
    """Unpaid, demanded on the day."""
    story = levied(stop="collection", pays=False)
    clock.advance(timedelta(days=(on - clock.today()).days))
    story.serve(story.paper("D51"))
    return story


def test_nothing_is_asked_of_what_nobody_was_told(levied: Levied) -> None:
    story = levied(stop="billing")
    said = refused(story, ASK, **SAYS)
    assert "决定尚未送达，不能申请法院强制执行" in said and "行政强制法第五十三条" in said


def test_the_remedies_and_ten_working_days_are_over_first(levied: Levied) -> None:
    story = levied(stop="collection", pays=False)
    clock.advance(timedelta(days=20))
    said = refused(story, ASK, **SAYS)
    assert "期限届满以前不能申请法院强制执行" in said and "尚未送达《履行义务催告书》" in said
    story.serve(story.paper("D51"))
    assert "满十个工作日" in refused(story, ASK, **SAYS)


def test_a_day_that_is_only_estimated_has_not_come(levied: Levied) -> None:
    story = demanded(levied, on=date(2027, 3, 20))
    clock.advance(timedelta(days=30))
    assert "所在年度的放假安排尚未录入" in refused(story, ASK, **SAYS)
    calendar_of(story, 2027)
    done(story, ASK, **SAYS)


def test_within_three_months_or_with_a_reason(levied: Levied) -> None:
    story = demanded(levied, on=date(2027, 3, 20))
    calendar_of(story, 2027)
    clock.advance(timedelta(days=30))
    assert "没有逾期申请的理由可写" in refused(story, ASK, **SAYS, late_reason=WHY)
    clock.advance(timedelta(days=120))
    said = refused(story, ASK, **SAYS)
    assert "申请期限已于" in said and "第一百五十六条" in said
    done(story, ASK, **SAYS, late_reason=WHY)


def test_the_court_answers_once_and_ends_what_it_granted(levied: Levied) -> None:
    story = demanded(levied, on=date(2027, 3, 20))
    calendar_of(story, 2027)
    clock.advance(timedelta(days=30))
    today, tomorrow = clock.today(), clock.today() + timedelta(days=1)
    assert "没有等待人民法院答复的申请" in refused(story, ANSWER, **GRANTED, received_on=today)
    done(story, ASK, **SAYS)
    assert "已经申请过人民法院强制执行" in refused(story, ASK, **SAYS)
    ended = {**GRANTED, "says": "terminated"}
    assert "只接在准予执行之后" in refused(story, ANSWER, **ended, received_on=today)
    assert "不晚于今天" in refused(story, ANSWER, **GRANTED, received_on=tomorrow)
    own = {**GRANTED, "reference": "舞城管征决字〔2026〕1号"}
    assert "不像人民法院文书的文号" in refused(story, ANSWER, **own, received_on=today)
    done(story, ANSWER, **GRANTED, received_on=today)
    done(story, ANSWER, **ended, received_on=today)
    assert "没有等待人民法院答复的申请" in refused(story, ANSWER, **GRANTED, received_on=today)


def test_what_the_court_was_asked_on_stays(levied: Levied) -> None:
    """A suit by whose end the three months were counted is no wrong entry any more."""
    story = levied(stop="collection", pays=False)
    suit = {"way": "litigation", "body": "舞钢市人民法院", "number": "（2026）豫0481行初77号"}
    row = done(story, "cases.record_contest", **suit, accepted_on=clock.today())
    end = {"outcome": "upheld", "outcome_number": "（2026）豫0481行终7号", "is_effective": True}
    clock.advance(timedelta(days=200))
    done(story, "cases.end_contest", **end, ended_on=clock.today())
    story.serve(story.paper("D51"))
    calendar_of(story, 2027)
    clock.advance(timedelta(days=30))
    done(story, ASK, **SAYS)
    wrong = {"proof": "受理通知书属于另一案件", "reason": "登记在了错误的案件。"}
    said = refused(story, "cases.correct_contest", contest=row.pk, **wrong)
    assert "其后已经申请法院强制执行，不能再更正" in said
