"""Search of Chinese text by overlapping character pairs: every pair must be there, then the words themselves.

SQLite keeps the pairs in an FTS5 table without content, PostgreSQL in a GIN index; both return the same set,
newest first. Ranking by frequency and exact counts are refused: both cost more than they tell.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import connection

from sanzhi.kernel.models import SearchText

_WORD = re.compile(r"\w+")


def normal(text: str) -> str:
    """NFKC, lower case: full-width digits and letters are found by half-width ones."""
    return unicodedata.normalize("NFKC", text).lower()


def bigrams(text: str) -> list[str]:
    """The distinct pairs of neighbouring characters within each word of `text`, in order."""
    pairs = (word[i : i + 2] for word in _WORD.findall(normal(text)) for i in range(len(word) - 1))
    return list(dict.fromkeys(pairs))


def put(kind: str, key: str, *, text: str, sorted_on: date) -> None:
    """Index `text` under (kind, key), replacing what stood there. Runs in the caller's transaction."""
    put_all(kind, {key: text}, sorted_on=sorted_on)


def put_all(kind: str, texts: Mapping[str, str], *, sorted_on: date) -> None:
    """Index many texts by their keys, replacing what stood there; a few statements however many they are."""
    remove(kind, *texts)
    rows = SearchText.objects.bulk_create(
        SearchText(kind=kind, key=key, text=normal(text), sorted_on=sorted_on) for key, text in texts.items()
    )
    if connection.vendor == "sqlite":
        grams: list[tuple[int, Any]] = [(row.pk, _coded(row.text)) for row in rows]
        sql = "INSERT INTO kernel_grams (rowid, grams) VALUES (%s, %s)"
    else:
        grams = [(row.pk, bigrams(row.text)) for row in rows]
        sql = "INSERT INTO kernel_grams (id, grams) VALUES (%s, %s)"
    with connection.cursor() as cursor:
        cursor.executemany(sql, grams)


def remove(kind: str, *keys: str) -> None:
    """Take what stands under the keys out of the index."""
    found = list(SearchText.objects.filter(kind=kind, key__in=keys))
    if not found:
        return
    if connection.vendor == "sqlite":
        rows: list[tuple[Any, ...]] = [(row.pk, _coded(row.text)) for row in found]
        sql = "INSERT INTO kernel_grams (kernel_grams, rowid, grams) VALUES ('delete', %s, %s)"
    else:
        rows = [(row.pk,) for row in found]
        sql = "DELETE FROM kernel_grams WHERE id = %s"
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)
    SearchText.objects.filter(pk__in=[row.pk for row in found]).delete()


def find(kind: str, query: str, *, limit: int = 50, offset: int = 0) -> list[str]:
    """The keys of `kind` whose text contains every word of `query` (at least two characters each), newest first."""
    words = [word for word in _WORD.findall(normal(query)) if len(word) >= 2]
    if not words:
        return []
    grams = list(dict.fromkeys(pair for word in words for pair in bigrams(word)))
    if connection.vendor == "sqlite":
        match = "id IN (SELECT rowid FROM kernel_grams WHERE grams MATCH %s)"
        condition: str | list[str] = " AND ".join(f'"{_code(pair)}"' for pair in grams)
        recheck = "".join(" AND instr(text, %s) > 0" for _ in words)
    else:
        match = "id IN (SELECT id FROM kernel_grams WHERE grams @> %s::text[])"
        condition = grams
        recheck = "".join(" AND strpos(text, %s) > 0" for _ in words)
    sql = (
        f"SELECT key FROM kernel_searchtext WHERE kind = %s AND {match}{recheck}"
        " ORDER BY sorted_on DESC, id DESC LIMIT %s OFFSET %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, (kind, condition, *words, limit, offset))
        return [row[0] for row in cursor.fetchall()]


def _code(pair: str) -> str:
    """A pair as one token of letters, which no tokenizer of FTS5 splits."""
    return "z" + "x".join(f"{ord(character):x}" for character in pair)


def _coded(text: str) -> str:
    return " ".join(_code(pair) for pair in bigrams(text))
