"""A hearing is held seven working days after its summons arrived; one that came late is set anew (行政许可法 §48(1)(1), §82)."""

from datetime import timedelta

from sanzhi.kernel import clock
from tests.licences import Applied
from tests.stories import done, refused


def test_a_summons_served_late_does_not_hold(applied: Applied) -> None:
    story = applied(stop="licence_hearing", hears=True)
    chair, place = story.bureau.officers["fazhi2"].pk, "本机关三楼听证室"
    said = {
        "attendees": "申请人",
        "minutes": "双方先后陈述，没有新的意见。",
        "opinion": "建议按审查意见办理。",
    }
    day = clock.today() + timedelta(days=14)
    done(story, "licensing.set_hearing", held_on=day, place=place, chair=chair)
    clock.advance(timedelta(days=20))
    story._serve_newest("D78")
    conclude = "licensing.conclude_licence_hearing"
    assert "不足七个工作日" in refused(story, conclude, who="fazhi2", **said)
    first = story.proceeding.calendar.add_working(clock.today(), 7)
    late = {"held_on": first + timedelta(days=1), "place": place, "chair": chair}
    assert "不足七个工作日" in refused(story, "cases.complete_step"), "whoever must set it anew reads why"
    assert "可以举行的第一日" in refused(story, "licensing.set_hearing", **late)
    done(story, "licensing.set_hearing", held_on=first, place=place, chair=chair)
