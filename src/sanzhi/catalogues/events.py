"""What can happen to an edition."""

from sanzhi.kernel.events import Event

EDITION_DRAFTED = Event("catalogues.edition_drafted", "起草{title}第{ordinal}版")
EDITION_STARTED = Event("catalogues.edition_started", "开始{title}第{ordinal}版，沿用{rows}行")
ROW_SAVED = Event("catalogues.row_saved", "保存{title}第{ordinal}版的“{row}”")
ROW_REMOVED = Event("catalogues.row_removed", "删去{title}第{ordinal}版的“{row}”")
COLUMN_FILLED = Event("catalogues.column_filled", "在{title}第{ordinal}版的{rows}行填写“{column}”")
ROWS_IMPORTED = Event("catalogues.rows_imported", "从“{source}”向{title}第{ordinal}版导入{rows}行")
POWERS_DRAFTED = Event(
    "catalogues.powers_drafted", "从{source}读出{rows}行职权，列入{title}第{ordinal}版待核对"
)
EDITION_SUBMITTED = Event("catalogues.edition_submitted", "报送{title}第{ordinal}版审核")
EDITION_WITHDRAWN = Event("catalogues.edition_withdrawn", "撤回{title}第{ordinal}版的报送")
ROW_REMARKED = Event("catalogues.row_remarked", "对{title}第{ordinal}版的“{row}”提出意见：{text}")
REMARK_ANSWERED = Event("catalogues.remark_answered", "答复对{title}第{ordinal}版“{row}”的意见：{text}")
EDITION_RETURNED = Event("catalogues.edition_returned", "退回{title}第{ordinal}版：{remarks}")
EDITION_APPROVED = Event("catalogues.edition_approved", "审核通过{title}第{ordinal}版")
EDITION_SCHEDULED = Event("catalogues.edition_scheduled", "定于{in_force_on}施行{title}第{ordinal}版")
EDITION_PUT_IN_FORCE = Event("catalogues.edition_put_in_force", "{title}第{ordinal}版自{in_force_on}起施行")
EDITION_SUPERSEDED = Event("catalogues.edition_superseded", "{title}第{ordinal}版终止施行")
