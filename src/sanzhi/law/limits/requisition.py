"""Requisition 征用 in an emergency (突发事件应对法 §§12, 76; oracle 59)."""

from datetime import date

from sanzhi.law.limits.row import ANY, MAX, LegalLimit

SINCE = date(2024, 11, 1)  # 突发事件应对法 2024 修订施行日

LIMITS: tuple[LegalLimit, ...] = (
    LegalLimit(
        "requisitioned_by",
        "可以征用的",
        ANY,
        ("县级以上人民政府", "县级以上人民政府部门"),
        "突发事件应对法第十二条",
        "O59",
        valid_from=SINCE,
    ),
    LegalLimit(
        "requisitioned_for",
        "征用的目的",
        ANY,
        ("应对突发事件的紧急需要",),
        "突发事件应对法第十二条",
        "O59",
        valid_from=SINCE,
    ),
    LegalLimit(
        "requisitioned",
        "可以征用的财产",
        ANY,
        ("设备", "设施", "场地", "交通工具", "其他财产"),
        "突发事件应对法第十二条",
        "O59",
        valid_from=SINCE,
    ),
    LegalLimit(
        "requisition_returned_after",
        "应当返还的时点",
        ANY,
        ("使用完毕", "应急处置工作结束"),
        "突发事件应对法第十二条",
        "O59",
        valid_from=SINCE,
    ),
    LegalLimit(
        "requisition_compensated_for",
        "应当补偿的",
        ANY,
        ("被征用", "征用后毁损", "征用后灭失"),
        "突发事件应对法第十二条",
        "O59",
        valid_from=SINCE,
    ),
    LegalLimit(
        "requisition_at_command",
        "统一指挥时可以征用的",
        ANY,
        ("设备", "设施", "场地", "交通工具", "其他物资"),
        "突发事件应对法第七十六条",
        "O59",
        valid_from=SINCE,
    ),
    # 法律没有规定日数：更早的应急决定由延续、调整应急响应的决定接续
    LegalLimit(
        "requisition_declared_within",
        "提出征用距作出应急决定",
        MAX,
        180,
        "突发事件应对法第十二条",
        "O59",
        unit="日",
        mark="建议",
        valid_from=SINCE,
    ),
    # 法律没有规定日数：需要继续使用的，届满以前延长
    LegalLimit(
        "requisition_term",
        "一次征用的期限",
        MAX,
        180,
        "突发事件应对法第十二条",
        "O59",
        unit="日",
        mark="建议",
        valid_from=SINCE,
    ),
)
