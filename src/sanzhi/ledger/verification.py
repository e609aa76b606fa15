"""Re-derives everything: entries, leaves, tiles, checkpoint, and every row that a command ever sealed.

Streams in constant memory. Names table and row, never a column or a value: a finding may be shown to anyone.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain

from django.apps import apps
from django.db import DatabaseError, connection, models
from django.db.models import Count, Max

from sanzhi.kernel import db, spelling
from sanzhi.kernel.database_state import broken_parts
from sanzhi.kernel.stamps import stamped_tables
from sanzhi.kernel.storage import store
from sanzhi.ledger import events
from sanzhi.ledger.canonical import remains, salted, spelt_entry
from sanzhi.ledger.comparing import latest_seals, wrong_row
from sanzhi.ledger.files import naming_tables, rows_naming
from sanzhi.ledger.finding import CHUNK, Check, Finding
from sanzhi.ledger.keys import another_secret, entry_stamp
from sanzhi.ledger.log_files import LedgerDamaged, LogFolder
from sanzhi.ledger.merkle import leaf_hash
from sanzhi.ledger.models import Entry, Leaf, RowSeal, Waiting
from sanzhi.ledger.regrowing import tree_findings
from sanzhi.ledger.sealing import in_chunks, rows_of, sealed_tables, spelt_row

KEY, SECRET = "ledger.key", "ledger.secret"
CROSSING = timedelta(
    minutes=1
)  # within which commands on PostgreSQL may commit in another order than they were numbered

_checks: list[Check] = []


def pin(*checks: Check) -> None:
    """Port: what other apps know about their tables that no row seal can hold; asked at the end."""
    _checks[:] = checks


def findings(folder: LogFolder) -> Iterator[Finding]:
    """Everything that is wrong: the database in itself, values in another spelling, then what follows in the ledger's order.

    A value that nobody can read, e.g. the day 2026-13-45, ends one check and not the others.
    """
    yield from _readable("database", database_findings)
    yield from _readable("database", spelling_findings)
    wrong_keys = list(key_findings(folder))
    yield from wrong_keys
    can_stamp = all(finding.table != KEY for finding in wrong_keys)  # by another key every stamp is wrong
    yield from _readable("ledger.entry", partial(entry_findings, can_stamp=can_stamp))
    yield from _readable("ledger.leaf", partial(tree_findings, folder))
    for model in sealed_tables():
        yield from _readable(model._meta.label_lower, partial(row_findings, model))
    if can_stamp:
        yield from _readable("kernel.job", stamp_findings)
    yield from _readable("files", file_findings)
    for check in _checks:
        yield from _readable("derived", check)


def _readable(table: str, check: Check) -> Iterator[Finding]:
    try:
        yield from check()
    except (DatabaseError, RecursionError, TypeError, ValueError):
        row = _unreadable_row(table) if "." in table else ""
        yield Finding(table, row or "全部", "有值无法读出，这一部分没有核对完。请保全后更正，再核验一次。")


def _unreadable_row(table: str) -> int | None:
    """The first row that cannot be read whole, found one by one."""
    for key in rows_of(table).order_by("pk").values_list("pk", flat=True):
        try:
            for row in rows_of(table).filter(pk=key):
                spelt_row(row)
        except (DatabaseError, RecursionError, TypeError, ValueError):
            return int(key)
    return None


def database_findings() -> Iterator[Finding]:
    labels = {
        each._meta.db_table: each._meta.label_lower for each in apps.get_models(include_auto_created=True)
    }
    for table, row, sentence in broken_parts():
        label = labels.get(table, "database")
        yield Finding(label, row if label != "database" else f"{table} {row}", sentence)


def spelling_findings() -> Iterator[Finding]:
    for table, row in spelling.misspelt():
        yield Finding(table, row, "有值不是系统写入的写法：被绕过系统改动。")


def erased_entries() -> int:
    return Entry.objects.filter(salt=None).count()


def key_findings(folder: LogFolder) -> Iterator[Finding]:
    """Whether the keys are those under which everything was written."""
    if not Entry.objects.exists():
        return
    try:
        folder.signing_key(begun=True)
    except LedgerDamaged as damage:
        published = any((folder.public / name).exists() for name in ("public-key", "checkpoint"))
        if (folder.root / "key").exists() and not published:
            return
        yield Finding(KEY, "key", str(damage))
    if sentence := another_secret():
        yield Finding(SECRET, "secret-key", sentence)


def stamp_findings() -> Iterator[Finding]:
    """Jobs and beats that the worker has not written."""
    for model in stamped_tables():
        for row in model._default_manager.order_by("pk").iterator(CHUNK):
            if not row.is_ours:
                yield Finding(model._meta.label_lower, row.pk, "被绕过系统改动或者插入。")


def file_findings() -> Iterator[Finding]:
    """Files that a row names and that are gone, or hold something else."""
    for model in naming_tables():
        for key, sha256 in rows_naming(model):
            if not store().is_whole(sha256):
                said = "内容被改动" if store().has(sha256) else "缺失"
                yield Finding(model._meta.label_lower, key, f"所指的文件{sha256}{said}。")


def resealed() -> Iterator[str]:
    """Each time that rows were sealed anew: lawful after an upgrade, and the way to hide a change by hand."""
    for entry in Entry.objects.filter(event=events.ROWS_RESEALED.name).order_by("id"):
        said = events.ROWS_RESEALED.tell(entry.facts) if entry.facts else "内容已依法抹去"
        table = entry.subject_kind
        yield f"日志条目第{entry.pk}行，{entry.happened_at:%Y-%m-%d %H:%M}，{entry.actor_name}，{table}：{said}"


def entry_findings(*, can_stamp: bool) -> Iterator[Finding]:
    yield from _doubled()
    yield from _taken_out()
    yield from _in_another_order()
    yield from _wrong_seals()
    erasures = Entry.objects.filter(event=events.ENTRY_ERASED.name).values_list("facts", flat=True)
    said = {facts["entry"]: facts.get("remains", "") for facts in erasures if facts}
    for entries in in_chunks(Entry.objects.order_by("id").prefetch_related("seals").iterator(CHUNK), CHUNK):
        numbers = [entry.pk for entry in entries]
        leaves = dict(Leaf.objects.filter(entry__in=numbers).values_list("entry_id", "hash"))
        waiting = set(Waiting.objects.filter(entry__in=numbers).values_list("entry_id", flat=True))
        for entry in entries:
            stamped = not can_stamp or entry.stamp == entry_stamp(entry.digest)
            sentence = "" if stamped else "没有本系统的戳记：被绕过系统插入或者改动。"
            sentence = (
                sentence or _wrong_content(entry, said) or _wrong_place(entry, leaves=leaves, waiting=waiting)
            )
            if sentence:
                yield Finding("ledger.entry", entry.pk, sentence)


def _doubled() -> Iterator[Finding]:
    """A digest is unique by its salt: the same twice is a copy, which would put old seals above newer ones."""
    twice = Entry.objects.values("digest").annotate(copies=Count("id"), last=Max("id")).filter(copies__gt=1)
    for row in twice.order_by("last"):
        yield Finding("ledger.entry", row["last"], "是另一条目的复制。")


def _taken_out() -> Iterator[Finding]:
    """No entry is ever deleted: each number that SQLite gave out has its entry, also while it waits for its leaf."""
    last, due = db.numbered(Entry), 1
    if last is None:
        return
    for key in Entry.objects.order_by("id").values_list("id", flat=True).iterator(CHUNK):
        yield from _gap(due, key)
        due = key + 1
    yield from _gap(due, last + 1)
    if last < due - 1:
        yield Finding("ledger.entry", due - 1, "数据库的编号计数被改小。")


def _in_another_order() -> Iterator[Finding]:
    """Entries go into the tree in their order, so an old one that was numbered anew, to seal the past again, stands out.

    On PostgreSQL two that were written in the same moments may cross.
    """
    crossing = CROSSING if connection.vendor == "postgresql" else timedelta(0)
    columns = ("entry_id", "entry__happened_at")
    leaves = Leaf.objects.order_by("index").values_list(*columns)
    waiting = Waiting.objects.order_by("entry_id").values_list(*columns)
    before, before_at = 0, datetime.min.replace(tzinfo=UTC)
    for key, at in chain(leaves.iterator(CHUNK), waiting.iterator(CHUNK)):
        if key < before and abs(before_at - at) >= crossing:
            yield Finding("ledger.entry", key, "编号与它在日志中的次序不符：被改过编号。")
        before, before_at = key, at


def _gap(first: int, end: int) -> Iterator[Finding]:
    """One finding however wide: a count that was set to a billion must not make a billion of them."""
    if first < end:
        row = first if end == first + 1 else f"{first}至{end - 1}"
        yield Finding("ledger.entry", row, "被绕过系统删除。")


def _wrong_seals() -> Iterator[Finding]:
    """Seals are written with their entries, in their order and without a gap: one that was put in stands above newer entries'
    own, or leaves its number when it is taken out again."""
    if connection.vendor != "sqlite":
        return  # there commands close side by side
    newest = last = 0
    for key, entry in RowSeal.objects.order_by("id").values_list("id", "entry_id").iterator(CHUNK):
        if key > last + 1:
            yield Finding("ledger.rowseal", last + 1, "被绕过系统删除。")
        if entry < newest:
            yield Finding("ledger.rowseal", key, "不是随日志条目写入的：被绕过系统插入。")
        newest, last = max(newest, entry), key


def _wrong_content(entry: Entry, said: Mapping[int, str]) -> str:
    seals = sorted(entry.seals.all(), key=lambda seal: seal.pk)
    if entry.is_erased:
        if entry.pk not in said:
            return "内容被抹去，但没有抹去的记录。"
        return "" if remains(entry, seals) == said[entry.pk] else "抹去以后又被改动。"
    same = salted(entry.salt or "", spelt_entry(entry, seals)) == entry.digest
    return "" if same else "内容或所附的行封印被改动。"


def _wrong_place(entry: Entry, *, leaves: dict[int, str], waiting: set[int]) -> str:
    if entry.pk not in leaves:
        return "" if entry.pk in waiting else "不在日志树中，也不在待编号队列中。"
    if entry.pk in waiting:
        return "已在日志树中，又在待编号队列中。"
    same = leaves[entry.pk] == leaf_hash(bytes.fromhex(entry.digest)).hex()
    return "" if same else "摘要与树叶不符。"


def row_findings(model: type[models.Model]) -> Iterator[Finding]:
    """Rows of one table that were changed, inserted or deleted by another road than a command."""
    table = model._meta.label_lower
    for rows in in_chunks(rows_of(table).order_by("pk").iterator(CHUNK), CHUNK):
        seals = latest_seals(table, [row.pk for row in rows])
        for row in rows:
            sentence = wrong_row(row, seals.get(row.pk))
            if sentence:
                yield Finding(table, row.pk, sentence)
    sealed = RowSeal.objects.filter(table=table).order_by("row").values_list("row", flat=True).distinct()
    for keys in in_chunks(sealed.iterator(CHUNK), CHUNK):
        present = set(rows_of(table).filter(pk__in=keys).values_list("pk", flat=True))
        seals = latest_seals(table, [key for key in keys if key not in present])
        for key, seal in seals.items():
            if seal.digest:
                yield Finding(table, key, "被绕过系统删除。")
