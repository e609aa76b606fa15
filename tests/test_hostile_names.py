"""Names with markup, emoji, rare characters and two hundred letters survive into the paper and the page."""

import random
from collections.abc import Callable

import pypdfium2
import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils.html import escape

from sanzhi.demo import people
from sanzhi.demo.publishing import publish
from sanzhi.demo.story import Story
from sanzhi.documents import queries as documents
from sanzhi.kernel import jobs
from sanzhi.publications.models import Publication

Tell = Callable[..., Story]
NAMES = [
    "<script>alert(1)</script>&amp;{{ 7*7 }}",
    "#strong[粗] $x$ `a` *b* _c_ @d \\ 店",
    "李堃𬭚",
    "开心😀超市",
    "阿卜杜拉·" + "买买提" * 64,
]


@pytest.mark.parametrize("name", NAMES, ids=["markup", "typst", "rare", "emoji", "long"])
def test_the_name_survives(tell: Tell, name: str) -> None:
    party = {**people.individual_business(random.Random(7)), "name": name[:200]}
    story = tell(party=party)
    document = documents.documents_of(f"cases.case:{story.case_id}").get(form="D41")
    paper = pypdfium2.PdfDocument(documents.pdf_of(document))
    text = "".join(page.get_textpage().get_text_range() for page in paper).replace("\r\n", "")
    plain = "".join(letter for letter in name[:200] if letter.isalnum() and ord(letter) < 0x20000)
    assert plain in "".join(letter for letter in text if letter.isalnum())
    client = Client()
    user = get_user_model().objects.get(username="zhifa1")
    client.force_login(user, backend="sanzhi.organisation.backends.OfficerBackend")
    page = client.get(f"/office/cases/{story.case_id}/").content.decode()
    assert escape(name[:200]) in page and "<script>alert" not in page
    jobs.run_due()
    publish(story.bureau, story.case)
    copy = Publication.objects.get(number=story.proceeding.decision.number)
    public = client.get(f"/decisions/{copy.slug}/").content.decode()
    assert escape(name[:200]) in public and "<script>alert" not in public
