"""What a validation notice must say, and whether its figures add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from arrears.domain.money import Money, total


class ItemizationKind(StrEnum):
    """The five reference dates. Source: 12 CFR 1006.34(b)(3)."""

    LAST_STATEMENT = "last_statement"
    CHARGE_OFF = "charge_off"
    LAST_PAYMENT = "last_payment"
    TRANSACTION = "transaction"
    JUDGMENT = "judgment"


class Statement(StrEnum):
    """What the person is told of their rights. Source: 12 CFR 1006.34(c)(1), (c)(3)."""

    DEBT_COLLECTION = "debt_collection"
    WRITTEN_DISPUTE_STOPS_COLLECTION = "written_dispute_stops_collection"
    ORIGINAL_CREDITOR_ON_REQUEST = "original_creditor_on_request"
    ASSUMED_VALID_WITHOUT_DISPUTE = "assumed_valid_without_dispute"


class Prompt(StrEnum):
    """What the person may tick in answer, in the order of the model form. Source: 12 CFR 1006.34(c)(4)."""

    DISPUTE = "dispute"
    NOT_MY_DEBT = "not_my_debt"
    AMOUNT_WRONG = "amount_wrong"
    OTHER = "other"
    ORIGINAL_CREDITOR = "original_creditor"


class NoticeProblem(StrEnum):
    """What is missing from a notice, or does not add up."""

    COLLECTOR_NAME = "collector_name"
    COLLECTOR_ADDRESS = "collector_address"
    CONSUMER_NAME = "consumer_name"
    CONSUMER_ADDRESS = "consumer_address"
    ACCOUNT = "account"
    ACCOUNT_NOT_MASKED = "account_not_masked"
    CREDITOR_THEN = "creditor_then"
    CREDITOR_NOW = "creditor_now"
    ITEMIZATION_KIND = "itemization_kind"
    ITEMIZATION_DATE = "itemization_date"
    ITEMIZATION_AFTER_NOTICE = "itemization_after_notice"
    ITEMIZATION_INCONSISTENT = "itemization_inconsistent"
    AMOUNT_THEN = "amount_then"
    INTEREST = "interest"
    FEES = "fees"
    PAYMENTS = "payments"
    CREDITS = "credits"
    AMOUNT_NOW = "amount_now"
    CURRENCIES_DIFFER = "currencies_differ"
    NEGATIVE_AMOUNT = "negative_amount"
    AMOUNTS_DO_NOT_ADD_UP = "amounts_do_not_add_up"
    STATEMENTS = "statements"
    DISPUTE_BY = "dispute_by"
    DISPUTE_BY_TOO_EARLY = "dispute_by_too_early"
    CFPB_PAGE = "cfpb_page"
    PROMPTS = "prompts"


@dataclass(frozen=True, slots=True)
class Itemization:
    """How the debt grew from the itemization date to now. None is a blank field; an amount of 0 is not."""

    kind: ItemizationKind | None
    on: date | None
    amount_then: Money | None
    interest: Money | None
    fees: Money | None
    payments: Money | None  # what they took off, as a positive amount
    credits: Money | None  # likewise
    amount_now: Money | None


@dataclass(frozen=True, slots=True)
class ValidationNotice:
    """The content of one notice; names and addresses are personal data. A blank text is a missing one."""

    provided_on: date
    collector_name: str
    collector_address: str
    consumer_name: str
    consumer_address: str
    account_masked: str
    creditor_then: str  # to whom the debt was owed on the itemization date
    creditor_now: str
    itemization: Itemization
    statements: frozenset[Statement]
    dispute_by_on: date | None  # the end of the validation period, as the statements name it
    cfpb_page: str
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class NoticeTerms:
    """What a notice is held to; the sources stand beside it in the policy file."""

    cfpb_page: str
    account_digits_shown_max: int


def notice_problems(
    notice: ValidationNotice,
    period_ends_on: date,
    terms: NoticeTerms,
    earlier: Sequence[Itemization] = (),
) -> tuple[NoticeProblem, ...]:
    """Everything that is missing or does not add up; empty when the notice may be sent.

    `period_ends_on` is the last day of the validation period that sending it now starts; `earlier` are the
    itemizations that were already used for the debt.
    Source: USF-VAL-3, 12 CFR 1006.34(c) and (d), Model Form B-1.
    """
    said = {
        **_parties(notice, terms),
        **_dates(notice, earlier),
        **_amounts(notice.itemization),
        NoticeProblem.STATEMENTS: bool(frozenset(Statement) - notice.statements),
        NoticeProblem.DISPUTE_BY: notice.dispute_by_on is None,
        NoticeProblem.DISPUTE_BY_TOO_EARLY: notice.dispute_by_on is not None
        and notice.dispute_by_on < period_ends_on,
        NoticeProblem.CFPB_PAGE: terms.cfpb_page not in notice.cfpb_page,
        NoticeProblem.PROMPTS: notice.prompts != tuple(Prompt),
    }
    return tuple(problem for problem in NoticeProblem if said[problem])


def _parties(notice: ValidationNotice, terms: NoticeTerms) -> dict[NoticeProblem, bool]:
    texts = {
        NoticeProblem.COLLECTOR_NAME: notice.collector_name,
        NoticeProblem.COLLECTOR_ADDRESS: notice.collector_address,
        NoticeProblem.CONSUMER_NAME: notice.consumer_name,
        NoticeProblem.CONSUMER_ADDRESS: notice.consumer_address,
        NoticeProblem.ACCOUNT: notice.account_masked,
        NoticeProblem.CREDITOR_THEN: notice.creditor_then,
        NoticeProblem.CREDITOR_NOW: notice.creditor_now,
    }
    shown = sum(letter.isdigit() for letter in notice.account_masked)
    blank = {problem: not text.strip() for problem, text in texts.items()}
    return {**blank, NoticeProblem.ACCOUNT_NOT_MASKED: shown > terms.account_digits_shown_max}


def _dates(notice: ValidationNotice, earlier: Sequence[Itemization]) -> dict[NoticeProblem, bool]:
    kind, on = notice.itemization.kind, notice.itemization.on
    return {
        NoticeProblem.ITEMIZATION_KIND: kind is None,
        NoticeProblem.ITEMIZATION_DATE: on is None,
        NoticeProblem.ITEMIZATION_AFTER_NOTICE: on is not None and on > notice.provided_on,
        NoticeProblem.ITEMIZATION_INCONSISTENT: any((one.kind, one.on) != (kind, on) for one in earlier),
    }


def _amounts(itemization: Itemization) -> dict[NoticeProblem, bool]:
    fields = {
        NoticeProblem.AMOUNT_THEN: itemization.amount_then,
        NoticeProblem.INTEREST: itemization.interest,
        NoticeProblem.FEES: itemization.fees,
        NoticeProblem.PAYMENTS: itemization.payments,
        NoticeProblem.CREDITS: itemization.credits,
        NoticeProblem.AMOUNT_NOW: itemization.amount_now,
    }
    given = [amount for amount in fields.values() if amount is not None]
    same_currency = len({amount.currency for amount in given}) <= 1
    whole = same_currency and len(given) == len(fields)
    return {
        **{problem: amount is None for problem, amount in fields.items()},
        NoticeProblem.CURRENCIES_DIFFER: not same_currency,
        NoticeProblem.NEGATIVE_AMOUNT: any(amount.minor < 0 for amount in given),
        NoticeProblem.AMOUNTS_DO_NOT_ADD_UP: whole and not _adds_up(*given),
    }


def _adds_up(then: Money, interest: Money, fees: Money, payments: Money, credit: Money, now: Money) -> bool:
    return total([then, interest, fees, -payments, -credit], now.currency) == now
