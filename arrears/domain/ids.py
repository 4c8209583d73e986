"""Identifiers, one type each, so that a case can never be passed where a person is meant."""

from typing import NewType

PersonId = NewType("PersonId", str)
EnterpriseId = NewType("EnterpriseId", str)
CaseId = NewType("CaseId", str)
ContactPointId = NewType("ContactPointId", str)
OutreachId = NewType("OutreachId", str)
PermitId = NewType("PermitId", str)
ConversationId = NewType("ConversationId", str)
TurnId = NewType("TurnId", str)
MessageId = NewType("MessageId", str)
"""Our id of one inbound message; every effect of it is keyed by (message id, step)."""
OfferId = NewType("OfferId", str)
PlanId = NewType("PlanId", str)
PromiseId = NewType("PromiseId", str)
PaymentId = NewType("PaymentId", str)
TransactionId = NewType("TransactionId", str)
LinkId = NewType("LinkId", str)
VisitId = NewType("VisitId", str)
HandoverId = NewType("HandoverId", str)
ApprovalId = NewType("ApprovalId", str)
ContactChangeId = NewType("ContactChangeId", str)
UserId = NewType("UserId", str)
CallId = NewType("CallId", str)
RecordingId = NewType("RecordingId", str)
CardPaymentId = NewType("CardPaymentId", str)
