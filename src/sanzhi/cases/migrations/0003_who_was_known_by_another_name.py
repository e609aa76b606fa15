from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0002_parties_and_receipts_found'),
    ]

    operations = [
        migrations.AddField(
            model_name='caseparty',
            name='former_name',
            field=models.CharField(blank=True, max_length=200, verbose_name='改名以前的姓名、名称'),
        ),
        migrations.AddField(
            model_name='caseparty',
            name='renamed_by',
            field=models.CharField(blank=True, choices=[('household', '户口登记机关的姓名变更证明'), ('registry', '登记机关的变更登记证明')], max_length=12, verbose_name='核对的改名证明'),
        ),
        migrations.AddField(
            model_name='caseparty',
            name='renamed_number',
            field=models.CharField(blank=True, max_length=60, verbose_name='改名证明的编号'),
        ),
    ]
