"""Whether a law or a regulation gives *this* measure for *this* matter: without a row that says so there is none."""

from sanzhi.cases import queries as cases
from sanzhi.cases.models import PartyKind, Proceeding
from sanzhi.catalogues.powers import Power
from sanzhi.coercion.models import Manner
from sanzhi.coercion.queries import powers_for
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict

LAW = "行政强制法第十条、第十一条、第十七条、第二十二条"
INSTEAD = "证据可能灭失或者以后难以取得的，可以依法先行登记保存（行政处罚法第五十六条）。"


def may_be_seized(main: Proceeding) -> Verdict:
    """Whether anything gives a seizure for the cause of the penalty; the reason names the article that does not."""
    rows = [row for row in powers_for(main) if row.is_valid_on(clock.today()) and _manners(row)]
    basis = cases.power_of(main).penalty_basis
    return Verdict.when(
        rows,
        f"没有法律、法规规定对“{main.cause}”可以查封、扣押：本案的处罚依据{basis}没有授权，"
        "权责清单中也没有为这一案由授权的职权。",
        citation=LAW,
        remedy=INSTEAD,
    )


def _manners(power: Power) -> list[Manner]:
    return [row for row in Manner if row.label in power.authorises]


def is_authorised(proceeding: Proceeding, manner: str) -> Verdict:
    """The power of the proceeding gives this measure, against this kind of party, on a basis in force today."""
    power, party, label = cases.power_of(proceeding), proceeding.respondent, Manner(manner).label
    kind = PartyKind(party.kind).label if party else ""
    return (
        Verdict.when(
            label in power.authorises,
            f"{power.penalty_basis}没有授权{label}。",
            citation=LAW,
            remedy=INSTEAD,
        )
        & Verdict.when(
            not power.respondents or kind in power.respondents,
            f"{power.penalty_basis}只适用于{'、'.join(power.respondents)}，当事人是{kind or '尚未登记的'}。",
            citation=LAW,
            remedy=INSTEAD,
        )
        & Verdict.when(
            power.is_valid_on(clock.today()),
            f"“{power.title}”的依据今天没有效力，不能据以{label}。",
            citation=LAW,
            remedy="请撤回后按现行有效依据的职权重新提出。",
        )
    )
