"""Make the latest version that applies today the current one; its predecessor leaves the search in the same transaction."""

from sanzhi.kernel import search
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record
from sanzhi.statutes import events
from sanzhi.statutes.board import announce
from sanzhi.statutes.models import Article, Version
from sanzhi.statutes.policies import is_latest_in_force


class BringIntoForce(Order):
    version: int


@command("statutes.bring_into_force", title="法律法规版本施行", internal=True)
def bring_into_force(actor: Actor, order: BringIntoForce) -> Version:
    version = Version.known(order.version)
    require(is_latest_in_force(version))
    older = Version.objects.filter(statute=version.statute, is_current=True).exclude(pk=version.pk).first()
    if older is not None:
        older.is_current = False
        older.save()
    version.is_current = True
    version.save()
    _index(version, older)
    facts = {
        "title": version.statute.title,
        "adopted_on": version.adopted_on.isoformat(),
        "effective_from": (version.effective_from or version.adopted_on).isoformat(),
    }
    record(events.VERSION_IN_FORCE, actor=actor, subject=version, facts=facts)
    if older is not None:
        announce(f"version:{version.pk}")
    return version


def _index(version: Version, older: Version | None) -> None:
    if older is not None:
        search.remove("article", *(str(row.pk) for row in older.articles.all()))
    texts = {str(row.pk): article_text(row) for row in version.articles.select_related("version__statute")}
    search.put_all("article", texts, sorted_on=version.adopted_on)


def article_text(article: Article) -> str:
    """The text under which an article is found."""
    title = article.version.statute.title
    return "\n".join([title, *(_all_text(paragraph) for paragraph in article.paragraphs)])


def _all_text(paragraph: dict[str, object]) -> str:
    items = paragraph.get("items")
    lines = [str(paragraph["text"])]
    for item in items if isinstance(items, list) else ():
        lines += [item["text"], *item["subitems"]]
    return "\n".join(lines)
