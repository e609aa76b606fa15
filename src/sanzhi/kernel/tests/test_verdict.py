"""Verdicts keep every reason, once."""

import pytest

from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Verdict, require


def test_all_reasons_are_collected_once() -> None:
    two = Verdict.no("只有一名执法人员", "行政处罚法第四十二条")
    time = Verdict.no("已超过九十日", "行政处罚法第六十条")
    with pytest.raises(Refused) as caught:
        require(two, Verdict.yes(), time & two)
    assert [reason.sentence for reason in caught.value.reasons] == ["只有一名执法人员", "已超过九十日"]
    assert "依据：行政处罚法第六十条" in str(caught.value)


def test_yes_passes() -> None:
    require(Verdict.yes(), Verdict.when(True, "不会出现"))
    with pytest.raises(Refused):
        require(Verdict.yes(), Verdict.when(False, "会出现"))
