from pathlib import Path

import pytest

from arrears.adapters.policy_authority import AuthorityPolicyError, load_authority
from arrears.domain.cases import Purpose
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.authority import authority_for

POLICY = Path(__file__).parents[2] / "policy" / "authority.yml"

GOOD = """\
version: "1"
rows:
  - name: only
    purpose: consumer
    currency: USD
    balance_from: "0.01"
    balance_below: "1000.00"
    min_instalment: "25.00"
    max_instalments: 12
    frequencies: [monthly, weekly]
    promise_within_days: 30
    first_payment_within_days: 30
    usual_first_payment_days: 7
    max_term_days: 365
    grace_days: 3
    refer_after_broken_promises: 3
"""
ROW = GOOD.split("rows:\n")[1]


def written(folder: Path, text: str) -> Path:
    path = folder / "authority.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_policy_gives_authority_for_every_size_in_both_currencies() -> None:
    policy = load_authority(POLICY)
    for currency in (Currency.USD, Currency.CNY):
        for purpose in Purpose:
            for minor in (1, 499_99, 1999_99, 2000_00, 9_999_99, 24_999_99, 49_999_99):
                authority = authority_for(
                    policy, product="ANY", purpose=purpose, balance=Money(minor, currency), days_past_due=400
                )
                assert authority is not None
                assert authority.terms.min_instalment.currency is currency
                assert authority.policy_version == policy.version


def test_the_shipped_policy_leaves_very_large_balances_to_a_person() -> None:
    policy = load_authority(POLICY)
    huge = Money(2_000_000_00, Currency.USD)
    assert (
        authority_for(policy, product="ANY", purpose=Purpose.COMMERCIAL, balance=huge, days_past_due=1)
        is None
    )


def test_a_correct_file_is_read_to_the_cent(tmp_path: Path) -> None:
    (row,) = load_authority(written(tmp_path, GOOD)).rows
    assert row.balance_below == Money(1000_00, Currency.USD)
    assert row.terms.min_instalment == Money(25_00, Currency.USD)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"25.00"', "25.00", r"authority.yml: row 1: min_instalment: cannot be used; .*in quotes"),
        ('"25.00"', '"25"', r"row 1: min_instalment: cannot be used; .*two decimals"),
        ("    max_instalments: 12\n", "", r"row 1: max_instalments: is missing; write a whole number"),
        ("max_instalments: 12", "max_instalments: 12.5", r"row 1: max_instalments: cannot be used"),
        ("max_instalments: 12", "max_instalments: -1", r"row 1: max_instalments: cannot be used"),
        ("max_instalments: 12", "max_instalments: 0", r"row 1 \(only\): .*max_instalments.* must allow"),
        ("grace_days", "grace_hours", r"row 1: grace_hours: not a known key; correct its spelling"),
        ("monthly, weekly", "monthly, daily", r"row 1: frequencies: cannot be used; list one or more"),
        ("monthly, weekly", "monthly, monthly", r"row 1 \(only\): frequencies: one is listed twice"),
        ("purpose: consumer", "purpose: holiday", r"row 1: purpose: cannot be used; write consumer"),
        ("purpose: consumer", "purpose: unknown", r"row 1 \(only\): purpose: unknown counts as consumer"),
        ("currency: USD", "currency: EUR", r"row 1: currency: cannot be used; write one of USD"),
        ('"1000.00"', '"0.01"', r"row 1 \(only\): balance_below: must be above balance_from"),
        ("max_term_days: 365", "max_term_days: 29", r"row 1 \(only\): .*must not decrease"),
        (ROW, ROW + ROW, r"row 2 \(only\): name: is used twice"),
        (ROW, ROW + ROW.replace("only", "other"), r"row other: balance_from: covers cases that row only"),
        (ROW, "  - 5\n", r"authority.yml: row 1: is no mapping"),
        ('version: "1"', "version: 1", r"authority.yml: version: cannot be used; name the version"),
        ("rows:", "rows: [", r"authority.yml: not YAML: look at line \d+"),
        (GOOD, "", r"authority.yml: the file: is no mapping"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_remedy(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in GOOD
    with pytest.raises(AuthorityPolicyError, match=message):
        load_authority(written(tmp_path, GOOD.replace(old, new, 1)))


def test_rows_may_meet_and_may_differ_by_product(tmp_path: Path) -> None:
    above = ROW.replace("only", "above").replace('"0.01"', '"1000.00"').replace('"1000.00"', '"1000.00"', 1)
    above = above.replace('    balance_below: "1000.00"\n', "")
    card = ROW.replace("only", "card").replace("    purpose", '    product: "CARD"\n    purpose')
    assert len(load_authority(written(tmp_path, GOOD + above + card)).rows) == 3


def test_every_mistake_is_reported_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("USD", "EUR").replace("grace_days: 3", "grace_days: x")
    with pytest.raises(AuthorityPolicyError) as caught:
        load_authority(written(tmp_path, text))
    assert len(str(caught.value).splitlines()) == 2
