"""While a finished upload is read, and that takes its time, others write."""

import hashlib
import threading
from io import BytesIO
from typing import Any

import pytest
from django.db import connection, connections

from sanzhi.kernel import clock
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.models import ClockWatch
from sanzhi.kernel.storage import store
from sanzhi.recordings import arriving
from sanzhi.recordings.commands import FinishUpload, begin_upload, finish_upload
from sanzhi.recordings.models import Recording, Upload
from sanzhi.recordings.tests.scene import MP4, Scene, order

file_digest = hashlib.file_digest


def arrived(scene: Scene) -> Upload:
    upload = begin_upload(scene.officer, order(scene, size=len(MP4)))
    arriving.append(upload.token, BytesIO(MP4), offset=0, size=upload.size, checksum=None)
    return upload


@pytest.mark.django_db(transaction=True)
def test_others_write_while_a_file_is_hashed(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    upload = arrived(scene)
    read: list[bool] = []

    def slow(*arguments: Any) -> Any:
        """Not done before another has written."""
        read.append(connection.in_atomic_block)
        other = threading.Thread(target=write)
        other.start()
        other.join(timeout=10)
        return file_digest(*arguments)

    def write() -> None:
        ClockWatch.objects.create(seen_at=clock.now())
        connections["default"].close()

    monkeypatch.setattr(hashlib, "file_digest", slow)
    recording = finish_upload(scene.officer, FinishUpload(upload=upload.token))
    assert read == [False] and ClockWatch.objects.count() == 1
    assert store().is_whole(recording.sha256)


@pytest.mark.django_db(transaction=True)
def test_what_was_only_read_is_finished_by_the_next(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped after the hash and before the transaction: nothing is written, and the bytes are not sent again."""
    upload = arrived(scene)
    stopped = pytest.raises(KeyboardInterrupt)

    def stop(*arguments: Any) -> Any:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, stopped:
        patch.setattr("sanzhi.kernel.commands.durably", stop)
        finish_upload(scene.officer, FinishUpload(upload=upload.token))
    assert not Recording.objects.exists() and list(store().all()) == []
    assert arriving.arrived(upload.token) == len(MP4)
    assert finish_upload(scene.officer, FinishUpload(upload=upload.token)).size == len(MP4)


def test_a_file_that_changes_after_it_was_read_is_read_again(scene: Scene) -> None:
    upload = arrived(scene)
    before = arriving.digest_of(upload.token)
    arriving.place_of(upload.token).write_bytes(bytes(len(MP4)))
    assert arriving.digest_of(upload.token) != before
    with pytest.raises(Refused, match="可以识别"):
        finish_upload(scene.officer, FinishUpload(upload=upload.token))
