"""An article of the law of penalties beside the law of the kind."""

import pytest

from sanzhi.law.likewise import of_own_law


@pytest.mark.parametrize(
    ("citation", "category", "own"),
    [
        ("行政处罚法第五十七条", "行政许可", "行政许可法第三十七条、第三十八条"),
        ("行政处罚法第四十四条、第六十一条", "行政许可", "行政许可法第四十四条"),
        (
            "行政处罚法第六十一条；民事诉讼法第八十七条",
            "行政许可",
            "行政许可法第四十四条；民事诉讼法第八十七条",
        ),
        ("行政处罚法第四十三条", "行政许可", ""),
        ("行政处罚法第四十条、第五十四条", "行政许可", "行政许可法第三十四条"),
        ("行政处罚法第四十二条、第五十五条", "行政征收", "河南省行政执法条例第二十四条"),
        (
            "行政处罚法第五十七条；突发事件应对法第十二条",
            "行政征用",
            "河南省行政执法条例第二十八条；突发事件应对法第十二条",
        ),
        ("行政处罚法第五十七条", "行政处罚", "行政处罚法第五十七条"),
    ],
)
def test_each_kind_speaks_its_own_law(citation: str, category: str, own: str) -> None:
    assert of_own_law(citation, category) == own
