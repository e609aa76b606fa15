from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('licensing', '0002_what_a_follow_up_found'),
    ]

    operations = [
        migrations.AddField(
            model_name='licenceapplication',
            name='visit_on',
            field=models.DateField(null=True, verbose_name='告知的现场核查日'),
        ),
        migrations.AddField(
            model_name='examination',
            name='other_day_because',
            field=models.TextField(blank=True, verbose_name='与告知的核查日不同的原因'),
        ),
    ]
