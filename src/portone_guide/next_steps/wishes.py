"""What the merchant said to ``next-steps``."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from portone_guide.needs.questions import BUSINESS, GATEWAY
from portone_guide.needs.reading import Said
from portone_guide.needs.requirements import Requirements
from portone_guide.next_steps import questions
from portone_guide.rules.models.contract import BusinessKind


class Business(NamedTuple):
    """Who signs. ``kind`` None: not said, so that papers of every kind are listed."""

    kind: BusinessKind | None = None
    foreign_representative: bool = False
    industries: tuple[str, ...] = ()


class Wishes(NamedTuple):
    """What was asked for, ``today``. ``done`` has the days of the steps that the plan knows as done.

    ``waiting`` has those of the steps whose end is waited for, ``chosen`` the gateways of the plan.

    ``said`` has every answer as its question reads it; what several parts share has a name here.
    """

    requirements: Requirements
    said: Said
    today: date
    done: Mapping[str, date]
    waiting: Mapping[str, date] = MappingProxyType({})
    chosen: tuple[str, ...] = ()

    @property
    def gateways(self) -> tuple[str, ...]:
        """The gateways that the merchant signs with; none: not chosen yet."""
        return self.said.of(GATEWAY)

    @property
    def business(self) -> Business:
        """Who signs."""
        foreign = self.said.of(questions.FOREIGN_REPRESENTATIVE)
        return Business(self.said.of(BUSINESS), foreign, self.requirements.industries)

    @property
    def start(self) -> date | None:
        """The day of the application; None: today."""
        return self.said.of(questions.START)

    @property
    def open_by(self) -> date | None:
        """The day by which the shop must be open, if there is one."""
        return self.said.of(questions.OPEN_BY)
