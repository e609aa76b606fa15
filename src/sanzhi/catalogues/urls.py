"""The office's addresses of the lists. What stands below `do/` acts."""

from django.urls import path

from sanzhi.catalogues.views import drafting, editions, lists, rows, sheets

app_name = "catalogues"
urlpatterns = [
    path("", lists.index, name="index"),
    path("do/start/", lists.start, name="start"),
    path("<int:pk>/", editions.edition, name="edition"),
    path("<int:pk>/changes/", editions.changes, name="changes"),
    path("<int:pk>/chart/", editions.wall_chart, name="chart"),
    path("<int:pk>/export.<str:form>", sheets.export, name="export"),
    path("<int:pk>/do/add_row/", rows.add, name="add_row"),
    path("<int:pk>/do/fill_column/", rows.fill, name="fill_column"),
    path("<int:pk>/do/draft_powers/", drafting.draft, name="draft_powers"),
    path("<int:pk>/do/upload/", sheets.upload, name="upload"),
    path("<int:pk>/do/<slug:verb>/", editions.act, name="act"),
    path("<int:pk>/sheets/<slug:digest>/", sheets.preview, name="sheet"),
    path("<int:pk>/sheets/<slug:digest>/do/import/", sheets.take_over, name="import"),
    path("<int:pk>/rows/<str:code>/", rows.row, name="row"),
    path("<int:pk>/rows/<str:code>/do/save/", rows.save, name="save_row"),
    path("<int:pk>/rows/<str:code>/do/remove/", rows.remove, name="remove_row"),
    path("<int:pk>/rows/<str:code>/do/remark/", rows.remark, name="remark_row"),
    path("remarks/<int:pk>/do/answer/", rows.answer, name="answer_remark"),
]
