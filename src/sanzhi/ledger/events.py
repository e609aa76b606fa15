"""What can happen to the ledger itself."""

from sanzhi.kernel.events import Event

WITNESS_REGISTERED = Event("ledger.witness_registered", "登记见证方{title}，公钥{key}")
WITNESS_RETIRED = Event("ledger.witness_retired", "停用见证方{title}")
CHECKPOINT_COSIGNED = Event("ledger.checkpoint_cosigned", "{title}见证了{size}条的检查点")
ROWS_RESEALED = Event("ledger.rows_resealed", "重新封印{caption}第{rows}行，理由：{reason}")
SECRET_RECORDED = Event("ledger.secret_recorded", "登记密钥指纹{fingerprint}，理由：{reason}")
ENTRY_ERASED = Event("ledger.entry_erased", "抹去日志条目{entry}的内容，理由：{reason}")
JOINT_ACT_PROPOSED = Event("ledger.joint_act_proposed", "提出：{what}（理由：{reason}）")
JOINT_ACT_CONFIRMED = Event("ledger.joint_act_confirmed", "确认{by}提出的：{what}")
JOINT_ACT_DECLINED = Event("ledger.joint_act_declined", "不同意{by}提出的：{what}（{reason}）")
