"""The page of all forms, its sheet and the specimens: for whoever is signed in."""

from collections.abc import Callable

from django.test import Client

from sanzhi.demo.story import Story
from sanzhi.documents import queries
from tests.stories import desk


def test_every_form_stands_on_the_page_with_its_specimen(reached: Callable[..., Story]) -> None:
    client = desk(reached(stop="lead"), "zhifa1")
    page = client.get("/office/forms/").content.decode()
    for code, form in queries.forms().items():
        assert form.name in page and f"/office/forms/{code}/specimen.pdf" in page
    for address in ("contact-sheet.pdf", "D89/specimen.pdf"):
        assert b"".join(client.get(f"/office/forms/{address}")).startswith(b"%PDF-")
    assert client.get("/office/forms/D00/specimen.pdf").status_code == 404


def test_a_stranger_is_asked_who_he_is(reached: Callable[..., Story]) -> None:
    reached(stop="lead")
    for address in ("", "contact-sheet.pdf", "D89/specimen.pdf"):
        assert Client().get(f"/office/forms/{address}").status_code == 302
