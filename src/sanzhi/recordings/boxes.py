"""How long an MP4, MOV, 3GP or M4A runs, counted from its own tables of samples; the title's word alone counts for nothing.

ISO/IEC 14496-12. A file whose index is missing, or promises more than the file holds, is `Broken`.
"""

import struct
import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
Spans = tuple[tuple[int, int], ...]  # (start, end) in the file
LARGEST_INDEX = 64 << 20  # bytes; a whole day at 30 pictures a second has a third of it
PICTURES, SOUND = b"vide", b"soun"
# samples a second of the slowest recorders: a picture; packets of sound, which last 120 ms at most (Opus) (建议)
FEWEST = {PICTURES: (1, "画面", "幅"), SOUND: (4, "声音", "段")}
APART = 0.1  # share by which pictures and sound of one recording may differ in length (建议)
CUT_OFF = "录制没有正常结束，或者文件没有传完"


class Broken(ValueError):
    """The file is not whole, or no recording at all; the text says why."""


@dataclass(frozen=True)
class Index:
    """`seconds` is None where the tables lie in pieces behind the index (fragmented files)."""

    seconds: float | None
    made_at: datetime | None
    has_pictures: bool
    content: Spans  # where pictures and sound themselves lie; what was hung on behind them is no part of it
    doubt: str = ""  # what speaks against `seconds`


@dataclass(frozen=True)
class Track:
    handler: bytes
    seconds: float
    size: int  # bytes of all samples
    samples: int  # that have a size
    timed: int  # that have a time

    @property
    def doubt(self) -> str:
        if self.timed != self.samples:
            return f"文件内时间登记了{self.timed}次，样本只有{self.samples}个"
        fewest, name, unit = FEWEST[self.handler]
        if self.samples < self.seconds * fewest:
            return f"文件称时长{self.seconds:.0f}秒，{name}只有{self.samples}{unit}"
        return ""


def index_of(file: BinaryIO, size: int) -> Index:
    """Reads the index only, wherever it lies. Raises Broken."""
    moov, content = b"", []
    for name, start, end in _top_level(file, size):
        if name == b"mdat":
            content.append((start, end))
        elif name == b"moov" and end - start <= LARGEST_INDEX:
            file.seek(start)
            moov = file.read(end - start)
    if not moov or not content:
        raise Broken(CUT_OFF)
    try:
        return _index(moov, tuple(content))
    except (struct.error, IndexError, ZeroDivisionError, OverflowError) as wrong:
        raise Broken(CUT_OFF) from wrong


def _top_level(file: BinaryIO, size: int) -> Iterator[tuple[bytes, int, int]]:
    at = 0
    while at + 8 <= size:
        file.seek(at)
        head = file.read(16)
        length, name = struct.unpack(">I4s", head[:8])
        body = at + 8
        if length == 1 and len(head) == 16:
            (length,), body = struct.unpack(">Q", head[8:]), at + 16
        end = size if length == 0 else at + length
        if end < body or end > size:
            raise Broken(CUT_OFF)
        yield name, body, end
        at = end


def _index(moov: bytes, content: Spans) -> Index:
    tracks = [_track(body) for name, body in _boxes(moov) if name == b"trak"]
    running = [track for track in tracks if track.handler in {PICTURES, SOUND}]
    has_pictures = any(track.handler == PICTURES for track in running)
    made_at = _made_at(_only(moov, b"mvhd"))
    if not running:
        raise Broken("其中没有图像，也没有声音")
    if any(name == b"mvex" for name, _ in _boxes(moov)):
        return Index(None, made_at, has_pictures, content)
    if not 0 < sum(track.size for track in running) <= sum(end - start for start, end in content):
        raise Broken(CUT_OFF)
    told = _first(content, sum(track.size for track in tracks))
    return Index(max(track.seconds for track in running), made_at, has_pictures, told, _doubt(running))


def _doubt(running: list[Track]) -> str:
    """The longest track tells the length: one that was stretched is longer than its samples, or than its neighbour."""
    told = next((track.doubt for track in running if track.doubt), "")
    lengths = [track.seconds for track in running if track.samples]
    if not told and min(lengths) < max(lengths) * (1 - APART):
        return f"文件内画面和声音的时长不一致（{min(lengths):.0f}秒、{max(lengths):.0f}秒）"
    return told


def _first(content: Spans, size: int) -> Spans:
    """As many bytes as all samples have: more of them tell nothing."""
    kept = []
    for start, end in content:
        kept.append((start, min(end, start + size)))
        size -= min(size, end - start)
    return tuple((start, end) for start, end in kept if end > start)


def _track(trak: bytes) -> Track:
    media = _only(trak, b"mdia")
    header, samples = _only(media, b"mdhd"), _only(_only(media, b"minf"), b"stbl")
    (scale,) = struct.unpack_from(">I", header, 20 if header[0] else 12)
    times, sizes = _only(samples, b"stts"), _only(samples, b"stsz")
    steps = tuple(struct.iter_unpack(">II", times[8 : len(times) // 8 * 8]))
    ticks, timed = sum(count * delta for count, delta in steps), sum(count for count, _ in steps)
    (samples,) = struct.unpack_from(">I", sizes, 8)
    return Track(_only(media, b"hdlr")[8:12], ticks / scale, _bytes_of(sizes), samples, timed)


def _bytes_of(table: bytes) -> int:
    """All samples have one size, or each its own."""
    each, count = struct.unpack_from(">II", table, 4)
    if each:
        return int(each * count)
    sizes = array("I", table[12 : 12 + 4 * count])
    if sys.byteorder == "little":
        sizes.byteswap()
    return sum(sizes)


def _made_at(header: bytes) -> datetime | None:
    (seconds,) = struct.unpack_from(">Q" if header[0] else ">I", header, 4)
    return EPOCH + timedelta(seconds=seconds) if seconds else None


def _boxes(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(body):
        length, name = struct.unpack_from(">I4s", body, at)
        start = at + 8
        if length == 1:
            (length,), start = struct.unpack_from(">Q", body, at + 8), at + 16
        end = len(body) if length == 0 else at + length
        if end < start:
            raise Broken(CUT_OFF)
        yield name, body[start:end]
        at = end


def _only(body: bytes, name: bytes) -> bytes:
    """The box of that name; an index without it is none."""
    return next((found for called, found in _boxes(body) if called == name), b"")
