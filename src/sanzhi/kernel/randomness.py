"""Unpredictable bytes for salts and tokens; a seeded source only for the demo and for tests."""

import random
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_seeded: ContextVar[random.Random | None] = ContextVar("seeded", default=None)


def random_bytes(count: int) -> bytes:
    source = _seeded.get()
    return source.randbytes(count) if source else secrets.token_bytes(count)


def token(length: int = 16) -> str:
    """A public, unguessable name: `length` letters and digits without look-alikes (about 5 bits each)."""
    alphabet = "23456789abcdefghjkmnpqrstuvwxyz"
    return "".join(alphabet[byte % len(alphabet)] for byte in random_bytes(length))


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Within the block every salt and token follows from `seed`. Hazard: never for real records."""
    mark = _seeded.set(random.Random(seed))
    try:
        yield
    finally:
        _seeded.reset(mark)
