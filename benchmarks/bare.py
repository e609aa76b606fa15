"""The peer of `benchmarks.portal`: one row by plain sqlite3 as JSON, with nothing around it; one connection a thread."""

import json
import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

_own = threading.local()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    if not hasattr(_own, "base"):
        _own.base = sqlite3.connect(Path(os.environ["SANZHI_VAR_DIR"]) / "sanzhi.sqlite3")
    sql = "SELECT title, number, respondent, content FROM publications_publication WHERE slug = ?"
    row = _own.base.execute(sql, (environ["PATH_INFO"].strip("/"),)).fetchone()
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(row, ensure_ascii=False).encode()]
