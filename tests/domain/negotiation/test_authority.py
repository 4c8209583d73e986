import ast
from dataclasses import replace
from pathlib import Path

import pytest

from arrears.domain.cases import Purpose
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.authority import AuthorityPolicy, AuthorityRow, Terms, authority_for

PACKAGE = Path(__file__).parents[3] / "arrears"


def usd(minor: int) -> Money:
    return Money(minor, Currency.USD)


TERMS = Terms(
    min_instalment=usd(25_00),
    max_instalments=12,
    frequencies=(Frequency.MONTHLY,),
    promise_within_days=30,
    first_payment_within_days=30,
    usual_first_payment_days=7,
    max_term_days=365,
    grace_days=3,
    refer_after_broken_promises=3,
)
SMALL = AuthorityRow("small", None, Purpose.CONSUMER, usd(1), usd(1000_00), 0, 90, TERMS)
LARGE = replace(SMALL, name="large", balance_from=usd(1000_00), balance_below=None)
CARD = replace(SMALL, name="card", product="CARD", balance_below=None)
POLICY = AuthorityPolicy("test", (SMALL, LARGE, CARD))


@pytest.mark.parametrize(
    ("product", "purpose", "balance", "days", "row"),
    [
        ("LOAN", Purpose.CONSUMER, usd(1), 0, "small"),
        ("LOAN", Purpose.CONSUMER, usd(999_99), 89, "small"),
        ("LOAN", Purpose.CONSUMER, usd(1000_00), 89, "large"),
        ("LOAN", Purpose.UNKNOWN, usd(500_00), 0, "small"),
        ("CARD", Purpose.CONSUMER, usd(1000_00), 0, "card"),
        ("LOAN", Purpose.CONSUMER, usd(500_00), 90, None),
        ("LOAN", Purpose.CONSUMER, usd(0), 0, None),
        ("LOAN", Purpose.COMMERCIAL, usd(500_00), 0, None),
        ("LOAN", Purpose.CONSUMER, Money(500_00, Currency.CNY), 0, None),
    ],
)
def test_a_case_gets_the_authority_of_its_row_or_none(
    product: str, purpose: Purpose, balance: Money, days: int, row: str | None
) -> None:
    authority = authority_for(POLICY, product=product, purpose=purpose, balance=balance, days_past_due=days)
    if row is None:
        assert authority is None
    else:
        assert authority is not None
        assert authority.reasons == ("authority test", f"row {row}")
        assert authority.policy_version == "test"
        assert authority.terms.min_instalment == TERMS.min_instalment


@pytest.mark.parametrize(
    "change",
    [
        {"min_instalment": usd(0)},
        {"max_instalments": 0},
        {"frequencies": ()},
        {"usual_first_payment_days": 31},
        {"first_payment_within_days": 366},
        {"promise_within_days": -1},
        {"refer_after_broken_promises": 0},
    ],
)
def test_terms_that_contradict_each_other_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"must|start"):
        replace(TERMS, **change)  # type: ignore[arg-type]


def test_authority_is_constructed_in_one_place() -> None:
    calls = [
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) == "Authority"
    ]
    assert calls == ["domain/negotiation/authority.py"]
