"""Keys in addresses: what no database can hold is no address of ours."""

import re

from django.urls import register_converter
from django.urls.converters import IntConverter

KEY = "[0-9]{1,18}"


class KeyConverter(IntConverter):
    """`<key:pk>`: a number that fits both databases; a longer one is not found."""

    regex = KEY


def whole_number(text: str | None) -> int | None:
    """What the query, a hidden field or a header carries; nonsense counts as not given."""
    return int(text) if text and re.fullmatch(KEY, text) else None


def register() -> None:
    register_converter(KeyConverter, "key")
