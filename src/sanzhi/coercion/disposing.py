"""A thing in custody that is sold or destroyed: by which law, after what was looked at, and that the party knows of it."""

from collections.abc import Iterable

from sanzhi.cases.models import Proceeding
from sanzhi.cases.receiving import is_no_officer, is_not_the_party
from sanzhi.coercion import custody
from sanzhi.coercion.models import SeizedThing, Way
from sanzhi.coercion.queries import movements_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.citations import Citation, parse_citations
from sanzhi.law.statute_rank import is_of_state
from sanzhi.organisation import queries as organisation
from sanzhi.statutes import queries as statutes

DESTROYS = "行政强制法第二十七条；行政处罚法第七十四条第一款"
SELLS = "行政强制法第二十八条第二款"
BY_LAW = frozenset({Way.SOLD, Way.DESTROYED})
# they say that another law must order it
GENERAL = frozenset({"行政强制法", "行政处罚法"})


def names_its_law(way: Way, basis: str) -> Verdict:
    """The article stands in the text that applies, as far as the library has it."""
    cited = parse_citations(basis)
    wrong = [one for one in cited if _is_missing(one)]
    return (
        Verdict.when(
            way not in BY_LAW or cited,
            "没有写明变卖、销毁所依据的法律法规的名称和条。",
            citation=DESTROYS if way == Way.DESTROYED else SELLS,
            remedy="请写明依据，例如“《行政强制法》第二十八条第二款”。",
        )
        & Verdict.when(
            way in BY_LAW or not basis,
            "依据的法律条文只在变卖、销毁的填写：没收的依据是处罚决定，解除的依据是解除的情形。",
            citation="行政强制法第二十七条、第二十八条",
            remedy="请清空依据一栏。",
        )
        & Verdict.when(
            not wrong,
            f"{wrong[0] if wrong else ''}在现行文本中没有。",
            citation=DESTROYS if way == Way.DESTROYED else SELLS,
            remedy="请核对法律法规的名称和条。",
        )
    )


def _is_missing(citation: Citation) -> bool:
    names = statutes.titles()
    is_known = names.short(citation.statute) in names.short_titles
    return is_known and bool(statutes.why_broken(citation))


def is_ordered_by_law(basis: str) -> Verdict:
    """Only a law or an administrative regulation orders that a thing is destroyed (行政强制法 §27)."""
    named = [row.statute.removeprefix("中华人民共和国") for row in parse_citations(basis)]
    lower = [name for name in named if not is_of_state(name)]
    return Verdict.when(
        not lower,
        f"《{lower[0] if lower else ''}》不是法律、行政法规，不能据以销毁。",
        citation=DESTROYS,
        remedy="法律、行政法规没有规定销毁的，没收的财物公开拍卖或者按照国家有关规定处理。",
    ) & Verdict.when(
        not named or set(named) - GENERAL,
        "行政强制法、行政处罚法没有规定哪些财物应当销毁，应当写明规定销毁这种财物的法律、行政法规。",
        citation=DESTROYS,
        remedy="没有这种规定的，不能销毁。",
    )


def fits_keeping(rows: Iterable[SeizedThing]) -> Verdict:
    """What is sold before anything is decided does not keep; how it looked is on record (行政强制法 §28(2))."""
    unseen = [row.name for row in rows if not any(one.recording_sha256 for one in movements_of(row))]
    return Verdict.when(
        not unseen,
        f"没有查看“{'”“'.join(unseen)}”并拍照的登记：只有鲜活物品或者其他不易保管的财物才能先行变卖。",
        citation=SELLS,
        remedy="请先登记财物移动、查看，写明不易保管的状况并附照片；能够保管的，妥善保管。",
    )


def may_be_disposed_of(proceeding: Proceeding, way: Way, *, receiver: str) -> Verdict:
    """The party is told before it is too late; none of ours buys what we hold."""
    if way not in BY_LAW:
        return Verdict.yes()
    purpose, title = custody.DISPOSED
    told = Verdict.when(
        custody.is_told(proceeding, purpose),
        f"《{title}》没有按现在的情况制作并送达当事人，不能变卖、销毁。",
        citation=DESTROYS if way == Way.DESTROYED else SELLS,
        remedy="请先制作并送达，再办理变卖、销毁。",
    )
    return told & (_is_a_stranger(proceeding, receiver) if way == Way.SOLD else Verdict.yes())


def _is_a_stranger(proceeding: Proceeding, buyer: str) -> Verdict:
    remedy = "请按变卖凭证填写买受人。"
    return (
        Verdict.when(
            not organisation.names_us(buyer, authority=proceeding.case.authority),
            "本机关不能买受自己查封、扣押的财物。",
            citation=SELLS,
            remedy=remedy,
        )
        & is_no_officer(proceeding, buyer, said="买受人", citation=SELLS, remedy=remedy)
        & is_not_the_party(proceeding, buyer, said="买受人", citation=SELLS)
    )
