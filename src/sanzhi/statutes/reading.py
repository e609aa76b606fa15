"""A file as the text of a statute: .md and .txt in the usual Chinese encodings, .docx paragraph by paragraph.

Refuses, each with a sentence: what is damaged, locked, too large, no text, or holds changes nobody has accepted.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePath
from xml.etree import ElementTree as ET

from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason

LARGEST, UNPACKED, ENTRIES = 20 << 20, 100 << 20, 2000
LONGEST = 5_000_000  # characters; the longest code in force has some 200 000
ZIP, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
BODY = "word/document.xml"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# text boxes stand beside the text; their words are not the law's
ASIDE = {f"{WORD}txbxContent", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, KeyError)
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_text(content: bytes, *, name: str) -> str:
    """The text of the file called `name`; what it is, its first bytes say. Raises Refused."""
    if not content.strip():
        raise _refused(f"“{name}”是空文件。")
    if len(content) > LARGEST:
        raise _refused(f"“{name}”超过{LARGEST >> 20}MB。", "法律法规的文本不会这样大，请核对文件。")
    if content.startswith(COMPOUND):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        if locked:
            raise _refused(f"“{name}”设有打开密码。", "请取消密码后重新上传。")
        raise _refused(f"“{name}”是旧式的.doc或者.wps文件。", "请另存为.docx后重新上传。")
    if content.startswith(b"%PDF"):
        raise _refused(f"“{name}”是PDF。", "请使用.docx、.txt或者.md格式的文本。")
    text = _word(content, name) if content.startswith(ZIP) else _decoded(content, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST:
        raise _refused(f"“{name}”有{len(text)}字，不像一部法律法规。")
    return text


def is_readable_name(name: str) -> bool:
    return PurePath(name).suffix.lower() in {".md", ".txt", ".docx"}


def _refused(sentence: str, remedy: str = "") -> Refused:
    return Refused((Reason(sentence, remedy=remedy),))


def _decoded(content: bytes, name: str) -> str:
    encodings = [encoding for mark, encoding in MARKS if content.startswith(mark)] or ["utf-8", "gb18030"]
    if len(encodings) == 2 and b"\0" in content[:200]:
        encodings = ["utf-16-le" if content[1:2] == b"\0" or content[1] < content[0] else "utf-16-be"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_chinese(text):
            return text
    raise _refused(
        f"“{name}”不是中文文本，或者编码无法识别。", "可以使用UTF-8、GB18030（GBK）或者UTF-16编码的文本文件。"
    )


def _is_chinese(text: str) -> bool:
    """Whether it reads as Chinese: wrong encodings give rare characters, gaps and control marks."""
    visible = [character for character in text[:20_000] if not character.isspace()]
    usual = sum(
        1
        for character in visible
        if "一" <= character <= "鿿" or character.isascii() or character in PUNCTUATION
    )
    controls = any(ord(character) < 32 for character in visible)
    known = "的" in text or "条" in text or "法" in text
    return bool(visible) and not controls and known and usual >= 0.9 * len(visible)


PUNCTUATION = set("，。；：、！？（）“”‘’《》〈〉〔〕【】—…－·﹙﹚　．％○〇\ufeff\u200b１２３４５６７８９０")


def _word(content: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
                raise _refused(f"“{name}”解压后过大，没有打开。")
            if BODY not in archive.namelist():
                raise _refused(f"“{name}”不是Word文档（.docx）。")
            if archive.getinfo(BODY).flag_bits & 1:
                raise _refused(f"“{name}”设有打开密码。", "请取消密码后重新上传。")
            xml = archive.read(BODY)
        if b"<!DOCTYPE" in xml:
            raise _refused(f"“{name}”已经损坏，无法读取。", "请用Word或者WPS打开后另存为.docx。")
        body = ET.fromstring(xml).find(f"{WORD}body")
    except (*UNREADABLE, ET.ParseError, ValueError) as wrong:
        raise _refused(f"“{name}”已经损坏，无法读取。", "请用Word或者WPS打开后另存为.docx。") from wrong
    if body is None:
        raise _refused(f"“{name}”没有正文。")
    if any(next(body.iter(f"{WORD}{tag}"), None) is not None for tag in ("ins", "del", "moveFrom")):
        raise _refused(f"“{name}”有尚未接受的修订。", "请在Word中接受或者拒绝全部修订后重新上传。")
    return "\n".join(_lines(body))


def _lines(parent: ET.Element) -> Iterator[str]:
    """Paragraphs and table rows (| 甲 | 乙 |) in their order, content controls opened."""
    for child in parent:
        if child.tag == f"{WORD}p":
            yield _text(child)
        elif child.tag == f"{WORD}tbl":
            for row in child.iter(f"{WORD}tr"):
                yield f"| {' | '.join(' '.join(_lines(cell)) for cell in row.iter(f'{WORD}tc'))} |"
        elif child.tag not in ASIDE:
            yield from _lines(child)


def _text(element: ET.Element) -> str:
    pieces = []
    for child in element:
        if child.tag == f"{WORD}t":
            pieces.append(child.text or "")
        elif child.tag in {f"{WORD}br", f"{WORD}cr"}:
            pieces.append("\n")
        elif child.tag == f"{WORD}tab":
            pieces.append("　")
        elif child.tag not in ASIDE:
            pieces.append(_text(child))
    return "".join(pieces)
