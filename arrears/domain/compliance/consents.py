"""What a person last said about being contacted over a channel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.people import Channel


def consented(consents: Sequence[Consent], channel: Channel, now: datetime) -> bool:
    """Whether the last word about the channel is consent. No word is no consent."""
    last = last_word(consents, channel, now)
    return last is not None and last.action is ConsentAction.GIVEN


def withdrawn(consents: Sequence[Consent], channel: Channel, now: datetime) -> bool:
    """Whether the last word about the channel is that contact must stop."""
    last = last_word(consents, channel, now)
    return last is not None and last.action is ConsentAction.WITHDRAWN


def last_word(consents: Sequence[Consent], channel: Channel, now: datetime) -> Consent | None:
    """The latest entry that governs the channel; of two at one instant, the withdrawal.

    Leave dated in the future is not leave yet; a withdrawal holds whatever its date.
    """
    heard = [
        c for c in consents if _governs(c, channel) and (c.at <= now or c.action is ConsentAction.WITHDRAWN)
    ]
    return max(heard, key=lambda c: (c.at, c.action is ConsentAction.WITHDRAWN), default=None)


def _governs(consent: Consent, channel: Channel) -> bool:
    # STOP to a text revokes robocalls on the same matter too, and an AI voice is a robocall; consent to
    # texts gives no leave to call. Source: 47 CFR 64.1200(a)(10).
    stopped_by_text = consent.channel is Channel.SMS and consent.action is ConsentAction.WITHDRAWN
    return consent.channel in (None, channel) or (channel is Channel.VOICE and stopped_by_text)
