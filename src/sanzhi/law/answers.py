"""Words by which an answer would conclude itself: beside it stands a choice for them (行政处罚法 §45)."""

import re
import unicodedata

_SPEECH = "意见|申辩|陈述|辩解|主张|理由|说法|请求|要求"
_CONCLUDES = re.compile(
    "(?<!当事人)[不未]?予?以?采纳(?!了)|驳回|不?能支持"
    "|(?:不予|应予|予以)(?:支持|接受|认可|考虑|照准|否定)"
    rf"|(?:{_SPEECH})(?!其|该)[^,:;。]{{0,8}}?成立|^(?:经[复核实查]+,?)?[不部分均]*成立"
    # what others accept or agree to is a fact of the case
    "|(?:本机关|本局|我局|经研究)不?(?:接受|认可|采信)"
    "|(?:(?<=本机关)|(?<=[本我]局)|(?<=[,;。])|^)不?同意(?=将|减|从|免|给|予|当事人|其|该|上述)"
)


def conclusion_in(text: str) -> str:
    """不予采纳 of 没有证据，不予采纳; empty where the words leave the conclusion to the choice."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    found = _CONCLUDES.search(plain)
    return found[0] if found else ""
