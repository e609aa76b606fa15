"""What a file is, told from its first bytes alone; the name and the browser's word count for nothing."""

from dataclasses import dataclass

HEAD = 64  # bytes that are enough to tell


@dataclass(frozen=True)
class Media:
    """`kind` is photo, audio, video or document."""

    mime: str
    kind: str


JPEG = Media("image/jpeg", "photo")
PNG = Media("image/png", "photo")
INLINE = frozenset({JPEG.mime, PNG.mime})

# offset, bytes found there, what it is
SIGNATURES: tuple[tuple[int, bytes, Media], ...] = (
    (0, b"\xff\xd8\xff", JPEG),
    (0, b"\x89PNG\r\n\x1a\n", PNG),
    (4, b"ftypheic", Media("image/heic", "photo")),
    (4, b"ftypheix", Media("image/heic", "photo")),
    (4, b"ftypmif1", Media("image/heic", "photo")),
    (4, b"ftypM4A", Media("audio/mp4", "audio")),
    (4, b"ftypqt", Media("video/quicktime", "video")),
    (4, b"ftyp3g", Media("video/3gpp", "video")),
    (4, b"ftyp", Media("video/mp4", "video")),
    (8, b"AVI ", Media("video/x-msvideo", "video")),
    (8, b"WAVE", Media("audio/wav", "audio")),
    (0, b"OggS", Media("audio/ogg", "audio")),
    (0, b"ID3", Media("audio/mpeg", "audio")),
    (0, b"\xff\xfb", Media("audio/mpeg", "audio")),
    (0, b"\xff\xf3", Media("audio/mpeg", "audio")),
    (0, b"\xff\xf1", Media("audio/aac", "audio")),
    (0, b"#!AMR", Media("audio/amr", "audio")),
    (0, b"%PDF-", Media("application/pdf", "document")),
)
EBML = b"\x1aE\xdf\xa3"


def sniffed(head: bytes) -> Media | None:
    """The media type of a file that begins with `head` (HEAD bytes); None where it is none that may be evidence."""
    if head.startswith(EBML):
        return Media("video/webm" if b"webm" in head else "video/x-matroska", "video")
    for offset, signature, media in SIGNATURES:
        if head.startswith(signature, offset):
            return media
    return None
