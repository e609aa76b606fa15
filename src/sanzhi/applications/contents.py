"""What an uploaded file is, by its bytes: PDF, JPEG or PNG, whole, and nothing in it that acts by itself.

Nothing here opens a file for its looks. A name proves nothing, nor does what the browser says of the type.
"""

import re
import zlib

from sanzhi.applications.models import FileKind
from sanzhi.kernel.verdict import Verdict

LARGEST = 8 << 20  # bytes; a stranger's whole body is read into memory
MOST_UNPACKED = 32 << 20  # bytes of all packed objects of a PDF together
MOST_ESCAPES = 200_000  # signs that may begin one: pressed pictures of this size have 30,000
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR"  # the test sign of virus scanners
PNG = b"\x89PNG\r\n\x1a\n"
SAVE_ANEW = "请用“打印为PDF”另存一份，或者拍照上传。"
KNOWN = (
    (b"PK\x03\x04", "这是Office文档或者压缩包。", "请另存为PDF后上传，压缩包请解开后逐份上传。"),
    (b"\xd0\xcf\x11\xe0", "这是旧版Office文档。", "请另存为PDF后上传。"),
    (b"Rar!", "这是压缩包。", "请解开后逐份上传。"),
    (b"7z\xbc\xaf", "这是压缩包。", "请解开后逐份上传。"),
    (b"\x1f\x8b", "这是压缩包。", "请解开后逐份上传。"),
    (b"MZ", "这是程序，不能上传。", ""),
    (b"\x7fELF", "这是程序，不能上传。", ""),
    (b"#!", "这是脚本，不能上传。", ""),
)
# names that make a PDF act, or carry other files
ACTING = re.compile(
    rb"/(?:JavaScript|JS(?=[\s(</\[])|Launch|EmbeddedFiles?|RichMedia|Rendition|XFA|ImportData|SubmitForm|GoToE|GoToR)"
    rb"(?![A-Za-z])"
)
# what is done when it is opened: a place to go to in it, but no address of the web; written there, or in an object
AT_OPENING = re.compile(rb"/(?:OpenAction|AA)\s*(?:<<(?P<here>(?:[^>]|>(?!>))*)|(?P<object>\d+)\s+\d+\s+R)")
ADDRESS = re.compile(rb"/URI(?![A-Za-z])")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
STREAM = re.compile(rb"\bstream\r?\n")
PACKED = re.compile(rb"/ObjStm(?![A-Za-z])")


def kind_of(content: bytes) -> FileKind | None:
    """By the first bytes."""
    if content.startswith(b"%PDF-"):
        return FileKind.PDF
    if content.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG
    return FileKind.PNG if content.startswith(PNG) else None


def may_be_taken(content: bytes) -> Verdict:
    """Whether the file is of a kind that is taken, whole and harmless."""
    if not content:
        return Verdict.no("文件是空的。", remedy="请重新选择。")
    if len(content) > LARGEST:
        return Verdict.no(
            f"文件太大，每份最多{LARGEST >> 20}兆字节。", remedy="请压缩，或者拍照时选小一些的尺寸。"
        )
    if EICAR in content:
        return Verdict.no("文件带有病毒特征，不能上传。")
    kind = kind_of(content)
    if kind is None:
        return _of_no_kind(content)
    if not {FileKind.PDF: _pdf_ends, FileKind.JPEG: _jpeg_ends, FileKind.PNG: _png_ends}[kind](content):
        return Verdict.no("文件不完整，可能没有传完。", remedy="请打开看一看，再重新选择。")
    return _acts_not(content) if kind == FileKind.PDF else Verdict.yes()


def _of_no_kind(content: bytes) -> Verdict:
    for start, sentence, remedy in KNOWN:
        if content.startswith(start):
            return Verdict.no(sentence, remedy=remedy)
    if content[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc"}:
        return Verdict.no(
            "这是HEIC照片。", remedy="请在手机相机设置中把格式改为“兼容性最佳”重新拍照，或者上传截图。"
        )
    return Verdict.no("只收PDF、JPEG和PNG文件，以文件内容为准。", remedy="请另存为PDF，或者拍照上传。")


def _pdf_ends(content: bytes) -> bool:
    tail = content[-2048:]
    return b"%%EOF" in tail and b"startxref" in tail


def _jpeg_ends(content: bytes) -> bool:
    """The picture itself ends; telephones put a second picture or a film behind it."""
    at = 2
    while content[at : at + 1] == b"\xff" and at + 4 <= len(content):
        marker = content[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        at += 2 + length
        if marker == 0xDA:
            return content.find(b"\xff\xd9", at) > 0
    return False


def _png_ends(content: bytes) -> bool:
    """Chunk by chunk to the last, and nothing behind it."""
    at, first = len(PNG), True
    while at + 12 <= len(content):
        length, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        if first and name != b"IHDR":
            return False
        at, first = at + 12 + length, False
        if name == b"IEND":
            return at == len(content)
    return False


def _acts_not(content: bytes) -> Verdict:
    uncheckable = Verdict.no("PDF的内部结构无法检查。", remedy=SAVE_ANEW)
    if content.count(b"#") > MOST_ESCAPES:
        return uncheckable
    plain = _spelt(content)
    if re.search(rb"/Encrypt(?![A-Za-z])", plain):
        return Verdict.no("PDF加了密码或者限制。", remedy=SAVE_ANEW)
    packed = _unpacked(content)
    if packed is None or packed.count(b"#") > MOST_ESCAPES:
        return uncheckable
    return Verdict.when(
        not (ACTING.search(plain) or ACTING.search(_spelt(packed)) or _calls_at_opening(plain)),
        "PDF里带有脚本、附件或者会自动执行的动作。",
        remedy=SAVE_ANEW,
    )


def _calls_at_opening(plain: bytes) -> bool:
    """Whether a viewer would open an address of the web by itself."""
    for found in AT_OPENING.finditer(plain):
        done = found["here"] or b""
        if number := found["object"]:
            begins = re.search(rb"(?<!\d)" + number + rb"\s+\d+\s+obj", plain)
            done = plain[begins.end() : begins.end() + 4096].partition(b"endobj")[0] if begins else b""
        if ADDRESS.search(done):
            return True
    return False


def _spelt(text: bytes) -> bytes:
    """Names without their escapes: /J#53 is /JS."""
    return ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), text)


def _unpacked(content: bytes) -> bytes | None:
    """The objects that a PDF keeps packed (ObjStm); None where they are packed in another way, too many, or hidden."""
    found, left, open_ones = [], MOST_UNPACKED, 0
    for start in STREAM.finditer(content):
        head = _spelt(content[max(0, start.start() - 2048) : start.start()].rpartition(b" obj")[2])
        if not PACKED.search(head):
            continue
        end = content.find(b"endstream", start.end())
        if b"/Filter" not in head:
            open_ones += 1  # it was read with the rest
            continue
        if b"/FlateDecode" not in head or b"/DecodeParms" in head or end < 0:
            return None
        unpacked = _inflated(content[start.end() : end], most=left)
        if unpacked is None:
            return None
        found.append(unpacked)
        left -= len(unpacked)
    # one whose name stands elsewhere than before its stream was not read
    named = len(PACKED.findall(_spelt(content)))
    return b"\n".join(found) if named == len(found) + open_ones else None


def _inflated(packed: bytes, *, most: int) -> bytes | None:
    """None where it is not whole, no such thing, or larger than `most`."""
    unpacking = zlib.decompressobj()
    try:
        unpacked = unpacking.decompress(packed, most + 1)
    except zlib.error:
        return None
    return unpacked if unpacking.eof and len(unpacked) <= most else None
