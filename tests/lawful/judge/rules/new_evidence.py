"""Rule on what comes up after the hearing: told once more, and the right to a hearing once more (§64, §65)."""

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import (
    Discussed,
    Found,
    Gathered,
    Happening,
    Heard,
    Reviewed,
    Told,
)
from tests.lawful.judge.example import ONE, at, changed, fine, on, plus
from tests.lawful.judge.example_grave import grave
from tests.lawful.judge.readings import ordinary_decisions
from tests.lawful.judge.rule import Finds, rule


@rule(
    "15.1",
    article="行政处罚法第六十五条、第六十四条第七项",
    says="听证后新收的证据、新的事实，应当重新告知并重新给听证权",
    kind="new_evidence_after_hearing",
    certainty="推论",
)
def new_evidence_after_hearing(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        course = [*enumerate(case.before(decided, Happening))]
        held = [place for place, row in course if isinstance(row, Heard) and not row.is_abandoned]
        fresh = [place for place, row in course if isinstance(row, Found | Gathered)]
        told = [place for place, row in course if isinstance(row, Told) and "hearing" in row.rights]
        is_fresh = bool(held and fresh) and fresh[-1] > held[0]
        if is_fresh and decided.penalty.punishes and (not told or told[-1] < fresh[-1]):
            yield decided, "听证之后有新证据、新事实，没有重新告知"


def _told_anew(day: int, *, rights: frozenset[str] = frozenset({"plea", "hearing"})) -> Chronicle:
    """New evidence on day 24, and once more told; reviewed and discussed after that."""
    told = Told(at=at(day), on=on(day), by=(ONE,), form="D30", penalty=fine(8000), rights=rights, days=5)
    piece = Gathered(at=at(24), by=(ONE,), kind="document", name="新证据", proves="事实")
    case = plus(grave(), told, piece)
    return changed(changed(case, Reviewed, at=at(40)), Discussed, at=at(41))


new_evidence_after_hearing.breach(lambda: _told_anew(23))
new_evidence_after_hearing.breach(lambda: _told_anew(25, rights=frozenset({"plea"})))
new_evidence_after_hearing.lawful(lambda: _told_anew(25))
new_evidence_after_hearing.breach(
    lambda: plus(grave(), Gathered(at=at(24), by=(ONE,), kind="document", name="新证据", proves="事实"))
)
new_evidence_after_hearing.lawful(
    lambda: plus(grave(), Gathered(at=at(21), by=(ONE,), kind="document", name="新证据", proves="事实"))
)
