"""The office's addresses of the laws and of the adjustments, below /office/."""

from django.urls import path

from sanzhi.amendments import adjustment_pages, law_pages

app_name = "amendments"
urlpatterns = [
    path("laws/", law_pages.index, name="laws"),
    path("laws/do/upload/", law_pages.upload, name="upload"),
    path("laws/texts/<slug:digest>/", law_pages.preview, name="text"),
    path("laws/texts/<slug:digest>/do/import/", law_pages.take_over, name="import"),
    path("laws/<key:pk>/", law_pages.statute, name="law"),
    path("laws/<key:pk>/do/<slug:verb>/", law_pages.act, name="act_on_law"),
    path("adjustments/", adjustment_pages.index, name="adjustments"),
    path("adjustments/<key:pk>/", adjustment_pages.adjustment, name="adjustment"),
    path("adjustments/<key:pk>/do/settle/", adjustment_pages.settle, name="settle"),
]
