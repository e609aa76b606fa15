from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("statutes", "0003_repeal_succession_and_annex")]

    operations = [
        migrations.AddField(
            model_name="version",
            name="source",
            field=models.CharField(blank=True, max_length=200, verbose_name="文本来源"),
        ),
    ]
