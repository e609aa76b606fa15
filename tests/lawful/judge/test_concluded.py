"""What a discussion concluded, as its words are read."""

import pytest

from tests.lawful.chronicle.concluded import concluded
from tests.lawful.chronicle.text import is_masked_or_same, letters

READ = {
    "spare": [
        "同意依法不再追究",
        "同意对当事人作出不予行政处罚的决定",
        "同意撤案",
        "经集体讨论，同意免予行政处罚",
        "同意免于处罚",
        "同意从轻，不再处罚",
        "同意免予行政处罚",
        "经讨论，决定不予处罚。",
        "不同意给予处罚",
        "不同意处罚",
        "同意撤销案件",
        "承办人建议罚款八千元，不同意",
        "采纳当事人意见，不予行政处罚",
        "同意当事人不予处罚的请求",
        "承办人建议不予处罚，同意",
        "原拟罚款八千元，讨论后不予处罚",
        "违法事实不成立，撤案",
        "免除处罚",
        "不罚",
        "会议决定对当事人不予行政处罚",
        "同意承办机构不予处罚意见",
        "教育后不予处罚",
        "会议认为应当不予处罚",
        "一致认为不予处罚",
        "拟不予处罚",
        "否决罚款八千元的意见",
        "不宜处罚",
        "无需给予行政处罚",
        "一致同意不予罚款",
    ],
    "punish": [
        "同意按告知内容处罚",
        "多数同意罚款八千元，一人主张不予处罚",
        "当事人请求不予处罚的意见不予采纳，同意罚款八千元",
        "不同意承办人不予处罚的意见，给予罚款八千元",
        "一致同意按照拟处罚意见作出行政处罚决定。",
        "同意给予处罚",
        "再议，同意给予处罚",
        "当事人请求不予处罚，不予采纳，同意罚款八千元",
        "不同意罚款五千元，同意罚款八千元",
        "同意罚款八千元，不同意罚款五千元",
        "不符合不予处罚的情形，罚款八千元",
        "不予从轻处罚，罚款八千元",
        "不同意撤案",
        "同意罚款人民币5,000元",
        "罚款七千九百元，其余同意",
        "当事人提出的免于处罚的申辩不成立，决定处罚",
        "不应免予处罚",
        "当事人申辩不成立，同意罚款八千元",
        "不采纳不予处罚的建议",
        "在五千元以上二万元以下的幅度内罚款八千元",
        "当事人申请不予处罚不能成立，同意处罚",
        "同意承办机构意见，处罚款八千元",
        "认为违法事实成立，应当处罚",
        "会议认为应当给予罚款八千元",
        "法制机构建议不予处罚，会议不予采纳，决定罚款",
        "经研究，对该公司罚款八千元",
        "拟罚款八千元",
        "同意给予处罚，对其员工免予处罚",
        "未发现不予处罚的情形，同意给予处罚",
    ],
    "unclear": [
        "同意移送公安机关",
        "待查",
        "",
        "同意",
    ],
}


@pytest.mark.parametrize(
    ("meant", "words"), [(meant, words) for meant, rows in READ.items() for words in rows]
)
def test_what_was_concluded(meant: str, words: str) -> None:
    assert concluded(words) == meant


def test_many_masks_are_read_at_once() -> None:
    assert not is_masked_or_same("路*" * 8 + "9号", "路" * 60, whole=False)
    assert not is_masked_or_same("王*" * 10000 + "末", "王某" * 10000)
    assert is_masked_or_same("*号*号*箱", "1号2号一箱", whole=False)


def test_long_figures_are_brought_to_one_form() -> None:
    assert letters("0" * 20000) == "0" * 20000
    assert letters("2026年09月05日，3.50元，1.00元") == "2026年9月5日3.5元1元"
