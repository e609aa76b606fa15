"""Reads the text of a statute into 编章节条款项目. What does not fit is an error with file and line, never a guess."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from sanzhi.law.chinese_numbers import NUMERAL, number_of, numeral_of

HEADING = re.compile(rf"^#*\s*(第(?:{NUMERAL}|\d+)(?:分?编|章|节)(?:[\s　:：].*|[^，。；：,;:]{{0,30}})?)$")
ARTICLE = re.compile(rf"^(?:\*\*)?第({NUMERAL}|\d+)条(?:之({NUMERAL}))?(?:\*\*)?[\s　:：]*(.*)$")
ITEM = re.compile(rf"^[（(﹙]\s*({NUMERAL})\s*[）)﹚][\s　]*(.*)$")
SUBITEM = re.compile(r"^[（(]?(\d{1,2})[）)．.、][\s　]*(.*)$")
# how a sentence goes on behind an article that it names
REFERENCE = re.compile(r"规定|的|所|之规定|第|、|，|和|至")
# a chapter's name printed without its number: no mark in it, between the end of an article and the next one
BARE_HEADING = re.compile(r"^[一-鿿 　]{2,30}$")
# without a date it is the day of publication; only the last article says from when the statute itself applies
IN_FORCE = re.compile(r"自(\d{4})年(\d{1,2})月(\d{1,2})日起(?:施行|实施)")
# what is printed after the last article: tables, lists of fees, editors' words
ANNEX = re.compile(
    rf"^#*\s*(?:附(?![\s　]*则[\s　]*$)(?:件|表|录|图)?(?:{NUMERAL}|\d+)?(?:[:：\s　].*)?|(?:修订|修改|编者)说明.*)$"
)
# the days in the notes above a statute on which it was adopted, amended, approved
DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日(?=[^年]{0,80}?(?:通过|修正|修订|修改|批准|公布|发布))")
# 总 则 and 附 则 without a number, wherever they stand
LOOSE_HEADING = re.compile(r"^(?:总|分|罚|附)[\s　]*则$")
# **附 则**, （附则）, 【附则】: a line in bold or in brackets
WRAPPED = re.compile(r"^#*\s*(?:\*\*|__|[（(【\[])\s*(.+?)\s*(?:\*\*|__|[）)】\]])$")
# 自2020年1月1日起施行, 施行日期由……规定: every statute says from when it applies
APPLIES = re.compile(
    r"自[^。；]{1,40}(?:施行|实施|生效|执行)|施行日期|(?:公布|发布|颁布)之日起|(?:施行|实施)时间"
)
END_OF_NOTES = "<!-- INFO END -->"
ENDS = "。！？.!?）)”》"
LEVELS = {"编": 0, "章": 2, "节": 3}


class StatuteError(ValueError):
    """The text cannot be read: which file, which line, what is wrong."""

    def __init__(self, name: str, line: int, *, sentence: str) -> None:
        self.name, self.line, self.sentence = name, line, sentence
        super().__init__(f"{name} 第{line}行：{sentence}")


@dataclass
class Item:
    """项, and 目 below it."""

    number: int
    text: str
    subitems: list[str] = field(default_factory=list)


@dataclass
class Paragraph:
    """款; `items` in order."""

    text: str
    items: list[Item] = field(default_factory=list)


@dataclass
class Article:
    """条: `number` and, for 之一, `suffix` 1; `chapter` is the path of headings, outermost first."""

    number: int
    suffix: int
    chapter: tuple[str, ...]
    line: int
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def label(self) -> str:
        return f"{self.number}-{self.suffix}" if self.suffix else str(self.number)

    @property
    def heading(self) -> str:
        return f"第{numeral_of(self.number)}条" + (f"之{numeral_of(self.suffix)}" if self.suffix else "")


@dataclass(frozen=True)
class StatuteText:
    """`annex` holds the lines after the last article that belong to none."""

    title: str
    notes: tuple[str, ...]
    articles: tuple[Article, ...]
    annex: tuple[str, ...] = ()


def effective_from(read: StatuteText, *, adopted_on: date) -> date:
    """The day from which this version applies: the day its last article names, but never before its adoption.

    A version amended later keeps the first day in its text, so it counts from the amendment's adoption; a later day
    that only the amending decision names is not in the text and is not seen.
    """
    last = "".join(paragraph.text for paragraph in read.articles[-1].paragraphs)
    named = IN_FORCE.search(re.sub(r"\s", "", last))
    return max(adopted_on, date(*map(int, named.groups()))) if named else adopted_on


def adopted_on(read: StatuteText) -> date | None:
    """The last day on which the notes say it was adopted, amended or approved; a proposal for a person to confirm."""
    days = []
    for found in DAY.findall(re.sub(r"[ \t　]", "", unicodedata.normalize("NFKC", "\n".join(read.notes)))):
        try:
            days.append(date(*map(int, found)))
        except ValueError:
            continue
    return max(days, default=None)


def breaks(read: StatuteText) -> tuple[str, ...]:
    """Where the text stops in the middle: a list that an article announces and does not give, an end without a full stop."""
    found = []
    for article in read.articles:
        paragraphs = article.paragraphs or [Paragraph("")]
        announced = [
            part for part in paragraphs if part.text.rstrip().endswith(("：", ":")) and not part.items
        ]
        if not article.paragraphs or announced:
            found.append(
                f"{article.heading}没有内容。"
                if not article.paragraphs
                else f"{article.heading}的冒号之后没有内容。"
            )
    last = read.articles[-1]
    ending = _last_text(last.paragraphs[-1]).rstrip() if last.paragraphs else ""
    if ending and ending[-1] not in ENDS and f"{last.heading}的冒号之后没有内容。" not in found:
        found.append(f"最后一条{last.heading}在“{ending[-12:]}”处中断，文本可能不完整。")
    return tuple(found)


def missing_end(read: StatuteText) -> tuple[str, ...]:
    """Where no article says from when the statute applies: it may have been cut after a whole sentence."""
    texts = (
        text
        for article in read.articles
        for part in article.paragraphs
        for text in (part.text, *(item.text for item in part.items))
    )
    if any(APPLIES.search(re.sub(r"\s", "", text)) for text in texts):
        return ()
    return (f"没有找到规定施行日期的条文，{read.articles[-1].heading}以后的文字可能缺失。",)


def parse_statute(text: str, *, name: str) -> StatuteText:
    """Read a statute in the plain form of the law folder. Raises StatuteError."""
    lines = [line.replace("\u200b", "").strip().strip("　") for line in text.lstrip("﻿").splitlines()]
    title, notes, start = _head(lines, name)
    reader = _Reader(name)
    body = [(number, line) for number, line in enumerate(lines[start:], start=start + 1) if line]
    for (number, line), (_, following) in pairwise([*body, (0, "")]):
        line = _unwrapped(line)
        is_other = ARTICLE.match(line) or ANNEX.match(line)
        bare = BARE_HEADING.match(line) and ARTICLE.match(following) and not is_other
        if (bare and reader.articles and not reader.is_broken_off()) or LOOSE_HEADING.match(line):
            line = f"# {line}"
        reader.take(number, line)
    if not reader.articles:
        raise StatuteError(name, len(lines), sentence="没有读到任何条文（“第一条……”）。")
    return StatuteText(title, tuple(notes + reader.preamble), tuple(reader.articles), tuple(reader.annex))


def _unwrapped(line: str) -> str:
    """A heading without its bold or its brackets; every other line as it is."""
    inner = WRAPPED.match(line)
    is_heading = inner and (
        LOOSE_HEADING.match(inner[1])
        or HEADING.match(inner[1])
        or (ANNEX.match(inner[1]) and line.startswith(("**", "__")))
    )
    return inner[1] if inner and is_heading else line


def _head(lines: list[str], name: str) -> tuple[str, list[str], int]:
    """Title, revision notes, and the index of the first line after them."""
    first = next((index for index, line in enumerate(lines) if line), None)
    if first is None:
        raise StatuteError(name, 1, sentence="文件是空的。")
    title = re.sub(r"\s", "", lines[first].lstrip("#").strip())
    if not title or ARTICLE.match(title):
        raise StatuteError(name, first + 1, sentence="第一行应为法律法规的名称。")
    end = next((index for index, line in enumerate(lines) if line == END_OF_NOTES), None)
    if end is None:
        return title, [], first + 1
    return title, [line for line in lines[first + 1 : end] if line], end + 1


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.articles: list[Article] = []
        self.preamble: list[str] = []
        self.annex: list[str] = []
        self.is_in_annex = self.annex_counts = False
        self.headings: dict[int, str] = {}

    def take(self, number: int, line: str) -> None:
        heading, found = HEADING.match(line), ARTICLE.match(line)
        if self._is_annex(line, found):
            self.annex.append(line)
        elif heading and not found:
            self._heading(heading[1])
        elif found and not self._goes_on(found):
            self._article(number, found)
        elif line.startswith("#"):
            self._heading(line.lstrip("# "))
        elif not self.articles:
            self.preamble.append(line)  # 目录、公布令等
        else:
            self._body(number, line)

    def _is_annex(self, line: str, found: re.Match[str] | None) -> bool:
        """An annex ends where the next article of the statute follows (附 注 within it), unless it counts its own articles."""
        if not self.is_in_annex:
            self.is_in_annex = bool(self.articles and ANNEX.match(line) and not self.is_broken_off())
        elif found and self._number(found) == (1, 0):
            self.annex_counts = True
        elif found and self._number(found) in self._expected() and not self.annex_counts:
            self.is_in_annex = False
            last = self.annex[-1]
            if (last.startswith("#") or HEADING.match(last)) and not ANNEX.match(last):
                self._heading(self.annex.pop().lstrip("# "))
        return self.is_in_annex

    def is_broken_off(self) -> bool:
        """Whether the last line read stopped in the middle of a sentence."""
        paragraphs = self.articles[-1].paragraphs
        return bool(paragraphs) and _is_broken_off(_last_text(paragraphs[-1]))

    def _goes_on(self, found: re.Match[str]) -> bool:
        """Whether 第十二条规定的 at the head of a line is the rest of a sentence and no new article."""
        if not (self.articles and REFERENCE.match(found[3]) and self.is_broken_off()):
            return False
        return self._number(found) not in self._expected()

    def _expected(self) -> set[tuple[int, int]]:
        last = self.articles[-1]
        return {(last.number + 1, 0), (last.number, last.suffix + 1)}

    @staticmethod
    def _number(found: re.Match[str]) -> tuple[int, int]:
        return number_of(found[1]), number_of(found[2]) if found[2] else 0

    def _heading(self, text: str) -> None:
        text = re.sub(r"[\s　]+", " ", text)
        kind = re.match(rf"第(?:{NUMERAL}|\d+)([编章节])", text)
        level = LEVELS[kind[1]] if kind else 1
        self.headings = {rank: title for rank, title in self.headings.items() if rank < level}
        self.headings[level] = text

    def _article(self, number: int, found: re.Match[str]) -> None:
        here = self._number(found)
        if self.articles:
            if here not in self._expected():
                raise StatuteError(
                    self.name,
                    number,
                    sentence=f"条号“第{found[1]}条”没有接在{self.articles[-1].heading}之后。",
                )
        elif here != (1, 0):
            raise StatuteError(self.name, number, sentence=f"条文应从第一条开始，这里是“第{found[1]}条”。")
        chapter = tuple(self.headings[level] for level in sorted(self.headings))
        article = Article(*here, chapter, number)
        self.articles.append(article)
        if found[3]:
            self._body(number, found[3])

    def _body(self, number: int, line: str) -> None:
        article = self.articles[-1]
        if item := ITEM.match(line):
            if not article.paragraphs:
                article.paragraphs.append(Paragraph(""))
            article.paragraphs[-1].items.append(Item(number_of(item[1]), item[2]))
        elif (sub := SUBITEM.match(line)) and article.paragraphs and article.paragraphs[-1].items:
            article.paragraphs[-1].items[-1].subitems.append(sub[2])
        elif article.paragraphs and _is_broken_off(_last_text(article.paragraphs[-1])):
            _continue(article.paragraphs[-1], line)
        else:
            article.paragraphs.append(Paragraph(line))


def _last_text(paragraph: Paragraph) -> str:
    if not paragraph.items:
        return paragraph.text
    item = paragraph.items[-1]
    return item.subitems[-1] if item.subitems else item.text


def _is_broken_off(text: str) -> bool:
    """Whether a line was wrapped in the middle of a sentence: some printed texts come so."""
    return bool(text) and text[-1] not in "。；：！？.;:!?）)”》"


def _continue(paragraph: Paragraph, line: str) -> None:
    if not paragraph.items:
        paragraph.text += line
    elif paragraph.items[-1].subitems:
        paragraph.items[-1].subitems[-1] += line
    else:
        paragraph.items[-1].text += line
