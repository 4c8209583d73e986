"""The kinds of plan, and where each may be offered: which countries, products and channels, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from arrears.domain.cases import Purpose
from arrears.domain.people import Channel


class PlanType(StrEnum):
    """What kind of plan an offer is."""

    PAY_NOW = "pay_now"  # all of it, today
    PROMISE = "promise"  # one date, one amount
    SPLIT = "split"  # two payments
    INSTALMENTS = "instalments"  # weekly, fortnightly, twice monthly, monthly, or on paydays
    DATE_CHANGE = "date_change"  # what was agreed, on another day
    GRACE = "grace"  # a few days more for the whole of it
    PAUSE = "pause"  # nothing is due until a review
    HARDSHIP = "hardship"  # reduced payments for some months, then a review
    SETTLEMENT = "settlement"  # a part clears all; a person approves
    RENEWAL = "renewal"  # new term without repaying principal (无还本续贷)
    EXTENSION = "extension"  # a later maturity (展期)
    INTEREST_ONLY = "interest_only"  # a season of interest alone, then instalments
    REVENUE_LINKED = "revenue_linked"  # a share of takings, at least a floor
    SEASONAL = "seasonal"  # more in the months that bring money
    FLEXIBLE = "flexible"  # draw and repay at will (随借随还): early payment without penalty


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an offer would be made."""

    country: str  # ISO 3166 alpha-2, of residence
    product: str  # the lender's product code
    purpose: Purpose  # unknown counts as consumer
    channel: Channel


class Standing(StrEnum):
    """What the agent may do about a type in a setting."""

    OFFERED = "offered"  # by itself
    APPROVAL = "approval"  # a person approves before anything is agreed
    PERSON = "person"  # a person speaks of it, with the lender's disclosures
    BARRED = "barred"  # not over this channel, or not for this case at all


@dataclass(frozen=True, slots=True)
class PlanTypeRule:
    """Where one type may be offered. None means everywhere."""

    countries: frozenset[str] | None
    products: frozenset[str] | None
    purposes: frozenset[Purpose]
    channels: frozenset[Channel]
    barred: frozenset[tuple[str, Channel]]  # not over this channel in this country, whatever else holds
    grants_new_credit: bool
    needs_approval: bool

    def standing(self, setting: Setting) -> Standing:
        """What may be done in the setting. New credit is never granted by a machine."""
        purpose = Purpose.CONSUMER if setting.purpose is Purpose.UNKNOWN else setting.purpose
        fits = (
            (self.countries is None or setting.country in self.countries)
            and (self.products is None or setting.product in self.products)
            and purpose in self.purposes
            and setting.channel in self.channels
        )
        if not fits or (setting.country, setting.channel) in self.barred:
            return Standing.BARRED
        if self.grants_new_credit:
            return Standing.PERSON
        return Standing.APPROVAL if self.needs_approval else Standing.OFFERED


@dataclass(frozen=True, slots=True)
class PlanTypes:
    """The lender's rules of one version; a type without a rule is barred."""

    version: str
    rules: Mapping[PlanType, PlanTypeRule]

    def standing(self, kind: PlanType, setting: Setting) -> Standing:
        """What the agent may do about the type in the setting."""
        rule = self.rules.get(kind)
        return Standing.BARRED if rule is None else rule.standing(setting)

    def with_standing(self, setting: Setting, standing: Standing) -> frozenset[PlanType]:
        """The types that have this standing in the setting."""
        return frozenset(kind for kind in self.rules if self.standing(kind, setting) is standing)
