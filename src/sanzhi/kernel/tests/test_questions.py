"""What a list asks, and what cannot answer it: the range is the list's own."""

from datetime import date

import pytest

from sanzhi.kernel.questions import WrongQuestion, objection, plain, read_question, readable, term_in

ON = date(2026, 9, 1)
AREA, TREES = "占用面积（平方米）；数字；0.1～1000", "株数；整数；1～100"
PART = "挖掘部位；人行道/车行道"
DAY, DAYS = "开工日；日期；-30～730", "占用的起止日期；起止日期；-30～730"


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (AREA, "30"),
        (AREA, "0.1"),
        (AREA, "1000"),
        (AREA, ""),
        (AREA, "３０"),
        (AREA, "１２．５"),
        (AREA, "12.25"),
        ("直径；数字；0.001～2", "0.015"),
        (PART, "人行道"),
        (DAY, "２０２６年９月１日"),
        (DAYS, "2026年12月20日至2027年1月10日"),
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
        (DAY, "2026-02-30", "“开工日”的“2026-02-30”不存在，没有这一天"),
        (DAYS, "2026年2月30日至3月31日", "“2026年2月30日”不存在"),
        (DAYS, "2026年11月1日至11月31日", "“11月31日”不存在"),
        (DAYS, "2026年12月20日至1月10日", "的终止日没有写明年份，请写明是哪一年"),
        (DAYS, "2026年12月20日至2026年1月10日", "终止日早于起始日"),
        (DAY, "２０２６年２月３０日", "“2026年2月30日”不存在"),
        (DAY, "٢٠٢٦-٠٩-٠١", "应写明日期"),
        (AREA, "٣٠", "填的是“٣٠”"),
        (AREA, "+030", "填的是“+030”"),
        (AREA, "030", "填的是“030”"),
        (AREA, "1.3333333333", "“占用面积（平方米）”最多写2位小数，填的是“1.3333333333”。"),
        ("直径；数字；0.001～2", "0.0015", "最多写3位小数"),
        (PART, "机动车道乱填", "“挖掘部位”应填人行道、车行道，填的是“机动车道乱填”。"),
        (DAY, "近期", "应写明日期"),
        (DAYS, "2026年9月1日", "应写明起止日期，如 2026年3月2日至2026年4月1日，填的是"),
        (DAYS, "2026年9月1日至9999年12月31日", "应在2026年8月2日至2028年8月31日之间"),
        (DAYS, "2026年9月30日至9月1日", "终止日没有写明年份"),
        (DAYS, "99999年9月30日至9月1日", "“99999年9月30日”不存在"),
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
        ("部位；人行道/车行道；1～2", "选项写成“甲/乙”，没有范围"),
        ("面积；数字；1～2；申请期限", "起止日期就是申请的期限的"),
        ("期限；起止日期；1～2；长期", "起止日期就是申请的期限的"),
    ],
)
def test_what_is_no_question(line: str, said: str) -> None:
    with pytest.raises(WrongQuestion, match=said):
        read_question(line)
    assert objection(readable(line), "1e30", on=ON) == ""


def test_what_is_kept_is_narrow() -> None:
    assert plain(read_question(AREA), " １２．５ ") == "12.5"
    assert plain(read_question(DAYS), "２０２６年９月１日至2026年10月1日") == "2026年9月1日至2026年10月1日"
    assert plain(read_question("用途"), "３号楼") == "３号楼"  # words stay as they were written


def test_a_term_is_read_where_it_is_marked() -> None:
    marked = read_question(f"{DAYS}；申请期限")
    assert marked.is_term and not read_question(DAYS).is_term
    assert term_in(marked, "2026年9月1日至10月31日") == (date(2026, 9, 1), date(2026, 10, 31))
    assert term_in(marked, "2026年9月1日") is None and term_in(marked, "2026年9月2日至9月1日") is None
