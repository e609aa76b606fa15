"""Scans of signed papers: what the bytes are, whatever the file calls itself, and which a paper has."""

from collections.abc import Sequence

from sanzhi.cases.models import Paper, PaperScan
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.storage import store
from sanzhi.kernel.verdict import Verdict

LARGEST = 20 << 20  # bytes of one scan: 建议
MOST = 20  # scans of one paper: 建议
TAIL = 2048  # bytes in which the end of a PDF stands
KINDS = {
    "application/pdf": (b"%PDF-", b"%%EOF"),
    "image/jpeg": (b"\xff\xd8\xff", b"\xff\xd9"),
    "image/png": (b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"),
}
ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


def scans_of(paper: Paper) -> tuple[PaperScan, ...]:
    return tuple(rows_of(paper.scans))


def size_of(sha256: str) -> int:
    return store().size(sha256)


def kind_of(sha256: str) -> str:
    """The kind that head and end of the file tell; nothing where it is none of those, or was cut off."""
    with store().open(sha256) as file:
        head = file.read(16)
        file.seek(max(size_of(sha256) - TAIL, 0))
        tail = file.read()
    return next((kind for kind, (begin, end) in KINDS.items() if head.startswith(begin) and end in tail), "")


def is_a_scan(sha256: str, *, known: Sequence[PaperScan]) -> Verdict:
    """Of a file that came in: small enough, a picture or a PDF as a whole, and not there yet."""
    size = size_of(sha256)
    if size > LARGEST:
        told = f"扫描件有{size / (1 << 20):.1f}兆字节，超过{LARGEST >> 20}兆字节。"
        return Verdict.no(told, remedy="请降低扫描的分辨率，或者分几份上传。")
    return (
        Verdict.when(
            kind_of(sha256),
            "上传的文件不是完整的 PDF、JPEG、PNG。",
            remedy="请用扫描仪、手机重新扫描后上传；改文件名不起作用。",
        )
        & Verdict.when(len(known) < MOST, f"这份文书已有{MOST}份扫描件。", remedy="请把多页合为一份 PDF。")
        & Verdict.when(all(row.sha256 != sha256 for row in known), "这份扫描件已经附在本文书之后。")
    )
