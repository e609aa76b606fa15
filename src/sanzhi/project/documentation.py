"""Writes the papers that the code decides: docs/commands.md and docs/law. A house test compares them."""

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import get_commands, load_command_class

from sanzhi.kernel.commands import Registered, registered_commands
from sanzhi.project.law_pages import LawPages

GENERATED = "<!-- 由 make docs 生成，请勿手工修改 -->\n"


def pages() -> dict[Path, str]:
    """What stands in each generated page, by its path in the repository."""
    root = Path(settings.BASE_DIR)
    law = LawPages(root)
    return {
        Path("docs/commands.md"): commands_page(),
        Path("docs/law/README.md"): law.articles(),
        Path("docs/law/facts.md"): law.facts_page(),
    }


def commands_page() -> str:
    """Every command with its order, then every management command of the platform."""
    # tests register commands of their own in the same process
    rows = [
        row
        for row in registered_commands().values()
        if not {"tests", "testing"} & set(row.order.__module__.split("."))
    ]
    lines = [
        "# 命令",
        GENERATED,
        "每一次写入都是下列命令之一；网页、接口（`POST /api/v1/…`）和命令行（`manage.py do`）走同一条路。",
    ]
    for app, group in groupby(rows, key=lambda row: row.name.partition(".")[0]):
        lines.append(f"\n## {app} {apps.get_app_config(app).verbose_name}")
        for row in group:
            lines += _command(row)
    lines.append("\n## 管理命令")
    for name, app in sorted(get_commands().items()):
        if app.startswith("sanzhi."):
            lines.append(f"\n### manage.py {name}\n\n{load_command_class(app, name).help}")
    return "\n".join(lines) + "\n"


def _command(row: Registered) -> Iterator[str]:
    yield f"\n### {row.name} {row.title}\n"
    if row.internal:
        yield "只由其他命令调用，接口和命令行不提供。\n"
    elif said := (sys.modules[row.order.__module__].__doc__ or "").strip():
        yield f"> {said.splitlines()[0]}\n"
    whole = row.order.model_json_schema()
    fields, parts = whole.get("properties", {}), whole.get("$defs", {})
    if fields:
        yield "| 字段 | 类型 | 必填 |\n|---|---|---|"
    required = {name for name, field in row.order.model_fields.items() if field.is_required()}
    for name, schema in fields.items():
        yield f"| `{name}` | {_kind(schema, parts)} | {'是' if name in required else ''} |"


def _kind(schema: dict[str, Any], parts: dict[str, Any]) -> str:
    """A field's type in a word, with its limits where there are any."""
    if choices := schema.get("anyOf"):
        return " 或 ".join(
            dict.fromkeys(_kind(choice, parts) for choice in choices if choice.get("type") != "null")
        )
    if "$ref" in schema:
        return _kind(parts[str(schema["$ref"]).rpartition("/")[2]], parts)
    if choices := schema.get("enum"):
        return "其中之一：" + "、".join(f"`{choice}`" for choice in choices)
    if schema.get("type") == "array":
        return f"{_kind(schema.get('items', {}), parts)} 的列表"
    words = {"integer": "整数", "string": "文字", "boolean": "是否", "number": "数", "object": "对象"}
    if schema.get("format") in {"date", "date-time"}:
        return "日期" if schema["format"] == "date" else "时间"
    kind = words.get(str(schema.get("type")), "任意")
    limits = [f"{caption}{schema[key]}" for key, caption in LIMITS.items() if key in schema]
    return kind + (f"（{'，'.join(limits)}）" if limits else "")


LIMITS = {
    "minLength": "至少",
    "maxLength": "最多",
    "minimum": "不小于",
    "exclusiveMinimum": "大于",
    "maximum": "不大于",
}


def headings(page: str) -> list[str]:
    """The headings of a Markdown page with their depth, in order."""
    return re.findall(r"^#{1,6} .+$", re.sub(r"```.*?```", "", page, flags=re.DOTALL), flags=re.MULTILINE)
