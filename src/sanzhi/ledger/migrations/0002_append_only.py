"""Append-only locks and the queue, in the database itself. Hazard: a later migration that rebuilds one of these tables (SQLite
does so for most alterations) drops its triggers and must set them again; a test looks for them by name."""

from django.db import migrations

from sanzhi.kernel.db import execute

NOTHING = "SELECT 1"
REFUSAL = "防篡改日志只增不改"

ENTRY_FIXED = (
    "id", "authority", "event", "actor_key", "actor_name", "subject_kind", "subject_id", "happened_at", "digest",
    "stamp",
)
SEAL_FIXED = ("id", "entry_id", "table", "row", "digest")

# table, name of the lock, what is refused, and when (None: always)
LOCKS = (
    ("ledger_entry", "kept", "DELETE", None),
    ("ledger_entry", "only_erased", "UPDATE", ("erasure", ENTRY_FIXED, ("facts", "salt"))),
    ("ledger_rowseal", "kept", "DELETE", None),
    ("ledger_rowseal", "only_erased", "UPDATE", ("erasure", SEAL_FIXED, ("salt",))),
    ("ledger_leaf", "kept", "DELETE", None),
    ("ledger_leaf", "unchanged", "UPDATE", None),
    ("ledger_waiting", "unchanged", "UPDATE", None),
    ("ledger_waiting", "kept_until_leaf", "DELETE", ("leafless",)),
)
TABLES = tuple(dict.fromkeys(table for table, *_ in LOCKS))


def refused_when(rule, same):
    """SQL that is true where the change must be refused; `same` is the dialect's null-safe equality."""
    if rule is None:
        return "1 = 1"
    if rule[0] == "leafless":
        return "NOT EXISTS (SELECT 1 FROM ledger_leaf WHERE entry_id = OLD.entry_id)"
    _, fixed, erased = rule
    kept = [f'NEW."{column}" {same} OLD."{column}"' for column in fixed]
    gone = [f'NEW."{column}" IS NULL' for column in erased]
    return f"NOT ({' AND '.join(kept + gone)})"


def lock(editor, table, name, verb, rule):
    trigger = f"{table}_{name}"
    execute(
        editor,
        sqlite=f"CREATE TRIGGER {trigger} BEFORE {verb} ON {table} WHEN {refused_when(rule, 'IS')}"
        f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
        postgresql=f"CREATE FUNCTION {trigger}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF {refused_when(rule, 'IS NOT DISTINCT FROM')} THEN RAISE EXCEPTION '{REFUSAL}'; END IF;"
        f" RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END $$;"
        f" CREATE TRIGGER {trigger} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {trigger}()",
    )


def unlock(editor, table, name):
    trigger = f"{table}_{name}"
    execute(
        editor,
        sqlite=f"DROP TRIGGER IF EXISTS {trigger}",
        postgresql=f"DROP TRIGGER IF EXISTS {trigger} ON {table}; DROP FUNCTION IF EXISTS {trigger}()",
    )


def lock_truncation(editor, table):
    execute(
        editor,
        sqlite=NOTHING,
        postgresql=f"CREATE FUNCTION {table}_whole() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" RAISE EXCEPTION '{REFUSAL}'; END $$;"
        f" CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table} EXECUTE FUNCTION {table}_whole()",
    )


def unlock_truncation(editor, table):
    execute(
        editor,
        sqlite=NOTHING,
        postgresql=f"DROP TRIGGER IF EXISTS {table}_whole ON {table}; DROP FUNCTION IF EXISTS {table}_whole()",
    )


def set_queue(apps, editor):
    """Every entry that is inserted joins the sequencer's queue, by the database itself: none can be forgotten."""
    execute(
        editor,
        sqlite="CREATE TRIGGER ledger_entry_queued AFTER INSERT ON ledger_entry"
        " BEGIN INSERT INTO ledger_waiting (entry_id) VALUES (NEW.id); END",
        postgresql="CREATE FUNCTION ledger_entry_queued() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " INSERT INTO ledger_waiting (entry_id) VALUES (NEW.id); RETURN NEW; END $$;"
        " CREATE TRIGGER ledger_entry_queued AFTER INSERT ON ledger_entry"
        " FOR EACH ROW EXECUTE FUNCTION ledger_entry_queued()",
    )


def lift_queue(apps, editor):
    execute(
        editor,
        sqlite="DROP TRIGGER IF EXISTS ledger_entry_queued",
        postgresql="DROP TRIGGER IF EXISTS ledger_entry_queued ON ledger_entry;"
        " DROP FUNCTION IF EXISTS ledger_entry_queued()",
    )


def set_locks(apps, editor):
    for row in LOCKS:
        lock(editor, *row)
    for table in TABLES:
        lock_truncation(editor, table)


def lift_locks(apps, editor):
    for table, name, *_ in LOCKS:
        unlock(editor, table, name)
    for table in TABLES:
        unlock_truncation(editor, table)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_entries_seals_leaves")]
    operations = [migrations.RunPython(set_queue, lift_queue), migrations.RunPython(set_locks, lift_locks)]
