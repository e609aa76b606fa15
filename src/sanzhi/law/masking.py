"""How a number or an address stands on a page of the office until somebody asks for the whole of it (最小必要: 个人信息保护法 §6)."""

from sanzhi.law.redaction import mask_identifiers

HEAD, TAIL = 3, 4  # characters that stay: enough to tell two people apart, too few to use


def mask_number(text: str) -> str:
    """`000***********1234`; a text of seven characters or fewer is hidden whole."""
    kept = HEAD + TAIL
    return "*" * len(text) if len(text) <= kept else text[:HEAD] + "*" * (len(text) - kept) + text[-TAIL:]


def mask_address(text: str) -> str:
    """Without house numbers, names of estates stay."""
    return mask_identifiers(text)
