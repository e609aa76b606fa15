"""What was confiscated by a decision that has fallen is given back, itself or its money (行政处罚法 §75(2))."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from sanzhi.law.measures import Measure
from tests.stories import done, refused

Reached = Callable[..., Story]
RETURN = "penalty.return_confiscated"
WRONG = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "认定的违法主体有误。"}
OVERTURNED = {"who": "duizhang1", "kind": "overturned", "reason": "决定已经撤销。"}
TOOLS: dict[str, Any] = {
    "cause": "C15",
    "fine": Decimal(3000),
    "measures": [Measure.CONFISCATION_OF_GOODS],
    "confiscates": "烧烤炉一台、烤架两副",
    "confiscated": Decimal(600),
}


def take(story: Story, measure: str, voucher: str) -> Any:
    where = {"taken_on": clock.today(), "kept_at": "罚没物品保管室", "voucher": voucher}
    return done(story, "penalty.take_confiscated", measure=measure, **where)


def back(row: Any, **changed: Any) -> dict[str, Any]:
    said = {
        "returned_as": "itself",
        "returned_on": clock.today(),
        "returned_to": row.proceeding.respondent.name,
    }
    return {"confiscation": row.pk, "return_receipt": "LT2026001", **said, **changed}


def revoked(story: Story) -> Document:
    done(story, "cases.propose_overturn", **WRONG)
    gone = done(story, "cases.overturn_decision", who="juzhang")
    story.serve_paper(gone.document_id)
    return Document.objects.get(pk=gone.document_id)


def test_goods_come_back_before_the_case_ends(reached: Reached) -> None:
    story = reached(stop="performance", **TOOLS)
    row = take(story, "confiscation_of_goods", "2026G0000012")
    assert "没有应当返还的没收财物" in refused(story, RETURN, **back(row))  # the decision stands
    paper = revoked(story)
    assert paper.values["aftermath"] == "已经执行的“没收烧烤炉一台、烤架两副”，本机关予以返还。"
    for act, said in (
        ("cases.close_case", OVERTURNED),
        ("cases.decide_anew", {"who": "duizhang1", "reason": "补充调查后重新作出决定。"}),
    ):
        told = refused(story, act, **said)
        assert "已经执行的“没收烧烤炉一台、烤架两副”尚未返还" in told and "国家赔偿法第三十六条" in told
    done(story, RETURN, **back(row))
    assert "没有应当返还的没收财物" in refused(story, RETURN, **back(row))
    done(story, "cases.close_case", **OVERTURNED)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"confiscation": 0}, "没有这一项应当返还的没收"),
        ({"returned_as": "money"}, "返还款项的，请填写数额"),
        ({"returned_as": "money", "returned_amount": Decimal("0.01")}, "返还的款项不得少于其价值"),
        ({"returned_to": "苏晓禾"}, "领取人“苏晓禾”不是当事人"),
        ({"returned_amount": 600}, "原物返还的，请不要填写"),
        ({"returned_on": "2026-01-01"}, "决定被撤销以后才返还"),
        ({"returned_on": "2030-01-01"}, "不晚于今天"),
        ({"return_receipt": "00000000"}, "“00000000”不像凭证号"),
    ],
)
def test_how_the_return_is_recorded(reached: Reached, changed: dict[str, Any], said: str) -> None:
    story = reached(stop="performance", **TOOLS)
    row = take(story, "confiscation_of_goods", "2026G0000012")
    revoked(story)
    assert said in refused(story, RETURN, **back(row, **changed))
    done(
        story,
        RETURN,
        **back(
            row,
            returned_as="money",
            returned_amount=600,
            returned_to=f"{story.plan.party['name']}（代领人罗大年）",
        ),
    )


def test_gains_come_back_whole(reached: Reached) -> None:
    gained: dict[str, Any] = {"gains": Decimal(300), "measures": [Measure.CONFISCATION_OF_GAINS]}
    story = reached(stop="performance", **gained)
    row = take(story, "confiscation_of_gains", "2026G0000013")
    revoked(story)
    money = {"returned_as": "money"}
    neighbour = f"{row.proceeding.respondent.name}之邻居"
    assert "不是当事人" in refused(story, RETURN, **back(row, returned_to=neighbour))
    assert "是没收时的专用票据" in refused(story, RETURN, **back(row, return_receipt="2026G0000013"))
    told = refused(story, RETURN, **back(row, **money, returned_amount=200))
    assert "没收的违法所得应当如数返还300元" in told
    assert "如数返还" in refused(story, RETURN, **back(row))
    done(story, RETURN, **back(row, **money, returned_amount=300))
    done(story, "cases.close_case", **OVERTURNED)
