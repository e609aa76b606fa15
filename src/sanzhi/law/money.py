"""Yuan in figures and in Chinese capitals (人民币贰佰元整)."""

from decimal import Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿", "兆")


def yuan(amount: Decimal) -> str:
    """¥ without symbol: 200, 1234.50."""
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"


def grouped(amount: Decimal) -> str:
    """60,000: as a table shows it."""
    return f"{amount:,.2f}".removesuffix(".00")


def money_text(amount: Decimal) -> str:
    """60000元（人民币陆万元整）: as a paper words a sum."""
    return f"{yuan(amount)}元（{capital_amount(amount)}）"


def yuan_text(amount: Decimal) -> str:
    """罚款200元（人民币贰佰元整）: as a decision words it."""
    return f"罚款{money_text(amount)}"


def capital_amount(amount: Decimal) -> str:
    """人民币…元整, with 角 and 分 where there are any. ValueError below zero or above 10¹⁶."""
    if amount < 0 or amount >= Decimal(10) ** 16:
        raise ValueError("amount out of range")
    cents = int((amount * 100).to_integral_value())
    whole, small = divmod(cents, 100)
    jiao, fen = divmod(small, 10)
    text = "人民币" + (_whole(whole) + "元" if whole or not small else "")
    if not small:
        return text + "整"
    text += DIGITS[jiao] + "角" if jiao else ("零" if whole and fen else "")
    return text + (DIGITS[fen] + "分" if fen else "整")


def _whole(number: int) -> str:
    if number == 0:
        return DIGITS[0]
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    text = ""
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        if group:
            # a gap inside or before the group is one 零
            text += (DIGITS[0] if text and group < 1000 else "") + _group(group) + GROUPS[index]
        elif (
            text
            and index
            and not text.endswith(DIGITS[0])
            and any(groups[:index])
            and groups[index - 1] >= 1000
        ):
            text += DIGITS[0]
    return text


def _group(group: int) -> str:
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit:
            text += (DIGITS[0] if gap and text else "") + DIGITS[digit] + PLACES[place]
            gap = False
        else:
            gap = True
    return text
