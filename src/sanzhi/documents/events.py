"""What can happen to a document. No personal data in the facts."""

from sanzhi.kernel.events import Event

DOCUMENT_DRAFTED = Event("documents.document_drafted", "起草《{title}》")
DOCUMENT_FILLED = Event("documents.document_filled", "修改《{title}》")
DOCUMENT_SUBMITTED = Event("documents.document_submitted", "提交《{title}》签批")
DOCUMENT_SIGNED = Event("documents.document_signed", "签署《{title}》（{caption}）")
DOCUMENT_RETURNED = Event("documents.document_returned", "退回《{title}》：{reason}")
PARTYS_PAPER_KEPT = Event("documents.partys_paper_kept", "收存当事人的《{title}》")
DOCUMENT_ISSUED = Event("documents.document_issued", "签发《{title}》{number}")
DOCUMENT_VOIDED = Event("documents.document_voided", "作废《{title}》{number}：{reason}")
SERVICE_CORRECTED = Event(
    "documents.service_corrected", "更正《{title}》{number}的送达登记，送达日{served_on}：{reason}"
)
DOCUMENT_SERVED = Event("documents.document_served", "送达《{title}》{number}（{method}），送达日{served_on}")
SAVES = (DOCUMENT_DRAFTED, DOCUMENT_FILLED, DOCUMENT_RETURNED)  # after which a draft says something else
