"""Readers of what happens to papers, of the decision that stands in one, and of the copies that go public."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sanzhi.documents.models import Document, Service
from sanzhi.documents.queries import forms
from sanzhi.kernel.clock import CHINA
from sanzhi.ledger.models import Entry
from tests.lawful.adapter.papers import content_of, penalty_in
from tests.lawful.adapter.readers import penalty_of, reads, when
from tests.lawful.chronicle import happenings as h
from tests.lawful.chronicle.measures import Penalty
from tests.lawful.chronicle.other_kinds import Urged

if TYPE_CHECKING:
    from tests.lawful.adapter.reading import Sources

NOTICES = {"D29": frozenset({"plea"}), "D30": frozenset({"plea", "hearing"})}


def ref_of(paper: Document) -> str:
    return f"documents.document:{paper.pk}"


@reads("documents.document_issued")
@reads("documents.partys_paper_kept")
def issued(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    paper = sources.papers[entry.subject_id]
    sources.issued[paper.pk] = paper.form
    content = content_of(paper.sha256)
    if not content:
        sources.flaws.append(f"《{paper.title}》{paper.number}的原件不在，或者读不出其中的内容。")
    signatures = [row for row in sources.signatures.get(paper.pk, ()) if row.round == paper.round]
    common = {**when(entry), "ref": ref_of(paper)}
    yield h.Issued(
        **common,
        form=paper.form,
        number=paper.number,
        content=content,
        row={**paper.values, "number": paper.number},
        signers=tuple((row.role, f"officer:{row.officer_id}") for row in signatures),
        is_by_hand=any(row.role == "officer" and row.by_hand for row in forms()[paper.form].signers),
        is_external=forms()[paper.form].nature == "external",
    )
    if paper.form == "D40":
        yield h.Approved(**common, saw=penalty_in(content, text="decision_text", amount="amount"))


@reads("documents.document_served")
@reads("documents.service_corrected")
def served(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    """As it counts now, told where it was entered: with the first record, or with the correction to a later day."""
    paper = sources.papers[entry.subject_id]
    row = sources.services.get(paper.pk)
    if row is None:
        sources.flaws.append(f"日志有《{paper.title}》的送达，数据表里没有这一行。")
        return
    corrects = entry.event == "documents.service_corrected"
    if row.recorded_on > when(entry)["at"].date() or (corrects and paper.pk in sources.attempts):
        return
    sources.attempts[paper.pk] = sources.attempts.get(paper.pk, 0) + 1
    common: dict[str, Any] = {**when(entry), "on": row.served_on, "ref": ref_of(paper)}
    if paper.form in NOTICES:
        content = content_of(paper.sha256)
        yield h.Told(
            **common,
            form=paper.form,
            paper=ref_of(paper),
            penalty=penalty_in(content, text="proposed_text", amount="proposed_amount"),
            rights=NOTICES[paper.form],
            days=_number(content.get("plea_days")),
            to=row.received_by,
        )
    if paper.form == "D51":
        yield Urged(**common, says=frozenset({"deadline", "way", "amount", "rights"}), method=row.method)
    yield _served(row, paper, sources=sources, common=common)


def _served(row: Service, paper: Document, *, sources: "Sources", common: dict[str, Any]) -> h.Served:
    return h.Served(
        **common,
        form=paper.form,
        paper=ref_of(paper),
        method=row.method,
        to=row.received_by,
        relation=row.relation,
        place=row.place,
        issued_on=paper.issued_at.astimezone(CHINA).date() if paper.issued_at else None,
        published_on=row.published_on,
        proofs=_proofs(row),
        receipt=row.receipt_number,
        witness=row.witness,
        note=row.note,
        attempts=sources.attempts[paper.pk] - 1,
        has_consent=any(
            other.form == "D45" and other.values.get("electronic_consent") is True
            for other in sources.papers.values()
            if other.pk in sources.issued
        ),
    )


def _proofs(row: Service) -> frozenset[str]:
    """receipt, witness, film: what the row holds as proof of the service."""
    said = {"receipt": row.receipt_number, "witness": row.witness, "film": row.recording_sha256}
    return frozenset(name for name, value in said.items() if value)


def _number(text: Any) -> int | None:
    return int(str(text)) if str(text or "").isdigit() else None


@reads("documents.document_voided")
def voided(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    paper = sources.papers[entry.subject_id]
    yield h.Voided(
        **{**when(entry), "ref": ref_of(paper)},
        form=paper.form,
        paper=ref_of(paper),
        was_issued=sources.issued.pop(paper.pk, None) is not None,
    )


@reads("cases.decided")
def decided(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    row = sources.take("decisions")
    paper = sources.papers.get(row.document_id or 0)
    yield h.Decided(
        **when(entry),
        on=row.decided_on,
        penalty=_decided_penalty(row, sources),
        is_major=row.is_major,
        is_simplified=row.is_simplified,
        paper=ref_of(paper) if paper else "",
        number=row.number,
        says=content_of(paper.sha256) if paper else {},
    )


def _decided_penalty(row: Any, sources: "Sources") -> Penalty:
    """The decision's own sums, its paper's basis; quantities, tier and reason are those of the proposal that it copied."""
    paper = sources.papers.get(row.document_id or 0)
    basis = str(content_of(paper.sha256).get("penalty_basis") or "") if paper else ""
    own, copied = replace(penalty_of(row), basis=basis), sources.proposed
    if copied is None:
        return own
    kept = {name: getattr(copied, name) for name in ("tier", "reason", "mitigation", "quantities")}
    if copied.disposal == "unfounded":
        kept["disposal"] = "unfounded"
    return replace(own, **kept)


@reads("disclosure.release_submitted")
@reads("disclosure.correction_submitted")
def release_submitted(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    sources.prepared_by = entry.actor_key
    yield h.ReleaseSubmitted(**when(entry))


@reads("disclosure.release_approved_late")
def approved_late(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    sources.delay_reason = str(entry.facts["delay_reason"])
    yield from ()


@reads("publications.published")
def published(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    copy = sources.copies.get(entry.subject_id)
    delay_reason, sources.delay_reason = sources.delay_reason, ""
    if copy is not None:
        yield h.Published(
            **{**when(entry), "ref": f"publications.publication:{copy.pk}"},
            copy=f"publications.publication:{copy.pk}",
            content=tuple((str(caption), str(text)) for caption, text in copy.content),
            prepared_by=sources.prepared_by,
            delay_reason=delay_reason,
            ends_on=copy.ends_on,
            is_live=copy.status == "live" and (copy.ends_on is None or copy.ends_on >= sources.today),
        )


@reads("publications.withdrawn")
@reads("publications.corrected")
def unpublished(entry: Entry, sources: "Sources") -> Iterator[h.Happening]:
    copy = f"publications.publication:{entry.subject_id}"
    way = entry.event.partition(".")[2]
    yield h.Unpublished(
        **{**when(entry), "ref": copy}, copy=copy, way=way, reason=entry.facts.get("reason", "")
    )
