"""What the words of an answer conclude: that what was said is accepted, that it is not, or both of different points."""

import re
import unicodedata

NO = "不|未|没有|没|无法|难以|无从|拒绝"
MODAL = "予以|给予|得以|予|能够|能|应当|应|会|被|可以|可|得|加以|必须|当|宜|再|均|全部|都|一并|部分|完全|获"
SPEECH = "意见|申辩|陈述|辩解|主张|理由|说法|观点|请求|要求|所述|所称|反映"
BEFORE = f"(?P<before>(?:{NO}|{MODAL})*)"
CONCLUDES = tuple(
    re.compile(pattern)
    for pattern in (
        f"{BEFORE}采纳",
        f"{BEFORE}(?<=予以|给予|[不应]予)支持",
        f"(?:{SPEECH})[^,;。]{{0,12}}?{BEFORE}(?:成立(?!的)|站得住脚)",
        f"^{BEFORE}成立(?!的)",
        f"{BEFORE}(?:同意|认可|接受)[^,;。]{{0,10}}(?:{SPEECH})",
    )
)
# asked for, supposed or quoted from the law: nothing that the answer itself concludes
SUPPOSED = re.compile("如果|如能|若|是否|能否|可否|有待")
ASKED = re.compile("(?<![的其该项此])(?:请求|要求|希望|主张|建议)(?:本机关|我局|本局|贵局|你局|依法|对其)*$")
QUOTED = re.compile("(?:事实|理由|证据|意见)[^。;不]{0,6}成立的,?[^。;不未]{0,10}?采纳")
CLAUSES = re.compile("[,:;!?。]")


def conclusions(text: str) -> frozenset[bool]:
    """True where it accepts, False where it declines; a double negation accepts."""
    plain = QUOTED.sub("", "".join(unicodedata.normalize("NFKC", text).split()).replace("、", ","))
    return frozenset(found for clause in CLAUSES.split(plain) for found in _of_clause(clause))


def _of_clause(clause: str) -> list[bool]:
    rows = [found for pattern in CONCLUDES for found in pattern.finditer(clause)]
    kept = [found for found in rows if not SUPPOSED.search(clause[: found.start()])]
    said = [(found, len(re.findall(NO, found["before"])) % 2 == 0) for found in kept]
    return [accepts for found, accepts in said if not (accepts and ASKED.search(clause[: found.start()]))]
