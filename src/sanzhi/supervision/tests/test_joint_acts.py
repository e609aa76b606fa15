"""What needs a second person stands in the list of whoever may be that person, and in nobody else's."""

from collections.abc import Callable

from sanzhi.demo.story import Story
from sanzhi.ledger.models import Entry
from sanzhi.supervision.worklist import tasks_of
from tests.stories import appointed, confirmed, done

Reached = Callable[..., Story]
KEEPERS = ("guanli", "anquan", "shenji", "juzhang")


def listed(story: Story) -> dict[str, list[str]]:
    """Whom it waits for, and how it is called there."""
    found = {who: tasks_of(story.bureau.actor(who)) for who in (*KEEPERS, *set(story.bureau.officers))}
    return {
        who: [task.title for task in tasks if task.kind == "双人事项确认"]
        for who, tasks in found.items()
        if any(task.kind == "双人事项确认" for task in tasks)
    }


def proposed(story: Story, act: str, **fields: object) -> None:
    order = {"act": act, "fields": fields, "reason": "人员调整"}
    done(story, "ledger.propose_joint_act", who="guanli", **order)


def test_each_matter_waits_for_the_office_that_confirms_it(reached: Reached) -> None:
    story = reached(stop="lead")
    proposed(story, "organisation.reset_password", officer=story.bureau.officers["zhifa1"].pk)
    (told,) = listed(story).pop("anquan")
    assert told.startswith("为苏晓禾（") and told.endswith("重设密码")
    confirmed(story)
    assert listed(story) == {}
    entry = Entry.objects.filter(actor_name="苏晓禾").first()
    assert entry is not None
    proposed(story, "ledger.erase_entry", entry=entry.pk, reason="应本人请求")
    assert set(listed(story)) == {"shenji"}


def test_it_waits_not_for_whom_it_is_about(reached: Reached) -> None:
    story = reached(stop="lead")
    second = {"username": "anquan2", "name": "第二人", "roles": ["security"]}
    unit = story.bureau.officers["anquan"].unit_id
    story.bureau.officers["anquan2"] = appointed(story, unit=unit, **second)
    confirmed(story)
    proposed(story, "organisation.reset_password", officer=story.bureau.officers["anquan"].pk)
    assert set(listed(story)) == {"anquan2"}


def test_each_of_several_stands_there_once(reached: Reached) -> None:
    story = reached(stop="lead")
    for who in ("zhifa1", "zhifa2", "zhifa3"):
        proposed(story, "organisation.reset_password", officer=story.bureau.officers[who].pk)
    assert len(listed(story)["anquan"]) == 3
