"""The one spelling of an entry and of a row that is hashed: canonical JSON, then SHA-256 over salt and text.

`verify.py` at the root of the repository repeats these few lines on purpose; docs/design/ledger.md is the
specification. Refuses floats: two machines may spell them differently.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple
from uuid import UUID

from sanzhi.ledger.models import Entry, RowSeal

VERSION = 1
SPELLING = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True)
class Draft:
    """An entry as a command said it; `facts` are plain already."""

    event: str
    authority: str
    actor_key: str
    actor_name: str
    subject_kind: str
    subject_id: int
    facts: dict[str, Any]
    happened_at: datetime


class Seal(NamedTuple):
    """A row's seal before it is written: salt and digest as in RowSeal."""

    table: str
    row: int
    salt: str | None
    digest: str


def canonical(value: Any) -> bytes:
    """UTF-8, keys sorted, no spaces, Chinese as itself."""
    return SPELLING.encode(value).encode()


def plain(value: Any) -> Any:
    """`value` in JSON's own words; moments in UTC, amounts and numbers with a point as text."""
    match value:
        case Enum():
            return plain(value.value)
        case None | bool() | int() | str():
            return value
        case dict():
            return {str(plain(key)): plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
        case set() | frozenset():
            return sorted(plain(item) for item in value)
    return _spelt(value)


def _spelt(value: Any) -> str:
    match value:
        case datetime():
            return spelt_moment(value)
        case date() | time():
            return value.isoformat()
        case timedelta():
            return f"{value.total_seconds():.6f}"
        case Decimal():
            return str(value)
        case UUID():
            return str(value)
        case bytes() | memoryview():
            return bytes(value).hex()
    raise TypeError(f"{type(value).__name__} cannot be spelt in an entry")


def spelt_moment(moment: datetime) -> str:
    """`2026-11-23T01:02:03.000004Z`, always with six decimals."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def salted(salt: str, content: Any) -> str:
    """SHA-256(salt || canonical content); salt and result are 64 hexadecimal digits."""
    return hashlib.sha256(bytes.fromhex(salt) + canonical(content)).hexdigest()


def spelt_entry(entry: Entry | Draft, seals: Sequence[RowSeal | Seal]) -> dict[str, Any]:
    """What an entry's digest is taken over; `seals` in the order of their writing."""
    return {
        "version": VERSION,
        "authority": entry.authority,
        "event": entry.event,
        "facts": entry.facts,
        "actor": {"key": entry.actor_key, "name": entry.actor_name},
        "subject": f"{entry.subject_kind}:{entry.subject_id}",
        "happened_at": spelt_moment(entry.happened_at),
        "seals": [[seal.table, seal.row, seal.digest] for seal in seals],
    }


def remains(entry: Entry, seals: Sequence[RowSeal]) -> str:
    """SHA-256 over what stays of an erased entry: who, what, when, and its seals in the order of their writing."""
    return hashlib.sha256(canonical(spelt_entry(entry, seals))).hexdigest()
