"""A pavement is dug up by licence: from the window to the certificate, renewed; refused; rescinded."""

from sanzhi.kernel import clock
from sanzhi.licensing.standing import state_on
from sanzhi.licensing.tests.conftest import Applied
from tests.stories import desk, done, refused


def test_granted(applied: Applied) -> None:
    story = applied(lacks=("修复方案",))
    licence = story.licence
    assert story.case.closed_on and state_on(licence, clock.today()) == "有效"
    assert licence.follow_ups.count() == 1


def test_checked_after_the_grant(applied: Applied) -> None:
    """By two, once, and not before it begins (行政许可法 §61)."""
    story = applied()
    licence, check = story.licence, "licensing.record_follow_up"
    other = story.bureau.officers["zhifa2"].pk
    said = {
        "licence": licence.pk,
        "done_on": clock.today(),
        "found": "按批准的位置、面积挖掘，没有违法行为。",
    }
    assert "许可生效以后" in refused(story, check, second=other, **said)
    clock.advance(licence.valid_from - clock.today())
    said["done_on"] = clock.today()
    alone = story.bureau.officers["zhifa1"].pk
    assert "两名以上" in refused(story, check, second=alone, **said)
    done(story, check, second=other, **said)
    row = licence.follow_ups.get()
    assert row.done_on == clock.today() and len(row.done_by) == 2
    assert "没有待登记的检查" in refused(story, check, second=other, **said)
    page = desk(story, "zhifa1").get(f"/office/licences/{licence.pk}/").content.decode()
    assert "没有违法行为" in page and "、".join(row.done_by) in page


def test_renewed(applied: Applied) -> None:
    story = applied(after="renewal")
    assert story.licence.story.count() == 2 and story.case.closed_on


def test_refused(applied: Applied) -> None:
    story = applied(is_fit=False)
    assert story.case.closed_on and not story.licence_id


def test_rescinded(applied: Applied) -> None:
    story = applied(ends="fraud")
    assert state_on(story.licence, clock.today()) == "已撤销" and story.case.closed_on


def test_with_everything_on_the_way(applied: Applied) -> None:
    story = applied(
        lacks=("修复方案",),
        neighbour="韩守望",
        neighbour_says="请保证店门前能够出入。",
        hears=True,
        late=True,
        experts=True,
        public_interest=True,
    )
    assert story.case.closed_on and story.licence.number
