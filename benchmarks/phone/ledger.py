"""What the product has written down of the calls, read from its database."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from arrears.domain.conversations import Turn
from arrears.domain.ids import ConversationId
from arrears.domain.outreach import OutreachState
from arrears.store import Store, Tx, conversations, inbound, open_store
from arrears.store import outreach as outreach_rows
from arrears.store.tables.calls import calls
from arrears.store.tables.contact import outreach
from arrears.store.types import Cipher
from benchmarks.phone.checks import Kept, Said


def store_of(env: dict[str, str]) -> Store:
    """The database of a world, opened with its keys."""
    return open_store(
        env["ARREARS_DATABASE_URL"], Cipher((env["ARREARS_DATA_KEYS"],), env["ARREARS_INDEX_KEY"])
    )


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every call, and what is left undone."""

    calls: tuple[Kept, ...]
    open_messages: int
    unsettled: int  # contacts on calls that are neither made nor given up


def read(store: Store) -> Ledger:
    """The whole of it."""
    o = outreach.c
    with store.read() as tx:
        kept = tuple(_kept(tx, row) for row in tx.execute(sa.select(calls)))
        going = sa.and_(o.channel == "voice", o.state.in_(("due", "claimed")), o.conversation_id.is_not(None))
        left = tx.execute(sa.select(sa.func.count()).where(going)).scalar_one()
        return Ledger(kept, inbound.count_open(tx), left)


def _kept(tx: Tx, row: sa.Row[tuple[object, ...]]) -> Kept:
    talk = row.conversation_id
    turns = () if talk is None else conversations.turns_of(tx, ConversationId(talk))
    return Kept(
        sid=row.carrier_ref,
        state=row.state,
        outcome=row.outcome,
        outreach_id=row.outreach_id,
        conversation_id=talk,
        resumed=row.resumed,
        said=tuple(_said(tx, turn) for turn in turns),
    )


def _said(tx: Tx, turn: Turn) -> Said:
    """The turn; one of ours that had no leave was heard by nobody."""
    state = None if turn.outreach_id is None else outreach_rows.load(tx, turn.outreach_id).state
    heard = "" if state in (OutreachState.REFUSED, OutreachState.FAILED) else turn.heard
    keys = [key for entry in turn.answered_by for key in entry.get("templates", ())]
    return Said(str(turn.speaker), turn.text, heard, tuple(keys))
