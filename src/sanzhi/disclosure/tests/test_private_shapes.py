"""What has the look of something private does not get out by itself: it is masked, or judged by two persons one by one."""

from typing import Any

import pytest
from django.db import connection

from sanzhi.demo.publishing import publish
from sanzhi.disclosure.copy import public_content
from sanzhi.disclosure.models import Release
from sanzhi.disclosure.policies import to_confirm
from sanzhi.disclosure.tests.gate import Reached, opened, submission, text
from sanzhi.kernel.actor import system
from sanzhi.law.measures import Measure
from sanzhi.ledger.commands import ResealRows, reseal_rows
from tests.stories import desk, done, read_whole, refused

SAYS = "未经同意和审批，在人行道设置固定售货亭一处。"
SICK = "其妻患尿毒症，店员证人张小红在场。"
PRIVACY = "行政处罚法第五十条；政府信息公开条例第十五条"
HIDDEN = [
    "身份证990000199001011234",
    "身份证9 9 0 0 0 0 1 9 9 0 0 1 0 1 1 2 3 4",
    "身份证990000900101123",
    "电话１３８\u200b００００ 1111",
    "卡号6222.0000.1111.2222.333",
    "住演示路 12 号",
    "车牌豫 D·12345",
    "子系演示中学高一（3）班学生",
    "年仅16周岁",
    "住演示国际12-1203室",
    "电话138、0000、1111",
    "身份证990000\n199001011234",
    "支付宝账号nobody88",
]


@pytest.mark.parametrize("words", HIDDEN)
def test_what_must_go_is_masked_and_a_text_that_has_it_is_refused(reached: Reached, words: str) -> None:
    story, release = opened(reached, summary=f"{SAYS}当事人{words}。")
    facts = dict(release.content)["违法事实"]
    assert words not in facts and "**" in facts and facts.startswith(SAYS)
    leaky = submission(release, content=text(release, 违法事实=f"{SAYS}当事人{words}。"))
    said = refused(story, "disclosure.submit_release", who="gongshi", **leaky)
    assert "公示文本中仍有" in said and PRIVACY in said
    order = submission(release, confirmed=asked(release))
    done(story, "disclosure.submit_release", who="gongshi", **order)


def asked(release: Release, **changed: str) -> list[str]:
    return [row.key for row in to_confirm(release, text(release, **changed))]


def test_a_text_in_which_nothing_is_marked_is_read_whole_by_both(reached: Reached) -> None:
    """A child known by what no list of shapes has."""
    story, release = opened(reached, summary=f"{SAYS}当事人是村口那棵老槐树下最小的那个。")
    keys, unread = asked(release), "“违法事实”的全文没有确认已经逐字读过。"
    assert keys == ["whole:违法事实", "whole:裁量说明"]
    for read in ([], keys[1:]):
        order = submission(release, confirmed=read)
        assert unread in refused(story, "disclosure.submit_release", who="gongshi", **order)
    done(story, "disclosure.submit_release", who="gongshi", **submission(release, confirmed=keys))
    this: dict[str, Any] = {"release": release.pk}
    assert unread in refused(story, "disclosure.approve_release", who="fazhi", **this, seen=keys[1:])
    done(story, "disclosure.approve_release", who="fazhi", **this, seen=keys)


def test_what_must_be_judged_is_judged_by_both_and_in_this_text(reached: Reached) -> None:
    story, release = opened(reached, summary=SAYS + SICK)
    keys = asked(release)
    assert len(keys) == 5  # 其妻, the illness, a name; two rows whole
    for confirmed in ([], keys[:2], asked(release, 违法事实=f"*{SAYS[2:]}{SICK}")):
        order = submission(release, confirmed=confirmed)
        said = refused(story, "disclosure.submit_release", who="gongshi", **order)
        assert "“违法事实”中的“张小红”（疑似姓名）没有核对确认。" in said and PRIVACY in said
    done(story, "disclosure.submit_release", who="gongshi", **submission(release, confirmed=keys))
    for seen in ([], keys[1:]):
        said = refused(story, "disclosure.approve_release", who="fazhi", release=release.pk, seen=seen)
        assert "“其妻”（亲属）没有核对确认" in said
    done(story, "disclosure.approve_release", who="fazhi", release=release.pk, seen=keys)
    correction = {"release": release.pk, "content": text(release), "reason": "违法事实遮盖不够"}
    assert "“张小红”" in refused(story, "disclosure.correct_release", who="gongshi", **correction)
    masked = {**correction, "content": text(release, 违法事实=f"{SAYS}*")}
    done(story, "disclosure.correct_release", who="gongshi", **masked)
    done(story, "disclosure.approve_release", who="juzhang", release=release.pk)


GRILL: dict[str, Any] = {
    "cause": "C15",
    "fine": 3000,
    "measures": [Measure.CONFISCATION_OF_GOODS],
    "confiscates": "村口孙家红房子后头的烧烤炉一台",
    "confiscated": 600,
}


def test_what_is_taken_is_named_in_words_that_are_read_and_may_be_masked(reached: Reached) -> None:
    told = "没收村口孙家红房子后头的烧烤炉一台"
    story, release = opened(reached, **GRILL)
    shown = dict(release.content)["处罚内容"]
    assert told in shown and "whole:处罚内容" in asked(release)
    unread = submission(release, confirmed=["whole:违法事实", "whole:裁量说明"])
    said = refused(story, "disclosure.submit_release", who="gongshi", **unread)
    assert "“处罚内容”的全文没有确认已经逐字读过。" in said
    for hidden in ("罚款", "没收"):
        wrong = submission(release, content=text(release, 处罚内容=shown.replace(hidden, "*", 1)))
        said = refused(story, "disclosure.submit_release", who="gongshi", **wrong)
        assert "“处罚内容”的种类、数额不能遮盖。" in said
    masked = text(release, 处罚内容=shown.replace("村口孙家红房子后头的", "*"))
    done(story, "disclosure.submit_release", who="gongshi", **submission(release, content=masked))
    copy = done(story, "disclosure.approve_release", who="fazhi", release=release.pk).publication
    assert "孙家" not in copy.conclusion and "烧烤炉一台" in copy.conclusion


def test_the_reason_of_a_correction_is_read_by_both(reached: Reached) -> None:
    story, release = opened(reached)
    this = {"release": release.pk}
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    done(story, "disclosure.approve_release", who="fazhi", **this)
    rows = [key for key in read_whole() if "理由" not in key]
    correction = {**this, "content": text(release), "reason": "村口那家的人来闹，应当更正"}
    unread = "“公开的理由”的全文没有确认已经逐字读过。"
    said = refused(story, "disclosure.correct_release", who="gongshi", **correction, confirmed=rows)
    assert unread in said
    done(story, "disclosure.correct_release", who="gongshi", **correction)
    assert unread in refused(story, "disclosure.approve_release", who="juzhang", **this, seen=rows)
    assert (
        'value="whole:公开的理由"'
        in desk(story, "juzhang").get(f"/office/disclosure/{release.pk}/").content.decode()
    )
    done(story, "disclosure.approve_release", who="juzhang", **this)


def test_who_approves_cannot_see_for_who_prepares(reached: Reached) -> None:
    """A finding that the rules know only since the text was submitted goes back to who prepared it."""
    story, release = opened(reached, summary=SAYS + SICK)
    keys = asked(release)
    done(story, "disclosure.submit_release", who="gongshi", **submission(release, confirmed=keys))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE disclosure_release SET confirmed = '[]'")
    again = ResealRows(table="disclosure.release", rows=[release.pk], reason="以前的规则没有这一条")
    reseal_rows(system(story.bureau.authority.code), again)
    said = refused(story, "disclosure.approve_release", who="fazhi", release=release.pk, seen=keys)
    assert "没有核对确认" in said
    done(story, "disclosure.submit_release", who="gongshi", **submission(release, confirmed=keys))
    done(story, "disclosure.approve_release", who="fazhi", release=release.pk, seen=keys)


def test_the_page_shows_both_texts_with_marks(reached: Reached) -> None:
    story, release = opened(reached, summary=f"{SAYS}住演示路12号，{SICK}")
    address = f"/office/disclosure/{release.pk}/"
    shown = desk(story, "gongshi").get(address).content.decode()
    assert "演示路<mark" in shown and "12号</mark>" in shown and story.party.name in shown
    assert shown.count('name="confirmed"') == 5 and "患尿毒症</mark>" in shown
    other = desk(story, "zhifa1").get(address).content.decode()
    assert "12号" not in other and story.party.name not in other
    captions, texts = zip(*release.content, strict=True)
    form: dict[str, Any] = {"caption": captions, "text": texts, "secrecy_checked": "1"}
    keys = asked(release)
    partly = desk(story, "gongshi").post(f"{address}do/submit/", {**form, "confirmed": keys[:1]})
    assert partly.status_code == 409 and partly.content.decode().count("checked\n") == 2
    assert desk(story, "gongshi").post(f"{address}do/submit/", {**form, "confirmed": keys}).status_code == 302
    waits = desk(story, "fazhi").get(address).content.decode()
    assert waits.count('name="seen"') == 5 and 'form="approval"' in waits
    assert desk(story, "fazhi").post(f"{address}do/approve/", {"seen": keys}).status_code == 302


def test_a_public_reason_names_nobody(reached: Reached) -> None:
    story, release = opened(reached)
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    done(story, "disclosure.approve_release", who="fazhi", release=release.pk)
    for words in (story.party.name, "其母亲患病", "住演示路 12 号", "电话13800001111"):
        reason = {"release": release.pk, "reason": f"误写了{words}，应当遮盖"}
        correction = {**reason, "content": text(release)}
        said = refused(story, "disclosure.correct_release", who="gongshi", **correction)
        assert "公开的理由中仍有" in said and "请改写理由" in said
    plain = {"release": release.pk, "content": text(release), "reason": "违法事实遮盖不够"}
    done(story, "disclosure.correct_release", who="gongshi", **plain)


@pytest.mark.parametrize("words", ["当事人现年16岁", "当事人系演示中学高一（3）班学生", "当事人2011年1月生"])
def test_where_the_decision_tells_a_minor_nothing_is_published(reached: Reached, words: str) -> None:
    """The birth was not recorded; the words say it all the same."""
    story, release = opened(reached, summary=f"{SAYS}{words}。")
    party = release.decision.proceeding.respondent
    assert party is not None
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_caseparty SET born_on = NULL WHERE id = %s", [party.pk])
    said = refused(story, "disclosure.submit_release", who="gongshi", **submission(release))
    assert "隐去姓名的也不得公示" in said and "未成年人保护法第一百零三条" in said
    kept = publish(story.bureau, story.case)
    assert kept is not None and (kept.state, kept.ground) == ("exempt", "minor")


def test_a_party_of_age_is_published_without_what_is_said_of_the_child(reached: Reached) -> None:
    story, release = opened(reached, summary=f"{SAYS}向就读于演示小学五年级的儿童出售。")
    assert "演示小学" not in dict(release.content)["违法事实"]
    order = submission(release, confirmed=asked(release))
    done(story, "disclosure.submit_release", who="gongshi", **order)
    assert dict(public_content(release.decision))["违法事实"] == f"{SAYS}向就读于***的儿童出售。"
