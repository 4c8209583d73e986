"""The ways of paying that a lender approves; their words are policy."""

from __future__ import annotations

from enum import StrEnum


class PaymentWay(StrEnum):
    """A way that needs no card or account number in a text."""

    BANK_TRANSFER = "bank_transfer"  # to the account of the agreement
    PHONE = "phone"  # with staff, at the lender's own number
    ONLINE = "online"  # on the lender's own site or in its app, where the borrower signs in
    BRANCH = "branch"
