"""Several took part in one matter: a proceeding for each, one finding for all, and nobody is meant by accident."""

import random
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.test import Client

from sanzhi.cases import board
from sanzhi.cases.models import Proceeding
from sanzhi.demo import people
from sanzhi.demo.media import record as film
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import require
from sanzhi.penalty.models import SparedFor
from sanzhi.penalty.sparing import ground_is_true
from sanzhi.recordings.guards import moments_covered
from tests.stories import FOUND, done, reasons, refused
from tests.test_no_way_round import signed_in

Reached = Callable[..., Story]
ADD = "cases.add_respondent"
WHY = {"reason": "另一人共同设置该售货亭，分工收款。"}
OTHER: dict[str, Any] = people.person(random.Random(9))


@pytest.fixture
def joined(reached: Reached) -> Story:
    """A story at the report, with a second proceeding that has no respondent yet."""
    story = reached(stop="report")
    done(story, ADD, **WHY)
    return story


def second(story: Story) -> Proceeding:
    return Proceeding.objects.filter(case=story.case_id).latest("id")


def test_another_is_proceeded_against_apart(joined: Story) -> None:
    first, added = Proceeding.objects.filter(case=joined.case_id).order_by("id")
    assert (added.step, added.respondent, added.finding) == ("lead", None, first.finding)
    assert (added.cause_code, added.procedure_key) == (first.cause_code, first.procedure_key)
    done(joined, "cases.register_party", proceeding=added.pk, **OTHER)
    first.refresh_from_db()
    assert second(joined).respondent != first.respondent


def test_one_nameless_proceeding_at_a_time(joined: Story) -> None:
    place = {"proceeding": second(joined).pk}
    assert "尚未登记当事人" in refused(joined, ADD, **place, **WHY)
    done(joined, "cases.register_party", **place, **OTHER)
    done(joined, ADD, **place, **WHY)


def test_nobody_is_the_respondent_of_two_proceedings(joined: Story) -> None:
    place = {"proceeding": second(joined).pk}
    said = refused(joined, "cases.register_party", **place, **joined.plan.party)
    assert "已是本案另一程序的当事人" in said and "行政处罚法第二十九条" in said
    done(joined, "cases.register_party", **place, **OTHER)


def test_an_order_says_which_proceeding_it_means(joined: Story) -> None:
    paper = {"form": "D02"}
    assert "本案有2个程序在办，请写明是哪一个" in refused(joined, "cases.write_document", **paper)
    done(joined, "cases.register_party", proceeding=second(joined).pk, **OTHER)
    document = done(joined, "cases.write_document", proceeding=second(joined).pk, **paper)
    assert document.values["party_name"] == OTHER["name"]


def test_a_closed_case_takes_nobody_in(reached: Reached) -> None:
    story = reached()
    assert "已经结案" in refused(story, ADD, proceeding=second(story).pk, **WHY)


def test_the_page_has_a_lane_for_each(joined: Story) -> None:
    client: Client = signed_in("zhifa1")
    done(joined, "cases.register_party", proceeding=second(joined).pk, **OTHER)
    page = client.get(f"/office/cases/{joined.case_id}/?proceeding={second(joined).pk}").content.decode()
    assert "本案的程序" in page and OTHER["name"] in page and joined.plan.party["name"] in page


def test_a_film_of_one_says_nothing_of_the_other(joined: Story) -> None:
    """行政处罚法 §47: what was filmed of one party is not the record of another; the place is everybody's."""
    first, other = Proceeding.objects.filter(case=joined.case_id).order_by("id")
    done(joined, "cases.register_party", proceeding=other.pk, **OTHER)
    assert moments_covered(first, ["interview", "site_inspection"])
    told = reasons(partial(require, moments_covered(other, ["interview", "site_inspection"])))
    assert told.startswith("“询问”没有音像记录") and "现场检查" not in told
    gap = {"moment": "interview", "reason": "执法记录仪电池故障，已补照片。"}
    assert "请写明是哪一个" in refused(joined, "recordings.explain_gap", **gap)
    done(joined, "recordings.explain_gap", proceeding=first.pk, **gap)
    assert "还没有审定" not in reasons(partial(require, moments_covered(other, ["interview"])))
    done(joined, "recordings.explain_gap", proceeding=other.pk, **gap)
    assert "还没有审定" in reasons(partial(require, moments_covered(other, ["interview"])))
    film(joined, "interview", proceeding=other.pk)
    assert moments_covered(other, ["interview"])


def test_who_has_mended_it_is_who_is_told_so(joined: Story) -> None:
    first, other = Proceeding.objects.filter(case=joined.case_id).order_by("id")
    done(joined, "cases.register_party", proceeding=other.pk, **OTHER)
    told = ["case.corrected_text"]
    mended = {"proceeding": first.pk, "corrected_on": clock.today(), "consequence": "危害后果轻微。"}
    found = {name: getattr(first.finding, name) for name in FOUND} | mended
    done(joined, "cases.establish_facts", **found)
    first.refresh_from_db()
    other.refresh_from_db()
    assert first.finding == other.finding
    assert "当事人已于" in board.facts_of(first, told)["case"]["corrected_text"]
    assert board.facts_of(other, told)["case"]["corrected_text"] is None
    require(ground_is_true(first, SparedFor.FIRST))
    said = reasons(lambda: require(ground_is_true(other, SparedFor.FIRST)))
    assert "没有写明当事人何时改正" in said
    done(joined, "cases.enter_finding", **found | {"proceeding": other.pk})
    other.refresh_from_db()
    require(ground_is_true(other, SparedFor.FIRST))
    said = refused(joined, "cases.enter_finding", **found | {"proceeding": other.pk})
    assert "同样的查明的事实已经登记" in said
