"""A character too many in a title is noticed, whichever laws are there."""

from sanzhi.demo.cast import Bureau
from sanzhi.statutes.commands import ImportStatute, import_statute
from tests.test_sheets import begun, book, looked, rows

TOWN = """# 某市杂项条例

第一条 修建临时棚屋、砍伐城市树木、破坏环境、占用城市道路、违法建设的，应当申请。

第二条 搭建、砍伐或者损坏设施，占用公共的场地、共有的部分，擅自、自行处置的，责令改正。
"""
DOUBLED_TITLES = {
    "搭建建临时堆场的处罚": "建",
    "砍伐伐城市树木的处罚": "伐",
    "占用城城市道路的处罚": "城",
    "违违法建设的处罚": "违",
    "损坏坏环卫设施的处罚": "坏",
    "损坏公共共有设施的处罚": "",
    "对擅自自行处置的处罚": "",
    "一条条检查": "",
    "人人参与、天天清扫、处处干净、种种行为": "",
}


def test_a_character_too_many_is_noticed_though_the_laws_hold_the_pair(bureau: Bureau) -> None:
    import_statute(bureau.actor("fazhi"), ImportStatute(name="某市杂项条例(2020-03-01).md", text=TOWN))
    lines = [(number, title) for number, title in enumerate(DOUBLED_TITLES, start=1)]
    found = looked(begun(bureau, "powers"), book(rows(("序号", "项目名称"), *lines)))
    told = [notice for notice in found.notices if "像是多写了" in notice]
    wanted = [(number + 1, DOUBLED_TITLES[title]) for number, title in lines if DOUBLED_TITLES[title]]
    assert len(told) == len(wanted)
    assert all(
        notice.startswith(f"第{number}行") and f"多写了一个“{letter}”" in notice
        for notice, (number, letter) in zip(told, wanted, strict=True)
    )
