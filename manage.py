#!/usr/bin/env python3
"""The command line of Sanzhi: `python manage.py help`."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanzhi.project.settings")

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    try:
        execute_from_command_line(sys.argv)
    except (
        ImproperlyConfigured
    ) as wrong:  # a setting that stands wrong is no bug: the sentence says what to do
        sys.exit(f"不能启动：{wrong}")
    except Exception as failure:
        from sanzhi.kernel.write_trouble import sentence_of

        # a disk or a database in trouble is no bug either
        if not (sentence := sentence_of(failure)):
            raise
        sys.exit(sentence)
