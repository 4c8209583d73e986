"""Which contacts each rule of the packs looks at.

What a rule leaves alone is as much a part of it as what it forbids: help, the confirmation of a stop, and the
notices of the law reach the person, and an answer is no contact of our own initiative.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest

from arrears.domain.compliance.facts import Recipient
from arrears.domain.compliance.rule import Kind
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel
from tests.builders.every_rule import COLLECTED, LENT, PLACES, contact_rules, named

P, C = ContactPurpose, Channel
type Purposes = frozenset[ContactPurpose]
HELP = frozenset({P.OPT_OUT_CONFIRMATION, P.CRISIS})
TALK = frozenset({P.REPLY, P.SUPERVISOR})
NONE: Purposes = frozenset()
BEGUN = frozenset(P) - HELP
UNASKED = BEGUN - {P.NOTICE, P.CEASE_NOTICE}
ANSWERS = TALK | HELP

# fmt: off
LOOKS_AT = [  # purposes of what we begin, purposes of answers, and the rules (a rule's id, and its function)
    (UNASKED, NONE, """
        AU-TIME contacts; CA-ADAD-1 device_agreed; CA-ADAD-1 device_hours; CA-COM-1 judged; CA-ROS-1 calls;
        CA-ROS-1 others; CA-ROS-1 silence; CA-ROS-1 time; CN-3P-1 debtor_alone; CN-3P-2 relative_asked;
        CN-COMPL complained; CN-FREQ-1 calls; CN-FREQ-2 unanswered; CN-FREQ-P texts; CN-PLAN-1 card_hardship;
        CN-PLAN-1 plan_performs; CN-ROBOT consent; DC-FREQ-2 electronic; DC-FREQ-2 messages;
        DC-PLAN-1 plan_copy; EU-CCD2 forbearance; EU-NPL transfer_notice; FL-TIME-1 time; HK-1 third_parties;
        IN-2026 agent_named; IN-2026 borrower_alone; IN-2026 mourning; MA-FREQ-1 personal;
        MA-FREQ-2 not_at_work; MA-FREQ-2 work; MA-HH-1 window; MA-ID-1 named; MA-VAL-1 disputed;
        MA-VAL-1 validation; NY-EMAIL-1 email; NYC-ELEC-1 electronic; NYC-ELEC-1 one_word_opt_out;
        NYC-FREQ-1 contacts; OTHERS calls; OTHERS contacts_where_unknown; OTHERS texts;
        P-COMPLAINT-1 complaint; P-PLACE-1 place_avoided; P-REFUSAL-1 refused_to_lender;
        P-THIRD-1 third_parties; P-TOUCHES-1 touches; P-WEB-1 web_answers; PH-TIME third_parties;
        SG-1 licence; TCPA-AIV-1 mobiles; TCPA-AIV-2 landlines; TCPA-ID-2 opt_out; TCPA-RND-1 reassigned;
        TCPA-TEXT-1 texts; TCPA-TIME hours; TX-1 bond; UK-3P third_parties; UK-BS-1 breathing_space;
        UK-DISP disputed; UK-PLAN plan_in_the_making; USF-DISP-3 oral_dispute; USF-EMAIL-1 email_opened;
        USF-FREQ-1 seven_calls; USF-FREQ-2 silent_after_conversation; USF-FREQ-D other_debts;
        USF-FREQ-X1 asked_for; USF-FREQ-X2 not_connected; USF-FREQ-X3 to_offices; USF-FREQ-X4 wrong_person;
        USF-HARASS-1 all_media; USF-HARASS-1 calls_a_day; USF-HARASS-1 texts_sent;
        USF-MEDIA-1 medium_refused; USF-MEDIA-2 number_refused; USF-PLACE-1 avoided_place;
        USF-TEXT-60 text_fresh; USF-TIME-3 held_no_longer; USF-WORK-1 at_work; VUL-02 hardship;
        VUL-05 military; VUL-09 not_understanding; WA-FREQ-1 at_work; WA-FREQ-1 contacts;
        WA-FREQ-1 home_hours; WA-FREQ-1 mobile
    """),
    (BEGUN, ANSWERS, """
        CA-LIC-1 licence; MA-HH-1 household; NYC-REC-1 kept; P-TAKEOVER-1 takeover; REC-1 evidence;
        REC-LCM silent_on_voicemail; REC-US-1 recording_announced; REC-US-2 listening_announced;
        SPOUSE spouse; TCPA-MKT written_consent; TW-10DLC-1 third_party_texts;
        TW-10DLC-2 registered_as_owner; TW-10DLC-3 barred_product; TW-10DLC-4 registered;
        TW-CN-1 local_carrier_needed; TW-STOP-1 blocked; TX-1 disputed; USF-3PD-1 judge; USF-3PD-1 recipient;
        USF-3PD-2 judge; USF-3PD-2 somebody_elses; USF-ATT-1 attorney; USF-BUSY-1 busy; USF-CEASE-1 judge;
        USF-CEASE-1 refused_to_pay; USF-DISP-1 judge; USF-DISP-2 judge; USF-DISP-3 oral_dispute_marked;
        USF-SOC-1 in_public; VUL-01 self_harm; VUL-03 judge; VUL-04 judge; VUL-04 new_validation;
        VUL-05 chain_of_command; VUL-06 judge; VUL-07 judge; VUL-08 adviser; VUL-10 busy; VUL-11 judge
    """),
    (UNASKED, TALK, """
        CN-AI-1 person_offered; CN-ID-1 institution_named; CN-ID-1 purpose_stated; CN-REC-1 recorded;
        CN-ROBOT stopped; IN-2026 recorded; P-STOP-1 stopped; TCPA-STOP-1 listed; TCPA-STOP-2 by_text;
        TCPA-STOP-3 own_words; TCPA-STOP-4 other_means; TCPA-STOP-5 all_matters;
        TCPA-STOP-5 all_matters_by_policy
    """),
    (BEGUN, NONE, """
        AU-TIME time; CN-TIME time; CN-TIME-P named_hours; IN-TIME window; P-HOURS-1 named_hours;
        P-WINDOW-1 window; PH-TIME window; UK-TIME time; USF-TIME-1 window; USF-TIME-2 named_hours;
        USF-WORK-2 employers_email
    """),
    (UNASKED, ANSWERS - {P.OPT_OUT_CONFIRMATION}, """
        AI-ALL-1 machine_speaks; AI-CA-1 machine_online; AI-CN-1 labelled_in_china; AI-CO-1 machine_decides;
        AI-EU-1 machine_in_the_eu; AI-ME-1 machine_in_trade; AI-UT-1 machine_in_finance
    """),
    (BEGUN - {P.LOCATION}, TALK, "USF-LANG-1 languages; USF-MM-1 initial; USF-MM-2 later"),
    ({P.NOTICE}, NONE, "USF-LANG-2 notice_in_english; USF-VAL-4 notice_route"),
    ({P.CEASE_NOTICE}, NONE, "USF-CEASE-1 cease_notice"),
    ({P.REPLY}, {P.REPLY}, "P-REPLY-1 reply"),
    ({P.SUPERVISOR}, {P.SUPERVISOR}, "P-SUPERVISOR-1 supervisor"),
    (NONE, {P.OPT_OUT_CONFIRMATION}, "TCPA-STOP-1 opt_out_confirmation"),
    (NONE, {P.CRISIS}, "VUL-01 crisis"),
    ({P.CEASE_NOTICE, P.NOTICE}, NONE, "P-NOTICE-1 notice"),
    ({P.LOCATION}, NONE, "USF-LOC-1 location"),
    (UNASKED - {P.LOCATION}, TALK, "USF-VAL-1 validation_owed"),
    (UNASKED - {P.LOCATION}, NONE, "USF-VAL-1 validation_late"),
    (BEGUN, ANSWERS - {P.CRISIS}, "TCPA-ID-1 judge"),
    (UNASKED - {P.CALLBACK}, NONE, "DC-FREQ-1 calls"),
    (UNASKED, ANSWERS, "NY-SUB-1 substantiation"),
]
OVER = [  # rules that look at some channels only
    ({C.VOICE}, """
        CA-ADAD-1 device_agreed; CA-ADAD-1 device_hours; CA-COM-1 judged; CA-ROS-1 calls; CA-ROS-1 silence;
        CN-FREQ-1 calls; CN-FREQ-2 unanswered; CN-REC-1 recorded; DC-FREQ-1 calls; IN-2026 recorded;
        MA-ID-1 named; OTHERS calls; REC-LCM silent_on_voicemail; REC-US-1 recording_announced;
        REC-US-2 listening_announced; TCPA-AIV-1 mobiles; TCPA-AIV-2 landlines; TCPA-ID-1 judge;
        TCPA-ID-2 opt_out; USF-FREQ-1 seven_calls; USF-FREQ-2 silent_after_conversation;
        USF-FREQ-D other_debts; USF-FREQ-X2 not_connected; USF-FREQ-X3 to_offices; USF-FREQ-X4 wrong_person;
        USF-HARASS-1 calls_a_day
    """),
    ({C.SMS, C.VOICE}, """
        MA-FREQ-1 personal; MA-FREQ-2 not_at_work; MA-FREQ-2 work; MA-HH-1 window; TCPA-MKT written_consent;
        TCPA-RND-1 reassigned; TCPA-STOP-1 listed; TCPA-STOP-2 by_text; TCPA-STOP-3 own_words;
        TCPA-STOP-4 other_means; TCPA-STOP-5 all_matters; TCPA-STOP-5 all_matters_by_policy; TCPA-TIME hours;
        WA-FREQ-1 home_hours; WA-FREQ-1 mobile
    """),
    ({C.SMS}, """
        CN-FREQ-P texts; OTHERS texts; TCPA-TEXT-1 texts; TW-10DLC-1 third_party_texts;
        TW-10DLC-2 registered_as_owner; TW-10DLC-3 barred_product; TW-10DLC-4 registered; TW-STOP-1 blocked;
        USF-HARASS-1 texts_sent; USF-TEXT-60 text_fresh
    """),
    ({C.EMAIL, C.SMS, C.WEB}, """
        DC-FREQ-2 electronic; DC-FREQ-2 messages; NYC-ELEC-1 electronic; NYC-ELEC-1 one_word_opt_out;
        USF-TIME-3 held_no_longer; USF-VAL-4 notice_route
    """),
    ({C.EMAIL}, "NY-EMAIL-1 email; USF-EMAIL-1 email_opened; USF-WORK-2 employers_email"),
    ({C.EMAIL, C.LETTER, C.SMS, C.WEB}, "CA-LIC-1 licence"),
    ({C.EMAIL, C.SMS, C.VOICE, C.WEB}, "FL-TIME-1 time"),
    ({C.WEB}, "AI-CA-1 machine_online"),
    ({C.SMS, C.VOICE, C.WEB}, "AI-ME-1 machine_in_trade"),
]
# fmt: on


def kinds() -> Iterator[Kind]:
    """Every sort of contact that makes a difference to a scope."""
    whom = (Recipient.PERSON, Recipient.SPOUSE, Recipient.REPRESENTATIVE, Recipient.OTHER)
    for channel, purpose, recipient, *rest in product(
        Channel, ContactPurpose, whom, Carrier, (True, False), (True, False)
    ):
        carrier, automated, voicemail = rest
        for answer in (True, False) if purpose in TALK else (purpose in HELP,):
            yield Kind(channel, carrier, purpose, recipient, automated, voicemail, answer)


@cache
def looked_at() -> dict[str, list[tuple[Purposes, Purposes, frozenset[Channel]]]]:
    """By rule: purposes of what we begin, purposes of answers, and channels."""
    seen: dict[str, list[tuple[Purposes, Purposes, frozenset[Channel]]]] = {}
    every, where = tuple(kinds()), tuple(product(PLACES, (COLLECTED, LENT)))
    for name, rule in contact_rules():
        found = [kind for kind in every if any(rule.scope(*each, kind) for each in where)]
        begun = frozenset(kind.purpose for kind in found if not kind.answer)
        answered = frozenset(kind.purpose for kind in found if kind.answer)
        seen.setdefault(name, []).append((begun, answered, frozenset(kind.channel for kind in found)))
    return seen


@pytest.mark.parametrize(("begun", "answered", "names"), LOOKS_AT)
def test_a_rule_looks_at_these_purposes_and_no_others(
    begun: Purposes, answered: Purposes, names: str
) -> None:
    found = {name for name, seen in looked_at().items() if (begun, answered) in [each[:2] for each in seen]}
    assert found == named(names)


def test_a_rule_looks_at_every_channel_or_at_those_of_the_table() -> None:
    told = {(name, frozenset(channels)) for channels, names in OVER for name in named(names)}
    seen = {(name, channels) for name, each in looked_at().items() for _, _, channels in each}
    assert {each for each in seen if each[1] != frozenset(Channel)} == told


def test_every_rule_stands_in_the_table() -> None:
    assert set().union(*[named(names) for _, _, names in LOOKS_AT]) == looked_at().keys()
