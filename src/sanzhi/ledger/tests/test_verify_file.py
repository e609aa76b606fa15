"""The offline verifier agrees with the ledger's own modules, and names the part that was changed."""

import hashlib
import json
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import verify
from sanzhi.ledger import canonical
from sanzhi.ledger.checkpoint import Checkpoint, signed_checkpoint
from sanzhi.ledger.merkle import inclusion_proof, leaf_hash, tree_root
from sanzhi.ledger.note import COSIGNATURE, Note, SigningKey, cosign
from sanzhi.ledger.tiles import Tiles, grown_bundles, grown_tiles

KEY = SigningKey.generate("log.example/ledger")
WITNESS = SigningKey.generate("witness.example", algorithm=COSIGNATURE)
SALT = "5a" * 32
PAPER = b"%PDF-1.7 invented"
ENTRY = {
    "version": 1,
    "event": "documents.document_issued",
    "facts": {"number": "舞城管罚决字〔2026〕第12号", "sha256": hashlib.sha256(PAPER).hexdigest()},
}


def written_log(folder: Path, leaves: list[bytes]) -> Checkpoint:
    empty = Tiles(lambda path: b"", 0)
    hashes = [leaf_hash(leaf) for leaf in leaves]
    for path, content in [*grown_bundles(empty, leaves), *grown_tiles(empty, hashes)]:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    point = Checkpoint("log.example/ledger", len(leaves), tree_root(hashes))
    note = signed_checkpoint(point, KEY)
    note = Note(note.text, (*note.signatures, cosign(note.text, WITNESS, at=1_800_000_000)))
    (folder / "checkpoint").write_text(str(note), encoding="utf-8")
    (folder / "public-key").write_text(f"{KEY.public}\n", encoding="utf-8")
    return point


@pytest.fixture
def bundle(tmp_path: Path) -> dict[str, Any]:
    digest = canonical.salted(SALT, ENTRY)
    leaves = [*(number.to_bytes(32, "big") for number in range(300)), bytes.fromhex(digest), b"\x00" * 32]
    written_log(tmp_path, leaves)
    tiles = Tiles(lambda path: (tmp_path / path).read_bytes(), len(leaves))
    return {
        "format": verify.FORMAT,
        "entry": json.loads(json.dumps(ENTRY)),
        "salt": SALT,
        "digest": digest,
        "index": 300,
        "proof": [b64encode(step).decode() for step in inclusion_proof(tiles.node, 300, size=len(leaves))],
        "checkpoint": (tmp_path / "checkpoint").read_text(encoding="utf-8"),
        "key": str(KEY.public),
    }


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "决定书.pdf"
    path.write_bytes(PAPER)
    return path


def test_a_true_proof_holds(bundle: dict[str, Any], paper: Path) -> None:
    findings = verify.check_proof(bundle, paper, key=str(KEY.public), witnesses=(str(WITNESS.public),))
    assert [finding.part for finding in findings] == ["文件", "条目", "包含证明", "签名", "见证"]
    assert all(finding.holds for finding in findings)


CHANGES: list[tuple[str, Callable[[dict[str, Any]], object], set[str]]] = [
    ("a fact", lambda b: b["entry"]["facts"].update(number="第13号"), {"条目"}),
    ("the file's hash", lambda b: b["entry"]["facts"].update(sha256="0" * 64), {"文件", "条目"}),
    ("no file's hash", lambda b: b["entry"].update(facts=None), {"文件", "条目"}),
    ("the salt", lambda b: b.update(salt="00" * 32), {"条目"}),
    ("the digest", lambda b: b.update(digest="00" * 32), {"条目", "包含证明"}),
    ("the index", lambda b: b.update(index=299), {"包含证明"}),
    ("the proof", lambda b: b["proof"].pop(), {"包含证明"}),
    (
        "the size",
        lambda b: b.update(checkpoint=b["checkpoint"].replace("\n302\n", "\n303\n")),
        {"签名", "包含证明"},
    ),
    ("the origin", lambda b: b.update(checkpoint="x" + b["checkpoint"]), {"签名"}),
    ("the key", lambda b: b.update(key=str(SigningKey.generate("log.example/ledger").public)), {"签名"}),
]


@pytest.mark.parametrize(("change", "parts"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_a_changed_proof_names_the_part(
    bundle: dict[str, Any], paper: Path, change: Callable[[dict[str, Any]], object], parts: set[str]
) -> None:
    assert all(finding.holds for finding in verify.check_proof(bundle, paper))
    change(bundle)
    wrong = {finding.part for finding in verify.check_proof(bundle, paper) if not finding.holds}
    assert wrong == parts


def test_another_file_and_another_witness_fail(bundle: dict[str, Any], paper: Path) -> None:
    paper.write_bytes(PAPER + b" ")
    stranger = str(SigningKey.generate("witness.example", algorithm=COSIGNATURE).public)
    findings = verify.check_proof(bundle, paper, witnesses=(stranger,))
    assert [finding.part for finding in findings if not finding.holds] == ["文件", "见证"]


@pytest.mark.parametrize("gone", ["format", "entry", "salt", "digest", "index", "proof", "checkpoint", "key"])
def test_a_bundle_with_a_part_missing_is_unreadable(bundle: dict[str, Any], gone: str) -> None:
    del bundle[gone]
    with pytest.raises(verify.Unreadable):
        verify.check_proof(bundle)


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 600])
def test_a_true_log_holds(tmp_path: Path, size: int) -> None:
    written_log(tmp_path, [number.to_bytes(32, "big") for number in range(size)])
    assert [finding for finding in verify.check_log(tmp_path) if not finding.holds] == []


@pytest.mark.parametrize(
    "path",
    [
        "tile/entries/000",
        "tile/entries/002.p/88",
        "tile/0/001",
        "tile/0/002.p/88",
        "tile/1/000.p/2",
        "checkpoint",
    ],
)
def test_a_log_changed_in_any_file_fails(tmp_path: Path, path: str) -> None:
    written_log(tmp_path, [number.to_bytes(32, "big") for number in range(600)])
    content = (tmp_path / path).read_bytes()
    (tmp_path / path).write_bytes(content[:40] + bytes([content[40] ^ 1]) + content[41:])
    assert [finding for finding in verify.check_log(tmp_path) if not finding.holds]
    (tmp_path / path).unlink()
    if path == "checkpoint":
        with pytest.raises(verify.Unreadable):
            verify.check_log(tmp_path)
    else:
        assert [finding for finding in verify.check_log(tmp_path) if not finding.holds]


@pytest.mark.parametrize(
    ("public", "message", "signature"),
    [  # RFC 8032 §7.1, tests 1 and 2
        (
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
            "d25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
            "387b2eaeb4302aeeb00d291612bb0c00",
        ),
    ],
)
def test_the_rfc_8032_vectors(public: str, message: str, signature: str) -> None:
    key, signed, content = map(bytes.fromhex, (public, signature, message))
    assert verify.is_signed(key, content, signature=signed)
    assert not verify.is_signed(key, content + b"x", signature=signed)


@settings(max_examples=25)
@given(st.binary(max_size=80), st.integers(0, 63), st.integers(1, 255))
def test_signatures_agree_with_the_library(message: bytes, at: int, flip: int) -> None:
    signature = KEY.signature(message)
    changed = signature[:at] + bytes([signature[at] ^ flip]) + signature[at + 1 :]
    assert verify.is_signed(KEY.public.public, message, signature=signature)
    assert not verify.is_signed(KEY.public.public, message, signature=changed)


def test_malformed_signatures_are_refused() -> None:
    order_too_large = b"\x01" + bytes(31) + verify.ORDER.to_bytes(32, "little")
    for public, signature in [
        (bytes(31), bytes(64)),
        (KEY.public.public, bytes(63)),
        (KEY.public.public, order_too_large),
        (b"\xff" * 32, bytes(64)),
    ]:
        assert not verify.is_signed(public, b"", signature=signature)


def test_it_runs_alone_without_the_project(bundle: dict[str, Any], paper: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    copy = alone / "verify.py"
    copy.write_bytes(Path(verify.__file__).read_bytes())
    proof = alone / "证明.json"
    proof.write_text(json.dumps(bundle), encoding="utf-8")
    runs = [([str(proof), str(paper), "--key", str(KEY.public)], 0), (["--log", str(tmp_path)], 0)]
    runs += [([str(proof), str(proof)], 1), ([str(paper)], 2), (["--log", str(alone)], 2)]
    for arguments, code in runs:
        done = subprocess.run(
            [sys.executable, "-I", "-S", str(copy), *arguments], capture_output=True, check=False
        )
        assert done.returncode == code, done.stdout.decode() + done.stderr.decode()
