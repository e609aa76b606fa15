"""After a decision fell: once, against the same party, by what that party's own proceeding was filed."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sanzhi.cases import board
from sanzhi.cases.models import Proceeding
from sanzhi.demo import people
from sanzhi.demo.media import record as film
from sanzhi.demo.papers import TYPED
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.recordings.queries import coverage
from tests.stories import done, refused

Reached = Callable[..., Story]
ANEW: dict[str, Any] = {"who": "duizhang1", "reason": "补充调查取证后重新作出决定。"}
OTHER: dict[str, Any] = people.person(random.Random(9))


def fallen(story: Story) -> Proceeding:
    """The decision of the story's proceeding is revoked by ourselves, and the party has the paper."""
    old, why = story.proceeding, {"overturned_for": ["evidence"], "ground": "认定违法主体的证据不足。"}
    clock.advance(timedelta(days=3))
    done(story, "cases.propose_overturn", proceeding=old.pk, kind="revoked", **why)
    gone = done(story, "cases.overturn_decision", who="juzhang", proceeding=old.pk)
    story.serve_paper(gone.document_id)
    return old


def test_one_decision_that_fell_is_decided_anew_once(reached: Reached) -> None:
    story = reached(stop="performance")
    old = fallen(story)
    done(story, "cases.decide_anew", proceeding=old.pk, **ANEW)
    paid = {"amount": 800, "paid_on": clock.today() - timedelta(days=1), "receipt_number": "2026000099"}
    done(story, "penalty.record_payment", proceeding=old.pk, **paid)
    back = {"amount": 800, "refunded_on": clock.today(), "voucher": "TK2026001"}
    done(story, "penalty.refund_payment", proceeding=old.pk, **back)
    said = refused(story, "cases.decide_anew", proceeding=old.pk, **ANEW)
    assert "本案对该当事人已经重新办理" in said and "行政处罚法第二十九条" in said


def test_a_mended_number_makes_nobody_else_of_the_party(reached: Reached) -> None:
    """What is decided anew goes on from what fell: it is filed by it, and there is one of it."""
    story = reached(stop="performance", pays=False)
    old = fallen(story)
    filed_on = old.filed_on
    clock.advance(timedelta(days=3))
    anew = done(story, "cases.decide_anew", proceeding=old.pk, **ANEW)
    mended = {**story.plan.party, "id_number": OTHER["id_number"]}
    done(story, "cases.register_party", proceeding=anew.pk, **mended)
    told = board.facts_of(Proceeding.objects.get(pk=anew.pk), ["case.filed_on", "case.taken_up"])["case"]
    assert told["filed_on"] == filed_on and "重新办理" in told["taken_up"]
    renamed = {**mended, "name": "另一人"}
    assert "立案的当事人是" in refused(story, "cases.register_party", proceeding=anew.pk, **renamed)
    said = refused(story, "cases.decide_anew", proceeding=old.pk, **ANEW)
    assert "本案对该当事人已经重新办理" in said and "行政处罚法第二十九条" in said


def test_what_is_filmed_anew_is_not_of_the_decision_that_fell(reached: Reached) -> None:
    story = reached(stop="performance")
    old = fallen(story)
    anew = done(story, "cases.decide_anew", proceeding=old.pk, **ANEW)
    film(story, "interview", proceeding=anew.pk)
    taken = [len(found.recordings) for one in (old, anew) for found in coverage(one, ["interview"])]
    assert taken == [1, 2]


def filed(story: Story, proceeding: int) -> None:
    """The lead is checked and the filing signed, for one of several proceedings."""
    for form in ("D02", "D03"):
        row = Proceeding.objects.get(pk=proceeding)
        values = TYPED[form](row) if form in TYPED else {}
        place = {"form": form, "proceeding": proceeding, "values": values}
        paper = done(story, "cases.write_document", **place)
        done(story, "cases.submit_document", document=paper.pk)
        story.sign_all(paper.pk)
        done(story, "cases.complete_step", proceeding=proceeding)


def test_whoever_is_decided_anew_is_who_was_filed_not_the_other_offender(reached: Reached) -> None:
    story = reached(stop="performance")
    first = story.proceeding
    done(story, "cases.add_respondent", reason="另一人共同设置该售货亭，分工收款。")
    other = Proceeding.objects.filter(case=story.case_id).latest("id").pk
    done(story, "cases.register_party", proceeding=other, **OTHER)
    filed(story, other)
    why = {"overturned_for": ["evidence"], "ground": "认定违法主体的证据不足。"}
    done(story, "cases.propose_overturn", proceeding=first.pk, kind="revoked", **why)
    gone = done(story, "cases.overturn_decision", who="juzhang", proceeding=first.pk)
    assert first.respondent is not None
    name, place = first.respondent.name, first.respondent.address
    handed = {"method": "direct", "served_on": clock.today(), "place": place, "relation": "本人"}
    done(story, "cases.serve_document", document=gone.document_id, received_by=name, **handed)
    anew = done(story, "cases.decide_anew", proceeding=first.pk, **ANEW)
    stranger = people.person(random.Random(77))
    said = refused(story, "cases.register_party", proceeding=anew.pk, **stranger)
    assert f"立案的当事人是{name}" in said and "行政处罚法第五十四条" in said
    mended = {**story.plan.party, "phone": "13900000000"}
    assert done(story, "cases.register_party", proceeding=anew.pk, **mended).phone == "13900000000"
