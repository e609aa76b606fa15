"""For tests: the real statutes where they are at hand, and what a citation names in them."""

import os
from functools import cache
from pathlib import Path

import pytest

from sanzhi.law.citations import Citation
from sanzhi.law.statute_text import Article, StatuteText, parse_statute

ROOT = Path(__file__).resolve().parents[3]
LAWS = Path(os.environ.get("SANZHI_LAWS_DIR", ROOT.parent / "shared" / "laws"))
FILES = sorted(LAWS.glob("*.md"))
PREFIX = "中华人民共和国"
with_laws = pytest.mark.skipif(not FILES, reason="the real statutes are not at hand")


@cache
def statutes() -> dict[str, StatuteText]:
    """The newest text of each statute by its short title (files are named by date)."""
    read = [parse_statute(file.read_text(encoding="utf-8-sig"), name=file.name) for file in FILES]
    return {text.title.removeprefix(PREFIX): text for text in read}


def statute_of(citation: Citation) -> StatuteText | None:
    """The text of the statute. None where it is not at hand."""
    return statutes().get(citation.statute.removeprefix(PREFIX))


def article_of(citation: Citation) -> Article:
    text = statutes()[citation.statute.removeprefix(PREFIX)]
    wanted = (citation.article, citation.suffix)
    return next(row for row in text.articles if (row.number, row.suffix) == wanted)


def text_of(citation: Citation) -> str:
    """What the citation names: the article, its paragraph, or the paragraph's lead with one item. Fails if it is not there."""
    paragraphs = article_of(citation).paragraphs
    if citation.paragraph:
        paragraphs = [paragraphs[citation.paragraph - 1]]
    if not citation.item:
        return "".join(part.text + "".join(item.text for item in part.items) for part in paragraphs)
    return next(
        part.text + item.text for part in paragraphs for item in part.items if item.number == citation.item
    )
