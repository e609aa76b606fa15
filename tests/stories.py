"""The bureau and its cases for every test: founded and walked by commands once, then put back as rows."""

import random
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from sanzhi.amendments import queries as amendments
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.queries import public
from sanzhi.demo import people
from sanzhi.demo.cast import Bureau
from sanzhi.demo.deeds import Deeds, Plan
from sanzhi.demo.media import record
from sanzhi.demo.story import Story
from sanzhi.disclosure.copy import NOTICE, WHOLE
from sanzhi.documents.commands import issue_document
from sanzhi.kernel import clock
from sanzhi.kernel.commands import registered_commands
from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.law.holiday_seed import assumed
from sanzhi.ledger.models import JointAct
from sanzhi.ledger.testing import put_key
from sanzhi.organisation.models import Officer
from sanzhi.penalty.outcome import SANCTION, WORDED
from tests.ground import Memory, standing
from tests.press import data_alone
from tests.snapshot import bureau as founded_bureau
from tests.telling import walked

START = datetime(2026, 9, 1, 9, tzinfo=clock.CHINA)


# a copy is taken down for it
UNSAFE = {"ground": "safety", "reason": "公开可能危及公共安全。"}
UNSAFE_IN_PUBLIC = "理由：公开可能危及国家安全、公共安全、经济安全、社会稳定。"


@pytest.fixture
def forget_editions() -> Callable[[], None]:
    """A process remembers editions by their ids, which a rolled-back database gives again."""

    def forget() -> None:
        for cached in (
            catalogues.procedure_of_edition,
            catalogues.powers_of_edition,
            catalogues._contents,
            public.rows_of_edition,
            public._compared,
            amendments._index_of,
        ):
            cached.cache_clear()

    return forget


@pytest.fixture
def quick_and_fresh(settings: Any, tmp_path: Any, forget_editions: Callable[[], None]) -> None:
    """Cheap passwords, files of the test's own, and no memory of editions whose ids come again."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.SANZHI_STORAGE_ROOT = tmp_path / "files"
    settings.SANZHI_LEDGER_DIR = tmp_path / "ledger"
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    put_key()
    if not Memory.is_true:
        forget_editions()


@pytest.fixture(autouse=True)
def _remembered(request: pytest.FixtureRequest, forget_editions: Callable[[], None]) -> None:
    """What a test on other ground reads of its editions is not what the founded bureau has, nor the test before it."""
    if "founded" not in request.fixturenames:
        Memory.is_true = False
        forget_editions()


@pytest.fixture
def at_work() -> Iterator[None]:
    with clock.moved(START):
        yield


@pytest.fixture
def founded(
    db: None, quick_and_fresh: None, at_work: None, forget_editions: Callable[[], None]
) -> Iterator[None]:
    with standing():
        if not Memory.is_true:
            forget_editions()
        Memory.is_true = True
        yield


@pytest.fixture
def bureau(founded: None) -> Bureau:
    return founded_bureau()


def stall(**changes: Any) -> Plan:
    """A person's stall (C04: 500–1000 yuan, no order to correct first); keywords change the plan."""
    usual: dict[str, Any] = {
        "cause": "C04",
        "party": people.person(random.Random(1)),
        "place": "舞钢市演示大道8号门前",
        "summary": "未经同意和审批，在人行道设置固定售货亭一处。",
        "fine": Decimal(800),
        "record": record,
    }
    return Plan(**{**usual, **changes})


@pytest.fixture
def plan() -> Callable[..., Plan]:
    return stall


@pytest.fixture
def tell(bureau: Bureau) -> Callable[..., Story]:
    """`tell(stop="notice", fine=…)` walks a case up to the step and returns its story, papers printed."""

    def walk(**changes: Any) -> Story:
        story = Story(bureau, stall(**changes))
        story.tell()
        return story

    return walk


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Papers are issued as the data they carry: where no test looks at a paper, none is printed."""
    monkeypatch.setattr(sys.modules[issue_document.__module__], "render", data_alone)


@pytest.fixture
def reached(founded: None, unprinted: None) -> Callable[..., Story]:
    """`reached(stop="notice", fine=…)`: as `tell`, once a test, from rows that were walked before."""

    def put_back(**changes: Any) -> Story:
        return walked(stall(**changes))

    return put_back


def reasons(call: Callable[[], Any]) -> str:
    """What the refusal says, all sentences and articles together; fails when nothing is refused."""
    with pytest.raises(Refused) as caught:
        call()
    return str(caught.value)


def read_whole() -> list[str]:
    """What is ticked of a text that goes public in which nothing is marked: that its rows, and a reason, were read."""
    return [f"{WHOLE}:{caption}" for caption in (*WORDED, SANCTION, NOTICE)]


READ_BY = {
    "disclosure.submit_release": "confirmed",
    "disclosure.correct_release": "confirmed",
    "disclosure.approve_release": "seen",
}


def done(story: Deeds, command: str, /, *, who: Any = "zhifa1", **fields: Any) -> Any:
    """`who` (a sign-in name) carries out `command` on the story's case, by its registered name."""
    row = registered_commands()[command]
    known: dict[str, Any] = {"case": story.case_id} if "case" in row.order.model_fields else {}
    if command in READ_BY:
        known[READ_BY[command]] = read_whole()
    return row.call(story.bureau.actor(who), row.order.model_validate({**known, **fields}))


def appointed(story: Story, **person: Any) -> Officer:
    """One more person: the administrator appoints, the security administrator confirms."""
    person.pop("password", None)
    officer: Officer = done(story, "organisation.appoint_officer", who="guanli", **person)
    confirmed(story)
    officer.refresh_from_db()
    return officer


def assumed_calendar(year: int, *off: date) -> dict[str, Any]:
    """An order for a year whose notice is not known: the statutory holidays and `off`, no day worked instead."""
    days = {*(row.day for row in assumed(year)), *off}
    rows = [{"day": day, "is_working": False} for day in sorted(days)]
    return {"year": year, "source": "推定日历：法定节日放假，没有调休", "days": rows}


def confirmed(story: Deeds, *, who: str = "anquan") -> Any:
    """The newest joint act, confirmed by `who`."""
    row = JointAct.objects.filter(settled_at=None).order_by("-id").first()
    assert row is not None
    return done(story, "ledger.confirm_joint_act", who=who, joint_act=row.pk)


def appoint_in_two_offices(story: Story) -> None:
    """`shuang` reviews and is a head as well: what he judged in one office he does not judge in the other."""
    unit, roles = story.bureau.officers["fazhi"].unit_id, ["legal_reviewer", "bureau_head"]
    person = {"username": "shuang", "name": "双立身", "password": "yanshi-2026-Kouling"}
    order = {"unit": unit, "roles": roles, "has_legal_qualification": True, **person}
    story.bureau.officers["shuang"] = appointed(story, **order)


def in_offices(story: Story, who: str, *roles: str) -> None:
    """`who` holds these offices from now on."""
    officer = story.bureau.officers[who]
    fields = {"officer": officer.pk, "roles": list(roles)}
    change = {"act": "organisation.change_officer", "fields": fields, "reason": "人员调整。"}
    done(story, "ledger.propose_joint_act", who="guanli", **change)
    confirmed(story)
    officer.refresh_from_db()


def seen(story: Story) -> Any:
    """A photograph of the place: what an order to correct on discovery rests on."""
    photo = {"kind": "audio_visual", "name": "发现现场的照片", "proves": "违法行为的客观状态"}
    return done(story, "cases.add_evidence", **photo)


FOUND = ["happened_on", "place", "conduct", "consequence", "gains", "gains_note", "corrected_on", "evidence"]


def established(story: Story, **changed: Any) -> Any:
    """The facts of the story's case, found anew with what has `changed`."""
    finding = story.proceeding.finding
    assert finding is not None  # the story has come so far
    return done(story, "cases.establish_facts", **{name: getattr(finding, name) for name in FOUND} | changed)


def refused(story: Deeds, command: str, /, *, who: Any = "zhifa1", **fields: Any) -> str:
    """What `who` is told; fails when the command is carried out."""
    return reasons(lambda: done(story, command, who=who, **fields))


def ending_refused(story: Story, kind: str, *, reason: str) -> str:
    """What is said when the approval of such an ending is handed in; the draft is given up."""
    values = {"closure_kind": kind, "closure_reason": reason}
    draft = done(story, "cases.write_document", form="D68", values=values).pk
    said = refused(story, "cases.submit_document", document=draft)
    done(story, "cases.void_document", document=draft, reason="结案情形填写有误。")
    return said


def admitted(story: Deeds, *who: str) -> None:
    """The head lets people of other squads read the story's case."""
    until = clock.today() + timedelta(days=30)
    for name in who:
        officer = story.bureau.officers[name].pk
        fields = {"officer": officer, "reason": "代为审批。", "until": until}
        done(story, "cases.admit_officer", who="juzhang", **fields)


def unseen(story: Deeds, command: str, /, *, who: str, **fields: Any) -> None:
    """For `who` the story's case does not exist."""
    with pytest.raises(NotVisible):
        done(story, command, who=who, **fields)


def desk(story: Deeds, who: str) -> Client:
    """The browser of an officer of the story's bureau, by sign-in name."""
    client = Client()
    client.force_login(story.bureau.officers[who].user)
    return client


def case_page(story: Deeds, *, act: str = "", who: str = "juzhang") -> str:
    """The page of the story's case, or the form of an act on it."""
    below = f"do/{act}/" if act else ""
    return desk(story, who).get(f"/office/cases/{story.case_id}/{below}").content.decode()


def told(shown: str, *words: str) -> bool:
    return all(word in shown for word in words)


def judged(
    story: Story, number: str, *, way: str = "litigation", outcome: str = "revoked", **more: Any
) -> None:
    """A court, or the body that reconsiders, has ended the matter so by the paper of this number."""
    body = {"litigation": "舞钢市人民法院", "reconsideration": "舞钢市人民政府"}[way]
    taken = {"way": way, "body": body, "number": number, "accepted_on": clock.today()}
    done(story, "cases.record_contest", **taken)
    why = {"revoked": ["evidence"], "changed": ["unfit"], "unlawful": ["procedure"]}.get(outcome, [])
    ended = {"ended_on": clock.today(), "outcome": outcome, "outcome_number": number, "is_effective": True}
    got = {"received_on": clock.today()} if way == "reconsideration" else {}
    done(story, "cases.end_contest", **ended, **got, **{"overturned_for": why, **more})
