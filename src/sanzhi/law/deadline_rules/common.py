"""Periods of every kind: service, remedies, state compensation, recordings, files (facts 2.0, 2.7; N6-09, N6-10, N6-14)."""

from datetime import date

from sanzhi.law.deadline_rules.units import C, M, W
from sanzhi.law.deadlines import DeadlineRule

NEW = date(2021, 7, 15)  # 行政处罚法 2021 修订施行日
REFORM = date(2024, 1, 1)  # 行政复议法 2023 修订施行日

RULES: tuple[DeadlineRule, ...] = (
    DeadlineRule("service", "送达期限", 7, W, "作出决定", False, "行政处罚法第六十一条", NEW),
    DeadlineRule("service_entry", "送达登记期限", 3, C, "送达", False, "民事诉讼法第八十七条", mark="建议"),
    DeadlineRule(
        "postal_entry", "邮寄送达登记期限", 15, C, "收件", False, "民事诉讼法第九十一条", mark="建议"
    ),
    DeadlineRule(
        "public_notice_service",
        "公告送达期限",
        30,
        C,
        "发出公告",
        False,
        "民事诉讼法第九十五条",
        date(2022, 1, 1),
    ),
    DeadlineRule(
        "reconsideration",
        "行政复议申请期限",
        60,
        C,
        "知道决定",
        True,
        "行政复议法第九条",
        valid_to=date(2023, 12, 31),
    ),
    DeadlineRule(
        "reconsideration", "行政复议申请期限", 60, C, "知道决定", True, "行政复议法第二十条", date(2024, 1, 1)
    ),
    DeadlineRule(
        "litigation_after_reconsideration",
        "复议后起诉期限",
        15,
        C,
        "收到复议决定书",
        True,
        "行政诉讼法第四十五条",
    ),
    DeadlineRule("litigation", "行政诉讼起诉期限", 6, M, "知道决定", True, "行政诉讼法第四十六条"),
    DeadlineRule(
        "recording_upload", "音像上传期限", 1, C, "记录结束", False, "音像记录管理规定", mark="记忆"
    ),
    DeadlineRule("archive", "立卷期限", 30, C, "结案", False, "行政执法案卷立卷规范", mark="建议"),
    DeadlineRule(
        "legal_review", "法制审核期限", 7, W, "送审", False, "重大执法决定法制审核目录清单", mark="建议"
    ),
    DeadlineRule(
        "reconsideration_untold",
        "未告知救济的复议申请期限",
        12,
        M,
        "知道行政行为内容",
        True,
        "行政复议法第二十条第三款",
        REFORM,
    ),
    DeadlineRule(
        "litigation_untold",
        "未告知起诉期限的起诉期限",
        12,
        M,
        "知道行政行为内容",
        True,
        "《最高人民法院关于适用《中华人民共和国行政诉讼法》的解释》第六十四条",
        date(2018, 2, 8),
    ),
    DeadlineRule(
        "litigation_after_silence",
        "复议逾期未决的起诉期限",
        15,
        C,
        "复议期限届满",
        True,
        "行政诉讼法第四十五条",
    ),
    DeadlineRule(
        "reconsideration_forwarding",
        "复议申请转送期限",
        5,
        W,
        "收到复议申请",
        False,
        "行政复议法第三十二条第二款",
        REFORM,
    ),
    DeadlineRule(
        "reconsideration_reply",
        "复议答复、举证期限",
        10,
        W,
        "收到复议申请书副本",
        False,
        "行政复议法第四十八条",
        REFORM,
    ),
    DeadlineRule(
        "reconsideration_reply_simplified",
        "复议简易程序答复、举证期限",
        5,
        W,
        "收到复议申请书副本",
        False,
        "行政复议法第五十四条第一款",
        REFORM,
    ),
    DeadlineRule(
        "reconsideration_decision",
        "行政复议审理期限",
        60,
        C,
        "受理复议申请",
        False,
        "行政复议法第六十二条第一款",
        REFORM,
    ),
    DeadlineRule(
        "reconsideration_decision_extension",
        "行政复议审理期限延长",
        30,
        C,
        "复议审理期限届满",
        False,
        "行政复议法第六十二条第一款",
        REFORM,
    ),
    DeadlineRule(
        "reconsideration_decision_simplified",
        "行政复议简易程序审理期限",
        30,
        C,
        "受理复议申请",
        False,
        "行政复议法第六十二条第二款",
        REFORM,
    ),
    DeadlineRule("suit_reply", "应诉举证期限", 15, C, "收到起诉状副本", False, "行政诉讼法第六十七条第一款"),
    DeadlineRule(
        "remade_decision",
        "重新作出行政行为期限",
        60,
        C,
        "责令重新作出的复议决定生效",
        False,
        "行政复议法实施条例第四十九条",
    ),
    DeadlineRule(
        "compensation_correction",
        "赔偿申请补正告知期限",
        5,
        C,
        "收到赔偿申请",
        False,
        "国家赔偿法第十二条第四款",
    ),
    DeadlineRule(
        "compensation_decision", "行政赔偿决定期限", 2, M, "收到赔偿申请", False, "国家赔偿法第十三条第一款"
    ),
    DeadlineRule(
        "compensation_service",
        "行政赔偿决定送达期限",
        10,
        C,
        "作出赔偿决定",
        False,
        "国家赔偿法第十三条第二款、第三款",
    ),
    DeadlineRule(
        "compensation_suit",
        "行政赔偿起诉期限",
        3,
        M,
        "赔偿决定作出或者赔偿决定期限届满",
        True,
        "国家赔偿法第十四条",
    ),
    DeadlineRule(
        "compensation_payment_request",
        "赔偿金支付申请期限",
        7,
        C,
        "收到支付赔偿金申请",
        False,
        "国家赔偿法第三十七条第三款",
    ),
    DeadlineRule(
        "compensation_claim", "请求国家赔偿时效", 24, M, "知道侵权行为", True, "国家赔偿法第三十九条第一款"
    ),
)
