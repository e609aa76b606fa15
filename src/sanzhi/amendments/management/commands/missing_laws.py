"""`manage.py missing_laws`: the statutes that lists, forms and rules cite and whose text is not at hand, and how to bring each."""

from typing import Any

from django.core.management.base import BaseCommand

from sanzhi.amendments import queries

FOLDER = "也可以存为“名称(通过日期).docx”放进一个文件夹，运行 manage.py import_statutes 文件夹 --as 用户名。"


class Command(BaseCommand):
    help = "列出引用了、还没有文本的法律法规，以及怎样补上：manage.py missing_laws"

    def handle(self, *args: Any, **options: Any) -> None:
        missing = queries.missing_laws()
        if not missing:
            self.stdout.write("清单、文书和规则引用的法律法规都有文本。")
            return
        self.stdout.write(f"引用了、还没有文本的法律法规{len(missing)}部：")
        for law in missing:
            self.stdout.write(f"  《{law.title}》（{len(law.citing)}处引用，如 {law.citing[0].title}）")
        for how in dict.fromkeys(law.how for law in missing):
            names = "、".join(f"《{law.title}》" for law in missing if law.how == how)
            self.stdout.write(f"{names}：{how}")
        self.stdout.write(FOLDER)
