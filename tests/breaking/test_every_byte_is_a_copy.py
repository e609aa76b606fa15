"""A whole film taken in two ranges, the first byte apart, leaves a line of looking only."""

from collections.abc import Callable

from sanzhi.demo.story import Story
from sanzhi.recordings.models import Custody, Recording, Touch
from tests.stories import desk


def test_who_has_every_byte_has_a_copy(tell: Callable[..., Story]) -> None:
    story = tell(stop="notice")
    film = Recording.objects.filter(subject=f"cases.case:{story.case_id}").first()
    assert film is not None
    browser = desk(story, "fazhi2")
    got = b""
    for part in ("bytes=0-0", "bytes=1-"):
        got += b"".join(browser.get(f"/office/recordings/{film.pk}/content", HTTP_RANGE=part))
    assert len(got) == film.size
    assert Custody.objects.filter(recording=film, touch=Touch.DOWNLOADED).exists()
