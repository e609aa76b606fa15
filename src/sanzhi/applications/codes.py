"""Numbers and codes: a code of twenty easy characters follows from the form from which an application was begun.

So a form that was sent twice, because the first answer was lost, is answered with the same code; the code stands nowhere,
and without the form and the installation's key nobody can work it out.
"""

import hashlib
import hmac
import re
import unicodedata

from django.conf import settings
from django.contrib.auth.hashers import make_password

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # 32, none that is read as another: five bits each
LENGTH = 20


def code_of(once: str) -> str:
    """XXXX-XXXX-XXXX-XXXX-XXXX."""
    chance = _keyed("code", once)
    letters = "".join(LETTERS[byte % len(LETTERS)] for byte in chance[:LENGTH])
    return "-".join(letters[at : at + 4] for at in range(0, LENGTH, 4))


def digest_of(code: str) -> str:
    """The slow salted hash that is kept."""
    return make_password(as_meant(code))


def as_meant(code: str) -> str:
    """A code however it was typed: marks and blanks between its letters say nothing."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", code)).upper()


def number_meant(number: str) -> str:
    """An application's number however it was typed: wide figures, blanks, other dashes."""
    said = unicodedata.normalize("NFKC", number).translate(str.maketrans("‐‑‒–—−－", "-------"))
    return re.sub(r"\s+", "", said)[:30]


def key_of(what: str, said: str) -> str:
    """A digest under the installation's key: equal ones are equal, and none can be read back."""
    return _keyed(what, said).hex()


def _keyed(what: str, said: str) -> bytes:
    return hmac.digest(settings.SECRET_KEY.encode(), f"applications {what} {said}".encode(), hashlib.sha256)
