"""What interest is added while agreed payments are made: an estimate, since anything else may change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from arrears.domain.cases import Balance
from arrears.domain.interest import InterestTerms
from arrears.domain.money import Money
from arrears.domain.plans import Instalment
from arrears.domain.waterfall import spread


def interest_ahead(terms: InterestTerms, owed: Balance, payments: Iterable[Instalment], today: date) -> Money:
    """The interest from today to the last payment, each made on its day and laid over what is owed then."""
    added, since = Money.zero(owed.currency), today
    for payment in sorted(payments, key=lambda each: each.on):
        accrued = terms.accrued(owed.principal, max(0, (payment.on - since).days))
        added, since = added + accrued, max(since, payment.on)
        owed = Balance(owed.fees, owed.interest + accrued, owed.principal)
        pays = spread(payment.amount, owed)
        owed = Balance(owed.fees - pays.fees, owed.interest - pays.interest, owed.principal - pays.principal)
    return added
