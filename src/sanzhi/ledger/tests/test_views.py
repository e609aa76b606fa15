"""The log's files can be read by anyone; nothing outside them can."""

from pathlib import Path

import pytest
from django.http import Http404
from django.test import RequestFactory
from pytest_django import Settings

from sanzhi.ledger.sequencing import sequence
from sanzhi.ledger.tests.scraps import LI, Note, note
from sanzhi.ledger.views import log_file


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("checkpoint", True),
        ("public-key", True),
        ("tile/0/000.p/2", True),
        ("tile/entries/000.p/2", True),
        ("tile/0/000", False),
        ("tile/0/000.p/3", False),
        ("../key", False),
        ("tile/../../key", False),
        ("key", False),
        ("lock", False),
        ("tile/0/٠٠٠.p/2", False),
    ],
)
def test_only_the_log_is_published(settings: Settings, tmp_path: Path, name: str, found: bool) -> None:
    settings.SANZHI_LEDGER_DIR = tmp_path / "ledger"
    note(LI, Note(key="甲"))
    note(LI, Note(key="乙"))
    sequence()
    request = RequestFactory().get(f"/ledger/{name}")
    if found:
        assert log_file(request, name).content == (tmp_path / "ledger" / "log" / name).read_bytes()
    else:
        with pytest.raises(Http404):
            log_file(request, name)
