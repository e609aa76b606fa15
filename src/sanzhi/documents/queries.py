"""All reads of documents. What another authority owns does not exist for the reader."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from sanzhi.documents import collating, events
from sanzhi.documents.collating import Thumbnail, page_count
from sanzhi.documents.display import shown
from sanzhi.documents.docx import render_docx
from sanzhi.documents.filling import Flaw as Flaw
from sanzhi.documents.filling import Values, fixed_values, flaws, laid_out, prefill
from sanzhi.documents.filling import is_blank as is_blank
from sanzhi.documents.form_catalogue import load_vocabulary
from sanzhi.documents.form_model import Field, Form, Signer
from sanzhi.documents.models import Document, NumberSeries, Service, Signature, Status
from sanzhi.documents.rendering import Rendered, SignatureLine, render, site_press, specimen_pdf
from sanzhi.documents.shapes import misshapen as misshapen
from sanzhi.kernel import clock
from sanzhi.kernel.actor import SYSTEM_ROLE, Actor
from sanzhi.kernel.clock import CHINA
from sanzhi.kernel.db import list_of, locked_row, row_by, rows_of, with_lists, with_rows
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.storage import store
from sanzhi.kernel.verdict import require
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.ledger import queries as ledger
from sanzhi.organisation.roles import CAPTIONS, Role


def forms() -> Mapping[str, Form]:
    """All forms by code, as the installation's forms folder has them."""
    return site_press().forms


def specimen(code: str) -> bytes:
    """The empty form as PDF with 样本 across it. Raises NotVisible for a code that no form has."""
    form(code)
    return specimen_pdf(code)


def stages() -> Mapping[str, str]:
    """The stages in the order of a case, with their captions."""
    return load_vocabulary(site_press().root).stages


@lru_cache(maxsize=1)
def contact_sheet() -> bytes:
    """The first page of every form, small, on a few A3 sheets."""
    named = stages()
    rows = [Thumbnail(row.code, row.name, named[row.stage], specimen(row.code)) for row in forms().values()]
    return collating.contact_sheet("行政执法文书样本一览", sorted(rows, key=lambda row: int(row.code[1:])))


def form(code: str) -> Form:
    """Raises NotVisible for a code that no form has."""
    found = forms().get(code)
    if found is None:
        raise NotVisible
    return found


def form_codes() -> frozenset[str]:
    return frozenset(forms())


def form_title(code: str) -> str:
    found = forms().get(code)
    return found.name if found else code


def prefilled(code: str, facts: Mapping[str, Any]) -> Values:
    """The values that the facts already give for the form `code`."""
    return prefill(form(code), facts)


def fixed(code: str, facts: Mapping[str, Any]) -> Values:
    """What the facts say for those fields of the form `code` that nobody types."""
    return fixed_values(form(code), facts)


def documents_of(subject: str) -> QuerySet[Document]:
    """Every document of the subject, oldest first, voided ones included (1 query; signatures when asked for)."""
    return Document.objects.filter(subject=subject).select_related("authority").prefetch_related("services")


def document_of(subject: str, pk: int) -> Document:
    """The document `pk` if it belongs to `subject`. Raises NotVisible."""
    found = row_by(Document, pk, link="id")
    if found is None or found.subject != subject:
        raise NotVisible
    return with_rows(with_lists([found], "services"), "authority")[0]


def visible_document(actor: Actor, pk: int) -> Document:
    return _seen(actor, row_by(Document, pk, link="id"))


def document_for_update(actor: Actor, pk: int) -> Document:
    """The document, locked until the command ends."""
    return _seen(actor, locked_row(Document, pk))


def _seen(actor: Actor, found: Document | None) -> Document:
    (row,) = with_rows([found], "authority") if found else (None,)
    if row is None or not (actor.has(SYSTEM_ROLE) or row.authority.code == actor.authority):
        raise NotVisible
    return row


def signatures_of(document: Document) -> tuple[Signature, ...]:
    """All signatures of all rounds, asked once for each loaded document."""
    return list_of(document, "signatures")


def plain_text(field: Field, value: Any) -> str:
    """The value as people read it; of a list a line for each row."""
    told = shown(field, value)
    rows = told if isinstance(told, list) else [{"": told}]
    return "\n".join("　".join(filter(None, row.values())) for row in rows).strip()


def last_saved(document: Document) -> tuple[str, str]:
    """Who changed the draft last, and when."""
    entry = ledger.entries_of(document).filter(event__in=[row.name for row in events.SAVES]).last()
    if entry is None:
        return document.drafted_by, chinese_date(document.drafted_at.astimezone(CHINA))
    return entry.actor_name, chinese_date(entry.happened_at.astimezone(CHINA))


def with_signers(document: Document) -> Document:
    """The document with its signatures and their officers (1 query), for who shows the names."""
    rows_of(document.signatures, joined=("officer",))
    return document


def has_signed(subject: str, officer: int, *, roles: Iterable[str]) -> bool:
    """Whether the officer has signed any paper of the subject in one of these offices."""
    rows = Signature.objects.filter(document__subject=subject, officer_id=officer, role__in=list(roles))
    return rows.exists()


def issued_forms(subject: str) -> frozenset[str]:
    """The codes of the forms of which the subject has an issued document."""
    issued = Document.objects.filter(subject=subject, status=Status.ISSUED)
    return frozenset(issued.values_list("form", flat=True))


def issued_values(subject: str, *, purpose: str) -> tuple[Values, ...]:
    """What the issued papers of the subject for `purpose` say."""
    codes = [code for code, row in forms().items() if row.purpose == purpose]
    rows = Document.objects.filter(subject=subject, form__in=codes, status=Status.ISSUED)
    return tuple(rows.values_list("values", flat=True))


def service_of(document: Document) -> Service | None:
    """How the document was served, or None: the record that no other corrects, asked once for each loaded document."""
    rows: tuple[Service, ...] = list_of(document, "services")
    wrong = {row.corrects_id for row in rows}
    return next((row for row in rows if row.pk not in wrong), None)


def proved_on(service: Service) -> date:
    return proved_day(service.served_on, recorded_on=service.recorded_on)


def proved_day(served_on: date, *, recorded_on: date) -> date:
    """The day of service where it was entered then and there; the day of the entry where that came later."""
    at_once = served_on + timedelta(days=rule("service_entry", served_on).days)
    return served_on if recorded_on <= at_once else recorded_on


def services_with(receipt: str) -> QuerySet[Service]:
    """The standing services by the letter of this number, in whatever case."""
    return Service.objects.filter(receipt_number=receipt, corrected_by=None).select_related("document")


def issuing_entry(document: Document) -> int | None:
    """The key of the ledger's entry that tells of the issue: what has a later one was done after it."""
    found = ledger.entries_of(document).filter(event=events.DOCUMENT_ISSUED.name).last()
    return found.pk if found else None


def missing_of(document: Document, *, typed: Mapping[str, Any] | None = None) -> tuple[Flaw, ...]:
    """Everything that keeps the document from being signed, with what was `typed` in place of what is kept."""
    shape = form(document.form)
    values = {**document.values, **laid_out(shape, dict(typed or {}))}
    return flaws(shape, values, today=clock.today())


@dataclass(frozen=True)
class Place:
    """A place for a signature in the system: whose, and who has filled it."""

    order: int
    role: str
    caption: str
    opinion: bool
    signature: Signature | None


def places_of(document: Document) -> tuple[Place, ...]:
    """The signatures the document needs in the system, in order, with those given in the present round."""
    given = {row.order: row for row in signatures_of(document) if row.round == document.round}
    slots = [signer for signer in form(document.form).system_signers for _ in range(signer.count)]
    return tuple(_place(order, signer, signature=given.get(order)) for order, signer in enumerate(slots, 1))


def _place(order: int, signer: Signer, *, signature: Signature | None) -> Place:
    return Place(order, signer.role, signer.caption, signer.opinion, signature)


def next_place(document: Document) -> Place | None:
    """The place that is to be signed now; None when nothing is (left) to sign."""
    if document.status != Status.SIGNING:
        return None
    return next((place for place in places_of(document) if place.signature is None), None)


def documents_awaiting(role: str, authority: str) -> tuple[Document, ...]:
    """The documents whose next signature is `role`'s."""
    rows = Document.objects.filter(authority__code=authority, status=Status.SIGNING)
    waiting = rows.select_related("authority").prefetch_related(
        Prefetch("signatures", Signature.objects.select_related("officer"))
    )
    return tuple(row for row in waiting if (place := next_place(row)) is not None and place.role == role)


@dataclass(frozen=True)
class AtHand:
    """Papers that are not done. `unsigned`: with the next place, of one of the asked roles; whether somebody may fill it,
    is not known here. `drafts`: begun, or returned and still to be written; the oldest first."""

    unsigned: tuple[tuple[Document, Place], ...]
    drafts: tuple[Document, ...]


def at_hand(actor: Actor, *, beside: Iterable[str] = ()) -> AtHand:
    """What is to be signed by an office of the actor's, or one `beside` it, or written, in his authority (2 queries)."""
    unfinished = [Status.SIGNING, Status.DRAFT]
    rows = Document.objects.filter(authority__code=actor.authority, status__in=unfinished).order_by()
    rows = rows.select_related("authority").prefetch_related(
        Prefetch("signatures", Signature.objects.select_related("officer"))
    )
    # in order here: for the order's sake SQLite would walk through all papers of the authority
    found = sorted(rows, key=lambda row: row.pk)
    places = ((row, next_place(row)) for row in found if row.status == Status.SIGNING)
    roles = {*actor.roles, *beside}
    return AtHand(
        tuple((row, place) for row, place in places if place is not None and place.role in roles),
        tuple(row for row in found if row.status == Status.DRAFT),
    )


def role_caption(role: str) -> str:
    return CAPTIONS[Role(role)]


def signature_lines(document: Document) -> list[SignatureLine]:
    """The signatures of the present round, as the paper shows them."""
    with_signers(document)
    return [
        SignatureLine(
            row.role, row.officer.name, row.certificate, row.opinion, row.signed_at.astimezone(CHINA).date()
        )
        for row in signatures_of(document)
        if row.round == document.round
    ]


def verification_url(token: str) -> str:
    """The short public address that the QR code carries."""
    return settings.SANZHI_PUBLIC_URL + reverse("portal:short", kwargs={"token": token})


def preview(code: str, values: Mapping[str, Any]) -> Rendered:
    """The form with `values` as a draft, whatever is missing."""
    return render(form(code), values, number="", issued_on=None, qr_url="", draft=True)


def pdf_of(document: Document) -> bytes:
    """The frozen bytes of an issued (or voided) document; otherwise a draft of what is filled in so far."""
    if document.sha256:
        with store().open(document.sha256) as file:
            return file.read()
    lines = signature_lines(document)
    draft = render(
        form(document.form),
        document.values,
        number="",
        issued_on=None,
        qr_url="",
        draft=True,
        signatures=lines,
    )
    return draft.pdf


def together(papers: Sequence[Document]) -> bytes:
    """The papers as one file to print on both sides. Raises Refused for none, too many or too long."""
    require(collating.is_printable_together([1] * len(papers)))  # before anything is laid out
    return collating.laid_together([pdf_of(paper) for paper in papers])


def pages_of(document: Document) -> int:
    """How many pages the issued paper has; 0 where its bytes are not there."""
    return page_count(pdf_of(document)) if document.sha256 and store().has(document.sha256) else 0


def docx_of(document: Document) -> bytes:
    """An editable copy; never the instrument."""
    return render_docx(
        form(document.form), document.values, number=document.number, issued_on=issued_on(document)
    )


def issued_on(document: Document) -> date | None:
    """The day of issue in Beijing."""
    return document.issued_at.astimezone(CHINA).date() if document.issued_at else None


@dataclass(frozen=True)
class SeriesState:
    """A series of numbers: the last one taken and those that were voided."""

    word: str
    year: int
    last: int
    voided: tuple[str, ...]


def number_series(authority: str) -> tuple[SeriesState, ...]:
    rows = NumberSeries.objects.filter(authority__code=authority).order_by("-year", "word")
    voided = Document.objects.filter(authority__code=authority, status=Status.VOIDED).exclude(number="")
    numbers = tuple(voided.values_list("number", flat=True))
    return tuple(
        SeriesState(
            row.word, row.year, row.last, tuple(n for n in numbers if f"{row.word}〔{row.year}〕" in n)
        )
        for row in rows
    )
