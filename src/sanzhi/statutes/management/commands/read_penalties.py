"""`manage.py read_penalties FILE [--json]`: the penalty clauses of a statute as drafts of powers; imports nothing.

What was not read is printed with its words; a file that is no statute is refused with its line.
"""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sanzhi.kernel.errors import Refused
from sanzhi.law.fine_text import write_formulas
from sanzhi.law.fines import describe, parse_formula
from sanzhi.law.liability import LiabilityReading, PenaltyDraft, read_liability
from sanzhi.law.statute_text import StatuteError, breaks, missing_end, parse_statute
from sanzhi.statutes.reading import is_readable_name, read_text


class Command(BaseCommand):
    help = "读出法律法规中的处罚条款：manage.py read_penalties 某市某条例(2020-01-01).md --json"
    requires_system_checks = []  # reads one file and touches no database

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", dest="as_json", help="写成 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        title, reading, broken, endless = _read(options["file"])
        if options["as_json"]:
            said = {"title": title, **asdict(reading), "breaks": broken, "missing_end": endless}
            self.stdout.write(json.dumps(said, ensure_ascii=False, indent=1))
            return
        for line in _lines(title, reading, broken=broken, endless=endless):
            self.stdout.write(line)


def _read(file: Path) -> tuple[str, LiabilityReading, tuple[str, ...], tuple[str, ...]]:
    if not is_readable_name(file.name):
        raise CommandError(f"{file.name}：只读 .md、.txt 和 .docx 文件。")
    try:
        text = read_text(file.read_bytes(), name=file.name)
    except Refused as refusal:
        raise CommandError(str(refusal)) from refusal
    except OSError as failure:
        raise CommandError(f"{file}：打不开这个文件。") from failure
    try:
        statute = parse_statute(text, name=file.name)
    except StatuteError as wrong:
        raise CommandError(str(wrong)) from wrong
    return statute.title, read_liability(statute), breaks(statute), missing_end(statute)


def _lines(
    title: str, reading: LiabilityReading, *, broken: tuple[str, ...], endless: tuple[str, ...]
) -> Iterator[str]:
    for draft in reading.drafts:
        yield f"{draft.basis.removeprefix(f'《{title}》')}　{draft.conduct}"
        for caption, said in _sayings(title, draft):
            yield f"    {caption}：{said}"
    if reading.passed_over:
        yield "不是职权或者没有读成职权的条款："
    for passed in reading.passed_over:
        words = f"：{passed.text}" if passed.is_unread else ""
        yield f"    {passed.basis.removeprefix(f'《{title}》')}　{passed.reason}{words}"
    yield f"《{title}》：读出 {len(reading.drafts)} 条，{_summary(reading, broken=broken, endless=endless)}。"


def _summary(reading: LiabilityReading, *, broken: tuple[str, ...], endless: tuple[str, ...]) -> str:
    """字句全部读懂 only where nothing is left to a person."""
    unread = sum(bool(draft.unread) for draft in reading.drafts)
    missed = sum(passed.is_unread for passed in reading.passed_over)
    said = (
        f"但是文本不完整，读出的不是全部：{''.join(broken)}".rstrip("。") if broken else "",
        f"其中 {unread} 条有没读懂的字句，请对照条文补上" if unread else "",
        f"另有 {missed} 处提到处罚、没有读成职权，请对照条文核对" if missed else "",
        "".join(endless).rstrip("。") + "，请核对来源" if endless and not broken else "",
    )
    return "；".join(filter(None, said)) or "字句全部读懂"


def _sayings(title: str, draft: PenaltyDraft) -> Iterator[tuple[str, str]]:
    """Only what the draft says, in the order of a powers list."""
    tables = dict(draft.formulas)
    whole = tables.pop("", None)
    violated = "、".join(citation.removeprefix(f"《{title}》") for citation in draft.prohibitions)
    labelled = "；".join(describe(parse_formula(table)) for table in draft.alternatives)
    sayings = (
        ("违反", violated),
        ("先责令改正", draft.correct_first_text),
        ("罚款", write_formulas(whole, tables, alternatives=())),
        ("分情形", labelled),
        ("警告", "可以给予或者一并给予警告" if draft.warns else ""),
        ("其他措施", "；".join(draft.other_measures)),
        ("实施机关", draft.executing_department),
        ("没有读懂", "；".join(draft.unread)),
    )
    yield from ((caption, said) for caption, said in sayings if said)
