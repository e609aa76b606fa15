"""Licensing's own words."""

from sanzhi.cases.board import Vocabulary
from sanzhi.cases.models import ClosureKind
from sanzhi.law.floors import licensing as floor
from sanzhi.law.measures import Disposal
from sanzhi.licensing import guards, rules, terms
from sanzhi.licensing.closing import may_close
from sanzhi.licensing.facts import GROUPS
from sanzhi.licensing.matters import matters
from sanzhi.licensing.models import LicensingClosure
from sanzhi.licensing.outcome import outcome
from sanzhi.licensing.queries import CATEGORY, CHANGE, END, ORDINARY

UNDECIDED = (
    LicensingClosure.DECLINED,
    LicensingClosure.WITHDRAWN,
    LicensingClosure.LAPSED,
    LicensingClosure.FORGONE,
    ClosureKind.ENDED,
)
VOCABULARY = Vocabulary(
    category=CATEGORY,
    proposals={ORDINARY: "拟办意见", CHANGE: "拟办意见", END: "处理意见"},
    beside={ORDINARY: "行政许可", CHANGE: "许可变更、延续", END: "许可撤销、撤回、注销"},
    guards={
        "licensing.accepted": guards.accepted,
        "licensing.examined": guards.is_examined,
        "licensing.interested_heard": guards.interested_heard,
        "licensing.hearing_settled": guards.hearing_settled,
        "licensing.notice_given": guards.notice_given,
        "licensing.time_told": guards.time_told,
        "licensing.decided_in_time": guards.decided_in_time,
        "licensing.proposal_lawful": guards.proposal_lawful,
        "licensing.delivered": guards.delivered,
    },
    conditions={
        "licensing.instant": guards.instant,
        "licensing.on_site": guards.on_site,
        "licensing.hearing_open": guards.hearing_open,
    },
    wordings={
        "licensing.instant": "事项可以当场办理",
        "licensing.on_site": "须实地核查",
        "licensing.hearing_open": "须听证或者已经要求听证，听证没有终结",
    },
    closures={
        "": UNDECIDED,
        **dict.fromkeys((Disposal.GRANT, Disposal.AMEND, Disposal.RENEW), (LicensingClosure.GRANTED,)),
        Disposal.REFUSE: (LicensingClosure.REFUSED,),
        **dict.fromkeys((Disposal.RESCIND, Disposal.RECALL, Disposal.CANCEL), (LicensingClosure.DONE,)),
    },
    may_close=may_close,
    major_reasons=rules.major_reasons,
    facts=GROUPS,
    floor=floor.RULES,
    rows=("application__licence__holder", "ending", "licence_hearing", "licence__holder"),
    clocks=terms.clocks,
    found=rules.found,
    matters=matters,
    main_clocks=(terms.DECISION, terms.DELIVERY, terms.CORRECTION),
    outcome=outcome,
    # these are of investigations against somebody; each application has its own decision in its own time
    without=frozenset(
        f"cases.{verb}"
        for verb in (
            "add_respondent",
            "change_cause",
            "extend_check",
            "extend_time",
            "explain_delay",
            "suspend_case",
            "resume_case",
            "order_appraisal",
            "name_partner",
            "join_case",
            "sever_case",
        )
    ),
)
