"""From when a version applies. Rows imported before stay empty, which says: from their adoption. Their seals hold."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("statutes", "0001_statutes_versions_articles")]

    operations = [
        migrations.AddField("version", "effective_from", models.DateField(blank=True, null=True, verbose_name="施行日")),
    ]
