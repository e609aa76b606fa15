"""What orders to demolish and demolitions answer to the words of their procedures."""

from sanzhi.cases import queries as cases
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.models import Proceeding
from sanzhi.cases.vouching import fits
from sanzhi.coercion import building
from sanzhi.coercion.models import Sort
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date

RULES = "平顶山市城乡规划建设管理条例"
REMOVAL = "限期拆除"


def structure_described(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        building.structure_of(proceeding),
        "尚未登记违法建设的位置、结构和面积。",
        citation=f"{RULES}第二十四条",
        remedy="请到现场查看后登记。",
    )


def stop_told(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        building.stop_notice(proceeding),
        "《责令停止违法行为通知书》尚未送达当事人。",
        citation=f"{RULES}第二十四条第一款",
        remedy="请自发现之日起二个工作日内制作并送达。",
    )


def stop_looked_at(proceeding: Proceeding) -> Verdict:
    """Whether the building stopped; where it did not, the government knows and has ordered (平顶山条例 §24)."""
    row, asked = building.structure_of(proceeding), building.entrusting_of(proceeding)
    return Verdict.when(
        row is not None and row.looked_on is not None,
        "尚未复查当事人是否停止施工。",
        citation=f"{RULES}第二十四条",
        remedy="请到现场复查并登记。",
    ) & Verdict.when(
        row is None or row.stopped is not False or (asked is not None and asked.ordered_on is not None),
        "当事人没有停止施工，尚未报告人民政府并取得书面责成。",
        citation=f"{RULES}第二十四条第二款；城乡规划法第六十八条",
        remedy="请在送达通知书后二个工作日内报告，并登记人民政府的书面责成。",
    )


def structure_sorted(proceeding: Proceeding) -> Verdict:
    """Only what must go is ordered to go; the rest ends here (平顶山条例 §§25–27)."""
    row = building.structure_of(proceeding)
    return Verdict.when(
        row is not None and row.sort,
        "尚未认定属于可以改正、应当拆除还是不能拆除。",
        citation=f"{RULES}第二十五条至第二十七条",
        remedy="请先认定违法建设的类别。",
    ) & Verdict.when(
        row is None or row.sort in {"", Sort.REMOVABLE},
        f"已经认定为“{row.get_sort_display() if row else ''}”，不能责令限期拆除。",
        citation=f"城乡规划法第六十四条；{RULES}第二十五条、第二十七条",
        remedy="请结束本程序；构成违法的，另行立案处罚。",
    )


def removal_authorised(proceeding: Proceeding) -> Verdict:
    power = cases.power_of(proceeding)
    return Verdict.when(
        REMOVAL in power.authorises,
        f"{power.penalty_basis}没有授权责令限期拆除。",
        citation="城乡规划法第六十四条",
        remedy="请改定案由，选择授权限期拆除的职权。",
    )


def removal_told(proceeding: Proceeding) -> Verdict:
    """The notice that was served tells what is proposed now."""
    paper, now = cases.told(proceeding), cases.current_proposal(proceeding)
    seen = paper.proposal if paper is not None else None
    return Verdict.when(
        seen is not None and now is not None and fits(seen, now),
        "没有按现在的意见告知当事人：《限期拆除事先告知书》尚未送达。",
        citation="河南省行政执法条例第二十六条",
        remedy="请制作并送达。",
    )


def removal_heard(proceeding: Proceeding) -> Verdict:
    """The days to plead are over, or the party has waived them."""
    until = deadline(proceeding, "plea")
    waived = any(row.is_waived for row in cases.pleas(proceeding))
    return Verdict.when(
        waived or (until is not None and clock.today() > until.on),
        f"陈述申辩的期限至{chinese_date(until.on) if until else '告知以后'}，尚未届满。",
        citation="河南省行政执法条例第二十六条",
        remedy="请等期限届满；当事人明确放弃的，登记放弃。",
    )


def structure_gone(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        building.is_gone(proceeding) or building.was_given_up(proceeding),
        "违法建设尚未拆除。",
        citation=f"{RULES}第二十八条、第三十条",
        remedy="当事人自行拆除的，登记拆除；逾期不拆除的，依法提出强制拆除。",
    )
