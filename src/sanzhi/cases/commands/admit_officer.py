"""Let somebody read a case whose office does not reach it, until a day: a leader who stands in, an adviser, a witness's squad."""

from datetime import date, timedelta

from pydantic import Field

from sanzhi.cases import events, reading
from sanzhi.cases.card import Card
from sanzhi.cases.models import Admission, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import leads_the_squad
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.roles import Role

LONGEST = timedelta(days=90)  # 建议: who still has a purpose then is admitted anew


class AdmitOfficer(OnProceeding):
    officer: int
    reason: str = Field(min_length=4, max_length=200)
    until: date


def _outside(proceeding: Proceeding) -> list[tuple[int, str]]:
    case = proceeding.case
    rows = organisation.who_work_on_cases(case.authority.code)
    return [
        (row.pk, f"{row.name}（{row.unit.name}）")
        for row in rows
        if not reading.may_read(organisation.actor_of_officer(row), case)
    ]


CARD = Card(
    citation="个人信息保护法第三十四条",
    office=(Role.SQUAD_LEADER, Role.BUREAU_HEAD),
    captions={"officer": "查阅人", "reason": "用途", "until": "查阅至"},
    helps={"reason": "例如：本队中队长回避，由其代为审批。", "until": "最长九十日，期满自动失效。"},
    choices={"officer": _outside},
    initial=lambda proceeding: {"until": clock.today() + timedelta(days=30)},
    at_any_step=True,
    after_closure=True,
)


@act("cases.admit_officer", title="准予查阅", card=CARD)
def admit_officer(actor: Actor, order: AdmitOfficer, *, on: Proceeding) -> Admission:
    today = clock.today()
    require(leads_the_squad(actor, on.case))
    require(
        Verdict.when(
            order.officer in dict(_outside(on)),
            "此人已经可以查阅本案，或者不是本机关人员，或者是不接触案件的系统管理员、安全管理员、安全审计员。",
            remedy="请在名单中选择。",
        ),
        Verdict.when(
            today <= order.until <= today + LONGEST,
            f"查阅期限应在今天至{chinese_date(today + LONGEST)}之间。",
            remedy="到期仍需查阅的，届时重新准予。",
        ),
    )
    row = Admission(
        case=on.case, officer_id=order.officer, reason=order.reason, admitted_on=today, until=order.until
    )
    row.save()
    facts = {"officer": row.officer.name, "until": order.until.isoformat()}
    record(events.OFFICER_ADMITTED, actor=actor, subject=on.case, facts=facts)
    return row
