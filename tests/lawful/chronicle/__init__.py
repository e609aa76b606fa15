"""What happened in a case, as plain values: the happenings, the people, the calendar. No database, no rules."""

from tests.lawful.chronicle.chronicle import Chronicle, Days, Offence, Other, Tier
from tests.lawful.chronicle.measures import Penalty, is_another, is_heavier, is_same, read_measures, said
from tests.lawful.chronicle.people import Certificate, Party, Person, Roster

__all__ = [
    "Certificate",
    "Chronicle",
    "Days",
    "Offence",
    "Other",
    "Party",
    "Penalty",
    "Person",
    "Roster",
    "Tier",
    "is_another",
    "is_heavier",
    "is_same",
    "read_measures",
    "said",
]
