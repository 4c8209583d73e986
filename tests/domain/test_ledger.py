from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.cases import Balance
from arrears.domain.ids import CaseId, PaymentId, TransactionId
from arrears.domain.ledger import (
    Account,
    Posting,
    Transaction,
    TransactionKind,
    UnbalancedError,
    account_total,
    adjustment,
    application,
    balance_of,
    opening,
    payment,
    reversal,
    unmatched,
    waiver,
)
from arrears.domain.money import Currency, CurrencyMismatchError, Money
from arrears.domain.times import NaiveDatetimeError
from arrears.domain.waterfall import spread

AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
CASE = CaseId("case-1")


def usd(minor: int) -> Money:
    return Money(minor, Currency.USD)


def tx(number: int) -> TransactionId:
    return TransactionId(f"tx-{number}")


OWED = Balance(fees=usd(10), interest=usd(20), principal=usd(100))
OPENED = opening(tx(1), CASE, AT, OWED)


def lines(*transactions: Transaction) -> tuple[Posting, ...]:
    return tuple(posting for transaction in transactions for posting in transaction.postings)


def paid(number: int, minor: int, balance: Balance = OWED) -> Transaction:
    return payment(tx(number), CASE, AT, spread(usd(minor), balance), PaymentId(f"payment-{number}"))


def test_the_opening_is_what_is_owed() -> None:
    assert balance_of(OPENED.postings, Currency.USD) == OWED
    assert account_total(OPENED.postings, Account.OPENING, Currency.USD) == usd(-130)


@pytest.mark.parametrize(
    ("minor", "left", "unapplied"), [(30, 100, 0), (129, 1, 0), (130, 0, 0), (131, 0, 1)]
)
def test_a_payment_reduces_what_is_owed_and_keeps_the_rest_for_the_borrower(
    minor: int, left: int, unapplied: int
) -> None:
    postings = lines(OPENED, paid(2, minor))
    assert balance_of(postings, Currency.USD).total == usd(left)
    assert account_total(postings, Account.CASH, Currency.USD) == usd(minor)
    assert account_total(postings, Account.UNAPPLIED, Currency.USD) == usd(-unapplied)


def test_a_reversal_restores_the_balance() -> None:
    money_in = paid(2, 45)
    back = reversal(tx(3), money_in, AT)
    assert balance_of(lines(OPENED, money_in, back), Currency.USD) == OWED
    assert (back.reverses, back.payment_id) == (money_in.id, money_in.payment_id)
    with pytest.raises(ValueError, match="is a reversal"):
        reversal(tx(4), back, AT)


def test_an_adjustment_moves_the_balance_to_what_the_lender_states() -> None:
    stated = Balance(fees=usd(0), interest=usd(25), principal=usd(90))
    change = adjustment(tx(2), CASE, AT, before=OWED, after=stated)
    assert balance_of(lines(OPENED, change), Currency.USD) == stated


def test_unmatched_money_waits_in_suspense() -> None:
    postings = unmatched(tx(2), AT, usd(50), PaymentId("payment-2")).postings
    assert account_total(postings, Account.SUSPENSE, Currency.USD) == usd(-50)
    assert balance_of(postings, Currency.USD).total == usd(0)


def made(*amounts: Money, at: datetime = AT) -> Transaction:
    postings = tuple(Posting(Account.CASH, CASE, amount) for amount in amounts)
    return Transaction(tx(9), TransactionKind.PAYMENT, at, postings)


def test_a_transaction_that_does_not_balance_cannot_exist() -> None:
    with pytest.raises(UnbalancedError, match="tx-9 does not balance"):
        made(usd(5), usd(-4))
    with pytest.raises(ValueError, match="moves nothing"):
        made()
    with pytest.raises(CurrencyMismatchError):
        made(usd(5), Money(-5, Currency.CNY))
    with pytest.raises(NaiveDatetimeError):
        made(usd(5), usd(-5), at=AT.replace(tzinfo=None))


@pytest.mark.parametrize(
    "nothing",
    [
        lambda: opening(tx(1), CASE, AT, Balance(fees=usd(0), interest=usd(0), principal=usd(0))),
        lambda: adjustment(tx(1), CASE, AT, before=OWED, after=OWED),
        lambda: paid(1, 0),
    ],
)
def test_a_transaction_of_nothing_cannot_exist(nothing: object) -> None:
    assert callable(nothing)
    with pytest.raises(ValueError, match="moves nothing"):
        nothing()


def test_a_balance_is_of_one_case() -> None:
    other = opening(tx(2), CaseId("case-2"), AT, OWED)
    with pytest.raises(ValueError, match="one case"):
        balance_of(lines(OPENED, other), Currency.USD)


@given(steps=st.lists(st.tuples(st.integers(1, 200), st.booleans()), max_size=12))
def test_whatever_happens_the_ledger_adds_up_to_zero_and_nothing_is_owed_twice(
    steps: list[tuple[int, bool]],
) -> None:
    book, net = [OPENED], 0
    for number, (minor, taken_back) in enumerate(steps, start=2):
        balance = balance_of(lines(*book), Currency.USD)
        book.append(paid(number, minor, balance))
        if taken_back:
            book.append(reversal(tx(1000 + number), book[-1], AT))
        else:
            net += minor
    postings = lines(*book)
    zero = sum(posting.amount.minor for posting in postings)
    balance = balance_of(postings, Currency.USD)
    unapplied = account_total(postings, Account.UNAPPLIED, Currency.USD)
    assert zero == 0
    assert account_total(postings, Account.CASH, Currency.USD) == usd(net)
    assert balance.total + unapplied == OWED.total - usd(net)
    assert min(balance.fees, balance.interest, balance.principal) >= usd(0)


@pytest.mark.parametrize(
    ("paid_minor", "forgiven", "left", "unapplied"),
    [(60, 70, 0, 0), (60, 69, 1, 0), (65, 70, 0, 5), (130, 70, 0, 70)],
)
def test_a_waiver_pays_what_is_left_and_what_was_paid_beyond_it_is_the_borrowers(
    paid_minor: int, forgiven: int, left: int, unapplied: int
) -> None:
    money_in = paid(2, paid_minor)
    parts = spread(usd(forgiven), balance_of(lines(OPENED, money_in), Currency.USD))
    forgives = waiver(tx(3), CASE, AT, parts)
    postings = lines(OPENED, money_in, forgives)
    assert balance_of(postings, Currency.USD).total == usd(left)
    assert account_total(postings, Account.WAIVED, Currency.USD) == usd(forgiven)
    assert account_total(postings, Account.UNAPPLIED, Currency.USD) == usd(-unapplied)
    back = reversal(tx(4), forgives, AT)
    assert balance_of(lines(OPENED, money_in, forgives, back), Currency.USD).total == usd(130 - paid_minor)


@pytest.mark.parametrize(("free", "left", "unapplied"), [(30, 100, 0), (130, 0, 0), (150, 0, 20)])
def test_unapplied_money_is_laid_over_what_is_owed(free: int, left: int, unapplied: int) -> None:
    before = (Posting(Account.UNAPPLIED, CASE, usd(-free)), Posting(Account.CASH, CASE, usd(free)))
    postings = (*lines(OPENED), *before, *application(tx(2), CASE, AT, spread(usd(free), OWED)).postings)
    assert balance_of(postings, Currency.USD).total == usd(left)
    assert account_total(postings, Account.UNAPPLIED, Currency.USD) == usd(-unapplied)


def test_nothing_forgiven_and_nothing_applied_are_no_transactions() -> None:
    nothing = Balance(usd(0), usd(0), usd(0))
    with pytest.raises(ValueError, match="moves nothing"):
        waiver(tx(2), CASE, AT, spread(usd(0), OWED))
    with pytest.raises(ValueError, match="moves nothing"):
        application(tx(2), CASE, AT, spread(usd(5), nothing))
