"""With which other cases a case is handled together 并案, and what of theirs proves something in it."""

from sanzhi.cases.models import Case, Evidence, Joinder
from sanzhi.kernel.db import list_of, rows_of


def joinders(case: Case) -> tuple[Joinder, ...]:
    """Each that there ever was, the oldest first."""
    return list_of(case, "joinders", joined=("other",))


def joined_now(case: Case) -> tuple[Joinder, ...]:
    return tuple(row for row in joinders(case) if row.severed_on is None)


def handled_together(case: Case) -> tuple[Case, ...]:
    """The case and those with which it is joined."""
    return (case, *(row.other for row in joined_now(case)))


def usable_evidence(case: Case) -> tuple[Evidence, ...]:
    """The case's own, and what was gathered jointly with others."""
    return (*rows_of(case.evidence), *_joint_evidence(case))


def _joint_evidence(case: Case) -> tuple[Evidence, ...]:
    """What the others have gathered; of one from which it was severed, what that had until then: it was gathered jointly."""
    found = {
        proof.pk: proof
        for row in joinders(case)
        for proof in rows_of(row.other.evidence)
        if row.severed_on is None or proof.pk in row.kept
    }
    return tuple(found[pk] for pk in sorted(found))


def named_in(case: Case, proof: Evidence) -> str:
    """What was gathered in another case says so wherever it is listed."""
    return proof.name if proof.case_id == case.pk else f"{proof.name}（取自并案的{proof.case.number}）"
