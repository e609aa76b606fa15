"""The published log as static files: /ledger/checkpoint, /ledger/public-key, /ledger/tile/…"""

from django.urls import path

from sanzhi.ledger.views import log_file

app_name = "ledger"
urlpatterns = [path("<path:name>", log_file, name="file")]
