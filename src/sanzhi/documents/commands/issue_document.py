"""Issue: take the number, print, freeze. One transaction, so that no number is lost and none given twice.

If we stop before the commit, nothing was issued and the number is free again; at worst the store holds a PDF
that no row names. What is the party's own is frozen alike, but is no paper of ours that anybody could check. After the commit the bytes, their hash and the number stand for ever.
"""

from sanzhi.documents import events, queries
from sanzhi.documents.form_model import Form
from sanzhi.documents.models import Document, NumberSeries, Status
from sanzhi.documents.policies import can_be_looked_up, is_complete, is_in_state
from sanzhi.documents.rendering import render
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.db import rows_where
from sanzhi.kernel.randomness import token
from sanzhi.kernel.storage import store
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.numbering import format_number
from sanzhi.law.redaction import mask_person_name
from sanzhi.ledger.commands import record
from sanzhi.organisation.models import Authority
from sanzhi.publications.commands import RegisterPaper, register_paper


class IssueDocument(Order):
    document: int


@command("documents.issue_document", title="签发文书", internal=True)
def issue_document(actor: Actor, order: IssueDocument) -> Document:
    document = queries.document_for_update(actor, order.document)
    require(
        can_be_looked_up(),
        is_in_state(document, Status.DRAFT, Status.SIGNING),
        is_complete(queries.missing_of(document)),
        _all_signed(document),
    )
    form = queries.form(document.form)
    document.form_edition = form.edition
    document.number = _take_number(document.authority, form.word) if form.word else ""
    document.token = None if form.is_of_party else token()
    document.issued_at = clock.now()
    printed = render(
        form,
        document.values,
        number=document.number,
        issued_on=clock.today(),
        qr_url=queries.verification_url(document.token) if document.token else "",
        draft=False,
        signatures=queries.signature_lines(document),
    )
    kept = store().put([printed.pdf])
    document.sha256, document.size = kept.sha256, kept.size
    document.warnings = list(printed.warnings)
    document.status = Status.ISSUED
    document.save()
    facts = {"title": document.title, "number": document.number, "sha256": document.sha256}
    if document.token is None:
        record(events.PARTYS_PAPER_KEPT, actor=actor, subject=document, facts=facts)
        return document
    register_paper(actor, _paper(document, form))
    record(events.DOCUMENT_ISSUED, actor=actor, subject=document, facts=facts)
    return document


def _paper(document: Document, form: Form) -> RegisterPaper:
    """What a stranger may check: existence, wholeness, validity, and of the content only what the form says."""
    first, last = (document.values.get(name) or None for name in form.lasts) if form.lasts else (None, None)
    return RegisterPaper(
        token=document.token or "",
        authority_name=document.authority.name,
        title=document.title,
        number=document.number or str(document.values.get(form.numbered_by) or ""),
        issued_on=clock.today(),
        sha256=document.sha256,
        tells=[(form.field(name).label, _told(document, name)) for name in form.checked],
        valid_from=first,
        valid_until=last,
    )


def _told(document: Document, name: str) -> str:
    """A natural person's name as the public reads it (行政处罚法 §50; 个人信息保护法 §28)."""
    text = str(document.values.get(name) or "")
    is_person = name == "party_name" and document.values.get("party_kind") == "person"
    return mask_person_name(text) if is_person else text


def _all_signed(document: Document) -> Verdict:
    verdict = Verdict.yes()
    for place in queries.places_of(document):
        verdict &= Verdict.when(place.signature, f"《{document.title}》尚未签署（{place.caption}）。")
    return verdict


def _begun(authority: Authority, word: str, *, year: int) -> NumberSeries:
    """Somebody else may begin it at the same moment (PostgreSQL): then theirs is the one."""
    series, _ = NumberSeries.objects.get_or_create(authority=authority, word=word, year=year)
    return series


def _take_number(authority: Authority, word: str) -> str:
    """The next number of the word's series of this year; the row stays locked until the commit."""
    year = clock.today().year
    known = rows_where(NumberSeries, authority=authority.pk, word=word, year=year)
    series = known[0] if known else _begun(authority, word, year=year)
    series = NumberSeries.locked(series.pk)
    series.last += 1
    series.save()
    return format_number(authority.number_prefix, word, year=year, no=series.last)
