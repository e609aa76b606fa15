"""What an upload is, by its bytes: three kinds, whole, with nothing in it that acts."""

import zlib

import pytest

from sanzhi.applications.contents import EICAR, LARGEST, PNG, may_be_taken
from sanzhi.applications.testing import JPEG, pdf
from sanzhi.kernel.verdict import require
from tests.stories import reasons


def chunk(name: bytes, content: bytes = b"") -> bytes:
    return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")


PICTURE = PNG + chunk(b"IHDR", b"\0" * 13) + chunk(b"IDAT", b"x") + chunk(b"IEND")
TAKEN = {
    "jpeg": JPEG,
    "jpeg with a film behind it": JPEG + b"\0\0\0\x18ftypmp42",
    "png": PICTURE,
    "pdf": pdf(),
    "pdf that opens at a page and has a link": pdf(
        b"/OpenAction [3 0 R /Fit] >> endobj 7 0 obj << /A << /S /URI /URI (https://example.org) >>"
    ),
    "pdf that names a subset of letters": pdf(b"/JSX 1 /JavaScripts 2"),
    "pdf with packed objects": pdf(packed=b"<< /Type /Font >>"),
}
REFUSED = {
    "nothing": (b"", "空的"),
    "too large": (b"\xff\xd8\xff" + b"0" * LARGEST, "太大"),
    "test virus": (EICAR, "病毒"),
    "test virus in a picture": (JPEG + EICAR, "病毒"),
    "program": (b"MZ\x90", "程序"),
    "program of Linux": (b"\x7fELF", "程序"),
    "script": (b"#!/bin/sh\n", "脚本"),
    "docx or zip": (b"PK\x03\x04", "Office文档或者压缩包"),
    "doc with macros": (b"\xd0\xcf\x11\xe0\xa1\xb1", "旧版Office"),
    "rar": (b"Rar!\x1a", "压缩包"),
    "heic": (b"\0\0\0\x18ftypheic", "HEIC"),
    "html": (b"<!doctype html><script>", "只收PDF、JPEG和PNG"),
    "svg": (b'<svg onload="x">', "只收PDF、JPEG和PNG"),
    "text that says PDF later": (b"x%PDF-1.7", "只收PDF、JPEG和PNG"),
    "cut jpeg": (JPEG[:-2], "不完整"),
    "jpeg that is only a preview": (b"\xff\xd8\xff\xe1\x00\x08ab\xff\xd9cd", "不完整"),
    "cut png": (PICTURE[:-8], "不完整"),
    "png without its head": (PNG + chunk(b"IEND"), "不完整"),
    "png with more behind it": (PICTURE + b"PK\x03\x04", "不完整"),
    "cut pdf": (pdf()[:-12], "不完整"),
    "pdf with a script": (pdf(b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"), "脚本"),
    "pdf with a hidden script": (pdf(b"/OpenAction << /S /J#61vaScript >>"), "脚本"),
    "pdf with a packed script": (pdf(packed=b"<< /S /JavaScript /JS (x) >>"), "脚本"),
    "pdf with a file in it": (pdf(b"/Names << /EmbeddedFiles 5 0 R >>"), "附件"),
    "pdf that starts a program": (pdf(b"/OpenAction << /S /Launch /F (cmd.exe) >>"), "自动执行"),
    "pdf that opens an address": (pdf(b"/OpenAction << /S /URI /URI (http://example.org) >>"), "自动执行"),
    "pdf that opens an address elsewhere": (
        pdf(b"/OpenAction 7 0 R >> endobj 7 0 obj << /S /URI /URI (http://example.org) >> endobj << /X 1"),
        "自动执行",
    ),
    "pdf with a password": (pdf(b"/Encrypt 9 0 R"), "密码"),
    "pdf packed in another way": (
        pdf().replace(
            b"trailer", b"3 0 obj << /Type /ObjStm /Filter /LZWDecode >> stream\nx\nendstream trailer"
        ),
        "无法检查",
    ),
    "pdf packed badly": (
        pdf().replace(
            b"trailer", b"3 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\nx\nendstream trailer"
        ),
        "无法检查",
    ),
    "pdf that hides what is packed": (
        pdf(packed=b"<< /S /JavaScript >>").replace(b"/ObjStm", b"/ObjStm % 9 0 obj\n"),
        "无法检查",
    ),
    "pdf packed and cut": (pdf(packed=b"<< /Type /Font >>").replace(b"\nendstream", b""), "无法检查"),
    "pdf that pretends an end": (
        pdf(packed=b"x" * 99).replace(b"stream\nx", b"stream\nx\nendstream", 1),
        "无法检查",
    ),
    "pdf of escapes": (pdf(b"#61" * 200_001), "无法检查"),
    "pdf that swells": (pdf(packed=b"\0" * (33 << 20)), "无法检查"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_taken(name: str) -> None:
    assert may_be_taken(TAKEN[name])


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not(name: str) -> None:
    content, said = REFUSED[name]
    assert said in reasons(lambda: require(may_be_taken(content)))
