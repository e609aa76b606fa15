"""The relaxations that are always planted: each would let a whole unlawful penalty through by itself.

A row whose code has moved is moved with it; a row that fits none or several candidates is refused by the house.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Core:
    """`words` stand in the candidate's description; with file, function and operator they fit exactly one."""

    name: str
    file: str
    function: str
    operator: str
    words: str


PAYMENT = "penalty/commands/record_payment.py"
COURSE = "penalty/guards/course.py"
BEFORE = "penalty/guards/before_decision.py"

CORE = (
    Core("reviewing one's own case", "cases/policies.py", "is_no_handler", "hold", "has_handled"),
    Core(
        "anyone concluding a hearing",
        "cases/commands/conclude_hearing.py",
        "_is_held",
        "hold",
        "chair_id",
    ),
    Core(
        "leaving a step without its papers",
        "cases/policies.py",
        "is_complete_but_for_films",
        "unasked",
        "papers_issued",
    ),
    Core("overpaying", PAYMENT, "record_payment", "hold", "order.amount <= owed"),
    Core(
        "a stale page moves the case",
        "cases/commands/complete_step.py",
        "complete_step",
        "hold",
        "order.step == proceeding.step",
    ),
    Core(
        "one officer is enough", "cases/policies.py", "has_two_qualified_officers", "hold", "able >= wanted"
    ),
    Core(
        "six working days' notice of a hearing",
        "cases/deadlines.py",
        "earliest_hearing_day",
        "days",
        "7 → 6",
    ),
    Core("the plea period is not over", COURSE, "period_has_ended", "hold", "until.on"),
    Core(
        "the notice of a hearing was not served",
        COURSE,
        "notice_given",
        "yes",
        "听证告知书",
    ),
    Core("no review has passed", "reviews/guards.py", "review_passed", "hold", "not reasons"),
    Core("no deliberation", "reviews/guards.py", "deliberation_concluded", "hold", "major_reasons"),
    Core(
        "punished without a recheck",
        COURSE,
        "correction_reviewed",
        "hold",
        "order and order.reviewed_on",
    ),
    Core(
        "the upper end of the range is not asked",
        "penalty/rules.py",
        "fine_fits",
        "hold",
        "bounds.maximum",
    ),
    Core("limitation is not asked", BEFORE, "within_limitation", "hold", "registered_on"),
    Core(
        "a child under 14 is punished",
        BEFORE,
        "respondent_punishable",
        "hold",
        "responsibility_of(proceeding) != penalties.Responsibility.NONE",
    ),
    Core(
        "the range is not asked on the spot",
        "penalty/commands/penalise_on_the_spot.py",
        "_is_lawful",
        "unasked",
        "fine_fits",
    ),
    Core("the same receipt twice", "penalty/paying.py", "is_receipt", "hold", "paid.exists"),
    Core(
        "served before the issue, or tomorrow",
        "documents/policies.py",
        "is_lawful_service",
        "hold",
        "done_on",
    ),
    Core("one officer signs both places", "documents/policies.py", "may_sign", "hold", "not in taken"),
    Core(
        "the clerk approves their own text",
        "disclosure/policies.py",
        "may_approve",
        "hold",
        "preparer",
    ),
    Core(
        "leaks are not asked",
        "disclosure/policies.py",
        "is_publishable",
        "unasked",
        "in found",
    ),
    Core(
        "anybody withdraws a publication",
        "disclosure/commands/withdraw_release.py",
        "withdraw_release",
        "unasked",
        "may_approve",
    ),
    Core(
        "closed with a wrong kind",
        "cases/closing.py",
        "kind_fits",
        "hold",
        "kind in offered",
    ),
    Core("decided twice", "cases/policies.py", "may_decide_by", "hold", "decision"),
)
