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
from sanzhi.organisation.models import Officer, PasswordReset

LONGEST = 200
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is read as another


def _can_be_written(said: SecretStr) -> SecretStr:
    try:
        said.get_secret_value().encode()
    except UnicodeEncodeError as wrong:
        raise PydanticCustomError("string_pattern_mismatch", "not text") from wrong
    return said


Secret = Annotated[SecretStr, Field(max_length=LONGEST), AfterValidator(_can_be_written)]
RUNS = "01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm"
WORD = 3  # letters from which a run or an own word counts as one


def is_strong(password: str, *, own: tuple[str, ...] = ()) -> Verdict:
    """`own`: what anybody knows of the person: sign-in name, name, unit, certificate."""
    try:
        validate_password(password)
    except ValidationError as weak:
        return Verdict.no("密码过于简单：" + "；".join(weak.messages))
    return Verdict.when(
        not password.isdigit(), "密码不能只有数字。", remedy="请加上字母或者汉字。"
    ) & Verdict.when(
        len(set(_left(password, own))) >= WORD,
        "密码只由您的登录名、姓名等人人知道的字和连续、重复的字符组成。",
        remedy="请换用想得到而猜不到的几个词。",
    )


def words_of(officer: Officer) -> tuple[str, ...]:
    """What anybody knows of the officer."""
    return (officer.user.username, officer.name, officer.unit.name, officer.authority.code, officer.position)


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
    """What remains without own words, digits, and runs of the keyboard or the alphabet."""
    left = password.casefold()
    for word in sorted(
        filter(None, (part.casefold() for text in own for part in _parts(text))), key=len, reverse=True
    ):
        left = left.replace(word, "")
    left = re.sub(r"[\d\W_]+", "", left)
    for size in range(len(left), WORD, -1):
        for start in range(len(left) - size + 1):
            piece = left[start : start + size]
            if piece in RUNS or piece[::-1] in RUNS:
                return _left(left.replace(piece, ""), ())
    return left


def _parts(text: str) -> list[str]:
    """The text itself and its words, also without its digits: `zhifa1` gives `zhifa1` and `zhifa`."""
    words = [text, *re.split(r"[\W\d_]+", text)]
    return sorted({word for word in words if len(word) > 1}, key=len, reverse=True)
