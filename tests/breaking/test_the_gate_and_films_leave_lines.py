"""The gate's page shows the original, and a recording's page and bytes the film: neither leaves a line in 谁看过."""

from collections.abc import Callable

import pytest

from sanzhi.demo.story import Story
from sanzhi.disclosure.models import Release
from sanzhi.kernel import jobs
from sanzhi.organisation.models import Look
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


def test_watching_a_film_is_seen_on_the_case(reached: Callable[..., Story]) -> None:
    story = reached()
    film = Recording.objects.filter(subject=f"cases.case:{story.case_id}").first()
    assert film is not None
    before = lines(story, "fazhi2")
    assert desk(story, "fazhi2").get(f"/office/recordings/{film.pk}/").status_code == 200
    done(story, "recordings.record_download", who="fazhi2", recording=film.pk)  # as the bytes do it
    assert lines(story, "fazhi2") > before
