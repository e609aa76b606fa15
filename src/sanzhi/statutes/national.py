"""Brings the national statutes of a collection in, by the same command as every other text. A text of one's own goes first.

Nothing that stands is overwritten. What was left out, and why, is part of the answer.
"""

import hashlib
from collections.abc import Collection as Titles
from dataclasses import dataclass, field

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import Refused
from sanzhi.law.national import REPEALED, Collection, NationalLaw
from sanzhi.statutes.commands import ImportStatute, import_statute
from sanzhi.statutes.models import COLLECTED, Version


@dataclass
class Brought:
    """`fresh` are versions that were imported; `own` and `differing` stand already with another text of the same day."""

    fresh: list[Version] = field(default_factory=list)
    same: int = 0
    own: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)

    def sentences(self) -> list[str]:
        """What a person should read, shortest first."""
        found = [f"导入{len(self.fresh)}部，已有且相同的{self.same}部，没有导入的{len(self.left_out)}部。"]
        if self.own:
            found.append(f"本单位自己的文本在先，没有采用汇编的：{'、'.join(self.own)}。")
        if self.differing:
            found.append(f"汇编改动了同一版本的文字，没有覆盖，请核对：{'、'.join(self.differing)}。")
        return found + self.refused + self.merged


def bring(
    actor: Actor, collection: Collection, *, ended: Titles[str] = (), is_fewer_known: bool = False
) -> Brought:
    """Import what is not there yet. `ended` are titles whose end is entered by a take-over: they come in although repealed."""
    found = Brought()
    standing = {(row.statute.title, row.adopted_on): row for row in Version.objects.select_related("statute")}
    for law in collection.laws:
        why = law.why
        if not why and law.status == REPEALED and law.title not in ended:
            why = "来源标注已废止，没有写废止日；需要的，导入公布的文本后登记废止"
        if why:
            found.left_out.append((law.title, why))
        elif (row := standing.get((law.title, law.adopted_on))) is not None:
            _compare(found, law, row=row)
        else:
            _import(
                actor, law, found=found, source=f"{collection.name}{COLLECTED}", is_fewer_known=is_fewer_known
            )
    return found


def _compare(found: Brought, law: NationalLaw, *, row: Version) -> None:
    if row.content_sha256 == hashlib.sha256(law.text.encode()).hexdigest():
        found.same += 1
    elif row.is_of_collection:
        found.differing.append(str(row))
    else:
        found.own.append(str(row))


def _import(actor: Actor, law: NationalLaw, *, found: Brought, source: str, is_fewer_known: bool) -> None:
    order = ImportStatute(
        name=law.file_name,
        text=law.text,
        title=law.title,
        adopted_on=law.adopted_on,
        effective_from=max(law.adopted_on, law.effective_from),
        source=source,
        is_fewer_known=is_fewer_known,
    )
    try:
        found.fresh.append(import_statute(actor, order))
    except Refused as refusal:
        found.left_out.append((law.title, str(refusal)))
        found.refused.append(str(refusal))
        return
    if law.merged:
        found.merged.append(
            f"《{law.title}》：汇编中{'、'.join(law.merged)}没有单独成条，文字疑并入前一条，请核对公布的文本。"
        )
