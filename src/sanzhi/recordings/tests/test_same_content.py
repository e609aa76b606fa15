"""One film proves one moment, whatever was written beside its pictures and its sound."""

import struct
import tracemalloc
import zlib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sanzhi.demo.film import film
from sanzhi.demo.media import drawn_photo
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.storage import store
from sanzhi.recordings.measuring import CHUNK, measured
from sanzhi.recordings.media import HEAD, sniffed
from sanzhi.recordings.models import Recording
from sanzhi.recordings.tests.scene import BEGAN, ENDED, JPEG, MP4, Scene, filmed
from sanzhi.recordings.tests.test_measuring import MP3, found_in, wav

WORDS = b"tEXt" + b"Comment\0again"
PNG = drawn_photo(1)
CHANGED = {
    "a free box behind": (MP4, MP4 + struct.pack(">I4s", 9, b"free") + b"x"),
    "more content than samples": (MP4, MP4 + struct.pack(">I4s", 9, b"mdat") + b"x"),
    "another day in the index": (MP4, film(1800, said="询问", pictures=True, made_at=BEGAN)),
    "a comment in a JPEG": (JPEG, JPEG[:2] + b"\xff\xfe\x00\x05abc" + JPEG[2:]),
    "bytes behind a JPEG": (JPEG, JPEG + b"x"),
    "words in a PNG": (
        PNG,
        PNG[:-12]
        + struct.pack(">I", len(WORDS) - 4)
        + WORDS
        + struct.pack(">I", zlib.crc32(WORDS))
        + PNG[-12:],
    ),
    "words in a WAV": (wav(3), wav(3) + b"LIST" + struct.pack("<I", 4) + b"INFO"),
    "no title before an MP3": (MP3, MP3[20:]),
    "words behind an MP3": (MP3, MP3 + b"TAG" + bytes(125)),
}


@pytest.mark.parametrize(("first", "again"), CHANGED.values(), ids=CHANGED)
def test_what_is_written_beside_it_makes_no_other_recording(
    first: bytes, again: bytes, tmp_path: Path
) -> None:
    assert first != again
    assert found_in(first, tmp_path).digest == found_in(again, tmp_path).digest


def test_another_film_is_another(tmp_path: Path) -> None:
    digests = {found_in(film(60, said=said), tmp_path).digest for said in ("一", "二")}
    assert len(digests) == 2 and len({found_in(wav(n), tmp_path).digest for n in (3, 4)}) == 2


def test_the_same_film_with_something_hung_on_is_a_double(scene: Scene) -> None:
    kept = filmed(scene, "interview")
    changed = MP4 + struct.pack(">I4s", 9, b"free") + b"x"
    with pytest.raises(
        Refused, match="已经作为本案“询问”的音像入库（画面、声音相同），一份音像不能证明两处。"
    ):
        filmed(
            scene, "site_inspection", content=changed, started_at=BEGAN + timedelta(hours=1), ended_at=None
        )
    assert filmed(scene, "interview", content=changed, ended_at=ENDED) == kept
    assert Recording.objects.count() == 1 and list(store().all()) == [kept.sha256]


LATER = timedelta(minutes=10)
SAID_ANEW: dict[str, tuple[dict[str, Any], str]] = {
    "another beginning": (
        {"started_at": BEGAN + LATER, "ended_at": ENDED + LATER},
        "记录时间为2026年11月23日09:00至09:30；这次填写的2026年11月23日09:10至09:40没有采用。",
    ),
    "another beginning alone": ({"started_at": BEGAN + LATER, "ended_at": None}, "09:10至09:40没有采用。"),
    "another end": ({"ended_at": ENDED + LATER, "interruption": "当事人就医"}, "09:00至09:40没有采用。"),
    "another camera": ({"device": "记录仪09"}, "这次填写的“设备”与入库时不同，没有采用。"),
    "an interruption": ({"interruption": "当事人就医"}, "这次填写的“中断说明”与入库时不同，没有采用。"),
}


@pytest.mark.parametrize(("changed", "said"), SAID_ANEW.values(), ids=SAID_ANEW)
def test_what_is_said_anew_of_a_file_that_is_there_is_not_dropped_silently(
    scene: Scene, changed: dict[str, Any], said: str
) -> None:
    kept = filmed(scene)
    with pytest.raises(Refused) as refusal:
        filmed(scene, **changed)
    sentences = [reason.sentence for reason in refusal.value.reasons]
    assert any(said in sentence for sentence in sentences)
    assert all("已经作为这一环节的音像入库" in sentence for sentence in sentences)
    assert "不能更改" in refusal.value.reasons[0].remedy
    for same in ({}, {"ended_at": None}, {"device": ""}):
        assert filmed(scene, **same) == kept
    kept.refresh_from_db()
    assert (kept.started_at, kept.ended_at, kept.device) == (BEGAN, ENDED, "记录仪01")


def test_it_is_read_piece_by_piece(tmp_path: Path) -> None:
    path = tmp_path / "film.m4a"
    content = film(60, said="x" * (24 * CHUNK))
    path.write_bytes(content)
    media = sniffed(content[:HEAD])
    assert media is not None
    tracemalloc.start()
    assert measured(path, media).digest
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * CHUNK
