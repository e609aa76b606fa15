"""Left behind without a witness: a film of this very service proves it (民事诉讼法 §89), and no other hash does."""

import io
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sanzhi.demo.media import drawn_photo, taken_now
from sanzhi.demo.story import Story
from sanzhi.documents.models import Service
from sanzhi.kernel import clock
from sanzhi.recordings.commands import BeginUpload, take_in
from sanzhi.recordings.models import Kind, Recording
from tests.stories import desk, done, refused

Reached = Callable[..., Story]
SERVE, NOT_OF_IT = "cases.serve_document", "不是送达当日对本当事人送达的录像或者照片"


def photographed(story: Story, moment: str = "service") -> str:
    """The hash of a photograph of the moment, taken in; beside the sound that the moment needs."""
    content, now = taken_now(drawn_photo(1)), clock.now()
    order = BeginUpload(
        case=story.case_id,
        moment=moment,
        name="送达照片.png",
        size=len(content),
        started_at=now,
    )
    taken = take_in(story.officer, order, source=io.BytesIO(content))
    assert isinstance(taken, Recording) and taken.kind == Kind.PHOTO
    return taken.sha256


def left(story: Story, film: str = "", **changed: Any) -> dict[str, Any]:
    said = {
        "document": changed.get("document") or story.paper("D29").pk,
        "method": "left",
        "served_on": clock.today(),
    }
    said |= {"note": "当事人拒绝签收。", "place": story.party.address, "recording_sha256": film}
    return said | changed


def test_neither_witness_nor_film(reached: Reached) -> None:
    story = reached(stop="notice")
    order = left(story)
    story._film("service")
    sound = Recording.objects.get(moment="service").sha256
    for film in ("a" * 64, sound, photographed(story, "interview")):
        said = refused(story, SERVE, **{**order, "recording_sha256": film})
        assert NOT_OF_IT in said and "民事诉讼法第八十九条" in said
    assert "应当有见证人签名，或者以拍照、录像记录送达过程" in refused(story, SERVE, **order)
    film = photographed(story)
    with clock.moved(clock.now() + timedelta(days=1)):
        later = {**order, "served_on": clock.today(), "recording_sha256": film}
        assert NOT_OF_IT in refused(story, SERVE, **later)
    done(story, SERVE, **{**order, "recording_sha256": film})
    receipt = story.paper("D46")
    assert receipt.values["note"] == "送达过程有录像或者照片。"


def test_the_page_lets_choose_it(reached: Reached) -> None:
    story = reached(stop="notice")
    paper = story.paper("D29")
    story._film("service")
    film = photographed(story)
    page = f"/office/cases/{story.case_id}/papers/{paper.pk}/"
    shown = desk(story, "zhifa1").get(page).content.decode()
    assert re.search(rf'<option value="{film}">送达', shown)
    sent = left(story, film, document=paper.pk)
    assert desk(story, "zhifa1").post(f"{page}do/serve/", sent).status_code == 302
    assert Service.objects.get(document=paper).recording_sha256 == film


def test_a_correction_says_it_too(reached: Reached) -> None:
    story = reached(stop="notice")
    order = left(story)
    story._film("service")
    film = photographed(story)
    done(story, SERVE, **order, witness="社区代表李明")
    why = {"reason": "当时没有见证人，有录像。"}
    assert NOT_OF_IT in refused(
        story, "cases.correct_service", **{**order, "recording_sha256": "a" * 64}, **why
    )
    done(story, "cases.correct_service", **{**order, "recording_sha256": film}, **why)
