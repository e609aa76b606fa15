"""Makes the redacted copy of a decision: what the public may read, and nothing that F11-03 to F11-06 keep inside."""

import re
from dataclasses import dataclass
from hashlib import sha256

from sanzhi.cases import board
from sanzhi.cases.models import CaseParty, Decision, PartyKind
from sanzhi.cases.outcome import RESPONDENT, Outcome
from sanzhi.disclosure.queries import parties_of, respondent_of, was_minor
from sanzhi.law.homes import ways_to_write
from sanzhi.law.private_shapes import Shape, shapes, squeezed
from sanzhi.law.private_words import SURNAMES
from sanzhi.law.redaction import COMPOUND, mask_identifiers, mask_person_name

LONGEST_NAME = 4  # characters, of a compound surname
IN_BRACKETS = re.compile("[（(][^）)]*[）)]")  # 王某（个体工商户）
NOTICE = "公开的理由"
WHOLE = "whole"  # of the shape that is a whole row


@dataclass(frozen=True)
class Finding:
    """A shape in a row of the copy. Its key is bound to the whole text of the row: in another text it is another.

    That of a whole row is the row's name: who masks and sends in at once has read what he sends, and what is approved
    is the text that was shown (`policies.is_as_read`).
    """

    caption: str
    text: str
    shape: Shape

    @property
    def words(self) -> str:
        return self.text[self.shape.start : self.shape.end]

    @property
    def is_whole(self) -> bool:
        return self.shape.key == WHOLE

    @property
    def key(self) -> str:
        if self.is_whole:
            return f"{WHOLE}:{self.caption}"
        said = f"{self.caption}\n{self.shape.title}\n{self.shape.start}-{self.shape.end}\n{self.text}"
        return sha256(said.encode()).hexdigest()[:20]


def public_name(decision: Decision) -> str:
    """Persons are masked (张某某); organisations and businesses stand with their names (F11-05)."""
    party = respondent_of(decision)
    return mask_person_name(party.name) if is_named_as_person(party) else party.name


def is_named_as_person(party: CaseParty) -> bool:
    """A natural person, or an individual business without a trade name, which goes by its operator's name (民法典 §54)."""
    if party.kind != PartyKind.INDIVIDUAL_BUSINESS or party.trade_name:
        return party.kind == PartyKind.PERSON
    name = squeezed(IN_BRACKETS.sub("", party.name))
    has_look = len(name) <= LONGEST_NAME and (
        (name[:1] in SURNAMES and len(name) < LONGEST_NAME) or name[:2] in COMPOUND
    )
    return name == squeezed(party.representative) or has_look


def secrets_of(decision: Decision) -> list[str]:
    """What the rows of the case say of persons: names, numbers, homes."""
    numbers = [value for row in parties_of(decision) for _, value in _numbers(row)]
    return [value for value in (*names_to_mask(decision), *numbers) if len(value) > 1]


def names_to_mask(decision: Decision) -> tuple[str, ...]:
    """Every natural person the copy must not name: the parties of the case, who stands for them, and who reported."""
    tip = getattr(decision.proceeding.case, "tip", None)
    people = [tip.reporter if tip else ""]
    for party in parties_of(decision):
        people += [party.name if is_named_as_person(party) else "", party.representative, party.guardian]
    return tuple(dict.fromkeys(name for name in people if name))


def hidden_names(decision: Decision) -> tuple[str, ...]:
    """Of whom not even the surname stands: minors of the same case and their guardians (未成年人保护法 §103)."""
    young = [row for row in parties_of(decision) if was_minor(decision, row)]
    return tuple(name for row in young for name in (row.name, row.guardian, row.representative) if name)


def _firms(decision: Decision) -> list[str]:
    """What stands with its own name, also where the owner's is part of it; the longest first."""
    rows = [row for row in parties_of(decision) if not is_named_as_person(row)]
    shown = {row.name for row in rows if not was_minor(decision, row)}
    return sorted(shown, key=len, reverse=True)


def redacted(decision: Decision, text: str) -> str:
    """`text` without what stays inside; a business keeps its own name, even where the owner's stands in it."""
    return _redacted(decision, text, firms=_firms(decision))


def _redacted(decision: Decision, text: str, *, firms: list[str]) -> str:
    if firms:
        parts = (_redacted(decision, part, firms=firms[1:]) for part in text.split(firms[0]))
        return firms[0].join(parts)
    return mask_identifiers(
        text,
        names=names_to_mask(decision),
        hidden=hidden_names(decision),
        on=decision.proceeding.happened_on,
    )


def outcome_of(decision: Decision) -> Outcome:
    """What its kind tells the public; a release is opened only where there is something to tell."""
    found = board.outcome(decision.proceeding)
    assert found is not None
    return found


def public_content(decision: Decision) -> list[tuple[str, str]]:
    """The copy as [caption, text] pairs (F1-04: who, against whom, what kind, with what result)."""
    told = outcome_of(decision)
    return [(caption, _shown(decision, told, caption=caption, text=text)) for caption, text in told.rows]


def _shown(decision: Decision, told: Outcome, *, caption: str, text: str) -> str:
    if caption == RESPONDENT:
        return public_name(decision)
    return redacted(decision, text) if caption in told.free else text


def original_content(decision: Decision) -> dict[str, str]:
    """The same rows as the decision has them: for who compares, never for the public."""
    return dict(outcome_of(decision).rows)


def leaks(decision: Decision, content: list[tuple[str, str]]) -> list[str]:
    """What must not be in the copy and still is, in sentences; asked again when somebody has edited it."""
    text = "#".join(squeezed(_without_firms(decision, value)) for _, value in content)
    secret = [pair for row in parties_of(decision) for pair in _numbers(row)]
    secret += [
        (f"自然人姓名“{mask_person_name(name)}”", name) for name in names_to_mask(decision) if len(name) > 1
    ]
    said = [what for what, value in secret if value and squeezed(value) in text]
    said += [f"{row.shape.title}：“{row.words}”" for row in findings(decision, content) if row.shape.must_go]
    return [f"公示文本中仍有{what}。" for what in dict.fromkeys(said)]


def findings(decision: Decision, content: list[tuple[str, str]]) -> list[Finding]:
    """What has the look of something private in what people wrote: it must go, or a person must say that it may stay."""
    day, free = decision.proceeding.happened_on, outcome_of(decision).free | {NOTICE}
    return [
        Finding(caption, text, shape)
        for caption, text in content
        if caption in free
        for shape in shapes(_without_firms(decision, text), on=day)
    ]


def worded(decision: Decision) -> frozenset[str]:
    """The rows in which people wrote as they liked: what is taken is named in words, a fine is not."""
    return outcome_of(decision).worded


def to_be_read(decision: Decision, content: list[tuple[str, str]]) -> list[Finding]:
    """The rows that people have worded: no list of shapes knows everything by which somebody is known (F11-03, F11-05)."""
    rows = worded(decision) | {NOTICE}
    return [read_whole(caption, text) for caption, text in content if caption in rows and text]


def read_whole(caption: str, text: str) -> Finding:
    return Finding(caption, text, Shape(WHOLE, "全文", 0, len(text)))


def leaks_of_notice(decision: Decision, words: str) -> list[str]:
    """What is said in public of a correction or a withdrawal names nobody, and there nobody can let anything stand."""
    content = [(NOTICE, words)]
    private = [row for row in findings(decision, content) if not row.shape.must_go]
    more = [f"公示文本中仍有{row.shape.title}：“{row.words}”。" for row in private]
    return [line.replace("公示文本", "公开的理由") for line in (*leaks(decision, content), *more)]


def _without_firms(decision: Decision, text: str) -> str:
    """Of the same length, so that what is found stands at the same place."""
    for firm in _firms(decision):
        text = text.replace(firm, "＃" * len(firm))
    return text


def _numbers(party: CaseParty) -> list[tuple[str, str]]:
    home = party.address if is_named_as_person(party) else ""
    homes = [("家庭住址", one) for one in ways_to_write(home)]
    return [("当事人身份证号", party.id_number), ("联系电话", party.phone), *homes]
