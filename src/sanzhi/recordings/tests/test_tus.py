"""The upload endpoint by the letter of tus 1.0.0, as a phone with a bad connection would use it."""

import hashlib
from base64 import b64encode
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from sanzhi.kernel.file_lock import locked
from sanzhi.kernel.storage import store
from sanzhi.recordings import arriving
from sanzhi.recordings.models import Recording
from sanzhi.recordings.tests.scene import BEGAN, ENDED, MP4, Scene

UPLOADS = "/office/recordings/uploads/"
PIECE = "application/offset+octet-stream"


def signed_in(number: int) -> Client:
    client = Client(headers={"Tus-Resumable": "1.0.0"})
    user = get_user_model().objects.get(username=f"officer.{number}")
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


@pytest.fixture
def phone(scene: Scene) -> Client:
    return signed_in(1)


def metadata(**words: object) -> str:
    return ",".join(f"{name} {b64encode(str(value).encode()).decode()}" for name, value in words.items())


def created(phone: Client, scene: Scene, size: int = len(MP4), **changed: object) -> Any:
    stated = {"case": scene.case.pk, "moment": "interview", "name": "录像 1.mp4"}
    times = {"started_at": BEGAN.isoformat(), "ended_at": ENDED.isoformat()}
    headers = {"Upload-Length": str(size), "Upload-Metadata": metadata(**{**stated, **times, **changed})}
    return phone.post(UPLOADS, headers=headers)


def patch(phone: Client, url: str, content: bytes, *, offset: int, **headers: str) -> Any:
    stated = {"Upload-Offset": str(offset), **headers}
    # the test client forgets the content type of an empty piece
    return phone.patch(url, content, content_type=PIECE, headers=stated, CONTENT_TYPE=PIECE)


def test_the_server_says_what_it_can(phone: Client) -> None:
    answer = phone.options(UPLOADS)
    assert (answer.status_code, answer["Tus-Version"]) == (204, "1.0.0")
    assert answer["Tus-Extension"] == "creation,checksum,termination"
    assert int(answer["Tus-Max-Size"]) > 0


def test_an_upload_in_pieces_over_a_broken_connection(phone: Client, scene: Scene) -> None:
    url = created(phone, scene)["Location"]
    head = phone.head(url)
    assert (head["Upload-Offset"], head["Upload-Length"], head["Cache-Control"]) == (
        "0",
        str(len(MP4)),
        "no-store",
    )
    first = patch(phone, url, MP4[:4000], offset=0)
    assert (first.status_code, first["Upload-Offset"]) == (204, "4000")
    assert patch(phone, url, MP4[:4000], offset=0).status_code == 409
    assert phone.head(url)["Upload-Offset"] == "4000"
    assert not Recording.objects.exists()
    last = patch(phone, url, MP4[4000:], offset=4000)
    recording = Recording.objects.get(pk=last["Sanzhi-Recording"])
    assert store().open(recording.sha256).read() == MP4
    assert recording.name == "录像 1.mp4"
    # the answer to the last piece was lost: the phone asks again and hears that all is there
    assert phone.head(url)["Upload-Offset"] == str(len(MP4))
    assert patch(phone, url, b"", offset=len(MP4)).status_code == 204
    assert Recording.objects.count() == 1


def test_a_stop_between_the_last_byte_and_the_finish_is_mended_by_an_empty_piece(
    phone: Client, scene: Scene
) -> None:
    url = created(phone, scene)["Location"]
    token = url.split("/")[-2]
    arriving.place_of(token).write_bytes(MP4)
    assert phone.head(url)["Upload-Offset"] == str(len(MP4))
    assert patch(phone, url, b"", offset=len(MP4))["Sanzhi-Recording"]


@pytest.mark.parametrize("algorithm", ["sha256", "sha1"])
def test_a_piece_with_a_wrong_checksum_is_taken_back(phone: Client, scene: Scene, algorithm: str) -> None:
    url = created(phone, scene)["Location"]
    right = f"{algorithm} {b64encode(hashlib.new(algorithm, MP4[:100]).digest()).decode()}"
    assert patch(phone, url, MP4[1:101], offset=0, **{"Upload-Checksum": right}).status_code == 460
    assert phone.head(url)["Upload-Offset"] == "0"
    assert patch(phone, url, MP4[:100], offset=0, **{"Upload-Checksum": right}).status_code == 204
    assert patch(phone, url, b"", offset=100, **{"Upload-Checksum": "md5 AAAA"}).status_code == 400
    assert patch(phone, url, b"", offset=100, **{"Upload-Checksum": "sha256 !"}).status_code == 400


def test_more_bytes_than_announced_are_taken_back(phone: Client, scene: Scene) -> None:
    url = created(phone, scene)["Location"]
    assert patch(phone, url, MP4 + b"x", offset=0).status_code == 413
    assert phone.head(url)["Upload-Offset"] == "0"


def test_two_pieces_at_once(phone: Client, scene: Scene) -> None:
    url = created(phone, scene)["Location"]
    with locked(arriving.place_of(f"{url.split('/')[-2]}.lock")):
        assert patch(phone, url, MP4, offset=0).status_code == 423


@pytest.mark.django_db(transaction=True)
def test_termination(phone: Client, scene: Scene) -> None:
    url = created(phone, scene)["Location"]
    patch(phone, url, MP4[:100], offset=0)
    assert phone.delete(url).status_code == 204
    assert phone.head(url).status_code == 404
    assert arriving.arrived(url.split("/")[-2]) == 0


def test_what_is_no_evidence_is_refused_at_the_end_with_its_reason(phone: Client, scene: Scene) -> None:
    url = created(phone, scene, size=6)["Location"]
    answer = patch(phone, url, b"<html>", offset=0)
    assert answer.status_code == 422
    assert "可以识别" in answer.json()["reasons"][0]["sentence"]
    assert phone.head(url).status_code == 404


def test_a_refused_double_does_not_wait_to_be_continued(phone: Client, scene: Scene) -> None:
    patch(phone, created(phone, scene)["Location"], MP4, offset=0)
    url = created(phone, scene, moment="site_inspection")["Location"]
    answer = patch(phone, url, MP4, offset=0)
    assert answer.status_code == 422
    assert "一份音像不能证明两处" in answer.json()["reasons"][0]["sentence"]
    page = phone.get(f"/office/recordings/case/{scene.case.pk}/").content.decode()
    assert "未传完" not in page and phone.head(url).status_code == 404


def test_other_peoples_uploads(phone: Client, scene: Scene) -> None:
    url = created(phone, scene)["Location"]
    assert patch(signed_in(2), url, MP4, offset=0).status_code == 403
    assert created(signed_in(2), scene).status_code == 409
    anonymous = Client(headers={"Tus-Resumable": "1.0.0"})
    assert anonymous.head(url).status_code == 302
    assert phone.head(f"{UPLOADS}nothing/").status_code == 404


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"size": 0}, 400),
        ({"moment": "x y"}, 400),
        ({"started_at": "yesterday"}, 400),
        ({"ended_at": "2027-01-01T00:00:00Z"}, 409),
    ],
)
def test_creations_that_are_refused(
    phone: Client, scene: Scene, changed: dict[str, Any], status: int
) -> None:
    assert created(phone, scene).status_code == 201
    assert created(phone, scene, **changed).status_code == status


def test_malformed_requests(phone: Client, scene: Scene) -> None:
    url = created(phone, scene)["Location"]
    assert (
        phone.patch(url, b"x", content_type="text/plain", headers={"Upload-Offset": "0"}).status_code == 415
    )
    for stated in ("-1", "9" * 5000):
        assert patch(phone, url, b"x", offset=0, **{"Upload-Offset": stated}).status_code == 400
    assert phone.head(url, headers={"Tus-Resumable": "0.2.0"}).status_code == 412
    for metadata in ("case !", ""):
        answer = phone.post(UPLOADS, headers={"Upload-Metadata": metadata})
        assert answer.status_code == 400 and "。" in answer.json()["reasons"][0]["sentence"]
    assert phone.head(url)["Upload-Offset"] == "0"
