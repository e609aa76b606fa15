"""What may still be said of a need: of this emergency, not of things that are taken, not after the head has refused it."""

from datetime import timedelta

from sanzhi.kernel import clock
from sanzhi.requisition.queries import requisition_of
from tests.fees import Taken
from tests.stories import done, refused

NEED, AT_ONCE = "requisition.propose_requisition", "requisition.requisition_at_once"
URGENT = {"urgency": "积水迅速上涨，来不及事先作出书面决定。", "approved_by": "局长"}


def test_what_was_taken_at_once_keeps_its_things_only(taken: Taken) -> None:
    story = taken(at_once=True, stop="proposed")
    assert "已经先行征用，不能再更改征用的财物" in refused(
        story, NEED, **story.said(things="无人机；测绘型；1台；完好，估价30000元，每日300元")
    )
    assert "不能再次先行征用" in refused(story, AT_ONCE, **story.said(), **URGENT, **story.scene())
    done(story, NEED, **story.said(declared_on=clock.today() - timedelta(days=2)))
    row = requisition_of(story.proceeding)
    assert row is not None and row.is_urgent and row.approved_by == "局长"
    assert row.declared_on == clock.today() - timedelta(days=2)


def test_an_emergency_of_long_ago(taken: Taken) -> None:
    story = taken(stop="need")
    for days in (181, 9000):
        long_ago = story.said(declared_on=clock.today() - timedelta(days=days))
        assert "不是应对这次突发事件的决定" in refused(story, NEED, **long_ago)
        assert "不是应对这次突发事件的决定" in refused(story, AT_ONCE, **long_ago, **URGENT, **story.scene())
    done(story, NEED, **story.said(declared_on=clock.today() - timedelta(days=180)))


def test_what_the_head_refused_is_not_said_otherwise(taken: Taken) -> None:
    story = taken(at_once=True, stop="decision")
    done(story, "requisition.refuse_requisition", who="juzhang", reason="现场已有足够设备。")
    assert "机关负责人没有批准征用" in refused(story, NEED, **story.said())
