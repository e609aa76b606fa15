"""The words of an answer are heard with their negations, and nothing is heard that they only tell."""

import pytest

from sanzhi.law.answers import conclusions

ACCEPTS = [
    "经核实，当事人的意见成立，予以采纳。",
    "经核实意见成立，予以采纳。",
    "证明属实，采纳其意见。",
    "该意见应当采纳。",
    "没有理由认为有误，不能不采纳。",
    "对当事人的请求予以支持。",
    "当事人的理由能够成立。",
    "同意当事人的意见，依法从轻。",
    "申辩意见部分成立",
    "意见 成立，应予 采 纳",
    "经核实，当事人所述属实，本机关予以采信，同意将罚款减为500元。",
    "当事人所述属实，本机关予以采信。",
    "情况属实，同意从轻处罚，罚款减为500元。",
    "意见有理，应予考虑，从轻处罚。",
]
DECLINES = [
    "经复核，不予采纳。",
    "经复核，理由不能成立，不予采纳。",
    "不成立",
    "该意见没有被采纳。",
    "当事人的申辩难以成立。",
    "对其请求不予支持。",
    "不同意当事人的意见。",
    "未予采纳",
    "当事人的意见缺乏依据，本机关无法采纳",
    "要求从轻的意见不予采纳。",
    "驳回当事人的申辩意见，维持原拟处罚。",
    "对该意见予以驳回。",
    "本机关不予同意。",
    "当事人的说法前后矛盾，不足采信。",
    "申辩理由不足以采纳",
    "本机关不同意采纳",
    "不同意减轻处罚。",
    "不予采纳的理由是没有证据。",
    "当事人所称违法事实不成立的意见与证据不符，不予采纳。",
]
NEITHER = [
    "已经当场复核，事实清楚，证据确实。",
    "当事人请求采纳其从轻处罚的意见。",
    "情况属实，但不属于法定从轻情形。",
    "违法事实成立，证据充分。",
    "是否采纳，由负责人决定。",
    "提供的证明已经核实，数额适当。",
    "不符合采纳的条件，维持原拟处罚",
    "不具有采纳的理由",
    "当事人虽称愿意接受处罚意见，但要求从轻，没有法定情节",
    "当事人表示接受上述意见。",
    "当事人的申辩意见因违法事实成立，不能推翻原认定",
    "申辩意见是在违法行为成立以后提出的",
    "当事人所述家庭困难属实，但不能采信为法定情节。",
    "证人证言与录像一致，予以采信。",
    "同意办案机构不予从轻的意见。",
    "当事人请求同意减轻处罚。",
    "当事人提出的事实、理由或者证据成立的，行政机关应当采纳。",
]


@pytest.mark.parametrize("text", ACCEPTS)
def test_it_accepts(text: str) -> None:
    assert conclusions(text) == {True}


@pytest.mark.parametrize("text", DECLINES)
def test_it_declines(text: str) -> None:
    assert conclusions(text) == {False}


@pytest.mark.parametrize("text", NEITHER)
def test_it_concludes_nothing(text: str) -> None:
    assert conclusions(text) == frozenset()


def test_it_accepts_one_point_and_declines_another() -> None:
    assert conclusions("经营困难的意见属实，予以采纳；设置者另有他人的意见不予采纳。") == {True, False}
