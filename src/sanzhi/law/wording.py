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
    "拘留|没收|吊销|吊照|撤照|撤销[^,;。]{0,8}(?:许可|执照|证)|降低资质|通报批评|查封|扣押|扣留|查扣|扣车|暂扣|停业|停产|停止营业|停止经营"
    rf"|关门|歇业|关闭{HOUSE}|取缔|限制从业|禁止从业|限制(?:开展|出行|经营|消费|高消费)"
)
ACCOUNT = "账户|账号|帐户|帐号|户名|户头|卡号|银行卡|收款|微信|支付宝"
DECIDES = re.compile(
    rf"(?<!处)罚(?!则)|{MEASURE}|给予警告|缴纳|缴款|交纳|交款|上缴|缴至|缴到|交至|交到|转账|汇款|付款|{ACCOUNT}"
    "|[0-9一二三四五六七八九十百千万亿零两壹贰叁肆伍陆柒捌玖拾佰仟]余?(?:元|圆(?![形柱桌])|块钱)|[0-9]{3,}块|[百千万佰仟]块"
)
CLAUSES = re.compile("[,;:!?。]")
# told of, and not imposed: what is proposed, past, asked for, another authority's, or the rule of the law
TOLD_OF = re.compile(
    "被|曾|已|拟|原|此前|前次|上次|规定|幅度|基准|裁量|档次|每|以上|以下|认为|请求|申请|要求|希望|建议|主张|可以|是否|不|未|没有|免"
    "|经责令|公安|法院|监管|自行|主动"
)
BEFORE = re.compile(
    "(?:被|曾经?|拟|不|不再|未|免予?|可以?|能|是否|请求|申请|要求|建议|规定)(?:依法|对其|对当事人|予以)?$"
)
AFTER = re.compile("^[^,;、。]{0,8}(?:期间|期满|期内|以后|之后|的(?:决定|处罚|幅度)|以上|以下|过重|过高)")
ORDERS = re.compile(
    "(?:另(?:行|外|再)?(?:给予|予以|对其)?|并(?:予以|给予|对其)?|合并|一并|再)"
    "(?:处(?![理置于在所分])|罚|没收|吊销|拘留|扣|查封|撤销|缴|交纳)|处以|科处|判处"
)
MEASURED = re.compile(
    "(?:给予|予以|决定|责令|应当?|须|必须|立即|即日起|一律|同时|从重|你(?:单位)?)"
    rf"[^,;。]{{0,8}}?(?:{MEASURE}|罚款|罚金)"
)
BARE = re.compile(
    rf"^(?:且|现|即)?(?:行政)?(?:{MEASURE})(?!的|期|后|决定|未|是|不|行为|措施|通知|凭证|收据|票据|物品|部分|损失)"
)
FINES = re.compile(rf"罚(?:款|金|没)?(?P<sum>{SUM})(?!以[上下]|至|到|-)|(?P<before>{SUM})的?罚款")
PAID = re.compile(
    rf"(?:缴|交|汇|转|付|打|存)(?:纳|款|付|账|入|清)?(?:{SUM})?(?:款|钱)?(?:至|到|往|入|给|进)"
    rf"[^,;。]{{0,30}}?(?:{ACCOUNT}|个人|手中|名下|[0-9]{{10,}})"
    rf"|(?:缴纳?|交纳|上缴|交付|(?<![成提移])交)(?:人民币|罚款|罚金|现金|保证金)?{SUM}"
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
    """The words by which a text of facts or reasons would itself punish, take or ask for money; empty for none.

    It may tell of an earlier seizure, of the fine that is proposed (`fine`), of what the law says; it orders nothing.
    """
    plain = _plain(text)
    numbered = NUMBERED.search(plain)
    if numbered:
        return numbered[0]
    clauses = CLAUSES.split(plain)
    return next((found for clause in clauses if (found := _imposes(clause, fine=fine))), "")


def _imposes(clause: str, *, fine: Decimal | None) -> str:
    for pattern, told in ((ORDERS, BEFORE), (PAID, PAID_BEFORE), (MEASURED, TOLD_OF), (BARE, TOLD_OF)):
        for found in pattern.finditer(clause):
            if not told.search(clause[: found.start()]) and not AFTER.search(clause[found.end() :]):
                return found[0]
    for found in FINES.finditer(clause):
        is_proposed = fine is not None and _sum(found["sum"] or found["before"]) == fine
        if not is_proposed and not TOLD_OF.search(clause[: found.start()]):
            return found[0]
    return ""


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


def without_opening(text: str) -> str:
    """经复查，已经改正 → 已经改正: for a paper that has said 经查 itself."""
    return OPENING.sub("", text)
