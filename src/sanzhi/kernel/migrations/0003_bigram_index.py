"""The index of character pairs: FTS5 without content on SQLite, GIN on PostgreSQL."""

from django.db import migrations

from sanzhi.kernel.db import execute


def make(apps, schema_editor):
    execute(
        schema_editor,
        sqlite="CREATE VIRTUAL TABLE kernel_grams USING fts5(grams, content='', tokenize='ascii')",
        postgresql="CREATE TABLE kernel_grams (id bigint PRIMARY KEY, grams text[] NOT NULL)",
    )
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("CREATE INDEX kernel_grams_gin ON kernel_grams USING gin (grams)")


def unmake(apps, schema_editor):
    execute(schema_editor, sqlite="DROP TABLE kernel_grams", postgresql="DROP TABLE kernel_grams")


class Migration(migrations.Migration):
    dependencies = [("kernel", "0002_search_text")]
    operations = [migrations.RunPython(make, unmake)]
