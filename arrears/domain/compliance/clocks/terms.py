"""The numbers of every clock, one part a subject."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.compliance.clocks.complaints import ComplaintTerms
from arrears.domain.compliance.clocks.consents import ConsentTerms
from arrears.domain.compliance.clocks.disputes import DisputeTerms
from arrears.domain.compliance.clocks.emails import EmailTerms
from arrears.domain.compliance.clocks.notice import NoticeTerms
from arrears.domain.compliance.clocks.pauses import PauseTerms
from arrears.domain.compliance.clocks.payments import PaymentTerms
from arrears.domain.compliance.clocks.reporting import ReportingTerms
from arrears.domain.compliance.clocks.retention import RetentionTerms
from arrears.domain.compliance.clocks.stops import StopTerms
from arrears.domain.compliance.clocks.texts import TextTerms
from arrears.domain.compliance.clocks.validation import ValidationTerms


@dataclass(frozen=True, slots=True)
class ClockTerms:
    """What `policy/clocks.yml` holds."""

    validation: ValidationTerms
    notice: NoticeTerms
    disputes: DisputeTerms
    complaints: ComplaintTerms
    pauses: PauseTerms
    payments: PaymentTerms
    reporting: ReportingTerms
    retention: RetentionTerms
    consents: ConsentTerms
    stops: StopTerms
    texts: TextTerms
    emails: EmailTerms
