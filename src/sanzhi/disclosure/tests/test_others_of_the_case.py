"""A copy speaks of one decision: whoever else the case names stays inside, a child without a letter of its name."""

import random
from typing import Any

import pytest

from sanzhi.cases.models import Proceeding
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.disclosure.copy import public_content, public_name
from sanzhi.disclosure.publishing import copy_order
from sanzhi.disclosure.tests.gate import Reached, opened, submission, text
from sanzhi.law.identity import check_digit
from sanzhi.law.redaction import mask_person_name
from tests.stories import done, refused

ADULT: dict[str, Any] = people.person(random.Random(9))
FIRM: dict[str, Any] = people.organisation(random.Random(9))


def child() -> dict[str, Any]:
    body = "00000020130303002"
    return {**ADULT, "name": "孙二强", "id_number": body + check_digit(body), "guardian": "孙大海"}


def joined(story: Story, other: dict[str, Any]) -> None:
    done(story, "cases.add_respondent", reason="另一人共同设置该售货亭，分工收款。")
    added = Proceeding.objects.filter(case=story.case_id).latest("id")
    done(story, "cases.register_party", proceeding=added.pk, **other)


@pytest.mark.parametrize("other", [ADULT, child()])
def test_whoever_else_took_part_is_masked(reached: Reached, other: dict[str, Any]) -> None:
    summary = f"未经同意和审批，与{other['name']}（电话{other['phone']}）共同设置固定售货亭一处。"
    story, release = opened(reached, summary=summary)
    joined(story, other)
    release.refresh_from_db()
    said = refused(story, "disclosure.submit_release", who="gongshi", **submission(release))
    assert f"公示文本中仍有自然人姓名“{mask_person_name(other['name'])}”" in said
    assert "行政处罚法第五十条" in said
    again = public_content(type(release).objects.get(pk=release.pk).decision)
    facts = dict(again)["违法事实"]
    assert other["name"] not in facts and other["phone"] not in facts
    assert ("某某" in facts and "孙" not in facts) if other["name"] == "孙二强" else facts
    done(story, "disclosure.submit_release", who="gongshi", **submission(release, content=again))


def test_a_firm_that_took_part_keeps_its_name_and_not_its_owner(reached: Reached) -> None:
    summary = f"未经同意和审批，与{FIRM['name']}（{FIRM['representative']}）共同设置固定售货亭一处。"
    story, release = opened(reached, summary=summary)
    joined(story, FIRM)
    assert "自然人姓名" in refused(story, "disclosure.submit_release", who="gongshi", **submission(release))
    facts = dict(public_content(type(release).objects.get(pk=release.pk).decision))["违法事实"]
    assert FIRM["name"] in facts and FIRM["representative"] not in facts


SPOT: dict[str, Any] = {
    "procedure": "penalty/simplified",
    "cause": "C56",
    "fine": 100,
    "stop": "filing_report",
}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (SPOT, "申请行政复议；对行政复议决定不服的，可以再依法提起行政诉讼。"),
        ({}, "申请行政复议，或者依法提起行政诉讼。"),
    ],
)
def test_remedies_are_those_of_the_decision(reached: Reached, changes: dict[str, Any], told: str) -> None:
    story, release = opened(reached, **changes)
    assert dict(release.content)["救济渠道"].endswith(told)
    wrong = text(release, 救济渠道="可以依法提起行政诉讼。")
    said = refused(story, "disclosure.submit_release", who="gongshi", **submission(release, content=wrong))
    assert "救济渠道" in said and "行政处罚法第四十八条" in said
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))


def operator(**changed: Any) -> dict[str, Any]:
    """An individual business without a trade name: registered under its operator's own name."""
    shop = people.individual_business(random.Random(4))
    return {**shop, "name": "蒋小明", "representative": "蒋小明", "trade_name": "", **changed}


@pytest.mark.parametrize(
    ("party", "shown"),
    [
        (operator(), "蒋某某"),
        (operator(name="蒋小明（个体工商户）"), "蒋某某"),
        (operator(name="欧阳小明", representative="邱大海"), "欧阳某某"),
        (operator(name="舞钢市演示早点铺"), "舞钢市演示早点铺"),
        (operator(name="蒋记", trade_name="蒋记"), "蒋记"),
    ],
)
def test_a_business_without_a_trade_name_is_named_as_a_person_is(
    reached: Reached, party: dict[str, Any], shown: str
) -> None:
    summary = f"{party['name']}未经同意和审批，在人行道设置固定售货亭一处。"
    story, release = opened(reached, summary=summary, party=party)
    copy = dict(public_content(release.decision))
    assert copy["行政相对人"] == shown == public_name(release.decision)
    assert copy_order(release).respondent == shown
    if shown != party["name"]:
        assert party["name"][:3] not in "".join(copy.values()) + "".join(
            words for _, words in release.content
        )
        typed = text(release, 违法事实=f"{party['name']}在人行道设置售货亭。")
        said = refused(
            story, "disclosure.submit_release", who="gongshi", **submission(release, content=typed)
        )
        assert "公示文本中仍有自然人姓名" in said
