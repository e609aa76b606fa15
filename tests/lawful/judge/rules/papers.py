"""Rules on papers: each step has its own, a paper says what its row says, an original that vouches is not voided."""

import json

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.aftermath import Closed, Preserved, Sampled
from tests.lawful.chronicle.happenings import (
    Decided,
    Happening,
    Issued,
    Overturned,
    Reviewed,
    Served,
    StepLeft,
    Voided,
)
from tests.lawful.judge.example import (
    BOTH,
    HEAD,
    ONE,
    at,
    changed,
    on,
    ordinary,
    paper_changed,
    plus,
    without,
)
from tests.lawful.judge.example_grave import grave, spot
from tests.lawful.judge.rule import Finds, rule


@rule(
    "62.1",
    article="行政处罚法第四十七条；河南省行政执法条例第三十三条",
    says="环节所要的文书没有签发，不得进入下一环节",
    kind="step_without_papers",
    certainty="推论",
)
def step_without_papers(case: Chronicle) -> Finds:
    for row in case.all(StepLeft):
        gone = sorted(row.wants - row.has)
        if gone:
            yield row, f"离开“{row.step}”，没有{'、'.join(gone)}"


step_without_papers.breach(
    lambda: plus(ordinary(), StepLeft(at=at(2, 20), step="filing", wants=frozenset({"D03"})))
)
step_without_papers.lawful(
    lambda: plus(
        ordinary(),
        StepLeft(at=at(2, 20), step="filing", wants=frozenset({"D03"}), has=frozenset({"D03", "D02"})),
    )
)


@rule(
    "62.2",
    article="行政处罚法第四十七条",
    says="操作的人看到的环节应当就是案件所在的环节",
    kind="stale_page",
    certainty="推论",
)
def step_left_from_an_old_page(case: Chronicle) -> Finds:
    for row in case.all(StepLeft):
        if row.shown and row.step and row.shown != row.step:
            yield row, f"页面显示“{row.shown}”，完成的是“{row.step}”"


step_left_from_an_old_page.breach(
    lambda: plus(ordinary(), StepLeft(at=at(2, 20), step="filing", shown="lead"))
)
step_left_from_an_old_page.lawful(
    lambda: plus(ordinary(), StepLeft(at=at(2, 20), step="filing", shown="filing"))
)


@rule(
    "62.3",
    article="行政处罚法第五十九条、第四十六条第二款",
    says="文书与登记应当一致",
    kind="paper_differs",
    certainty="推论",
)
def paper_differs(case: Chronicle) -> Finds:
    for paper in case.all(Issued):
        content, row = paper.content or {}, paper.row or {}
        other = sorted(key for key in content.keys() & row.keys() if _plain(content[key]) != _plain(row[key]))
        if other:
            key = other[0]
            yield (
                paper,
                f"{paper.form}的{key}是“{_plain(content[key])[:20]}”，登记是“{_plain(row[key])[:20]}”",
            )


def _plain(value: object) -> str:
    """Sums without their trailing noughts, tables whatever the order of their columns, everything else as text."""
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    words = "" if value is None else str(value).strip()
    digits = words.replace(".", "", 1)
    return words.rstrip("0").rstrip(".") if "." in words and digits.isdigit() else words


paper_differs.breach(
    lambda: plus(ordinary(), Issued(at=at(16), form="D48", content={"amount": "900"}, row={"amount": "800"}))
)
paper_differs.lawful(
    lambda: plus(
        ordinary(), Issued(at=at(16), form="D48", content={"amount": "800.00"}, row={"amount": "800"})
    )
)


@rule(
    "62.4",
    article="河南省行政执法条例第三十条、第三十二条；行政处罚法第七十五条第二款",
    says="已送达的文书原件不得作废，只能依法撤销、变更",
    kind="originals_voided",
    certainty="推论",
)
def served_paper_voided(case: Chronicle) -> Finds:
    for voided in case.all(Voided):
        served = [row for row in case.before(voided, Served) if row.paper and row.paper == voided.paper]
        stands = [row for row in case.before(voided, Decided) if row.paper and row.paper == voided.paper]
        if (served or stands) and voided.was_issued and not case.before(voided, Overturned):
            yield voided, f"{voided.form}已经送达或者据以决定，却被作废"


def _void(paper: str, form: str, *, issued: bool = True, overturned: bool = False) -> Chronicle:
    gone = [Overturned(at=at(16), by=(HEAD,), ground="依据错误")] if overturned else []
    case = ordinary() if not overturned else changed(ordinary(), type(ordinary().happenings[-1]), at=at(15))
    return plus(case, *gone, Voided(at=at(16, 10), by=(ONE,), form=form, paper=paper, was_issued=issued))


served_paper_voided.breach(lambda: _void("documents.document:9", "D41"))
served_paper_voided.lawful(lambda: _void("documents.document:77", "D41"))


# every paper from the lead to the decision; the notices and the decision themselves once they are served: 62.4
SERVED = frozenset({"D29", "D30", "D41", "D42", "D43"})
VOUCHING = frozenset(f"D{number:02}" for number in range(1, 45)) - SERVED
REPORT = "D44"
KEEPING: dict[str, type[Happening]] = {"D14": Sampled, "D17": Preserved}


@rule(
    "62.5",
    article="行政处罚法第五十八条第一款、第四十七条",
    says="立案、取证、责令改正、复查、申辩、审核、讨论、审批、备案的原件，决定所依据的，不得作废",
    kind="originals_voided",
    certainty="推论",
)
def vouching_paper_voided(case: Chronicle) -> Finds:
    decided = [row for row in case.all(Decided) if row.penalty.punishes]
    for voided in case.all(Voided):
        if voided.form not in VOUCHING or not voided.was_issued or not decided or voided.of:
            continue
        if not _rests_on(case, voided) or _made_again(case, voided) or _nothing_was_kept(case, voided):
            continue
        yield voided, f"{voided.form}支持着决定，却被作废"


vouching_paper_voided.lawful(
    lambda: plus(
        grave(),
        Voided(
            at=at(46), form="D28", paper="documents.document:28", was_issued=True, of="cases.proceeding:2"
        ),
    )
)


def _rests_on(case: Chronicle, voided: Voided) -> bool:
    """Not what was made for a decision that has still to come; the report of a decision (§52) is made after it."""
    issued = [row for row in case.before(voided, Issued) if row.ref and row.ref == voided.paper]
    return not issued or voided.form == REPORT or bool(case.after(issued[-1], Decided))


def _nothing_was_kept(case: Chronicle, voided: Voided) -> bool:
    """The approval of a preservation (§56) that was never carried out: no decision rests on it."""
    kept = KEEPING.get(voided.form)
    return kept is not None and not case.all(kept)


def _made_again(case: Chronicle, voided: Voided) -> bool:
    """Before the decision that rests on it; the report of a decision (§52) before the case is closed."""
    again = [row for row in case.after(voided, Issued) if row.form == voided.form]
    if voided.form == REPORT and case.before(voided, Decided):
        closed = case.first(Closed)
        return closed is None or any(row in case.before(closed, Issued) for row in again)
    return bool(again) and again[0] in case.before(case.all(Decided)[-1], Issued)


vouching_paper_voided.breach(
    lambda: plus(
        grave(), Voided(at=at(46), by=(ONE,), form="D28", paper="documents.document:28", was_issued=True)
    )
)
vouching_paper_voided.breach(
    lambda: plus(
        ordinary(), Voided(at=at(16), by=(ONE,), form="D08", paper="documents.document:2", was_issued=True)
    )
)


def _voided(form: str, *, issued: bool = True) -> Chronicle:
    paper = f"documents.document:{form}"
    case = spot() if form == "D44" else ordinary()
    return plus(case, Voided(at=at(16), by=(ONE,), form=form, paper=paper, was_issued=issued))


for _form in ("D02", "D09", "D12", "D13", "D31", "D36", "D44"):
    vouching_paper_voided.breach(lambda form=_form: _voided(form))
    vouching_paper_voided.lawful(lambda form=_form: _voided(form, issued=False))
vouching_paper_voided.lawful(lambda: _voided("D48"))


def _inspected_anew(since: int) -> Chronicle:
    """For a decision that has still to come, after the first one of day 12 fell."""
    paper = Issued(at=at(since), by=(ONE,), form="D08", ref="documents.document:D08", signers=BOTH)
    return plus(_voided("D08"), paper)


vouching_paper_voided.lawful(lambda: _inspected_anew(15))
vouching_paper_voided.breach(lambda: _inspected_anew(3))
for _form, _kept in KEEPING.items():
    vouching_paper_voided.breach(
        lambda form=_form, kept=_kept: plus(_voided(form), kept(at=at(3), by=(ONE,), on=on(3)))
    )
    vouching_paper_voided.lawful(lambda form=_form: _voided(form))
vouching_paper_voided.lawful(
    lambda: plus(
        without(spot(), Closed),
        Voided(at=at(2), by=(ONE,), form="D44", paper="documents.document:D44", was_issued=True),
    )
)
vouching_paper_voided.lawful(
    lambda: plus(
        spot(),
        Voided(at=at(2), by=(ONE,), form="D44", paper="documents.document:D44", was_issued=True),
        Issued(at=at(3), by=(ONE,), form="D44"),
    )
)
vouching_paper_voided.lawful(
    lambda: plus(
        grave(),
        Voided(at=at(31), by=(ONE,), form="D28", paper="documents.document:28", was_issued=True),
        Issued(at=at(32), by=(ONE,), form="D28"),
    )
)


@rule(
    "62.6",
    article="行政处罚法第四十七条、第五十七条第二款、第五十八条第一款",
    says="作废的文书不得再送达",
    kind="originals_voided",
    certainty="推论",
)
def voided_paper_served(case: Chronicle) -> Finds:
    for row in case.all(Served):
        gone = {voided.paper for voided in case.before(row, Voided) if voided.paper}
        if row.paper in gone:
            yield row, f"{row.form}已作废，又送达"


voided_paper_served.breach(
    lambda: plus(ordinary(), Voided(at=at(14, 12), form="D41", paper="documents.document:9"))
)
voided_paper_served.lawful(
    lambda: plus(ordinary(), Voided(at=at(14, 12), form="D41", paper="documents.document:8"))
)


@rule(
    "62.7",
    article="行政处罚法第五十八条第一款",
    says="文书由有权的人签名：审批表须有机关负责人",
    kind="not_approved",
    certainty="推论",
)
def approval_unsigned(case: Chronicle) -> Finds:
    for paper in case.all(Issued):
        roles = {role for role, _ in paper.signers}
        if paper.form in {"D03", "D17", "D40", "D52"} and roles and "bureau_head" not in roles:
            yield paper, f"{paper.form}没有机关负责人签名"


approval_unsigned.breach(lambda: plus(ordinary(), Issued(at=at(13), form="D40", signers=(("officer", ONE),))))
approval_unsigned.lawful(
    lambda: plus(ordinary(), Issued(at=at(13), form="D40", signers=(("bureau_head", HEAD),)))
)
approval_unsigned.lawful(lambda: plus(grave(), Reviewed(at=at(25), by=("officer:6",), verdict="supplement")))


RECORDS = frozenset({"D08", "D10", "D25", "D37", "D43"})


@rule(
    "62.8",
    article="行政处罚法第五十二条第二款、第五十五条第二款、第六十四条第八项",
    says="笔录和当场处罚决定书应当有签名",
    kind="unsigned",
    certainty="推论",
)
def record_unsigned(case: Chronicle) -> Finds:
    for paper in case.all(Issued):
        if paper.form in RECORDS and not (paper.signers or paper.is_by_hand):
            yield paper, f"{paper.form}没有任何签名"


for _form in ("D08", "D10"):
    record_unsigned.breach(lambda form=_form: paper_changed(ordinary(), form, signers=()))
record_unsigned.breach(lambda: paper_changed(grave(), "D37", signers=()))
record_unsigned.breach(lambda: paper_changed(spot(), "D43", signers=()))
record_unsigned.lawful(lambda: spot())
record_unsigned.lawful(lambda: paper_changed(spot(), "D43", signers=(), is_by_hand=True))
record_unsigned.lawful(lambda: paper_changed(ordinary(), "D41", signers=()))
