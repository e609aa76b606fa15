"""What a discussion agreed to, read clause by clause: 同意罚款五千元，不同意罚款八千元 agrees to five thousand."""

import re
from decimal import Decimal

from tests.lawful.chronicle.measures import GRAVE, read_measures
from tests.lawful.chronicle.sums import NUMBER, YUAN, fines_in, sums_in
from tests.lawful.chronicle.text import plain

CLAUSE = re.compile("[。;!?]|,(?!\\d{3})|但是?|而")
REFUSED = re.compile("不同意|不赞成|不采纳|不予采纳|不宜|不应|不得|不再|反对|否决|未通过|没有通过|不予通过")
FAULTED = re.compile("[偏过太](?:轻|重|高|低|少|多)|不当|不妥|不合适|不采纳|不予采纳|不予支持")
# what others had in mind: the talk's own word is another
MENTIONED = re.compile("原[拟定来]|原?告知|拟处|承办|建议|主张|请求|认为|有人")
AGREED = re.compile("(?<!不)(?:同意|决定|一致|通过)|改[为处]|(?:减|降|升|调整?|变更?)[至为到]")
CHANGED = re.compile("改[为处]|(?:减|降|升|调整?|变更?)[至为到]")


# 5000元至10000元: what may be imposed, not what shall be
RANGE = re.compile(f"{NUMBER}{YUAN}?[至到~—-]+{NUMBER}{YUAN}")
# 处9000元, 同意按9000元执行, 数额7000元: a fine that is not called one
UNNAMED = re.compile(f"(?:同意|按照?|处以?|数额|取)[:为是]*(?:人民币)?(?={NUMBER}{YUAN})")
OTHER_MONEY = re.compile("所得|货值|价值|收入|损失|没收|费")
MEASURE_FIRST = re.compile("(?:并处?|同时|一并)?(?:没收|吊销|暂扣|责令(?:停|关))")
LEFT_TO_OTHERS = re.compile("由[^,]*(?:决定|处理|办理|负责|实施)")
OPENED = re.compile(
    "(?<![经已曾原])退回(?:补充|承办|重新)|未能?形成(?:一致)?意见|下次(?:会议)?再议|[择改]日再议|暂不作?出?决定"
)
SETTLED = re.compile("(?<!不)同意|罚")
TURNED_DOWN = re.compile("(?:(?!同意)[^,。;]){0,8}(?:不同意|否决)[。!]?")
MILD = re.compile("^[^罚]*(?:批评教育|责令改正即可|[仅只](?:给予|予以|作)?警告)[^罚]*$")
TRANSFERRED = re.compile(
    "(?:一致|集体|经|讨论|同意|决定|应当?|依法|予以|将|把|本案|该案|案件)*+移[送交](?:给|至)?(?:公安|司法|检察|监察)(?:机关)?(?:处理|查处|侦查)?"
)
NO_FINE = re.compile("(?:不予|免予|免于|不再|不作|不给予|不并处|不处)(?:行政)?罚款")


def agrees_to(words: str, fine: Decimal) -> bool:
    """A clause of its own, not another's opinion, names this very fine."""
    return bool(fine) and any(fine in _fines(clause) for clause in _agreed(words, or_rest=False))


def agreed_fines(words: str) -> frozenset[Decimal]:
    """The fines that the talk agreed to; () where it names none."""
    return frozenset(amount for clause in _agreed(words) for amount in _fines(clause))


def refused_fines(words: str) -> frozenset[Decimal]:
    """The fines that the talk turned down and did not agree to as well."""
    refused = [clause for clause in _clauses(words) if _is_refused(clause)]
    return frozenset(amount for clause in refused for amount in fines_in(clause)) - agreed_fines(words)


def agreed_measures(words: str) -> frozenset[str]:
    """The graver measures that a clause of agreement names, or one right behind it."""
    found: set[str] = set()
    agrees = False
    for clause in _clauses(words):
        if _is_refused(clause) or LEFT_TO_OTHERS.search(clause):
            agrees = False
            continue
        agrees = bool(AGREED.search(clause)) or (agrees and not MENTIONED.search(clause))
        if agrees and (AGREED.search(clause) or MEASURE_FIRST.match(clause)):
            found |= read_measures(clause)
    return frozenset(found) & (GRAVE | {"confiscation"})


def leads_elsewhere(words: str) -> bool:
    """The talk plainly ended without any punishment: turned down, put off, sent back, or handed to the police."""
    said = plain(words)
    opened = list(OPENED.finditer(said))
    return bool(
        TURNED_DOWN.fullmatch(said)
        or (opened and not SETTLED.search(said[opened[-1].end() :]))
        or any(TRANSFERRED.fullmatch(clause) for clause in _clauses(words))
    )


def is_mild(words: str) -> bool:
    """Nothing but a warning, a talking-to or an order to correct was agreed to."""
    return MILD.search(plain(words)) is not None


def without_fines_spared(words: str) -> str:
    """Where no fine was decided, 不予罚款 spares nothing."""
    return NO_FINE.sub("", words)


def _clauses(words: str) -> list[str]:
    return [part for part in CLAUSE.split(plain(words)) if part]


def _is_refused(clause: str) -> bool:
    return bool(REFUSED.search(clause) or FAULTED.search(clause))


def _agreed(words: str, *, or_rest: bool = True) -> list[str]:
    """Clauses that say what shall be: those that say so in words first; else whatever nobody else only had in mind."""
    rest = [clause for clause in _clauses(words) if not _is_refused(clause)]
    named = [clause for clause in rest if AGREED.search(clause) and _fines(clause)]
    own = [clause for clause in rest if not MENTIONED.search(clause)]
    return named or own or (rest if or_rest else [])


def _fines(clause: str) -> frozenset[Decimal]:
    """Where a sum was changed into another, the other."""
    clause = RANGE.sub("", clause)
    if not OTHER_MONEY.search(clause):
        clause = UNNAMED.sub("罚款", clause)
    hits = list(CHANGED.finditer(clause))
    if not hits:
        return fines_in(clause)
    behind = clause[hits[-1].end() :]
    return fines_in(behind) or sums_in(behind) or fines_in(clause)
