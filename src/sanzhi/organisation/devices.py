"""The mark of a browser from which a person has signed in, and the address of whoever asks."""

import ipaddress
import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from sanzhi.organisation.patience import Source, key_of_name

COOKIE = "device"
SALT = "sanzhi.organisation.devices"
KEPT = 180 * 86400  # seconds


def source_of(request: HttpRequest, *, name: str) -> Source:
    return Source(address_of(request), _mark(request, name=name))


def keep_mark(request: HttpRequest, answer: HttpResponse, *, name: str) -> None:
    """Give the browser its mark for this name; what it proved before is renewed."""
    mark = _mark(request, name=name) or secrets.token_hex(16)
    value = signing.dumps([key_of_name(name), mark], salt=SALT)
    answer.set_cookie(
        COOKIE,
        value,
        max_age=KEPT,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        path=reverse("supervision:workbench"),
    )


def _mark(request: HttpRequest, *, name: str) -> str:
    try:
        key, mark = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KEPT)
    except (signing.BadSignature, ValueError, TypeError):
        return ""
    return str(mark) if key == key_of_name(name) else ""


def address_of(request: HttpRequest) -> str:
    """Who asks: what a trusted proxy says, else who is connected. An IPv6 address counts by its /64."""
    address = request.META.get("REMOTE_ADDR", "")
    for said in reversed(request.headers.get("X-Forwarded-For", "").split(",")):
        if not _is_trusted(address) or not said.strip():
            break
        address = said.strip()
    return _as_counted(address)


def _is_trusted(address: str) -> bool:
    found = _read(address)
    return found is not None and any(found in network for network in settings.SANZHI_TRUSTED_PROXIES)


def _as_counted(address: str) -> str:
    found = _read(address)
    if found is None:
        return address[:64]
    return str(ipaddress.ip_network(f"{found}/64", strict=False)) if found.version == 6 else str(found)


def _read(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address without a port; one of IPv4 that came over a socket of both kinds is one of IPv4."""
    host, _, port = address.rpartition(":")
    bare = host if port.isdigit() and (host.count(".") == 3 or host.endswith("]")) else address
    try:
        found = ipaddress.ip_address(bare.strip("[]"))
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
