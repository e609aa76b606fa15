"""Keys in addresses: what no database can hold is no address of ours."""

from django.urls import register_converter
from django.urls.converters import IntConverter


class KeyConverter(IntConverter):
    """`<key:pk>`: a number that fits both databases; a longer one is not found."""

    regex = "[0-9]{1,18}"


def register() -> None:
    register_converter(KeyConverter, "key")
