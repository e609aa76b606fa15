"""Keys in addresses: what no database can hold is no address of ours. And where strangers reach us."""

import re
import socket
import unicodedata
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from django.urls import register_converter
from django.urls.converters import IntConverter

KEY = "[0-9]{1,18}"
# last words of names that lead to oneself, within one house, or nowhere (RFC 6761, 6762, 7686; ICANN: .internal)
NO_DOMAINS = frozenset(
    [
        "localhost",
        "localdomain",
        "local",
        "internal",
        "invalid",
        "test",
        "example",
        "onion",
        "lan",
        "home",
        "arpa",
        "corp",
        "intranet",
        "private",
    ]
)
DOMAIN = re.compile(r".+\.[^.\d]+", re.DOTALL)  # two words at least, the last without digits


class KeyConverter(IntConverter):
    """`<key:pk>`: a number that fits both databases; a longer one is not found."""

    regex = KEY


def whole_number(text: str | None) -> int | None:
    """What the query, a hidden field or a header carries; nonsense counts as not given."""
    return int(text) if text and re.fullmatch(KEY, text) else None


def leads_anywhere(url: str) -> bool:
    """Whether a stranger's telephone could follow it: not to itself, not within one house, and not nowhere."""
    host = unicodedata.normalize("NFKC", urlsplit(url).hostname or "").replace("。", ".").rstrip(".")
    number = _number(host)
    if number is None:
        return bool(DOMAIN.fullmatch(host)) and host.rpartition(".")[2] not in NO_DOMAINS
    return number.is_global and not number.is_multicast


def _number(host: str) -> IPv4Address | IPv6Address | None:
    """The address that a browser reads out of it, however it is written: 127.1, 0x7f.1, 2130706433, ::ffff:127.0.0.1."""
    with suppress(ValueError):
        number = ip_address(host.partition("%")[0])
        return getattr(number, "ipv4_mapped", None) or number
    with suppress(OSError, UnicodeError):
        return IPv4Address(socket.inet_aton(host))
    return None


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
