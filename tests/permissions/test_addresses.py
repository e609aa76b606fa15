"""Every address × every person and a stranger: who gets an answer, and for whom there is nothing there.

What is done at an address, the other test tries command by command; here a form that is refused is an answer.
"""

from collections.abc import Callable, Iterator
from string import Template
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver

from sanzhi.demo.publishing import publish
from sanzhi.demo.story import Story
from sanzhi.kernel import jobs
from tests.house.test_addresses import ALL, OFFICE, methods
from tests.permissions.ground import PERSONS, TABLE, Ground, ground

STRANGER = "stranger"
EVERYBODY = (*PERSONS, STRANGER)


def addresses(resolver: Any = None, *, before: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """(name, route) of every address but those of the commands."""
    for found in (resolver or get_resolver()).url_patterns:
        route = before + str(found.pattern)
        if isinstance(found, URLResolver):
            yield from addresses(found, before=route, space=found.namespace or space)
        elif not route.startswith("api/v1/"):
            yield f"{space}:{found.name}", route


def answered(client: Client, path: str) -> bool:
    """Whether the person is answered at all; nothing is left of it."""
    with transaction.atomic():
        answer = client.post(path) if "/do/" in path else client.get(path)
        transaction.set_rollback(True)
    to_sign_in = answer.status_code == 302 and "/sign-in/" in answer["Location"]
    assert answer.status_code < 500, f"{path} {answer.status_code}"
    return answer.status_code not in {401, 403, 404} and not to_sign_in


def clients(place: Ground) -> dict[str, Client]:
    found = {STRANGER: Client(raise_request_exception=False)}
    for word, officer in place.officers.items():
        found[word] = Client(raise_request_exception=False)
        found[word].force_login(officer.user)
    return found


def test_every_address_has_a_row() -> None:
    names = {name for name, _ in addresses()}
    rows = TABLE["addresses"]
    assert names == set(rows), f"no row: {names - set(rows)}; no address: {set(rows) - names}"


def begun(tell: Callable[..., Story]) -> Ground:
    story = tell(stop="performance", cause="C05", fine=8000)
    jobs.run_due()
    publish(story.bureau, story.case)
    return ground(story)


def test_nobody_is_led_back_to_an_address_that_only_takes(tell: Callable[..., Story]) -> None:
    """After an expired session the sign-in leads by GET to where the form was sent."""
    at_desk, groups = clients(begun_place := begun(tell)), TABLE["groups"]
    taking = [name for route, name, view in ALL if route.startswith(OFFICE) and "POST" in methods(view)]
    wrong = []
    for name in taking:
        path, group = TABLE["addresses"][name]
        asked = Template(path).substitute(begun_place.known)
        for word in set(groups[group].split()) - {STRANGER}:
            with transaction.atomic():
                status = at_desk[word].get(asked).status_code
                transaction.set_rollback(True)
            wrong += [f"{name} {word} {status}"] if status not in {200, 302, 404} else []
    assert not wrong, "\n".join(wrong)
    assert len(taking) > 40


def test_who_is_answered(tell: Callable[..., Story]) -> None:
    place = begun(tell)
    at_desk = clients(place)
    groups = {name: set(words.split()) for name, words in TABLE["groups"].items()}
    wrong = []
    for name, (path, group) in TABLE["addresses"].items():
        asked = Template(path).substitute(place.known)
        try:
            found = {word for word in EVERYBODY if answered(at_desk[word], asked)}
        except AssertionError as crashed:
            wrong.append(str(crashed))
            continue
        if found != groups[group]:
            wrong.append(f"{name}: {' '.join(word for word in EVERYBODY if word in found)}")
    assert not wrong, "\n".join(wrong)
