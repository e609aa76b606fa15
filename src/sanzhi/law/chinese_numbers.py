"""Chinese numerals as statutes use them, 一 to 九千九百九十九, and back."""

DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "两": 2,
}
UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = "[零〇一二三四五六七八九十百千两]+"


def number_of(text: str) -> int:
    """118 for 一百一十八, 120 for 一百二十; also for digits of either width. ValueError otherwise."""
    if text.isdecimal():
        return int(text)
    total, digit = 0, 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in UNITS:
            total += (digit or 1) * UNITS[character]
            digit = 0
        else:
            raise ValueError(f"{text!r} is not a Chinese numeral")
    return total + digit


def numeral_of(number: int) -> str:
    """一百一十八 for 118 (1 to 9999); 十 for 10."""
    if not 1 <= number <= 9999:
        raise ValueError("only 1 to 9999")
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if gap and text else "") + "零一二三四五六七八九"[digit] + name
            gap = False
        else:
            gap = bool(text)
    return text.removeprefix("一") if text.startswith("一十") else text
