"""A file that an order names by its hash: the page takes the file, the hash is computed here and never typed.

What came in has a receipt, signed by us for who sent it and for what: a hash alone, which the public site prints, opens
nothing. What was sent and refused beside it need not be sent again: the page keeps the receipt.
"""

from typing import Any

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.storage import store

LARGEST = 100 << 20  # bytes
SALT = "kept-file"
TOO_LARGE = f"文件太大，最多{LARGEST >> 20}兆字节。录像请在“音像”页上传。"
RECEIPT = r"^([0-9a-f]{64}(:[\w-]{43})?)?$"  # the hash of a file, and our signature


def sent_by(actor: Actor, subject: str) -> str:
    """Who sends the file, and for what: `subject` is a key such as `cases.case:12`."""
    return f"{actor.key} {subject}"


def receipt(sha256: str, *, of: str) -> str:
    """`of` as `sent_by` says it."""
    return signing.Signer(salt=f"{SALT} {of}").sign(sha256)


def is_receipt(said: str, *, of: str) -> bool:
    """Whether the file came in from this person for this thing."""
    try:
        signing.Signer(salt=f"{SALT} {of}").unsign(said)
    except signing.BadSignature:
        return False
    return True


def hash_in(said: str) -> str:
    """The SHA-256 of a receipt, or of a hash alone."""
    return said.partition(":")[0]


class KeptFileInput(forms.FileInput):
    """The chosen file, or the one that came before; the browser says of a large one that it is, before it is sent."""

    def __init__(self, *, of: str) -> None:
        super().__init__({"data-most": LARGEST, "data-too-large": TOO_LARGE})
        self.of = of

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:  # noqa: PLR0917 - Django calls it so
        return files.get(name) or data.get(f"{name}_kept", "")

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:  # noqa: PLR0917
        return name not in files and f"{name}_kept" not in data

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: PLR0917
        asked = super().render(name, None, attrs, renderer)
        kept = _put(value, of=self.of)
        if not kept:
            return asked
        known = '<input type="hidden" name="{}_kept" value="{}"><small>已收到一份文件（SHA-256 {}…），不必重新选择</small>'
        return format_html("{}" + known, asked, name, kept, kept[:16])


class KeptFile(forms.Field):
    """Cleans to the receipt of the stored file, or to nothing."""

    def __init__(self, *, of: str, required: bool) -> None:
        super().__init__(required=required, widget=KeptFileInput(of=of))
        self.of = of

    def to_python(self, value: Any) -> str:
        if isinstance(value, UploadedFile) and (value.size or 0) > LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        if isinstance(value, UploadedFile) and not value.size:
            raise forms.ValidationError(f"“{value.name}”是空的。")
        return _put(value, of=self.of)


def _put(value: Any, *, of: str) -> str:
    """The receipt of what was sent, stored now; of what was kept, where it is ours."""
    if isinstance(value, UploadedFile):
        if not 0 < (value.size or 0) <= LARGEST:
            return ""
        value.seek(0)
        return receipt(store().put(value.chunks()).sha256, of=of)
    return str(value) if value and is_receipt(str(value), of=of) else ""
