"""Rules on the copy that comes down: within three working days of the fall, with the reason, by whose decision (§48(2))."""

from dataclasses import replace

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Overturned, Published, Unpublished
from tests.lawful.judge import lines
from tests.lawful.judge.example import HEAD, ONE, at, changed, on, ordinary, plus
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.who import in_office, is_known


@rule(
    "60.5",
    article="行政处罚法第四十八条第二款、第八十五条",
    says="被变更、撤销、确认违法或者无效的，三个工作日内撤回公示并说明理由",
    kind="not_withdrawn",
    certainty="原文",
)
def not_withdrawn(case: Chronicle) -> Finds:
    for gone in case.all(Overturned):
        ends = case.days.after(gone.day, lines.WITHDRAW)
        for copy in _live(case, gone):
            taken = [row for row in case.after(gone, Unpublished) if _takes(row, copy)]
            late = not taken and case.today is not None and case.today > ends
            if late or (taken and taken[0].day > ends):
                yield gone, f"{copy.day}公示的，应当在{ends}之前撤回"


def _live(case: Chronicle, gone: Overturned) -> list[Published]:
    """The copies that were public when the decision fell."""
    ended = case.before(gone, Unpublished)
    return [
        copy
        for copy in case.before(gone, Published)
        if not (copy.ends_on and copy.ends_on < gone.day)
        and not any(row in case.after(copy, Unpublished) and _is_of(row, copy) for row in ended)
    ]


def _takes(row: Unpublished, copy: Published) -> bool:
    """Only a withdrawal: a copy that is corrected goes on telling of what fell."""
    return row.way == "withdrawn" and _is_of(row, copy)


def _is_of(row: Unpublished, copy: Published) -> bool:
    """Of this very copy; who names none takes all."""
    return not row.copy or not copy.copy or row.copy == copy.copy


def _fallen(*taken: int, copies: tuple[str, ...] = ("",), more: tuple[str, ...] = ()) -> Chronicle:
    """Fallen on day 40, with `more` copies beside the first; on the days all `copies` named are taken down."""
    case = ordinary(today=on(80))
    first = case.all(Published)[0]
    rows = [replace(first, at=at(21), copy=copy) for copy in more]
    rows_down = [
        Unpublished(at=at(day), by=(HEAD,), copy=copy, reason="决定已撤销")
        for day in taken
        for copy in copies
    ]
    return plus(case, *rows, Overturned(at=at(40), by=(HEAD,), ground="依据错误"), *rows_down)


TWO_COPIES = ("publication:1", "publication:2")
not_withdrawn.breach(_fallen)
not_withdrawn.breach(lambda: changed(_fallen(41), Unpublished, way="corrected"))
not_withdrawn.breach(lambda: _fallen(46))
not_withdrawn.breach(lambda: _fallen(41, copies=TWO_COPIES[:1], more=TWO_COPIES[1:]))
not_withdrawn.breach(lambda: _fallen(41, copies=("publication:7",)))
not_withdrawn.lawful(lambda: _fallen(41, copies=TWO_COPIES, more=TWO_COPIES[1:]))
not_withdrawn.lawful(lambda: _fallen(41, more=TWO_COPIES[1:]))
not_withdrawn.lawful(lambda: _fallen(41))
not_withdrawn.lawful(lambda: changed(_fallen(), Published, ends_on=on(39)))


@rule(
    "60.6",
    article="行政处罚法第四十八条第二款",
    says="撤回公示应当公开说明理由",
    kind="withdrawn_without_reason",
    certainty="原文",
)
def withdrawn_without_reason(case: Chronicle) -> Finds:
    for row in case.all(Unpublished):
        if row.way == "withdrawn" and not row.reason.strip():
            yield row, "撤回没有说明理由"


withdrawn_without_reason.breach(lambda: plus(ordinary(), Unpublished(at=at(25), by=(HEAD,))))
withdrawn_without_reason.lawful(lambda: plus(ordinary(), Unpublished(at=at(25), by=(HEAD,), way="expired")))


@rule(
    "60.14",
    article="国办发〔2018〕118号；河南省行政执法公示办法",
    says="撤回公示由机关负责人或者法制机构决定",
    kind="withdrawn_by_anybody",
    certainty="记忆",
)
def withdrawn_by_anybody(case: Chronicle) -> Finds:
    for row in case.all(Unpublished):
        own = in_office(case, row.by, day=row.day)
        may = any(person.has("bureau_head", "legal_reviewer") for person in own) or _at_term(case, row)
        if row.way == "withdrawn" and is_known(case) and not may:
            yield row, f"撤回的是{own[0].name if own else '、'.join(row.by) or '没有写明的人'}"


def _at_term(case: Chronicle, row: Unpublished) -> bool:
    """Of itself on the last of the three working days: nobody need decide what the law orders (行政处罚法 §48(2))."""
    fallen = case.before(row, Overturned)
    return row.by == ("system",) and any(
        row.day >= case.days.after(gone.day, lines.WITHDRAW) for gone in fallen
    )


withdrawn_by_anybody.breach(lambda: changed(_fallen(41), Unpublished, by=("system",)))
withdrawn_by_anybody.breach(
    lambda: plus(ordinary(), Unpublished(at=at(45), by=("system",), reason="到期自动撤回"))
)
withdrawn_by_anybody.lawful(lambda: changed(_fallen(43), Unpublished, by=("system",)))
for _by in ((ONE,), (), ("外人",)):
    withdrawn_by_anybody.breach(lambda by=_by: plus(ordinary(), Unpublished(at=at(25), by=by, reason="撤回")))
withdrawn_by_anybody.lawful(lambda: plus(ordinary(), Unpublished(at=at(25), by=(HEAD,), reason="决定被撤销")))
