"""A case keeps the editions that it was opened under; it moves to newer ones for a stated reason, before the decision only."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from sanzhi.cases.queries import power_of
from sanzhi.catalogues import commands as catalogues
from sanzhi.catalogues.models import Edition
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.reviews.tests.test_refusals import one_more
from tests.renewals import begun, move, passed, renewed
from tests.stories import done, reasons, refused

Tell = Callable[..., Story]


def test_a_case_moves_to_the_list_in_force(reached: Tell) -> None:
    story = reached(stop="report")
    bureau = story.bureau
    assert "已经是施行中的版本" in reasons(lambda: move(story, "powers"))
    renewed(bureau, "powers", at="C04", conduct="未经批准设置固定售货亭")
    assert power_of(story.proceeding).conduct != "未经批准设置固定售货亭"
    assert "由法制审核人员决定" in reasons(lambda: move(story, "powers", who="juzhang"))
    move(story, "powers")
    assert power_of(story.proceeding).conduct == "未经批准设置固定售货亭"
    renewed(bureau, "procedure", at="lead", key="penalty/ordinary", title="线索核实")
    move(story, "procedure")
    assert Edition.objects.get(pk=story.proceeding.procedure_edition_id).ordinal == 2


def test_who_has_handled_does_not_choose_the_list(reached: Tell) -> None:
    story = reached(stop="report")
    renewed(story.bureau, "powers", at="C04", conduct="未经批准设置固定售货亭")
    both = one_more(story)
    officers = [story.bureau.officers[name].pk for name in ("zhifa1", "zhifa2", both)]
    for crew in (officers, officers[:2]):
        done(story, "cases.assign_officers", who="duizhang1", officers=crew)
    assert "您承办过本案" in reasons(lambda: move(story, "powers", who=both))
    move(story, "powers")


def test_a_decided_case_stays_where_it_was_decided(reached: Tell) -> None:
    story = reached(stop="service")
    renewed(story.bureau, "powers", at="C04", conduct="未经批准设置固定售货亭")
    assert "已经作出决定" in reasons(lambda: move(story, "powers"))


def test_a_list_without_the_cause_cannot_be_moved_to(reached: Tell) -> None:
    story = reached(stop="report")
    renewed(story.bureau, "powers", at="C04", code="C98")
    assert "没有编码C04的职权" in reasons(lambda: move(story, "powers"))


def test_the_page_of_editions_is_for_who_may_move(reached: Tell) -> None:
    """Others read which edition is in force, neither the button nor why it is not theirs."""
    story = reached(stop="report")
    renewed(story.bureau, "powers", at="C04", conduct="未经批准设置固定售货亭")
    client = Client()
    for name, may in (("zhifa1", False), ("fazhi", True)):
        client.force_login(
            story.bureau.officers[name].user, backend="sanzhi.organisation.backends.OfficerBackend"
        )
        shown = client.get(f"/office/cases/{story.case_id}/editions/").content.decode()
        assert "第2版" in shown and ("改用第2版" in shown) is may and "由法制审核人员决定" not in shown
    said = {"kind": "powers", "reason": "更正表述"}
    assert client.post(f"/office/cases/{story.case_id}/do/move_to_edition/", said).status_code == 302
    assert client.post(f"/office/cases/{story.case_id}/do/move_to_edition/", said).status_code == 409


def test_a_closed_or_foreign_step_does_not_move(reached: Tell) -> None:
    story = reached(stop="lead")
    edition = begun(story.bureau, "procedure", key="penalty/ordinary")
    lawyer = story.bureau.actor("fazhi")
    catalogues.remove_row(lawyer, catalogues.RemoveRow(edition=edition.pk, code="lead"))
    passed(story.bureau, edition)
    assert "没有本案现在的环节" in reasons(lambda: move(story, "procedure"))


def test_a_basis_that_did_not_apply_on_the_day_is_not_moved_to(reached: Tell) -> None:
    story = reached(stop="report")
    renewed(story.bureau, "powers", at="C04", valid_from="2026-10-01")
    said = reasons(lambda: move(story, "powers"))
    assert "的依据不适用于违法行为发生日" in said


@pytest.mark.parametrize("changes", [{"category": "行政强制", "authorises": ["查封"]}, {"formula": None}])
def test_what_a_renewed_power_no_longer_is(reached: Tell, changes: dict[str, Any]) -> None:
    story = reached(stop="report")
    renewed(story.bureau, "powers", at="C04", **changes)
    move(story, "powers")
    if "formula" in changes:
        assert "没有罚款幅度，不能罚款" in refused(
            story, "penalty.propose_penalty", fine=800, correction="责令立即改正。", reason="属一般档次。"
        )
        proofs = [row.pk for row in story.case.evidence.all()][:1]
        why = {"reason": "当事人有证据证明没有主观过错。", "ground_proofs": proofs}
        done(story, "penalty.propose_sparing", ground="blameless", **why)
    else:
        lead = {"source": "patrol", "happened_on": clock.today(), "found_on": clock.today()}
        where = {
            "procedure": "penalty/ordinary",
            "cause_code": "C04",
            "place": "某路某号",
            "summary": "售货亭一处。",
        }
        assert "不是行政处罚职权" in refused(story, "cases.register_lead", **lead, **where)
        done(story, "cases.register_lead", **lead, **{**where, "cause_code": "C05"})


def test_a_lower_maximum_binds_the_decision_that_was_proposed_before(reached: Tell) -> None:
    story = reached(stop="decision_approved")
    lower = {"kind": "range", "minimum": 500, "maximum": 700}
    renewed(story.bureau, "powers", at="C04", formula=lower)
    move(story, "powers")
    assert "高于法定上限700元" in refused(story, "penalty.decide_penalty", who="juzhang")
