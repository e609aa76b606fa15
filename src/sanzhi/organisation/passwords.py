"""Which passwords are taken: none that is short, common, of digits alone, or made of the person's own words."""

import hmac
import re
import unicodedata
from typing import Annotated

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from pydantic import AfterValidator, Field, SecretStr
from pydantic_core import PydanticCustomError

from sanzhi.kernel.verdict import Verdict
from sanzhi.organisation.models import Officer, PasswordReset, Unit

LONGEST = 200
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is read as another


def _can_be_written(said: SecretStr) -> SecretStr:
    try:
        said.get_secret_value().encode()
    except UnicodeEncodeError as wrong:
        raise PydanticCustomError("string_pattern_mismatch", "not text") from wrong
    return said


Secret = Annotated[SecretStr, Field(max_length=LONGEST), AfterValidator(_can_be_written)]
RUNS = "abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm"
RUN = 4  # letters from which a run, or a piece of an own word, counts as one
SUBSTANCE, DISTINCT = 4, 3  # characters that must remain, and how many different ones (建议)
NUMERALS = "〇零一二三四五六七八九十百千万"
UNNAMED = "不符合密码要求"
REASONS = {
    "password_too_short": "不足{min_length}个字符",
    "password_too_common": "是很多人在用的密码",
}


def is_strong(password: str, *, own: tuple[str, ...] = ()) -> Verdict:
    """`own`: what anybody knows of the person: sign-in name, name, unit, authority, area, certificate, telephone."""
    try:
        validate_password(password)
    except ValidationError as weak:
        return Verdict.no("密码过于简单：" + "；".join(_said(error) for error in weak.error_list) + "。")
    left = _left(password, own)
    return Verdict.when(
        not password.isdigit(), "密码不能只有数字。", remedy="请加上字母或者汉字。"
    ) & Verdict.when(
        len(left) >= SUBSTANCE and len(set(left)) >= DISTINCT,
        "密码只由您的登录名、姓名、单位、区域等人人知道的字、数字和连续、重复的字符组成，"
        f"去掉这些以后不足{SUBSTANCE}个字符。",
        remedy="请换用想得到而猜不到的几个词。",
    )


def _said(error: ValidationError) -> str:
    """In our words: Django's own are not all translated."""
    return REASONS.get(error.code or "", UNNAMED).format(**(error.params or {}))


def words_of(officer: Officer) -> tuple[str, ...]:
    """What anybody knows of the officer."""
    numbers = officer.certificates.values_list("number", flat=True)
    return (officer.user.username, officer.name, officer.position, *numbers, *words_around(officer.unit))


def words_around(unit: Unit) -> tuple[str, ...]:
    """What anybody knows of who serves there: the authority, its units, its areas."""
    authority = unit.authority
    areas = authority.officers.order_by("area").values_list("area", flat=True).distinct()
    units = authority.units.values_list("name", flat=True)
    names = (authority.code, authority.name, authority.number_prefix, authority.government)
    return (*names, authority.address, authority.phone, *units, *areas)


def first_half(row: PasswordReset) -> str:
    """What the proposer sees: it follows from the installation's key and stands nowhere."""
    said = f"first half of reset {row.pk} {int(row.valid_until.timestamp())}"
    return grouped(hmac.digest(settings.SECRET_KEY.encode(), said.encode(), "sha256")[:8])


def grouped(chance: bytes) -> str:
    letters = "".join(LETTERS[byte % len(LETTERS)] for byte in chance)
    return f"{letters[:4]}-{letters[4:]}"


def as_meant(code: str) -> str:
    """A reset code however its halves were put together: the marks between its letters say nothing."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", code)).upper()


def _left(password: str, own: tuple[str, ...]) -> str:
    """What remains without the characters and the words of one's own, digits, and runs of the keyboard or the alphabet."""
    letters = [word for text in own for word in _words(text)]
    known = {sign for word in letters if not word.isascii() for sign in word}
    left = "".join(sign for sign in "".join(_words(password)) if sign not in known)
    spelled = sorted({word for word in letters if word.isascii() and len(word) > 1}, key=len, reverse=True)
    for word in spelled:
        left = left.replace(word, "")
    return _without_runs(left, RUNS + " " + " ".join(spelled))


def _words(text: str) -> list[str]:
    """Its words in small letters, without digits and signs: `Zhifa1` gives `zhifa`."""
    return re.findall(rf"[^\W\d_{NUMERALS}]+", unicodedata.normalize("NFKC", text).casefold())


def _without_runs(text: str, known: str) -> str:
    """Without what stands in `known`, forwards or backwards, four letters together or more."""
    pieces = [text[at : at + RUN] for at in range(len(text))]
    found = {
        at
        for at, piece in enumerate(pieces)
        if len(piece) == RUN and (piece in known or piece[::-1] in known)
    }
    return "".join(letter for at, letter in enumerate(text) if found.isdisjoint(range(at - RUN + 1, at + 1)))
