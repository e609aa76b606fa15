"""Run as a program by test_kill.py: records and sequences without end, printing each entry once it is committed."""

import os
import sys
from itertools import count

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanzhi.project.settings")
django.setup()

from sanzhi.ledger.models import Entry  # noqa: E402 - models only after setup
from sanzhi.ledger.sequencing import sequence  # noqa: E402
from sanzhi.ledger.tests.scraps import LI, Note, note  # noqa: E402


def main(name: str) -> None:
    sequence()
    for number in count():
        row = note(LI, Note(key=f"{name}-{number}"))
        entry = Entry.objects.get(subject_kind="ledger.witness", subject_id=row.pk)
        print(entry.pk, flush=True)
        if number % 7 == 6:
            sequence()


if __name__ == "__main__":
    main(sys.argv[1])
