"""A decision without its review, its notice or its second officer: not by command, page, API or command line."""

import json
from collections.abc import Callable
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from sanzhi.cases import commands as cases
from sanzhi.cases.models import Case, Decision
from sanzhi.demo.cast import PASSWORD
from sanzhi.demo.story import Story
from sanzhi.kernel.commands import registered_commands
from sanzhi.organisation.models import Officer
from sanzhi.organisation.queries import actor_of_officer
from sanzhi.penalty import commands as penalty
from tests.conftest import reasons

Reached = Callable[..., Story]


def without_review(reached: Reached) -> tuple[Case, str, str]:
    return (
        reached(cause="C05", fine=Decimal(8000), stop="review").case,
        "未经法制审核",
        "行政处罚法第五十八条",
    )


def without_notice(reached: Reached) -> tuple[Case, str, str]:
    return reached(stop="notice").case, "《行政处罚事先告知书》尚未送达", "行政处罚法第四十四条"


def without_second_officer(reached: Reached) -> tuple[Case, str, str]:
    story = reached(stop="decision_approved")
    alone = cases.AssignOfficers(case=story.case_id, officers=[story.bureau.officers["zhifa1"].pk])
    cases.assign_officers(story.bureau.actor("duizhang1"), alone)
    return story.case, "不得少于2人", "行政处罚法第四十二条"


@pytest.mark.parametrize("lacking", [without_review, without_notice, without_second_officer])
def test_every_road_is_closed(
    reached: Reached, lacking: Callable[[Reached], tuple[Case, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTOR_PASSWORD", PASSWORD)
    case, sentence, citation = lacking(reached)
    for road in (by_command, by_page, by_api, by_command_line):
        said = road(case)
        assert sentence in said and citation in said, f"{road.__name__}: {said}"
    assert not Decision.objects.filter(proceeding__case=case).exists()


def by_command(case: Case) -> str:
    head = actor_of_officer(Officer.objects.get(user__username="juzhang"))
    return reasons(lambda: penalty.decide_penalty(head, penalty.DecidePenalty(case=case.pk)))


def by_page(case: Case) -> str:
    answer = signed_in("juzhang").post(f"/office/cases/{case.pk}/do/decide_penalty/")
    assert answer.status_code == 409
    return answer.content.decode()


def by_api(case: Case) -> str:
    answer = signed_in("juzhang").post(
        "/api/v1/penalty/decide_penalty", json.dumps({"case": case.pk}), content_type="application/json"
    )
    assert answer.status_code == 409
    return json.dumps(answer.json(), ensure_ascii=False)


def by_command_line(case: Case) -> str:
    with pytest.raises(CommandError) as caught:
        call_command("do", "penalty.decide_penalty", f"case={case.pk}", user="juzhang", stdout=StringIO())
    return str(caught.value)


def signed_in(username: str) -> Client:
    client = Client()
    from django.contrib.auth import get_user_model  # noqa: PLC0415

    client.force_login(
        get_user_model().objects.get(username=username), backend="sanzhi.organisation.backends.OfficerBackend"
    )
    return client


def test_the_complete_case_is_decided_by_every_road(reached: Reached) -> None:
    """The success beside the refusals: the same calls, with nothing lacking."""
    case = reached(stop="decision_approved").case
    answer = signed_in("juzhang").post(
        "/api/v1/penalty/decide_penalty", json.dumps({"case": case.pk}), content_type="application/json"
    )
    assert answer.status_code == 200, answer.content.decode()
    assert answer.json()["table"] == "cases.decision"


def test_internal_commands_have_no_address(reached: Reached) -> None:
    reached(stop="lead")
    client = signed_in("juzhang")
    internal = [name for name, row in registered_commands().items() if row.internal]
    assert "documents.issue_document" in internal and "publications.publish_copy" in internal
    for name in internal:
        app, _, verb = name.partition(".")
        answer = client.post(f"/api/v1/{app}/{verb}", "{}", content_type="application/json")
        assert answer.status_code == 404, name


def test_the_api_is_described_once(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a second of work for each stranger who asks would stop the desk."""
    told = Client().get("/api/openapi.json").json()
    assert "/api/v1/cases/sign_document" in told["paths"]
    monkeypatch.setattr("ninja.openapi.schema.OpenAPISchema.__init__", lambda *_: pytest.fail("made anew"))
    assert Client().get("/api/openapi.json").json() == told


def test_nobody_acts_without_signing_in(db: None) -> None:
    stranger = Client()
    answer = stranger.post("/api/v1/penalty/decide_penalty", '{"case": 1}', content_type="application/json")
    assert answer.status_code == 401
    for path in ("/office/", "/office/cases/1/", "/office/reviews/", "/office/disclosure/"):
        assert stranger.get(path).status_code == 302


@pytest.mark.parametrize("username", ["zhifa1", "fazhi", "jiandu", "duizhang1"])
def test_only_a_head_decides(reached: Reached, username: str) -> None:
    case = reached(stop="decision_approved").case
    answer = signed_in(username).post(f"/office/cases/{case.pk}/do/decide_penalty/")
    assert answer.status_code == 409 and "机关负责人" in answer.content.decode()


def test_a_decision_paper_is_not_written_by_hand(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    order: Any = cases.WriteDocument(case=story.case_id, form="D41")
    assert "不能单独制作" in reasons(lambda: cases.write_document(story.officer, order))
