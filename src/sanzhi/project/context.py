"""What every template knows: whether this is the demo, and where the office's navigation leads."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from sanzhi.organisation.roles import Role

ENTRIES: tuple[tuple[str, str, frozenset[Role]], ...] = (
    ("/office/", "工作台", frozenset()),
    ("/office/cases/", "案件", frozenset()),
    ("/office/reviews/", "法制审核", frozenset({Role.LEGAL_REVIEWER, Role.BUREAU_HEAD, Role.SUPERVISOR})),
    (
        "/office/disclosure/",
        "公示",
        frozenset({Role.DISCLOSURE_CLERK, Role.LEGAL_REVIEWER, Role.BUREAU_HEAD, Role.SUPERVISOR}),
    ),
    ("/office/recordings/", "音像", frozenset()),
    (
        "/office/lists/",
        "清单",
        frozenset({Role.LEGAL_REVIEWER, Role.ADMINISTRATOR, Role.BUREAU_HEAD, Role.SUPERVISOR}),
    ),
    ("/office/laws/", "法律法规", frozenset()),
)


# pages that stand under another entry
WITHIN = {"/office/adjustments/": "/office/laws/"}


@dataclass(frozen=True)
class Entry:
    url: str
    caption: str
    is_here: bool


def everywhere(request: HttpRequest) -> dict[str, Any]:
    return {
        "is_demo": settings.SANZHI_DEMO,
        "public_url": settings.SANZHI_PUBLIC_URL,
        "nav": navigation(request),
    }


def navigation(request: HttpRequest) -> list[Entry]:
    """The entries that the signed-in person's roles open; nothing outside the office."""
    officer = getattr(request.user, "officer", None) if request.path.startswith("/office/") else None
    if officer is None:
        return []
    mine = [(url, caption) for url, caption, roles in ENTRIES if not roles or roles & set(officer.roles)]
    path = next(
        (home + request.path for part, home in WITHIN.items() if request.path.startswith(part)), request.path
    )
    here = max((url for url, _ in mine if path.startswith(url)), key=len, default="")
    return [Entry(url, caption, url == here) for url, caption in mine]
