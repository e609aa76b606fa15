"""The chronicles of what is no penalty: what was asked, told, decided and delivered, and nothing in them is a breach."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.demo.cast import Bureau
from sanzhi.demo.licences import LicenceStory, digging
from tests.lawful.adapter import chronicle_of
from tests.lawful.chronicle import licences as c
from tests.lawful.judge import judge
from tests.lawful.judge.rule import Omission

Applied = Callable[..., LicenceStory]


def breaches(case: Any) -> list[str]:
    return [str(found) for found in judge(case) if not isinstance(found.what, Omission)]


@pytest.fixture
def applied(bureau: Bureau, unprinted: None) -> Applied:
    def walk(**changes: Any) -> LicenceStory:
        story = LicenceStory(bureau, digging(random.Random(1), **changes))
        story.tell()
        return story

    return walk


def test_a_licence_is_told_from_its_application_to_its_certificate(applied: Applied) -> None:
    story = applied(lacks=("修复方案",), hears=True, late=True, public_interest=True, days=150)
    case = chronicle_of(story.case_id)
    assert (case.kind, case.flaws, breaches(case)) == ("licence", (), [])
    (asked,) = case.all(c.Applied)
    assert not asked.is_complete and asked.needs_site_check and "修复方案" not in asked.materials
    (told,) = case.all(c.Supplemented)
    (came,) = case.all(c.MaterialsCame)
    assert told.missing == came.materials == {"修复方案"}
    (longer,) = case.all(c.LicenceExtended)
    assert (longer.days, longer.is_told) == (10, True)
    (notice,) = case.all(c.LicenceHearingSet)
    (heard,) = case.all(c.LicenceHeard)
    assert notice.told_on is not None and notice.held_on == heard.held_on
    (granted,) = case.all(c.Licensed)
    (paper,) = case.all(c.Certified)
    assert granted.terms == paper.terms == case.all(c.LicenceProposed)[0].terms and granted.says_remedy
    assert case.licensing is not None and case.licensing.item is not None
    assert case.licensing.item.on_site and case.licensing.item.longest_months == 6


def test_what_follows_a_licence_knows_the_licence(applied: Applied) -> None:
    story = applied(after="renewal")
    case = chronicle_of(story.case_id)
    (asked,) = case.all(c.Applied)
    (renewed,) = case.all(c.Licensed)
    assert case.licensing is not None and (own := case.licensing.own) is not None
    assert (asked.asks, renewed.is_renewal, renewed.expires_on) == ("renewal", True, own.until)
    assert own.until is not None and story.licence.valid_until > own.until and breaches(case) == []


def test_a_licence_that_ends_ends_on_its_ground(applied: Applied) -> None:
    case = chronicle_of(applied(ends="fraud", days=90).case_id)
    (ended,) = case.all(c.LicenceEnded)
    assert (ended.code, ended.ground, ended.is_compensated) == ("annulled", "fraud", False)
    assert len(case.all(c.LicenceHearingTold)) == 1 and breaches(case) == []
