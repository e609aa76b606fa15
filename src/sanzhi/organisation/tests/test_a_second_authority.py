"""The road of a second authority: established, its first keepers appointed by two of the first, then it stands by itself."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.management import CommandError, call_command

from sanzhi.demo.cast import PASSWORD
from sanzhi.demo.story import Story
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import registered_commands
from sanzhi.kernel.errors import NotVisible
from sanzhi.ledger.models import Entry, JointAct
from sanzhi.organisation.commands import AppointKeepers, appoint_keepers
from sanzhi.organisation.models import Authority, Officer, Unit
from sanzhi.organisation.queries import actor_of_officer
from tests.stories import done, reasons, refused

Reached = Callable[..., Story]
FIRST = yaml.safe_load(
    (Path(settings.SANZHI_CATALOGUES_DIR) / "wugang" / "authority.yaml").read_text("utf-8")
)
TABLE = {**FIRST, "code": "B-2", "name": "另一县综合行政执法大队", "number_prefix": "另"}
KEEPERS = {"administrator": "guan.b-2=关正文", "security": "an.b-2=安如山", "auditor": "shen.b-2=沈明"}


@pytest.fixture
def story(reached: Reached) -> Story:
    return reached(stop="lead")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for variable in ("ACTOR", "ADMINISTRATOR", "SECURITY", "AUDITOR"):
        monkeypatch.setenv(f"{variable}_PASSWORD", PASSWORD)
    place = tmp_path / "authority.yaml"
    place.write_text(yaml.safe_dump(TABLE, allow_unicode=True), "utf-8")
    yield place


def establish(file: Path, *two: str, **changed: Any) -> None:
    by = {"user": two[0], "beside": two[1]} if two else {}
    call_command("establish", str(file), **{**KEEPERS, **by, **changed})


def established(story: Story) -> None:
    table = {name: value for name, value in TABLE.items() if name != "units"}
    done(story, "organisation.establish_authority", who="guanli", **table)


def by(username: str, name: str, /, **order: Any) -> Any:
    command = registered_commands()[name]
    return command.call(_actor(username), command.order.model_validate(order))


def _actor(username: str) -> Actor:
    return actor_of_officer(Officer.objects.get(user__username=username))


def test_from_the_establishment_to_its_first_officer(story: Story, file: Path) -> None:
    established(story)
    order = {"authority": "B-2", "name": "一中队"}
    assert "manage.py establish" in refused(story, "organisation.open_unit", who="guanli", **order)
    establish(file, "guanli", "anquan")
    told = Entry.objects.get(event="organisation.keepers_appointed")
    assert told.actor_key == _actor("guanli").key and told.facts == {
        "beside": story.bureau.officers["anquan"].name,
        "keepers": "系统管理员关正文、安全管理员安如山、安全审计员沈明",
    }
    assert "只有本机关的系统管理员" in refused(story, "organisation.open_unit", who="guanli", **order)
    unit = by("guan.b-2", "organisation.open_unit", **order, is_squad=True)
    person = {"username": "zhi.b-2", "name": "支援", "unit": unit.pk, "roles": ["officer"]}
    officer = by("guan.b-2", "organisation.appoint_officer", **person)
    for row in JointAct.objects.filter(settled_at=None).order_by("id"):
        assert "另一岗位" in reasons(partial(by, "guan.b-2", "ledger.confirm_joint_act", joint_act=row.pk))
        with pytest.raises(NotVisible):
            by("anquan", "ledger.confirm_joint_act", joint_act=row.pk)
        by("an.b-2", "ledger.confirm_joint_act", joint_act=row.pk)
    officer.refresh_from_db()
    assert officer.roles == ["officer"] and officer.authority.code == "B-2"
    assert Unit.objects.filter(authority__code="B-2").count() == len(FIRST["units"]) + 1


def test_all_at_once_and_only_where_nobody_serves(story: Story, file: Path) -> None:
    establish(file, "guanli", "anquan")
    assert Officer.objects.filter(authority__code="B-2").count() == 3
    with pytest.raises(CommandError, match="已经有人员"):
        establish(file, "guanli", "anquan")


@pytest.mark.parametrize(
    ("two", "said"),
    [
        ((), "已经有机关了"),
        (("guanli", "guanli"), "两人一起"),
        (("guanli", "shenji"), "两人一起"),
        (("juzhang", "anquan"), "系统管理员"),
        (("guanli", "nobody"), "登录名或者密码不正确"),
    ],
)
def test_never_one_alone(story: Story, file: Path, two: tuple[str, ...], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        establish(file, *two)
    assert not Authority.objects.filter(code="B-2").exists()


def test_what_the_file_says_is_what_was_established(story: Story, file: Path) -> None:
    established(story)
    file.write_text(yaml.safe_dump({**TABLE, "court": "某法院"}, allow_unicode=True), "utf-8")
    with pytest.raises(CommandError, match="与已登记的不同：court"):
        establish(file, "guanli", "anquan")


def test_a_later_authority_makes_no_third(story: Story, file: Path) -> None:
    establish(file, "guanli", "anquan")
    file.write_text(yaml.safe_dump({**TABLE, "code": "C-3", "name": "第三局"}, allow_unicode=True), "utf-8")
    three = {name: said.replace("b-2", "c-3") for name, said in KEEPERS.items()}
    with pytest.raises(CommandError, match="统一维护"):
        establish(file, "guan.b-2", "an.b-2", **three)


def test_the_three_offices_and_nobody_twice(story: Story) -> None:
    established(story)
    order = AppointKeepers(authority="B-2", keepers=[], beside=story.bureau.officers["anquan"].pk)
    assert "各一人" in reasons(partial(appoint_keepers, _actor("guanli"), order))


def test_a_code_in_other_letters_is_the_same_code(story: Story) -> None:
    established(story)
    table = {name: value for name, value in TABLE.items() if name != "units"} | {"code": "b-2"}
    said = refused(story, "organisation.establish_authority", who="guanli", **table)
    assert "机关编码b-2已被使用" in said
