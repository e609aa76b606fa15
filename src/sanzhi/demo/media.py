"""Invented recordings: a drawn photo and a measured silence, made here so that no file has to be carried along."""

import io
import struct
import zlib
from datetime import timedelta
from functools import lru_cache

from sanzhi.demo.deeds import Deeds
from sanzhi.demo.film import film
from sanzhi.kernel import clock
from sanzhi.kernel.randomness import token
from sanzhi.recordings.commands import BeginUpload, take_in

WIDTH, HEIGHT = 480, 360
END = -12  # where the last chunk of a PNG begins
LENGTH = timedelta(minutes=6)
PHOTO_MOMENTS = frozenset({"correction_review"})


def record(story: Deeds, moment: str, *, proceeding: int | None = None) -> None:
    """Take in what an officer's recorder would hold for this moment, filmed from now on; a photo has no length."""
    photo = moment in PHOTO_MOMENTS
    began = clock.now()
    ended = began + LENGTH
    clock.advance(LENGTH)
    content = taken_now(drawn_photo(hash_of(story.plan.cause) % 5)) if photo else silence(LENGTH)
    order = BeginUpload(
        case=story.case_id,
        proceeding=proceeding or story.lane,
        moment=moment,
        name=f"演示照片{moment}.png" if photo else f"演示录音{moment}.m4a",
        size=len(content),
        started_at=began,
        ended_at=began if photo else ended,
        device="执法记录仪 YS-01",
    )
    take_in(story.officer, order, source=io.BytesIO(content))


def taken_now(photo: bytes) -> bytes:
    """The picture with the moment of its taking in the colours of its first row: no two are the same."""
    said = f"{clock.now().isoformat()} {token()}".encode()
    at = photo.index(b"IDAT") + 4
    rows = bytearray(zlib.decompress(photo[at : END - 4]))
    rows[1 : 1 + len(said)] = said
    return photo[: at - 8] + _chunk(b"IDAT", zlib.compress(bytes(rows), 1)) + photo[END:]


def silence(length: timedelta) -> bytes:
    """A recording of that length in which nobody says anything; no two are the same bytes."""
    return film(length.total_seconds(), said=f"演示录音 {clock.now().isoformat()} {token()}")


def hash_of(text: str) -> int:
    return zlib.crc32(text.encode())


@lru_cache(maxsize=8)
def drawn_photo(variant: int) -> bytes:
    """A PNG of a street: sky, buildings, pavement, an awning over a stall."""
    awning = [(178, 34, 34), (20, 110, 80), (200, 120, 20), (60, 80, 150), (120, 60, 120)][variant]
    rows = bytearray()
    for y in range(HEIGHT):
        rows.append(0)
        for x in range(WIDTH):
            rows += bytes(_pixel(x, y, awning=awning, variant=variant))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _pixel(x: int, y: int, *, awning: tuple[int, int, int], variant: int) -> tuple[int, int, int]:
    stall = 120 + 30 * variant
    if 170 <= y < 205 and stall - 15 <= x < stall + 195:
        return awning if (x // 20) % 2 else (245, 240, 230)
    if 205 <= y < 290 and stall <= x < stall + 180:
        return (150, 105, 65) if y > 245 else (225, 205, 170)
    if y < 110 - 25 * ((x // 96) % 2):
        return (168 + y // 4, 196 + y // 6, 222)
    if y < 230:
        return (206, 200, 190) if (x // 24) % 2 and (y // 22) % 2 else (182, 174, 163)
    return (128, 130, 132) if (x // 48 + y // 24) % 2 else (136, 138, 140)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
