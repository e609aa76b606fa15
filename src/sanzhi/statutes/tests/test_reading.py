"""Files as they come: three encodings and Word; what is refused, each with its own sentence."""

import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from sanzhi.kernel.errors import Refused
from sanzhi.law.statute_text import parse_statute
from sanzhi.statutes.reading import LARGEST, is_readable_name, read_text

TEXT = "某市落叶管理条例\n第一条　为了管好落叶，制定本条例。\n第二条 本条例自2026年9月1日起施行。\n"


def word(*, tracked: bool = False) -> bytes:
    paper = docx.Document()
    paper.add_heading("某市落叶管理条例", 0)
    paper.add_paragraph("第一条　为了管好落叶，").add_run("制定本条例。").bold = True
    second = paper.add_paragraph("第二条\t收费标准：")
    if tracked:
        change = OxmlElement("w:ins")
        change.set(qn("w:author"), "某人")
        second._p.append(change)
    table = paper.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "银杏叶", "二元"
    paper.add_paragraph("第三条 本条例自2026年9月1日起施行。")
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def repacked(**entries: bytes) -> bytes:
    """A container with these entries, a name written with __ for its slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_text_file_reads_the_same_in_every_encoding(encoding: str, end: str) -> None:
    assert read_text(TEXT.replace("\n", end).encode(encoding), name="落叶.txt") == TEXT


def test_a_word_file_reads_in_its_order() -> None:
    read = parse_statute(read_text(word(), name="随便什么.docx"), name="随便什么.docx")
    assert read.title == "某市落叶管理条例"
    assert [article.paragraphs[0].text for article in read.articles][:2] == [
        "为了管好落叶，制定本条例。",
        "收费标准：",
    ]
    assert read.articles[1].paragraphs[1].text == "| 银杏叶 | 二元 |" and len(read.articles) == 3


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b" \n", "空文件"),
        (b"x" * (LARGEST + 1), "超过20MB"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "旧式的.doc"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        (b"%PDF-1.7", "PDF"),
        (word()[:2000], "已经损坏"),
        (repacked(xl__workbook=b"<a/>"), "不是Word文档"),
        (repacked(word__document=b"<!DOCTYPE a><a/>"), "已经损坏"),
        (repacked(word__document=b"<a><b></a>"), "已经损坏"),
        (repacked(word__document=b"<a/>"), "没有正文"),
        (repacked(word__document=b" " * (101 << 20)), "解压后过大"),
        (word(tracked=True), "尚未接受的修订"),
        (TEXT.encode("big5", "replace"), "编码无法识别"),
        (bytes(range(1, 200)), "编码无法识别"),
        (b"Article 1. Leaves shall be swept." * 9, "不是中文文本"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused_with_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read_text(content, name="落叶.docx")


@pytest.mark.parametrize(
    ("name", "may"), [("a.md", 1), ("a.TXT", 1), ("a(2020-01-01).docx", 1), ("a.doc", 0), ("a", 0)]
)
def test_readable_names(name: str, may: int) -> None:
    assert is_readable_name(name) is bool(may)
