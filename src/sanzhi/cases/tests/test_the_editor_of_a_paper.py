"""The editor speaks as the paper does, and says by which act the case comes to know what it does not know yet."""

from collections.abc import Callable

from django.test import Client

from sanzhi.demo.story import Story
from tests.stories import admitted, done, refused

Reached = Callable[..., Story]


def shown(story: Story, below: str, *, who: str = "zhifa1") -> str:
    client = Client()
    client.force_login(story.bureau.officers[who].user)
    return client.get(f"/office/cases/{story.case_id}/{below}").content.decode()


def test_what_the_case_fills_is_shown_as_on_the_paper(reached: Reached) -> None:
    story = reached(stop="filing")
    draft = done(story, "cases.write_document", form="D03")
    page = shown(story, f"papers/{draft.pk}/")
    day = story.case.found_on
    assert f'id="f-found_on">{day.year}年{day.month}月{day.day}日</p>' in page
    assert 'id="f-party_kind">自然人</p>' in page and ">person</p>" not in page
    assert "统一社会信用代码" not in page and "按案件信息填写" not in page


def test_a_gap_names_the_act_that_closes_it(reached: Reached) -> None:
    story = reached(stop="hearing", cause="C05", fine=8000, hearing=True)
    draft = done(story, "cases.write_document", form="D37", who="fazhi2")
    page = shown(story, f"papers/{draft.pk}/", who="fazhi2")
    assert "请填写“听证参加人”" not in page
    assert "请先办理“听证终结”，本栏随之填写。" in page and "请先办理“通知听证”，本栏随之填写。" in page
    said = refused(story, "cases.submit_document", document=draft.pk, who="fazhi2")
    assert "案件中还没有《听证笔录》须写明的“听证参加人”" in said and "请先办理“听证终结”" in said


def test_a_paper_that_tells_of_an_act_waits_for_it(reached: Reached) -> None:
    story = reached(stop="notice")
    for form, act in (("D05", "报告移送"), ("D07", "登记回避申请"), ("D21", "批准委托鉴定")):
        said = refused(story, "cases.write_document", form=form)
        assert "案件中还没有《" in said and f"请先办理“{act}" in said, said
    page = shown(story, "papers/")
    assert "案件中还没有《涉嫌犯罪案件移送书》须写明的" in page
    assert 'name="form" value="D05"' not in page and 'name="form" value="D08"' in page


def test_a_closed_case_writes_no_referral_that_nobody_reported(reached: Reached) -> None:
    story = reached()
    assert story.proceeding.closed_on is not None
    assert "请先办理“报告移送" in refused(story, "cases.write_document", form="D05")
    assert 'name="form" value="D05"' not in shown(story, "papers/")


def test_who_may_not_write_sees_why(reached: Reached) -> None:
    """An officer who is not of the case; whoever never writes there sees neither the button nor the reason."""
    story = reached(stop="filing")
    admitted(story, "zhifa3")
    for below in ("", "papers/"):
        assert 'name="form" value="D03"' in shown(story, below)
        for who, reads in (("zhifa3", True), ("duizhang1", True), ("fazhi", False)):
            page = shown(story, below, who=who)
            assert 'name="form" value="D03"' not in page and ("您不是本案承办人" in page) is reads
