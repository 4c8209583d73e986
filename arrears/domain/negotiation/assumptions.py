"""The numbers behind belief, worth and terms, in one place.

Nearly all are judgement: no public data tells what a borrower could have paid, or would have accepted. They
rank offers and measure concessions; what may be asked is bound by the policy and by what the borrower said. A
lender replaces them by its own experience.

On the tuning families of the simulated borrowers agreement and the harmonic mean moved by at most 0.1 points
when USUAL_SHARE, IN_HARDSHIP, KEPT_A_MONTH or AGREED_BREAKS_AT was changed: they stay as judged.
"""

from __future__ import annotations

from typing import Final

# What a borrower may be able to pay a month.

USUAL_SHARE: Final = 0.12
"""Of the balance, the middle of the prior. Judgement: plans of eight to nine months are common."""
SPREAD: Final = 0.9
"""Of its logarithm. Judgement: two of three borrowers lie between 5 and 30 per cent of the balance."""
ROLL_DOWN: Final = 0.8
"""Per 90 days past due, at most four times. Judgement: who could pay more has mostly done so."""
COMMERCIAL: Final = 1.25
"""Of a business against a consumer, where the purpose is known. Judgement: takings, not a wage."""
KEPT: Final = 1.1
"""Per promise kept, at most three. Judgement; the direction is that of every scorecard."""
BROKEN: Final = 0.8
"""Per promise broken, at most three. Judgement, as above."""
IN_HARDSHIP: Final = 0.5
"""Of who says that they are in hardship. Judgement."""
PROPOSED_SHARE: Final = 0.75
"""What people propose of what they can. Judgement: the room that haggling leaves."""
PROPOSED_SPREAD: Final = 0.5
"""Of its logarithm. Judgement."""
LIMIT_SPREAD: Final = 0.4
"""How near a stated limit is to what they can; a ceiling besides. Judgement."""

# Whether terms are agreed.

AGREED_AS_PROPOSED: Final = 0.97
"""Of their own proposal, read back. Judgement."""
AGREED_AT_EASE: Final = 0.85
"""Of other terms that are easy to meet. Judgement."""
AGREED_BREAKS_AT: Final = 1.0
"""The multiple of their means at which half of these are agreed. Judgement."""
AGREED_STEEPNESS: Final = 6.0
"""How sharply that falls. Judgement."""

# What is kept of a plan.

KEPT_AT_EASE: Final = 0.95
"""Share of an easy payment due today that arrives. Judgement."""
KEPT_BREAKS_AT: Final = 1.15
"""The multiple of their means at which half of it arrives. Judgement."""
KEPT_STEEPNESS: Final = 5.0
"""How sharply that falls. Judgement."""
KEPT_A_MONTH: Final = 0.985
"""Per month until a payment is due. Judgement: jobs end, and minds change."""
DISCOUNT_A_MONTH: Final = 0.99
"""Money later is worth less: 12 to 13 per cent a year, the price of a lender's capital. Judgement."""
MACHINE: Final = 0.97
"""Promises to machines bind a little less: Choi, Huang, Yang and Zhang, NBER w33669 (2025), find that AI
callers collect several points less, for good. The direction is theirs, the factor judgement."""
OWN_AMOUNT: Final = 0.8
"""Of the payments that would be missed, those missed where borrowers set the amount: FICO reports that such
agreements default less, without a figure that we could check. The factor is judgement."""

# What is planned after a first payment.

REST_PERCENT: Final = 30
"""Of a part payment that they proposed, below half of the balance: what each payment after it is, where the
authority lets them be so small. A first payment comes out of what was saved up, and that comes once.
Judgement, tuned on the tuning families: at 30 half as many choose the part payment alone as at 100."""
