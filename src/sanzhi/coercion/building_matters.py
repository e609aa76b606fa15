"""An illegal structure and its demolition as the page of their case shows them."""

from collections.abc import Iterable

from sanzhi.cases.contestable import contestable_until
from sanzhi.cases.matters import Matter, matter
from sanzhi.cases.models import Proceeding
from sanzhi.coercion.building import (
    demolition_of,
    entrusting_of,
    is_gone,
    left_things,
    structure_of,
)
from sanzhi.coercion.halting import enforcement_of
from sanzhi.coercion.leaving import fetch_by
from sanzhi.coercion.models import Demolition, LeftThing, Structure
from sanzhi.law.days import chinese_date

ORDER_ACTS = (
    "coercion.look_at_stop",
    "coercion.sort_structure",
    "coercion.refer_structure",
    "coercion.propose_removal",
    "coercion.decide_removal",
    "coercion.record_removal",
    "coercion.begin_demolition",
)
DEMOLITION_ACTS = (
    "coercion.record_announcement",
    "coercion.decide_enforcement",
    "coercion.set_demolition_day",
    "coercion.tear_down",
    "coercion.hand_out_left_things",
    "coercion.call_for_left_things",
    "coercion.deposit_left_things",
)
# 法释〔2013〕5号 (记忆)
NO_COURT = "不能申请法院：对规划部门限期拆除的决定，法院不受理强制执行申请（法释〔2013〕5号，记忆），只由人民政府责成强制拆除（城乡规划法第六十八条）"


def building_matters(proceeding: Proceeding) -> Iterable[Matter]:
    row, asked, plan = (
        structure_of(proceeding),
        entrusting_of(proceeding),
        demolition_of(proceeding),
    )
    if row is not None:
        yield _structure(proceeding, row)
    if asked is not None:
        rows = {
            "报告": f"{chinese_date(asked.reported_on)}，{asked.report_number}",
            "超过期限的原因": asked.late_for,
            "责成": f"{asked.ordered_by}，{asked.ordered_number}" if asked.ordered_on else "",
            "责成日": asked.ordered_on,
            "责成的内容": asked.ordered_what,
        }
        state = "已经责成" if asked.ordered_on else "已经报告，等待责成"
        yield matter("报告政府和书面责成", state, acts=("coercion.record_government_order",), rows=rows)
    if plan is not None:
        yield _demolition(proceeding, plan)


def _structure(proceeding: Proceeding, row: Structure) -> Matter:
    until = contestable_until(proceeding)
    stopped = {None: "", True: "已经停止", False: "没有停止"}[row.stopped]
    return matter(
        "违法建设",
        "已经拆除" if is_gone(proceeding) else row.get_sort_display() or "待认定",
        acts=ORDER_ACTS,
        rows={
            "位置": row.location,
            "名称、结构": row.kind,
            "建筑面积": f"{row.area.normalize():f}平方米",
            "停止施工": stopped,
            "复查情况": row.looked_note,
            "情形": row.get_item_display(),
            "认定的事实": row.sort_reason,
            "听证意见": row.heard_note,
            "移送": f"{row.referred_to}，{row.referred_for}" if row.referred_on else "",
            "应当履行": row.duty,
            "复议、诉讼期限至": until,
            "自行拆除": row.removed_on,
            "强制执行的途径": NO_COURT if row.duty else "",
        },
    )


def _demolition(proceeding: Proceeding, plan: Demolition) -> Matter:
    row, until = enforcement_of(proceeding), fetch_by(proceeding)
    kept = [one for one in left_things(proceeding) if one.gone_on is None]
    return matter(
        "强制拆除",
        "已经实施" if row is not None and row.ended_at else "办理中",
        acts=DEMOLITION_ACTS,
        rows={
            "限定自行拆除": plan.remove_by_on,
            "财物搬离": plan.clear_by_on,
            "张贴": f"{chinese_date(plan.posted_on)}，{plan.posted_at}" if plan.posted_on else "",
            "媒体发布": f"{chinese_date(plan.media_on)}，{plan.media}" if plan.media_on else "",
            "实施日": plan.day,
            "保管": plan.keeper,
            "领取期限至": until.on if until and kept else None,
            "招领公告": plan.called_on,
            "财物": [_told(one) for one in left_things(proceeding)],
            "强制执行的途径": NO_COURT,
        },
    )


def _told(row: LeftThing) -> str:
    if row.claimed_on:
        return f"{row.thing.text}：{chinese_date(row.claimed_on)}由{row.claimed_by}领取"
    if row.deposited_on:
        cost = f"，费用{row.cost}元由当事人承担" if row.cost else ""
        return f"{row.thing.text}：{chinese_date(row.deposited_on)}提存于{row.deposited_with}{cost}"
    return f"{row.thing.text}：代为保管"
