"""What every template knows: whether this is the demo, and who is signed in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def everywhere(request: HttpRequest) -> dict[str, Any]:
    return {"is_demo": settings.SANZHI_DEMO, "public_url": settings.SANZHI_PUBLIC_URL}
