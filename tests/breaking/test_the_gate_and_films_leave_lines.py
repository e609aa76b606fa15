"""The gate's page shows the original, and a recording's page and bytes the film: neither leaves a line in 谁看过."""

from collections.abc import Callable

import pytest

from sanzhi.demo.story import Story
from sanzhi.disclosure.models import Release
from sanzhi.kernel import jobs
from sanzhi.organisation.models import Look
from sanzhi.recordings import views
from sanzhi.recordings.models import Recording
from tests.stories import desk, done


def lines(story: Story, who: str) -> int:
    rows = Look.objects.filter(subject=f"cases.case:{story.case_id}", officer=story.bureau.officers[who])
    return rows.count()


@pytest.mark.parametrize("who", ["fazhi2", "gongshi"])
def test_reading_the_original_at_the_gate_is_seen(reached: Callable[..., Story], who: str) -> None:
    story = reached()
    jobs.run_due()
    release = Release.objects.get()
    before = lines(story, who)
    answer = desk(story, who).get(f"/office/disclosure/{release.pk}/")
    assert answer.status_code == 200
    assert lines(story, who) > before


def shown(story: Story, film: Recording, *, who: str = "juzhang") -> str:
    """The case's own list of who looked, as another reads it."""
    page = desk(story, who).get(f"/office/cases/{story.case_id}/looks/").content.decode()
    return page if f"（第{film.pk}号）" in page else ""


def test_watching_a_film_is_seen_on_the_case(tell: Callable[..., Story]) -> None:
    story = tell(stop="notice")
    film = Recording.objects.filter(subject=f"cases.case:{story.case_id}").first()
    assert film is not None
    before = lines(story, "fazhi2")
    assert desk(story, "fazhi2").get(f"/office/recordings/{film.pk}/").status_code == 200
    assert lines(story, "fazhi2") == before + 1
    assert not shown(story, film)
    address, browser = f"/office/recordings/{film.pk}/content?download=1", desk(story, "fazhi2")
    assert b"".join(browser.get(address))
    assert "下载" in shown(story, film)
    done(story, "recordings.record_download", who="fazhi2", recording=film.pk)  # each time a line
    assert lines(story, "fazhi2") == before + 3


def test_so_is_playing_it_piece_by_piece(tell: Callable[..., Story], monkeypatch: pytest.MonkeyPatch) -> None:
    story = tell(stop="notice")
    film = Recording.objects.filter(subject=f"cases.case:{story.case_id}").first()
    assert film is not None
    monkeypatch.setattr(views, "PIECE", film.size // 2)
    for first in (0, film.size // 2, film.size - 1):
        desk(story, "fazhi2").get(f"/office/recordings/{film.pk}/content", HTTP_RANGE=f"bytes={first}-")
    assert "调阅音像" in shown(story, film)
    kinds = Look.objects.filter(officer=story.bureau.officers["fazhi2"]).values_list("kind", flat=True)
    assert list(kinds).count("played") == 1
