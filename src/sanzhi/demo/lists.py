"""How the lists live in the demonstration: one renewed, one returned with remarks, one waiting for the justice bureau."""

from collections.abc import Iterator
from typing import Any

from sanzhi.catalogues import commands
from sanzhi.catalogues.models import Edition, Kind
from sanzhi.demo.cast import Bureau

DAYS_BEFORE = 60  # the first of these scenes lies so many days before the end of the demonstration


def scenes(bureau: Bureau) -> Iterator[int]:
    """Each yield is the days until the next scene."""
    lawyer, justice = bureau.actor("fazhi"), bureau.actor("jiandu")
    checks = _begun(bureau, Kind.SPOT_CHECKS)
    _save(bureau, checks, at="SJ-03", ratio="不低于20%", frequency="每季1次")
    _save(
        bureau,
        checks,
        at="SJ-06",
        code="SJ-07",
        title="餐饮门店油污排放",
        basis="《平顶山市城市市容和环境卫生管理条例》第三十六条",
        target="临街餐饮门店",
        content="隔油设施、排放去向",
    )
    commands.submit_edition(lawyer, commands.SubmitEdition(edition=checks.pk))
    yield 3
    commands.approve_edition(justice, commands.ApproveEdition(edition=checks.pk))
    commands.put_in_force(lawyer, commands.PutInForce(edition=checks.pk))
    yield 40
    guides = _begun(bureau, Kind.GUIDES)
    _save(bureau, guides, at="FW-03", limit="受理之日起十五个工作日内")
    commands.submit_edition(lawyer, commands.SubmitEdition(edition=guides.pk))
    yield 2
    said = "法定期限为二十日，承诺压缩到十五个工作日的，请写明是承诺时限。"
    commands.remark_row(justice, commands.RemarkRow(edition=guides.pk, code="FW-03", text=said))
    commands.return_edition(justice, commands.ReturnEdition(edition=guides.pk))
    yield 1
    duties = _begun(bureau, Kind.DUTIES)
    _save(
        bureau,
        duties,
        at="001",
        work="日常巡查、责任区管理、占道经营和店外经营整治、户外广告监管、夜间经济疏导",
    )
    commands.submit_edition(lawyer, commands.SubmitEdition(edition=duties.pk))


def _begun(bureau: Bureau, kind: Kind) -> Edition:
    order = commands.StartEdition(authority=bureau.authority.code, kind=kind)
    return commands.start_edition(bureau.actor("fazhi"), order)


def _save(bureau: Bureau, edition: Edition, *, at: str, **changes: Any) -> None:
    """Change the row `at`; with another code it becomes a row of its own beside it."""
    values = {**edition.rows.get(code=at).content, **changes}
    code = at if values["code"] == at else ""
    order = commands.SaveRow(edition=edition.pk, code=code, values=values)
    commands.save_row(bureau.actor("fazhi"), order)
