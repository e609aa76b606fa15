"""A case keeps the editions that it was opened under; it moves to newer ones for a stated reason, before the decision only."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.test import Client

from sanzhi.cases import commands as cases
from sanzhi.cases.models import Case
from sanzhi.cases.queries import power_of
from sanzhi.catalogues import commands as catalogues
from sanzhi.catalogues.models import Edition
from sanzhi.demo.cast import Bureau
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.conftest import reasons, reload

Tell = Callable[..., Story]


def renewed(bureau: Bureau, kind: str, at: str, /, *, key: str = "", **changes: Any) -> Edition:
    """A second edition in force in which one row is another."""
    lawyer = bureau.actor("fazhi")
    begin = catalogues.StartEdition(authority=bureau.authority.code, kind=kind, key=key)
    edition = catalogues.start_edition(lawyer, begin)
    values = {**edition.rows.get(code=at).content, **changes}
    catalogues.save_row(lawyer, catalogues.SaveRow(edition=edition.pk, code=at, values=values))
    catalogues.submit_edition(lawyer, catalogues.SubmitEdition(edition=edition.pk))
    catalogues.approve_edition(bureau.actor("jiandu"), catalogues.ApproveEdition(edition=edition.pk))
    clock.advance(timedelta(days=1))
    return catalogues.put_in_force(lawyer, catalogues.PutInForce(edition=edition.pk))


def move(story: Story, kind: str, *, who: str = "fazhi") -> Case:
    order = cases.MoveToEdition(case=story.case_id, kind=kind, reason="新版纠正了情形的表述")
    return cases.move_to_edition(story.bureau.actor(who), order)


def test_a_case_moves_to_the_list_in_force(tell: Tell) -> None:
    story = tell(stop="report")
    bureau = story.bureau
    assert "已经是施行中的版本" in reasons(lambda: move(story, "powers"))
    renewed(bureau, "powers", "C04", conduct="未经批准设置固定售货亭")
    assert power_of(reload(story.case)).conduct != "未经批准设置固定售货亭"
    assert "由法制审核人员决定" in reasons(lambda: move(story, "powers", who="juzhang"))
    move(story, "powers")
    assert power_of(reload(story.case)).conduct == "未经批准设置固定售货亭"
    renewed(bureau, "procedure", "lead", key="penalty/ordinary", title="线索核实")
    move(story, "procedure")
    assert Edition.objects.get(pk=reload(story.case).procedure_edition_id).ordinal == 2


def test_a_decided_case_stays_where_it_was_decided(tell: Tell) -> None:
    story = tell(stop="service")
    renewed(story.bureau, "powers", "C04", conduct="未经批准设置固定售货亭")
    assert "已经作出决定" in reasons(lambda: move(story, "powers"))


def test_a_list_without_the_cause_cannot_be_moved_to(tell: Tell) -> None:
    story = tell(stop="report")
    renewed(story.bureau, "powers", "C04", code="C44")
    assert "没有编码C04的职权" in reasons(lambda: move(story, "powers"))


def test_the_page_of_editions_says_why_not(tell: Tell) -> None:
    story = tell(stop="report")
    renewed(story.bureau, "powers", "C04", conduct="未经批准设置固定售货亭")
    client = Client()
    for name, words in (("zhifa1", "由法制审核人员决定"), ("fazhi", "改用第2版")):
        client.force_login(
            story.bureau.officers[name].user, backend="sanzhi.organisation.backends.OfficerBackend"
        )
        assert words in client.get(f"/office/cases/{story.case_id}/editions/").content.decode()
    said = {"kind": "powers", "reason": "更正表述"}
    assert client.post(f"/office/cases/{story.case_id}/do/move_to_edition/", said).status_code == 302
    assert client.post(f"/office/cases/{story.case_id}/do/move_to_edition/", said).status_code == 409
