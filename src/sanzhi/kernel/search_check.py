"""Whether what is searched is what it was made from: each text beside its source, each text's pairs in the index.

Reads everything once; for `manage.py verify`, not for a page.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db import connection

from sanzhi.kernel.models import SearchText
from sanzhi.kernel.search import _coded, bigrams, is_key_of, normal

TEXT, GRAMS = "kernel.searchtext", "kernel_grams"
CHANGED, MISSING, UNKNOWN = "与来源不符。", "没有来源应有的这一条。", "没有来源。"


@dataclass(frozen=True)
class Sought:
    """What the source says: the text, the day by which it is sorted, the last day on which it is found."""

    text: str
    sorted_on: date
    ends_on: date | None = None


Places = Mapping[tuple[str, str], Sought]


def wrong_texts(prefix: str, *, due: Places) -> Iterator[tuple[int | str, str]]:
    """(row or key, sentence) of the kinds that begin with `prefix`: those `due` must be there, and no others."""
    seen = set()
    for row in SearchText.objects.filter(kind__startswith=prefix).order_by("pk").iterator(500):
        place = (row.kind, row.key)
        seen.add(place)
        sought = due.get(place)
        if sought is None:
            yield row.pk, UNKNOWN
        elif not _is_made_from(sought, row):
            yield row.pk, CHANGED
    for kind, key in sorted(set(due) - seen):
        yield f"{kind} {key}", MISSING


def _is_made_from(sought: Sought, row: SearchText) -> bool:
    days = (sought.sorted_on, sought.ends_on)
    return (
        normal(sought.text) == row.text
        and days == (row.sorted_on, row.ends_on)
        and is_key_of(row.pk, row.kind, day=row.sorted_on)
    )


def wrong_pairs() -> Iterator[tuple[int, str]]:
    """Rows whose pairs in the index are not those of the text, and pairs that belong to no text."""
    found = _indexed()
    for row in SearchText.objects.order_by("pk").iterator(500):
        pairs = _coded(row.text).split() if connection.vendor == "sqlite" else bigrams(row.text)
        if found.pop(row.pk, 0) != sum(map(_weight, pairs)) % MODULUS:
            yield row.pk, "检索索引与文本不符。"
    for row_id in sorted(key for key, weight in found.items() if weight):
        yield row_id, "检索索引中有，文本中没有。"


MODULUS = 1 << 64


def _weight(pair: str) -> int:
    return int.from_bytes(sha256(pair.encode()).digest()[:8], "big")


def _indexed() -> dict[int, int]:
    """By row the sum of what its pairs weigh: two sets of pairs with one sum are not found by trying."""
    found: dict[int, int] = {}
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "CREATE VIRTUAL TABLE IF NOT EXISTS temp.kernel_pairs USING fts5vocab(main, kernel_grams, instance)"
            )
            cursor.execute("SELECT doc, term FROM temp.kernel_pairs")
        else:
            cursor.execute("SELECT id, unnest(grams) FROM kernel_grams")
        while rows := cursor.fetchmany(5000):
            for row_id, pair in rows:
                found[row_id] = (found.get(row_id, 0) + _weight(pair)) % MODULUS
        if connection.vendor == "sqlite":
            cursor.execute("DROP TABLE temp.kernel_pairs")
    return found
