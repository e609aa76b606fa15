"""What every template knows: whether this is the demo, and where the office's navigation leads."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from sanzhi.kernel.clock_watch import doubt
from sanzhi.kernel.unchanged import while_unchanged
from sanzhi.organisation.roles import KEEPERS, Role

ENTRIES: tuple[tuple[str, str, frozenset[Role]], ...] = (
    ("supervision:workbench", "工作台", frozenset()),
    ("cases:index", "案件", frozenset(Role) - KEEPERS),
    ("licensing:window", "许可", frozenset(Role) - KEEPERS),
    ("licensing:filed", "网上申请", frozenset({Role.OFFICER, Role.SQUAD_LEADER})),
    ("reviews:index", "法制审核", frozenset({Role.LEGAL_REVIEWER, Role.BUREAU_HEAD, Role.SUPERVISOR})),
    (
        "disclosure:index",
        "公示",
        frozenset({Role.DISCLOSURE_CLERK, Role.LEGAL_REVIEWER, Role.BUREAU_HEAD, Role.SUPERVISOR}),
    ),
    ("recordings:index", "音像", frozenset(Role) - KEEPERS),
    (
        "catalogues:index",
        "清单",
        frozenset({Role.LEGAL_REVIEWER, Role.ADMINISTRATOR, Role.BUREAU_HEAD, Role.SUPERVISOR}),
    ),
    ("amendments:laws", "法律法规", frozenset()),
    ("organisation:people", "管理", KEEPERS),
)

# key, caption, and the address by its name and what it takes
SECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("home", "首页", ("portal:home",)),
    ("decisions", "执法决定", ("portal:decisions",)),
    ("licences", "查许可", ("portal:licences",)),
    ("lists", "事前公开", ("portal:lists",)),
    ("powers", "权责清单", ("portal:powers",)),
    ("officers", "执法人员", ("portal:officers",)),
    ("procedures", "执法流程", ("portal:procedures",)),
    ("laws", "执法依据", ("portal:laws",)),
    ("guides", "服务指南", ("portal:list", "guides")),
    ("apply", "办事申请", ("portal:apply",)),
    ("verify", "文书查验", ("portal:verify",)),
)

# pages that stand under another entry
WITHIN = {
    "amendments:adjustments": "amendments:laws",
    "organisation:joint_acts": "organisation:people",
    "organisation:watch": "organisation:people",
}


@dataclass(frozen=True)
class Entry:
    url: str
    caption: str
    is_here: bool


@dataclass(frozen=True)
class Section:
    key: str
    caption: str
    address: str


@cache
def public_sections() -> tuple[Section, ...]:
    """The navigation of the public site, worked out once."""
    return tuple(
        Section(key, caption, reverse(name, args=taken)) for key, caption, (name, *taken) in SECTIONS
    )


def everywhere(request: HttpRequest) -> dict[str, Any]:
    return {
        "is_demo": settings.SANZHI_DEMO,
        "public_url": settings.SANZHI_PUBLIC_URL,
        "nav": navigation(request),
        "public_sections": public_sections(),
        **_clock(request),
    }


def _clock(request: HttpRequest) -> dict[str, Any]:
    """What is wrong with the clock stands on every page of the office, and who may say that it is right."""
    officer = _officer(request)
    if officer is None or not (sentence := while_unchanged("clock_doubt", ask=doubt)):
        return {}
    return {"clock_doubt": sentence, "may_confirm_clock": Role.ADMINISTRATOR in officer.roles}


def _is_office(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("supervision:workbench"))


def _officer(request: HttpRequest) -> Any:
    """Who is signed in at the office; a request refused at the door, e.g. for its host name, has no user yet."""
    return getattr(getattr(request, "user", None), "officer", None) if _is_office(request) else None


def navigation(request: HttpRequest) -> list[Entry]:
    """The entries that the signed-in person's roles open; nothing outside the office."""
    officer = _officer(request)
    if officer is None:
        return []
    mine = [
        (reverse(name), caption)
        for name, caption, roles in ENTRIES
        if not roles or roles & set(officer.roles)
    ]
    within = {reverse(part): reverse(home) for part, home in WITHIN.items()}
    path = next((home for part, home in within.items() if request.path.startswith(part)), request.path)
    here = max((url for url, _ in mine if path.startswith(url)), key=len, default="")
    return [Entry(url, caption, url == here) for url, caption in mine]
