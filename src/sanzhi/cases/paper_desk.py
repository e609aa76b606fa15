"""What the page of one paper shows: its fields as inputs, its places for signatures, what may be done with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, QueryDict

from sanzhi.cases.card import handles, writes
from sanzhi.cases.closing import CLOSURE, possible_closures
from sanzhi.cases.commands.attach_scan import CAPTIONS as SCAN_CAPTIONS
from sanzhi.cases.commands.attach_scan import HELPS as SCAN_HELPS
from sanzhi.cases.commands.attach_scan import AttachScan
from sanzhi.cases.commands.serve_document import CAPTIONS, ServeDocument, films, may_still
from sanzhi.cases.drafts import Unkept, told_by_the_case, unkept, version_of
from sanzhi.cases.fixed import moved_since
from sanzhi.cases.lacking import has_what_it_tells, remedy_of
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.policies import may_sign_paper, may_touch, may_write
from sanzhi.cases.queries import current_step, procedure_of, subject_of
from sanzhi.cases.receiving import usual_receiver
from sanzhi.cases.remaking import may_remake
from sanzhi.cases.scans import scans_of
from sanzhi.cases.step_papers import papers_needed
from sanzhi.documents import queries as documents
from sanzhi.documents.form_model import Field
from sanzhi.documents.models import Document, ServiceMethod, Status
from sanzhi.documents.policies import may_sign
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.kept_file import sent_by
from sanzhi.kernel.order_form import OrderForm, are_few, order_form
from sanzhi.kernel.verdict import Verdict

SPARE_ROWS = 2
ALWAYS = frozenset({"method", "served_on", "place", "received_by", "relation"})


@dataclass(frozen=True)
class Input:
    """One field as the page draws it. `kind`: line, area, date, datetime, choice, rows."""

    name: str
    label: str
    kind: str
    value: Any
    required: bool
    choices: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[int, tuple[tuple[str, str, str], ...]], ...]
    help: str
    article: str
    flaw: str
    fixed: bool
    text: str  # as the paper shows it
    beside: str | None = None  # what is kept, where what was typed is not

    @property
    def part(self) -> str:
        """The template that draws it."""
        if self.fixed:
            return "cases/inputs/fixed.html"
        if self.is_few:
            return "cases/inputs/few.html"
        return f"cases/inputs/{'line' if self.kind in LINES else self.kind}.html"

    @property
    def is_few(self) -> bool:
        return self.kind == "choice" and self.required and are_few(self.choices)

    @property
    def line_type(self) -> str:
        return LINES[self.kind]

    @property
    def classes(self) -> str:
        return "field" + " field-wide" * (self.kind in WIDE) + " field-wrong" * bool(self.flaw)


KINDS = {
    "long_text": "area",
    "date": "date",
    "datetime": "datetime",
    "choice": "choice",
    "boolean": "choice",
}
LINES = {"line": "text", "date": "date", "datetime": "datetime-local"}
WIDE = {"area", "rows"}
YES_OR_NO = (("true", "是"), ("false", "否"))
COLUMN_LABELS = {"name": "姓名", "certificate": "执法证号", "unit": "单位", "question": "问", "answer": "答"}


def page(
    actor: Actor,
    proceeding: Proceeding,
    *,
    kept: Paper,
    typed: Mapping[str, Any] | None = None,
    seen: str = "",
) -> dict[str, Any]:
    """`typed` is what was sent and refused, on the state `seen` of the draft."""
    version = version_of(kept.document)
    other = unkept(kept.document, typed) if typed is not None else ()
    paper, followed = as_of_now(kept)
    is_draft = paper.status == Status.DRAFT
    flaws = documents.missing_of(paper, typed=typed if is_draft else None)
    may_edit = may_write(actor, proceeding, form=paper.form)
    return {
        "paper": paper,
        **_named(paper),
        "followed": followed,
        "version": version,
        "inputs": _inputs(
            proceeding,
            paper,
            typed=typed or {},
            flaws=flaws,
            other=other if seen != version else (),
            offered=_offered(proceeding, paper),
        ),
        "unkept": () if is_draft and may_edit else other,
        "is_draft": is_draft,
        "is_issued": paper.status == Status.ISSUED,
        "may_edit": may_edit,
        "writes": writes(actor, proceeding),
        "flaw_count": len(flaws),
        **_signing(actor, proceeding, paper=paper),
        "service": documents.service_of(paper),
        "may_serve": _may_serve(actor, proceeding, kept=kept),
        **_afterwards(actor, proceeding, kept=kept),
        "verify_url": documents.verification_url(paper.token) if paper.token else "",
    }


def _named(paper: Document) -> dict[str, Any]:
    """Its form, and how it stands: what is the party's own is taken in, not issued."""
    form = documents.form(paper.form)
    is_taken_in = form.is_of_party and paper.status == Status.ISSUED
    return {"form": form, "status": "已收存" if is_taken_in else paper.get_status_display()}


def _signing(actor: Actor, proceeding: Proceeding, *, paper: Document) -> dict[str, Any]:
    """The places, whose turn it is, and whether it is ever the actor's and now."""
    place, places = documents.next_place(paper), documents.places_of(documents.with_signers(paper))
    if place is None:
        nobody = {"places": places, "place": None, "signs": False, "may_sign": None}
        return {**nobody, **_at_submission(actor, proceeding, paper=paper, places=places)}
    may = may_sign(actor, paper, place=place) & may_sign_paper(actor, proceeding.case, role=place.role)
    return {"places": places, "place": place, "signs": actor.has(place.role), "may_sign": may}


def _at_submission(
    actor: Actor, proceeding: Proceeding, *, paper: Document, places: tuple[documents.Place, ...]
) -> dict[str, Any]:
    """`signs_first`: the first place, where it is the writer's; `shown`: what of the paper he has read."""
    first = places[0] if places else None
    mine = first is not None and (
        may_sign(actor, paper, place=first) & may_sign_paper(actor, proceeding.case, role=first.role)
    )
    return {"signs_first": first if mine else None, "shown": told_by_the_case(paper)}


def _afterwards(actor: Actor, proceeding: Proceeding, *, kept: Paper) -> dict[str, Any]:
    """What may still be done with a paper that stands, and with one that was voided."""
    may = may_touch(actor, proceeding)
    return {
        "may_void": may,
        "may_remake": may_remake(actor, kept) if kept.is_void and writes(actor, proceeding) else None,
        "scans": scans_of(kept),
        "may_scan": may if kept.is_issued else None,
    }


@dataclass(frozen=True)
class Followed:
    """The names of the fields of a draft in which the case has moved on, and of those that stood empty and it knows."""

    moved: tuple[str, ...] = ()
    refilled: tuple[str, ...] = ()


def as_of_now(paper: Paper) -> tuple[Document, Followed]:
    """A draft with what the case says by now, unsaved, and where it says it; others as they stand."""
    document = paper.document
    if document.status != Status.DRAFT:
        return document, Followed()
    now = moved_since(paper)
    document.values = {**document.values, **now}
    form = documents.form(paper.form)
    fixed = {field.name for field in form.fixed_fields}
    return document, Followed(
        moved=tuple(form.field(name).label for name in now if name in fixed),
        refilled=tuple(form.field(name).label for name in now if name not in fixed),
    )


def service_form(proceeding: Proceeding, *, paper: Document, sent: QueryDict | None = None) -> OrderForm:
    """The form of the service, begun with the party and today; what was sent stays in it."""
    party = proceeding.respondent
    fixed = {"case": proceeding.case_id, "document": paper.pk}
    offered = {"recording_sha256": films(proceeding)}
    form_type = order_form(ServeDocument, captions=CAPTIONS, fixed=fixed, choices=offered)
    begun: dict[str, Any] = {"method": ServiceMethod.DIRECT.value, "served_on": clock.today()}
    if party is not None:
        name, relation = usual_receiver(party, clock.today())
        begun |= {"received_by": name, "relation": relation, "place": party.address}
    return form_type(sent, initial=begun)


def as_served(form: OrderForm) -> dict[str, Any]:
    """The form in two parts: what is asked of every service, and what only of some, folded until something was sent."""
    fields = form.visible_fields()
    return {
        "service_form": form,
        "served_always": [field for field in fields if field.name in ALWAYS],
        "served_otherwise": [field for field in fields if field.name not in ALWAYS],
    }


def _may_serve(actor: Actor, proceeding: Proceeding, *, kept: Paper) -> Verdict | None:
    """None for papers that are not served on anybody, or already are, and for who serves none."""
    paper = kept.document
    form = documents.form(paper.form)
    is_served = paper.status != Status.ISSUED or form.nature != "external" or documents.service_of(paper)
    if is_served or not handles(actor, proceeding):
        return None
    return may_still(kept) & may_touch(actor, proceeding)


def scan_form(
    actor: Actor, proceeding: Proceeding, *, paper: Document, sent: HttpRequest | None = None
) -> OrderForm:
    """The form that takes a scan; what was sent and refused need not be sent again."""
    form_type = order_form(
        AttachScan,
        captions=SCAN_CAPTIONS,
        helps=SCAN_HELPS,
        fixed={"case": proceeding.case_id, "document": paper.pk},
        files_of=sent_by(actor, subject_of(proceeding.case)),
    )
    return form_type(sent.POST, sent.FILES) if sent else form_type()


def _offered(proceeding: Proceeding, paper: Document) -> dict[str, frozenset[str]]:
    """Where the case allows not every choice of the form: the fields, and what may be chosen."""
    if documents.form(paper.form).purpose != CLOSURE or paper.status != Status.DRAFT:
        return {}
    possible = frozenset(str(row.value) for row in possible_closures(proceeding))
    return {"closure_kind": possible} if possible else {}


def _inputs(
    proceeding: Proceeding,
    paper: Document,
    *,
    typed: Mapping[str, Any],
    flaws: Iterable[documents.Flaw],
    other: Iterable[Unkept],
    offered: Mapping[str, frozenset[str]],
) -> tuple[Input, ...]:
    """A field that the case fills and has nothing for is left out, unless the paper wants it."""
    said = {flaw.field: flaw.sentence for flaw in flaws}
    beside = {row.name: row.kept or "（空白）" for row in other}
    values = {**paper.values, **typed}
    rows = []
    for field in documents.form(paper.form).fields:
        value, flaw = values.get(field.name), said.get(field.name, "")
        is_empty = field.fixed and documents.is_blank(value)
        if flaw or not is_empty:
            told = remedy_of(proceeding, field) if flaw and is_empty else flaw
            row = _input(field, value, flaw=told, beside=beside.get(field.name))
            rows.append(_narrowed(row, offered[field.name]) if field.name in offered else row)
    return tuple(rows)


def _narrowed(row: Input, offered: frozenset[str]) -> Input:
    """With what may be chosen alone; what stands in it stays."""
    return replace(row, choices=tuple(pair for pair in row.choices if pair[0] in {*offered, row.value}))


def _input(field: Field, value: Any, *, flaw: str, beside: str | None) -> Input:
    columns = tuple(
        (column.name, column.label or COLUMN_LABELS.get(column.name, column.name)) for column in field.columns
    )
    rows = list(value) if field.is_list and isinstance(value, list) else []
    filled = [*rows, *({} for _ in range(SPARE_ROWS))] if field.is_list else []
    is_flag = field.type == "boolean" and not field.is_list
    if is_flag:
        value = {True: "true", False: "false"}.get(value)
    return Input(
        name=field.name,
        label=field.label,
        kind="rows" if field.is_list else KINDS.get(field.type, "line"),
        value="" if value is None else value,
        required=field.required,
        choices=YES_OR_NO if is_flag else field.choices,
        columns=columns,
        rows=tuple(
            (index, tuple((name, label, str(row.get(name) or "")) for name, label in columns))
            for index, row in enumerate(filled)
        ),
        help=field.help,
        article=field.article,
        flaw=flaw,
        fixed=field.fixed,
        text=documents.plain_text(field, value),
        beside=beside,
    )


def values_from(paper: Document, sent: QueryDict) -> dict[str, Any]:
    """The form's values as the page sent them; empty rows fall away."""
    values: dict[str, Any] = {}
    for field in documents.form(paper.form).fields:
        if field.fixed:
            continue
        if field.is_list:
            values[field.name] = _rows(field, sent)
        elif field.type == "boolean":
            values[field.name] = {"true": True, "false": False}.get(sent.get(field.name, ""))
        else:
            values[field.name] = sent.get(field.name, "").replace("\r\n", "\n")
    return values


def _rows(field: Field, sent: QueryDict) -> list[dict[str, str]]:
    columns = [column.name for column in field.columns]
    cells = [sent.getlist(f"{field.name}.{column}") for column in columns]
    # whoever writes the request himself may leave cells out
    rows = [dict(zip(columns, row, strict=True)) for row in zip_longest(*cells, fillvalue="")]
    return [row for row in rows if any(value.strip() for value in row.values())]


def writable(actor: Actor, proceeding: Proceeding) -> tuple[tuple[str, str, Verdict], ...]:
    """The forms of the present step and the free ones, each with whether it may be written now."""
    step = current_step(proceeding)
    codes = [need.form for need in papers_needed(proceeding, step)] if step else []
    anytime = procedure_of(proceeding).anytime
    codes += [code for code in anytime if code not in codes]
    knows = has_what_it_tells(proceeding, *codes)
    rows = ((code, may_write(actor, proceeding, form=code)) for code in codes)
    offers = [
        (code, documents.form_title(code), may & knows[code])
        for code, may in rows
        if may or code not in anytime
    ]
    return tuple(sorted(offers, key=lambda row: (row[0] in anytime, not row[2])))


def attachment(paper: Document, ending: str) -> str:
    """A Content-Disposition that keeps the Chinese name."""
    name = f"{paper.title}{paper.number}.{ending}"
    return inline(name) if ending == "pdf" else f"attachment; filename*=UTF-8''{quote(name)}"


def inline(name: str) -> str:
    return f"inline; filename*=UTF-8''{quote(name)}"
