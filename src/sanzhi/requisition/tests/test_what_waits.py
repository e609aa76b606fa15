"""An objection waits for the head until it is answered (突发事件应对法 §12)."""

from sanzhi.kernel import clock
from sanzhi.supervision.worklist import tasks_of
from tests.fees import Taken
from tests.stories import done

KIND = "征用异议待答复"


def test_an_objection_waits_for_the_head(taken: Taken) -> None:
    story = taken(stop="use")
    done(story, "requisition.record_objection", text="征用的水泵估价偏低。", made_on=clock.today())
    assert KIND in {task.kind for task in tasks_of(story.bureau.actor("juzhang"))}
    done(
        story,
        "requisition.answer_objection",
        who="juzhang",
        answer="估价依据购置发票和使用年限，可以申请复议。",
    )
    assert KIND not in {task.kind for task in tasks_of(story.bureau.actor("juzhang"))}
