"""Where a text may name somebody, found by its shape: no check digit saves a number that has the look of one (F11-03 to F11-06).

Some of it goes by rule; of the rest a person must say whether it may be public.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sanzhi.law.ages import NUMERALS, SPOKEN_AGE, least
from sanzhi.law.homes import BETWEEN, COUNT, FLAT, GAP, HOME, MAYBE_FLAT, ROOM
from sanzhi.law.private_words import (
    AT_THE_HEAD,
    CALLED,
    COLLEAGUE,
    HEALTH,
    KIN,
    LIFE,
    ONE_OF_MANY,
    ORDINARY,
    POLITE,
    SAID_AFTER,
    SPACED,
)

ADULT = 18  # years


@dataclass(frozen=True)
class Shape:
    """What stands between `start` and `end`; `mask` takes its place, or, where there is none, a person decides."""

    key: str
    title: str
    start: int
    end: int
    mask: str = ""

    @property
    def must_go(self) -> bool:
        return bool(self.mask)

    @property
    def tells_a_minor(self) -> bool:
        return self.key == "minor"


UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
APART = r"[ \t\u3000\-—–_.·•・/|*,\r\n]{0,3}"  # between the digits of a number also stars, commas, the end of a line
WRITTEN = "〇零○幺一二三四五六七八九壹贰叁肆伍陆柒捌玖"
CHINESE = str.maketrans(WRITTEN + "Oo", "0001" + 2 * "123456789" + "00")
DIGIT = f"[0-9O{WRITTEN}]"
RUN = re.compile(rf"(?<![0-9A-Z]){DIGIT}(?:{APART}{DIGIT}){{6,}}(?:{APART}X)?(?![0-9])", re.IGNORECASE)
LISTED = r"[ \t\r\n、,;:()+~\-—–_.·•・/|]{1,3}"  # signs that as often part one number from another
PARTED = re.compile(rf"(?<![0-9A-Z])[0-9]{{3,}}(?:{LISTED}[0-9]{{3,}})+(?![0-9])")
MOBILE = re.compile(
    rf"1[3-9][0-9](?:{LISTED}[0-9]{{4}}{LISTED}[0-9]{{4}}|{LISTED}[0-9]{{8}}|[0-9]{{4}}{LISTED}[0-9]{{4}})"
)
LONG = re.compile(r"(?<![0-9A-Z])(?!20[0-3][0-9])[0-9]{9,14}(?![0-9A-Z])")
COUNTED = re.compile(r"\s?(?:元|万|亿|平|米|㎡|m|吨|公斤|千克|%|倍|个|件|条|页|天|日|户)")
SINGLE = re.compile(r"(?<![0-9])[0-9](?:[、,，;；:：+~]\s?[0-9](?![0-9])){10,}")
YEAR, MONTH, DAY = r"(?:19|20)\d\d", r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12]\d|0?[1-9])"
DATE = re.compile(
    rf"(?<!\d)(?:{YEAR}([-./年—–]){MONTH}(?:[-./月—–]){DAY}|{YEAR}年|20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)"
)
SUM = re.compile(r"(?<![\d.])\d+\.\d{1,2}(?=\s?(?:元|万|亿|平方|立方|米|㎡|m|吨|公斤|千克|%|倍|小时))")
ID_18 = re.compile(r"\d{6}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]")
FILL = r"[^0-9，。；、,;\n]{0,2}"  # 年, 月, brackets between the parts of one number
SPLIT_ID = re.compile(
    rf"(?<![0-9])[0-9]{{6}}{FILL}(?:18|19|20)[0-9]{{2}}{FILL}(?:0[1-9]|1[0-2]){FILL}(?:0[1-9]|[12][0-9]|3[01])"
    rf"{FILL}[0-9]{{3}}[0-9X](?![0-9])",
    re.IGNORECASE,
)
SAID_ID = re.compile(r"身份证[^。；;\n]{0,60}")
PART = re.compile("[0-9]{3,}X?", re.IGNORECASE)
NUMBERS = (
    ("id", "居民身份证号", ID_18),
    ("id", "十五位身份证号", re.compile(r"\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}")),
    ("phone", "手机号", re.compile(r"(?:(?:00)?86|0)?1[3-9]\d{9}")),
    ("phone", "固定电话", re.compile(r"0[1-9]\d{8,10}")),
    ("account", "证件号、银行账号", re.compile(r"\d{15,}X?|\d{17}X")),
)
LANDLINE = re.compile(rf"[(]?0[1-9][0-9]{{1,2}}[)]?{GAP}[0-9]{{7,8}}(?:转[0-9]+)?(?![0-9])")
MOST_GROUPS = 19
CONTACT = re.compile(
    r"(?:电话|手机|座机|联系方式|联系号码|微信|QQ|传真|支付宝|抖音|快手|收款码|[账帐][号户]|卡号)(?:号码|[账帐]?[号户])?\s*[:：是为]?\s*"
    r"(\+?[0-9A-Z][0-9A-Z_\-\s]{3,}[0-9A-Z])(?!\s?(?:元|万|次|笔|个|户))",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"(?:尾号|末[三四五六]位|后[三四五六]位|末尾|尾数)(?:数字|号码)?[是为:]?\s?([0-9X]{3,})(?!\s?[元万.])"
)
MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@|\s?[\[({]at[\])}]\s?|\sat\s)[\w-]+(?:\.[\w-]+)+", re.ASCII | re.IGNORECASE
)
PAPER = re.compile(
    r"(?:护照|车架|发动机|车辆识别代?|户口[本簿]|(?:社保|医保|银行|信用|储蓄|市民|居民)卡|(?<!许可)(?<!执法)(?<!合格)(?<![查取佐印举质论见公保认凭])证件?)(?:号码|编?号|码)?"
    r"\s*[:：是为]?\s*([A-Z0-9][A-Z0-9*\-]{5,})",
    re.IGNORECASE,
)
PLATE = re.compile(
    rf"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]{GAP}[A-Z](?:{GAP}[A-Z0-9{WRITTEN}]){{4,5}}"
    rf"(?:{GAP}[A-Z0-9挂学警港澳])?(?![A-Z0-9])",
    re.IGNORECASE,
)
ONE_TO_NINE = "[一二三四五六七八九1-9]"
NTH = rf"[(（]?(?:{COUNT}|[0-9]){{1,2}}[)）]?"
CLASS = rf"(?:{ONE_TO_NINE}年级|[高初][一二三1-3](?![0-9])|{NTH}班)"
# 高二3班, 八（3）班, 六.2班: nothing but a school counts so
OWN_CLASS = re.compile(
    rf"[高初][一二三1-3]{GAP}{NTH}班|{ONE_TO_NINE}{GAP}(?:[(（](?:{COUNT}|[0-9]){{1,2}}[)）]|[.·][0-9]{{1,2}})班"
)
NUMBERED = rf"(?:{COUNT}|[0-9]){{1,3}}[中高小](?![队心央间旬时区组吃温])"  # 一中, 三高, not 一中队
SCHOOLS = "小学|中学|初中|高中|学校|职专|职高|中专|技校|卫校|师范|幼儿园|附[中小]"
SCHOOL = re.compile(
    rf"[^，。；、：:,;\s]{{0,14}}(?:{SCHOOLS}|{NUMBERED}|书院)"
    rf"[^，。；\n]{{0,6}}?{CLASS}(?:{NTH}班)?"
)
AT_SCHOOL = "(?:的)?(?:在校|在读)?(?:学生|就读|在读|在校生)"
PUPIL = re.compile(
    r"(?:(?<=[就在]读于)|(?<=[就在]读)(?!于))(?!\*)[^，。；、的\n]{1,14}"
    rf"|[^，。；、\n]{{0,14}}(?:小学|中学|初中|高中|职专|职高|中专|技校|卫校|技工学校|{NUMBERED}){AT_SCHOOL}"
    r"|(?:高中|初中|小学)生"
    rf"|[^，,。、；;\n]{{0,14}}(?:{SCHOOLS}|{NUMBERED})(?:上学|上课|念书|读书|就学|就读)"
    r"|幼儿园[大中小]班|(?<![路街巷道山河场市以])[上读念](?:小学|初中|高中|职高|中专|幼儿园)(?![门旁附对周校东西南北里])"
)
LEADS_TO_SCHOOL = re.compile("就读于|就读|在读|[在系是为读]")
GRADE = re.compile(
    rf"{ONE_TO_NINE}年级|[高初][一二三1-3](?:年级|学生|在读|在校|[新考]生|毕业|复读|的?[男女][孩生])"
    r"|(?<=[上读念升])[高初][一二三1-3](?![级层楼米档])"
)
AGE = re.compile(rf"({SPOKEN_AGE}){GAP}周?{GAP}岁")
YEARS = re.compile(rf"(?:年龄|年仅|现年|时年)\s*[:：是为]?\s*({SPOKEN_AGE})(?![0-9十个件次元月周岁])")
ABOUT = re.compile(
    rf"(?<![{NUMERALS}0-9第])(?:十[一二三四五六七八]{{2}}|十几|十多)(?=[的，,。；;、]|上下|左右|模样)(?![米元])"
)
BIRTH = rf"({YEAR}|(?<![0-9])[0-9][0-9](?=年))[-./年](?:({MONTH})[-./月](?:({DAY})日?)?)?"
BORN = re.compile(
    rf"{BIRTH}\s*(?:出生|生(?![产活意]))|(?:出生于|出生日期|出生年月|生于|生日)[:：是为]?\s*{BIRTH}"
    rf"|(?:出生于|出生日期|出生年月|生于|生日)[:：是为]?\s*({YEAR})"
)
SPOKEN_YEAR = rf"([{WRITTEN}]{{4}}|[{WRITTEN}]{{2}})年(?:[{WRITTEN}十]{{1,3}}月)?(?:[{WRITTEN}十]{{1,3}}日)?"
BORN_SPOKEN = re.compile(
    rf"{SPOKEN_YEAR}\s*(?:出生|生(?![产活意]))|(?:出生于|出生日期|出生年月|生于|生日)[:：是为]?\s*{SPOKEN_YEAR}"
)
YOUNG = re.compile(
    "小孩|孩子|[男女]孩|娃(?!娃菜)|儿童|小朋友|少年(?!宫)|婴儿|幼[儿童](?!园)|学童|学生|(?:0[5-9]|1[0-9]|零[五六七八九]|一[零〇])后|"
    "未成年|[不未](?:满|足|到)(?:十[一二三四五六七八]?|1[0-8])(?:周?岁|(?=[的，,。；;、]))|(?:二十|20)[来几多余]岁|小学生|中学生|在校学生|监护人"
)


def shapes(text: str, *, on: date | None = None) -> list[Shape]:
    """All that is found, in order; where two meet, what must go and what is longer stands. `on`: the day of the act."""
    plain, places = _plain(text)
    taken = bytearray(len(plain))
    kept: list[Shape] = []
    for row in sorted(_found(plain, on), key=lambda row: (not row.must_go, row.start - row.end)):
        if row.end > row.start and not any(taken[row.start : row.end]):
            taken[row.start : row.end] = b"\x01" * (row.end - row.start)
            kept.append(row)
    return sorted(
        (Shape(row.key, row.title, places[row.start], places[row.end - 1] + 1, row.mask) for row in kept),
        key=lambda row: row.start,
    )


def masked(text: str, *, on: date | None = None) -> str:
    """`text` without what must go."""
    for row in reversed(shapes(text, on=on)):
        if row.must_go:
            text = text[: row.start] + row.mask + text[row.end :]
    return text


def squeezed(text: str) -> str:
    """Without anything between letters and digits, in one width and case: to compare with what must not stand there."""
    return re.sub(rf"[\r\n]|{BETWEEN}", "", _plain(text)[0]).lower()


def _plain(text: str) -> tuple[str, list[int]]:
    """In one width, digits of all scripts as ours, without what nobody sees; and where each sign stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if not UNSEEN.match(letter):
            written = _in_one_script(letter)
            letters += written
            places += [place] * len(written)
    return "".join(letters), places


def _in_one_script(letter: str) -> str:
    """７ and ⑦ as 7, ⑱ as 18, ⑴ as (1); what is no number and would become several stays."""
    digit = unicodedata.digit(letter, None)
    one = str(digit) if digit is not None else unicodedata.normalize("NFKC", letter)
    return one if len(one) == 1 or unicodedata.numeric(letter, None) is not None else letter


def _found(text: str, on: date | None) -> Iterator[Shape]:
    yield from _numbers(text)
    for match in MAIL.finditer(text):
        yield Shape("phone", "电子邮箱", *match.span(), "***")
    for match in PLATE.finditer(text):
        plate = re.sub(BETWEEN, "", match[0]).upper()
        yield Shape("plate", "车牌号", *match.span(), f"{plate[:2]}***{plate[-2:]}")
    for match in HOME.finditer(text):
        yield Shape("home", "门牌", *match.span(1), "**号")
    for match in FLAT.finditer(text):
        yield Shape("home", "门牌", *match.span(match.lastindex or 0), "**号")
    for match in ROOM.finditer(text):
        yield Shape("home", "门牌", *match.span(), "**号")
    yield from _minors(text, on)
    yield from _to_be_judged(text)


def _numbers(text: str) -> Iterator[Shape]:
    for match in RUN.finditer(text):
        if ID_18.fullmatch(_digits(match[0])):
            yield Shape("id", "居民身份证号", *match.span(), "***")
    for match in SPLIT_ID.finditer(text):
        yield Shape("id", "分开书写的身份证号", *match.span(), "***")
    for said in SAID_ID.finditer(text):
        for match in PART.finditer(text, *said.span()):
            yield Shape("id", "身份证号的一部分", *match.span(), "***")
    apart = SUM.sub(_blank, DATE.sub(_blank, text))
    for match in RUN.finditer(apart):
        yield from _number_in(match[0], match.start())
    for key, title, form in (
        ("id", "证件号码", PAPER),
        ("phone", "联系方式", CONTACT),
        ("account", "尾号", TAIL),
    ):
        for match in form.finditer(apart):
            yield Shape(key, title, *match.span(1), "***")
    yield from _parted(apart)
    for match in LANDLINE.finditer(apart):
        yield Shape("phone", "固定电话", *match.span(), "***")
    for match in SINGLE.finditer(text):
        yield Shape("account", "逐位隔开的号码", *match.span(), "***")


def _parted(text: str) -> Iterator[Shape]:
    """Groups with what also parts two numbers between them: a mobile as one writes it goes, the rest is judged."""
    for match in PARTED.finditer(text):
        if COUNTED.match(text, match.end()):
            continue
        if MOBILE.fullmatch(match[0]):
            yield Shape("phone", "手机号", *match.span(), "***")
        elif any(form.fullmatch(re.sub(LISTED, "", match[0])) for _, _, form in NUMBERS):
            yield Shape("number", "疑似隔开书写的号码", *match.span())
    for match in LONG.finditer(text):
        if not COUNTED.match(text, match.end()):
            yield Shape("number", "疑似号码", *match.span())


def _number_in(run: str, start: int) -> Iterator[Shape]:
    """The longest neighbouring groups of digits that together have the look of a number: another may stand beside it."""
    groups = list(re.finditer(rf"(?:{DIGIT}|X)+", run, re.IGNORECASE))
    for first in range(len(groups)):
        for last in range(min(len(groups), first + MOST_GROUPS) - 1, first - 1, -1):
            begin, end = groups[first].start(), groups[last].end()
            digits = _digits(run[begin:end])
            said = next(((key, title) for key, title, form in NUMBERS if form.fullmatch(digits)), None)
            if said is not None:
                yield Shape(*said, start + begin, start + end, "***")
                break


def _blank(match: re.Match[str]) -> str:
    return "\x00" * len(match[0])


def _digits(written: str) -> str:
    return re.sub(r"[*,\r\n]|" + BETWEEN, "", written).translate(CHINESE).upper()


def _minors(text: str, on: date | None) -> Iterator[Shape]:
    """School and class, an age below eighteen, a birth that makes one (未成年人保护法 §103)."""
    for match in SCHOOL.finditer(text):
        leads = list(LEADS_TO_SCHOOL.finditer(match[0].split("学")[0]))
        start = match.start() + (leads[-1].end() if leads else 0)
        yield Shape("minor", "学校、年级、班级", start, match.end(), "***")
    for match in (*GRADE.finditer(text), *OWN_CLASS.finditer(text)):
        yield Shape("minor", "年级", *match.span(), "***")
    for match in AGE.finditer(text):
        if least(match[1]) < ADULT:
            yield Shape("minor", "未成年人的年龄", *match.span(), "***")
    for match in ABOUT.finditer(text):
        yield Shape("young", "疑似未成年人的年龄", *match.span())
    for match in PUPIL.finditer(text):
        yield Shape("minor", "学校、学生", *match.span(), "***")
    for match in YEARS.finditer(text):
        if least(match[1]) < ADULT:
            yield Shape("minor", "未成年人的年龄", *match.span(), "***")
    for match in (*BORN.finditer(text), *BORN_SPOKEN.finditer(text)):
        born = [int(part.translate(CHINESE)) for part in match.groups() if part]
        if on is not None and _is_young((_year(born[0], on=on), *born[1:], 12, 28), on=on):
            yield Shape("minor", "未成年人的出生日期", *match.span(), "***")
        else:
            yield Shape("birth", "出生日期", *match.span())


def _year(written: int, *, on: date) -> int:
    """09年 is 2009, 78年 is 1978: the last such year."""
    century = on.year - on.year % 100
    return written if written > 99 else century + written - 100 * (written > on.year % 100)


def _is_young(born: tuple[int, ...], *, on: date) -> bool:
    """Year, month, day; what is not said is the end of the year."""
    return on.year - born[0] - ((on.month, on.day) < born[1:3]) < ADULT


def _to_be_judged(text: str) -> Iterator[Shape]:
    for key, title, form in (
        ("health", "健康状况", HEALTH),
        ("kin", "亲属", KIN),
        ("young", "疑似涉及未成年人", YOUNG),
        ("life", "经历、处境", LIFE),
        ("home", "疑似门牌", MAYBE_FLAT),
        ("name", "疑似隔开书写的姓名", SPACED),
    ):
        for match in form.finditer(text):
            yield Shape(key, title, *match.span())
    for form in (CALLED, ONE_OF_MANY, AT_THE_HEAD, SAID_AFTER, COLLEAGUE, POLITE):
        for match in form.finditer(text):
            end = match.end(1) - bool(ORDINARY.match(match[1][-1]))  # 李婷是
            if end - match.start(1) > 1 and not ORDINARY.search(text[match.start(1) : end]):
                yield Shape("name", "疑似姓名", match.start(1), end)
