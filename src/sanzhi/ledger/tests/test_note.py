"""Signed notes against the specification's own example, and everything that must be refused."""

from collections.abc import Callable

import pytest

from sanzhi.ledger.checkpoint import Checkpoint, opened_checkpoint, signed_checkpoint
from sanzhi.ledger.note import (
    COSIGNATURE,
    Note,
    NoteError,
    PublicKey,
    SigningKey,
    cosign,
    is_signed_by,
    parse_note,
    sign,
)

# The example pair of golang.org/x/mod/sumdb/note, published for tests.
SECRET = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
SIGNED = TEXT + (
    "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


def test_the_published_example() -> None:
    assert str(SigningKey.parse(SECRET).public) == PUBLIC
    assert SigningKey.parse(SECRET).private_line() == SECRET
    assert str(Note(TEXT, (sign(TEXT, SigningKey.parse(SECRET)),))) == SIGNED
    assert is_signed_by(parse_note(SIGNED), PublicKey.parse(PUBLIC))


KEY = SigningKey.generate("log.example/ledger")
WITNESS = SigningKey.generate("witness.example", algorithm=COSIGNATURE)
POINT = Checkpoint("log.example/ledger", 12, bytes(range(32)))


def test_a_checkpoint_travels_and_witnesses_sign_beside_the_log() -> None:
    note = signed_checkpoint(POINT, KEY)
    both = Note(note.text, (*note.signatures, cosign(note.text, WITNESS, at=1_800_000_000)))
    again = parse_note(str(both))
    assert opened_checkpoint(str(both), KEY.public) == POINT
    assert is_signed_by(again, PublicKey.parse(str(WITNESS.public)))
    assert not is_signed_by(again, SigningKey.generate("stranger.example").public)


def test_extension_lines_are_kept() -> None:
    point = Checkpoint("log.example/ledger", 0, bytes(32), ("one", "two"))
    assert Checkpoint.parse(point.text()) == point


@pytest.mark.parametrize(
    "change",
    [
        lambda note: note.replace("\n12\n", "\n13\n"),
        lambda note: note.replace("\n12\n", "\n012\n"),
        lambda note: note.replace("log.example/ledger\n", "other.example\n", 1),
        lambda note: note.replace("\n\n", "\n"),
        lambda note: note[:-1],
        lambda note: note.replace("— log", "- log"),
        lambda note: note[:-10] + "\n",
        lambda note: note.replace("\n12\n", "\n12\t\n"),
        lambda note: "",
    ],
)
def test_a_changed_checkpoint_is_refused(change: Callable[[str], str]) -> None:
    note = str(signed_checkpoint(POINT, KEY))
    assert opened_checkpoint(note, KEY.public) == POINT
    with pytest.raises(NoteError):
        opened_checkpoint(change(note), KEY.public)


def test_a_checkpoint_of_another_log_signed_by_the_same_key_is_refused() -> None:
    note = str(signed_checkpoint(Checkpoint("other.example", 1, bytes(32)), KEY))
    with pytest.raises(NoteError, match="is of other"):
        opened_checkpoint(note, KEY.public)


@pytest.mark.parametrize(
    "line", ["", "a+b", "a b+00000000+AA==", PUBLIC[:-4], PUBLIC.replace("c7", "c8"), SECRET]
)
def test_malformed_keys_are_refused(line: str) -> None:
    with pytest.raises(NoteError):
        PublicKey.parse(line)


@pytest.mark.parametrize("line", [PUBLIC, SECRET[:-4], SECRET.replace("c7", "c8"), "PRIVATE+KEY+x"])
def test_malformed_private_keys_are_refused(line: str) -> None:
    with pytest.raises(NoteError):
        SigningKey.parse(line)


@pytest.mark.parametrize("name", ["", "with space", "with+plus"])
def test_names_that_would_break_the_lines_are_refused(name: str) -> None:
    with pytest.raises(NoteError):
        SigningKey.generate(name)
