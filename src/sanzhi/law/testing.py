"""For tests: the real statutes, from the laws folder where it is at hand, else the national ones of the data package."""

import os
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from sanzhi.law.citations import Citation
from sanzhi.law.national import installed, is_installed
from sanzhi.law.statute_text import Article, StatuteText, parse_statute

ROOT = Path(__file__).resolve().parents[3]
LAWS = Path(os.environ.get("SANZHI_LAWS_DIR", ROOT.parent / "shared" / "laws"))
FILES = sorted(LAWS.glob("*.md"))
PREFIX = "中华人民共和国"
with_files = pytest.mark.skipif(not FILES, reason="the local and administrative regulations are not at hand")
with_laws = pytest.mark.skipif(not FILES and not is_installed(), reason="no statutes are at hand")


@cache
def statutes() -> dict[str, StatuteText]:
    """The newest text of each statute by its short title: national ones of the data package, then files, named by date."""
    collection = installed()
    laws = collection.laws if collection else ()
    read = [parse_statute(law.text, name=law.title) for law in laws if law.text]
    read += [parse_statute(file.read_text(encoding="utf-8-sig"), name=file.name) for file in FILES]
    return {text.title.removeprefix(PREFIX): text for text in read}


def statute_of(citation: Citation) -> StatuteText | None:
    """The text of the statute. None where it is not at hand."""
    return statutes().get(citation.statute.removeprefix(PREFIX))


def article_of(citation: Citation) -> Article:
    """The article; a test that needs a text which is not at hand is skipped and names it."""
    text = statute_of(citation)
    if text is None:
        pytest.skip(f"没有《{citation.statute}》的文本")
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


def texts() -> list[tuple[str, str]]:
    """(file name, text) of the files at hand, else of the national statutes."""
    if FILES:
        return [(file.name, file.read_text(encoding="utf-8-sig")) for file in FILES]
    collection = installed()
    return [(law.file_name, law.text) for law in collection.laws if law.text] if collection else []


LawRow = tuple[str, str, str, str]  # title, adopted, effective, status
ArticleRow = tuple[str | None, str | None, str, str]  # chapter, section, number, text


def collection_file(path: Path, laws: Mapping[LawRow, Sequence[ArticleRow]]) -> Path:
    """A collection of invented statutes in the shape of the data package."""
    with closing(sqlite3.connect(path)) as made, made:
        made.execute(
            "CREATE TABLE laws (law_id, law_name, version_date, publish_date, effective_date, status)"
        )
        made.execute(
            "CREATE TABLE articles (id INTEGER PRIMARY KEY, law_id, chapter, section, article_no, article_text)"
        )
        for key, ((title, adopted, effective, status), articles) in enumerate(laws.items()):
            made.execute(
                "INSERT INTO laws VALUES (?, ?, ?, ?, ?, ?)",
                (key, title, adopted, adopted, effective, status),
            )
            for article in articles:
                made.execute("INSERT INTO articles VALUES (NULL, ?, ?, ?, ?, ?)", (key, *article))
    return path
