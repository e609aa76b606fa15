"""Hands out the log's public files, and nothing beside them (a site's web server may do it directly)."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sanzhi.ledger.log_files import log_folder

TEXT = {"checkpoint", "public-key"}
TILE = re.compile(r"tile/(?:\d{1,2}|entries)/(?:x\d{3}/)*\d{3}(?:\.p/\d{1,3})?", re.ASCII)


@require_safe
def log_file(request: HttpRequest, name: str) -> HttpResponse:
    is_tile = TILE.fullmatch(name)
    if name not in TEXT and not is_tile:
        raise Http404
    try:
        content = log_folder().read(name)
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = HttpResponse(content, "application/octet-stream" if is_tile else "text/plain; charset=utf-8")
    # tiles never change; the checkpoint does with every batch
    response["Cache-Control"] = "public, max-age=31536000, immutable" if is_tile else "no-cache"
    response["Access-Control-Allow-Origin"] = "*"
    return response
