"""Numbers that others have printed, on receipts, letters and identity papers: brought to one shape before they are compared."""

import re
import unicodedata
from functools import lru_cache

# how courts and authorities number their papers: （2026）豫0481行初3号, 舞政复决字〔2026〕3号: 建议
PAPER = re.compile(r"[(〔\[](?:19|20)\d{2}[)〕\]].*\d号(?:之\w+)?")
# fewer digits, or fewer different ones, can be no number of a printed receipt: 建议
RECEIPT_DIGITS = 6
POSTAL_SIGNS = 10


@lru_cache(maxsize=4096)
def plain_number(text: str) -> str:
    """Full-width signs made narrow; blanks, dashes, line breaks and signs without width left out; capitals."""
    folded = unicodedata.normalize("NFKC", text)
    kept = (sign for sign in folded if unicodedata.category(sign)[0] not in "ZC")
    return "".join(sign for sign in kept if unicodedata.category(sign) != "Pd").upper()


def is_paper_number(number: str) -> bool:
    """Whether a court or an authority can have numbered a paper so: its year in brackets, then a serial number."""
    told = plain_number(number)
    return PAPER.search(told) is not None and re.search("[一-鿿]", told.rstrip("号")) is not None


def is_of_others(number: str, *, own: str) -> bool:
    """Whether somebody else can have numbered a paper so; `own` is the word with which our numbers begin."""
    return is_paper_number(number) and own not in plain_number(number)


def is_printed(number: str, *, digits: int = RECEIPT_DIGITS) -> bool:
    """Whether it can be the number of a printed paper: digits enough, and not one of them repeated."""
    found = re.sub(r"\D", "", number)
    return len(found) >= digits and len(set(found)) > 1


def is_postal(number: str) -> bool:
    """Whether it can be the number of a registered letter: EMS 1234567890 123, XA12345678941."""
    return (
        len(number) >= POSTAL_SIGNS
        and re.fullmatch(r"[0-9A-Z]+", number) is not None
        and is_printed(number, digits=8)
    )
