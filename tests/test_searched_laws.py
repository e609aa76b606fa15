"""A law in force that the search finds no more is named by the verification."""

import pytest

from sanzhi.amendments.testing import a_version
from sanzhi.kernel import search
from sanzhi.project.verifying import search_findings
from sanzhi.statutes.models import Article


@pytest.mark.django_db
def test_an_article_that_was_taken_out_of_the_search_is_missed() -> None:
    a_version("2020-01-01")
    assert not list(search_findings())
    article = Article.objects.earliest("id")
    search.remove("article", str(article.pk))
    (finding,) = search_findings()
    assert finding.row == f"article {article.pk}"
