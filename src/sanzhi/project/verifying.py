"""What `manage.py verify` asks beside the seals: the schema, the search index, who signs in, when periodic work is due."""

from collections.abc import Iterator
from datetime import timedelta

from django.contrib.auth import get_user_model

from sanzhi.kernel import clock, db, jobs, schema, search_check
from sanzhi.kernel.models import Beat, ClockWatch
from sanzhi.kernel.search_check import Places, Sought
from sanzhi.ledger.finding import Finding
from sanzhi.publications.commands.publish_copy import register_place, search_place, searchable
from sanzhi.publications.models import Publication, Status
from sanzhi.statutes.commands.bring_into_force import article_text
from sanzhi.statutes.models import Article


def schema_findings() -> Iterator[Finding]:
    for table, sentence in schema.differences():
        yield Finding("schema", table, sentence)
    for name in schema.unapplied():
        yield Finding("schema", "django_migrations", f"没有升级 {name} 的记录。")
    for name in schema.unknown():
        yield Finding("schema", "django_migrations", f"有本版本没有的升级 {name} 的记录。")


def search_findings() -> Iterator[Finding]:
    copies = Publication.objects.order_by("pk")
    shown = {
        search_place(copy): Sought(searchable(copy), copy.decided_on, copy.ends_on)
        for copy in copies
        if copy.status == Status.LIVE
    }
    yield from _texts("publication:", shown)
    for kind in sorted({copy.kind for copy in copies if copy.subject}):
        listed = {
            (register_place(copy.authority, kind), copy.slug): shown[search_place(copy)]
            for copy in copies
            if copy.subject and copy.kind == kind and copy.status == Status.LIVE
        }
        yield from _texts(f"{kind}:", listed)
    articles = Article.objects.filter(version__is_current=True).select_related("version__statute")
    current = {
        ("article", str(row.pk)): Sought(article_text(row), row.version.adopted_on) for row in articles
    }
    yield from _texts("article", current)
    for row, sentence in search_check.wrong_pairs():
        yield Finding(search_check.TEXT, row, sentence)


def _texts(prefix: str, due: Places) -> Iterator[Finding]:
    for row, sentence in search_check.wrong_texts(prefix, due=due):
        yield Finding(search_check.TEXT, row, sentence)


def user_findings() -> Iterator[Finding]:
    """A sign-in that belongs to nobody, which no command makes."""
    for key in (
        get_user_model()._default_manager.filter(officer=None).order_by("pk").values_list("pk", flat=True)
    ):
        yield Finding("auth.user", key, "不属于任何人员：被绕过系统插入。")


def beat_findings() -> Iterator[Finding]:
    """Periodic work that was put off beyond its period never comes; no row of it is ever deleted."""
    known = jobs.periods()
    for key in db.missing_numbers(Beat):
        yield Finding("kernel.beat", key, "定时任务的这一行被绕过系统删除。")
    if ClockWatch.objects.exists() and not Beat.objects.exists():
        yield Finding("kernel.beat", "全部", "后台任务运行过，定时任务的各行却都不在。")
    for beat in Beat.objects.order_by("pk"):
        if beat.name in known and beat.next_at > clock.now() + known[beat.name]:
            yield Finding("kernel.beat", beat.pk, "下次时间晚于应当的间隔，定时任务不会按时进行。")


def clock_findings() -> Iterator[Finding]:
    """A last moment that lies ahead stops everything that is done by the hour; one long gone lets a jump pass."""
    for key in db.missing_numbers(ClockWatch):
        yield Finding("kernel.clockwatch", key, "最近一次正常时间的记录被绕过系统删除。")
    known = jobs.periods()
    beaten = [beat.next_at - known[beat.name] for beat in Beat.objects.all() if beat.name in known]
    for row in ClockWatch.objects.filter(jumped_to=None):
        # each beat is stamped; the worker asks the clock before it beats, and may have a long queue in between
        if beaten and max(beaten) > row.seen_at + timedelta(days=1):
            yield Finding("kernel.clockwatch", row.pk, "最近一次正常时间早于定时任务最近一次办理：被改早。")
    for row in ClockWatch.objects.filter(seen_at__gt=clock.now() + timedelta(days=1)):
        yield Finding("kernel.clockwatch", row.pk, "最近一次正常时间晚于现在，定时任务不会进行。")


CHECKS = (schema_findings, search_findings, user_findings, beat_findings, clock_findings)
