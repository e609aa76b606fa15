"""All addresses: the portal at the root, the office under /office/, the API under /api/, the log as files."""

from django.urls import include, path

from sanzhi.kernel.api import build_api
from sanzhi.organisation.views import actor_of
from sanzhi.project import health, state

api = build_api(actor_of, title="三制 Sanzhi")

# what other apps do on a case stands before the cases' own verbs
urlpatterns = [
    path("office/", include("sanzhi.supervision.urls")),
    path("office/", include("sanzhi.organisation.urls")),
    path("office/", include("sanzhi.documents.urls")),
    path("office/", include("sanzhi.recordings.urls")),
    path("office/", include("sanzhi.reviews.urls")),
    path("office/", include("sanzhi.amendments.urls")),
    path("office/cases/", include("sanzhi.cases.urls")),
    path("office/licences/", include("sanzhi.licensing.urls")),
    path("office/penalties/", include("sanzhi.penalty.urls")),
    path("office/disclosure/", include("sanzhi.disclosure.urls")),
    path("office/lists/", include("sanzhi.catalogues.urls")),
    path("api/", api.urls),
    path("healthz", state.healthz, name="healthz"),
    path("ledger/log/", include("sanzhi.ledger.urls")),
    path("", include("sanzhi.portal.urls")),
]

handler400 = health.not_understood
handler404 = health.not_found
handler500 = health.crashed
