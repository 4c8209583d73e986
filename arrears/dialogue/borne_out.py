"""What of a turn its words bear out, before anything is done about it; a person reads the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from arrears.dialogue.answering import Decision, Situation, hand_over
from arrears.dialogue.clarifying import out_of_scope
from arrears.dialogue.only_hours import without_a_stop
from arrears.dialogue.relieving import in_earnest
from arrears.domain.doubts import SOMEBODY
from arrears.domain.intents import STOPS, Heard, Intent, first_of
from arrears.domain.language.acts.business_talk import speaks_of_business
from arrears.domain.language.acts.fears_for_self import fears_for_self
from arrears.domain.language.acts.safe_again import says_safe, says_well
from arrears.domain.language.acts.words_of_ends import may_say, stops_texts
from arrears.domain.language.means.no_hardship import only_in_figures
from arrears.domain.language.people.own_loan import speaks_of_own_loan


def with_what_is_certain(
    situation: Situation, decide: Decision, decisions: Mapping[Intent, Decision]
) -> tuple[Situation, Decision]:
    """The turn, and the decision about it, without what it only possibly says; a person reads that.

    Where that had led, the rest is decided by `decisions`.
    """
    meant = replace(situation, heard=without_a_stop(situation.heard, situation.text))
    heard = _without_the_faint(replace(meant, heard=_borne_out(meant)))
    heard = in_earnest(heard, situation.text)
    if heard.intent is not situation.heard.intent and heard.intent is not None:
        decide = decisions.get(heard.intent, out_of_scope)
    denied = situation.heard.doubted & SOMEBODY - situation.heard.faint  # by words of their own loan
    to_read = tuple(each for each in heard.possibly if each not in denied)
    if to_read:
        hand_over(situation, reason_for(heard), to_read)
    if heard.intent not in heard.possibly:
        return replace(situation, heard=heard), decide
    leads = first_of(heard.others or (Intent.OUT_OF_SCOPE,))
    others = tuple(each for each in heard.others if each is not leads)
    heard = replace(heard, intent=leads, others=others)
    return replace(situation, heard=heard), decisions.get(leads, out_of_scope)


def _borne_out(situation: Situation) -> Heard:
    """What was heard, without the doubts that its words end; beside self-harm a person reads the others."""
    heard = situation.heard
    sure = frozenset(each for each in heard.likely if _says(each, situation.text))
    doubted = heard.doubted - sure
    if Intent.SELF_HARM not in sure:
        return replace(heard, doubted=doubted, faint=heard.faint - sure)
    possibly = tuple(each for each in heard.intents if each in doubted - STOPS)
    leads = heard.led_by(Intent.SELF_HARM)
    others = tuple(each for each in leads.others if each not in possibly)
    kept = heard.possibly + possibly
    return replace(leads, others=others, doubted=frozenset(), faint=frozenset(), possibly=kept)


def _says(label: Intent, text: str) -> bool:
    return fears_for_self(text) if label is Intent.SELF_HARM else stops_texts(text)


def reason_for(heard: Heard) -> str:
    """Why a person reads it: urgently, where self-harm was heard and not in faint odds."""
    fears = Intent.SELF_HARM in heard.possibly and Intent.SELF_HARM in heard.likely
    return reason(Intent.SELF_HARM if fears else Intent.OUT_OF_SCOPE)


def _without_the_faint(situation: Situation) -> Heard:
    """What was heard, where of the faint doubts only those are left of which a word may be.

    Who speaks of their own loan, or says that they are well, leaves no doubt of the opposite; who tells of
    their business and nothing else, none of harm or of a stop, and nobody is called urgently for it.
    """
    heard, text = situation.heard, situation.text
    of_business = speaks_of_business(text)
    faint = frozenset(each for each in heard.faint if not _may_say(each, text))
    if speaks_of_own_loan(text):
        faint |= heard.doubted & SOMEBODY
    if says_safe(text) or says_well(text):  # whatever the label, it is the opposite
        faint |= heard.doubted & {Intent.SELF_HARM}
    if of_business:
        faint |= heard.doubted & (STOPS | {Intent.SELF_HARM, Intent.DISPUTE})
    if situation.party is not None and only_in_figures(text):
        faint |= frozenset(each for each in heard.doubted & SOMEBODY if not may_say(each, text))
    return replace(
        heard,
        likely=heard.likely - {Intent.SELF_HARM} if of_business else heard.likely,
        others=tuple(each for each in heard.others if each not in faint),
        doubted=heard.doubted - faint,
        possibly=(*heard.possibly, *(each for each in heard.intents if each in faint)),
    )


def _may_say(label: Intent, text: str) -> bool:
    return fears_for_self(text) if label is Intent.SELF_HARM else may_say(label, text)


def reason(label: Intent) -> str:
    """Why a person sees to it."""
    return "self_harm" if label is Intent.SELF_HARM else "also_said"
