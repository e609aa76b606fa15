"""Whether an execution goes on: suspended, terminated, agreed on with the party, or done by the party itself."""

from sanzhi.cases.contests import is_not_stayed
from sanzhi.cases.models import Proceeding
from sanzhi.coercion.imposing import still_stands
from sanzhi.coercion.models import Agreement, Enforcement, Halt, HaltKind
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict

LAW = "行政强制法第三十九条、第四十条"


def enforcement_of(proceeding: Proceeding) -> Enforcement | None:
    return getattr(proceeding, "enforcement", None)


def was_done(proceeding: Proceeding) -> bool:
    row = enforcement_of(proceeding)
    return row is not None and row.ended_at is not None


def waits_to_be_done(
    proceeding: Proceeding, what: str, *, citation: str, remedy: str = "没有决定的，请先报请决定。"
) -> Verdict:
    """`what` was decided, and nobody has done it yet."""
    row = enforcement_of(proceeding)
    return Verdict.when(
        row is not None and row.ended_at is None and hasattr(proceeding, "decision"),
        f"没有已经决定、等待实施的{what}。",
        citation=citation,
        remedy=remedy,
    )


def is_done_by_party(proceeding: Proceeding) -> bool:
    """The party did it after all, or pulled the structure down itself: nothing is owed but money."""
    row, structure = enforcement_of(proceeding), getattr(proceeding.main, "structure", None)
    is_down = structure is not None and structure.removed_on is not None
    return is_down or (row is not None and row.fulfilled_on is not None)


def last_halt(proceeding: Proceeding) -> Halt | None:
    return next(reversed(rows_of(proceeding.halts)), None)


def is_suspended(proceeding: Proceeding) -> bool:
    row = last_halt(proceeding)
    return row is not None and row.kind == HaltKind.SUSPENDED


def is_ended(proceeding: Proceeding) -> bool:
    row = last_halt(proceeding)
    return row is not None and row.kind == HaltKind.ENDED


def standing_agreement(proceeding: Proceeding) -> Agreement | None:
    """The agreement that binds today."""
    rows = [row for row in rows_of(proceeding.agreements) if row.broken_on is None]
    return rows[-1] if rows else None


def goes_on(proceeding: Proceeding) -> Verdict:
    """Nothing is executed while it is suspended, ended, agreed on, done, stayed, or its ground has fallen."""
    row = last_halt(proceeding)
    verdict = Verdict.when(
        row is None or row.kind == HaltKind.RESUMED,
        f"已经{row.get_kind_display() if row else ''}，不能继续执行。",
        citation=LAW,
        remedy="中止的情形消失以后，由机关负责人恢复执行。",
    ) & Verdict.when(
        standing_agreement(proceeding) is None,
        "与当事人订有执行协议，当事人履行期间不能强制执行。",
        citation="行政强制法第四十二条",
        remedy="当事人不履行协议的，由机关负责人认定以后恢复强制执行。",
    )
    verdict &= Verdict.when(
        not is_done_by_party(proceeding),
        "当事人已经履行，停止执行。",
        citation="行政强制法第五十一条第一款第二项",
        remedy="请登记当事人已经履行，结束本程序。",
    )
    main = proceeding.main
    return verdict & is_not_stayed(proceeding) & (still_stands(main) if main else Verdict.yes())
