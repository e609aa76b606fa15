"""How the fields of what is begun at the window are called, and what is said beside them."""

from sanzhi.cases.identifying import CAPTIONS as PARTY
from sanzhi.cases.identifying import HELPS as PARTY_HELPS

CAPTIONS = {
    "item": "许可事项",
    **PARTY,
    "agent": "代理人",
    "place": "地点",
    "content": "申请内容",
    "starts_on": "申请期限自",
    "ends_on": "申请期限至",
    "answers": "填写内容",
    "handed": "收到的材料",
    "received_on": "收到申请日",
    "late_because": "迟延登记的原因",
    "portal_number": "网上申请编号",
    "filled_because": "补充内容的来源",
}
LATE = "收到之日起三日内登记的不填；超过的写明原因，期限仍从收到之日起计算。"
HELPS = {
    "late_because": LATE,
    **PARTY_HELPS,
    "answers": "每行一项：标题：内容。",
    "handed": "勾选已经收到的材料；没有收齐的，也应当收下，五个工作日内一次告知补正。",
    "agent": "委托他人办理的填写，并收取委托书。",
    "filled_because": "申请人在网上没有填写、由窗口登记的，写明根据哪份材料或者申请人怎样的说明；会告知申请人。",
}
ENDING = {
    "ground": "情形",
    "facts": "事实和理由",
    "compensation": "补偿、赔偿",
    "aftermath": "恢复原状、返还",
}
ENDING_HELPS = {
    "ground": "撤销（第六十九条）、撤回（第八条）、注销（第七十条）各有各的情形；吊销是行政处罚，另行立案。",
    "compensation": "撤回的写明补偿；撤销的写明损失和赔偿；以欺骗、贿赂取得的、注销的不填。",
}
REVOCATION = {"decision": "吊销许可证件的处罚决定书文号"}
FOLLOWING = {
    "content": "申请变更、延续的内容和理由",
    "ends_on": "申请期限至",
    "handed": "收到的材料",
    "received_on": "收到申请日",
    "late_because": "迟延登记的原因",
}
