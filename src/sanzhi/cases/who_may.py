"""For whom something waits, in words: the office, and who holds it and may act in this case."""

from collections.abc import Iterable
from dataclasses import dataclass

from sanzhi.cases.models import Proceeding
from sanzhi.cases.policies import JUDGES
from sanzhi.cases.queries import assignments, has_handled, is_recused
from sanzhi.law.procedures import Step
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.roles import CAPTIONS, Role

OFFICERS = "承办人"


@dataclass(frozen=True)
class Staff:
    """Whoever serves today, seen from one proceeding."""

    proceeding: Proceeding
    serving: tuple[organisation.Holder, ...]

    def officers(self, *, but: Iterable[int] = ()) -> str:
        """The officers of the case."""
        rows = assignments(self.proceeding.case)
        return _named(OFFICERS, (row.officer.name for row in rows if row.officer_id not in set(but)))

    def offices(self, roles: Iterable[Role], *, but: Iterable[int] = ()) -> str:
        """Each of these offices with who may act for it here; the officers of the case where no office is asked."""
        asked = tuple(roles)
        if not asked:
            return self.officers(but=but)
        return "；".join(_named(CAPTIONS[role], self._who(role, set(but))) for role in asked)

    def writers(self, step: Step | None) -> str:
        """Who writes the papers of the step: the officers, and of an office's own step whoever holds it."""
        if step is None or step.role == Role.OFFICER:
            return self.officers()
        return f"{self.officers()}；{self.offices((Role(step.role),))}"

    def _who(self, role: Role, but: set[int]) -> tuple[str, ...]:
        case = self.proceeding.case
        able = [row for row in self.serving if role in row.offices and row.pk not in but]
        able = [row for row in able if not is_recused(case, row.pk)]
        if role in JUDGES:
            able = [row for row in able if not has_handled(case, row.pk)]
        own = [row for row in able if row.unit == case.unit_id] if role == Role.SQUAD_LEADER else []
        return tuple(row.name for row in own or able)


def staff_of(proceeding: Proceeding) -> Staff:
    return Staff(proceeding, organisation.holders(proceeding.case.authority.code))


def _named(caption: str, names: Iterable[str]) -> str:
    """执法人员（张三、李四）; an office without anybody says so."""
    return f"{caption}（{'、'.join(names) or '现在没有可以办理的人员'}）"
