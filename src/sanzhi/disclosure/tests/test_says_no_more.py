"""A copy shows what the decision says or a mask of it: other captions, order or words are named and refused."""

from datetime import date

import pytest
from django.db import connection

from sanzhi.demo.story import Story
from sanzhi.disclosure.copy import public_name
from sanzhi.disclosure.models import Release
from sanzhi.disclosure.tests.gate import Reached, opened, published, submission, text
from tests.stories import done, refused

FACTS = "未经同意和审批，在人行道设置固定售货亭一处。"


def tried(story: Story, release: Release, wrong: list[tuple[str, str]]) -> str:
    """What the clerk is told of this text; the generated text goes through afterwards, a correction to it too."""
    said = refused(story, "disclosure.submit_release", who="gongshi", **submission(release, content=wrong))
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    done(story, "disclosure.approve_release", who="fazhi", release=release.pk)
    correction = {"release": release.pk, "content": wrong, "reason": "违法事实表述有误"}
    assert refused(story, "disclosure.correct_release", who="gongshi", **correction) == said
    done(story, "disclosure.correct_release", who="gongshi", **{**correction, "content": text(release)})
    assert "行政处罚法第四十八条" in said
    return said


@pytest.mark.parametrize(
    ("caption", "words", "said"),
    [
        ("处罚内容", "罚款人民币捌仟元整（¥8000）", "“处罚内容”写“罚款人民币捌仟元整（¥8000）”，决定是“罚款"),
        ("决定书文号", "舞城管罚决字〔2026〕第99号", "“决定书文号”写“舞城管罚决字〔2026〕第99号”，决定是"),
        ("行政相对人", "赵某", "“行政相对人”写“赵某”，决定是"),
        ("行政相对人类别", "个体工商户", "“行政相对人类别”写“个体工商户”，决定是“自然人”"),
        ("决定日期", "2026年1月1日", "“决定日期”写“2026年1月1日”，决定是"),
        ("处罚依据", "《某条例》第一条", "“处罚依据”写"),
        ("救济渠道", "不得申请行政复议。", "“救济渠道”写"),
        ("执法机关", "", "“执法机关”漏写了“舞钢市城市管理局”"),
        ("处罚内容", "罚款*", "“处罚内容”写“罚款*”，决定是"),
        ("违法事实", f"{FACTS}；罚款999999元", "“违法事实”"),
        ("违法事实", "未经同意和审批，在人行道", "“违法事实”"),
        ("违法事实", f"*{FACTS[4:]}；罚款999999元", "“违法事实”中的“；罚款999999元”不是决定写明的"),
        ("违法事实", "在人行道*，态度恶劣。", "“违法事实”中的“在人行道”不是决定写明的"),
        ("违法事实", "未经同意和审批，*售货亭两处。", "“违法事实”中的“两处。”不是决定写明的"),
        ("违法事实", "未经同意*未经同意*一处。", "“违法事实”中的“未经同意”不是决定写明的"),
        ("违法事实", f"{FACTS[:-1]}*。", "“违法事实”中的“。”不是决定写明的"),
        ("裁量说明", "情节恶劣，从重处罚。", "“裁量说明”"),
        (
            "裁量说明",
            "＊＊",
            "“裁量说明”全部遮盖，公众看不到任何内容。（依据：行政处罚法第四十八条）请只遮盖",
        ),
        ("违法事实", "*", "“违法事实”全部遮盖，公众看不到任何内容。"),
        ("违法事实", "某", "“违法事实”全部遮盖，公众看不到任何内容。"),
        ("违法事实", "×××，*。", "“违法事实”全部遮盖，公众看不到任何内容。"),
    ],
)
def test_other_words_are_named(reached: Reached, caption: str, words: str, said: str) -> None:
    story, release = opened(reached)
    assert said in tried(story, release, text(release, **{caption: words}))


def test_a_long_text_is_quoted_where_it_differs(reached: Reached) -> None:
    story, release = opened(reached)
    longer = dict(release.content)["救济渠道"] + "；罚款999999元"
    assert "“救济渠道”多写了“；罚款999999元”，决定没有。" in tried(
        story, release, text(release, 救济渠道=longer)
    )


def test_the_sentence_lays_nobody_bare(reached: Reached) -> None:
    story, release = opened(reached)
    wrong = text(release, 违法事实=f"{story.party.name}态度恶劣。")
    said = refused(story, "disclosure.submit_release", who="gongshi", **submission(release, content=wrong))
    assert "态度恶劣" in said and story.party.name not in said


def other_rows(release: Release) -> list[tuple[list[tuple[str, str]], str]]:
    rows = text(release)
    return [
        (rows[1:], "公示文本缺少“执法机关”"),
        ([*rows, ("备注", "当事人屡教不改")], "公示文本多出“备注”，决定没有这一项"),
        ([*rows, rows[0]], "公示文本的“执法机关”不止一项"),
        ([rows[1], rows[0], *rows[2:]], "公示文本从“决定书文号”起各项的顺序与决定不符"),
        ([("机关", rows[0][1]), *rows[1:]], "公示文本多出“机关”"),
    ]


@pytest.mark.parametrize("number", range(5))
def test_other_captions_are_named(reached: Reached, number: int) -> None:
    story, release = opened(reached)
    content, said = other_rows(release)[number]
    assert said in tried(story, release, content)


@pytest.mark.parametrize(
    "words",
    [
        "未经同意和审批，在*设置固定售货亭一处。",
        "未经同意和审批，在×××设置＊售货亭一处。",
        "*，在人行道设置固定售货亭*",
        "*售*",
        f"  {FACTS}\r\n",
    ],
)
def test_facts_may_be_masked_more(reached: Reached, words: str) -> None:
    story, release = opened(reached)
    masked = submission(release, content=text(release, 违法事实=words))
    done(story, "disclosure.submit_release", who="gongshi", **masked)
    done(story, "disclosure.approve_release", who="fazhi", release=release.pk)
    release.refresh_from_db()
    kept = dict(release.content)["违法事实"]
    assert kept == (words if FACTS not in words else FACTS)


def test_what_the_rule_hides_stays_hidden(reached: Reached) -> None:
    """A name is masked before anybody writes: that is the decision's own text, however little is left of it."""
    story, release = opened(reached)
    assert dict(release.content)["行政相对人"] == public_name(release.decision)
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))


def test_a_public_reason_says_something(reached: Reached) -> None:
    story, this, release = published(reached)
    correction = {**this, "content": text(release)}
    said = refused(story, "disclosure.correct_release", who="gongshi", **correction, reason="*****。")
    assert "公开的理由没有任何可读的文字。" in said and "行政处罚法第四十八条" in said
    done(story, "disclosure.correct_release", who="gongshi", **correction, reason="违法事实遮盖不够")


def redated(release: Release, day: date) -> None:
    """No command changes a decision; whoever has the database's password does."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_decision SET decided_on = %s WHERE id = %s", [day, release.decision_id])


def test_who_approves_asks_again_what_the_decision_says(reached: Reached) -> None:
    story, release = opened(reached)
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    day = release.decision.decided_on
    redated(release, date(2026, 9, 2))
    said = refused(story, "disclosure.approve_release", who="fazhi", release=release.pk)
    assert "“决定日期”写" in said and "决定是“2026年9月2日”" in said
    redated(release, day)
    done(story, "disclosure.approve_release", who="fazhi", release=release.pk)
