"""A file that an order names by its hash: the page takes the file, the hash is computed here and never typed.

What was sent and refused beside it need not be sent again: the page keeps the hash, signed by us.
"""

from typing import Any

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sanzhi.kernel.storage import store

LARGEST = 100 << 20  # bytes
SALT = "kept-file"
TOO_LARGE = f"文件太大，最多{LARGEST >> 20}兆字节。录像请在“音像”页上传。"


class KeptFileInput(forms.FileInput):
    """The chosen file, or the one that came before; the browser says of a large one that it is, before it is sent."""

    def __init__(self) -> None:
        super().__init__({"data-most": LARGEST, "data-too-large": TOO_LARGE})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:  # noqa: PLR0917 - Django calls it so
        return files.get(name) or data.get(f"{name}_kept", "")

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:  # noqa: PLR0917
        return name not in files and f"{name}_kept" not in data

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: PLR0917
        asked = super().render(name, None, attrs, renderer)
        kept = _put(value)
        if not kept:
            return asked
        known = '<input type="hidden" name="{}_kept" value="{}"><small>已收到一份文件（SHA-256 {}…），不必重新选择</small>'
        return format_html("{}" + known, asked, name, signing.dumps(kept, salt=SALT), kept[:16])


class KeptFile(forms.Field):
    """Cleans to the SHA-256 of the stored file, or to nothing."""

    widget = KeptFileInput

    def to_python(self, value: Any) -> str:
        if isinstance(value, UploadedFile) and (value.size or 0) > LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        if isinstance(value, UploadedFile) and not value.size:
            raise forms.ValidationError(f"“{value.name}”是空的。")
        return _put(value)


def _put(value: Any) -> str:
    """The hash of what was sent, stored; of what was kept, where the signature is ours."""
    if isinstance(value, UploadedFile):
        if not 0 < (value.size or 0) <= LARGEST:
            return ""
        value.seek(0)
        return store().put(value.chunks()).sha256
    try:
        return str(signing.loads(value, salt=SALT)) if value else ""
    except signing.BadSignature:
        return ""
