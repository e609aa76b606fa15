"""What a list asks, and what cannot answer it: the range is the list's own."""

from datetime import date

import pytest

from sanzhi.kernel.questions import WrongQuestion, objection, read_question, readable

ON = date(2026, 9, 1)
AREA, TREES = "占用面积（平方米）；数字；0.1～1000", "株数；整数；1～100"
DAY, DAYS = "开工日；日期；-30～730", "占用的起止日期；起止日期；-30～730"


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (AREA, "30"),
        (AREA, "0.1"),
        (AREA, "1000"),
        (AREA, ""),
        (AREA, "３０"),
        ("面积；数字", "0"),
        (TREES, "100"),
        (DAY, "2026-09-01"),
        (DAY, "2026年8月2日"),
        (DAYS, "2026年9月1日至10月31日"),
        (DAYS, "2026-09-01至2028-08-31"),
        ("用途", "1e30平方米，第9999年"),
    ],
)
def test_what_answers(line: str, answer: str) -> None:
    assert objection(read_question(line), answer, on=ON) == ""


@pytest.mark.parametrize(
    ("line", "answer", "said"),
    [
        (AREA, "1e30", "“占用面积（平方米）”应填0.1至1000的数字，填的是“1e30”。"),
        (AREA, "1000.1", "应填0.1至1000的数字"),
        (AREA, "0", "应填0.1至1000的数字"),
        (AREA, "-5", "填的是“-5”"),
        (AREA, "NaN", "填的是“NaN”"),
        (AREA, "九" * 40, f"填的是“{'九' * 20}……”"),
        ("面积；数字", "-1", "应填不小于0的数字"),
        (TREES, "1.5", "应填1至100的整数"),
        (TREES, "0", "应填1至100的整数"),
        (DAY, "9999-12-31", "“开工日”应在2026年8月2日至2028年8月31日之间，填的是“9999-12-31”。"),
        (DAY, "2026年8月1日", "应在2026年8月2日至"),
        (DAY, "2026-02-30", "应写明日期，如 2026年3月2日，填的是"),
        (DAY, "近期", "应写明日期"),
        (DAYS, "2026年9月1日", "应写明起止日期，如 2026年3月2日至2026年4月1日，填的是"),
        (DAYS, "2026年9月1日至9999年12月31日", "应在2026年8月2日至2028年8月31日之间"),
        (DAYS, "2026年9月30日至9月1日", "终止日早于起始日"),
        (DAYS, "99999年9月30日至9月1日", "应写明起止日期"),
    ],
)
def test_what_does_not(line: str, answer: str, said: str) -> None:
    assert said in objection(read_question(line), answer, on=ON)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("面积；平方米", "应写成：标题；文字、数字、整数、日期、起止日期；范围"),
        ("；数字；1～2", "应写成：标题"),
        ("面积；数字；1到2", "范围应写成“最小～最大”"),
        ("面积；数字；2～1", "范围应写成“最小～最大”"),
        ("用途；文字；1～2", "文字没有范围"),
    ],
)
def test_what_is_no_question(line: str, said: str) -> None:
    with pytest.raises(WrongQuestion, match=said):
        read_question(line)
    assert objection(readable(line), "1e30", on=ON) == ""
