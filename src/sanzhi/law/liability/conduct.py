"""Whose conduct it is and which provision it violates: 违反……规定, 对违反……规定的个人, 属于单位的."""

import re

KIND = "单位|企业|公司|机构|组织|个体工商户|个人|居民|公民|自然人|人员|当事人|者"
# 违反本办法第二条的, 违反第二条，擅自……: the article closes the reference, unless 规定 or a further article follows
ARTICLE = r"[条款项](?!之|第|[^，。]*规定|，第|[、和或及至])"
VIOLATES = re.compile(
    r"(?:^(?:对于?|凡是?|有))?违反(?=本|第|《|前款)[^。]*?"
    rf"(?:规定|本法(?!第)|本条例(?!第)|本办法(?!第)|{ARTICLE})(?:之一)?"
    rf"(?:的?行为的?|者(?=，|$)|的(?P<who>[^，。的]{{0,16}}(?:{KIND}))(?=，|$)|的)?(?:，|、|$)"
)
FAILS = re.compile(r"(?:不履行|未履行|有)本(?:法|条例|办法|规定)第[^，。]*")
# 施工单位未及时清理的: whose conduct it is, at the head of a phrase and before its verb
SUBJECT = re.compile(
    r"(?:^|，)(?P<who>[^，的将向为给交]{0,30}?(?:单位|企业|公司|机构|个人|居民|公民))"
    r"(?=未|不|没有|擅自|违反|违法|违规|拒|逾期|随意|在|从事|使用)"
)
# 对个人, 属于单位的, 施工单位: nothing but whom
ONE = rf"[^，的对未不]{{0,16}}(?:{KIND})"
ONLY_WHOM = re.compile(rf"(?:对于?|属于?|系|是|为)?(?P<who>{ONE}(?:，{ONE})*)(?:违反)?(?:实施)?的?")
# 对擅自摆摊的个人
AT_THE_END = re.compile(rf"^对.*的(?P<who>[^，的]{{0,8}}(?:{KIND}))$")
ANYBODY = re.compile(
    "(?:(?:单位|个人|企业|公民|法人|自然人|当事人|违法者|其他组织|非法人组织)(?:和|、|或者?)?)+"
)
ORGANISATION, PERSON = (
    re.compile("单位|企业|公司|机构|组织"),
    re.compile("个人|居民|公民|自然人|人员|(?<!或)者|户"),
)


def split_conduct(conduct: str) -> tuple[str, str]:
    """(违反……规定, the conduct in words): either may be empty; 违反……规定的个人 leaves 个人."""
    said = "".join(found[0] for found in [*VIOLATES.finditer(conduct), *FAILS.finditer(conduct)])
    words = VIOLATES.sub(_left, conduct).rstrip("，")
    is_on_whom = conduct.startswith("对") and not words.startswith("对") and not only_whom(words)
    return said, f"对{words}" if is_on_whom and AT_THE_END.search(f"对{words}") else words


def _left(found: re.Match[str]) -> str:
    return f"{found['who']}，" if found["who"] else ""


def only_whom(words: str) -> str:
    """单位 of 对单位 and of 属于单位的; "" where the words say what was done."""
    found = ONLY_WHOM.fullmatch(words)
    return found["who"] if found else ""


def is_anybody(who: str) -> bool:
    """Whether the word names a kind of respondent alone (单位, 个人), not a role (施工单位)."""
    return bool(ANYBODY.fullmatch(who))


def respondent_of(words: str) -> str:
    """organisation or person where the conduct names its subject and that is only one of both; "" for everybody."""
    named = [found["who"] for found in SUBJECT.finditer(words)]
    # 经营者, 当事人: may be either
    named += [who for who in _whom_at_the_end(words) if not who.endswith(("者", "当事人"))]
    kinds = set()
    for who in named:
        kinds |= {"organisation"} if ORGANISATION.search(who) else set()
        kinds |= {"person"} if PERSON.search(who) else set()
    return kinds.pop() if len(kinds) == 1 else ""


def _whom_at_the_end(words: str) -> list[str]:
    found = AT_THE_END.search(words)
    return [*([found["who"]] if found else []), *filter(None, [only_whom(words)])]
