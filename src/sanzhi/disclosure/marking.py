"""The rows of the gate's page: the original on the left, the copy on the right, whatever looks private marked in both."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from sanzhi.cases.models import Decision
from sanzhi.disclosure.copy import Finding, findings, original_content, secrets_of, to_be_read, worded
from sanzhi.disclosure.faithful import offered
from sanzhi.disclosure.models import Release
from sanzhi.law.private_shapes import shapes

Rows = list[tuple[str, str]]


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `title` says what it looks like, where it looks like something."""

    text: str
    title: str = ""


@dataclass(frozen=True)
class Row:
    """`before`: what is public now, where it differs; `original` likewise, and where something is marked. `asked`: what a person must judge, each with whether it was."""

    caption: str
    text: str
    is_open: bool
    before: str
    original: list[Piece] = field(default_factory=list)
    shown: list[Piece] = field(default_factory=list)
    asked: list[tuple[Finding, bool]] = field(default_factory=list)

    @property
    def stands_apart(self) -> bool:
        """Whether the text stands beside its field: with marks, or where it has no field."""
        return not self.is_open or any(piece.title for piece in self.shown)


def waiting(release: Release) -> Rows:
    """The text that waits for approval, or stands."""
    return [
        (caption, text)
        for caption, text in (release.correction if release.is_correction else release.content)
    ]


def rows(release: Release, typed: Rows, *, edits: bool, compares: bool, judged: Iterable[str]) -> list[Row]:
    """Who edits gets the decision's rows with the masks so far; everybody else sees the text as it stands."""
    decision, kept, known = release.decision, waiting(release), frozenset(judged)
    standing = dict(release.content) if release.is_correction else dict(kept)
    open_rows = worded(decision)
    masks = {caption: text for caption, text in typed if caption in open_rows}
    originals = original_content(decision) if compares else {}
    is_public = release.publication is not None and release.publication.is_on_show
    return [
        _row(
            decision,
            Row(
                caption=caption,
                text=masks.get(caption, text) if edits else text,
                is_open=edits and caption in open_rows,
                before=standing.get(caption, "") if is_public and standing.get(caption, "") != text else "",
            ),
            original=originals.get(caption, ""),
            known=known,
        )
        for caption, text in (offered(decision, kept) if edits else kept)
    ]


def _row(decision: Decision, row: Row, *, original: str, known: frozenset[str]) -> Row:
    found = findings(decision, [(row.caption, row.text)])
    spans = [(one.shape.start, one.shape.end, one.shape.title) for one in found]
    differs = found or original != row.text
    asked = [one for one in found if not one.shape.must_go] + to_be_read(decision, [(row.caption, row.text)])
    return Row(
        row.caption,
        row.text,
        row.is_open,
        row.before,
        original=_pieces(original, _private(decision, original)) if original and differs else [],
        shown=_pieces(row.text, spans),
        asked=[(one, one.key in known) for one in asked],
    )


def _private(decision: Decision, text: str) -> list[tuple[int, int, str]]:
    known = [
        (match.start(), match.end(), "当事人、举报人等的个人信息")
        for value in secrets_of(decision)
        for match in re.finditer(re.escape(value), text)
    ]
    found = shapes(text, on=decision.proceeding.happened_on)
    return known + [(one.start, one.end, one.title) for one in found]


def _pieces(text: str, spans: list[tuple[int, int, str]]) -> list[Piece]:
    pieces, here = [], 0
    for start, end, title in sorted(spans):
        if start >= here:
            pieces += [Piece(text[here:start]), Piece(text[start:end], title)]
            here = end
    return [piece for piece in (*pieces, Piece(text[here:])) if piece.text]
