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
    "当事人所称违法事实不成立的意见与证据不符，不予采纳。",
]
NEITHER = [
    "已经当场复核，事实清楚，证据确实。",
    "当事人请求采纳其从轻处罚的意见。",
    "情况属实，但不属于法定从轻情形。",
    "违法事实成立，证据充分。",
    "是否采纳，由负责人决定。",
    "提供的证明已经核实，数额适当。",
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
