"""A witness signs what continues what it has seen, and nothing else; its signature reaches the proof."""

import shutil
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

import verify
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.ledger import joint
from sanzhi.ledger.checkpoint import Checkpoint, signed_checkpoint
from sanzhi.ledger.commands import (
    AcceptCosignature,
    ConfirmJointAct,
    ProposeJointAct,
    RetireWitness,
    accept_cosignature,
    confirm_joint_act,
    propose_joint_act,
    retire_witness,
)
from sanzhi.ledger.log_files import LogFolder
from sanzhi.ledger.merkle import leaf_hash, tree_root
from sanzhi.ledger.models import Entry, JointAct, Witness
from sanzhi.ledger.note import COSIGNATURE, SigningKey
from sanzhi.ledger.queries import proof_bundle
from sanzhi.ledger.sequencing import sequence
from sanzhi.ledger.tests.scraps import LI, WANG, Note, note
from sanzhi.ledger.tiles import Tiles, grown_tiles
from sanzhi.ledger.witness import WitnessRefusal, cosigned

pytestmark = pytest.mark.django_db
REGISTER, RETIRE = "ledger.register_witness", "ledger.retire_witness"
LOG = SigningKey.generate("log.example/ledger")
ALIENS = [replace(each, authority="000001") for each in (LI, WANG)]
STRANGER = LI.__class__(key="officer:2", name="王示例", authority="000000")


@pytest.fixture(autouse=True)
def in_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is an officer is the organisation's to say."""
    monkeypatch.setattr(joint, "_roles_of", [lambda key: frozenset({"administrator"})])
    monkeypatch.setattr(joint, "_holders", [lambda authority, offices: frozenset({2})])


def proposed(act: str, actor: Actor = LI, **fields: Any) -> JointAct:
    return propose_joint_act(actor, ProposeJointAct(act=act, fields=fields, reason="司法局来函"))


def by_two(act: str, **fields: Any) -> Any:
    return confirm_joint_act(WANG, ConfirmJointAct(joint_act=proposed(act, **fields).pk))


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> LogFolder:
    settings.SANZHI_LEDGER_DIR = tmp_path / "ledger"
    for number in range(5):
        note(LI, Note(key=f"第{number}条"))
    sequence()
    return LogFolder(tmp_path / "ledger")


def asked(folder: LogFolder, state: Path) -> str:
    """What the witness prints about the log as it is now."""
    out = StringIO()
    key = str(folder.public_key())
    call_command(
        "witness",
        str(folder.public),
        log_key=key,
        state=state,
        name="sfj.example",
        stdout=out,
        stderr=StringIO(),
    )
    return out.getvalue()


def registered(state: Path) -> Witness:
    key = SigningKey.parse((state / "key").read_text()).public
    witness = by_two(REGISTER, key=str(key), title="演示市司法局")
    assert isinstance(witness, Witness)
    return witness


def test_a_cosigned_checkpoint_is_kept_and_reaches_the_proof(folder: LogFolder, tmp_path: Path) -> None:
    signed = asked(folder, tmp_path / "sfj")
    witness = registered(tmp_path / "sfj")
    accept_cosignature(LI, AcceptCosignature(witness=witness.pk, note=signed))
    sequence()
    bundle = proof_bundle(Entry.objects.order_by("id")[2])
    assert bundle is not None
    assert bundle["checkpoint"] == signed
    assert all(finding.holds for finding in verify.check_proof(bundle, witnesses=(witness.key,)))
    late = proof_bundle(Entry.objects.order_by("-id")[0])
    assert late is not None
    assert [
        finding.part for finding in verify.check_proof(late, witnesses=(witness.key,)) if not finding.holds
    ] == ["见证"]


def test_a_witness_follows_growth_and_refuses_a_rewritten_or_shortened_log(
    folder: LogFolder, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(folder.root, copy)
    asked(folder, tmp_path / "sfj")
    note(LI, Note(key="又一条"))
    sequence()
    assert "\n6\n" in asked(folder, tmp_path / "sfj")
    with pytest.raises(CommandError, match="变短"):
        asked(LogFolder(copy), tmp_path / "sfj")
    entries = folder.read("tile/0/000.p/6")
    folder.write("tile/0/000.p/6", bytes(32) + entries[32:])
    with pytest.raises(CommandError, match="瓦片"):
        asked(folder, tmp_path / "sfj")
    (folder.public / "checkpoint").write_text("x")
    with pytest.raises(CommandError, match="检查点缺失或者签名不对"):
        asked(folder, tmp_path / "sfj")


def published(leaves: list[bytes]) -> dict[str, bytes]:
    """A log held in memory, signed by one and the same key whatever it says."""
    hashes = [leaf_hash(leaf) for leaf in leaves]
    files = dict(grown_tiles(Tiles(lambda path: b"", 0), hashes))
    checkpoint = Checkpoint(LOG.public.name, len(leaves), tree_root(hashes))
    return {**files, "checkpoint": str(signed_checkpoint(checkpoint, LOG)).encode()}


@pytest.mark.parametrize(("first", "refused"), [(b"one", False), (b"changed", True)])
def test_a_history_rewritten_under_the_same_key_is_refused(first: bytes, refused: bool) -> None:
    seen = Checkpoint(LOG.public.name, 2, tree_root(map(leaf_hash, [b"one", b"two"])))
    files = published([first, b"two", b"three"])
    key = SigningKey.generate("sfj.example", algorithm=COSIGNATURE)
    if refused:
        with pytest.raises(WitnessRefusal, match="改写"):
            cosigned(files.__getitem__, LOG.public, key=key, seen=seen, at=1)
    else:
        assert len(cosigned(files.__getitem__, LOG.public, key=key, seen=seen, at=1).signatures) == 2


def test_a_witness_that_lost_its_key_does_not_start_again(folder: LogFolder, tmp_path: Path) -> None:
    asked(folder, tmp_path / "sfj")
    (tmp_path / "sfj" / "key").unlink()
    with pytest.raises(CommandError, match="密钥"):
        asked(folder, tmp_path / "sfj")


def test_what_is_not_accepted(folder: LogFolder, tmp_path: Path) -> None:
    signed = asked(folder, tmp_path / "sfj")
    other = asked(folder, tmp_path / "other")
    witness = registered(tmp_path / "sfj")
    for wrong in (other, signed.replace("\n5\n", "\n4\n"), "nothing", signed[:-3] + "\n"):
        with pytest.raises(Refused, match="签名不对"):
            accept_cosignature(LI, AcceptCosignature(witness=witness.pk, note=wrong))
    with pytest.raises(Refused, match="管理员"):
        accept_cosignature(STRANGER, AcceptCosignature(witness=witness.pk, note=signed))
    order = AcceptCosignature(witness=witness.pk, note=signed)
    accept_cosignature(LI, order)
    with pytest.raises(Refused, match="已经收存"):
        accept_cosignature(LI, order)
    with pytest.raises(Refused, match="最先设立的机关"):
        accept_cosignature(ALIENS[0], AcceptCosignature(witness=witness.pk, note=signed))
    by_two(RETIRE, witness=witness.pk)
    with pytest.raises(NotVisible):
        accept_cosignature(LI, order)
    with pytest.raises(Refused, match="已经停用"):
        proposed(RETIRE, witness=witness.pk)
    with pytest.raises(NotVisible):
        proposed(RETIRE, witness=999_999)


def test_who_may_not_be_registered(folder: LogFolder) -> None:
    key = str(SigningKey.generate("sfj.example", algorithm=COSIGNATURE).public)
    for wrong in (str(SigningKey.generate("sfj.example").public), "x", key[:-2]):
        with pytest.raises(Refused, match="不是见证方的公钥"):
            proposed(REGISTER, key=wrong, title="司法局")
    by_two(REGISTER, key=key, title="司法局")
    with pytest.raises(Refused, match="已经登记"):
        proposed(REGISTER, key=key, title="司法局")


def test_nobody_makes_or_retires_a_witness_alone(folder: LogFolder) -> None:
    key = str(SigningKey.generate("sfj.example", algorithm=COSIGNATURE).public)
    for wrong in (STRANGER, WANG):
        with pytest.raises(Refused, match="没有这一岗位"):
            proposed(REGISTER, wrong, key=key, title="司法局")
    row = proposed(REGISTER, key=key, title="司法局")
    assert row.sentence == f"登记日志见证方司法局，公钥{key}"
    with pytest.raises(Refused, match="另一岗位"):
        confirm_joint_act(LI, ConfirmJointAct(joint_act=row.pk))
    assert not Witness.objects.filter(key=key).exists()
    witness = confirm_joint_act(WANG, ConfirmJointAct(joint_act=row.pk))
    row = proposed(RETIRE, witness=witness.pk)
    assert row.sentence == "停用日志见证方司法局"
    with pytest.raises(Refused, match="另一岗位"):
        confirm_joint_act(LI, ConfirmJointAct(joint_act=row.pk))
    witness.refresh_from_db()
    assert witness.retired_on is None


def test_two_of_another_authority_make_no_witness_either(folder: LogFolder) -> None:
    key = str(SigningKey.generate("sfj.example", algorithm=COSIGNATURE).public)
    with pytest.raises(Refused, match="最先设立的机关"):
        proposed(REGISTER, ALIENS[0], key=key, title="司法局")
    witness = by_two(REGISTER, key=key, title="司法局")
    with pytest.raises(Refused, match="最先设立的机关"):
        retire_witness(ALIENS[1], RetireWitness(witness=witness.pk))
