"""JSON and CSV beside every public list: the same rows, for programs."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from django.http import HttpResponse, JsonResponse

from sanzhi.kernel.sheets.delimited import write_delimited


def as_csv(name: str, *, captions: Sequence[str], rows: Iterable[Sequence[str]]) -> HttpResponse:
    """UTF-8 with a mark at its head, so that Excel opens it; formula signs are guarded."""
    answer = HttpResponse(write_delimited(captions, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}.csv"
    return answer


def as_json(content: object) -> JsonResponse:
    answer = JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 1}, safe=False)
    answer["Access-Control-Allow-Origin"] = "*"  # public facts, meant to be used elsewhere
    return answer
