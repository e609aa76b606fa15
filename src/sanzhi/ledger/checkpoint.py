"""A checkpoint says how large the tree is and what its root is: C2SP tlog-checkpoint, inside a signed note."""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass

from sanzhi.ledger.note import Note, NoteError, PublicKey, SigningKey, is_signed_by, parse_note, sign


@dataclass(frozen=True)
class Checkpoint:
    """`origin` names the log for ever; `root` is 32 bytes."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def text(self) -> str:
        lines = [self.origin, str(self.size), b64encode(self.root).decode(), *self.extensions]
        return "\n".join(lines) + "\n"

    @classmethod
    def parse(cls, text: str) -> "Checkpoint":
        origin, size, root, *extensions = [*text.removesuffix("\n").split("\n"), "", ""]
        try:
            decoded = b64decode(root, validate=True)
        except NotBase64 as wrong:
            raise NoteError("the checkpoint's root is not base64") from wrong
        if (
            not origin
            or not size.isascii()
            or not size.isdecimal()
            or size != str(int(size))
            or len(decoded) != 32
        ):
            raise NoteError("the checkpoint is malformed")
        return cls(origin, int(size), decoded, tuple(extensions[:-2]))


def signed_checkpoint(checkpoint: Checkpoint, key: SigningKey) -> Note:
    text = checkpoint.text()
    return Note(text, (sign(text, key),))


def opened_checkpoint(content: str, key: PublicKey) -> Checkpoint:
    """The checkpoint in a note that `key` has signed. NoteError otherwise."""
    note = parse_note(content)
    if not is_signed_by(note, key):
        raise NoteError(f"the checkpoint is not signed by {key.name}")
    checkpoint = Checkpoint.parse(note.text)
    if checkpoint.origin != key.name:
        raise NoteError(f"the checkpoint is of {checkpoint.origin}, not of {key.name}")
    return checkpoint
