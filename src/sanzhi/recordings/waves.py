"""How long a WAV runs: its bytes of sound, divided by what its header says of one sample and of samples in a second.

A header can be rewritten by hand: where its figures contradict each other, or are no recorder's, it is in doubt.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from sanzhi.recordings.boxes import CUT_OFF, Broken, Spans

# format tags in which each sample has the same bytes: PCM, float, A-law, µ-law, extensible
COUNTABLE = frozenset({1, 3, 6, 7, 0xFFFE})
LOWEST_RATE, HIGHEST_RATE = 8000, 192_000  # samples a second: telephone to studio (建议)
FEWEST_BITS = 8  # of a sample: telephone (建议)


@dataclass(frozen=True)
class Header:
    """As the file says it; nothing in it has been believed."""

    tag: int
    channels: int
    rate: int
    told: int  # bytes a second
    block: int  # bytes of one sample of all channels
    bits: int


@dataclass(frozen=True)
class Wave:
    """`seconds` is None where samples are packed and bytes tell no length."""

    seconds: float | None
    content: Spans
    doubt: str


def wave_of(file: BinaryIO, size: int) -> Wave:
    """Raises Broken."""
    header, sound, begun = None, 0, 0
    for name, at, length in _chunks(file, size):
        if name == b"fmt ":
            file.seek(at)
            header = Header(*struct.unpack("<HHIIHH", file.read(16).ljust(16, b"\0")))
        elif name == b"data":
            sound, begun = length, at
            if at + length > size:
                raise Broken(CUT_OFF)
    if header is None or not (header.rate and header.block and sound):
        raise Broken("其中没有声音")
    content = ((begun, begun + sound),)
    if header.tag not in COUNTABLE:
        return Wave(None, content, "")
    return Wave(sound / (header.rate * header.block), content, _doubt(header))


def _chunks(file: BinaryIO, size: int) -> Iterator[tuple[bytes, int, int]]:
    at = 12
    while at + 8 <= size:
        file.seek(at)
        name, length = struct.unpack("<4sI", file.read(8))
        yield name, at + 8, length
        at += 8 + length + length % 2


def _doubt(header: Header) -> str:
    """The first figure that cannot be right."""
    if not LOWEST_RATE <= header.rate <= HIGHEST_RATE:
        return f"文件头写的采样率为{header.rate}赫兹，不在{LOWEST_RATE}至{HIGHEST_RATE}赫兹之间"
    if header.bits < FEWEST_BITS:
        return f"文件头写的采样位数为{header.bits}，少于{FEWEST_BITS}"
    block = header.channels * -(-header.bits // 8)
    if header.block != block:
        return f"文件头写的每次采样的字节数（{header.block}）与声道数、位数算出的（{block}）不符"
    if header.told != header.rate * block:
        return (
            f"文件头写的每秒字节数（{header.told}）与采样率、声道数、位数算出的（{header.rate * block}）不符"
        )
    return ""
