"""Makers for tests: an invented authority, a statute in two versions, a list of duties that cites it."""

from datetime import date
from typing import Any

from sanzhi.catalogues.loading import load_catalogue
from sanzhi.catalogues.models import Edition
from sanzhi.kernel.actor import Actor, system
from sanzhi.law.chinese_numbers import numeral_of
from sanzhi.organisation.commands import EstablishAuthority, establish_authority
from sanzhi.organisation.models import Authority
from sanzhi.statutes.commands import ImportStatute, import_statute
from sanzhi.statutes.models import Version

ARTICLES = (
    "为了管好落叶，保护环境，制定本条例。",
    "不得在街道焚烧落叶、枯枝和杂草。\n因除雪需要的，可以就地堆放。",
    "临街单位应当每日清扫门前落叶，并运到指定地点。",
    "违反本条例规定焚烧落叶的，责令改正；拒不改正的，处五十元以上二百元以下罚款。",
    "本条例由城市管理部门负责实施，有关部门应当配合。",
)
TITLE = "某市落叶管理条例"


def an_authority(number: int = 0) -> Authority:
    words = [name for name, field in EstablishAuthority.model_fields.items() if field.annotation is str]
    fields = dict.fromkeys(words, "某市某单位")
    fields |= {"postcode": "000000", "phone": "0000-0000000", "bank_account": "0000000000"}
    fields |= {"code": f"00000{number}", "name": f"某市第{number}局", "region_code": "000000"}
    order = {**fields, "number_prefix": "某"}
    return establish_authority(system(), EstablishAuthority.model_validate(order))


def a_reviewer(authority: Authority) -> Actor:
    return Actor("officer:9", "乙某", authority.code, frozenset({"legal_reviewer"}))


def a_version(day: str, articles: tuple[str, ...] = ARTICLES, *, title: str = TITLE) -> Version:
    body = "\n".join(f"第{number}条 {text}" for number, text in enumerate(articles, start=1))
    order = ImportStatute(name="落叶.md", text=f"{title}\n{body}", adopted_on=date.fromisoformat(day))
    return import_statute(system(), order)


def some_duties(authority: Authority, **bases: str) -> Edition:
    """A list of duties in force; each keyword is a row's code and its basis."""
    rows: list[dict[str, Any]] = [
        {"code": code, "title": f"职责{code}", "work": "巡查", "basis": basis}
        for code, basis in bases.items()
    ]
    content = {"kind": "duties", "title": "职责清单", "rows": rows}
    return load_catalogue(system(authority.code), authority.code, content=content)


def some_powers(authority: Authority, **rows: tuple[str, int]) -> Edition:
    """A list of powers in force; each keyword is a row's code with the day its basis ends ("" none) and an article."""
    told = [_power(code, ends, article=article) for code, (ends, article) in rows.items()]
    content = {"kind": "powers", "title": "权责清单", "rows": told}
    return load_catalogue(system(authority.code), authority.code, content=content)


def _power(code: str, ends: str, *, article: int) -> dict[str, Any]:
    wanted = ["procedure_steps", "responsibilities", "responsible_unit", "promised_limit", "statutory_limit"]
    wanted += ["fees", "accountability", "remedies", "supervision", "conduct"]
    basis = f"《{TITLE}》第{numeral_of(article)}条"
    row = dict.fromkeys(wanted, "按规定") | {"code": code, "title": f"焚烧落叶{code}", "prohibition": basis}
    return row | {"penalty_basis": basis, "warns": True} | ({"valid_to": ends} if ends else {})
