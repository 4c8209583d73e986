"""Tries at the identity question, appended and never edited."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, insert, select

from arrears.domain.identity import IdentityAttempt
from arrears.domain.ids import ContactPointId, ConversationId, PersonId
from arrears.store.memory import remembered
from arrears.store.tables.dialogue import identity_attempts

_OF_PERSON = (
    select(identity_attempts)
    .where(identity_attempts.c.person_id == bindparam("person_id"))
    .order_by(identity_attempts.c.at)
)


def append_attempt(tx: Connection, attempt: IdentityAttempt, *, key: str, factors: tuple[str, ...]) -> None:
    """Add a try; the key makes a repeat of the same one change nothing. Factors are names, not answers."""
    if tx.execute(select(identity_attempts.c.id).where(identity_attempts.c.id == key)).one_or_none() is None:
        tx.execute(
            insert(identity_attempts).values(
                id=key,
                person_id=attempt.person_id,
                conversation_id=attempt.conversation_id,
                contact_point_id=attempt.contact_point_id,
                matched=attempt.matched,
                factors=list(factors),
                at=attempt.at,
            )
        )


@remembered(identity_attempts)
def attempts_of(tx: Connection, person_id: PersonId) -> tuple[IdentityAttempt, ...]:
    """Every try about this person, oldest first."""
    rows = tx.execute(_OF_PERSON, {"person_id": person_id})
    return tuple(
        IdentityAttempt(
            person_id=PersonId(row.person_id),
            conversation_id=ConversationId(row.conversation_id),
            contact_point_id=ContactPointId(row.contact_point_id),
            matched=row.matched,
            at=row.at,
        )
        for row in rows
    )
