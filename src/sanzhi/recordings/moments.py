"""The moments that the recording list may name, in words."""

CAPTIONS = {
    "site_inspection": "现场检查",
    "interview": "询问",
    "evidence_preservation": "证据保存",
    "statement_defence": "陈述申辩",
    "hearing": "听证",
    "service": "送达",
    "on_the_spot_penalty": "当场处罚",
    "correction_review": "整改复查",
    "seizure": "查封扣押",
    "forced_demolition": "强制拆除",
    "performance_by_proxy": "代履行",
    "service_by_leaving": "留置送达",
    "service_by_publication": "公告送达",
}
