"""A procedure is read in words on its list and on the page of a step; whoever edits keeps the keys."""

import re

import pytest
from django.test import Client

from sanzhi.catalogues.models import Edition, Kind
from sanzhi.demo.cast import Bureau

LATIN = re.compile(r"[a-z][a-z_]{2,}")


def read(bureau: Bureau, address: str) -> str:
    """What the reviewer reads in the tables and descriptions of a page."""
    client = Client()
    client.force_login(bureau.officers["fazhi"].user)
    page = client.get(address).content.decode()
    cells = re.findall(r"<(?:td|dd|h2)[^>]*>(.*?)</(?:td|dd|h2)>", page, re.DOTALL)
    return re.sub(r"<[^>]*>", "", "\n".join(cells))


def test_no_key_is_read(bureau: Bureau) -> None:
    procedures = Edition.objects.filter(kind=Kind.PROCEDURE)
    pages = [f"/office/lists/{one.pk}/" for one in procedures]
    pages += [
        f"{page}rows/{row.code}/"
        for page, one in zip(pages, procedures, strict=True)
        for row in one.rows.all()
    ]
    assert len(pages) > 100
    assert {page: keys for page in pages if (keys := LATIN.findall(read(bureau, page)))} == {}


@pytest.mark.parametrize("word", ["送达", "不"])
def test_where_a_step_leads_is_told_by_title_and_condition(bureau: Bureau, word: str) -> None:
    edition = Edition.objects.get(kind=Kind.PROCEDURE, key="penalty/ordinary")
    assert word in read(bureau, f"/office/lists/{edition.pk}/")
