"""What can happen at the gate."""

from sanzhi.kernel.events import Event

RELEASE_OPENED = Event("disclosure.release_opened", "启动公示，应于{due_on}前公示")
RELEASE_SUBMITTED = Event("disclosure.release_submitted", "公示文本通过保密审查，报请审批")
RELEASE_APPROVED = Event("disclosure.release_approved", "批准公示")
RELEASE_APPROVED_LATE = Event("disclosure.release_approved_late", "逾期批准公示，原因：{delay_reason}")
RELEASE_RETURNED = Event("disclosure.release_returned", "退回公示文本：{reason}")
RELEASE_EXEMPTED = Event("disclosure.release_exempted", "依法不予公示：{ground}")
CORRECTION_SUBMITTED = Event("disclosure.correction_submitted", "更正文本报请审批：{reason}")
RELEASE_CORRECTED = Event("disclosure.release_corrected", "更正公示：{reason}")
WITHDRAWAL_DEMANDED = Event("disclosure.withdrawal_demanded", "决定已被撤销、变更，应于{due_on}前撤回公示")
NOTHING_TO_WITHDRAW = Event(
    "disclosure.nothing_to_withdraw", "决定已被{kind}，还没有公示过，不需要撤回；原公示文本不再公示"
)
RELEASE_WITHDRAWN = Event("disclosure.release_withdrawn", "撤回公示（{ground}）：{reason}")
WITHDRAWAL_CONFIRMED = Event("disclosure.withdrawal_confirmed", "确认撤回公示")
RELEASE_PUT_BACK = Event("disclosure.release_put_back", "撤回不当，退回公示员重新公示：{reason}")
