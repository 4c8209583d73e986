"""Steps that are no contact: reporting, taking money, handing the debt on.

Source: 12 CFR 1006.22(b)-(c), 1006.30; Regulation E, 12 CFR 1005.10.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.clocks.days import (
    Holidays,
    business_days_before,
    days_after,
    earliest_day,
    over_everywhere_at,
    weekdays_before,
)
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import ActKind, ContactFacts, ProposedAct
from arrears.domain.compliance.packs.us_federal.numbers import UsFederalNumbers
from arrears.domain.compliance.rule import HOUSE, ActRule, consumer, defer, deny, reg_f_binds, require


def furnish(n: UsFederalNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """No report before the person was spoken to, or was written to and the days for a bounce are over."""
    if act.kind is not ActKind.FURNISH or not _by_law(facts):
        return None
    if act.spoken_at is not None and act.spoken_at <= now:
        return None
    if act.notice_on is None or act.bounced:
        return deny("report_before_contact", lifts=Lifts.NOTICE_SENT)
    waits = ("days", n.furnish_wait_days)
    until = over_everywhere_at(days_after(act.notice_on, n.furnish_wait_days), n.zones(facts))
    if until > now:
        return defer("report_waits_for_bounce", until, waits)
    if act.bounced is None:
        return deny("bounce_unknown", waits, lifts=Lifts.FACT_KNOWN, missing="act.bounced")
    return None


def furnish_disputed(
    n: UsFederalNumbers, facts: ContactFacts, act: ProposedAct, now: datetime
) -> Said | None:
    """A disputed debt is reported as disputed."""
    if act.kind is not ActKind.FURNISH or not _by_law(facts):
        return None
    if facts.stands(SpecialStatus.DISPUTE) is None:
        return None
    return require(Duty.MARK_DISPUTED, "dispute_marked")


def deposit(n: UsFederalNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """Never before the date of the instrument, and a postdated one only after timely written notice."""
    if act.kind is not ActKind.DEPOSIT or not _by_law(facts):
        return None
    on = _day(n, facts, act, now)
    if act.dated_on is None:
        return deny("instrument_undated", lifts=Lifts.FACT_KNOWN, missing="act.dated_on")
    if on < act.dated_on:
        return deny("deposit_early", ("date", act.dated_on), lifts=Lifts.NEVER)
    if act.written_on is None:
        return deny("instrument_not_received", lifts=Lifts.FACT_KNOWN, missing="act.written_on")
    if act.dated_on <= days_after(act.written_on, n.postdated_days_without_notice):
        return None
    return _deposit_notice(n, act, on)


def _deposit_notice(n: UsFederalNumbers, act: ProposedAct, on: date) -> Said | None:
    least, most = n.deposit_notice_business_days_min, n.deposit_notice_business_days_max
    if act.holidays is None:
        return deny("holidays_unknown", lifts=Lifts.FACT_KNOWN, missing="act.holidays")
    # Holidays are left out where the last day is counted and counted in where the first one is, so that no
    # reading of "business day" makes the notice too late or too early.
    calendar = Holidays(act.holidays, frozenset({on.year - 1, on.year}))
    first_on, last_on = weekdays_before(on, most), business_days_before(on, least, calendar)
    if act.notice_on is not None and first_on <= act.notice_on <= last_on:
        return None
    return deny("deposit_notice_wanted", ("least", least), ("most", most), lifts=Lifts.NOTICE_SENT)


def charge(n: UsFederalNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """No fee or interest that neither the agreement nor the law allows: where the regulation binds."""
    return _charge(act) if _by_law(facts) else None


def charge_of_lender(
    n: UsFederalNumbers, facts: ContactFacts, act: ProposedAct, now: datetime
) -> Said | None:
    """The same, as policy, elsewhere."""
    return None if _by_law(facts) else _charge(act)


def _charge(act: ProposedAct) -> Said | None:
    if act.kind is not ActKind.CHARGE or act.authorised:
        return None
    return deny("charge_unauthorised", lifts=Lifts.NEVER, missing=_if_unknown(act.authorised, "authorised"))


def apply(n: UsFederalNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """No payment to a disputed debt, and none but where it was directed: where the regulation binds."""
    return _apply(facts, act) if _by_law(facts) else None


def apply_of_lender(n: UsFederalNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """The same, as policy, elsewhere."""
    return None if _by_law(facts) else _apply(facts, act)


def _apply(facts: ContactFacts, act: ProposedAct) -> Said | None:
    if act.kind is not ActKind.APPLY:
        return None
    if facts.stands(SpecialStatus.DISPUTE) is not None:
        return deny("payment_to_disputed_debt", lifts=Lifts.VERIFICATION_SENT)
    if act.directed:
        return None
    return deny("payment_not_directed", lifts=Lifts.PERSON, missing=_if_unknown(act.directed, "directed"))


def debit(n: UsFederalNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """No recurring debit without a signed authorisation, nor of another amount without notice in time."""
    if act.kind is not ActKind.DEBIT or not consumer(facts.debt):
        return None
    if not act.authorised:
        missing = _if_unknown(act.authorised, "authorised")
        return deny("debit_unauthorised", lifts=Lifts.CONSENT, missing=missing)
    days = n.varying_amount_notice_days
    due_on = _day(n, facts, act, now) - timedelta(days=days)
    if not act.amount_varies or (act.notice_on is not None and act.notice_on <= due_on):
        return None
    return deny("debit_notice_wanted", ("days", days), lifts=Lifts.NOTICE_SENT)


def discharged(n: UsFederalNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """What a bankruptcy court discharged is never collected, sold or placed."""
    if act.kind not in _COLLECTS or facts.stands(SpecialStatus.DISCHARGED) is None:
        return None
    return deny("discharged_for_good", lifts=Lifts.NEVER)


def stayed(n: UsFederalNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """Collection rests while a bankruptcy case is open."""
    if act.kind not in _COLLECTS or facts.stands(SpecialStatus.BANKRUPTCY) is None:
        return None
    return deny("stayed_by_bankruptcy", lifts=Lifts.PERSON)


def transfer(n: UsFederalNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """A debt that came of identity theft is not sold, placed or assigned."""
    if act.kind is not ActKind.TRANSFER or facts.stands(SpecialStatus.IDENTITY_THEFT) is None:
        return None
    return deny("transfer_after_identity_theft", lifts=Lifts.PERSON)


def _day(n: UsFederalNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> date:
    return act.on or earliest_day(now, n.zones(facts))


def _by_law(facts: ContactFacts) -> bool:
    return reg_f_binds(facts.place, facts.debt)


def _if_unknown(value: bool | None, name: str) -> str | None:
    return f"act.{name}" if value is None else None


_COLLECTS = frozenset({ActKind.COLLECT, ActKind.TRANSFER, ActKind.CHARGE, ActKind.DEBIT})


_FEES = "12 CFR 1006.22(b)"
_SEVERAL = "12 CFR 1006.30(c)"

RULES: tuple[ActRule[UsFederalNumbers], ...] = (
    ActRule("USF-CRA-1", "12 CFR 1006.30(a)", furnish),
    ActRule("USF-DISP-3", "12 CFR 1006.18(c)(2)", furnish_disputed),
    ActRule("USF-PAY-1", "12 CFR 1006.22(c)", deposit),
    ActRule("USF-PAY-2", _FEES, charge),
    ActRule("USF-PAY-2", f"{HOUSE}, after {_FEES}", charge_of_lender),
    ActRule("USF-PAY-3", _SEVERAL, apply),
    ActRule("USF-PAY-3", f"{HOUSE}, after {_SEVERAL}", apply_of_lender),
    ActRule("USF-PAY-4", "Regulation E, 12 CFR 1005.10(b) and (d)", debit),
    ActRule("VUL-03", "11 U.S.C. 524; 12 CFR 1006.30(b)", discharged),
    ActRule("VUL-03", "11 U.S.C. 362", stayed),
    ActRule("VUL-06", "15 U.S.C. 1681m(f)-(g); comment 30(b)(1)-2 to 12 CFR 1006", transfer),
)
