"""When the site of an illegal structure may be sealed: the government ordered it, or it cannot wait (城乡规划法 §68; 平顶山条例 §24, §34)."""

from sanzhi.cases.models import Proceeding
from sanzhi.coercion.building import entrusting_of, structure_of
from sanzhi.coercion.models import Sort, Structure
from sanzhi.coercion.queries import ORDER
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.limits import limit


def building_may_be_sealed(proceeding: Proceeding) -> Verdict:
    """Of other causes this says nothing."""
    if proceeding.procedure_key != ORDER:
        return Verdict.yes()
    asked, row = entrusting_of(proceeding), structure_of(proceeding)
    ordered = asked is not None and asked.ordered_on is not None
    return Verdict.when(
        ordered or (row is not None and _cannot_wait(row)),
        "没有人民政府的书面责成，也不同时符合正在施工、应当拆除、建成面积三百平方米以下、口头制止无效的条件，不能查封施工现场。",
        citation="城乡规划法第六十八条；平顶山市城乡规划建设管理条例第二十四条、第三十四条",
        remedy="请报告人民政府取得书面责成；符合第三十四条的，先登记认定和口头制止的情况。",
    )


def _cannot_wait(row: Structure) -> bool:
    return (
        row.is_under_way
        and row.defied_orally
        and row.sort == Sort.REMOVABLE
        and row.area <= limit("building_stopped_at_once_area", clock.today()).figure
    )
