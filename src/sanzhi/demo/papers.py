"""What officers type by hand into the papers of the demonstration: what a case cannot know."""

from collections.abc import Callable
from typing import Any

from sanzhi.cases.models import Proceeding
from sanzhi.kernel import clock
from sanzhi.law.identity import check_digit


def _times(hour: int, minutes: int) -> dict[str, str]:
    day = clock.today().isoformat()
    return {"started_at": f"{day}T{hour:02d}:10", "ended_at": f"{day}T{hour:02d}:{10 + minutes}"}


def _interview(proceeding: Proceeding) -> dict[str, Any]:
    case, party = proceeding.case, proceeding.respondent
    assert party is not None
    name = party.name if party.kind == "person" else party.representative
    spoken_for: dict[str, str] = {}
    if party.kind != "person":
        body = f"0000001980{case.pk % 9 + 1:02d}15{case.pk % 1000:03d}"
        spoken_for = {
            "interviewee": name,
            "id_number": body + check_digit(body),
            "relation": "当事人的工作人员",
        }
    return {
        **spoken_for,
        **_times(15, 35),
        "dialogue": [
            {
                "question": "我们的执法证件您看清楚了吗？您是否申请我们回避？",
                "answer": "看清楚了，不申请回避。",
            },
            {
                "question": "您依法享有陈述、申辩的权利，应当如实回答询问。您听清楚了吗？",
                "answer": "听清楚了。",
            },
            {"question": f"请说明{proceeding.cause}的情况。", "answer": f"情况属实。{case.summary[:60]}"},
            {"question": "以上所说是否属实？", "answer": f"属实。{name[:20]}"},
        ],
    }


TYPED: dict[str, Callable[[Proceeding], dict[str, Any]]] = {
    "D08": lambda proceeding: {**_times(9, 40), "photos": "4", "present": "当事人在场"},
    "D10": _interview,
    "D54": lambda proceeding: _times(10, 40),
    "D15": lambda proceeding: {"sealing": "当场封样，加贴封条，由双方签字确认"},
}
