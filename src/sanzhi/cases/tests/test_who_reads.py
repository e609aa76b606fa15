"""Who may read a case, what stands masked, and who looked."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.errors import Undelivered
from sanzhi.kernel.storage import store
from sanzhi.ledger.models import Entry
from sanzhi.organisation import looking
from sanzhi.organisation.models import Look, LookKind
from tests.stories import admitted, desk, done, refused, unseen

Reached = Callable[..., Story]
EVERYBODY = (
    *("zhifa1", "zhifa2", "duizhang1", "zhifa3", "duizhang2", "juzhang", "fujuzhang"),
    *("fazhi", "gongshi", "dangan", "jiandu", "guanli"),
)
ALWAYS = {"zhifa1", "zhifa2", "duizhang1", "juzhang", "fujuzhang", "fazhi", "jiandu"}


def status(story: Story, who: str, below: str = "") -> int:
    return desk(story, who).get(f"/office/cases/{story.case_id}/{below}").status_code


@pytest.mark.parametrize(
    ("step", "more"), [("lead", set()), ("service", {"gongshi"}), ("", {"gongshi", "dangan"})]
)
def test_who_reads_a_case(reached: Reached, step: str, more: set[str]) -> None:
    story = reached(stop=step)
    assert {who for who in EVERYBODY if status(story, who) == 200} == ALWAYS | more
    number = story.case.number
    listed = {
        who
        for who in EVERYBODY
        if number in desk(story, who).get("/office/cases/?state=all").content.decode()
    }
    assert listed == ALWAYS | more


def test_the_same_of_its_papers_and_films(reached: Reached) -> None:
    story = reached(stop="service")
    document = story.proceeding.papers.get(document__form="D41").document_id
    film = desk(story, "zhifa1").get(f"/office/recordings/case/{story.case_id}/")
    assert film.status_code == 200
    for below in ("papers/", *(f"papers/{document}/{name}" for name in ("", "paper.pdf", "paper.docx"))):
        assert status(story, "zhifa3", below) == status(story, "guanli", below) == 404
    assert desk(story, "zhifa3").get(f"/office/recordings/case/{story.case_id}/").status_code == 404
    unseen(
        story,
        "recordings.begin_upload",
        who="zhifa3",
        moment="interview",
        name="1.MP4",
        size=9,
        started_at=clock.now(),
        ended_at=clock.now(),
    )


def test_a_reader_is_admitted_until_a_day_and_for_a_reason(reached: Reached) -> None:
    story = reached(stop="lead")
    who = story.bureau.officers["duizhang2"].pk
    fields: dict[str, Any] = {
        "officer": who,
        "reason": "代为审批。",
        "until": clock.today() + timedelta(days=1),
    }
    assert "您没有这一岗位" in refused(story, "cases.admit_officer", **fields)
    late = fields | {"until": clock.today() + timedelta(days=91)}
    assert "查阅期限应在今天至" in refused(story, "cases.admit_officer", who="juzhang", **late)
    mine = fields | {"officer": story.bureau.officers["zhifa1"].pk}
    assert "已经可以查阅本案" in refused(story, "cases.admit_officer", who="juzhang", **mine)
    done(story, "cases.admit_officer", who="duizhang1", **fields)
    assert status(story, "duizhang2") == 200
    clock.advance(timedelta(days=2))
    assert status(story, "duizhang2") == 404


def test_numbers_stand_masked_until_somebody_asks(reached: Reached) -> None:
    story = reached(stop="lead")
    party = story.proceeding.respondent
    assert party is not None
    client = desk(story, "zhifa1")
    page = client.get(f"/office/cases/{story.case_id}/").content.decode()
    assert party.id_number not in page and party.phone not in page and party.id_number[-4:] in page
    assert client.get(f"/office/cases/{story.case_id}/do/reveal_party/").status_code == 302
    page = client.post(f"/office/cases/{story.case_id}/do/reveal_party/").content.decode()
    assert party.id_number in page and party.phone in page and party.address in page
    assert "当事人的证件号码" in client.get(f"/office/cases/{story.case_id}/looks/").content.decode()


TOLD = {"reporter": "线某", "reporter_phone": "13900000001", "tip_content": "每天傍晚占满人行道。"}


@pytest.mark.parametrize("told", [TOLD, {"reporter_phone": "13900000001"}], ids=["all", "a phone only"])
def test_who_told_of_it_is_shown_to_the_officers_and_the_head_and_each_look_is_a_line(
    reached: Reached, told: dict[str, str]
) -> None:
    story = reached(stop="lead")
    lead = {"procedure": "penalty/ordinary", "cause_code": "C01", "source": "tip", "place": "人民路9号门前"}
    days = {"happened_on": clock.today(), "found_on": clock.today()}
    case = done(story, "cases.register_lead", **lead, **days, summary="占用人行道摆设桌椅。", **told).pk
    for who in ("zhifa1", "juzhang"):
        client, address = desk(story, who), f"/office/cases/{case}/"
        page = client.get(address).content.decode()
        assert "显示举报人信息" in page and not any(said in page for said in told.values())
        page = client.post(f"{address}do/reveal_tip/").content.decode()
        assert all(said in page for said in told.values())
        assert "的举报人信息" in client.get(f"{address}looks/").content.decode()
    for who in ("duizhang1", "fazhi", "jiandu"):
        client = desk(story, who)
        assert "举报人" not in client.get(address).content.decode()
        assert client.post(f"{address}do/reveal_tip/").status_code == 404
    looks = Look.objects.filter(what__contains="举报人").values_list("officer__user__username", "kind")
    assert list(looks.order_by("id")) == [("zhifa1", "revealed"), ("juzhang", "revealed")]


def test_who_looked(reached: Reached) -> None:
    story = reached(stop="service")
    document = story.proceeding.papers.get(document__form="D41").document_id
    client = desk(story, "fazhi")
    for below in ("", "papers/", "timeline/", f"papers/{document}/"):
        client.get(f"/office/cases/{story.case_id}/{below}")
    for _ in range(2):
        client.get(f"/office/cases/{story.case_id}/papers/{document}/paper.docx")
    seen = [(row.officer.name, row.kind, row.what) for row in Look.objects.order_by("id")]
    number = story.case.number
    assert [row[:2] for row in seen] == [
        ("沈明辨", "read"),
        ("沈明辨", "downloaded"),
        ("沈明辨", "downloaded"),
    ]
    assert seen[0][2] == f"案件{number}" and "DOCX" in seen[1][2]
    page = client.get(f"/office/cases/{story.case_id}/looks/").content.decode()
    assert page.count("沈明辨") >= 3
    assert Entry.objects.filter(event="organisation.looked").count() == 3
    clock.advance(timedelta(hours=2))
    desk(story, "fazhi").get(f"/office/cases/{story.case_id}/")
    assert Look.objects.filter(kind="read").count() == 2


def test_a_stranger_leaves_no_line_and_sees_nothing(reached: Reached) -> None:
    story = reached(stop="lead")
    assert status(story, "zhifa3") == 404
    admitted(story, "zhifa3")
    assert not Look.objects.exists()
    assert status(story, "zhifa3") == 200
    assert Look.objects.get().officer.name == "欧阳靖"


def test_on_a_disk_that_takes_no_writes_reading_goes_on(
    reached: Reached, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: Any) -> None:
        raise Undelivered("存储写入失败。")

    story = reached(stop="service")
    monkeypatch.setattr(looking, "record_look", full)
    assert status(story, "zhifa1") == 200
    document = story.proceeding.papers.get(document__form="D41").document_id
    assert status(story, "zhifa1", f"papers/{document}/paper.pdf") == 503


def test_a_paper_or_evidence_that_is_gone_from_the_disk_is_told_and_leaves_no_line(reached: Reached) -> None:
    story = reached(stop="service")
    paper = story.proceeding.papers.get(document__form="D41").document
    store().path(paper.sha256).unlink(missing_ok=True)
    below = f"/office/cases/{story.case_id}/papers/{paper.pk}/"
    for name in ("paper.pdf", "preview.pdf"):
        answer = desk(story, "zhifa1").get(below + name)
        assert answer.status_code == 503 and "原件在存储中缺失" in answer.content.decode()
    assert not Look.objects.filter(kind=LookKind.DOWNLOADED).exists()
