"""What a hostile clerk types: the words that decide, names of strangers, texts of another content. By field."""

from collections.abc import Mapping
from typing import Any

from tests.lawful.clerk.acts import Day, Who

PEOPLE = (
    "juzhang", "fujuzhang", "duizhang1", "duizhang2", "zhifa1", "zhifa2", "zhifa3", "fazhi", "fazhi2",
    "shuanggang", "gongshi", "dangan", "jiandu", "guanli", "lin_zhifa1", "lin_juzhang", "nobody",
)  # fmt: skip

TEXTS: Mapping[str, tuple[Any, ...]] = {
    "confiscates": ("经营工具，并罚款一千元", "经营工具，责令停业", "违法所得"),
    "reason": ("属严重档次，从重处罚。", "没有行政处罚法第三十条规定的从轻情形。"),
    "mitigation": ("行政处罚法第三十二条第一项", "行政处罚法第三十一条", "无"),
    "tier": ("严重", "轻微", ""),
    "departure": ("当事人态度恶劣，群众反映强烈。",),
    "lighter": ("行政处罚法第三十条", "行政处罚法第三十二条第一项"),
    "gains_note": ("",),
    "text": ("当事人称该处不是其设置，提交了租赁合同。",),
    "answer": ("经复核成立，予以采纳，应当从轻。",),
    "opinions": ("经讨论，决定不予处罚。", "暂缓处理，另行研究。"),
    "received_by": ("路人乙", "", "邻居老李"),
    "relation": ("邻居", "", "朋友"),
    "note": ("当事人拒收。",),
    "witness": ("路人乙",),
    "receipt_number": ("abc", "202600000003", "EMS0001"),
    "plea_text": ("当事人称不是本人张贴。",),
    "minutes": ("未作记录。",),
    "chair": ("路人乙",),
    "id_number": ("", "000000201409010018"),
    "id_type": ("护照",),
    "name": ("李某", "王\u200b某"),
    "place": ("",),
    "moment": ("hearing", "interview"),
    "content": ("立即停止。",),
    "step": ("report", "notice", "decision"),
    "form": ("D29", "D30", "D41", "D43", "D68", "D45"),
    "summary": ("",),
    "cause_code": ("C01", "C26", "C99"),
    "procedure": ("penalty/simplified", "penalty/ordinary"),
    "rights_told": (True,),
    "is_on_the_spot": (True,),
    "is_waived": (True,),
    "outcome": ("absent", "left", "withdrawn"),
    "public_interest": (True,),
    "endangers_life": (True,),
    "ground": ("minor", "first", "child", "expired", "unfounded"),
    "warns": (True,),
    "executor": ("当事人", "路人乙"),
    "executor_signed": ("路人乙",),
    "present_name": ("", "路人乙"),
    "power": ("QZ01", "QZ03-F", "QZ05", "QZ06"),
    "target": ("另一处设施",),
    "things": ("轻型自卸货车；豫D·00000挂；2辆；违法运输所用的车辆", "冰箱；无；1台；生活用品"),
    "plea": ("", "车辆不是我的。"),
    "plea_answer": ("",),
    "urgent_for": ("路面即将塌陷，不能等到白天。",),
    "voucher": ("发还0001",),
}  # fmt: skip

LISTS: Mapping[str, tuple[list[Any], ...]] = {
    "participants": (
        [Who("zhifa1"), Who("fazhi")],
        [Who("juzhang"), Who("juzhang")],
        [Who("juzhang"), Who("zhifa2")],
    ),
    "dissenting": ([Who("juzhang"), Who("fujuzhang")], [Who("fujuzhang")]),
    "officers": (
        [Who("zhifa1"), Who("juzhang")], [Who("zhifa1"), Who("zhifa3")], [Who("zhifa3"), Who("zhifa4")],
        [Who("zhifa1"), Who("fujuzhang")], [Who("duizhang1"), Who("zhifa1")], [Who("zhifa1"), Who("fazhi")], [Who("zhifa1")],
    ),
    "content": (),
    "overturned_for": (["procedure"], ["procedure", "evidence"]),
}  # fmt: skip

# fields that mean more together: a whole paper typed over, a party of another kind
OTHERS: Mapping[str, Mapping[str, tuple[Any, ...]]] = {
    "write_document": {
        "values": (
            {"proposed_text": "罚款人民币伍拾元整（¥50）", "proposed_amount": "50"},
            {"decision_text": "罚款人民币玖仟元整（¥9000）", "amount": "9000", "amount_capital": "玖仟元整"},
            {"penalty_basis": "《某条例》第一条"},
            {"party_name": "张冠李戴"},
            {"plea_days": "1"},
        ),
    },
    "propose_penalty": {
        "measures": tuple(
            [code]
            for code in (
                "criticism",
                "confiscation_of_gains",
                "confiscation_of_goods",
                "suspension",
                "revocation",
                "halt",
                "closure",
            )
        ),
    },
    "record_payment": {"is_on_the_spot": (True,)},
    "carry_out_seizure": {
        "taken": (
            "轻型自卸货车；豫D·00000挂；2辆；车况完好",
            "轻型自卸货车；豫D·00000挂；1辆；车况完好\n手机；无；1部；完好",
        ),
    },
    "settle_proxy_costs": {
        "rows": (
            "人工；9000；FP2026001",
            "人工；-1200；FP2026001",
            "人工；1200；FP2026001\n人工；1200；FP2026001",
            "清运；0；无",
        ),
        "reason": ("当日降雨，增加两个台班，另有凭证。",),
    },
    "tear_down": {
        "goods": ("", "折叠床；钢制；3张；八成新"),
        "handed_over": (True,),
        "nothing_cut": (False,),
        "minutes": (2000,),
    },
    "serve_document": {
        "served_on": (Day(0), Day(-1)),
        "published_on": (Day(-30), Day(-31), Day(0)),
    },
}
