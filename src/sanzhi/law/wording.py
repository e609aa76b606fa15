"""How texts that people typed stand in a sentence of a paper: one full stop, no opening twice."""

import re
import unicodedata

DECIDES = re.compile(
    "罚款|罚金|拘留|没收|吊销|扣押|停业|停产|停止营业|停止经营|限制从业|缴纳|缴款|缴至|缴到|交至|交到|转账|汇款|付款|账户|账号|户名|收款|微信|支付宝"
    "|[0-9一二三四五六七八九十百千万亿零两壹贰叁肆伍陆柒捌玖拾佰仟][万亿]?余?元"
)
OPENING = re.compile(r"^\s*(?:经|已|已经)(?:本机关|当场)?(?:查明|查|复查|复核|核查|审查)\s*[，,：:]\s*")


def sentence(text: str) -> str:
    """The text with one full stop at its end; an empty text stays empty."""
    plain = text.strip()
    ended = plain.rstrip("。.；;，, ")
    return plain if plain[-1:] in {"！", "？"} else f"{ended}。" if ended else ""


def decides(text: str) -> str:
    """The first word by which a text that only orders or describes would punish, or ask for money; empty for none."""
    found = DECIDES.search("".join(unicodedata.normalize("NFKC", text).split()))
    return found[0] if found else ""


def without_opening(text: str) -> str:
    """经复查，已经改正 → 已经改正: for a paper that has said 经查 itself."""
    return OPENING.sub("", text)
