"""Whatever is changed by hand in the database or in the files is named, table and row; erasure is no finding."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import models, transaction
from pytest_django import Settings

from sanzhi.kernel import shell
from sanzhi.kernel.errors import Refused
from sanzhi.ledger import joint
from sanzhi.ledger.checkpoint import signed_checkpoint
from sanzhi.ledger.commands import (
    ConfirmJointAct,
    EraseEntry,
    ResealRows,
    confirm_joint_act,
    erase_entry,
    reseal_rows,
)
from sanzhi.ledger.finding import Finding
from sanzhi.ledger.log_files import LogFolder
from sanzhi.ledger.models import Entry, JointAct, Leaf, RowSeal, Waiting, Witness
from sanzhi.ledger.note import SigningKey
from sanzhi.ledger.queries import proof_bundle, timeline
from sanzhi.ledger.sealing import spelt_row
from sanzhi.ledger.sequencing import sequence
from sanzhi.ledger.testing import lifted
from sanzhi.ledger.tests.scraps import LI, WANG, Note, note, unnote
from sanzhi.ledger.verification import findings

pytestmark = [pytest.mark.usefixtures("fresh_schema"), pytest.mark.django_db]


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> LogFolder:
    settings.SANZHI_LEDGER_DIR = tmp_path / "ledger"
    for key in ("甲", "乙", "丙", "丁"):
        note(LI, Note(key=key))
    unnote(LI, Note(key="丁"))
    sequence()
    note(LI, Note(key="未编号"))
    return LogFolder(tmp_path / "ledger")


def raw(model: type[models.Model]) -> "models.QuerySet[models.Model]":
    """The table as someone with the database's password has it: no guards."""
    return models.QuerySet(model)


def row(key: str) -> int:
    return Witness.objects.get(key=key).pk


def entry(number: int) -> Entry:
    return Entry.objects.order_by("id")[number]


CHANGES: list[tuple[str, Callable[[], object], str, str]] = [
    (
        "a row is changed",
        lambda: raw(Witness).filter(key="乙").update(title="别的"),
        "ledger.witness",
        "改动",
    ),
    (
        "a row is inserted",
        lambda: raw(Witness).bulk_create([Witness(key="夜里", title="x")]),
        "ledger.witness",
        "插入",
    ),
    ("a row is deleted", lambda: raw(Witness).filter(key="乙").delete(), "ledger.witness", "删除"),
    (
        "a fact is changed",
        lambda: raw(Entry).filter(pk=entry(1).pk).update(facts={}),
        "ledger.entry",
        "被改动",
    ),
    (
        "an actor is changed",
        lambda: raw(Entry).filter(pk=entry(1).pk).update(actor_name="王"),
        "ledger.entry",
        "被改动",
    ),
    (
        "a digest is changed",
        lambda: raw(Entry).filter(pk=entry(1).pk).update(digest="0" * 64),
        "ledger.tile",
        "不符",
    ),
    (
        "a seal is changed",
        lambda: raw(RowSeal).filter(row=row("乙")).update(digest="0" * 64),
        "ledger.entry",
        "行封印",
    ),
    (
        "a seal's salt goes",
        lambda: raw(RowSeal).filter(row=row("乙")).update(salt=None),
        "ledger.witness",
        "盐",
    ),
    ("a seal is deleted", lambda: raw(RowSeal).filter(row=row("乙")).delete(), "ledger.entry", "行封印"),
    (
        "facts go unsaid",
        lambda: raw(Entry).filter(pk=entry(1).pk).update(facts=None, salt=None),
        "ledger.entry",
        "没有抹去",
    ),
    ("a leaf is changed", lambda: raw(Leaf).filter(index=2).update(hash="0" * 64), "ledger.leaf", "被改动"),
    ("a leaf is deleted", lambda: raw(Leaf).filter(index=2).delete(), "ledger.leaf", "缺失"),
    ("the last leaf is deleted", lambda: raw(Leaf).filter(index=4).delete(), "ledger.checkpoint", "只有4条"),
    ("the queue is emptied", lambda: raw(Waiting).delete(), "ledger.entry", "待编号队列"),
]


@pytest.mark.parametrize(("change", "table", "words"), [c[1:] for c in CHANGES], ids=[c[0] for c in CHANGES])
def test_a_change_by_hand_is_named(
    folder: LogFolder, change: Callable[[], object], table: str, words: str
) -> None:
    assert list(findings(folder)) == []
    with lifted():
        change()
    found = list(findings(folder))
    assert any(finding.table == table and words in finding.sentence for finding in found), found


@pytest.mark.parametrize("path", ["tile/0/000.p/5", "tile/entries/000.p/5", "checkpoint"])
def test_a_file_changed_or_gone_is_named(folder: LogFolder, path: str) -> None:
    content = folder.read(path)
    folder.write(path, content[:20] + bytes([content[20] ^ 1]) + content[21:])
    assert list(findings(folder))
    (folder.public / path).unlink()
    assert list(findings(folder))


def test_the_command_names_the_row_and_exits_with_one(folder: LogFolder) -> None:
    out = StringIO()
    call_command("verify", stdout=out)
    assert "全部相符" in out.getvalue()
    key = row("乙")
    raw(Witness).filter(pk=key).update(title="别的")
    out = StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("verify", stdout=out, stderr=StringIO())
    assert stopped.value.code == 1
    assert f"见证方（ledger.witness）第{key}行：被绕过系统改动。" in out.getvalue()


def since(place: Path) -> tuple[int, str]:
    """How the verification ended and what it said, held against a checkpoint that was kept elsewhere."""
    out = StringIO()
    try:
        call_command("verify", since=[place], stdout=out, stderr=StringIO())
    except SystemExit as stopped:
        return int(str(stopped.code)), out.getvalue()
    return 0, out.getvalue()


def test_an_older_state_put_back_whole_is_told_by_a_newer_checkpoint_kept_elsewhere(
    folder: LogFolder, tmp_path: Path
) -> None:
    older, newer = tmp_path / "older", tmp_path / "newer"
    older.write_bytes(folder.read("checkpoint"))
    shutil.copytree(folder.root, tmp_path / "copy")
    with transaction.atomic():
        note(LI, Note(key="戊"))
        sequence()
        newer.write_bytes(folder.read("checkpoint"))
        assert since(older) == (0, "核验日志条目7条，其中依法抹去内容0条。\n全部相符。\n")
        assert since(newer)[0] == 0
        transaction.set_rollback(True)
    shutil.rmtree(folder.root)
    shutil.copytree(tmp_path / "copy", folder.root)
    assert list(findings(folder)) == [] and since(older)[0] == 0
    code, said = since(newer)
    assert code == 1 and f"检查点 {newer}：日志变短：上次7条，这次5条。" in said
    (folder.public / "checkpoint").unlink()
    assert f"检查点 {newer}：日志没有检查点，或者检查点损坏，无法与它核对。" in since(newer)[1]


def test_a_checkpoint_of_another_history_or_of_another_log(folder: LogFolder, tmp_path: Path) -> None:
    checkpoint = folder.checkpoint()
    assert checkpoint is not None
    kept, own = tmp_path / "kept", folder.signing_key(begun=True)
    for key, sentence in (
        (own, "前5条日志被改写"),
        (SigningKey.generate(own.public.name), "不是这部日志的密钥所签"),
    ):
        kept.write_text(str(signed_checkpoint(replace(checkpoint, root=bytes(32)), key)))
        code, said = since(kept)
        assert code == 1 and sentence in said
    kept.write_text("不是检查点")
    assert "格式不对" in since(kept)[1]
    with pytest.raises(CommandError, match="无法读取"):
        since(tmp_path / "nowhere")


def test_an_erased_entry_is_said_to_be_erased_and_everything_else_still_verifies(folder: LogFolder) -> None:
    chosen = entry(1)
    assert proof_bundle(chosen) is not None
    erase_entry(LI, EraseEntry(entry=chosen.pk, reason="应本人请求"))
    sequence()
    assert list(findings(folder)) == []
    assert proof_bundle(entry(1)) is None
    assert [item.sentence for item in timeline(chosen.subject)] == ["内容已依法抹去"]
    assert Entry.objects.get(pk=chosen.pk).digest == chosen.digest
    assert list(Entry.objects.get(pk=chosen.pk).seals.values_list("salt", flat=True)) == [None]
    out = StringIO()
    call_command("verify", stdout=out)
    assert "其中依法抹去内容1条" in out.getvalue()


def test_who_may_not_erase_and_what_may_not_be_erased(folder: LogFolder) -> None:
    order = EraseEntry(entry=entry(1).pk, reason="应本人请求")
    erase_entry(LI, order)
    with pytest.raises(Refused, match="已经抹去"):
        erase_entry(LI, order)
    with pytest.raises(Refused, match="抹去记录本身"):
        erase_entry(LI, EraseEntry(entry=entry(6).pk, reason="应本人请求"))
    with pytest.raises(Refused, match="没有这个"):
        erase_entry(LI, EraseEntry(entry=0, reason="应本人请求"))
    raw(Witness).filter(key="甲").update(title="别的")
    with pytest.raises(Refused, match="与封印不符"):
        erase_entry(LI, EraseEntry(entry=entry(0).pk, reason="应本人请求"))
    assert [finding.table for finding in findings(folder)] == ["ledger.witness"]


def test_rows_rewritten_by_a_migration_are_sealed_anew_for_all_to_see(
    folder: LogFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = sorted([row("甲"), row("乙")])
    raw(Witness).filter(pk__in=rows).update(title="升级改写")
    assert [finding.row for finding in findings(folder)] == rows
    with pytest.raises(CommandError, match="没有表"):
        call_command("reseal", "ledger.nothing", reason="升级到0.2版", user="li")
    with pytest.raises(Refused, match="没有受封印的表"):
        reseal_rows(LI, ResealRows(table="ledger.entry", rows=rows, reason="升级到0.2版"))
    monkeypatch.setattr(shell, "_finder", [lambda user, password: LI])
    monkeypatch.setattr(joint, "_roles_of", [lambda key: frozenset({"administrator"})])
    monkeypatch.setattr(joint, "_holders", [lambda authority, offices: frozenset({2})])
    monkeypatch.setenv("ACTOR_PASSWORD", "x")
    out = StringIO()
    call_command("reseal", "ledger.witness", reason="升级到0.2版", user="li", stdout=out)
    assert f"重新封印ledger.witness第{rows[0]}、{rows[1]}行，共2行" in out.getvalue()
    (waiting,) = JointAct.objects.all()
    assert [finding.row for finding in findings(folder)] == rows
    confirm_joint_act(WANG, ConfirmJointAct(joint_act=waiting.pk))
    assert list(findings(folder)) == []
    said = timeline(f"ledger.witness:{rows[0]}")[-1].sentence
    assert said == f"重新封印见证方第{rows[0]}、{rows[1]}行，理由：升级到0.2版"


def test_an_empty_column_is_not_spelt() -> None:
    assert spelt_row(Witness(key="甲", title="")) == {"key": "甲"}


def test_a_finding_shows_no_value() -> None:
    assert set(Finding.__dataclass_fields__) == {"table", "row", "sentence"}
