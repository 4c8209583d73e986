"""Which of several intents comes first, and which must never be missed.

Source: the inventory of intents of this project (nlu_data/README.md). The application has the same order in
`arrears/domain/intents.py`; a test compares them.
"""

from __future__ import annotations

OUT_OF_SCOPE, SELF_HARM = "out_of_scope", "self_harm"
PRIORITY = (
    "self_harm",
    "stop_texts",
    "cease_contact",
    "attorney_represented",
    "bankruptcy",
    "deceased",
    "wrong_number",
    "third_party",
    "third_party_inquiry",
    "military",
    "dispute",
    "already_paid",
    "request_validation",
    "complaint_regulator",
    "request_human",
    "verify_identity",
)
SAFETY = tuple(i for i in PRIORITY[: PRIORITY.index("dispute") + 1] if i != "military")
"""Service is no wish and no statement that ends contact: it only leads."""


def leading(intents: list[str]) -> str:
    """The one that is handled first: by PRIORITY, then as said; nothing in scope yields to what is not."""
    ranks = {intent: i for i, intent in enumerate(PRIORITY)}
    return min(intents, key=lambda i: (ranks.get(i, len(ranks)), i == OUT_OF_SCOPE, intents.index(i)))
