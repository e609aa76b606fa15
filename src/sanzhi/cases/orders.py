"""The shape that all orders on a proceeding share."""

from typing import Annotated, Any

from pydantic import Field

from sanzhi.kernel.commands import Order

READ_BY_THE_PARTY = "read by the party"
# a field whose words a paper tells the party, and a list of such: they impose nothing
Told = Annotated[str, READ_BY_THE_PARTY]
AllTold = Annotated[list[str], READ_BY_THE_PARTY]


class OnProceeding(Order):
    """An act on a proceeding of the case; `proceeding` may be left out where no more than one is open."""

    case: int
    proceeding: int | None = None

    def said(self) -> dict[str, Any]:
        """What the order says, without the place that it names."""
        return self.model_dump(exclude={"case", "proceeding"})


class OnPaper(Order):
    """An act on a paper of the case; the paper knows its proceeding."""

    case: int
    document: int

    def said(self) -> dict[str, Any]:
        return self.model_dump(exclude={"case", "document"})


class OnRead(OnPaper):
    """`seen`: the state of the paper that stood on the page (`drafts.version_of`)."""

    seen: str | None = Field(default=None, max_length=64, json_schema_extra={"hidden": True})


class OnJudged(OnProceeding):
    """`seen`: the digest of what is judged, as it stood beside the form (`Card.reads`)."""

    seen: str | None = Field(default=None, max_length=64, json_schema_extra={"hidden": True})

    def said(self) -> dict[str, Any]:
        return self.model_dump(exclude={"case", "proceeding", "seen"})


class OnFinding(OnProceeding):
    """`seen_finding`: the version of the finding that stood beside the form when it was opened."""

    seen_finding: int | None = Field(default=None, json_schema_extra={"hidden": True})

    def said(self) -> dict[str, Any]:
        return self.model_dump(exclude={"case", "proceeding", "seen_finding"})
