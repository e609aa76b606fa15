"""Illegal gains and tiers: asked in every case; gains are confiscated, all that was found (行政处罚法 §28(2), §34)."""

import random
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from sanzhi.cases.models import ClosureKind, Proceeding
from sanzhi.demo import people
from sanzhi.demo.media import record as film
from sanzhi.demo.papers import TYPED
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import require
from sanzhi.penalty.closing import may_close
from sanzhi.penalty.gains import shares_are_known
from sanzhi.penalty.guards.before_decision import fine_within_range
from tests.stories import FOUND, done, established, reasons, refused

Reached = Callable[..., Story]
PROPOSE = "penalty.propose_penalty"
FINE: dict[str, Any] = {"fine": 800, "correction": "责令立即改正。", "reason": "能够配合调查。"}
GAINED: dict[str, Any] = {"gains": Decimal(300), "gains_note": "按当日销售记录核算。"}


def test_nobody_is_punished_before_gains_were_asked_for(reached: Reached) -> None:
    story = reached(stop="report")
    established(story, gains=None, gains_note="")
    told = refused(story, PROPOSE, **FINE)
    assert "尚未查明当事人有无违法所得" in told and "行政处罚法第二十八条第二款" in told
    established(story, gains=Decimal(0), gains_note="询问和检查均未发现。")
    done(story, PROPOSE, **FINE)


@pytest.mark.parametrize("gains", [Decimal(0), Decimal(300)])
def test_gains_are_explained(reached: Reached, gains: Decimal) -> None:
    story = reached(stop="report")
    fields = {name: getattr(story.proceeding.finding, name) for name in FOUND}
    told = refused(story, "cases.establish_facts", **{**fields, "gains": gains, "gains_note": ""})
    assert "请写明违法所得的数额如何认定" in told and "行政处罚法第二十八条第二款" in told
    done(story, "cases.establish_facts", **{**fields, **GAINED, "gains": gains})


def test_what_was_gained_is_taken(reached: Reached) -> None:
    story = reached(stop="report")
    taken = {**FINE, "measures": ["confiscation_of_gains"]}
    assert "没有规定“没收违法所得”" in refused(story, PROPOSE, **taken)  # nothing was gained
    established(story, **GAINED)
    told = refused(story, PROPOSE, **FINE)
    assert "查明的违法所得300元应当没收" in told and "行政处罚法第二十八条第二款" in told
    proposal = done(story, PROPOSE, **taken)
    assert proposal.text == "罚款800元（人民币捌佰元整）；没收违法所得300元（人民币叁佰元整）"
    assert proposal.weight.gains == 300
    established(story, gains=Decimal(400), gains_note="补充核算。")
    told = refused(story, "cases.complete_step")
    assert "拟没收的违法所得300元不是查明的400元" in told


def two_of_them(story: Story) -> tuple[Proceeding, Proceeding]:
    """A second person took part: one proceeding each."""
    done(story, "cases.add_respondent", reason="另一人共同设置该售货亭，分工收款。")
    first, other = Proceeding.objects.filter(case=story.case_id).order_by("id")
    done(story, "cases.register_party", proceeding=other.pk, **people.person(random.Random(9)))
    other.refresh_from_db()
    return first, other


def walk_to_report(story: Story, other: Proceeding) -> None:
    """The second proceeding of the case, which shares facts and evidence with the first."""
    film(story, "interview", proceeding=other.pk)
    for forms in (["D02"], ["D03"], ["D08", "D10"]):
        for form in forms:
            written(story, other, form)
        who = "juzhang" if forms == ["D03"] else "zhifa1"
        done(story, "cases.complete_step", who=who, proceeding=other.pk)


def written(story: Story, on: Proceeding, form: str) -> int:
    values = TYPED[form](on) if form in TYPED else {}
    paper = done(story, "cases.write_document", proceeding=on.pk, form=form, values=values)
    done(story, "cases.submit_document", document=paper.pk)
    story.sign_all(paper.pk)
    return int(paper.pk)


def test_each_of_several_is_taken_what_he_gained(reached: Reached) -> None:
    """What two gained together is not taken twice, and nothing of it is left."""
    story = reached(stop="report")
    established(story, **GAINED)
    first, other = two_of_them(story)
    at = {**FINE, "proceeding": first.pk}
    taken = {"measures": ["confiscation_of_gains"]}
    assert "请在“其他处罚”中选择没收违法所得" in refused(story, PROPOSE, **at, gains=200)
    assert "拟没收的违法所得400元不是查明的300元" in refused(story, PROPOSE, **at, **taken, gains=400)
    assert done(story, PROPOSE, **at, **taken, gains=200).weight.gains == 200
    other.refresh_from_db()
    walk_to_report(story, other)
    on = {**FINE, "proceeding": other.pk}
    told = refused(story, PROPOSE, **on, **taken, gains=300)
    assert "本案其他当事人已拟没收200元" in told and "行政处罚法第二十八条第二款" in told
    assert "拟没收的违法所得50元不是" in refused(story, PROPOSE, **on, **taken, gains=50)
    assert "应当没收" in refused(story, PROPOSE, **on)
    assert done(story, PROPOSE, **on, **taken).weight.gains == 100
    assert "拟没收的违法所得300元不是" in refused(story, PROPOSE, **at, **taken, gains=300)
    assert "拟没收的违法所得" not in str(fine_within_range(first))


def test_a_form_on_an_older_finding_is_filled_anew(reached: Reached) -> None:
    story = reached(stop="report")
    finding = story.proceeding.finding
    assert finding is not None
    established(story, consequence="影响通行。", seen_finding=finding.version)
    told = refused(story, PROPOSE, **FINE, seen_finding=finding.version)
    assert "查明的事实已经改为第2次" in told and "行政处罚法第四十条" in told
    done(story, PROPOSE, **FINE, seen_finding=2)


def test_what_is_counted_by_the_piece_has_its_tier_named(reached: Reached) -> None:
    """Tiers without figures cannot be computed from the sum."""
    story = reached(stop="report", cause="C49")
    order = {**FINE, "quantities": {"trees": 2}}
    told = refused(story, PROPOSE, **order)
    assert "请选择裁量档次" in told and "行政处罚法第三十四条" in told
    assert "请选择裁量档次" not in refused(story, PROPOSE, **{**order, "tier": "一般", "fine": "0.01"})


def left_to_the_other(reached: Reached) -> tuple[Story, Proceeding, Proceeding]:
    """All gains are proposed to be taken from the second of two, and nothing from the first."""
    story = reached(stop="report")
    established(story, **GAINED)
    first, other = two_of_them(story)
    walk_to_report(story, other)
    done(story, PROPOSE, proceeding=other.pk, **FINE, measures=["confiscation_of_gains"])
    done(story, PROPOSE, proceeding=first.pk, **FINE)
    return story, first, other


def decided(story: Story, first: Proceeding) -> None:
    """The first of two, from its proposal to its decision."""
    on = {"proceeding": first.pk}
    written(story, first, "D27")
    done(story, "cases.complete_step", **on)
    party = story.plan.party
    notice = written(story, first, "D29")
    film(story, "service", proceeding=first.pk)
    handed = {"served_on": clock.today(), "place": party["address"], "received_by": party["name"]}
    done(story, "cases.serve_document", document=notice, method="direct", relation="本人", **handed)
    done(story, "cases.complete_step", **on)
    clock.advance(timedelta(days=12))
    done(story, "cases.complete_step", **on)
    written(story, first, "D40")
    done(story, "penalty.decide_penalty", who="juzhang", **on)


def test_what_others_left_to_somebody_is_not_left_by_all(reached: Reached) -> None:
    """The straw man proposes to take everything; once the other is decided with nothing, he is not just spared."""
    story, first, straw = left_to_the_other(reached)
    decided(story, first)
    on = {"proceeding": straw.pk}
    done(story, "penalty.propose_sparing", ground="unfounded", reason="没有证据证明其参与违法行为。", **on)
    written(story, straw, "D27")
    done(story, "cases.complete_step", **on)
    written(story, straw, "D40")
    told = refused(story, "penalty.decide_no_penalty", who="juzhang", **on)
    assert "尚有300元没有没收" in told and "行政处罚法第二十八条第二款" in told


def test_whoever_is_no_more_takes_nothing(reached: Reached) -> None:
    """What was proposed to be taken from one who has died since is to be taken from the other."""
    story, first, straw = left_to_the_other(reached)
    assert shares_are_known(first, Decimal(0))
    died = {"ground": "died", "proof": "死亡医学证明"}
    done(story, "cases.end_investigation", who="juzhang", proceeding=straw.pk, **died)
    told = reasons(partial(require, shares_are_known(Proceeding.objects.get(pk=first.pk), Decimal(0))))
    assert "尚有300元没有提出向谁没收" in told


def test_whoever_was_left_everything_does_not_end_with_it(reached: Reached) -> None:
    """The first was decided with nothing because the other was to be taken all; the other dies, and it is left by all."""
    story, first, other = left_to_the_other(reached)
    decided(story, first)
    died = {"ground": "died", "proof": "死亡医学证明"}
    done(story, "cases.end_investigation", who="juzhang", proceeding=other.pk, **died)
    ended = Proceeding.objects.get(pk=other.pk)
    told = str(may_close(ended, ClosureKind.ENDED))
    assert (
        "尚有300元没有没收" in told
        and "行政处罚法第二十八条第二款" in told
        and "先撤销其他当事人的决定" in told
    )


def test_nothing_is_taken_where_another_is_taken_all(reached: Reached) -> None:
    story = reached(stop="report")
    established(story, **GAINED)
    first, other = two_of_them(story)
    walk_to_report(story, other)
    taken = {"measures": ["confiscation_of_gains"]}
    done(story, PROPOSE, proceeding=other.pk, **FINE, **taken)
    told = refused(story, PROPOSE, proceeding=first.pk, **FINE, **taken)
    assert "拟没收的违法所得0元不是查明的300元，本案其他当事人已拟没收300元" in told
    done(story, PROPOSE, proceeding=first.pk, **FINE)


def test_what_a_decision_rests_on_is_not_found_away(reached: Reached) -> None:
    """P1 is decided with nothing because P2 was to be taken all: P2's finding does not say 0 afterwards (§28(2))."""
    story, first, other = left_to_the_other(reached)
    decided(story, first)
    other = Proceeding.objects.get(pk=other.pk)
    fields = {name: getattr(other.finding, name) for name in FOUND}
    on = {"proceeding": other.pk}
    done(
        story,
        "cases.establish_facts",
        **on,
        **{**fields, "gains": Decimal(0), "gains_note": "没有违法所得。"},
    )
    told = refused(story, PROPOSE, **on, **FINE)
    assert "查明违法所得300元，只没收了0元，现在查明的是0元" in told and "行政处罚法第二十八条第二款" in told
    done(story, "cases.establish_facts", **on, **{**fields, **GAINED})
    assert done(story, PROPOSE, **on, **FINE, measures=["confiscation_of_gains"]).weight.gains == 300
