"""What nobody does alone: who proposes, who confirms, what is left of what was declined."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.ledger import joint
from sanzhi.ledger.commands import (
    ConfirmJointAct,
    DeclineJointAct,
    ProposeJointAct,
    confirm_joint_act,
    decline_joint_act,
    propose_joint_act,
)
from sanzhi.ledger.models import Entry, JointAct
from sanzhi.ledger.queries import settling
from sanzhi.ledger.tests.scraps import LI, WANG, ZHAO, Note, note

pytestmark = pytest.mark.django_db
ERASE = "ledger.erase_entry"


@pytest.fixture(autouse=True)
def in_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is an officer is the organisation's to say."""
    monkeypatch.setattr(joint, "_roles_of", [lambda key: frozenset({"administrator"})])
    monkeypatch.setattr(joint, "_holders", [lambda authority, offices: frozenset({2})])


def test_what_nobody_could_confirm_is_not_proposed(noted: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joint, "_holders", [lambda authority, offices: frozenset()])
    assert "没有人能够确认这一事项" in said(lambda: proposed(entry=noted.pk, reason="应本人请求"))


def test_who_no_longer_holds_the_office_has_proposed_in_vain(
    noted: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = proposed(entry=noted.pk, reason="应本人请求")
    monkeypatch.setattr(joint, "_roles_of", [lambda key: frozenset({"archivist"})])
    assert "这一提出失效" in said(lambda: confirm_joint_act(WANG, ConfirmJointAct(joint_act=row.pk)))
    nobody = replace(WANG, roles=frozenset())
    assert "您没有这一岗位" in said(
        lambda: decline_joint_act(nobody, DeclineJointAct(joint_act=row.pk, reason="失效"))
    )
    assert not settling(WANG, row).confirms and settling(WANG, row).declines
    decline_joint_act(LI, DeclineJointAct(joint_act=row.pk, reason="失效"))
    assert "已经办结" in said(
        lambda: decline_joint_act(WANG, DeclineJointAct(joint_act=row.pk, reason="失效"))
    )


@pytest.fixture
def noted() -> Entry:
    note(ZHAO, Note(key="甲"))
    return Entry.objects.get()


def proposed(actor: Any = LI, act: str = ERASE, **fields: Any) -> JointAct:
    return propose_joint_act(actor, ProposeJointAct(act=act, fields=fields, reason="应本人请求"))


def said(call: Callable[[], Any]) -> str:
    with pytest.raises(Refused) as caught:
        call()
    return str(caught.value)


def test_of_one_thing_one_matter_waits(noted: Entry) -> None:
    """Whoever presses again; once it is settled, or of another thing, it is proposed anew."""
    row = proposed(entry=noted.pk, reason="应本人请求")
    for actor in (LI, replace(LI, key="officer:9", officer_id=9)):
        told = said(lambda who=actor: proposed(who, entry=noted.pk, reason="另一理由"))  # type: ignore[misc]
        assert f"同一事项已由{LI.name}于" in told and "尚未办结" in told and "请先在“双人事项”中收回" in told
    assert JointAct.objects.count() == 1
    note(ZHAO, Note(key="乙"))
    proposed(
        entry=Entry.objects.exclude(pk=noted.pk).filter(event=noted.event).latest("pk").pk,
        reason="应本人请求",
    )
    decline_joint_act(LI, DeclineJointAct(joint_act=row.pk, reason="重写理由"))
    proposed(entry=noted.pk, reason="另一理由")


def test_a_fault_is_named_by_its_path(noted: Entry) -> None:
    told = said(lambda: proposed(entry="第一条", zz=2))
    assert "“fields.entry”" in told and "“fields.zz”" in told and "“fields.reason”请填写" in told
    proposed(entry=noted.pk, reason="应本人请求")


def test_one_proposes_and_another_confirms(noted: Entry) -> None:
    row = proposed(entry=noted.pk, reason="应本人请求")
    assert row.sentence.startswith(f"抹去日志条目{noted.pk}（") and "记下…，金额…元" in row.sentence
    both = replace(LI, roles=frozenset({"administrator", "auditor"}))
    assert "自己提出的事项不能由自己确认" in said(
        lambda: confirm_joint_act(both, ConfirmJointAct(joint_act=row.pk))
    )
    assert "您没有这一岗位" in said(
        lambda: confirm_joint_act(replace(WANG, roles=frozenset()), ConfirmJointAct(joint_act=row.pk))
    )
    with pytest.raises(NotVisible):
        confirm_joint_act(replace(WANG, authority="000001"), ConfirmJointAct(joint_act=row.pk))
    noted.refresh_from_db()
    assert not noted.is_erased and settling(WANG, row).confirms
    confirm_joint_act(WANG, ConfirmJointAct(joint_act=row.pk))
    noted.refresh_from_db()
    assert noted.is_erased
    told = {(entry.event, entry.actor_name) for entry in Entry.objects.exclude(pk=noted.pk)}
    assert told == {
        ("ledger.joint_act_proposed", "李示例"),
        ("ledger.entry_erased", "王示例"),
        ("ledger.joint_act_confirmed", "王示例"),
    }
    assert "已经办结" in said(lambda: confirm_joint_act(WANG, ConfirmJointAct(joint_act=row.pk)))


def test_what_is_declined_is_not_done(noted: Entry) -> None:
    row = proposed(entry=noted.pk, reason="应本人请求")
    decline_joint_act(WANG, DeclineJointAct(joint_act=row.pk, reason="没有依据"))
    noted.refresh_from_db()
    row.refresh_from_db()
    assert not noted.is_erased and row.is_confirmed is False and row.settled_by_name == "王示例"
    assert "已经办结" in said(lambda: confirm_joint_act(WANG, ConfirmJointAct(joint_act=row.pk)))


def test_what_may_be_proposed(noted: Entry) -> None:
    assert "您没有这一岗位" in said(lambda: proposed(WANG, entry=noted.pk, reason="应本人请求"))
    assert "不是须由两人办理的事项" in said(lambda: proposed(act="ledger.accept_cosignature"))
    assert "请填写" in said(lambda: proposed(entry=noted.pk))
    assert "没有这个日志条目" in said(lambda: proposed(entry=0, reason="应本人请求"))
    stranger = replace(LI, authority="000001")
    assert "没有这个日志条目" in said(lambda: proposed(stranger, entry=noted.pk, reason="应本人请求"))
