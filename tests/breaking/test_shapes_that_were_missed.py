"""What the leak check passes in silence: homes without 号, school without class, ages without 岁, numbers with a star, illness."""

from datetime import date

import pytest

from sanzhi.law.private_shapes import shapes

MISSED = [
    "身份证号410481*19900101*1234",
    "身份证号4104811990O1011234",
    "手机138，0013，8000",
    "住建设路中段15-2-301",
    "住钢城花园3#2-501",
    "住寺坡街道刘山村东头第二户",
    "就读于舞钢市实验小学",
    "系舞钢市第二初级中学学生",
    "就读高二（3）班",
    "系在读高中生",
    "年龄16",
    "年龄：十六",
    "年仅15",
    "老伴腿断了常年吃药",
    "其为HIV阳性",
    "系聋哑人",
    "系孕妇，正在哺乳期",
    "护照E12345678",
    "邮箱abc[at]qq.com",
    "王小明（邻居）作证",
]


@pytest.mark.parametrize("text", MISSED)
def test_it_is_masked_or_asked(text: str) -> None:
    assert shapes(text, on=date(2026, 9, 1))


def test_the_room_goes_with_the_house() -> None:
    text = "住钢城花园3栋2单元501"
    assert all(
        any(row.start <= at < row.end for row in shapes(text)) for at in range(text.index("501"), len(text))
    )
