"""Who would rather have a text than talk gets one, where it may be sent; in writing we go on as we are."""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Situation, gate, standing_silences
from arrears.dialogue.clarifying import what_waits
from arrears.domain.intents import DOUBTFUL, Heard, Intent
from arrears.domain.language.acts.texts_wished import wishes_for_a_text
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.domain.outreach import OutreachState
from arrears.domain.people import Channel
from arrears.phone.in_writing import ASK_DETAILS, TEXT_FOLLOWS
from arrears.phone.paying import text_with_a_link


def decided_on_a_text(situation: Situation) -> Decided | None:
    """The wish for a text, whatever its label; None where it is none, or one follows already."""
    heard = situation.heard
    harm = Intent.SELF_HARM in heard.intents and heard.confidence >= DOUBTFUL
    if harm or withdrawals(situation.text) or not wishes_for_a_text(situation.text):
        return None
    aloud = situation.conversation.channel is Channel.VOICE
    if aloud and {ASK_DETAILS, TEXT_FOLLOWS} & situation.said_last:
        return None
    return Heard(situation.message_id), _text_them if aloud else _go_on_here


def _text_them(situation: Situation) -> Answer:
    if standing_silences(situation):
        return gate(situation) or Answer(())
    row = text_with_a_link(situation)
    if row.state is OutreachState.REFUSED:
        return situation.answer("call.text_not")
    return situation.answer("call.text_now" if row.due_at <= situation.now else "call.text_later")


def _go_on_here(situation: Situation) -> Answer:
    then = what_waits(situation)
    if standing_silences(situation):
        return then
    return replace(then, said=(situation.say("text.here"), *then.said))
