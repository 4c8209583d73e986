"""How long collection rests after a dispute, what ends the rest, and by when we owe an answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from arrears.domain.compliance.clocks.days import Holidays, business_days_after, days_after
from arrears.domain.compliance.clocks.periods import Awaits, Period, Rest


class DisputeForm(StrEnum):
    """How it reached us; any text, chat, form or e-mail that we accept is written."""

    WRITTEN = "written"
    ORAL = "oral"


class Wish(StrEnum):
    """What the person wants."""

    DISPUTE = "dispute"
    ORIGINAL_CREDITOR = "original_creditor"


class AnswerKind(StrEnum):
    """What was sent in answer."""

    VERIFICATION = "verification"
    JUDGMENT_COPY = "judgment_copy"
    DUPLICATE_NOTICE = "duplicate_notice"  # that the dispute repeats one which was answered before
    CREDITOR_NAMED = "creditor_named"
    SAME_CREDITOR = "same_creditor"  # the original creditor is the present one


class Grounds(StrEnum):
    """What is known of a dispute's grounds."""

    VALID = "valid"
    POSSIBLY_VALID = "possibly_valid"
    UNKNOWN = "unknown"
    SHOWN_INVALID = "shown_invalid"  # by the firm, which carries the burden


@dataclass(frozen=True, slots=True)
class DisputeTerms:
    """The numbers; their sources stand beside them in the policy file."""

    pause_business_days: int
    new_york_instructions_days_oral: int
    new_york_instructions_days_written: int
    new_york_substantiation_days: int
    texas_correction_days: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """A dispute of the debt, or a request for the original creditor."""

    received_on: date  # the earliest day in the person's zones
    form: DisputeForm
    wish: Wish = Wish.DISPUTE


@dataclass(frozen=True, slots=True)
class Answer:
    """What was sent, and the particulars on which its effect depends."""

    kind: AnswerKind
    sent_on: date
    bounced: bool = False  # it counts as not sent
    first_class_mail: bool = False
    gives_reasons: bool = False  # of a duplicate notice
    earlier_reply_on: date | None = None  # named in a duplicate notice


def dispute_rest(dispute: Dispute, period: Period | None, terms: DisputeTerms, holidays: Holidays) -> Rest:
    """How long collection of what is disputed rests.

    Written within the validation period, or before one began: until it is answered. Oral or late: the law
    asks for no rest and house policy gives some business days (P). Raises: HolidaysUnknownError.
    Source: USF-DISP-1, 12 CFR 1006.38(d), comment 38-1; USF-DISP-2, 1006.38(c); USF-DISP-3, 1006.18(c)(2) and
    1006.30(c).
    """
    in_time = period is None or dispute.received_on <= period.last_on
    if dispute.form is DisputeForm.WRITTEN and in_time:
        return Rest(dispute.received_on, None, _AWAITED[dispute.wish])
    last_on = business_days_after(dispute.received_on, terms.pause_business_days, holidays)
    return Rest(dispute.received_on, last_on)


def answered_on(
    dispute: Dispute, answers: Iterable[Answer], *, by_first_class_mail: bool = False
) -> date | None:
    """The day of the first answer that ends the rest; None while there is none.

    `by_first_class_mail` is asked for in Massachusetts (MA-VAL-1, 940 CMR 7.08).
    Source: USF-DISP-1, 12 CFR 1006.38(d); USF-DISP-2, 12 CFR 1006.38(c).
    """
    fitting = (
        answer.sent_on
        for answer in answers
        if _settles(dispute, answer) and (answer.first_class_mail or not by_first_class_mail)
    )
    return min(fitting, default=None)


def new_york_instructions_due_on(dispute: Dispute, terms: DisputeTerms) -> date:
    """The last day on which written instructions for asking for substantiation go out.

    Third parties and charged-off debts only. Source: NY-SUB-1, 23 NYCRR 1.4.
    """
    match dispute.form:
        case DisputeForm.ORAL:
            return days_after(dispute.received_on, terms.new_york_instructions_days_oral)
        case DisputeForm.WRITTEN:
            return days_after(dispute.received_on, terms.new_york_instructions_days_written)


def new_york_substantiation_due_on(requested_on: date, terms: DisputeTerms) -> date:
    """The last day on which a charged-off debt is substantiated. Source: NY-SUB-1, 23 NYCRR 1.4."""
    return days_after(requested_on, terms.new_york_substantiation_days)


def new_york_rest(dispute: Dispute, substantiated_on: date | None) -> Rest | None:
    """Collection of a charged-off debt rests until it is substantiated, oral disputes among the causes.

    None when this collector had substantiated it before the dispute came. Source: NY-SUB-1, 23 NYCRR 1.4.
    """
    if substantiated_on is not None and substantiated_on < dispute.received_on:
        return None
    return Rest(dispute.received_on, substantiated_on, Awaits.SUBSTANTIATION)


def texas_correction_due_on(dispute: Dispute, terms: DisputeTerms) -> date:
    """The last day on which a disputed item is corrected. Source: TX-1, Texas Finance Code 392."""
    return days_after(dispute.received_on, terms.texas_correction_days)


def uk_dispute_rest(dispute: Dispute, grounds: Grounds) -> Rest | None:
    """Recovery rests while the grounds are valid or may be; None once the firm has shown that they are not.

    Source: UK-DISP, CONC 7.14.1R and 7.14.4R.
    """
    if grounds is Grounds.SHOWN_INVALID:
        return None
    return Rest(dispute.received_on, None, Awaits.RESOLUTION)


_AWAITED = {Wish.DISPUTE: Awaits.VERIFICATION, Wish.ORIGINAL_CREDITOR: Awaits.ORIGINAL_CREDITOR}


def _settles(dispute: Dispute, answer: Answer) -> bool:
    if answer.bounced or answer.sent_on < dispute.received_on:
        return False
    match answer.kind:
        case AnswerKind.VERIFICATION | AnswerKind.JUDGMENT_COPY:
            return dispute.wish is Wish.DISPUTE
        case AnswerKind.CREDITOR_NAMED | AnswerKind.SAME_CREDITOR:
            return dispute.wish is Wish.ORIGINAL_CREDITOR
        case AnswerKind.DUPLICATE_NOTICE:
            return answer.gives_reasons and _replied_before(dispute, answer)


def _replied_before(dispute: Dispute, answer: Answer) -> bool:
    return answer.earlier_reply_on is not None and answer.earlier_reply_on <= dispute.received_on
