"""Files are told by their first bytes; ranges by the letter of RFC 9110."""

import pytest

from sanzhi.recordings.media import sniffed
from sanzhi.recordings.ranges import ByteRange, Unsatisfiable, byte_range


@pytest.mark.parametrize(
    ("head", "mime", "kind"),
    [
        (b"\xff\xd8\xff\xe0JFIF", "image/jpeg", "photo"),
        (b"\x89PNG\r\n\x1a\n....", "image/png", "photo"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic", "photo"),
        (b"\x00\x00\x00\x18ftypisom", "video/mp4", "video"),
        (b"\x00\x00\x00\x18ftypM4A ", "audio/mp4", "audio"),
        (b"\x00\x00\x00\x18ftypqt  ", "video/quicktime", "video"),
        (b"\x00\x00\x00\x18ftyp3gp4", "video/3gpp", "video"),
        (b"RIFF\x00\x00\x00\x00AVI LIST", "video/x-msvideo", "video"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav", "audio"),
        (b"\x1aE\xdf\xa3....webm", "video/webm", "video"),
        (b"\x1aE\xdf\xa3....matroska", "video/x-matroska", "video"),
        (b"ID3\x03", "audio/mpeg", "audio"),
        (b"#!AMR\n", "audio/amr", "audio"),
        (b"%PDF-1.7", "application/pdf", "document"),
    ],
)
def test_what_may_be_evidence(head: bytes, mime: str, kind: str) -> None:
    found = sniffed(head)
    assert found is not None
    assert (found.mime, found.kind) == (mime, kind)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"<html>",
        b"<svg ",
        b"MZ\x90",
        b"\x7fELF",
        b"PK\x03\x04",
        b"#!/bin/sh",
        b"GIF89a",
        b"RIFF\x00\x00\x00\x00WEBP",
    ],
)
def test_what_may_not(head: bytes) -> None:
    assert sniffed(head) is None


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", None),
        ("seconds=0-1", None),
        ("bytes=0-", ByteRange(0, 99)),
        ("bytes=0-0", ByteRange(0, 0)),
        ("bytes=10-19", ByteRange(10, 19)),
        ("bytes=90-1000", ByteRange(90, 99)),
        ("bytes=-10", ByteRange(90, 99)),
        ("bytes=-1000", ByteRange(0, 99)),
    ],
)
def test_one_range(header: str, expected: ByteRange | None) -> None:
    assert byte_range(header, 100) == expected


@pytest.mark.parametrize(
    "header", ["bytes=100-", "bytes=5-4", "bytes=-0", "bytes=-", "bytes=0-1,5-6", "bytes=x-y", "bytes=0"]
)
def test_ranges_that_are_refused(header: str) -> None:
    with pytest.raises(Unsatisfiable):
        byte_range(header, 100)
