"""Whom the pack binds; and numbers that it and the clocks both hold are the same."""

from pathlib import Path

import pytest

from arrears.adapters.policy_clocks import load_clocks
from arrears.domain.compliance.decide import bindings
from arrears.domain.compliance.rule import Applies
from tests.builders.compliance import NOON, PACKS_FOLDER, facts
from tests.domain.compliance.us_federal.given import CALL, federal

CLOCKS: Path = PACKS_FOLDER.parent / "clocks.yml"


def test_the_pack_counts_the_same_days_as_the_clocks() -> None:
    clocks, numbers = load_clocks(CLOCKS), federal().packs[0].numbers
    assert numbers.callback_days == clocks.consents.callback_days
    assert numbers.text_fresh_days == clocks.texts.fresh_days
    assert numbers.email_opt_out_days_min == clocks.emails.opt_out_days_min
    assert numbers.validation_notice_days == clocks.validation.notice_days
    assert numbers.furnish_wait_days == clocks.reporting.furnish_wait_days
    assert numbers.evidence_years == clocks.retention.evidence_years
    payments = clocks.payments
    assert numbers.postdated_days_without_notice == payments.postdated_days_without_notice
    assert numbers.deposit_notice_business_days_min == payments.deposit_notice_business_days_min
    assert numbers.deposit_notice_business_days_max == payments.deposit_notice_business_days_max
    assert numbers.varying_amount_notice_days == payments.varying_amount_notice_days


@pytest.mark.parametrize(
    ("country", "number_country", "applies"),
    [
        ("US", "US", Applies(True, "lives_or_number_in_country")),
        ("CN", "US", Applies(True, "lives_or_number_in_country")),
        ("US", None, Applies(True, "lives_or_number_in_country")),
        ("CN", "CN", Applies(False, "elsewhere")),
        (None, None, Applies(False, "elsewhere")),
    ],
)
def test_it_binds_whoever_lives_or_is_reached_in_the_united_states(
    country: str | None, number_country: str | None, applies: Applies
) -> None:
    person = facts(country=country, number_country=number_country)
    (binding,) = bindings(federal(), person, CALL, NOON)
    assert binding.applies == applies
