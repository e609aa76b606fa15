"""Words by which an answer would conclude itself: beside it stands a choice for them (行政处罚法 §45)."""

import re
import unicodedata

_SPEECH = "意见|申辩|陈述|辩解|主张|理由|说法|请求|要求"
_CONCLUDES = re.compile(
    rf"[不未]?予?以?采纳|驳回|不?予以?支持|不?能支持|(?:{_SPEECH})[^,:;。]{{0,8}}?成立|^(?:经[复核实查]+,?)?[不部分均]*成立"
    "|不?同意(?=将|减|从|免|给|予|当事人|其|该|上述)"
)


def conclusion_in(text: str) -> str:
    """不予采纳 of 没有证据，不予采纳; empty where the words leave the conclusion to the choice."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    found = _CONCLUDES.search(plain)
    return found[0] if found else ""
