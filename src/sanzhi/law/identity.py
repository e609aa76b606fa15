"""Identity numbers and credit codes: the first are refused when wrong, the second only warned about (F10-07)."""

from dataclasses import dataclass
from datetime import date

from stdnum.cn import uscc

from sanzhi.law.days import chinese_date

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def reads_as_resident(number: str) -> bool:
    """Whether the number has the shape of a resident's (18 characters with a day of birth in them)."""
    return len(number) == 18 and number[:17].isdigit() and number[6:8] in {"19", "20"}


@dataclass(frozen=True)
class IdentityNumber:
    """A resident identity number that is right in itself; `sex` is 男 or 女."""

    value: str
    born_on: date
    sex: str


def check_identity_number(text: str, *, on: date) -> IdentityNumber | str:
    """The number read (GB 11643), or the Chinese sentence that refuses it. The region is not judged."""
    value = text.strip().upper()
    if (
        len(value) != 18
        or not value[:17].isascii()
        or not value[:17].isdigit()
        or value[17] not in "0123456789X"
    ):
        return "居民身份证号码应为18位，前17位为数字，末位为数字或者X。"
    try:
        born_on = date(int(value[6:10]), int(value[10:12]), int(value[12:14]))
    except ValueError:
        return f"居民身份证号码中的出生日期{value[6:14]}不存在，请核对证件。"
    if born_on > on:
        return f"居民身份证号码中的出生日期{chinese_date(born_on)}晚于今天，请核对证件。"
    if value[17] != check_digit(value[:17]):
        return "居民身份证号码校验位不符，请逐位核对证件。"
    return IdentityNumber(value, born_on, "男" if int(value[16]) % 2 else "女")


def check_digit(body: str) -> str:
    """The 18th character for the first 17."""
    return CHECKS[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]


def check_credit_code(text: str) -> str | None:
    """A warning about a unified social credit code, or None. Never a reason to refuse (F10-07)."""
    value = text.strip().upper()
    if len(value) != 18:
        return "统一社会信用代码不是18位，请核对营业执照。"
    if not uscc.is_valid(value):
        return "统一社会信用代码校验不符，请核对营业执照；早期试点代码可能如此，可以继续办理。"
    return None


def is_a_residents(code: str) -> bool:
    """Whether what was entered as a credit code is a resident's number: a day of birth in it.

    One in 31 such numbers is also a valid code (GB 32100); then its own check digit decides (GB 11643).
    """
    value = code.strip().upper()
    if not reads_as_resident(value) or not ("01" <= value[10:12] <= "12" and "01" <= value[12:14] <= "31"):
        return False
    return value[17] == check_digit(value[:17]) or not uscc.is_valid(value)


def age_on(born_on: date, day: date) -> int:
    """Completed years of age on `day`."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
