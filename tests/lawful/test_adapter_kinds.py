"""The chronicles of what is no penalty: what was asked, told, decided and delivered, and nothing in them is a breach."""

import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.coercion.tests.building import house
from sanzhi.demo.cast import Bureau
from sanzhi.demo.licences import LicenceStory, digging
from tests.fees import Levied, Taken
from tests.lawful.adapter import chronicle_of
from tests.lawful.chronicle import buildings as b
from tests.lawful.chronicle import fees as f
from tests.lawful.chronicle import licences as c
from tests.lawful.chronicle import takings as t
from tests.lawful.chronicle.other_kinds import Enforced
from tests.lawful.judge import judge
from tests.lawful.judge.rule import Omission, all_rules
from tests.stories import done

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


def test_a_structure_is_told_from_the_notice_to_stop_to_the_last_of_its_goods(
    tell: Callable[..., Any],
) -> None:
    case = chronicle_of(house(tell).case_id)
    assert (case.kind, case.flaws, breaches(case)) == ("coercion", (), [])
    (looked,) = case.all(b.StopLooked)
    (found,) = case.all(b.StructureSorted)
    assert not looked.has_stopped and (found.sort, found.item) == ("removable", "26_4")
    (told,) = case.all(b.RemovalTold)
    (ordered,) = case.all(b.RemovalOrdered)
    assert told.duty == ordered.duty and ordered.due_on is not None and ordered.served_on is not None
    (said,) = case.all(b.DemolitionAnnounced)
    (fixed,) = case.all(b.DemolitionDaySet)
    (done,) = case.all(Enforced)
    assert (done.way, done.day) == ("demolition", fixed.day_set) and fixed.told_on is not None
    assert done.is_announced and done.is_charged_by_government and done.has_film and done.has_minutes
    assert said.clear_by is not None and said.clear_by < done.day
    (left,) = case.all(b.GoodsLeft)
    gone = [*case.all(b.GoodsFetched), *case.all(b.GoodsDeposited)]
    assert sorted(name for row in gone for name in row.goods) == sorted(left.goods) != []


def test_a_levy_is_told_with_its_tariff_and_what_was_given_back(levied: Levied) -> None:
    case = chronicle_of(levied(cut_after=30).case_id)
    assert (case.kind, case.flaws, breaches(case)) == ("levy", (), [])
    assert case.tariff is not None and [band.price for band in case.tariff.bands][:2] == [
        Decimal("0.5"),
        Decimal("0.8"),
    ]
    (told,) = case.all(f.LevyTold)
    (decided,) = case.all(f.LevyDecided)
    (bill,) = case.all(f.Billed)
    assert told.text == decided.text and decided.amount == bill.amount == Decimal(3960)
    (asked,) = case.all(f.LoweringAsked)
    (back,) = case.all(f.Refunded)
    assert asked.uses[-1].until is not None and (asked.owed, back.amount) == (Decimal(1980), Decimal(1980))


def test_a_relief_is_told_by_its_title(levied: Levied) -> None:
    case = chronicle_of(levied(relief="残疾人自主经营").case_id)
    (asked,) = case.all(f.LoweringAsked)
    (granted,) = case.all(f.LoweringDecided)
    assert asked.relief == "残疾人自主经营" and granted.is_granted and granted.ref == asked.ref
    assert [row.amount for row in case.all(f.FeePaid)] == [asked.owed] and breaches(case) == []


def test_a_relief_in_vain_is_told_with_its_reason_and_remedy(levied: Levied) -> None:
    story = levied(stop="collected")
    story.plan.relief = "公益活动占用"
    story.ask_relief()
    story.decide_lowering("活动有营业收入，不是公益活动。", outcome="不予准许")
    story.serve(story.paper("D92"))
    story.go()
    done(story, "cases.close_case", who="juzhang", kind="performed")
    case = chronicle_of(story.case_id)
    (no,) = case.all(f.LoweringDecided)
    first, second = case.all(f.Billed)
    assert not no.is_granted and no.why == "活动有营业收入，不是公益活动。"
    assert not first.denial and no.why in second.denial and "行政复议" in second.remedy
    assert breaches(case) == [] and "59.33" in all_rules()


def test_a_requisition_is_told_with_its_inventory_and_what_was_paid(taken: Taken) -> None:
    case = chronicle_of(taken(plea="停工损失没有计算在内。").case_id)
    assert (case.kind, case.flaws, breaches(case)) == ("requisition", (), [])
    (decided,) = case.all(t.RequisitionDecided)
    (took,) = case.all(t.ThingsTaken)
    assert [one.name for one in took.things] == list(decided.things) and took.receipt_on == took.day
    back = {row.ref: row for row in case.all(t.ThingBack)}
    assert back.keys() == {one.ref for one in took.things}
    (sacks,) = (one for one in took.things if one.daily is None)
    assert back[sacks.ref].consumed + back[sacks.ref].returned == sacks.count
    (valued,) = case.all(t.DamageValued)
    assert back[valued.ref].is_damaged and valued.worth == 1800
    (said,) = case.all(t.CompensationTold)
    (due,) = case.all(t.CompensationDecided)
    (paid,) = case.all(t.CompensationPaid)
    assert said.text == due.text and due.amount == paid.amount and paid.is_vouched


def test_what_is_taken_at_once_and_used_for_longer_is_told(taken: Taken) -> None:
    case = chronicle_of(taken(at_once=True, extends=True).case_id)
    (took,) = case.all(t.ThingsTaken)
    (longer,) = case.all(t.RequisitionLonger)
    assert took.is_urgent and longer.told_on is not None and longer.until is not None
    assert breaches(case) == []
