"""Behind a trusted proxy all strangers count as one address: four slow posts keep everybody from signing in."""

from contextlib import ExitStack
from ipaddress import ip_network
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from sanzhi.project.bodies import OF_ONE_ADDRESS, BodyMiddleware


def test_slow_posts_of_one_stranger_do_not_lock_out_another(settings: Any) -> None:
    settings.SANZHI_TRUSTED_PROXIES = [ip_network("10.0.0.1/32")]
    door = BodyMiddleware(lambda request: HttpResponse("in"))
    with ExitStack() as slow:
        for _ in range(OF_ONE_ADDRESS):  # one stranger, 203.0.113.9, sends slowly through the proxy
            slow.enter_context(door.strangers.taken("10.0.0.1"))
        request = RequestFactory().post(
            "/office/sign-in/", {"username": "x"}, REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.7"
        )
        request.user = AnonymousUser()
        assert door(request).status_code == 200
