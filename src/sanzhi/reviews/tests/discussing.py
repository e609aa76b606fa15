"""What the heads say when they discuss a decision."""

from datetime import timedelta
from typing import Any

from sanzhi.demo.story import Story
from sanzhi.kernel import clock


def discussed(story: Story, *people: str, **changed: Any) -> dict[str, Any]:
    ids = [story.bureau.officers[name].pk for name in people or ("juzhang", "fujuzhang")]
    now = clock.now()
    return {
        "place": "局会议室",
        "began_at": (now - timedelta(minutes=30)).time(),
        "ended_at": now.time(),
        "chair": ids[0],
        "participants": ids,
        "reporter": story.bureau.officers["fazhi"].pk,
        "recorder": story.bureau.officers["dangan"].pk,
        "opinions": "与会人员认为裁量适当。",
        "outcome": "agreed",
        **changed,
    }
