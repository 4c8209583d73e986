"""Whether an e-mail address may be used, and from when a creditor's notice opens it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from arrears.domain.compliance.clocks.days import days_after


class EmailRefusal(StrEnum):
    """Why the creditor's notice does not open the address on the day."""

    COLLECTOR_NOT_NAMED = "collector_not_named"
    NOT_A_PUBLIC_DOMAIN = "not_a_public_domain"
    BOUNCED = "bounced"
    OPTED_OUT = "opted_out"
    TIME_TO_OPT_OUT_TOO_SHORT = "time_to_opt_out_too_short"
    TIME_TO_OPT_OUT_RUNS = "time_to_opt_out_runs"


@dataclass(frozen=True, slots=True)
class EmailTerms:
    """The numbers; their sources stand beside them in the policy file."""

    opt_out_days_min: int


@dataclass(frozen=True, slots=True)
class CreditorNotice:
    """What the creditor wrote to the person before handing the address over."""

    sent_on: date  # the latest day in the person's zones
    opt_out_by_on: date  # the date it names; that day still belongs to the person
    names_collector: bool
    public_domain: bool  # the address is of a domain that is open to the public
    bounced: bool = False
    opted_out: bool = False


def email_refusals(notice: CreditorNotice, today: date, terms: EmailTerms) -> tuple[EmailRefusal, ...]:
    """Every reason against using the address under the notice; empty when it may be used.

    Source: USF-EMAIL-1, 12 CFR 1006.6(d)(4)(ii).
    """
    said = {
        EmailRefusal.COLLECTOR_NOT_NAMED: not notice.names_collector,
        EmailRefusal.NOT_A_PUBLIC_DOMAIN: not notice.public_domain,
        EmailRefusal.BOUNCED: notice.bounced,
        EmailRefusal.OPTED_OUT: notice.opted_out,
        EmailRefusal.TIME_TO_OPT_OUT_TOO_SHORT: notice.opt_out_by_on
        < days_after(notice.sent_on, terms.opt_out_days_min),
        EmailRefusal.TIME_TO_OPT_OUT_RUNS: today <= notice.opt_out_by_on,
    }
    return tuple(refusal for refusal, holds in said.items() if holds)
