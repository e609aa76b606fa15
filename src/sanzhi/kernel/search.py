"""Search of Chinese text by overlapping character pairs: every pair must be there, then the words themselves.

SQLite keeps the pairs in an FTS5 table without content, PostgreSQL in a GIN index; both return the same set,
newest first. Ranking by frequency and exact counts are refused: both cost more than they tell.
FTS5 walks texts by their keys alone, so on SQLite a text's key says its kind and its day before its own number: the
newest of a kind are the end of a range, and a walk from there stops when a page is full.
What was taken out of FTS5 stands in its segments until they are merged: `forget` sees to that.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import count, repeat
from typing import Any

from django.db import connection, transaction

from sanzhi.kernel import clock, jobs
from sanzhi.kernel.models import SearchText

RECENT = (
    20_000  # the newest texts with a single character, or with all pairs, in which the words are looked for
)
KIND_AT, DAY_AT = 53, 31  # bits of a text's key: 10 of the kind, 22 of the day, 31 of the number
SLICE = 500  # pages of the index that are merged before others may write

_WORD = re.compile(r"\w+")


def normal(text: str) -> str:
    """NFKC, lower case: full-width digits and letters are found by half-width ones."""
    return unicodedata.normalize("NFKC", text).lower()


def bigrams(text: str) -> list[str]:
    """The distinct pairs of neighbouring characters within each word of `text`, in order."""
    pairs = (word[i : i + 2] for word in _WORD.findall(normal(text)) for i in range(len(word) - 1))
    return list(dict.fromkeys(pairs))


def put(kind: str, key: str, *, text: str, sorted_on: date, ends_on: date | None = None) -> None:
    """Index `text` under (kind, key), replacing what stood there; after `ends_on` it is not found. In the caller's transaction."""
    put_all(kind, {key: text}, sorted_on=sorted_on, ends_on=ends_on)


def put_all(kind: str, texts: Mapping[str, str], *, sorted_on: date, ends_on: date | None = None) -> None:
    """Index many texts by their keys, replacing what stood there; a few statements however many they are."""
    remove(kind, *texts)
    numbers = _keys(kind, sorted_on)
    rows = SearchText.objects.bulk_create(
        SearchText(
            pk=next(numbers), kind=kind, key=key, text=normal(text), sorted_on=sorted_on, ends_on=ends_on
        )
        for key, text in texts.items()
    )
    if connection.vendor == "sqlite":
        grams: list[tuple[int, Any]] = [(row.pk, _coded(row.text)) for row in rows]
        sql = "INSERT INTO kernel_grams (rowid, grams) VALUES (%s, %s)"
    else:
        grams = [(row.pk, bigrams(row.text)) for row in rows]
        sql = "INSERT INTO kernel_grams (id, grams) VALUES (%s, %s)"
    with connection.cursor() as cursor:
        cursor.executemany(sql, grams)


def _keys(kind: str, day: date) -> Iterator[int | None]:
    """The keys of the next texts; PostgreSQL, where writers do not wait for each other, counts by itself."""
    if connection.vendor != "sqlite":
        return repeat(None)
    first = _from(kind, day)
    latest = SearchText.objects.filter(pk__range=(first, first + (1 << DAY_AT) - 1)).order_by("-pk").first()
    return count(latest.pk + 1 if latest else first)


def _from(kind: str, day: date) -> int:
    """The least key of the kind on this day. Two kinds that share a number are told apart by their names."""
    return (zlib.crc32(kind.encode()) & 0x3FF) << KIND_AT | day.toordinal() << DAY_AT


def is_key_of(key: int, kind: str, *, day: date) -> bool:
    """Whether a text of this kind and day may have this key, by which SQLite walks."""
    return connection.vendor != "sqlite" or key >> DAY_AT == _from(kind, day) >> DAY_AT


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


def forget(kind: str, *keys: str) -> None:
    """Take it out for good: after the commit also out of the segments in which a deleted pair lies on."""
    remove(kind, *keys)
    jobs.later("kernel.merge_segments", "grams")


@jobs.job("kernel.merge_segments")
def merge_segments(key: str) -> None:
    """Write the index anew without what was deleted, a slice at a time, so that writers wait for a slice only."""
    if connection.vendor != "sqlite":
        return  # there the pairs are rows: what is deleted is gone with them
    pages = -SLICE  # the first slice takes all segments in, the others go on
    while _merged(pages):
        pages = SLICE


def _merged(pages: int) -> bool:
    """Whether there was anything to merge (SQLite's own measure: fewer than two changes are none)."""
    with transaction.atomic(), connection.cursor() as cursor:
        before = cursor.execute("SELECT total_changes()").fetchone()[0]
        cursor.execute("INSERT INTO kernel_grams (kernel_grams, rank) VALUES ('merge', %s)", (pages,))
        return bool(cursor.execute("SELECT total_changes()").fetchone()[0] - before >= 2)


def find(kind: str, query: str, *, limit: int = 50, offset: int = 0) -> list[str]:
    """The keys of `kind` whose text contains every word of `query` and has not run out, newest first.

    Looked for in the RECENT newest texts that have every pair; a single character has none, and is looked for in the
    RECENT newest. So a walk over what every text has, and no text in this order, ends.
    """
    words = _words(query)
    if not words:
        return []
    # SQLite takes the inner rows one by one as they come, in their order: ordered again they would all be read first
    holds, order = "instr(text, %s) > 0", ""
    if connection.vendor != "sqlite":
        holds, order = "strpos(text, %s) > 0", " ORDER BY texts.sorted_on DESC, texts.id DESC"
    source, values = _with_every_pair(kind, bigrams(query))
    newest = "sorted_on DESC, id" if connection.vendor != "sqlite" else "id"
    # CROSS JOIN: the index leads, whatever the statistics say
    sql = (
        f"SELECT key FROM ({source} ORDER BY {newest} DESC LIMIT %s) newest CROSS JOIN kernel_searchtext texts "
        "WHERE texts.id = newest.id AND kind = %s AND (ends_on IS NULL OR ends_on >= %s)"
        f"{f' AND {holds}' * len(words)}{order} LIMIT %s OFFSET %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, (*values, RECENT, kind, clock.today(), *words, limit, offset))
        return [row[0] for row in cursor.fetchall()]


def is_cut(kind: str, query: str) -> bool:
    """Whether more texts have every pair than `find` looks through: older ones that hold the words were not found."""
    if not _words(query):
        return False
    source, values = _with_every_pair(kind, bigrams(query))
    with connection.cursor() as cursor:
        cursor.execute(f"{source} LIMIT 1 OFFSET %s", (*values, RECENT))
        return cursor.fetchone() is not None


def _words(query: str) -> list[str]:
    return list(dict.fromkeys(_WORD.findall(normal(query))))


def _with_every_pair(kind: str, grams: list[str]) -> tuple[str, tuple[Any, ...]]:
    """The query for the numbers of the texts among which the words are looked for, and the values for it."""
    if connection.vendor != "sqlite":
        match = "kind = %s AND id IN (SELECT id FROM kernel_grams WHERE grams @> %s::text[])"
        return f"SELECT id FROM kernel_searchtext WHERE {match}", (kind, grams)
    between = (_from(kind, date.min), _from(kind, date.max) + (1 << DAY_AT) - 1)
    if not grams:
        return "SELECT id FROM kernel_searchtext WHERE id BETWEEN %s AND %s", between
    pairs = " AND ".join(f'"{coded_pair(pair)}"' for pair in grams)
    match = "kernel_grams MATCH %s AND rowid BETWEEN %s AND %s"
    return f"SELECT rowid AS id FROM kernel_grams WHERE {match}", (pairs, *between)


def coded_pair(pair: str) -> str:
    """A pair as one token of letters, which no tokenizer of FTS5 splits."""
    return "z" + "x".join(f"{ord(character):x}" for character in pair)


def _coded(text: str) -> str:
    return " ".join(coded_pair(pair) for pair in bigrams(text))
