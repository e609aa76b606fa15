"""What can happen to an application. No name, number of identity or address is a fact here."""

from sanzhi.kernel.events import Event

BEGUN = Event("applications.application_begun", "开始填写{item}申请，编号{number}")
SAVED = Event("applications.application_saved", "保存申请{number}")
MATERIAL_ADDED = Event("applications.material_added", "申请{number}上传“{wanted}”一份")
MATERIAL_REMOVED = Event("applications.material_removed", "申请{number}删去“{wanted}”一份")
FILED = Event("applications.application_filed", "提交{item}申请{number}，材料{files}份，缺{gaps}项")
REPLIED = Event("applications.correction_replied", "申请{number}补正，材料{files}份")
WITHDRAWN = Event("applications.application_withdrawn", "撤回申请{number}")
DROPPED = Event("applications.application_dropped", "清除未提交的申请{number}")
TAKEN = Event("applications.application_taken", "接收申请{number}")
TOLD = Event("applications.applicant_told", "就申请{number}告知申请人：{kind}")
READ = Event("applications.messages_read", "申请人看到申请{number}的告知{count}条")
PROGRESSED = Event("applications.progress_set", "申请{number}的进度：{progress}")
ATTEMPTED = Event("applications.attempt_recorded", "有人查询申请")
FORGOTTEN = Event("applications.attempts_forgotten", "清除过期的申请查询记录{count}条")
ENTERED = Event("applications.attempt_settled", "凭编号和查询码打开申请")
