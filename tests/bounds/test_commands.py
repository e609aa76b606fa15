"""Every command by the API: unknown keys, numbers and texts without measure; a sentence, nothing crashed."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from sanzhi.demo.story import Story
from sanzhi.kernel.commands import Registered
from tests.bounds.orders import commands, plausible, spoilt
from tests.test_no_way_round import signed_in

Reached = Callable[..., Story]
WHO = {
    "organisation": "guanli",
    "ledger": "guanli",
    "catalogues": "fazhi",
    "reviews": "fazhi",
    "disclosure": "gongshi",
}
SAID = {200, 400, 404, 409, 413, 422, 503}


def answered(client: Client, registered: Registered, order: Any) -> tuple[int, str]:
    client.raise_request_exception = False
    app, _, verb = registered.name.partition(".")
    body = json.dumps(order)
    answer = client.post(f"/api/v1/{app}/{verb}", body, content_type="application/json")
    return answer.status_code, answer.content.decode()


def is_said(status: int, text: str) -> bool:
    return status in SAID and (
        status == 200 or any(sign >= "\u4e00" for sign in json.dumps(json.loads(text), ensure_ascii=False))
    )


@pytest.mark.parametrize("stop", ["lead", "report", "decision", None])
def test_unknown_keys(reached: Reached, stop: str | None) -> None:
    story = reached(stop=stop) if stop else reached()
    wrong = []
    for client in [signed_in(name) for name in ("zhifa1", "guanli", "fazhi", "juzhang")]:
        for registered in commands():
            for known in ({}, {"case": story.case_id}):
                status, text = answered(client, registered, plausible(registered.order, known))
                if not is_said(status, text):
                    wrong.append(f"{registered.name} {known} {status} {text[:200]}")
    assert not wrong, "\n".join(sorted(set(wrong)))


@pytest.mark.processes  # minutes: `make check` runs it
@pytest.mark.parametrize("registered", commands(), ids=lambda row: row.name)
def test_spoilt_fields(reached: Reached, registered: Registered) -> None:
    story = reached(stop="report")
    wrong = []
    client = signed_in(WHO.get(registered.name.partition(".")[0], "zhifa1"))
    for field, order in spoilt(registered, {"case": story.case_id}):
        status, text = answered(client, registered, order)
        if not is_said(status, text):
            wrong.append(f"{field} {json.dumps(order[field])[:60]} {status} {text[:200]}")
    assert not wrong, "\n".join(wrong)
