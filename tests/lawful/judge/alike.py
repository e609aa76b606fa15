"""How the words of a decision are held against those of its notice: facts and reasons that it names newly."""

import re

from tests.lawful.chronicle.sums import number_of
from tests.lawful.chronicle.text import NUMERALS, plain

COURSE = re.compile(
    "执法人员|本局|我局|本机关|笔录|照片|视频|录像|证据|为证|佐证|证实|告知|送达|听证|申辩|复核|立案|批准|审批|责令|复查|投诉|举报"
    "|住所|住址|地址|法院|政府|执照"
)
LAW = re.compile("违反|的规定|条例|第[^,。;]{1,4}条|依据|依照|《|罚款|处罚|处以")
FOUND = re.compile("发现|查明|查实")
DAY = re.compile(r"(?:(\d{4})年)?0?(\d{1,2})月0?(\d{1,2})日")
PLACE = re.compile(r"([一-龥]{2}(?:(?<!道)路|街|巷|大道))[^\d,。;]{0,4}?(\d+(?:[-~—至]\d+)*)号")
AMOUNT = re.compile(
    f"(?<![第{NUMERALS}.])([{NUMERALS}]+(?:\\.\\d+)?)(平方米|立方米|米|车|吨|处(?![罚理以])|辆|箱|袋|桶|株|棵|台|千克|元)"
)
UNITS = (("m2", "平方米"), ("平米", "平方米"), ("m3", "立方米"), ("公斤", "千克"))
# how much of it: new in the decision it makes the deed graver; how many of a thing only counts against another number
GRAVER = frozenset({"平方米", "立方米", "米", "车", "吨", "元"})
ACTS = (
    "倾倒|抛撒|抛洒|丢弃|乱倒",
    "遗撒|泄漏|洒漏",
    "堆放|堆存",
    "焚烧",
    "设摊|摆摊|占道|出店|店外经营",
    "搭建|违建",
    "张贴|涂写|刻画|喷涂",
    "悬挂|吊挂",
    "烧烤",
    "挖掘",
    "砍伐|损毁|破坏",
    "殴打|辱骂|阻挠",
    "排放",
    "未(?:采取|取得|办理|覆盖|清运|密闭)",
)
JOINED = re.compile("(?:并|又|还|且|同时|以及|及|和|、)[^,]{0,4}$")
DENIED = re.compile("(?:不|没有?|未|无|非|禁止)[^,]{0,4}$")


def strange_clause(words: str, *, told: str) -> str:
    """The first clause that states another day, place, quantity or one act more than the notice; fewer are none others."""
    known = _measured_alike(told)
    return next(
        (
            clause
            for clause in _clauses(_measured_alike(words))
            if _names_another(clause, told=known) or _adds_an_act(clause, told=known)
        ),
        "",
    )


def _measured_alike(words: str) -> str:
    text = plain(words)
    for old, new in UNITS:
        text = text.replace(old, new)
    return text


def _clauses(text: str) -> list[str]:
    """A day that stands alone belongs to what comes next; what was found is the fact, not who found it."""
    text = re.sub(r"(日(?:[\d:]+时?许?)?),", r"\1", text)
    return [FOUND.split(part)[-1] for part in re.split("[,。;:!?]", text) if part]


def _names_another(clause: str, *, told: str) -> bool:
    if COURSE.search(clause) or LAW.search(clause):
        return False
    days, places = DAY.findall(told), PLACE.findall(told)
    other_day = days and any(not any(_is_one_day(day, old) for old in days) for day in DAY.findall(clause))
    other_place = places and any(place not in places for place in PLACE.findall(clause))
    known = _amounts(told)
    units = {unit for _, unit in known} | GRAVER
    other_amount = any(unit in units for _, unit in _amounts(clause) - known)
    return bool(other_day or other_place or other_amount)


def _is_one_day(first: tuple[str, str, str], second: tuple[str, str, str]) -> bool:
    return first[1:] == second[1:] and (first[0] == second[0] or not (first[0] and second[0]))


def _amounts(words: str) -> set[tuple[object, str]]:
    return {(number_of(number), unit) for number, unit in AMOUNT.findall(words)}


def _left_of(hit: re.Match[str]) -> str:
    return hit.string[max(hit.start() - 16, 0) : hit.start()]


def _adds_an_act(clause: str, *, told: str) -> bool:
    """Joined to an act that was told (并倾倒), or in a clause of its own."""
    known = [act for act in ACTS if re.search(act, told)]
    is_told = any(re.search(act, clause) for act in known)
    hits = [hit for act in ACTS if act not in known for hit in re.finditer(act, clause)]
    return not LAW.search(clause) and any(
        not DENIED.search(_left_of(hit)) and (not is_told or JOINED.search(_left_of(hit))) for hit in hits
    )


GROUNDS = re.compile(
    "屡次|屡教|再次|多次|从重|加重|恶劣|拒不|抗拒|阻挠|(?:特别)?严重|较重|一般(?!程序|情况|规定)|较轻|轻微"
)
NOT_SO = re.compile("(?:不|没有?|未|无|非)[^,。;并但且]{0,10}$")
TIERS = ("轻微", "较轻", "一般", "较重", "严重", "特别严重")


def is_heavier_ground(words: str, old: str) -> bool:
    """A graver ground or tier that the notice does not name: less, or the same in other words, harms nobody."""
    new, told = _grounds(words), _grounds(old)
    tier = max((TIERS.index(word) for word in told if word in TIERS), default=TIERS.index("一般"))
    return any(TIERS.index(word) > tier if word in TIERS else word not in told for word in new)


def _grounds(words: str) -> set[str]:
    text = plain(words)
    hits = ((hit[0], _left_of(hit)) for hit in GROUNDS.finditer(text))
    return {word for word, before in hits if not NOT_SO.search(before)}
