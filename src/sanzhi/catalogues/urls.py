"""The office's addresses of the lists."""

from django.urls import path

from sanzhi.catalogues.views import drafting, editions, lists, rows, sheets

urlpatterns = [
    path("", lists.index),
    path("start/", lists.start),
    path("<int:pk>/", editions.edition),
    path("<int:pk>/changes/", editions.changes),
    path("<int:pk>/chart/", editions.wall_chart),
    path("<int:pk>/<str:verb>.do", editions.act),
    path("<int:pk>/fill/", rows.fill),
    path("<int:pk>/rows/new/", rows.new),
    path("<int:pk>/rows/<str:code>/", rows.row),
    path("<int:pk>/rows/<str:code>/remove/", rows.remove),
    path("<int:pk>/rows/<str:code>/remark/", rows.remark),
    path("remarks/<int:pk>/", rows.answer),
    path("<int:pk>/statutes/", drafting.choose),
    path("<int:pk>/import/", sheets.upload),
    path("<int:pk>/import/<str:digest>/", sheets.preview),
    path("<int:pk>/export.<str:form>", sheets.export),
]
