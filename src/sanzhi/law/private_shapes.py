"""Where a text may name somebody, found by its shape: no check digit saves a number that has the look of one (F11-03 to F11-06).

Some of it goes by rule; of the rest a person must say whether it may be public.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

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
BETWEEN = (
    r"[ \t\u3000\-—–_.·•・/|]"  # what is written between the letters of a name and the digits of a number
)
GAP = rf"{BETWEEN}{{0,3}}"
APART = r"[ \t\u3000\-—–_.·•・/|*,]{0,3}"  # between the digits of a number also stars and commas
WRITTEN = "〇零○幺一二三四五六七八九壹贰叁肆伍陆柒捌玖"
CHINESE = str.maketrans(WRITTEN + "Oo", "0001" + 2 * "123456789" + "00")
DIGIT = f"[0-9O{WRITTEN}]"
COUNT = "[一二三四五六七八九十百零〇两]"

RUN = re.compile(rf"(?<![0-9A-Z]){DIGIT}(?:{APART}{DIGIT}){{6,}}(?:{APART}X)?(?![0-9])", re.IGNORECASE)
SINGLE = re.compile(r"(?<![0-9])[0-9](?:[、,，;；:：+~]\s?[0-9](?![0-9])){10,}")
YEAR, MONTH, DAY = r"(?:19|20)\d\d", r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12]\d|0?[1-9])"
DATE = re.compile(
    rf"(?<!\d)(?:{YEAR}([-./年—–]){MONTH}(?:[-./月—–]){DAY}|{YEAR}年|20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)"
)
SUM = re.compile(r"(?<![\d.])\d+\.\d{1,2}(?=\s?(?:元|万|亿|平方|立方|米|㎡|m|吨|公斤|千克|%|倍|小时))")
ID_18 = re.compile(r"\d{6}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]")
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
    r"(?:电话|手机|座机|联系方式|联系号码|微信|QQ|传真)(?:号码|号)?\s*[:：是为]?\s*(\+?[0-9A-Z][0-9A-Z_\-\s]{4,}[0-9A-Z])",
    re.IGNORECASE,
)
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}(?:@|[\[({]at[\])}])[\w-]+(?:\.[\w-]+)+", re.ASCII)
PAPER = re.compile(
    r"(?:护照|军官证|士兵证|驾驶证|通行证|居留证|学生证|身份证)(?:号码|号)?\s*[:：是为]?\s*([A-Z0-9][A-Z0-9*\-]{5,})",
    re.IGNORECASE,
)
PLATE = re.compile(
    rf"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]{GAP}[A-Z](?:{GAP}[A-Z0-9]){{4,5}}"
    rf"(?:{GAP}[A-Z0-9挂学警港澳])?(?![A-Z0-9])",
    re.IGNORECASE,
)
STREET = (
    "(?:街道|大街|镇|乡|路|街|大道|巷|弄|胡同|里弄|社区|新村|村|庄|小区|花园|家园|公寓|苑|家属院|大院|宿舍)"
)
UNIT = "(?:#|号院|号楼|号|栋|幢|座|组|院|单元|层|室|户)"
HOUSE = (
    rf"{GAP}(?:第?(?:[0-9]{{1,6}}|[A-Z](?=座|栋|幢|区)){GAP}{UNIT}|{COUNT}{{1,6}}(?:号院|号楼|号|栋|幢|组|单元|室)|第{COUNT}{{1,3}}户"
    rf"|附{GAP}[0-9]+{GAP}号|[0-9]+(?:{BETWEEN}[0-9]+){{1,3}}(?:号|室)?)"
)
ALONG = "(?:[东西南北中]{1,2}(?:段|头|侧|边)?|附近)?"
HOME = re.compile(rf"{STREET}{ALONG}((?:{HOUSE})+(?:{GAP}[0-9]{{1,5}}(?![0-9年月日]))?)", re.IGNORECASE)
ROOM = re.compile(
    rf"(?<![0-9])[0-9]+{GAP}(?:号楼|栋|幢|座|单元){GAP}[0-9]+{GAP}(?:单元|层|室|号|户)(?:{HOUSE})*"
)

CLASS = rf"(?:[一二三四五六七八九1-9]年级|[高初][一二三123](?![0-9])|[(（]?(?:{COUNT}|[0-9]){{1,2}}[)）]?班)"
SCHOOL = re.compile(
    rf"[^，。；、：:,;\s]{{0,14}}(?:小学|中学|初中|高中|学校|职专|职高|中专|幼儿园|附中|附小|[一二三四五六七八九十0-9]{{1,3}}中|书院)"
    rf"[^，。；\n]{{0,6}}?{CLASS}(?:[(（]?(?:{COUNT}|[0-9]){{1,2}}[)）]?班)?"
)
PUPIL = re.compile(
    r"(?:就读于|就读|在读于)[^，。；、\n]{0,14}(?:小学|中学|初中|高中|学校|职专|职高|中专|幼儿园|附中|附小)"
    r"|[^，。；、\n]{0,14}(?:小学|中学|初中|高中|职专|职高|中专)(?:在校|在读)?(?:学生|就读|在读)|在读(?:高中|初中|小学|中学)生?|(?:高中|初中|小学)生"
    rf"|(?:就读|在读)[^，。；\n]{{0,4}}{CLASS}"
)
LEADS_TO_SCHOOL = re.compile("就读于|就读|在读|[在系是为读]")
GRADE = re.compile(r"[一二三四五六七八九1-9]年级|(?:高|初)[一二三123](?:年级|学生|在读|在校)")
AGE = re.compile(rf"([0-9]{{1,3}}|{COUNT}{{1,3}}){GAP}周?{GAP}岁")
YEARS = re.compile(
    rf"(?:年龄|年仅|现年|时年)\s*[:：是为]?\s*([0-9]{{1,3}}|{COUNT}{{1,3}})(?![0-9十个件次元月周岁])"
)
BORN = re.compile(
    rf"({YEAR})[-./年](?:({MONTH})[-./月](?:({DAY})日?)?)?\s*(?:出生|生(?![产活意]))"
    rf"|(?:出生于|出生日期|出生年月|生于)[:：是为]?\s*({YEAR})(?:[-./年]({MONTH})(?:[-./月]({DAY})日?)?)?"
)
YOUNG = re.compile("未成年|不满十八周?岁|不满18周?岁|小学生|中学生|在校学生|监护人")

KIN = re.compile(
    "其(?:妻|夫|父|母|子|女|儿|兄|弟|姐|妹|祖父|祖母|外公|外婆|岳父|岳母|公公|婆婆|配偶|家人|亲属|爷爷|奶奶)[子亲儿]?"
    "|(?:之|的)(?:妻|夫|父亲?|母亲?|子|女)(?![0-9\u4e00-\u9fff])|(?:老伴|老婆|老公|爱人|媳妇|妻子|丈夫|父亲|母亲|儿子|女儿|配偶|爷爷|奶奶|岳父|岳母|孙子|孙女|哥哥|弟弟|姐姐|妹妹)"
)
HEALTH = re.compile(
    "患有?[^，。；\n]{0,8}(?:病|症|癌|瘤|炎)|(?:肝|肺|胃|肠|乳腺|血|骨)?癌|肿瘤|住院|手术|残疾|精神(?:病|障碍|分裂)|抑郁|艾滋|糖尿病|透析|化疗|放疗"
    "|HIV|聋哑|聋人|盲人|孕妇|哺乳期|骨折|腿断|(?:常年|长期)(?:吃|服)药|怀孕|流产|尿毒症|高血压|白血病|瘫痪|心脏病|冠心病|脑梗|中风|肝炎|结核|癫痫|智力(?:障碍|低下)|病历|确诊|重病|大病|卧床|病重|[^，。；\n]{0,4}病(?:情|史|危)"
)
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方"
    "石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛"
)
SPACED = re.compile(
    rf"(?<![\u4e00-\u9fff])[{SURNAMES}](?:{BETWEEN}{{1,3}}[\u4e00-\u9fff]){{1,2}}(?![\u4e00-\u9fff])"
)
CALLED = re.compile(
    rf"(?:证人|目击者|同行人|邻居|店主|老板|店员|员工|司机|业主|经营者|负责人|举报人|投诉人|姓名|名叫|其[妻夫子女父母兄弟姐妹][子亲儿]?)[:：]?([{SURNAMES}][\u4e00-\u9fff]{{1,2}})"
)
SAID_AFTER = re.compile(
    rf"(?<![\u4e00-\u9fff])([{SURNAMES}][\u4e00-\u9fff]{{1,2}})[（(](?:邻居|证人|目击者|店员|员工|司机|老板|其[妻夫子女父母]|妻子|丈夫|儿子|女儿)"
)
ORDINARY = re.compile("[某等的了在为是将与和未已经称说]")  # no name has it


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
    return re.sub(BETWEEN, "", _plain(text)[0]).lower()


def _plain(text: str) -> tuple[str, list[int]]:
    """In one width, digits of all scripts as ours, without what nobody sees; and where each sign stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if UNSEEN.match(letter):
            continue
        digit = unicodedata.digit(letter, None)
        one = str(digit) if digit is not None else unicodedata.normalize("NFKC", letter)
        letters.append(one if len(one) == 1 else letter)
        places.append(place)
    return "".join(letters), places


def _found(text: str, on: date | None) -> Iterator[Shape]:
    yield from _numbers(text)
    for match in MAIL.finditer(text):
        yield Shape("phone", "电子邮箱", *match.span(), "***")
    for match in PAPER.finditer(text):
        yield Shape("id", "证件号码", *match.span(1), "***")
    for match in PLATE.finditer(text):
        plate = re.sub(BETWEEN, "", match[0]).upper()
        yield Shape("plate", "车牌号", *match.span(), f"{plate[:2]}***{plate[-2:]}")
    for match in HOME.finditer(text):
        yield Shape("home", "门牌", *match.span(1), "**号")
    for match in ROOM.finditer(text):
        yield Shape("home", "门牌", *match.span(), "**号")
    yield from _minors(text, on)
    yield from _to_be_judged(text)


def _numbers(text: str) -> Iterator[Shape]:
    for match in RUN.finditer(text):
        if ID_18.fullmatch(_digits(match[0])):
            yield Shape("id", "居民身份证号", *match.span(), "***")
    apart = SUM.sub(_blank, DATE.sub(_blank, text))
    for match in RUN.finditer(apart):
        yield from _number_in(match[0], match.start())
    for match in CONTACT.finditer(apart):
        yield Shape("phone", "联系方式", *match.span(1), "***")
    for match in LANDLINE.finditer(apart):
        yield Shape("phone", "固定电话", *match.span(), "***")
    for match in SINGLE.finditer(text):
        yield Shape("account", "逐位隔开的号码", *match.span(), "***")


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
    return re.sub("[*,]|" + BETWEEN, "", written).translate(CHINESE).upper()


def _minors(text: str, on: date | None) -> Iterator[Shape]:
    """School and class, an age below eighteen, a birth that makes one (未成年人保护法 §103)."""
    for match in SCHOOL.finditer(text):
        leads = list(LEADS_TO_SCHOOL.finditer(match[0].split("学")[0]))
        start = match.start() + (leads[-1].end() if leads else 0)
        yield Shape("minor", "学校、年级、班级", start, match.end(), "***")
    for match in GRADE.finditer(text):
        yield Shape("minor", "年级", *match.span(), "***")
    for match in AGE.finditer(text):
        if _count(match[1]) < ADULT:
            yield Shape("minor", "未成年人的年龄", *match.span(), "***")
    for match in PUPIL.finditer(text):
        yield Shape("minor", "学校、学生", *match.span(), "***")
    for match in YEARS.finditer(text):
        if _count(match[1]) < ADULT:
            yield Shape("minor", "未成年人的年龄", *match.span(), "***")
    for match in BORN.finditer(text):
        year, month, day = (match[one] or match[other] for one, other in ((1, 4), (2, 5), (3, 6)))
        if on is not None and _is_young((int(year), int(month or 12), int(day or 28)), on=on):
            yield Shape("minor", "未成年人的出生日期", *match.span(), "***")
        else:
            yield Shape("birth", "出生日期", *match.span())


def _is_young(born: tuple[int, int, int], *, on: date) -> bool:
    return on.year - born[0] - ((on.month, on.day) < born[1:]) < ADULT


def _count(written: str) -> int:
    if written.isdigit():
        return int(written)
    tens, ten, ones = written.translate(CHINESE).rpartition("十")
    return 10 * int(tens or 1) * bool(ten) + int(ones or 0) if (tens + ones).isdigit() or ten else ADULT


def _to_be_judged(text: str) -> Iterator[Shape]:
    for key, title, form in (
        ("health", "健康状况", HEALTH),
        ("kin", "亲属", KIN),
        ("young", "疑似涉及未成年人", YOUNG),
        ("name", "疑似隔开书写的姓名", SPACED),
    ):
        for match in form.finditer(text):
            yield Shape(key, title, *match.span())
    for form in (CALLED, SAID_AFTER):
        for match in form.finditer(text):
            if not ORDINARY.search(match[1]):
                yield Shape("name", "疑似姓名", *match.span(1))
