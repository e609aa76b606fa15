"""Typed texts in the sentences of papers."""

import pytest

from sanzhi.law.wording import sentence, without_opening


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
