"""Signed notes: C2SP signed-note (https://c2sp.org/signed-note) and the cosignatures of tlog-cosignature.

A note is text and signature lines; keys travel as one line (`name+hash+base64`). Refuses malformed notes with
NoteError; an unknown signer's line is skipped, a known signer's wrong signature is an error.
"""

import hashlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = 1
COSIGNATURE = 4
DASH = "— "


class NoteError(ValueError):
    """The note, the key or a signature is not what the specification demands."""


def key_hash(name: str, *, algorithm: int, public: bytes) -> bytes:
    """The four bytes by which signature lines name their key."""
    return hashlib.sha256(name.encode() + b"\n" + bytes([algorithm]) + public).digest()[:4]


@dataclass(frozen=True)
class PublicKey:
    """What checks a signature. `algorithm` is ED25519 (a log) or COSIGNATURE (a witness)."""

    name: str
    algorithm: int
    public: bytes

    @property
    def hash(self) -> bytes:
        return key_hash(self.name, algorithm=self.algorithm, public=self.public)

    def __str__(self) -> str:
        return f"{self.name}+{self.hash.hex()}+{b64encode(bytes([self.algorithm]) + self.public).decode()}"

    @classmethod
    def parse(cls, line: str) -> "PublicKey":
        name, fingerprint, material = _key_parts(line)
        key = cls(name, material[0], material[1:])
        if (
            key.algorithm not in {ED25519, COSIGNATURE}
            or len(key.public) != 32
            or key.hash.hex() != fingerprint
        ):
            raise NoteError("the key's hash or kind does not fit")
        return key

    def checks(self, message: bytes, signature: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True)
class SigningKey:
    """A private key; `secret` (32 bytes) never leaves its file."""

    public: PublicKey
    secret: bytes

    @classmethod
    def generate(cls, name: str, *, algorithm: int = ED25519) -> "SigningKey":
        return cls._of(name, algorithm=algorithm, secret=Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def parse(cls, line: str) -> "SigningKey":
        if not line.startswith("PRIVATE+KEY+"):
            raise NoteError("not a private key")
        name, fingerprint, material = _key_parts(line.removeprefix("PRIVATE+KEY+"))
        if len(material) != 33:
            raise NoteError("the private key has the wrong length")
        key = cls._of(name, algorithm=material[0], secret=material[1:])
        if key.public.hash.hex() != fingerprint:
            raise NoteError("the private key's hash does not fit")
        return key

    @classmethod
    def _of(cls, name: str, *, algorithm: int, secret: bytes) -> "SigningKey":
        if not is_key_name(name):
            raise NoteError(f"{name!r} cannot name a key")
        public = Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()
        return cls(PublicKey(name, algorithm, public), secret)

    def private_line(self) -> str:
        material = b64encode(bytes([self.public.algorithm]) + self.secret).decode()
        return f"PRIVATE+KEY+{self.public.name}+{self.public.hash.hex()}+{material}"

    def signature(self, message: bytes) -> bytes:
        return Ed25519PrivateKey.from_private_bytes(self.secret).sign(message)


def is_key_name(name: str) -> bool:
    return bool(name) and not any(character.isspace() or character == "+" for character in name)


def _key_parts(line: str) -> tuple[str, str, bytes]:
    try:
        name, fingerprint, encoded = line.strip().split("+", 2)
        material = b64decode(encoded, validate=True)
    except (ValueError, NotBase64) as wrong:
        raise NoteError("not a key of the form name+hash+base64") from wrong
    if not is_key_name(name) or not material:
        raise NoteError("not a key of the form name+hash+base64")
    return name, fingerprint, material


@dataclass(frozen=True)
class Signature:
    """One line under a note: who, by which key hash, and the bytes behind it."""

    name: str
    key_hash: bytes
    content: bytes

    def __str__(self) -> str:
        return f"{DASH}{self.name} {b64encode(self.key_hash + self.content).decode()}\n"


@dataclass(frozen=True)
class Note:
    """`text` ends in a newline and holds no other control characters."""

    text: str
    signatures: tuple[Signature, ...] = ()

    def __str__(self) -> str:
        return self.text + "\n" + "".join(map(str, self.signatures))


def parse_note(content: str) -> Note:
    text, gap, lines = content.rpartition("\n\n")
    if not gap or not lines.endswith("\n"):
        raise NoteError("the note has no signature")
    text += "\n"
    if any(ord(character) < 32 and character != "\n" for character in content):
        raise NoteError("the note holds control characters")
    return Note(text, tuple(_parse_signature(line) for line in lines[:-1].split("\n")))


def _parse_signature(line: str) -> Signature:
    name, space, encoded = line.removeprefix(DASH).partition(" ")
    try:
        material = b64decode(encoded, validate=True)
    except NotBase64 as wrong:
        raise NoteError("a signature line is not base64") from wrong
    if not line.startswith(DASH) or not space or not is_key_name(name) or len(material) < 5:
        raise NoteError("a signature line is malformed")
    return Signature(name, material[:4], material[4:])


def sign(text: str, key: SigningKey) -> Signature:
    """The log's own signature over `text`."""
    if not text.endswith("\n"):
        raise NoteError("the text of a note ends in a newline")
    return Signature(key.public.name, key.public.hash, key.signature(text.encode()))


def cosign(text: str, key: SigningKey, *, at: int) -> Signature:
    """A witness's signature over a checkpoint, made at `at` (seconds since 1970)."""
    stamped = at.to_bytes(8, "big") + key.signature(_cosigned(text, at))
    return Signature(key.public.name, key.public.hash, stamped)


def _cosigned(text: str, at: int) -> bytes:
    return f"cosignature/v1\ntime {at}\n{text}".encode()


def is_signed_by(note: Note, key: PublicKey) -> bool:
    """Whether the note carries this key's line. NoteError when it carries one and it is wrong."""
    lines = [line for line in note.signatures if (line.name, line.key_hash) == (key.name, key.hash)]
    for line in lines:
        if not _holds(note.text, line, key=key):
            raise NoteError(f"the signature of {key.name} is wrong")
    return bool(lines)


def _holds(text: str, line: Signature, *, key: PublicKey) -> bool:
    if key.algorithm == ED25519:
        return key.checks(text.encode(), line.content)
    at = int.from_bytes(line.content[:8], "big")
    return key.checks(_cosigned(text, at), line.content[8:])
