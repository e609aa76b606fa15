"""Service 送达: ways, who receives, which day counts (民事诉讼法 §§87–95, 行政强制法 §38; facts 2.7)."""

from sanzhi.law.limits.row import ALL, ANY, LegalLimit

LIMITS: tuple[LegalLimit, ...] = (
    LegalLimit(
        "service_ways",
        "送达的方式",
        ANY,
        ("直接", "留置", "电子", "委托", "邮寄", "转交", "公告"),
        "民事诉讼法第八十八条至第九十五条",
        "F2-711",
    ),
    LegalLimit(
        "service_receipt",
        "送达回证",
        ALL,
        ("收到日期", "签名或者盖章"),
        "民事诉讼法第八十七条第一款",
        "F2-712",
    ),
    LegalLimit(
        "received_for_person",
        "公民的送达由谁签收",
        ANY,
        ("本人", "同住成年家属"),
        "民事诉讼法第八十八条第一款",
        "F2-712",
    ),
    LegalLimit(
        "received_for_organisation",
        "单位的送达由谁签收",
        ANY,
        ("法定代表人", "主要负责人", "负责收件的人"),
        "民事诉讼法第八十八条第一款",
        "F2-712",
    ),
    LegalLimit(
        "received_by_agent",
        "可以代为签收的",
        ANY,
        ("代理人", "指定的代收人"),
        "民事诉讼法第八十八条第一款",
        "O43",
    ),
    LegalLimit(
        "left_after_refusal_of",
        "留置送达的拒收人",
        ANY,
        ("受送达人", "同住成年家属"),
        "民事诉讼法第八十九条",
        "F2-713",
    ),
    LegalLimit(
        "left_before",
        "留置送达的见证人",
        ANY,
        ("基层组织的代表", "所在单位的代表"),
        "民事诉讼法第八十九条",
        "F2-713",
    ),
    LegalLimit(
        "left_with_proof",
        "留置送达的证明",
        ANY,
        ("见证人签名", "拍照、录像"),
        "民事诉讼法第八十九条",
        "F2-713",
    ),
    LegalLimit(
        "electronic_service",
        "电子送达",
        ALL,
        ("受送达人同意", "能够确认收悉"),
        "民事诉讼法第九十条第一款",
        "F2-714",
    ),
    LegalLimit(
        "electronic_service_day",
        "电子送达的日期",
        ALL,
        ("到达特定系统之日",),
        "民事诉讼法第九十条第二款",
        "F2-714",
    ),
    LegalLimit(
        "electronic_service_of_penalty",
        "处罚决定书的电子送达",
        ALL,
        ("当事人同意", "签订确认书"),
        "行政处罚法第六十一条第二款",
        "F2-149",
    ),
    LegalLimit(
        "posted_after", "邮寄、委托送达的前提", ANY, ("直接送达有困难",), "民事诉讼法第九十一条", "O45"
    ),
    LegalLimit(
        "posted_service_day", "邮寄送达的日期", ALL, ("回执注明的收件日期",), "民事诉讼法第九十一条", "F2-714"
    ),
    LegalLimit(
        "handed_on_by",
        "转交送达的单位",
        ANY,
        ("军队团以上政治机关", "监所", "强制性教育机构"),
        "民事诉讼法第九十二条、第九十三条",
        "F2-711",
    ),
    LegalLimit(
        "handed_on_day", "转交送达的日期", ALL, ("受送达人签收的日期",), "民事诉讼法第九十四条", "F2-711"
    ),
    LegalLimit(
        "notice_served_for",
        "公告送达的前提",
        ANY,
        ("下落不明", "其他方式无法送达"),
        "民事诉讼法第九十五条第一款",
        "F2-715",
    ),
    LegalLimit(
        "notice_recorded", "公告送达的案卷", ALL, ("原因", "经过"), "民事诉讼法第九十五条第二款", "F2-715"
    ),
    LegalLimit(
        "served_directly_first",
        "应当直接送达的",
        ALL,
        ("催告书", "强制执行决定书"),
        "行政强制法第三十八条",
        "O46",
    ),
    LegalLimit(
        "not_served_directly_for",
        "催告书、强制执行决定书可以不直接送达的",
        ANY,
        ("当事人拒绝接收", "无法直接送达"),
        "行政强制法第三十八条",
        "O46",
    ),
)
