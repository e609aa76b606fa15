"""A counted quantity as it is typed: a positive number that a tape measure or a count can give."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

Quantity = Annotated[Decimal, Field(gt=0, le=Decimal(10_000_000), decimal_places=2)]
