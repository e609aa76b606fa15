"""The roles of a bureau; a person may hold several. Keys are stable, captions are for people."""

from enum import StrEnum


class Role(StrEnum):
    OFFICER = "officer"
    SQUAD_LEADER = "squad_leader"
    BUREAU_HEAD = "bureau_head"
    LEGAL_REVIEWER = "legal_reviewer"
    DISCLOSURE_CLERK = "disclosure_clerk"
    ARCHIVIST = "archivist"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    SECURITY = "security"
    AUDITOR = "auditor"


CAPTIONS = {
    Role.OFFICER: "执法人员",
    Role.SQUAD_LEADER: "中队长",
    Role.BUREAU_HEAD: "机关负责人",
    Role.LEGAL_REVIEWER: "法制审核人员",
    Role.DISCLOSURE_CLERK: "公示员",
    Role.ARCHIVIST: "档案员",
    Role.SUPERVISOR: "执法监督人员",
    Role.ADMINISTRATOR: "系统管理员",
    Role.SECURITY: "安全管理员",
    Role.AUDITOR: "安全审计员",
}

# 三员分立: who keeps the machine, who grants, who watches are three people and hold no other office
KEEPERS = frozenset({Role.ADMINISTRATOR, Role.SECURITY, Role.AUDITOR})
