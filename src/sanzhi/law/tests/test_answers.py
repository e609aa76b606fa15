"""Words that conclude are heard; what only tells facts and reasons is not."""

import pytest

from sanzhi.law.answers import conclusion_in

CONCLUDE = {
    "经核实，当事人的意见成立，予以采纳。": "意见成立",
    "证明属实，采纳其意见。": "采纳",
    "对当事人的请求予以支持。": "予以支持",
    "同意当事人的意见，依法从轻。": "同意",
    "意见 成立，应予 采 纳": "意见成立",
    "情况属实，同意将罚款减为500元。": "同意",
    "经复核，不予采纳。": "不予采纳",
    "不成立": "不成立",
    "经复核，部分成立": "经复核,部分成立",
    "当事人的申辩难以成立。": "申辩难以成立",
    "未予采纳": "未予采纳",
    "驳回当事人的申辩意见，维持原拟处罚。": "驳回",
    "不同意减轻处罚。": "不同意",
    "所述属实，理由正当，本机关接受。": "本机关接受",
    "没有证据，不予考虑。": "不予考虑",
}
TELL = [
    "已经当场复核，事实清楚，证据确实。",
    "情况属实，但不属于法定从轻情形。",
    "违法事实成立，证据充分。",
    "提供的证明已经核实，数额适当。",
    "当事人的说法前后矛盾，与录像不符。",
    "证人证言与录像一致，予以采信。",
    "没有证据支持当事人所述。",
    "当事人同意本机关调取录像。",
    "门牌号确有误，予以更正。",
    "房东同意给当事人使用。",
    "当事人采纳了执法人员的建议。",
    "当事人陈述其公司2020年成立。",
]


@pytest.mark.parametrize(("text", "found"), CONCLUDE.items())
def test_it_concludes(text: str, found: str) -> None:
    assert conclusion_in(text) == found


@pytest.mark.parametrize("text", TELL)
def test_it_only_tells(text: str) -> None:
    assert not conclusion_in(text)
