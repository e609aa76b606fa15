"""Who may never upload, accept or confirm reads neither buttons nor reasons for it; whose act it is reads both."""

from collections.abc import Callable

from sanzhi.cases.queries import subject_of
from sanzhi.demo.story import Story
from sanzhi.recordings.models import Recording
from tests.stories import admitted, desk, done

Reached = Callable[..., Story]
GAP = {"moment": "interview", "reason": "执法记录仪电池故障，已补照片"}


def tab(story: Story, who: str) -> str:
    return desk(story, who).get(f"/office/recordings/case/{story.case_id}/").content.decode()


def test_an_explanation_that_waits(reached: Reached) -> None:
    story = reached(stop="investigation")
    done(story, "recordings.explain_gap", who="duizhang1", **GAP)
    assert ">审定说明</button>" in tab(story, "fazhi")
    assert "不能由说明人自己审定" in tab(story, "duizhang1")
    for who in ("juzhang", "zhifa1"):
        shown = tab(story, who)
        assert "审定后才算数" in shown
        assert ">审定说明</button>" not in shown and "您没有这一岗位" not in shown


def test_to_upload(reached: Reached) -> None:
    story = reached(stop="investigation")
    admitted(story, "zhifa3")
    assert "上传</h2>" in tab(story, "zhifa1")
    assert "只有本案承办人和中队长可以上传" in tab(story, "zhifa3")
    assert "上传</h2>" not in tab(story, "juzhang") and "可以上传音像记录" not in tab(story, "juzhang")


def test_who_opens_no_films_is_shown_no_way_to_them(reached: Reached) -> None:
    """The clerk of disclosure reads that a film is there, and no more."""
    story = reached(stop="service")
    film = Recording.objects.filter(subject=subject_of(story.case)).first()
    assert film is not None
    for who, opens in (("gongshi", False), ("zhifa1", True), ("fazhi", True)):
        shown = desk(story, who).get(f"/office/recordings/case/{story.case_id}/").content.decode()
        assert film.name[:20] in shown
        assert (f'href="/office/recordings/{film.pk}/"' in shown) is opens
        answer = desk(story, who).get(f"/office/recordings/{film.pk}/")
        assert (answer.status_code == 200) is opens
