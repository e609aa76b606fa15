"""What the words of an answer conclude: that what was said is accepted, that it is not, or both of different points."""

import re
import unicodedata

NO = "不|未|没有|没|无法|难以|无从|拒绝"
MODAL = "予以|给予|得以|予|能够|能|应当|应|会|被|可以|可|得|加以|必须|当|宜|再|均|全部|都|一并|部分|完全|获|足以|足|同意"
SPEECH = "意见|申辩|陈述|辩解|主张|理由|说法|观点|请求|要求|所述|所称|反映"
BEFORE = f"(?P<before>(?:{NO}|{MODAL})*)"
PARTY = "(?:当事人|申辩人|其|该|此|这|上述)"
LIGHTER = "从轻|减轻|减免|减为|减至|降为|降至|降低|少罚"
CONCLUDES = tuple(
    re.compile(pattern)
    for pattern in (
        f"{BEFORE}采纳",
        f"{BEFORE}(?<=予以|给予|[不应]予)支持",
        f"(?:{SPEECH})(?:(?!违法|事实|行为|证据)[^,;。]){{0,12}}?{BEFORE}(?:成立(?!的|以?后|之[前后]|时)|站得住脚)",
        f"^{BEFORE}成立(?!的|以?后|之[前后]|时)",
        f"(?:{SPEECH}){BEFORE}有理(?:有据)?$",
        f"{BEFORE}(?:同意|认可|接受)(?:(?:{PARTY}[^,;。]{{0,8}})(?:{SPEECH})|申辩|陈述)",
        f"{BEFORE}同意(?:将|对|{PARTY}|给予|予以|依法|酌情|适当|的|原|拟|罚款|处罚)*(?:{LIGHTER})",
    )
)
# words that can only decline
DECLINES = re.compile(
    f"驳回[^,;。]{{0,12}}(?:{SPEECH})|(?:{SPEECH})[^,;。]{{0,8}}?(?:予以|应予|依法)驳回"
    f"|(?:不予|不能|不|未予|难以)同意$|(?:^|(?:{SPEECH})[^,;。]{{0,8}}?)(?:不足以?|不予|不能|难以|不可)采信"
)
# what is told by the party and found true is believed, and nothing is said against it
BELIEVED = re.compile("(?:所述|所称|反映)[^;。]{0,14}属实[^;。]{0,8}?[应可]?予以?采信(?![^。]*(?:但|不))")
# a noun (采纳的条件), and what the party itself accepts: no acceptance by the authority
NOUN = re.compile("的?(?:条件|理由|必要|余地|依据|基础|可能|范围|情形)")
THEIRS = re.compile("(?<!对)(?:当事人|愿意?|表示|称)(?:也|已|均|都|虽|亦)*$")
# asked for, supposed or quoted from the law: nothing that the answer itself concludes
SUPPOSED = re.compile("如果|如能|若|是否|能否|可否|有待")
ASKED = re.compile("(?<![的其该项此])(?:请求|要求|希望|主张|建议)(?:本机关|我局|本局|贵局|你局|依法|对其)*$")
QUOTED = re.compile("(?:事实|理由|证据|意见)[^。;不]{0,6}成立的,?[^。;不未]{0,10}?采纳")
CLAUSES = re.compile("[,:;!?。]")


def conclusions(text: str) -> frozenset[bool]:
    """True where it accepts, False where it declines; a double negation accepts. Unclear words conclude nothing."""
    plain = QUOTED.sub("", "".join(unicodedata.normalize("NFKC", text).split()).replace("、", ","))
    found = frozenset(one for clause in CLAUSES.split(plain) for one in _of_clause(clause))
    return found | {True} if BELIEVED.search(plain) else found


def _of_clause(clause: str) -> list[bool]:
    rows = [found for pattern in CONCLUDES for found in pattern.finditer(clause)]
    kept = [found for found in rows if not SUPPOSED.search(clause[: found.start()])]
    said = [(found, len(re.findall(NO, found["before"])) % 2 == 0) for found in kept]
    concluded = [accepts for found, accepts in said if not (accepts and _is_told_only(clause, found))]
    declined = DECLINES.search(clause)
    is_declined = declined is not None and not SUPPOSED.search(clause[: declined.start()])
    return [*concluded, *([False] if is_declined else [])]


def _is_told_only(clause: str, found: re.Match[str]) -> bool:
    before, after = clause[: found.start()], clause[found.end() :]
    return bool(ASKED.search(before) or THEIRS.search(before) or NOUN.match(after))
