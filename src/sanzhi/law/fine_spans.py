"""One fine as statutes and bureaus write it, read into the table that `fines.parse_formula` takes.

处以每平方米五千元以上三万元以下罚款; 可以并处造价5%至10%罚款; 每处（张）罚款500元，总额不超过10000元. What is not
clear (2至5万元, 一万五, an upper limit that is missing) is refused, never guessed.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sanzhi.law.chinese_numbers import NUMERAL, number_of, numeral_of
from sanzhi.law.fines import UNITS, FormulaError, FormulaKind, parse_formula

# full-width digits and signs of a list typed on a Chinese keyboard
NARROW = str.maketrans("０１２３４５６７８９．％￥－～—–﹣㎡／", "0123456789.%¥-----米/")
FIGURE = r"[\d.零〇一二三四五六七八九十百千万两]+"
# what is counted one by one; weights and volumes are measured and not counted
COUNTERS = "个辆条只头匹台件幅块艘架套根支座间户人次车"
NOUN = r"[^\d，,；;：:。零〇一二三四五六七八九十百千万两元%倍罚处计按的最不超]{0,12}"
UNIT = {
    FormulaKind.PER_SQM_PER_DAY: r"每(?:平方)?米每[日天]|每[日天]每(?:平方)?米",
    FormulaKind.PER_SQM: r"每(?:平方)?米",
    FormulaKind.PER_TREE: r"每[株棵]",
    FormulaKind.PER_ITEM_CAPPED: rf"每(?:处[（(]张[）)]|处(?!以)|张|(?P<each>[{COUNTERS}]{NOUN}))",
}
SUFFIX = {
    FormulaKind.PER_SQM_PER_DAY: r"/(?:平方)?米[/·.]?每?[日天]",
    FormulaKind.PER_SQM: r"/(?:平方)?米",
    FormulaKind.PER_TREE: r"/[株棵]",
    FormulaKind.PER_ITEM_CAPPED: rf"/(?:处[（(]张[）)]|处|张|(?P<each_after>[{COUNTERS}]))",
}
MAY = r"(?P<may>(?:并|还)?可以?(?:并处以?|处以?|给予|并)?)?"
VERB = r"(?:并处以?|处以?|给予|科以|科处|并)?(?:罚款)?"
CAP = (
    rf"(?:[，,（(]?(?:但|且)?(?:罚款)?(?:总额|总计|累计|合计)?(?:最高|封顶|总额)?(?:罚款)?(?:不得?超过|为)?"
    rf"(?P<cap>{FIGURE})元(?:封顶)?[）)]?)?"
)
ROUND_UP = r"(?P<round>[，,（(]?不足[一1](?:平方)?米的?，?按照?[一1](?:平方)?米计算[）)]?)?"
VALUE = rf"(?:(?:百分之)(?:{FIGURE})|¥?{FIGURE}(?:元|%|倍)?)"
LOW_HIGH = rf"(?P<low>{VALUE})(?:以上至?|至|到|-+)(?P<high>{VALUE})(?:以下|以内)?"
UPPER = (
    rf"(?:不超过|不得超过|最高不超过|最高)(?P<upper>{VALUE})(?:以下|以内)?|(?P<under>{VALUE})(?:以下|以内)"
)
SPAN = rf"(?:{LOW_HIGH}|{UPPER}|(?P<exact>{VALUE}))"
UNIT_BEFORE = "|".join(f"(?P<b_{kind}>{words})" for kind, words in UNIT.items())
UNIT_AFTER = "|".join(f"(?P<a_{kind}>{words})" for kind, words in SUFFIX.items())
FINE = re.compile(
    rf"{MAY}{VERB}(?:{UNIT_BEFORE})?(?:处以?)?(?:罚款)?(?P<base>[^\d，,；;：:。]*?)(?:的|计)?{SPAN}(?:{UNIT_AFTER})?"
    rf"(?:的|计算)?(?:处以?)?(?:罚款)?{CAP}{ROUND_UP}"
)
BARE_BASE = "造价（价款）"  # what `fines.describe` writes where the list names no base
NO_BASE = re.compile(r"没收|吊销|不予|不处|免|减|加|以上|以下|.{40}")


def read_fine(text: str) -> dict[str, Any]:
    """The table {kind, minimum, maximum or amount, cap, base, each, round_up, optional} of one fine. Raises FormulaError."""
    plain = re.sub(r"\s|平方(?=[米㎡])", "", text.strip().rstrip("。．")).translate(NARROW)
    plain = re.sub(r"(?<=\d)[,，](?=\d{3}(?!\d))", "", plain)
    # 按次处二百元 is 处每次二百元; 罚款数额为二百元 is 罚款二百元
    plain = re.sub(r"^按次(并?处以?)", r"\1每次", re.sub(r"^罚款(?:数额|金额)为", "罚款", plain))
    found = FINE.fullmatch(plain)
    if found is None:
        raise FormulaError(
            f"罚款“{text.strip()}”没有读懂，请写成“罚款200元至2000元”或者“每平方米罚款50元至100元”的样子。"
        )
    low, high, measure = _limits(found, text)
    table: dict[str, Any] = {"kind": _kind(found, measure, text=text), "minimum": low, "maximum": high}
    table |= {"cap": amount_of(found["cap"], said=text)} if found["cap"] else {}
    table |= {"base": _base(found, measure, text=text), "each": found["each"] or found["each_after"] or ""}
    return normal_table({**table, "optional": bool(found["may"]), "round_up": bool(found["round"])})


def normal_table(table: Mapping[str, Any]) -> dict[str, Any]:
    """The same formula with nothing in it that says nothing: one `amount` where both limits are equal. Raises FormulaError."""
    formula = parse_formula(table)
    kind = formula.kind
    if kind in {FormulaKind.FIXED, FormulaKind.RANGE}:
        kind = FormulaKind.FIXED if formula.minimum == formula.maximum else FormulaKind.RANGE
    normal: dict[str, Any] = {"kind": str(kind)}
    if formula.minimum == formula.maximum:
        normal["amount"] = _number(formula.maximum)
    else:
        normal |= {"minimum": _number(formula.minimum), "maximum": _number(formula.maximum)}
    normal |= {"cap": _number(formula.cap)} if formula.cap is not None else {}
    normal |= (
        {"base": formula.base}
        if formula.base and kind in {FormulaKind.PERCENTAGE, FormulaKind.MULTIPLE}
        else {}
    )
    normal |= {"each": formula.each} if formula.each and kind == FormulaKind.PER_ITEM_CAPPED else {}
    normal |= {name: True for name in ("round_up", "optional") if getattr(formula, name)}
    return normal | ({"label": formula.label} if formula.label else {})


def amount_of(figure: str, *, said: str) -> Decimal:
    """200 for 二百, 20000 for 2万, 25000 for 二万五千. Raises FormulaError for 一万五, 二百五, 1.2.3."""
    large, ten_thousand, small = figure.partition("万")
    if ten_thousand and small and not re.search("[百千零]", small):
        raise FormulaError(f"“{said.strip()}”中的“{figure}”说不准是多少，请写全。")
    return _below(large, said) * (10_000 if ten_thousand else 1) + (
        _below(small.lstrip("零"), said) if small else 0
    )


def _below(figure: str, said: str) -> Decimal:
    digits = re.fullmatch(r"(\d+(?:\.\d+)?)([百千]?)", figure)
    if digits:
        return Decimal(digits[1]) * {"": 1, "百": 100, "千": 1000}[digits[2]]
    # 二百五 is two hundred and fifty for some and 205 for the rule: only numerals that are written back alike are read
    word = figure.replace("两", "二").replace("〇", "零")
    word = word.removeprefix("一") if word.startswith("一十") else word
    if not re.fullmatch(NUMERAL, word) or not number_of(word) or numeral_of(number_of(word)) != word:
        raise FormulaError(f"“{said.strip()}”中的数字“{figure}”没有读懂。")
    return Decimal(number_of(word))


def _limits(found: re.Match[str], text: str) -> tuple[Decimal, Decimal, str]:
    """Lower and upper limit and what they are measured in: 元, % or 倍."""
    if found["low"]:
        low, high = _value(found["low"], text), _value(found["high"], text)
        if not low[1] and high[1] == "元" and ("万" in found["high"]) != ("万" in found["low"]):
            raise FormulaError(f"“{text.strip()}”的下限没有写单位，请写全，例如“2万元至5万元”。")
        if low[1] not in {"", high[1]}:
            raise FormulaError(f"“{text.strip()}”的下限和上限单位不同。")
        return low[0], high[0], _measured(high[1], text)
    value, measure = _value(found["upper"] or found["under"] or found["exact"], text)
    return (value if found["exact"] else Decimal(0)), value, _measured(measure, text)


def _value(word: str, text: str) -> tuple[Decimal, str]:
    per_cent = word.removeprefix("百分之")
    figure = per_cent.strip("¥元%倍")
    measure = "%" if per_cent != word else "元" if word.startswith("¥") else word[len(word.rstrip("元%倍")) :]
    return amount_of(figure, said=text), measure


def _measured(measure: str, text: str) -> str:
    if not measure:
        raise FormulaError(f"“{text.strip()}”没有写单位（元、%或者倍）。")
    return measure


def _kind(found: re.Match[str], measure: str, *, text: str) -> FormulaKind:
    units = [kind for kind in UNITS if found[f"b_{kind}"] or found[f"a_{kind}"]]
    if len(units) > 1 or (units and measure != "元"):
        raise FormulaError(f"“{text.strip()}”写了两个计罚单位。")
    if units:
        return units[0]
    if measure != "元":
        return FormulaKind.PERCENTAGE if measure == "%" else FormulaKind.MULTIPLE
    return FormulaKind.RANGE


def _base(found: re.Match[str], measure: str, *, text: str) -> str:
    base = found["base"]
    if (measure == "元") == bool(base):
        wanted = "请写明按什么的百分之几或者几倍计算" if measure != "元" else f"“{base}”不知何意"
        raise FormulaError(f"“{text.strip()}”没有读懂：{wanted}。")
    if base and (NO_BASE.search(base) or not re.search("罚|处", text)):
        raise FormulaError(f"“{text.strip()}”没有读懂：“{base}”不像计算罚款的基数。")
    return "" if base == BARE_BASE else base


def _number(value: Decimal) -> int | str:
    return int(value) if value == value.to_integral_value() else f"{value.normalize():f}"
