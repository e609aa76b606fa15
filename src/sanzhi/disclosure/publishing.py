"""Turns a release's text into the order by which the copy is published, with its days: until when, and how long."""

from sanzhi.cases import queries as cases
from sanzhi.cases.changed import change_of
from sanzhi.cases.deadlines import working_calendar
from sanzhi.catalogues import queries as catalogues
from sanzhi.disclosure.changed import tells_the_change
from sanzhi.disclosure.copy import outcome_of, public_name
from sanzhi.disclosure.models import Ground, Release
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.publications.commands import PublishCopy


def begin_anew(release: Release) -> None:
    """It goes public as a new copy; what was changed, in the term that runs from the change.

    Who took it down stays until another has confirmed that or approved the new text.
    """
    release.publication = None
    change = change_of(release.decision)
    if change is not None and change.decided_on is not None and not tells_the_change(release):
        rules = rule(outcome_of(release.decision).clock, change.decided_on)
        release.due_on = due(rules, change.decided_on, calendar=working_calendar()).on
        release.first_public_on = None
        release.withdraw_by_on, release.withdraw_for = None, ""


def public_ground(release: Release, ground: Ground) -> str:
    """Why a copy was taken down, as the public reads it: of closed lists, nothing that somebody wrote (行政处罚法 §48)."""
    gone = cases.overturn_of(release.proceeding)
    if ground != Ground.OVERTURNED or gone is None:
        return f"{ground.label}。"
    return f"该决定因{gone.grounds}，已被{gone.get_by_whom_display()}{gone.get_kind_display()}。"


def copy_order(release: Release) -> PublishCopy:
    decision, proceeding = release.decision, release.proceeding
    authority = proceeding.case.authority.code
    papers = cases.papers(proceeding)
    original = next(paper for paper in papers if paper.document_id == decision.document_id)
    told = outcome_of(decision)
    return PublishCopy(
        record=f"release:{release.pk}",
        authority=authority,
        kind=told.kind,
        number=decision.number,
        title=told.title,
        respondent=public_name(decision),
        conclusion=next(
            (text for caption, text in release.content if caption == told.sanction), decision.text
        ),
        decided_on=decision.decided_on,
        subject=told.subject,
        content=[(caption, text) for caption, text in release.content],
        source_sha256=original.document.sha256,
        ends_on=catalogues.months_later(decision.decided_on, told.months) if told.months else None,
    )
