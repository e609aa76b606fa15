"""How texts that people typed stand in a sentence of a paper: one full stop, no opening twice."""

import re
import unicodedata
from decimal import Decimal

from sanzhi.law.chinese_numbers import number_of

NUMERAL = "0-9.零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
SUM = rf"(?:人民币)?[{NUMERAL}]+余?(?:元|圆(?![形柱桌])|块钱|块(?=[到至给]))"
HOUSE = "(?:你|其|该)?(?:店|门店|店铺|门市|网店|企业|单位|公司|工厂|厂房|经营场所|场所)"
# what 行政处罚法 §9 and 行政强制法 §9, §12 name beside the fine, and how people write it
MEASURE = (
    "拘留|没收|吊销|吊照|撤照|撤销[^,;。]{0,8}(?:许可|执照|证)|降低资质|通报批评|查封|扣押|扣留|查扣|扣车|暂扣|停业|停产|停止营业(?!性)|停止经营(?=[^,;。]{0,6}(?:[0-9一二三四五六七八九十百]+|数)个?(?:日|天|周|月|年))"
    rf"|关门|歇业|关闭{HOUSE}|取缔|限制从业|禁止从业|限制(?:开展|出行|经营|消费|高消费)"
)
ACCOUNT = "账户|账号|帐户|帐号|户名|户头|卡号|银行卡|收款|微信|支付宝"
DECIDES = re.compile(
    rf"(?<!处)罚(?!则)|{MEASURE}|给予警告|缴纳|缴款|交纳|交款|上缴|缴至|缴到|交至|交到|转账|汇款|付款|{ACCOUNT}"
    "|[0-9一二三四五六七八九十百千万亿零两壹贰叁肆伍陆柒捌玖拾佰仟]余?(?:元|圆(?![形柱桌])|块钱)|(?:[0-9]{3,}|[百千万佰仟])块(?![路砖石板地草绿瓷玻广展标])|充公|收缴|销毁|注销|作废|不得营业|禁止营业|现金|扫码"
)
# the name of a statute before the number of an article, where it begins a clause
STATUTE = re.compile(
    r"(?:(?<=^)|(?<=[、，；,;（(：:和及])|(?<=依据|根据|依照|按照|违反|触犯|符合))"
    r"((?!依据|根据|依照|按照|违反|触犯|符合)[\u4e00-\u9fff]{1,30}?(?:法|条例|规定|办法))(?=第[一二三四五六七八九十百千0-9]+条)"
)
SENTENCES, CLAUSES = re.compile("[;!?。]"), re.compile("[,:]")
# told of, and not imposed: what is proposed, past, asked for, another authority's, a sum that is worked out
TOLD_OF = re.compile(
    "曾|已|拟|原|此前|以前|前次|上次|收据|20[0-9]{2}年|[0-9]+月[0-9]+日|规定|幅度|基准|裁量|档次|按|每|共|单位|以上|以下|认为"
    "|请求|申请|希望|建议|主张|提出|可以|是否|不|未|没有|免|公安|法院|监管|交警|部门|导致|被"
)
# the heaviest, which no reason has cause to order; what is taken or sealed is often told of
HEAVY = "(?:行政)?拘留|吊销|吊照|撤照|停业整顿|停产停业|降低资质|限制从业|禁止从业|撤销[^,;。]{0,8}许可证?"
BESIDE = re.compile(
    "(?:另(?:行|外)?(?:给予|予以|对其)?|并(?:予以|给予|对其)?|合并)"
    rf"(?:处以?|罚款?|没收|缴纳|交纳)?(?:{HEAVY}|查封|扣押|暂扣|扣车|没收违法所得|(?:罚款|罚)?{SUM}(?!以[上下]|至|到|-))"
)
ORDERED = re.compile(
    rf"(?:给予|予以|决定|责令|判处|科处|对其|对当事人|将你|^现?|^且)[^,;。]{{0,4}}?(?:{HEAVY})(?!期|后|的)"
)
FINES = re.compile(rf"罚(?:款|金|没)?(?P<sum>{SUM})(?!以[上下]|至|到|-)|处(?:以)?(?P<before>{SUM})的?罚款")
PAID = re.compile(
    rf"(?:缴|交|汇|转|付|打|存)(?:纳|款|付|账|入|清)?(?:{SUM})?(?:款|钱)?(?:至|到|往|入|给|进)"
    rf"[^,;。]{{0,30}}?(?:{ACCOUNT}|承办人|执法人员|手中|名下|[0-9]{{10,}})"
)
PAID_BEFORE = re.compile("已|曾|未|没有|货款|租金|收入|所得|顾客|消费者|购买|收取|拟|原|不")
NUMBERED = re.compile(r"(?:账户|账号|帐户|帐号|卡号)[^,;。]{0,12}?[0-9][0-9-]{12,}")
CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
OPENING = re.compile(r"^\s*(?:经|已|已经)(?:本机关|当场)?(?:查明|查|复查|复核|核查|审查)\s*[，,：:]\s*")


def sentence(text: str) -> str:
    """The text with one full stop at its end; an empty text stays empty."""
    plain = text.strip()
    ended = plain.rstrip("。.；;，, ")
    return plain if plain[-1:] in {"！", "？"} else f"{ended}。" if ended else ""


def decides(text: str) -> str:
    """The first word by which a text that only orders or describes would punish, or ask for money; empty for none."""
    found = DECIDES.search(_plain(text))
    return found[0] if found else ""


def imposes(text: str, *, fine: Decimal | None = None) -> str:
    """The words by which a text of facts or reasons plainly orders a penalty or a payment of its own; empty for none.

    It may tell of an earlier fine, of what is proposed (`fine`), of what the law says. What slips through imposes
    nothing all the same: each paper says that only its decision does (forms/_style/parts.typ).
    """
    plain = _plain(text)
    numbered = NUMBERED.search(plain)
    if numbered:
        return numbered[0]
    return next((found for said in SENTENCES.split(plain) if (found := _imposes(said, fine=fine))), "")


def _imposes(said: str, *, fine: Decimal | None) -> str:
    """One sentence: payments and what is added are asked of each clause, the rest of what stands before it too."""
    for clause in CLAUSES.split(said):
        for pattern in (PAID, BESIDE):
            found = pattern.search(clause)
            if found and not PAID_BEFORE.search(clause[: found.start()]) and not _is_proposed(found[0], fine):
                return found[0]
    for pattern in (ORDERED, FINES):
        for found in pattern.finditer(said):
            if not TOLD_OF.search(said[: found.start()]) and not _is_proposed(found[0], fine):
                return found[0]
    return ""


def _is_proposed(words: str, fine: Decimal | None) -> bool:
    amount = re.search(SUM, words)
    return fine is not None and amount is not None and _sum(amount[0]) == fine


def _sum(text: str) -> Decimal | None:
    """贰仟圆 and 2000元 are the same sum; None where the numeral cannot be read."""
    digits = re.sub("人民币|余|元|圆|块钱?", "", text).translate(CAPITALS)
    whole, ten_thousands, rest = digits.rpartition("万")
    try:
        parts = [
            Decimal(part) if part[0].isascii() else Decimal(number_of(part)) for part in (whole, rest) if part
        ]
    except (ValueError, ArithmeticError):
        return None
    return parts[0] * 10_000 + sum(parts[1:]) if ten_thousands and whole else sum(parts, Decimal(0))


def _plain(text: str) -> str:
    """As it is compared: narrow signs, no blanks, no commas that part thousands."""
    return re.sub("(?<=[0-9]),(?=[0-9]{3})", "", "".join(unicodedata.normalize("NFKC", text).split()))


def in_book_marks(text: str) -> str:
    """刑法第二百七十五条 → 《刑法》第二百七十五条: a statute is cited in a paper by its name in book marks."""
    return STATUTE.sub(r"《\1》", text)


def without_opening(text: str) -> str:
    """经复查，已经改正 → 已经改正: for a paper that has said 经查 itself."""
    return OPENING.sub("", text)
