"""Whether a thing in custody may go the way that is proposed: each asks for the decision, the referral, the law behind it."""

from collections.abc import Iterable

from sanzhi.cases import queries as cases
from sanzhi.cases.deadlines import decision_served_on
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.coercion.custody import must_go_back, not_handed_over
from sanzhi.coercion.disposing import fits_keeping, is_ordered_by_law, names_its_law
from sanzhi.coercion.models import Lifted, SeizedThing, Way
from sanzhi.coercion.queries import seizure_of
from sanzhi.coercion.terms import has_expired
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.law.measures import Disposal, missing_among

LAW = "行政强制法第二十七条、第二十八条"
SET_OFF = "行政强制法第四十六条第三款；行政处罚法第七十二条第一款第二项"


def way_fits(
    proceeding: Proceeding,
    rows: Iterable[SeizedThing],
    *,
    way: Way,
    lifted_for: Lifted | None,
    basis: str,
) -> Verdict:
    """Each way rests on something of its own; there is none that rests on nothing."""
    back, chosen = must_go_back(proceeding), tuple(rows)
    verdict = (
        Verdict.when(
            not back or way == Way.RETURNED,
            f"{back}，应当立即解除并退还。",
            citation="行政强制法第十九条、第二十八条",
            remedy="请选择解除、退还。",
        )
        & Verdict.when(
            (way == Way.RETURNED) == (lifted_for is not None),
            "解除、退还的应当写明是哪一种情形，其他处理方式不填解除的情形。",
            citation="行政强制法第二十八条第一款",
        )
        & (Verdict.yes() if way == Way.RETURNED else _stands(proceeding))
        & names_its_law(way, basis)
    )
    match way:
        case Way.RETURNED:
            return verdict & (_ground_is_true(proceeding, lifted_for) if lifted_for else Verdict.yes())
        case Way.CONFISCATED:
            return verdict & _is_confiscated(proceeding, chosen)
        case Way.HANDED_OVER:
            return verdict & _goes_with_the_case(proceeding)
        case Way.SET_OFF:
            return verdict & pays_the_fine(proceeding)
        case Way.DESTROYED:
            return verdict & is_ordered_by_law(basis) & _is_confiscated(proceeding, chosen)
        case Way.SOLD:
            return verdict & fits_keeping(chosen)


def _stands(proceeding: Proceeding) -> Verdict:
    """Nothing is taken from the party on a seizure that is not approved or was not handed over (行政强制法 §19, §24)."""
    seizure = seizure_of(proceeding)
    is_approved = seizure is not None and (not seizure.is_urgent or bool(seizure.is_regularised))
    return Verdict.when(
        is_approved and not not_handed_over(proceeding),
        "查封、扣押尚未补办批准，或者没有当场交付决定书和清单的登记，只能解除、退还。",
        citation="行政强制法第十九条、第二十四条",
        remedy="请先补办批准、登记当场交付，再处理财物。",
    )


def _ground_is_true(proceeding: Proceeding, ground: Lifted) -> Verdict:
    """The ground that is said is the one that rows show (行政强制法 §19, §28(1))."""
    seizure, main = seizure_of(proceeding), proceeding.main
    decided = main is not None and hasattr(main, "decision")
    punished = main is not None and decided and main.decision.disposal == Disposal.PUNISH
    known = {
        Lifted.INNOCENT: not punished or (main is not None and cases.has_fallen(main)),
        Lifted.EXPIRED: has_expired(proceeding),
        Lifted.REFUSED: seizure is not None and seizure.is_refused,
        Lifted.DECIDED: decided,
    }
    return Verdict.when(
        known.get(ground, True),
        f"本案的登记与“{ground.label}”不符。",
        citation="行政强制法第十九条、第二十八条第一款",
        remedy="请选择与本案相符的情形。",
    )


def _is_confiscated(proceeding: Proceeding, rows: tuple[SeizedThing, ...]) -> Verdict:
    """A decision on the penalty takes these very things, and stands (行政强制法 §27; 行政处罚法 §28, §74)."""
    main = proceeding.main
    decision: Decision | None = getattr(main, "decision", None) if main else None
    stands = main is not None and decision is not None and not cases.has_fallen(main)
    taken = decision.weight.things if decision and stands else frozenset()
    lost = missing_among([f"{row.name}{row.thing.counted}" for row in rows], taken)
    return Verdict.when(
        stands and decision is not None and decision.disposal == Disposal.PUNISH and not lost,
        f"没有决定没收{'、'.join(lost) or '这些财物'}的处罚决定。",
        citation="行政强制法第二十七条；行政处罚法第二十八条、第七十四条",
        remedy="请先依法作出没收的处罚决定，决定书所写的名称、数量应当与清单一致。",
    ) & Verdict.when(
        main is None or decision is None or decision_served_on(main),
        "没收的处罚决定尚未送达当事人。",
        citation="行政处罚法第六十一条",
        remedy="请先送达处罚决定书。",
    )


def pays_the_fine(proceeding: Proceeding) -> Verdict:
    """A fine stands, nobody challenged it in time, and it was demanded in vain (行政强制法 §46(3); 行政处罚法 §72)."""
    main = proceeding.main
    decision: Decision | None = getattr(main, "decision", None) if main else None
    if main is None or decision is None or cases.has_fallen(main) or not decision.weight.fine:
        return Verdict.no("没有仍然有效的罚款决定，不能拍卖抵缴。", SET_OFF, remedy="请选择其他处理方式。")
    served = decision_served_on(main)
    last = due(rule("litigation", served), served, calendar=main.calendar).on if served else None
    demanded = any(paper.served_on for paper in cases.issued_for(main, "demand"))
    return Verdict.when(
        last is not None and clock.today() > last,
        f"起诉的期限{f'至{chinese_date(last)}，' if last else '没有开始，'}尚未届满，不能拍卖抵缴。",
        citation=SET_OFF,
        remedy="期限届满以前，查封、扣押到期的应当解除并退还。",
    ) & Verdict.when(
        demanded,
        "没有催告当事人缴纳罚款，不能拍卖抵缴。",
        citation=SET_OFF,
        remedy="请先在处罚程序中催告。",
    )


def _goes_with_the_case(proceeding: Proceeding) -> Verdict:
    """The case went to the police, and the things go with it (行政强制法 §21)."""
    main = proceeding.main
    letters = cases.issued_for(main, "crime_letter") if main else ()
    return Verdict.when(
        letters,
        "本案没有移送公安机关的移送书，财物不能移送。",
        citation="行政强制法第二十一条",
        remedy="请先办理涉嫌犯罪案件的移送。",
    )
