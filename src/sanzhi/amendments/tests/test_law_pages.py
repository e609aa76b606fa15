"""The office's pages of the laws: upload, preview, confirm, repeal, successor; and the public article page."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sanzhi.amendments import queries
from sanzhi.amendments.testing import ARTICLES, TITLE, a_version, an_authority, some_duties
from sanzhi.catalogues.models import Edition
from sanzhi.kernel import clock
from sanzhi.kernel.actor import system
from sanzhi.kernel.jobs import run_due
from sanzhi.ledger.models import JointAct
from sanzhi.organisation.commands import AppointOfficer, OpenUnit, appoint_officer, open_unit
from sanzhi.organisation.roles import Role
from sanzhi.statutes import queries as statutes
from sanzhi.statutes.models import Statute, Succession, Version

pytestmark = pytest.mark.django_db
BASES = {"A1": f"《{TITLE}》第二条第一款", "A2": f"《{TITLE}》第三条", "A3": f"《{TITLE}》第五条"}
NEWER = (ARTICLES[0], ARTICLES[1].replace("街道", "公共场所"), *ARTICLES[2:])


@pytest.fixture(autouse=True)
def _first_of_september() -> Iterator[None]:
    with clock.moved(datetime(2026, 9, 1, 9)):
        yield


@pytest.fixture
def edition() -> Edition:
    authority = an_authority()
    a_version("2020-01-01")
    unit = open_unit(system(authority.code), OpenUnit(authority=authority.code, name="法规科"))
    for username, role in (("jia", Role.LEGAL_REVIEWER), ("yi", Role.OFFICER), ("bing", Role.LEGAL_REVIEWER)):
        order = {
            "unit": unit.pk,
            "username": username,
            "password": "invented-for-a-test-1",
            "name": f"{username}某",
            "roles": [role],
            "position": "科员",
            "has_legal_qualification": True,
        }
        appoint_officer(system(authority.code), AppointOfficer.model_validate(order))
    return some_duties(authority, **BASES)


@pytest.fixture
def other(edition: Edition, settings: Any) -> Client:
    return signed_in("bing", settings)


def confirmed(other: Client) -> None:
    """Another reviewer agrees with what waits; who brought it is refused before."""
    row = JointAct.objects.get(settled_at=None)
    assert other.post(f"/office/matters/{row.pk}/do/confirm/").status_code == 302


@pytest.fixture
def reviewer(edition: Edition, settings: Any) -> Client:
    return signed_in("jia", settings)


def signed_in(username: str, settings: Any) -> Client:
    client = Client()
    user = get_user_model().objects.get(username=username)
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


def text(articles: tuple[str, ...], *, title: str = TITLE) -> bytes:
    body = "\n".join(f"第{number}条 {said}" for number, said in enumerate(articles, start=1))
    return f"{title}\n（2026年8月1日某市人民代表大会常务委员会修正）\n{body}".encode()


def upload(client: Client, content: bytes, *, name: str = "新.txt") -> Any:
    return client.post("/office/laws/do/upload/", {"file": SimpleUploadedFile(name, content)})


def test_a_changed_version_lights_up_exactly_the_touched_row(
    reviewer: Client, other: Client, edition: Edition
) -> None:
    sent = upload(reviewer, text(NEWER))
    assert sent.status_code == 302
    page = reviewer.get(sent.url)
    looked = page.context["looked"]
    assert (looked.title, looked.adopted_on) == (TITLE, date(2026, 8, 1))
    assert [row.citing.row_code for row in looked.touched if row.citing.kind == "row"] == ["A1"]
    assert "公共场所" in page.content.decode() and Version.objects.count() == 1
    done = reviewer.post(f"{sent.url}do/import/", {"title": TITLE, "adopted_on": "2026-08-01"})
    assert done.status_code == 302
    confirmed(other)
    assert Version.objects.count() == 2
    run_due()
    assert queries.open_rows(edition.pk) == {"A1"}
    public = Client().get("/lists/duties/").content.decode()
    assert public.count("依据调整中") == 1
    assert "依据调整中" in Client().get("/lists/duties/A1/").content.decode()
    assert "依据调整中" not in Client().get("/lists/duties/A2/").content.decode()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("新.txt", b"", "空文件"),
        ("新.docx", b"PK\x03\x04 broken", "损坏"),
        ("新.pdf", b"%PDF-1.7", "PDF"),
        ("新.txt", f"{TITLE}\n第一条 甲。\n第三条 丙。".encode(), "没有接在第一条之后"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(
    reviewer: Client, name: str, content: bytes, words: str
) -> None:
    answer = upload(reviewer, content, name=name)
    assert answer.status_code == 409 and words in answer.content.decode()
    assert Version.objects.count() == 1


@pytest.mark.parametrize(("last", "is_told"), [("本条例自2020年1月1日起施行。", False), ("不得焚烧。", True)])
def test_the_preview_tells_of_a_text_that_names_no_day_of_effect(
    reviewer: Client, last: str, is_told: bool
) -> None:
    page = reviewer.get(upload(reviewer, text(("不得倾倒。", last))).url).content.decode()
    assert ("没有找到规定施行日期的条文，第二条以后的文字可能缺失。请核对来源后再导入。" in page) is is_told


def test_another_text_for_the_same_day_is_refused(reviewer: Client) -> None:
    sent = upload(reviewer, text(NEWER))
    answer = reviewer.post(f"{sent.url}do/import/", {"title": TITLE, "adopted_on": "2020-01-01"})
    assert answer.status_code == 409 and "内容不同" in answer.content.decode()
    assert (
        reviewer.post(f"{sent.url}do/import/", {"title": TITLE, "adopted_on": "2026-08-01"}).status_code
        == 302
    )


def test_only_those_who_keep_the_laws_import(edition: Edition, settings: Any) -> None:
    officer = signed_in("yi", settings)
    assert officer.get("/office/laws/").status_code == 200
    assert upload(officer, text(NEWER)).status_code == 409
    assert upload(signed_in("jia", settings), text(NEWER)).status_code == 302
    assert Client().get("/office/laws/").status_code == 302


def test_nobody_brings_a_law_alone(reviewer: Client, other: Client, settings: Any) -> None:
    sent = upload(reviewer, text(NEWER))
    said = {"title": TITLE, "adopted_on": "2026-08-01"}
    assert reviewer.post(f"{sent.url}do/import/", said).status_code == 302
    run_due()
    assert Version.objects.count() == 1 and "公共场所" not in Client().get("/laws/").content.decode()
    row = JointAct.objects.get()
    assert reviewer.post(f"/office/matters/{row.pk}/do/confirm/").status_code == 409
    assert signed_in("yi", settings).get("/office/matters/").status_code == 404
    page = other.get("/office/matters/").content.decode()
    assert f"导入《{TITLE}》" in page and sent.url in page
    whole = other.get(sent.url).content.decode()
    assert "公共场所" in whole and "提出导入" in whole
    assert signed_in("yi", settings).get(sent.url).status_code == 404
    assert "尚未办结" in reviewer.post(f"{sent.url}do/import/", said).content.decode()
    declined = other.post(f"/office/matters/{row.pk}/do/decline/", {"reason": "没有公布的文本"})
    assert declined.status_code == 302 and Version.objects.count() == 1
    assert reviewer.post(f"{sent.url}do/import/", said).status_code == 302
    confirmed(other)
    assert Version.objects.count() == 2


def test_the_second_person_reads_every_item_and_the_day(reviewer: Client, other: Client) -> None:
    content = text(
        ("禁止焚烧：\n（一）枯枝；\n（二）杂草。", "本条例自2026年12月1日起施行。"), title="某市枯枝条例"
    )
    sent = upload(reviewer, content)
    assert reviewer.post(f"{sent.url}do/import/", {"adopted_on": "2026-08-01"}).status_code == 302
    assert "2026年12月1日起施行，文件" in other.get("/office/matters/").content.decode()
    page = other.get(sent.url).content.decode()
    assert "（一）枯枝；" in page and "（二）杂草。" in page


def test_repeal_and_successor(reviewer: Client, other: Client, edition: Edition) -> None:
    statute = Statute.objects.get(title=TITLE)
    url = f"/office/laws/{statute.pk}/"
    assert len(reviewer.get(url).context["touched"]) == 3
    wrong = {"repeal-on": "2019-01-01", "repeal-by": "《某市环境条例》第九条"}
    assert reviewer.post(f"{url}do/repeal/", wrong).status_code == 409
    assert reviewer.post(f"{url}do/repeal/", {**wrong, "repeal-on": "2026-09-01"}).status_code == 302
    assert Statute.objects.get(title=TITLE).repealed_on is None
    confirmed(other)
    heir = {"successor-successor_title": "某市环境条例", "successor-since": "2026-09-01"}
    lost = {**heir, "successor-article": "第九十九条"}
    assert reviewer.post(f"{url}do/successor/", lost).status_code == 409
    found = {**heir, "successor-article": "第三条", "successor-successor_article": "第八条"}
    assert reviewer.post(f"{url}do/successor/", found).status_code == 302
    confirmed(other)
    assert str(Succession.objects.get()) == "《某市环境条例》第八条"
    assert [heading for heading, _ in reviewer.get(url).context["successions"]] == ["第三条"]
    run_due()
    assert queries.open_rows(edition.pk) == {"A1", "A2", "A3"}
    cited = Client().get("/laws/cite/", {"q": f"《{TITLE}》第三条"}).content.decode()
    assert "2026年9月1日废止" in cited and "《某市环境条例》第八条" in cited


def test_the_article_page_tells_who_cites_it_and_how_it_was(reviewer: Client, edition: Edition) -> None:
    newer = a_version("2026-08-01", NEWER)
    older = statutes.previous(newer)
    assert older is not None
    page = Client().get(f"/laws/{newer.pk}/2/").content.decode()
    assert "/lists/duties/A1/" in page and "/lists/duties/A2/" not in page
    assert "公共场所" in page and f"/laws/{older.pk}/2/" in page
    for address, status in (
        (f"/laws/{older.pk}/2/", 200),
        (f"/laws/{newer.pk}/changes/", 200),
        (f"/laws/{older.pk}/changes/", 200),
        (f"/laws/{newer.pk}/", 200),
        (f"/laws/{newer.pk}/9/", 404),
        (f"/laws/{newer.pk}/x/", 404),
        ("/laws/99999/", 404),
        ("/laws/99999/changes/", 404),
    ):
        assert Client().get(address).status_code == status, address
    changes = Client().get(f"/laws/{newer.pk}/changes/").content.decode()
    assert "1条有变化，4条没有变化" in changes


def test_a_later_day_waits_and_an_older_text_is_kept_as_history(
    reviewer: Client, other: Client, edition: Edition
) -> None:
    sent = upload(reviewer, text(NEWER))
    for said, newer in (
        ({"adopted_on": "2019-01-01"}, False),
        ({"adopted_on": "2026-08-01"}, True),
        ({"adopted_on": "2026-08-01", "effective_from": "2026-09-05"}, True),
    ):
        looked = reviewer.get(sent.url, said).context["looked"]
        assert (looked.is_newer, bool(looked.touched)) == (newer, newer), said
    early = {"title": TITLE, "adopted_on": "2026-08-01", "effective_from": "2026-07-01"}
    assert "施行日不能早于" in reviewer.post(f"{sent.url}do/import/", early).content.decode()
    assert (
        reviewer.post(f"{sent.url}do/import/", {**early, "effective_from": "2026-09-05"}).status_code == 302
    )
    confirmed(other)
    for day, lit in ((4, set()), (5, {"A1"})):
        with clock.moved(datetime(2026, 9, day, 9)):
            run_due()
            assert queries.open_rows(edition.pk) == lit
    again = upload(reviewer, text(NEWER)).url
    assert reviewer.post(f"{again}do/import/", {"adopted_on": "2019-01-01"}).status_code == 302
    confirmed(other)
    assert [row.is_current for row in statutes.versions_of(Statute.objects.get())] == [True, False, False]
