"""A list is exported without a line: `LookKind.EXPORTED` is written nowhere."""

from collections.abc import Callable

from sanzhi.catalogues.models import Edition
from sanzhi.demo.story import Story
from sanzhi.organisation.models import Look, LookKind
from tests.stories import desk


def test_who_exports_a_list_is_seen(reached: Callable[..., Story]) -> None:
    story = reached(stop="notice")
    edition = Edition.objects.filter(authority=story.bureau.authority, kind="powers").first()
    assert edition is not None
    answer = desk(story, "dangan").get(f"/office/lists/{edition.pk}/export.csv")
    assert answer.status_code == 200
    assert Look.objects.filter(kind=LookKind.EXPORTED).exists()
