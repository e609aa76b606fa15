"""What must not be public: names of natural persons, numbers, telephones, accounts, plates, homes (F11-03 to F11-06)."""

import re
from datetime import date

from sanzhi.law.homes import BETWEEN
from sanzhi.law.private_shapes import UNSEEN, masked

COMPOUND = frozenset(
    [
        "欧阳",
        "太史",
        "端木",
        "上官",
        "司马",
        "东方",
        "独孤",
        "南宫",
        "万俟",
        "闻人",
        "夏侯",
        "诸葛",
        "尉迟",
        "公羊",
        "赫连",
        "澹台",
        "皇甫",
        "宗政",
        "濮阳",
        "公冶",
        "太叔",
        "申屠",
        "公孙",
        "慕容",
        "仲孙",
        "钟离",
        "长孙",
        "宇文",
        "司徒",
        "鲜于",
        "司空",
        "闾丘",
        "子车",
        "亓官",
        "司寇",
        "巫马",
        "公西",
        "颛孙",
        "壤驷",
        "公良",
        "漆雕",
        "乐正",
        "宰父",
        "谷梁",
        "拓跋",
        "夹谷",
        "轩辕",
        "令狐",
        "段干",
        "百里",
        "呼延",
        "东郭",
        "南门",
        "羊舌",
        "微生",
        "公户",
        "公玉",
        "公仪",
        "梁丘",
        "公仲",
        "公上",
        "公门",
        "公山",
        "公坚",
        "左丘",
        "公伯",
        "西门",
        "公祖",
        "第五",
        "公乘",
        "贯丘",
        "公皙",
        "南荣",
        "东里",
        "东宫",
        "仲长",
        "子书",
        "子桑",
        "即墨",
        "达奚",
        "褚师",
    ]
)


def mask_person_name(name: str) -> str:
    """张某某, 欧阳某, 李某; a compound surname stays whole (F11-05, 建议). One character becomes 某."""
    letters = [character for character in name.strip() if not character.isspace()]
    if not letters:
        return "某"
    if letters[0].isascii():
        return letters[0] + "**"
    surname = 2 if len(letters) > 2 and "".join(letters[:2]) in COMPOUND else 1
    if len(letters) == 1:
        return "某"
    return "".join(letters[:surname]) + "某" * max(1, min(len(letters) - surname, 2))


NOBODY = "某某"


def mask_identifiers(
    text: str, *, names: tuple[str, ...] = (), hidden: tuple[str, ...] = (), on: date | None = None
) -> str:
    """`text` with every named person masked, and without what must go by its shape; `on` is the day of the act.

    Of the `hidden` among them not even the surname is left.
    """
    for name in sorted(filter(str.strip, {*names, *hidden}), key=len, reverse=True):
        # 张　三 is the same person as 张三
        between = rf"(?:{BETWEEN}|[\r\n]|{UNSEEN.pattern})*"
        spaced = between.join(map(re.escape, (letter for letter in name if not letter.isspace())))
        text = re.sub(spaced, NOBODY if name in hidden else mask_person_name(name), text)
    return masked(text, on=on)
