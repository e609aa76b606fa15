"""Typed texts in the sentences of papers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanzhi.law.wording import decides, imposes, sentence, without_opening


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("已经改正", "已经改正。"),
        ("已经改正。", "已经改正。"),
        (" 已经改正。。 ", "已经改正。"),
        ("属实吗？", "属实吗？"),
        ("立即改正；", "立即改正。"),
        ("  ", ""),
        ("。", ""),
    ],
)
def test_a_sentence_has_one_full_stop(typed: str, said: str) -> None:
    assert sentence(typed) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("经复查，已经改正。", "已经改正。"),
        ("经查明：属实。", "属实。"),
        ("已当场复核，事实清楚。", "事实清楚。"),
        ("经查处的违法建设仍在。", "经查处的违法建设仍在。"),
        ("已经改正。", "已经改正。"),
    ],
)
def test_what_the_paper_has_said_already_is_not_said_again(typed: str, said: str) -> None:
    assert without_opening(typed) == said


ORDERING = [
    "另处行政拘留十日",
    "另罚贰仟圆",
    "并处罚款20,000元",
    "罚款２００００元",
    "现决定罚款三万元",
    "处两万元罚款",
    "交纳2000块到承办人处",
    "请将罚款汇至6222000011112222333",
    "缴至苏某个人账户",
    "转入微信收款码",
    "收款账号：6222 0000 1111 2222 333",
    "撤销许可证",
    "给予吊销许可证",
    "责令停业整顿",
    "限制从业三年",
    "并没收违法所得",
]
TELLING = [
    "2025年3月2日，本机关对其处以500元罚款，当事人已缴纳",
    "当事人立即停止营业并撤离",
    "应当没收用于违法行为的烧烤炉",
    "依法应当并处罚款",
    "垃圾交给无资质的个人运输，支付运费500元",
    "按每平方米50元计算，共6平方米，罚款300元",
    "该店主要靠夜间营业，停业将造成员工失业",
    "拟罚款2000元在法定幅度内",
    "罚款800元与情节相当",
    "未取得许可证，在人行道设摊",
    "当事人已自行关闭门店",
    "2025年3月被公安机关查封店铺",
    "当事人曾被处以罚款500元",
    "依照规定可以并处500元以上1000元以下罚款",
    "责令停业整顿期间继续营业",
    "通过微信收款码收取货款200元",
    "罚款过重的意见不予采纳",
    "关闭油烟净化设施，直接排放油烟",
    "当事人将货款500元转至王某个人账户",
    "成交2000元，有销售记录证明",
    "处罚适当",
    "本案不再给予罚款",
]


@pytest.mark.parametrize("text", ORDERING)
def test_a_reason_does_not_order(text: str) -> None:
    assert imposes(text, fine=Decimal(800))


@pytest.mark.parametrize("text", TELLING)
def test_a_reason_may_tell(text: str) -> None:
    assert imposes(text, fine=Decimal(800)) == ""


@pytest.mark.parametrize(
    ("fine", "other"), [(2000, "贰仟圆"), (20_000, "两万元"), (20_500, "二万零五百元"), (15_000, "1.5万元")]
)
def test_a_sum_is_the_same_however_it_is_written(fine: int, other: str) -> None:
    assert imposes(f"罚款{other}", fine=Decimal(fine)) == ""
    assert imposes(f"罚款{other}", fine=Decimal(fine + 1)) and imposes(f"罚款{other}")


@given(st.sampled_from(ORDERING), st.sampled_from(TELLING), st.sampled_from("，。；：、"), st.booleans())
def test_what_orders_is_found_beside_what_tells(order: str, story: str, sign: str, wide: bool) -> None:
    said = f"{story}。{order}{sign}{story}"
    assert imposes(" ".join(said) if wide else said)


@given(st.lists(st.sampled_from([text for text in TELLING if "800" not in text]), min_size=1, max_size=6))
def test_what_tells_stays_lawful_in_any_order(texts: list[str]) -> None:
    assert imposes("；".join(texts)) == ""


@pytest.mark.parametrize(
    "text",
    [
        "立即改正；另罚贰仟圆",
        "扣车三个月",
        "关门歇业",
        "关闭门店",
        "查封店铺",
        "撤销许可证",
        "交纳2000块",
        "限制从业",
        "暂扣车辆",
    ],
)
def test_an_order_to_correct_does_not_punish(text: str) -> None:
    assert decides(text)


@pytest.mark.parametrize(
    "text",
    ["拆除广告牌两块", "设置警告标志", "关闭高音喇叭", "逾期不改正的，依法处罚", "元旦前移走圆形花坛三个"],
)
def test_an_order_to_correct_says_how(text: str) -> None:
    assert decides(text) == ""
