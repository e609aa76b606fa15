"""On a socket of both kinds every IPv4 address comes as ::ffff:a.b.c.d, and all of them count as one /64; no proxy is trusted."""

from ipaddress import ip_network
from typing import Any

from django.test import RequestFactory

from sanzhi.organisation.devices import address_of


def asked(address: str, **more: str) -> str:
    return address_of(RequestFactory().get("/", REMOTE_ADDR=address, **more))


def test_two_ipv4_addresses_are_two() -> None:
    assert asked("::ffff:203.0.113.9") != asked("::ffff:198.51.100.7")


def test_a_trusted_proxy_is_known_on_such_a_socket(settings: Any) -> None:
    settings.SANZHI_TRUSTED_PROXIES = [ip_network("10.0.0.1/32")]
    assert asked("::ffff:10.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.9") == "203.0.113.9"


def test_a_port_behind_the_address_makes_no_new_guesser(settings: Any) -> None:
    settings.SANZHI_TRUSTED_PROXIES = [ip_network("10.0.0.1/32")]
    said = {asked("10.0.0.1", HTTP_X_FORWARDED_FOR=f"203.0.113.9:{port}") for port in (50001, 50002)}
    assert len(said) == 1
