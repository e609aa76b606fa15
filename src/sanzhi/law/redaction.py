"""What must not be public: names of natural persons, numbers, telephones, accounts, plates, homes (F11-03 to F11-06)."""

import re
from dataclasses import dataclass

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


@dataclass(frozen=True)
class RedactionRule:
    """One kind of thing that is masked; `mark` tells how sure the rule is."""

    key: str
    title: str
    pattern: re.Pattern[str]
    replacement: str
    source: str
    mark: str


N = "[0-9０-９]"  # as typed, and as pasted from forms with wide digits
GAP = r"[ 　\-－—]?"  # people write numbers in groups
NOT_BEFORE, NOT_AFTER = "(?<![0-9０-９A-Za-z])", "(?![0-9０-９A-Za-z])"
HOUSE = "(?:[0-9０-９]+(?:号院|号楼|号|栋|幢|组|院|单元|层|室|户)|[一二三四五六七八九十百]+(?:号院|号楼|号|组|单元))"

RULES: tuple[RedactionRule, ...] = (
    RedactionRule(
        "id",
        "居民身份证号",
        re.compile(
            rf"{NOT_BEFORE}{N}{{6}}{GAP}{N}{{4}}{GAP}{N}{{4}}{GAP}{N}{{3}}[0-9０-９XxＸｘ]{NOT_AFTER}"
        ),
        "***",
        "F11-04",
        "摘录",
    ),
    RedactionRule(
        "mobile",
        "手机号",
        re.compile(
            rf"(?<!{N})(?:[+＋]?(?:[0０]{{2}})?[8８][6６]{GAP})?[1１][3-9３-９]{N}{GAP}{N}{{4}}{GAP}{N}{{4}}(?!{N})"
        ),
        "***",
        "F11-04",
        "摘录",
    ),
    RedactionRule(
        "phone",
        "固定电话",
        re.compile(rf"(?<!{N})[(（]?[0０]{N}{{2,3}}[)）]?{GAP}{N}{{7,8}}(?:转{N}+)?(?!{N})"),
        "***",
        "F11-04",
        "摘录",
    ),
    RedactionRule(
        "account",
        "银行账号、旧证件号",
        re.compile(
            rf"{NOT_BEFORE}(?:{N}{{15,}}|{N}{{4}}(?:[ 　]{N}{{4}}){{3}}(?:[ 　]{N}{{1,4}})?){NOT_AFTER}"
        ),
        "***",
        "F11-04",
        "摘录",
    ),
    RedactionRule(
        "plate",
        "车牌号",
        re.compile(
            r"([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z])[·•]?[A-Z0-9]{3,4}([A-Z0-9]{2})"
        ),
        r"\1***\2",
        "F11-06",
        "建议",
    ),
    RedactionRule(
        "home",
        "住址门牌",
        re.compile(rf"((?:街道|镇|乡|路|街|大道|巷|社区|村|庄|小区|花园|家属院)){HOUSE}+"),
        r"\1**号",
        "F11-06",
        "建议",
    ),
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


def mask_identifiers(text: str, *, names: tuple[str, ...] = (), hidden: tuple[str, ...] = ()) -> str:
    """`text` with every named person masked and every number, telephone, account, plate and house number hidden.

    Of the `hidden` among them not even the surname is left.
    """
    for name in sorted(filter(str.strip, {*names, *hidden}), key=len, reverse=True):
        # 张　三 is the same person as 张三
        spaced = r"\s*".join(map(re.escape, (letter for letter in name if not letter.isspace())))
        text = re.sub(spaced, NOBODY if name in hidden else mask_person_name(name), text)
    for rule in RULES:
        text = rule.pattern.sub(rule.replacement, text)
    return text
