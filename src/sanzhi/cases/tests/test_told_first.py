"""Every kind tells first, hears, and follows what it accepted (河南省行政执法条例 §26)."""

from datetime import timedelta

from sanzhi.demo.media import record
from sanzhi.kernel import clock
from tests.fees import Levied
from tests.stories import done, refused

GO = "cases.complete_step"


def test_nothing_goes_on_untold(levied: Levied) -> None:
    story = levied(stop="notice")
    story.paper("D90")
    assert "尚未书面告知当事人" in refused(story, GO)


def test_the_days_to_speak_are_over_first(levied: Levied) -> None:
    story = levied(stop="plea")
    assert "陈述申辩期限到" in refused(story, GO)
    done(story, "cases.record_plea", text="面积应当是一百平方米。")
    done(story, "cases.answer_plea", is_accepted=True, answer="平面图多计了台阶，应当扣除。")
    clock.advance(timedelta(days=9))
    assert "已经采纳当事人的陈述申辩" in refused(story, GO)
    story.assess(quantity=130)
    assert "期限尚未起算" in refused(story, GO)


def test_who_waives_need_not_wait(levied: Levied) -> None:
    story = levied(stop="plea", record=record)
    record(story, "statement_defence")
    done(story, "cases.record_plea", is_waived=True)
    story.go()
    assert story.proceeding.step == "decision"


def test_the_end_of_the_days_is_known(levied: Levied) -> None:
    story = levied(stop="assessed")
    clock.advance(timedelta(days=(clock.today().replace(month=12, day=29) - clock.today()).days))
    story.assess()
    story.go()
    story.serve(story.paper("D90"))
    story.go()
    assert "放假安排尚未录入" in refused(story, GO)
