"""The office's addresses of the lists. What stands below `do/` acts."""

from django.urls import path

from sanzhi.catalogues.views import drafting, editions, lists, rows, sheets

app_name = "catalogues"
urlpatterns = [
    path("", lists.index, name="index"),
    path("do/start/", lists.start, name="start"),
    path("<key:pk>/", editions.edition, name="edition"),
    path("<key:pk>/changes/", editions.changes, name="changes"),
    path("<key:pk>/chart/", editions.wall_chart, name="chart"),
    path("<key:pk>/export.<str:form>", sheets.export, name="export"),
    path("<key:pk>/do/add_row/", rows.add, name="add_row"),
    path("<key:pk>/do/fill_column/", rows.fill, name="fill_column"),
    path("<key:pk>/do/draft_powers/", drafting.draft, name="draft_powers"),
    path("<key:pk>/do/upload/", sheets.upload, name="upload"),
    path("<key:pk>/do/<slug:verb>/", editions.act, name="act"),
    path("<key:pk>/sheets/<slug:digest>/", sheets.preview, name="sheet"),
    path("<key:pk>/sheets/<slug:digest>/do/import/", sheets.take_over, name="import"),
    path("<key:pk>/rows/<str:code>/", rows.row, name="row"),
    path("<key:pk>/rows/<str:code>/do/save/", rows.save, name="save_row"),
    path("<key:pk>/rows/<str:code>/do/remove/", rows.remove, name="remove_row"),
    path("<key:pk>/rows/<str:code>/do/remark/", rows.remark, name="remark_row"),
    path("remarks/<key:pk>/do/answer/", rows.answer, name="answer_remark"),
]
