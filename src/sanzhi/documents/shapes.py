"""What may stand in a field that people type: a telephone, a code, names, words that neither decide nor lead to an account.

A paper that reaches the party says what it costs and where to pay only by its rows (行政处罚法 §59, §67).
"""

import re
import unicodedata
from collections.abc import Callable

from sanzhi.law.receipts import is_printed
from sanzhi.law.wording import decides, imposes

LAW = "行政处罚法第五十九条、第六十七条第三款"
# lengths that telephones, codes, names and addresses have: 建议
CODE_SIGNS, LONGEST_NUMBER, LONGEST_NAME, LONGEST_ADDRESS = (10, 32), 12, 20, 60
NUMBERS = re.compile(r"\d{13,}")
PLACE = re.compile("[省市县区乡镇村路街道巷号楼院大厦]")


def is_plain(text: str) -> bool:
    """Nothing of a penalty, a sum or an account."""
    told = unicodedata.normalize("NFKC", text)
    return not decides(text) and "责令" not in told and not NUMBERS.search(re.sub(r"[\s\-—_.,，]", "", told))


def is_phone(text: str) -> bool:
    numbers = re.split("[、/]", unicodedata.normalize("NFKC", text))
    return len(numbers) <= 2 and all(_is_number(number) for number in numbers)


def _is_number(text: str) -> bool:
    main, _, extension = (
        re.sub(r"[\s+()-]", "", text).replace("转分机", "转").replace("分机", "转").partition("转")
    )
    known = main.removeprefix("86") if len(main) > LONGEST_NUMBER else main
    return (
        known.isascii()
        and known.isdigit()
        and 3 <= len(known) <= LONGEST_NUMBER
        and (not extension or (extension.isascii() and extension.isdigit() and len(extension) <= 6))
    )


def is_code(text: str) -> bool:
    """As the platform of payments prints it: digits, maybe some capitals."""
    shortest, longest = CODE_SIGNS
    fits = re.fullmatch(rf"[0-9A-Z]{{{shortest},{longest}}}", text) is not None
    return fits and is_printed(text, digits=8)


def is_names(text: str) -> bool:
    names = [part.strip() for part in re.split("[、，,;；]", text)]
    return is_plain(text) and all(
        len(name) <= LONGEST_NAME and re.fullmatch(r"[^\W\d_]+(?:[·. ][^\W\d_]+)*", name) for name in names
    )


def is_address(text: str) -> bool:
    """One place in one line, and no sentence."""
    fits = len(text) <= LONGEST_ADDRESS and PLACE.search(text) is not None
    return fits and is_plain(text) and not re.search("[，,。;；：:！!？?\n]", text)


def is_postcode(text: str) -> bool:
    return re.fullmatch("[0-9]{6}", text) is not None


SHAPES: dict[str, tuple[Callable[[str], bool], str]] = {
    "plain": (is_plain, "不能写处罚、金额、收款账户"),
    "told": (lambda text: not imposes(text), "只写查明的情况，不能写另行处罚、采取措施、要求付款"),
    "phone": (is_phone, "应为电话号码"),
    "code": (is_code, "应为缴费平台生成的编码，10至32位数字、大写字母"),
    "names": (is_names, "应为姓名，用顿号隔开"),
    "address": (is_address, "应为地址，一行写明，不加其他内容"),
    "postcode": (is_postcode, "应为六位数字"),
}


def misshapen(shape: str, text: str, *, label: str) -> str:
    """A sentence when `text` has not the shape, or nothing."""
    fits, said = SHAPES[shape]
    return "" if fits(text.strip()) else f"“{label}”{said}。"
