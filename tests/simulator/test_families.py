from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from simulator.borrowers.acts import ActKind
from simulator.borrowers.budget import Budget
from simulator.borrowers.families import Families, Normal, families
from simulator.borrowers.temper import draw

HELD_OUT = {"confused", "hard_haggling", "seasonal_small_business", "impatient", "half_sentences"}
# Ordinary terms: below which balance, least instalment (whole units), most instalments.
ORDINARY = {
    ("USD", "consumer"): ((2_000, 25, 12), (None, 50, 24)),
    ("USD", "commercial"): ((25_000, 100, 26), (None, 500, 36)),
    ("CNY", "consumer"): ((10_000, 100, 12), (None, 300, 36)),
    ("CNY", "commercial"): ((200_000, 500, 24), (None, 3_000, 36)),
}
FIRST_DAY = date(2026, 1, 5)


def test_there_are_eighteen_families_and_five_of_them_are_held_out() -> None:
    every = families().families
    assert len({family.name for family in every}) == len(every) == 18
    assert {family.name for family in every if family.held_out} == HELD_OUT
    assert not HELD_OUT & {family.name for family in families().tuning()}


def test_every_parameter_names_a_source_that_is_told() -> None:
    document = families().model_dump()
    document["families"][0]["willingness"]["source"] = "hearsay"
    with pytest.raises(ValidationError, match="not told"):
        Families.model_validate(document)


def test_a_mean_outside_its_bounds_is_refused() -> None:
    with pytest.raises(ValidationError, match="outside"):
        Normal(mean=2, spread=1, min=0, max=1, source="judgement")


def test_every_quirk_is_an_act() -> None:
    assert all(ActKind(kind) for family in families().families for kind in family.quirks)


def test_the_same_seed_draws_the_same_borrower_and_another_seed_another() -> None:
    family = families().named("cooperative")
    assert draw(family, 1) == draw(family, 1)
    assert draw(family, 1) != draw(family, 2)


def test_english_and_mandarin_dollars_and_yuan_consumers_and_businesses_all_occur() -> None:
    drawn = [draw(families().named("busy"), seed)[0] for seed in range(80)]
    kinds = Counter((each.language, each.currency, each.segment) for each in drawn)
    assert len(kinds) == 6


def test_between_15_and_25_percent_of_those_who_negotiate_can_bear_no_ordinary_plan() -> None:
    without = everyone = 0.0
    for family in families().families:
        if family.conduct == "negotiates":
            share = sum(not can_bear_a_plan(family.name, seed) for seed in range(30)) / 30
            without += family.weight.value * share
            everyone += family.weight.value
    assert 0.15 <= without / everyone <= 0.25


def can_bear_a_plan(name: str, seed: int) -> bool:
    account, means, temper = draw(families().named(name), seed)
    today = FIRST_DAY + timedelta(days=12 * seed)
    small, large = ORDINARY[account.currency, account.segment]
    _, least, most = small if account.balance_minor < small[0] * 100 else large
    monthly = Budget(means, today).monthly() * temper.share
    at_once = means.free_on(today + timedelta(days=30), today) * temper.share
    return monthly >= max(least * 100, account.balance_minor / most) or at_once >= account.balance_minor
