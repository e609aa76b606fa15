"""Fines once decided: cash on the spot, late penalty, proceeds (行政处罚法 §§66–74; facts 2.1, N6-06). Amounts stand in law.penalties."""

from datetime import date

from sanzhi.law.limits.row import ALL, ANY, MAX, NONE, LegalLimit

SINCE = date(2021, 7, 15)  # 行政处罚法 2021 修订施行日

LIMITS: tuple[LegalLimit, ...] = (
    LegalLimit(
        "cash_on_the_spot_for",
        "当场处罚可以当场收缴的情形",
        ANY,
        ("一百元以下罚款", "事后难以执行"),
        "行政处罚法第六十八条",
        "F2-133",
        valid_from=SINCE,
    ),
    LegalLimit(
        "cash_in_remote_places",
        "边远地区当场收缴的条件",
        ALL,
        ("边远、水上、交通不便地区", "缴纳确有困难", "当事人提出"),
        "行政处罚法第六十九条",
        "F2-133",
        valid_from=SINCE,
    ),
    LegalLimit(
        "cash_receipt",
        "当场收缴的票据",
        ANY,
        ("国务院财政部门专用票据", "省级财政部门专用票据"),
        "行政处罚法第七十条",
        "F2-134",
        valid_from=SINCE,
    ),
    LegalLimit(
        "unpaid_fine_measures",
        "逾期不履行处罚的措施",
        ANY,
        ("加处罚款", "拍卖、处理、划拨抵缴", "其他强制执行方式", "申请法院强制执行"),
        "行政处罚法第七十二条第一款",
        "O47",
        valid_from=SINCE,
    ),
    LegalLimit(
        "late_penalty_cap",
        "加处罚款与罚款之比",
        MAX,
        1,
        "行政处罚法第七十二条第一款第一项",
        "F2-173",
        unit="倍",
        valid_from=SINCE,
    ),
    LegalLimit(
        "late_penalty_excluded",
        "不计算加处罚款的期间",
        ANY,
        ("行政复议期间", "行政诉讼期间"),
        "行政处罚法第七十三条第三款",
        "F2-173",
        valid_from=SINCE,
    ),
    LegalLimit(
        "confiscated_goods_by",
        "没收财物的处理",
        ANY,
        ("公开拍卖", "按照国家有关规定处理"),
        "行政处罚法第七十四条第一款",
        "O41",
        valid_from=SINCE,
    ),
    LegalLimit(
        "fines_not_tied_to",
        "罚没款项",
        NONE,
        ("与考核、考评挂钩", "由财政部门返还"),
        "行政处罚法第七十四条第三款",
        "F2-175",
        valid_from=SINCE,
    ),
    LegalLimit(
        "fine_payment_told",
        "罚款决定书关于缴纳的内容",
        ALL,
        ("代收机构名称、地址", "罚款数额", "缴纳期限", "是否加处罚款"),
        "罚款决定与罚款收缴分离实施办法第七条",
        "F2-175",
    ),
)
