"""The same words are no news; another word is."""

from types import SimpleNamespace

import pytest

from sanzhi.kernel.news import is_news
from sanzhi.kernel.verdict import require
from tests.conftest import reasons

STANDING = [SimpleNamespace(text="请求减免", waived=False), SimpleNamespace(text="再请求", waived=False)]


@pytest.mark.parametrize("said", [{"text": "请求减免", "waived": False}, {"text": "再请求"}])
def test_what_stands_is_not_entered_again(said: dict[str, object]) -> None:
    assert "同样的申辩已经登记" in reasons(lambda: require(is_news(STANDING, said, what="申辩")))


def test_other_words_are_entered() -> None:
    assert is_news(STANDING, {"text": "请求减免", "waived": True}, what="申辩")
    assert is_news([], {"text": "请求减免"}, what="申辩")
