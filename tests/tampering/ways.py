"""The table of ways: what an insider with the database file and the folders does, and what the verification must name.

`change` is SQL or a deed; `table` and `row` are what the output must hold: the table's label and the row's key (SQL that
gives it, asked before), or a file.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.tampering import deeds


@dataclass(frozen=True)
class Way:
    name: str
    change: str | Callable[[], object]
    table: str
    row: str = ""

    def __str__(self) -> str:
        return self.name


def first(table: str, where: str = "1 = 1") -> str:
    return f'SELECT MIN(id) FROM "{table}" WHERE {where}'


def set_first(table: str, change: str, *, where: str = "1 = 1") -> tuple[str, str]:
    row = first(table, where)
    return f'UPDATE "{table}" SET {change} WHERE id = ({row})', row


def drop_first(table: str, *, where: str = "1 = 1") -> tuple[str, str]:
    row = first(table, where)
    return f'DELETE FROM "{table}" WHERE id = ({row})', row


CHANGED_ROWS = [
    ("the decision says something else", "cases.decision", *set_first("cases_decision", "text = 'X'")),
    (
        "the decision is of another day",
        "cases.decision",
        *set_first("cases_decision", "decided_on = '2026-01-05'"),
    ),
    ("the party is another one", "cases.caseparty", *set_first("cases_caseparty", "name = 'X'")),
    ("the party's number is changed", "cases.caseparty", *set_first("cases_caseparty", "id_number = 'X'")),
    ("evidence is taken away", "cases.evidence", *drop_first("cases_evidence")),
    ("evidence proves something else", "cases.evidence", *set_first("cases_evidence", "proves = 'X'")),
    ("a payment is smaller", "cases.payment", *set_first("cases_payment", "amount = 1")),
    (
        "a plea that nobody answered is rejected",
        "cases.plea",
        *set_first("cases_plea", "is_accepted = false", where="is_accepted IS NULL"),
    ),
    ("a case goes back a step", "cases.proceeding", *set_first("cases_proceeding", "step = 'filing'")),
    ("a proposal has another reason", "cases.proposal", *set_first("cases_proposal", "reason = 'X'")),
    (
        "a paper has another number",
        "documents.document",
        *set_first("documents_document", "number = 'X'", where="number <> ''"),
    ),
    (
        "a paper says something else",
        "documents.document",
        *set_first("documents_document", "\"values\" = '{}'"),
    ),
    (
        "a paper is issued again",
        "documents.document",
        *set_first("documents_document", "status = 'draft'", where="status = 'issued'"),
    ),
    (
        "a paper that stands is void",
        "documents.document",
        *set_first("documents_document", "voided_at = '2026-01-05 00:00:00'", where="voided_at IS NULL"),
    ),
    ("a signature is taken away", "documents.signature", *drop_first("documents_signature")),
    (
        "a service was earlier",
        "documents.service",
        *set_first("documents_service", "served_on = '2026-01-05'"),
    ),
    (
        "a recording began earlier",
        "recordings.recording",
        *set_first("recordings_recording", "started_at = '2026-01-05 00:00:00'"),
    ),
    ("a touch of a recording is taken away", "recordings.custody", *drop_first("recordings_custody")),
    (
        "a public copy says something else",
        "publications.publication",
        *set_first("publications_publication", "content = '[]'"),
    ),
    (
        "a public copy is withdrawn",
        "publications.publication",
        *set_first("publications_publication", "status = 'withdrawn'"),
    ),
    ("a void paper verifies", "publications.paper", *set_first("publications_paper", "is_void = 1")),
    (
        "a release was approved by nobody",
        "disclosure.release",
        *set_first("disclosure_release", "approved_by = ''"),
    ),
    (
        "a person has another office",
        "organisation.officer",
        *set_first("organisation_officer", "roles = '[]'"),
    ),
    (
        "a certificate is valid longer",
        "organisation.certificate",
        *set_first("organisation_certificate", "valid_until = '2098-01-05'"),
    ),
    ("a list's row is changed", "catalogues.row", *set_first("catalogues_row", "content = '{}'")),
    (
        "a working day is a holiday",
        "organisation.calendarday",
        *set_first("organisation_calendarday", "is_working = NOT is_working"),
    ),
    (
        "a password is replaced",
        "organisation.officer",
        "UPDATE auth_user SET password = 'X' WHERE id = (SELECT MIN(user_id) FROM organisation_officer)",
        "SELECT id FROM organisation_officer ORDER BY user_id LIMIT 1",
    ),
    (
        "a sign-in name is another's",
        "organisation.officer",
        "UPDATE auth_user SET username = 'X' WHERE id = (SELECT MIN(user_id) FROM organisation_officer)",
        "SELECT id FROM organisation_officer ORDER BY user_id LIMIT 1",
    ),
    (
        "a person who left signs in again",
        "organisation.officer",
        "UPDATE auth_user SET is_active = NOT is_active WHERE id = (SELECT MIN(user_id) FROM organisation_officer)",
        "SELECT id FROM organisation_officer ORDER BY user_id LIMIT 1",
    ),
    ("an entry has other facts", "ledger.entry", *deeds.unlocked(*set_first("ledger_entry", "facts = '{}'"))),
    (
        "an entry is another's",
        "ledger.entry",
        *deeds.unlocked(*set_first("ledger_entry", "actor_name = 'X'")),
    ),
    (
        "an entry was earlier",
        "ledger.entry",
        *deeds.unlocked(*set_first("ledger_entry", "happened_at = '2026-01-05 00:00:00'")),
    ),
    (
        "an entry is erased unsaid",
        "ledger.entry",
        *deeds.unlocked(*set_first("ledger_entry", "facts = NULL, salt = NULL")),
    ),
    (
        "a seal is changed",
        "ledger.entry",
        *deeds.unlocked(
            set_first("ledger_rowseal", "digest = 'X'")[0],
            "SELECT entry_id FROM ledger_rowseal ORDER BY id LIMIT 1",
        ),
    ),
    (
        "a seal is taken away",
        "ledger.entry",
        *deeds.unlocked(
            drop_first("ledger_rowseal")[0], "SELECT entry_id FROM ledger_rowseal ORDER BY id LIMIT 1"
        ),
    ),
    (
        "a leaf is changed",
        "ledger.leaf",
        *deeds.unlocked("UPDATE ledger_leaf SET hash = 'X' WHERE \"index\" = 3", "SELECT 3"),
    ),
    (
        "a leaf is taken away",
        "ledger.leaf",
        *deeds.unlocked('DELETE FROM ledger_leaf WHERE "index" = 3', "SELECT 3"),
    ),
    (
        "a job is done that was not",
        "kernel.job",
        *set_first("kernel_job", "done_at = '2026-01-05 00:00:00'", where="name = 'kernel.waits'"),
    ),
    ("a job is of another thing", "kernel.job", *set_first("kernel_job", "key = 'X'")),
    ("a job is taken away", "kernel.job", *drop_first("kernel_job", where="name <> 'kernel.waits'")),
    ("periodic work is put off", "kernel.beat", *set_first("kernel_beat", "next_at = '2098-01-05 00:00:00'")),
    ("a searched text is changed", "kernel.searchtext", *set_first("kernel_searchtext", "text = 'X'")),
    (
        "a searched text is taken away",
        "kernel.searchtext",
        drop_first("kernel_searchtext", where="kind LIKE 'publication:%'")[0],
        "SELECT key FROM kernel_searchtext WHERE kind LIKE 'publication:%' ORDER BY id LIMIT 1",
    ),
    (
        "all sign-ins are taken away",
        "organisation.signin",
        "DELETE FROM organisation_signin",
        first("organisation_signin"),
    ),
    ("one sign-in is taken away", "organisation.signin", *drop_first("organisation_signin")),
    ("a sign-in is another's", "organisation.signin", *set_first("organisation_signin", "name_key = 'X'")),
    ("who looked is taken away", "organisation.look", *drop_first("organisation_look")),
]

# another spelling of the same value: read as before, compared and sorted by SQL as something else
OTHER_SPELLINGS = [
    ("a public copy's last day is spelt short", "publications.publication",
        *set_first("publications_publication", "ends_on = '2026-9-7'")),
    ("a public copy's last day is no day", "publications.publication",
        *set_first("publications_publication", "ends_on = '永久'")),
    ("a certificate's last day has a blank", "organisation.certificate",
        *set_first("organisation_certificate", "valid_until = valid_until || ' '")),
    ("a day is spelt without strokes", "publications.publication",
        *set_first("publications_publication", "decided_on = replace(decided_on, '-', '')")),
    ("a day is not in the calendar", "organisation.certificate",
        *set_first("organisation_certificate", "valid_until = '2098-02-30'")),
    ("a moment is spelt with a T", "recordings.recording",
        *set_first("recordings_recording", "started_at = replace(started_at, ' ', 'T')")),
    ("a moment has a fraction of nought", "kernel.job",
        *set_first("kernel_job", "due_at = substr(due_at, 1, 19) || '.0'")),
    ("a sign-in's moment names a zone", "organisation.signin",
        *set_first("organisation_signin", "tried_at = tried_at || '+00:00'")),
    ("a yes is a two", "publications.paper", *set_first("publications_paper", "is_void = 2")),
    ("an amount has a third decimal", "cases.payment", *set_first("cases_payment", "amount = amount + 0.001")),
    ("an amount is bytes", "cases.payment", *set_first("cases_payment", "amount = CAST(amount AS BLOB)")),
    ("a name is bytes", "cases.caseparty", *set_first("cases_caseparty", "name = CAST(name AS BLOB)")),
    ("a person's offices have a blank", "organisation.officer",
        *set_first("organisation_officer", "roles = roles || ' '")),
    ("a copy says a thing twice", "documents.document",
        *set_first("documents_document", "\"values\" = '{\"X\": 1, ' || substr(\"values\", 2)")),
]  # fmt: skip

NAMED = "SELECT '{}'"

OTHERS = [
    Way("a payment is put in", "INSERT INTO cases_payment (id, proceeding_id, amount, paid_on, recorded_on, receipt_number, is_on_the_spot, cash_ground, cash_note)"
        " SELECT 990001, id, 800, '2026-09-01', '2026-09-01', 'X', false, '', '' FROM cases_proceeding LIMIT 1", "cases.payment", "SELECT 990001"),
    Way("somebody is put in who signs in", "INSERT INTO auth_user (id, password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined)"
        " VALUES (990002, 'X', true, 'X', '', '', '', true, true, '2026-09-01 00:00:00')", "auth.user", "SELECT 990002"),
    Way("a job is put in", "INSERT INTO kernel_job (id, name, key, due_at, attempts, last_error, stamp)"
        " VALUES (990003, 'disclosure.open_release', 'cases.case:1', '2026-09-01 00:00:00', 0, '', '')", "kernel.job", "SELECT 990003"),
    Way("a searched text is put in", "INSERT INTO kernel_searchtext (id, kind, key, text, sorted_on) VALUES (990004, 'publication:X', 'X', 'X', '2026-09-01')", "kernel.searchtext", "SELECT 990004"),
    Way("a searched text has another key", "UPDATE kernel_searchtext SET id = 990005 WHERE id = (SELECT MAX(id) FROM kernel_searchtext)", "kernel.searchtext", "SELECT 990005"),
    Way("an index finds it no more", deeds.unindexed, "kernel.searchtext", first("kernel_searchtext")),
    Way("an entry is put in with its seal", deeds.forged_entry, "ledger.entry", "SELECT MAX(id) + 1 FROM ledger_entry"),
    Way("an old entry is put in again with its seal", deeds.repeated_entry, "ledger.entry", "SELECT MAX(id) + 1 FROM ledger_entry"),
    Way("the queue is emptied", deeds.emptied_queue, "ledger.entry", "SELECT MAX(id) FROM ledger_entry"),
    Way("the newest entry is taken out whole", deeds.newest_taken_out, "ledger.entry", "SELECT MAX(id) FROM ledger_entry"),
    Way("two entries change their numbers", deeds.numbers_swapped, "ledger.entry", "SELECT MIN(entry_id) FROM ledger_rowseal WHERE \"table\" = 'cases.proceeding'"),
    Way("a trigger takes the name of SQLite's own table", deeds.trigger_under_a_name_of_sqlite, "organisation_unit", NAMED.format("sqlite_stat1")),
    Way("the count of entries is set back", "UPDATE sqlite_sequence SET seq = 3 WHERE name = 'ledger_entry'", "ledger.entry", "SELECT MAX(id) FROM ledger_entry"),
    Way("a changed row is sealed from the shell", deeds.resealed, "organisation.unit", first("organisation_unit")),
    Way("a deletion is sealed by nobody", deeds.sealed_by_nobody, "cases.evidence", first("cases_evidence")),
    Way("a seal hangs on no entry", deeds.sealed_by_nobody, "ledger.rowseal", "SELECT MAX(id) + 1 FROM ledger_rowseal"),
    Way("an erased entry is rewritten", deeds.erased_and_rewritten, "ledger.entry", first("ledger_entry", "event = 'cases.lead_registered'")),
    Way("an entry is queued again", "INSERT INTO ledger_waiting SELECT MIN(entry_id) FROM ledger_leaf", "ledger.entry", "SELECT MIN(entry_id) FROM ledger_leaf"),
    Way("a count is set up to the end", "UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'organisation_signin'", "organisation.signin", NAMED.format("9223372036854775807")),
    Way("the clock was last seen ahead", "INSERT INTO kernel_clockwatch (id, seen_at) VALUES (990007, '2099-01-01 00:00:00')", "kernel.clockwatch", "SELECT 990007"),
    Way("the clock's memory is set back", "UPDATE kernel_clockwatch SET seen_at = '2020-01-01 00:00:00'", "kernel.clockwatch", first("kernel_clockwatch")),
    Way("the clock's memory is taken away", "DELETE FROM kernel_clockwatch", "kernel.clockwatch", first("kernel_clockwatch")),
    Way("the newest periodic work is taken away", "DELETE FROM kernel_beat WHERE id = (SELECT MAX(id) FROM kernel_beat)", "kernel.beat", "SELECT MAX(id) FROM kernel_beat"),
    Way("all periodic work is taken away", "DELETE FROM kernel_beat", "kernel.beat", first("kernel_beat")),
    Way("all periodic work and its count are taken away", "DELETE FROM kernel_beat; DELETE FROM sqlite_sequence WHERE name = 'kernel_beat'", "kernel.beat", NAMED.format("全部")),
    Way("a count is taken away", "DELETE FROM sqlite_sequence WHERE name = 'documents_document'", "documents.document", "SELECT MAX(id) FROM documents_document"),
    Way("a later migration is said to be there", "INSERT INTO django_migrations (app, name, applied) VALUES ('ledger', '0099_later', '2026-01-01 00:00:00')", "django_migrations", NAMED.format("ledger.0099_later")),
    Way("a trigger is put in under a name like SQLite's", "CREATE TRIGGER sqlitex AFTER INSERT ON cases_payment BEGIN DELETE FROM cases_evidence; END", "cases_payment", NAMED.format("sqlitex")),
    Way("a text cannot be read", "UPDATE cases_caseparty SET name = CAST(X'ff' AS TEXT) WHERE id = (SELECT MIN(id) FROM cases_caseparty)", "cases.caseparty", first("cases_caseparty")),
    Way("a lock is dropped", "DROP TRIGGER ledger_entry_kept", "ledger_entry", NAMED.format("ledger_entry_kept")),
    Way("a lock does nothing", deeds.hollow_lock, "ledger_leaf", NAMED.format("ledger_leaf_kept")),
    Way("a trigger is put in", "CREATE TRIGGER spoil AFTER INSERT ON cases_payment BEGIN DELETE FROM cases_evidence; END", "cases_payment", NAMED.format("spoil")),
    Way("a constraint is dropped", "DROP INDEX one_current_version", "statutes_version", NAMED.format("one_current_version")),
    Way("a migration was never there", "DELETE FROM django_migrations WHERE app = 'ledger' AND name LIKE '0002%'", "django_migrations", NAMED.format("ledger.0002_append_only")),
    Way("an issued paper is replaced", deeds.replaced_paper, "documents.document", first("documents_document", "sha256 <> ''")),
    Way("an issued paper is deleted", deeds.deleted_paper, "documents.document", first("documents_document", "sha256 <> ''")),
    Way("a recording is replaced", deeds.replaced_recording, "recordings.recording", first("recordings_recording")),
    Way("a recording is deleted", deeds.deleted_recording, "recordings.recording", first("recordings_recording")),
    Way("a tile is changed", deeds.changed_tile, "瓦片", NAMED.format("0/0")),
    Way("a tile is deleted", deeds.deleted_tile, "瓦片", NAMED.format("0/0")),
    Way("the checkpoint is deleted", deeds.deleted_checkpoint, "检查点", NAMED.format("checkpoint")),
    Way("the log's key is another", deeds.another_key, "日志密钥", NAMED.format("key")),
    Way("the log's key is deleted", deeds.deleted_key, "日志密钥", NAMED.format("key")),
    Way("a script is changed", deeds.changed_script, "网页文件", NAMED.format("ui/screen")),
    Way("a compressed script is another", deeds.changed_compressed_script, "网页文件", NAMED.format(".js.gz")),
    Way("a script is deleted", deeds.deleted_script, "网页文件", NAMED.format("ui/screen")),
    Way("a script is put in", deeds.added_script, "网页文件", NAMED.format("spoil.js")),
    Way("the secret key is another", deeds.another_secret, "密钥文件", NAMED.format("secret-key")),
]  # fmt: skip

WAYS = [
    *(Way(name, change, table, row) for name, table, change, row in [*CHANGED_ROWS, *OTHER_SPELLINGS]),
    *OTHERS,
]
