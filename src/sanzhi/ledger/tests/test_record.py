"""Every command leaves an entry; the entry's digest and the rows' seals can be taken again; nothing can be changed."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import DatabaseError, transaction

from sanzhi.kernel import clock
from sanzhi.kernel.errors import NothingRecorded
from sanzhi.ledger.canonical import salted, spelt_entry
from sanzhi.ledger.commands import record
from sanzhi.ledger.models import Entry, Leaf, RowSeal, Waiting, Witness
from sanzhi.ledger.sealing import spelt_row
from sanzhi.ledger.tests.scraps import LI, NOTED, Note, note, unnote


@pytest.mark.django_db
def test_a_command_writes_its_entry_its_seals_and_joins_the_queue() -> None:
    with clock.moved(datetime(2026, 11, 23, 9, 30)):
        row = note(LI, Note(key="一"))
    entry = Entry.objects.get()
    assert (entry.event, entry.subject) == ("ledger.test_noted", f"ledger.witness:{row.pk}")
    assert entry.facts == {"what": "一", "amount": "200.00"}
    seals = list(entry.seals.order_by("id"))
    assert entry.digest == salted(entry.salt or "", spelt_entry(entry, seals))
    assert seals[0].digest == salted(seals[0].salt or "", spelt_row(Witness.objects.get()))
    assert Waiting.objects.get().entry == entry


@pytest.mark.django_db
def test_a_silent_command_leaves_neither_row_nor_entry() -> None:
    with pytest.raises(NothingRecorded):
        note(LI, Note(key="一", silent=True))
    assert not Entry.objects.exists()
    assert not Witness.objects.exists()


@pytest.mark.django_db
def test_a_deleted_row_is_sealed_as_deleted() -> None:
    note(LI, Note(key="一"))
    unnote(LI, Note(key="一"))
    assert [bool(seal.digest) for seal in RowSeal.objects.order_by("id")] == [True, False]


@pytest.mark.parametrize(
    ("subject", "facts", "error"),
    [
        ("cases.case", {}, ValueError),
        ("cases.case:x", {}, ValueError),
        (Witness(title="未保存"), {}, ValueError),
        ("cases.case:12", {"amount": 1.5}, TypeError),
        ("cases.case:12", {"thing": object()}, TypeError),
    ],
)
def test_what_cannot_be_recorded_is_refused(
    subject: object, facts: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        record(NOTED, actor=LI, subject=subject, facts=facts)  # type: ignore[arg-type]


def test_nothing_is_recorded_outside_a_command() -> None:
    with pytest.raises(NothingRecorded):
        record(NOTED, actor=LI, subject="cases.case:12", facts={})


@pytest.mark.django_db
def test_the_database_refuses_changes_and_allows_erasure() -> None:
    note(LI, Note(key="一"))
    entry = Entry.objects.get()
    Leaf.objects.create(index=0, entry=entry, hash="0" * 64)
    refused: list[Callable[[], object]] = [
        lambda: Entry.objects.all().delete(),
        lambda: Entry.objects.update(facts={"what": "改"}),
        lambda: Entry.objects.update(facts=None, salt=None, event="other"),
        lambda: Entry.objects.update(actor_name="王示例"),
        lambda: RowSeal.objects.all().delete(),
        lambda: RowSeal.objects.update(digest="1" * 64),
        lambda: Leaf.objects.update(hash="1" * 64),
        lambda: Leaf.objects.all().delete(),
    ]
    for change in refused:
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    Entry.objects.update(facts=None, salt=None)
    RowSeal.objects.update(salt=None)
    assert Entry.objects.get().is_erased
    Waiting.objects.all().delete()  # its leaf exists


@pytest.mark.django_db
def test_an_entry_leaves_the_queue_only_with_a_leaf() -> None:
    note(LI, Note(key="一"))
    with pytest.raises(DatabaseError), transaction.atomic():
        Waiting.objects.all().delete()
