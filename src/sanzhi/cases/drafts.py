"""A paper on two desks: which state the page showed, who has saved since, what was typed and not kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sanzhi.documents import queries as documents
from sanzhi.documents.models import Document, Status
from sanzhi.kernel import judged
from sanzhi.kernel.judged import digest
from sanzhi.kernel.verdict import Verdict


@dataclass(frozen=True)
class Unkept:
    """A field in which what was typed is not what is kept, both as texts."""

    name: str
    label: str
    typed: str
    kept: str


def version_of(document: Document) -> str:
    """The state of the paper that a page shows: another after each change, and after each return."""
    return digest(document.round, document.values)


def told_by_the_case(document: Document) -> str:
    """The state of what nobody types in the paper: who signs as he submits has read it as it is submitted."""
    fixed = documents.form(document.form).fixed_fields
    return digest({field.name: document.values.get(field.name) for field in fixed})


def is_as_seen(document: Document, seen: str | None) -> Verdict:
    """Who fills an older state of a draft would take away, unseen, what was saved since."""
    if seen is None or document.status != Status.DRAFT or seen == version_of(document):
        return Verdict.yes()
    name, moment = documents.last_saved(document)
    return Verdict.no(
        f"您打开本页以后，{name}已于{moment}改过这份草稿，您填写的内容没有保存。",
        remedy="您填写的仍在下面，现在保存的内容附在各栏之下；请核对后再保存。",
    )


def is_as_read(document: Document, seen: str | None) -> Verdict:
    """What is signed or sent back is what was read; `seen` is None where no page was shown."""
    what = f"《{document.title}》退回"
    return judged.is_as_read(seen, version_of(document), what=what, citation="行政处罚法第五十七条")


def unkept(document: Document, typed: Mapping[str, Any]) -> tuple[Unkept, ...]:
    """Field by field, where the typed text is another than the kept one."""
    rows = []
    for field in documents.form(document.form).fields:
        if field.name in typed:
            told = documents.plain_text(field, typed[field.name])
            kept = documents.plain_text(field, document.values.get(field.name))
            rows.append(Unkept(field.name, field.label, told, kept))
    return tuple(row for row in rows if row.typed != row.kept)
