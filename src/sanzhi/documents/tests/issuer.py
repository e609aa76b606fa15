"""Run as a process by test_numbers: issues documents as fast as it can and prints their numbers."""

import sys

import django

django.setup()

from sanzhi.documents.commands import (  # noqa: E402 - models only after setup
    DraftDocument,
    SubmitForSignature,
    draft_document,
    submit_for_signature,
)
from sanzhi.documents.queries import form  # noqa: E402
from sanzhi.documents.testing import typical_values  # noqa: E402
from sanzhi.kernel.actor import Actor  # noqa: E402
from sanzhi.kernel.errors import Refused  # noqa: E402


def issue(count: int, code: str) -> None:
    actor = Actor("test", "试验员", code)
    values = typical_values(form("D43"))
    for no in range(count):
        order = DraftDocument(authority=code, subject=f"cases.case:{no + 1}", form="D43", values=values)
        drafted = draft_document(actor, order)
        if no % 3 == 2:
            drafted = draft_document(actor, order.model_copy(update={"values": {}}))
        try:
            print(submit_for_signature(actor, SubmitForSignature(document=drafted.pk)).number, flush=True)
        except Refused:
            print("refused", flush=True)


if __name__ == "__main__":
    issue(int(sys.argv[1]), sys.argv[2])
