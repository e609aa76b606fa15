"""All addresses: the portal at the root, the office under /office/, the API under /api/, the log as files."""

from django.urls import include, path

from sanzhi.kernel.api import build_api
from sanzhi.organisation.views import actor_of
from sanzhi.project import health

api = build_api(actor_of, title="三制 Sanzhi")

urlpatterns = [
    path("office/", include("sanzhi.supervision.urls")),
    path("office/", include("sanzhi.organisation.urls")),
    path("office/cases/", include("sanzhi.cases.urls")),
    path("office/recordings/", include("sanzhi.recordings.urls")),
    path("office/reviews/", include("sanzhi.reviews.urls")),
    path("office/disclosure/", include("sanzhi.disclosure.urls")),
    path("office/lists/", include("sanzhi.catalogues.urls")),
    path("office/laws/", include("sanzhi.amendments.law_urls")),
    path("office/adjustments/", include("sanzhi.amendments.adjustment_urls")),
    path("api/", api.urls),
    path("healthz", health.healthz),
    path("ledger/log/", include("sanzhi.ledger.urls")),
    path("", include("sanzhi.portal.urls")),
]

handler404 = health.not_found
handler500 = health.crashed
