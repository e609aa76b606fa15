"""What a meeting concluded, read from its words clause by clause: an opinion that is only quoted decides nothing."""

import re
from functools import lru_cache

from tests.lawful.chronicle.text import plain

NOT = "(?:不予|免予|免于|免除|不再|不作出?|不给予?|不必|无需|无须|毋需|暂不|暂缓|不得|不应当?|不宜|不能|不)"
SPARES = re.compile(
    rf"{NOT}(?:以|予以?|给予|作出|进行|实施|处以|追究|加以|任何|其)*(?:行政)?(?:处罚|惩处|罚款)|不罚|免罚|免予?于?追究|不再?予?追究"
    "|撤销?本?案|撤销立案|撤销案件|销案|不予立案|终止(?:调查|本案|案件)|(?:事实|违法)不(?:能)?成立"
)
PUNISHES = re.compile("(?<!加)处罚|罚款|警告|没收|通报批评|停产|停业|关闭|吊销|暂扣|处以")
LESS = re.compile("不予(?:从轻|减轻|从重|加重)(?:行政)?处罚")
VIEW = "(?:意见|请求|要求|建议|主张|申请|理由|申辩|观点|诉求|方案|说法)"
QUOTED = re.compile(
    "(?:请求|要求|申辩|主张|提出|建议|(?<!会议)(?<!一致)(?<!讨论)认为|申请|声称|希望|原拟)[^,]*$|^(?:原|曾)"
)
REJECTS = re.compile(
    "不同意|不予?(?:采纳|支持|接受|认可|批准|赞成)|未予?采纳|不赞成|反对|否决|驳回|不能?成立|不当|推翻"
)
CONSENTS = re.compile("同意|采纳|支持|赞成|通过|批准|接受")
UNFIT = re.compile("(?:不符合|不属于|不具备|不具有|未发现|不适用|不存在|不构成|没有|缺乏|无)[^,]{0,6}$")
GROUND = re.compile("^的?(?:法定)?(?:情形|条件|规定|事由|条款|理由|依据|情节)")
# another one than the party, another deed, or a condition: it undoes no punishment agreed to before
ASIDE = re.compile("员工|其他|他人|第[一二三四五六七八九十\\d]+[项个]|如果?|若|缴清|缴纳|曾")
FORBIDDEN = re.compile("(?:不得|不能|不应当?|不宜|不可|不予|没有|未|并非|非)$")


@lru_cache(maxsize=4096)
def concluded(words: str | None) -> str:
    """spare | punish | unclear. The last clause that decides counts; refusing to punish spares, refusing to spare punishes."""
    stances: list[str] = []
    refused = quoted = ""
    for clause in filter(None, re.split("[,。;:!?]", LESS.sub("", plain(words)).replace("，", ","))):
        about, stance, is_only_quoted = _read(clause)
        if not about and quoted and (REJECTS.search(clause) or CONSENTS.search(clause)):
            about, is_only_quoted = quoted, False
            stance = "against" if REJECTS.search(clause) else "for"
        quoted = about if is_only_quoted else ""
        is_aside = about == "spare" and "punish" in stances and ASIDE.search(clause)
        if not about or is_only_quoted or is_aside:
            continue
        if stance == "for" or about == "spare":
            stances.append(about if stance == "for" else "punish")
        else:
            refused = "spare"
    return stances[-1] if stances else refused or "unclear"


def _read(clause: str) -> tuple[str, str, bool]:
    """What the clause is about (spare, punish, nothing), for or against, and whether it only quotes somebody."""
    hit = SPARES.search(clause)
    if hit is None:
        hit = PUNISHES.search(clause)
        if hit is None:
            return "", "", False
        about = "punish"
    else:
        about = "spare"
    before, behind = clause[: hit.start()], clause[hit.end() :]
    if about == "spare" and (FORBIDDEN.search(before) or (UNFIT.search(before) and GROUND.search(behind))):
        return about, "against", False
    rejects, consents = REJECTS.search(before) or REJECTS.search(behind), CONSENTS.search(before + behind)
    if rejects:
        return about, "against", False
    if about == "punish" and re.search("按照?拟|给予|作出|决定", before):
        return about, "for", False
    is_quoted = bool(QUOTED.search(before) or re.match(f"的{VIEW}", behind))
    return about, "for", is_quoted and not consents
