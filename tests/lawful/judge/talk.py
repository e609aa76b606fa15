"""What a discussion agreed to, read clause by clause: 同意罚款五千元，不同意罚款八千元 agrees to five thousand."""

import re
from decimal import Decimal

from tests.lawful.chronicle.measures import GRAVE, read_measures
from tests.lawful.chronicle.sums import fines_in, sums_in
from tests.lawful.chronicle.text import plain

CLAUSE = re.compile("[。;!?]|,(?!\\d{3})|但是?|而")
REFUSED = re.compile("不同意|不赞成|不采纳|不予采纳|不宜|不应|不得|不再|反对|否决|未通过|没有通过|不予通过")
FAULTED = re.compile("[偏过太](?:轻|重|高|低|少|多)|不当|不妥|不合适|不采纳|不予采纳|不予支持")
# what others had in mind: the talk's own word is another
MENTIONED = re.compile("原[拟定来]|原?告知|拟处|承办|建议|主张|请求|认为|有人")
AGREED = re.compile("(?<!不)(?:同意|决定|一致|通过)|改[为处]|(?:减|降|升|调整?|变更?)[至为到]")
CHANGED = re.compile("改[为处]|(?:减|降|升|调整?|变更?)[至为到]")


def agreed_fines(words: str) -> frozenset[Decimal]:
    """The fines that the talk agreed to; () where it names none."""
    return frozenset(amount for clause in _agreed(words) for amount in _fines(clause))


def refused_fines(words: str) -> frozenset[Decimal]:
    """The fines that the talk turned down and did not agree to as well."""
    refused = [clause for clause in _clauses(words) if _is_refused(clause)]
    return frozenset(amount for clause in refused for amount in fines_in(clause)) - agreed_fines(words)


def agreed_measures(words: str) -> frozenset[str]:
    """The graver measures that a clause of agreement names."""
    clauses = [part for part in _clauses(words) if AGREED.search(part) and not _is_refused(part)]
    return frozenset(code for clause in clauses for code in read_measures(clause)) & (
        GRAVE | {"confiscation"}
    )


def _clauses(words: str) -> list[str]:
    return [part for part in CLAUSE.split(plain(words)) if part]


def _is_refused(clause: str) -> bool:
    return bool(REFUSED.search(clause) or FAULTED.search(clause))


def _agreed(words: str) -> list[str]:
    """Clauses that say what shall be: those that say so in words first; else whatever nobody else only had in mind."""
    rest = [clause for clause in _clauses(words) if not _is_refused(clause)]
    named = [clause for clause in rest if AGREED.search(clause) and _fines(clause)]
    own = [clause for clause in rest if not MENTIONED.search(clause)]
    return named or own or rest


def _fines(clause: str) -> frozenset[Decimal]:
    """Where a sum was changed into another, the other."""
    hits = list(CHANGED.finditer(clause))
    if not hits:
        return fines_in(clause)
    behind = clause[hits[-1].end() :]
    return fines_in(behind) or sums_in(behind) or fines_in(clause)
