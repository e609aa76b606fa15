"""Entries get contiguous places, files follow; a stop at any line is repaired by the next ordinary run."""

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

import verify
from sanzhi.kernel.errors import Undelivered
from sanzhi.ledger import sequencing
from sanzhi.ledger.checkpoint import Checkpoint, signed_checkpoint
from sanzhi.ledger.log_files import LedgerDamaged, LogFolder
from sanzhi.ledger.models import Entry, Leaf, Waiting, Witness
from sanzhi.ledger.note import SigningKey
from sanzhi.ledger.queries import ProofState, log_state, proof_bundle, proof_state, timeline
from sanzhi.ledger.sequencing import number_batch, publish, sequence
from sanzhi.ledger.tests.scraps import LI, Note, note
from sanzhi.ledger.verification import findings

pytestmark = [pytest.mark.usefixtures("fresh_schema"), pytest.mark.django_db]


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> LogFolder:
    settings.SANZHI_LEDGER_DIR = tmp_path / "ledger"
    return LogFolder(tmp_path / "ledger")


def write(count: int, *, first: int = 0) -> None:
    for number in range(first, first + count):
        note(LI, Note(key=f"第{number}条"))


def wrong(folder: LogFolder) -> list[str]:
    files = [finding.sentence for finding in verify.check_log(folder.public) if not finding.holds]
    return files + [finding.sentence for finding in findings(folder)]


def test_numbers_are_contiguous_and_the_log_verifies(
    folder: LogFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sequencing, "BATCH", 100)
    write(270)
    assert sequence() == 270
    write(5, first=270)
    assert (sequence(), sequence()) == (5, 0)
    assert list(Leaf.objects.order_by("index").values_list("index", flat=True)) == list(range(275))
    assert not Waiting.objects.exists()
    assert wrong(folder) == []
    assert not list(folder.public.glob("tile/0/000.p/*"))


def test_a_proof_of_an_entry_verifies_offline(folder: LogFolder) -> None:
    write(3)
    entry = Entry.objects.order_by("id")[1]
    assert proof_bundle(entry) is None
    sequence()
    bundle = proof_bundle(Entry.objects.get(pk=entry.pk))
    assert bundle is not None
    assert all(finding.holds for finding in verify.check_proof(json.loads(json.dumps(bundle))))
    assert proof_bundle(Witness.objects.get(pk=entry.subject_id)) == bundle


def test_where_a_subject_stands_in_the_published_log(folder: LogFolder) -> None:
    rows = [note(LI, Note(key="甲")), note(LI, Note(key="乙"))]
    assert [proof_state(row) for row in rows] == [ProofState(None, 0)] * 2
    sequence()
    rows.append(note(LI, Note(key="丙")))
    assert [proof_state(row) for row in rows] == [ProofState(0, 2), ProofState(1, 2), ProofState(None, 2)]
    assert proof_state("ledger.witness:999999") == ProofState(None, 2)
    assert proof_bundle(rows[2]) is None


def test_a_timeline_tells_sentences(folder: LogFolder) -> None:
    row = note(LI, Note(key="甲"))
    sequence()
    (item,) = timeline(row)
    assert timeline(f"ledger.witness:{row.pk}") == [item]
    assert (item.sentence, item.actor_name) == ("记下甲，金额200.00元", "李示例")
    assert timeline("ledger.witness:999999") == []


def test_the_key_is_made_once_for_the_owner_only(folder: LogFolder) -> None:
    sequence()
    key = folder.root / "key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    before = key.read_bytes()
    write(1)
    sequence()
    assert key.read_bytes() == before
    state = log_state()
    assert state is not None
    assert (state.size, state.waiting) == (1, 0)


DAMAGES: list[tuple[str, Callable[[LogFolder], object], str]] = [
    ("the key is gone", lambda f: (f.root / "key").unlink(), "密钥文件"),
    ("the key is garbage", lambda f: (f.root / "key").write_text("x"), "损坏"),
    ("the public key is gone", lambda f: (f.public / "public-key").unlink(), ""),
    ("the checkpoint is garbage", lambda f: (f.public / "checkpoint").write_text("x"), "检查点文件损坏"),
    ("a tile is gone", lambda f: (f.public / "tile/0/000.p/3").unlink(), "瓦片文件缺失"),
    (
        "a tile is changed",
        lambda f: (f.public / "tile/0/000.p/3").write_bytes(b"\1" * 96),
        "与已签名的检查点不符",
    ),
]


@pytest.mark.parametrize(
    ("damage", "sentence"), [row[1:] for row in DAMAGES], ids=[row[0] for row in DAMAGES]
)
def test_a_damaged_folder_stops_the_sequencer(
    folder: LogFolder, damage: Callable[[LogFolder], object], sentence: str
) -> None:
    write(3)
    sequence()
    write(1, first=3)
    damage(folder)
    if not sentence:  # the public key follows from the private one
        assert sequence() == 1
        return
    with pytest.raises(LedgerDamaged, match=sentence):
        sequence()
    assert Waiting.objects.count() == 1


def put_foreign_key(folder: LogFolder) -> None:
    (folder.root / "key").write_text(SigningKey.generate("localhost/ledger").private_line(), encoding="utf-8")


def without_public_key(folder: LogFolder) -> None:
    (folder.public / "public-key").unlink()
    put_foreign_key(folder)


@pytest.mark.parametrize("replace", [put_foreign_key, without_public_key])
def test_the_key_of_another_log_stamps_and_signs_nothing(
    folder: LogFolder, replace: Callable[[LogFolder], object]
) -> None:
    write(3)
    sequence()
    write(1, first=3)
    signed, entries = folder.checkpoint_note(), Entry.objects.count()
    replace(folder)
    with pytest.raises(LedgerDamaged, match="不是这部日志的"):
        sequence()
    with pytest.raises(Undelivered, match="不是这部日志的"):
        write(1, first=4)
    assert (folder.checkpoint_note(), Entry.objects.count()) == (signed, entries)


def test_verification_names_the_key_of_another_log(folder: LogFolder) -> None:
    write(3)
    sequence()
    put_foreign_key(folder)
    assert "ledger.key" in {finding.table for finding in findings(folder)}


def test_a_database_older_than_the_published_log_stops_the_sequencer(
    folder: LogFolder, tmp_path: Path
) -> None:
    write(2)
    sequence()
    with folder.locked():
        key = folder.signing_key(begun=True)
    from_the_future = Checkpoint(key.public.name, 9, b"\7" * 32)
    folder.write("checkpoint", str(signed_checkpoint(from_the_future, key)).encode())
    with pytest.raises(LedgerDamaged, match="旧备份"):
        sequence()


class Stop(Exception):
    """The power goes off here."""


@pytest.mark.parametrize("after", range(9))
def test_a_stop_between_any_two_files_is_repaired(
    folder: LogFolder, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    write(255)
    sequence()
    write(3, first=255)
    written = 0
    real = LogFolder.write

    def failing(self: LogFolder, path: str, content: bytes) -> None:
        nonlocal written
        if written == after:
            raise Stop
        written += 1
        real(self, path, content)

    with monkeypatch.context() as patched:
        patched.setattr(LogFolder, "write", failing)
        try:
            sequence()
        except Stop:
            assert Leaf.objects.count() == 258  # numbered for ever, files behind
    sequence()
    assert wrong(folder) == []
    state = log_state()
    assert state is not None
    assert state.size == 258


def test_publishing_twice_changes_nothing(folder: LogFolder) -> None:
    write(3)
    sequence()
    before = {path: path.read_bytes() for path in folder.public.rglob("*") if path.is_file()}
    publish(folder, folder.signing_key(begun=True))
    assert number_batch() == 0
    assert {path: path.read_bytes() for path in folder.public.rglob("*") if path.is_file()} == before
