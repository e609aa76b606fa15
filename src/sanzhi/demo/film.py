"""An M4A or MP4 made of nothing: padded silence in Opus, with an index that players and we can read.

Each has words of its own inside, so that no two have the same content. `pictures` makes a track that says so and shows none.
"""

import struct
from datetime import UTC, datetime

SILENT = b"\xff\x43"  # Opus (RFC 6716 §3.2.5): three frames, all of them silent, and padding
SOUND, FILM = (
    SILENT + bytes((length,)) + bytes(length) for length in (37, 129)
)  # 333 and 1,100 bytes a second
TICKS, HERTZ = 5760, 48000  # one packet lasts 120 ms
EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
UNITY = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)


def film(seconds: float, *, said: str, made_at: datetime | None = None, pictures: bool = False) -> bytes:
    """A whole file that runs for `seconds`, to the next 120 ms above."""
    count = max(1, -int(-seconds * HERTZ // TICKS))
    made = int((made_at - EPOCH).total_seconds()) if made_at else 0
    kind = b"isomisommp41" if pictures else b"M4A isommp42"
    front = _box(b"ftyp", kind[:4], struct.pack(">I", 512), kind[4:])
    words = said.encode()  # before the first packet
    moov = _moov(count, made, place=0, pictures=pictures)
    moov = _moov(count, made, place=len(front) + len(moov) + 8 + len(words), pictures=pictures)
    return front + moov + _box(b"mdat", words, (FILM if pictures else SOUND) * count)


def _moov(count: int, made: int, *, place: int, pictures: bool) -> bytes:
    ticks = count * TICKS
    dates = struct.pack(">3I", 0, made, made)
    head = _box(
        b"mvhd",
        dates + struct.pack(">IIIHHQ", HERTZ, ticks, 0x10000, 0x100, 0, 0) + UNITY + bytes(24),
        struct.pack(">I", 2),
    )
    track = struct.pack(">4I", 1, 0, ticks, 0) + struct.pack(">IHHHH", 0, 0, 0, 0x100, 0) + UNITY + bytes(8)
    media = _box(b"mdhd", dates + struct.pack(">IIHH", HERTZ, ticks, 0x55C4, 0))
    media += _box(b"hdlr", bytes(8) + (b"vide" if pictures else b"soun") + bytes(13))
    media += _box(
        b"minf",
        _box(b"smhd", bytes(8)),
        _box(b"dinf", _box(b"dref", struct.pack(">II", 0, 1), _box(b"url ", struct.pack(">I", 1)))),
        _samples(count, place, size=len(FILM if pictures else SOUND)),
    )
    header = _box(b"tkhd", struct.pack(">3I", 7, made, made) + track)
    return _box(b"moov", head, _box(b"trak", header, _box(b"mdia", media)))


def _samples(count: int, place: int, *, size: int) -> bytes:
    """One chunk at `place` holds all packets."""
    opus = _box(b"dOps", struct.pack(">BBHIHB", 0, 1, 312, HERTZ, 0, 0))
    entry = _box(b"Opus", bytes(6) + struct.pack(">HIIHHHHI", 1, 0, 0, 1, 16, 0, 0, HERTZ << 16), opus)
    return _box(
        b"stbl",
        _box(b"stsd", struct.pack(">II", 0, 1), entry),
        _box(b"stts", struct.pack(">4I", 0, 1, count, TICKS)),
        _box(b"stsc", struct.pack(">5I", 0, 1, 1, count, 1)),
        _box(b"stsz", struct.pack(">3I", 0, size, count)),
        _box(b"stco", struct.pack(">3I", 0, 1, place)),
    )


def _box(name: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I", 8 + len(body)) + name + body
