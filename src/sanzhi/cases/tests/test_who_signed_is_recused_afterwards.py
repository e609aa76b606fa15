"""The approval that somebody signed who was recused afterwards carries no decision; another signs it (行政处罚法 §43, §57)."""

from collections.abc import Callable

import pytest

from sanzhi.demo.story import Story
from tests.stories import admitted, done, refused

Reached = Callable[..., Story]
DECIDE = "penalty.decide_penalty"


@pytest.mark.parametrize(
    ("who", "other"), [("duizhang1", {"leader": "duizhang2"}), ("juzhang", {"head": "fujuzhang"})]
)
def test_another_signs_anew(reached: Reached, who: str, other: dict[str, str]) -> None:
    story = reached(stop="decision_approved")
    of, head = story.bureau.officers[who].pk, other.get("head", "juzhang")
    done(story, "cases.ask_recusal", asked_by="party", of=of, reason="与当事人有直接利害关系。")
    answer = {"is_granted": True, "answer": "经查属实，同意回避。"}
    answer |= (
        {"decided_by": "舞钢市人民政府", "decision_number": "舞政回字〔2026〕2号"} if "head" in other else {}
    )
    done(story, "cases.decide_recusal", who=head, of=of, **answer)
    if "leader" in other:
        admitted(story, other["leader"])
    for name, value in other.items():
        setattr(story.plan, name, value)
    story.paper("D07")
    said = refused(story, DECIDE, who=head)
    assert (
        "签署《行政处罚决定审批表》的" in said
        and "已经决定回避，该文书不能据以" in said
        and "第四十三条" in said
    )
    story.paper("D40")
    assert done(story, DECIDE, who=head).weight.fine == 800
