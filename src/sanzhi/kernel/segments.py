"""What the search index still holds in its own rows, also of texts that were taken out of it.

FTS5 only marks what is deleted; until its segments are merged the pairs lie there, and no query shows them. So the
leaves are read as SQLite writes them (fts5_index.c, "2. Segments within the %_data table").
"""

from collections.abc import Iterator
from itertools import groupby

from django.db import connection

from sanzhi.kernel import search

PAGE_BITS, SEGMENT_BITS = (
    31,
    37,
)  # of a row's key: segment · is an index · height in the tree · number of the leaf


def holding(text: str) -> list[int]:
    """The keys of all texts, deleted ones too, under which every pair of `text` lies in the index."""
    pairs = search.bigrams(text)
    if not pairs:
        return []
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            cursor.execute("SELECT id FROM kernel_grams WHERE grams @> %s::text[] ORDER BY id", (pairs,))
            return [row[0] for row in cursor.fetchall()]
        cursor.execute(
            "SELECT id, block FROM kernel_grams_data WHERE id >= %s ORDER BY id", (1 << SEGMENT_BITS,)
        )
        leaves = [(key, bytes(block)) for key, block in cursor.fetchall() if _is_leaf(key)]
    wanted = {search.coded_pair(pair).encode(): set[int]() for pair in pairs}
    for _, rows in groupby(leaves, lambda leaf: leaf[0] >> SEGMENT_BITS):
        for term, key in _postings(block for _, block in rows):
            if term[1:] in wanted:  # the first letter names the main index
                wanted[term[1:]].add(key)
    return sorted(set.intersection(*wanted.values()))


def _is_leaf(key: int) -> bool:
    return not key >> PAGE_BITS & 0b111111


def _postings(leaves: Iterator[bytes]) -> Iterator[tuple[bytes, int]]:
    """Every term of a segment with the key of every text in which it stands."""
    term, key, places_left = b"", 0, 0
    for leaf in leaves:
        first_key, end = int.from_bytes(leaf[:2], "big"), int.from_bytes(leaf[2:4], "big")
        terms = set(_offsets(leaf, end))
        here = 4 + min(places_left, end - 4)
        places_left -= here - 4
        is_first_term = True
        while here < end:
            starts = here in terms
            if starts:
                shared = 0
                if not is_first_term:
                    shared, here = _number(leaf, here)
                length, here = _number(leaf, here)
                term, here = term[:shared] + leaf[here : here + length], here + length
                is_first_term = False
            is_whole = starts or here == first_key
            step, here = _number(leaf, here)
            key = step if is_whole else key + step
            size, here = _number(leaf, here)
            yield term, key
            here += size >> 1  # the lowest bit says that it was deleted
            here, places_left = min(here, end), max(here - end, 0)


def _offsets(leaf: bytes, end: int) -> Iterator[int]:
    """Where the terms of a leaf begin, as its foot tells."""
    here, offset = end, 0
    while here < len(leaf):
        step, here = _number(leaf, here)
        offset += step
        yield offset


def _number(leaf: bytes, here: int) -> tuple[int, int]:
    """SQLite's number of one to nine bytes, and where it ends."""
    value = 0
    for place in range(8):
        byte = leaf[here + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, here + place + 1
    return value << 8 | leaf[here + 8], here + 9
