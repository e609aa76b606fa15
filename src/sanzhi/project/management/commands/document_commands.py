"""`manage.py document_commands`: write anew the pages that the code decides (`make docs`)."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from sanzhi.project.documentation import pages


class Command(BaseCommand):
    help = "重新生成 docs/commands.md 和 docs/law 中的 README.md、facts.md。"

    def handle(self, *args: Any, **options: Any) -> None:
        for path, text in pages().items():
            target = Path(settings.BASE_DIR) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            self.stdout.write(f"已写入 {path}")
