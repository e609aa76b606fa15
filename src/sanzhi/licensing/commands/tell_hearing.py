"""Tell the applicant and those concerned that they may ask for a hearing, or that one is owed (行政许可法 §46, §47; §69 with 豫条例 §26)."""

from pydantic import Field

from sanzhi.applications.models import MessageKind, Progress
from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssuePaper, issue_own_paper
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.licensing import events
from sanzhi.licensing.models import LicenceHearing
from sanzhi.licensing.offering import is_undecided
from sanzhi.licensing.queries import application_of, hearing_of, item_of
from sanzhi.licensing.telling import tell
from sanzhi.licensing.terms import HEARING_NOTICE

LAW = "行政许可法第四十六条、第四十七条"
ASKED = "您有权要求听证：自收到《许可听证告知书》之日起五日内，可以到窗口提出。"
OWED = "本机关将举行听证，时间、地点另行通知。"


class TellHearing(OnProceeding):
    because: Told = Field(min_length=5, max_length=300)
    is_owed: bool = False


def _objects(proceeding: Proceeding) -> Verdict:
    return is_undecided(proceeding) & Verdict.when(
        hearing_of(proceeding) is None,
        "已经告知过听证权利。",
        citation=LAW,
        remedy="请登记申请、放弃或者举行。",
    )


CARD = Card(
    captions={
        "because": "听证的事由（涉及的重大利益关系）",
        "is_owed": "法律、法规、规章规定应当听证，或者涉及公共利益，不待申请即举行",
    },
    initial=lambda on: {"is_owed": bool((item := item_of(on)) and item.first == "听证")},
    objects=_objects,
)


@act("licensing.tell_hearing", title="告知听证权利", card=CARD)
def tell_hearing(actor: Actor, order: TellHearing, *, on: Proceeding) -> LicenceHearing:
    row = LicenceHearing(proceeding=on, told_on=clock.today(), **order.said())
    row.save()
    on.licence_hearing = row
    issue_own_paper(actor, IssuePaper(case=on.case_id, proceeding=on.pk, purpose=HEARING_NOTICE))
    tell(
        actor,
        application_of(on),
        progress=Progress.ACCEPTED,
        kind=MessageKind.HEARING,
        text=f"{order.because}{OWED if order.is_owed else ASKED}",
        citation=LAW,
    )
    record(events.HEARING_TOLD, actor=actor, subject=on.case, facts={})
    return row
