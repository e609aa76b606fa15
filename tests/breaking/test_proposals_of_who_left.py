"""What an administrator proposed before he was dismissed is confirmed afterwards: who proposes is asked once only."""

from collections.abc import Callable

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.ledger.models import JointAct
from tests.stories import appointed, confirmed, done, refused


def propose(story: Story, *, who: str, **fields: object) -> JointAct:
    order = {"act": "organisation.change_officer", "fields": fields, "reason": "人员调整"}
    row: JointAct = done(story, "ledger.propose_joint_act", who=who, **order)
    return row


def test_the_proposal_of_who_left_falls(reached: Callable[..., Story]) -> None:
    story = reached(stop="notice")
    unit = story.bureau.officers["guanli"].unit_id
    person = {"username": "guanli2", "name": "继任者", "password": "zhengque-Ma-Dianchi-26"}
    story.bureau.officers["guanli2"] = appointed(story, unit=unit, roles=["administrator"], **person)
    old = propose(story, who="guanli", officer=story.bureau.officers["gongshi"].pk, roles=["bureau_head"])
    gone = {"officer": story.bureau.officers["guanli"].pk, "left_on": clock.today().isoformat()}
    propose(story, who="guanli2", **gone)
    confirmed(story)
    assert refused(story, "ledger.confirm_joint_act", who="anquan", joint_act=old.pk)


def test_the_only_auditor_is_not_taken_away(reached: Callable[..., Story]) -> None:
    """Two of the three then go on unwatched: nothing can be erased any more, and nobody reads who looked."""
    story = reached(stop="notice")
    fields = {"officer": story.bureau.officers["shenji"].pk, "left_on": clock.today().isoformat()}
    assert refused(
        story,
        "ledger.propose_joint_act",
        who="guanli",
        act="organisation.change_officer",
        fields=fields,
        reason="人员调整",
    )
