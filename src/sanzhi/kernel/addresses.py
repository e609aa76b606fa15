"""Keys in addresses: what no database can hold is no address of ours. And where strangers reach us."""

import re
import socket
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.urls import register_converter
from django.urls.converters import IntConverter

KEY = "[0-9]{1,18}"


class KeyConverter(IntConverter):
    """`<key:pk>`: a number that fits both databases; a longer one is not found."""

    regex = KEY


def whole_number(text: str | None) -> int | None:
    """What the query, a hidden field or a header carries; nonsense counts as not given."""
    return int(text) if text and re.fullmatch(KEY, text) else None


def leads_anywhere(url: str) -> bool:
    """Whether a stranger's telephone could follow it: not to itself, and not nowhere."""
    host = urlsplit(url).hostname or ""
    try:
        number = ip_address(host)
    except ValueError:
        return host not in {"", "localhost"} and not host.endswith(".localhost")
    return not (number.is_loopback or number.is_unspecified)


def served_on(bind: str) -> str:
    """The address at which a browser finds what is bound so; for all addresses, the machine's own in its network."""
    host, _, port = bind.rpartition(":")
    return f"http://{_own_address() if host in {'0.0.0.0', '[::]'} else host}:{port}"


def _own_address() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(
                ("192.0.2.1", 9)
            )  # nothing is sent: the system says by which address it would go out
        except OSError:
            return "127.0.0.1"
        return str(asked.getsockname()[0])


def register() -> None:
    register_converter(KeyConverter, "key")
