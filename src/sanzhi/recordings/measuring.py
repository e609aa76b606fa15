"""How long a recording runs and when it was made, told by the file itself; a file that is none is refused.

What cannot be measured here says so (`seconds` is None), and counts only after another person has confirmed it.
"""

import struct
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Protocol

from sanzhi.kernel.clock import CHINA
from sanzhi.recordings.boxes import CUT_OFF, Broken, Spans, index_of
from sanzhi.recordings.media import Media
from sanzhi.recordings.photo_times import taken_at
from sanzhi.recordings.waves import wave_of

CHUNK = 1 << 20
TAIL = 2048  # bytes in which the end mark of a PDF lies
MOST_FRAMES = 2_000_000  # of an MP3: half a day


@dataclass(frozen=True)
class Measured:
    """`seconds`: None for what does not run, and for what cannot be measured. `made_at`: as the device wrote it."""

    media: Media
    seconds: float | None = None
    made_at: datetime | None = None
    content: Spans = ()  # empty: the whole file
    digest: str = ""  # of the content alone: what is only written beside it makes no other recording
    doubt: str = ""  # what in the file speaks against the length that it tells

    @property
    def runs(self) -> bool:
        return self.media.kind in {"audio", "video"}

    @property
    def bytes_a_second(self) -> float:
        """Of pictures and sound, for the time that is told."""
        return sum(end - start for start, end in self.content) / self.seconds if self.seconds else 0


def measured(path: Path, media: Media) -> Measured:
    """Raises Broken with the reason where the file is not whole."""
    size = path.stat().st_size
    with path.open("rb") as file:
        measure = MEASURES.get(media.mime)
        found = measure(file, size=size, media=media) if measure else Measured(media)
        return replace(found, digest=_digest(file, found.content or ((0, size),)))


def _digest(file: BinaryIO, content: Spans) -> str:
    """The SHA-256 of these parts, read piece by piece."""
    digest = sha256()
    for start, end in content:
        file.seek(start)
        left = end - start
        while chunk := file.read(min(CHUNK, left)):
            digest.update(chunk)
            left -= len(chunk)
    return digest.hexdigest()


def _boxed(file: BinaryIO, *, size: int, media: Media) -> Measured:
    found = index_of(file, size)
    if media.kind == "video" and not found.has_pictures:
        media = Media("audio/mp4", "audio")
    return Measured(media, found.seconds, found.made_at, found.content, doubt=found.doubt)


def _wav(file: BinaryIO, *, size: int, media: Media) -> Measured:
    found = wave_of(file, size)
    return Measured(media, found.seconds, content=found.content, doubt=found.doubt)


# MPEG 1 and 2/2.5, layer III: kilobits a second by the header's index
KILOBITS = (
    (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
)
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def _mp3(file: BinaryIO, *, size: int, media: Media) -> Measured:
    head = file.read(10)
    at = 0
    if head[:3] == b"ID3":
        at = 10 + sum((byte & 0x7F) << shift for byte, shift in zip(head[6:10], (21, 14, 7, 0), strict=True))
    seconds, frames, begun = 0.0, 0, at
    while at + 4 <= size and frames < MOST_FRAMES:
        file.seek(at)
        frame = _mp3_frame(file.read(4))
        if frame is None or at + frame[0] > size:
            break
        at, seconds, frames = at + frame[0], seconds + frame[1], frames + 1
    if (
        frames < 2 or size - at > CHUNK
    ):  # one header alone may be chance; behind the last there are only words
        raise Broken(CUT_OFF)
    return Measured(media, seconds, content=((begun, at),))


def _mp3_frame(head: bytes) -> tuple[int, float] | None:
    """(bytes, seconds) of the frame that begins with these four bytes."""
    version, layer, bits, rate = (head[1] >> 3) & 3, (head[1] >> 1) & 3, head[2] >> 4, (head[2] >> 2) & 3
    if head[0] != 0xFF or head[1] < 0xE0 or version == 1 or layer != 1 or bits in {0, 15} or rate == 3:
        return None
    kilobits, hertz = KILOBITS[version != 3][bits], RATES[version][rate]
    samples = 1152 if version == 3 else 576
    return samples // 8 * kilobits * 1000 // hertz + ((head[2] >> 1) & 1), samples / hertz


def _jpeg(file: BinaryIO, *, size: int, media: Media) -> Measured:
    at, made_at, has_size = 2, None, False
    while at + 4 <= size:
        file.seek(at)
        mark, kind, length = struct.unpack(">BBH", file.read(4))
        if mark != 0xFF or length < 2:
            raise Broken(CUT_OFF)
        if kind == 0xE1:
            made_at = made_at or taken_at(file.read(length - 2))
        has_size = has_size or (0xC0 <= kind <= 0xCF and kind not in {0xC4, 0xC8, 0xCC})
        at += 2 + length
        if kind == 0xDA:
            break
    end = _end_mark(file, at, mark=b"\xff\xd9") if has_size else None
    if end is None:
        raise Broken(CUT_OFF)
    return Measured(media, None, made_at and made_at.replace(tzinfo=CHINA), ((at, end),))


def _png(file: BinaryIO, *, size: int, media: Media) -> Measured:
    at, seen, content = 8, [], []
    while at + 12 <= size:
        file.seek(at)
        length, name = struct.unpack(">I4s", file.read(8))
        seen.append(name)
        content += [(at + 8, at + 8 + length)] if name == b"IDAT" else []
        at += 12 + length
    if seen[:1] != [b"IHDR"] or b"IDAT" not in seen or b"IEND" not in seen or at < size:
        raise Broken(CUT_OFF)
    return Measured(media, content=tuple(content))


def _pdf(file: BinaryIO, *, size: int, media: Media) -> Measured:
    if _end_mark(file, max(0, size - TAIL), mark=b"%%EOF") is None:
        raise Broken(CUT_OFF)
    return Measured(media)


def _end_mark(file: BinaryIO, at: int, *, mark: bytes) -> int | None:
    """Where the first end mark behind `at` stands."""
    file.seek(at)
    before = b""
    while chunk := file.read(CHUNK):
        if (found := (before + chunk).find(mark)) >= 0:
            return at - len(before) + found
        at, before = at + len(chunk), (before + chunk)[-len(mark) :]
    return None


class Measure(Protocol):
    def __call__(self, file: BinaryIO, *, size: int, media: Media) -> Measured: ...


MEASURES: dict[str, Measure] = {
    "video/mp4": _boxed,
    "video/quicktime": _boxed,
    "video/3gpp": _boxed,
    "audio/mp4": _boxed,
    "audio/wav": _wav,
    "audio/mpeg": _mp3,
    "image/jpeg": _jpeg,
    "image/png": _png,
    "application/pdf": _pdf,
}
