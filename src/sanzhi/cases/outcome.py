"""A decision as its kind tells it for the public, before anything is masked: disclosure sees nothing else of it (DESIGN §13.10)."""

from dataclasses import dataclass, field

RESPONDENT = "行政相对人"


@dataclass(frozen=True)
class Outcome:
    """`kind` is the sort of publication, `title` its heading, `clock` the deadline by which it is published.

    `rows` are captioned, in their order; that of RESPONDENT holds the full name. `sanction` is the caption of what was
    decided, `subject` the number of the licence of which it tells, `worded` the captions that people have written in sentences, `free` those in which private words may
    stand. `months`: how long it stays public; None: as long as it stands.
    """

    kind: str
    title: str
    clock: str
    rows: tuple[tuple[str, str], ...]
    sanction: str
    worded: frozenset[str] = field(default_factory=frozenset)
    free: frozenset[str] = field(default_factory=frozenset)
    months: int | None = None
    subject: str = ""
