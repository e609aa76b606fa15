"""A length that only the header tells does not count: what is held must be enough for the time that is told."""

import struct
from pathlib import Path

import pytest

from sanzhi.demo.film import film
from sanzhi.kernel.errors import Refused
from sanzhi.recordings.boxes import Broken
from sanzhi.recordings.queries import State, coverage
from sanzhi.recordings.tests.scene import BEGAN, ENDED, Scene, filmed
from sanzhi.recordings.tests.test_measuring import MP3, found_in, wav
from sanzhi.recordings.times import doubt_about

SHORT_SOUND = bytes(40_000)  # two and a half seconds of telephone sound


def headed(
    *, tag: int = 1, channels: int = 1, rate: int = 8000, told: int = 16000, block: int = 2, bits: int = 16
) -> bytes:
    """A WAV whose header says whatever it is told to."""
    form = struct.pack("<HHIIHH", tag, channels, rate, told, block, bits)
    body = b"WAVEfmt " + struct.pack("<I", len(form)) + form
    body += b"data" + struct.pack("<I", len(SHORT_SOUND)) + SHORT_SOUND
    return b"RIFF" + struct.pack("<I", len(body)) + body


def stretched(content: bytes, *, box: bytes, at: int, value: int) -> bytes:
    """The same file with four bytes of the index changed, in each track's box of that name."""
    place = content.index(box) + 4 + at
    return content[:place] + struct.pack(">I", value) + content[place + 4 :]


def two_tracks(pictures: int, sound: int) -> bytes:
    """Tracks of pictures and of sound that run for so many seconds, in one film."""
    whole = film(pictures, said="", pictures=True)
    other = film(sound, said="", pictures=True).replace(b"vide", b"soun")
    here, there = whole.index(b"moov") - 4, other.index(b"moov") - 4
    trak = other[other.index(b"trak") - 4 : there + struct.unpack_from(">I", other, there)[0]]
    length = struct.unpack_from(">I", whole, here)[0]
    moov = struct.pack(">I", length + len(trak)) + whole[here + 4 : here + length] + trak
    return whole[:here] + moov + whole[here + length :] + other[other.index(b"mdat") - 4 :]


TOLD = {
    "as it is": (headed(), 2.5, ""),
    "eight bits": (headed(bits=8, block=1, told=8000), 5, ""),
    "a rate of bytes that the samples do not make": (headed(told=22), 2.5, "每秒字节数（22）"),
    "a rate of samples that no recorder has": (headed(rate=11, told=22), 1818.2, "采样率为11赫兹"),
    "one above all studios": (headed(rate=400_000, told=800_000), 0.05, "采样率为400000赫兹"),
    "a sample smaller than its bits": (headed(block=1, told=8000), 5, "每次采样的字节数（1）"),
    "less than eight bits": (headed(bits=1, block=1, told=8000), 5, "位数为1"),
    "one whose length no header proves": (
        headed(tag=0x11, told=4000, block=256, bits=4),
        None,
        "不能测量时长",
    ),
    "an MP3 counts its frames": (MP3, 3.6, ""),
    "sound in an M4A": (film(60, said=""), 60, ""),
    "a film": (film(60, said="", pictures=True), 60, ""),
    "a film with slow ticks": (
        stretched(film(3, said="", pictures=True), box=b"mdhd", at=12, value=80),
        1800,
        "画面只有25幅",
    ),
    "sound with slow ticks": (
        stretched(film(3, said=""), box=b"mdhd", at=12, value=80),
        1800,
        "声音只有25段",
    ),
    "more times than samples": (
        stretched(film(3, said="", pictures=True), box=b"stts", at=8, value=15_000),
        1800,
        "时间登记了15000次，样本只有25个",
    ),
    "hardly a byte for each sample": (
        stretched(film(1800, said="", pictures=True), box=b"stsz", at=4, value=2),
        1800,
        "每秒只有17字节，录像至少应有1000字节",
    ),
    "sound hardly longer than nothing": (
        stretched(film(1800, said=""), box=b"stsz", at=4, value=2),
        1800,
        "每秒只有17字节，录音至少应有300字节",
    ),
    "pictures and sound": (two_tracks(60, 58), 60, ""),
    "sound that runs on without pictures": (two_tracks(3, 1800), 1800, "画面和声音的时长不一致"),
}


@pytest.mark.parametrize(("content", "seconds", "said"), TOLD.values(), ids=TOLD)
def test_what_the_header_tells_is_held_against_the_bytes(
    content: bytes, seconds: float | None, said: str, tmp_path: Path
) -> None:
    found = found_in(content, tmp_path)
    assert found.seconds == (None if seconds is None else pytest.approx(seconds, rel=0.001))
    doubt = doubt_about(found, started=BEGAN, ended=ENDED)
    assert said in doubt and bool(said) == bool(doubt) and len(doubt) <= 200


@pytest.mark.parametrize("wrong", [{"rate": 0}, {"block": 0}])
def test_a_header_without_a_rate_holds_no_sound(wrong: dict[str, int], tmp_path: Path) -> None:
    with pytest.raises(Broken, match="其中没有声音"):
        found_in(headed(**wrong), tmp_path)


def test_a_stretched_header_makes_no_half_hour(scene: Scene) -> None:
    recording = filmed(scene, content=headed(rate=11, told=22))
    assert not recording.counts and "采样率为11赫兹" in recording.doubt
    (found,) = coverage(scene.proceeding, ["interview"])
    assert found.state == State.UNSURE and "待他人看过确认" in found.sentence
    with pytest.raises(Refused, match=r"文件实测2\.5秒"):
        filmed(scene, "service", content=headed(told=22))
    assert filmed(scene, "service", content=wav(3), ended_at=None).counts
