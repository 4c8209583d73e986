"""What each rule of the packs cites, and where its citation is the law."""

from collections.abc import Callable, Iterable
from itertools import product

from arrears.domain.compliance.facts import Debt, Place
from tests.builders.every_rule import COLLECTED, DEBTS, OWN, PLACES, act_rules, contact_rules, named

# fmt: off
CONTACTS = {
    "10 M.R.S. 1500-DD": "AI-ME-1 machine_in_trade",
    "11 U.S.C. 362 and 1301; 12 CFR 1006.30(b)": "VUL-03 judge",
    "11 U.S.C. 524": "VUL-03 judge",
    "12 CFR 1006.10": "USF-LOC-1 location",
    "12 CFR 1006.100": "REC-1 evidence",
    "12 CFR 1006.14(b)(2)(i)(A)": "USF-FREQ-1 seven_calls",
    "12 CFR 1006.14(b)(2)(i)(B)": "USF-FREQ-2 silent_after_conversation",
    "12 CFR 1006.14(b)(3)(i)": "USF-FREQ-X1 asked_for",
    "12 CFR 1006.14(b)(3)(ii)": "USF-FREQ-X2 not_connected",
    "12 CFR 1006.14(b)(3)(iii)": "USF-FREQ-X3 to_offices",
    "12 CFR 1006.14(b)(4)": "USF-FREQ-D other_debts",
    "12 CFR 1006.14(h)(1)": "USF-MEDIA-1 medium_refused",
    "12 CFR 1006.14(h); comments 14(h)(1)-2 and -3.ii": "USF-MEDIA-2 number_refused",
    "12 CFR 1006.18(c)(2) and 1006.30(c)": "USF-DISP-3 oral_dispute; USF-DISP-3 oral_dispute_marked",
    "12 CFR 1006.18(e)(1); comment 18(e)(1)-1": "USF-MM-1 initial",
    "12 CFR 1006.18(e)(2)": "USF-MM-2 later",
    "12 CFR 1006.18(e)(4)": "USF-LANG-1 languages",
    "12 CFR 1006.2(j)": "REC-LCM silent_on_voicemail",
    "12 CFR 1006.22(f)(3)": "USF-WORK-2 employers_email",
    "12 CFR 1006.22(f)(4); comment 18(d)-1": "USF-SOC-1 in_public",
    "12 CFR 1006.34(a)(1)": "USF-VAL-1 validation_owed",
    "12 CFR 1006.34(a)(1)(i)(B)": "USF-VAL-1 validation_late",
    "12 CFR 1006.34(a)(1), comment 34(a)(1)-1": "VUL-04 new_validation",
    "12 CFR 1006.34(e)": "USF-LANG-2 notice_in_english",
    "12 CFR 1006.38(c) and (d)": "USF-DISP-2 judge",
    "12 CFR 1006.38(d)(2)": "USF-DISP-1 judge",
    "12 CFR 1006.42; comments 42(a)(1)-2 and -4": "USF-VAL-4 notice_route",
    "12 CFR 1006.6(a) and (d)(1)": "USF-3PD-1 recipient",
    "12 CFR 1006.6(a)(2)": "VUL-07 judge",
    "12 CFR 1006.6(a)(4)": "VUL-04 judge",
    "12 CFR 1006.6(b)(1)(i); comment 6(b)(1)(i)-1": "USF-TIME-3 held_no_longer",
    "12 CFR 1006.6(b)(1)(i); comment 6(b)(1)(i)-2": "USF-TIME-1 window",
    "12 CFR 1006.6(b)(1)(ii)": "USF-PLACE-1 avoided_place",
    "12 CFR 1006.6(b)(1); comment 6(b)(1)-1": "USF-TIME-2 named_hours",
    "12 CFR 1006.6(b)(2); comment 6(b)(2)-1": "USF-ATT-1 attorney",
    "12 CFR 1006.6(b)(3); comment 6(b)(3)-1": "USF-WORK-1 at_work",
    "12 CFR 1006.6(c)(1)": "USF-CEASE-1 judge; USF-CEASE-1 refused_to_pay",
    "12 CFR 1006.6(c)(2)": "USF-CEASE-1 cease_notice",
    "12 CFR 1006.6(c)(2), 1006.34(a), 1006.38": "P-NOTICE-1 notice",
    "12 CFR 1006.6(d)(1)": "USF-3PD-1 judge",
    "12 CFR 1006.6(d)(3)": "USF-3PD-2 judge",
    "12 CFR 1006.6(d)(3) and (5); comment 6(d)(5)-1": "USF-TEXT-60 text_fresh",
    "12 CFR 1006.6(d)(3)(ii)": "USF-3PD-2 somebody_elses",
    "12 CFR 1006.6(d)(4)": "USF-EMAIL-1 email_opened",
    "209 CMR 18.16(1)(c)": "MA-FREQ-2 not_at_work",
    "23 NYCRR 1.4": "NY-SUB-1 substantiation",
    "23 NYCRR 1.6": "NY-EMAIL-1 email",
    "47 CFR 64.1200(a)(10)": "TCPA-STOP-1 listed; TCPA-STOP-2 by_text; TCPA-STOP-3 own_words",
    "47 CFR 64.1200(a)(10); DA 26-12": "TCPA-STOP-5 all_matters",
    "47 CFR 64.1200(a)(11)": "TCPA-STOP-4 other_means",
    "47 CFR 64.1200(a)(12); 12 CFR 1006.14(h)(2)(i)": "TCPA-STOP-1 opt_out_confirmation",
    "47 CFR 64.1200(a)(2), (c)(2) and (f)(9)": "TCPA-MKT written_consent",
    "47 CFR 64.1200(a)(3)(iii)": "TCPA-AIV-2 landlines",
    "47 CFR 64.1200(a)(3)(iii) and (b)(3)": "TCPA-ID-2 opt_out",
    "47 CFR 64.1200(b)(1)": "TCPA-ID-1 judge",
    "47 CFR 64.1200(b)(2)": "TCPA-ID-1 judge",
    "47 CFR 64.1200(c)(1)": "TCPA-TIME hours",
    "47 U.S.C. 227(b)(1)(A); 47 CFR 64.1200(a)(1)": "TCPA-TEXT-1 texts",
    "47 U.S.C. 227(b)(1)(A); FCC 24-17; FCC 07-232": "TCPA-AIV-1 mobiles",
    "50 U.S.C. 3931, 3937 and 3952; 10 U.S.C. 987": "VUL-05 military",
    "6 RCNY 2-193": "NYC-REC-1 kept",
    "6 RCNY 5-77": "NYC-ELEC-1 electronic; NYC-ELEC-1 one_word_opt_out; NYC-FREQ-1 contacts",
    "940 CMR 7.04(1)(d)": "MA-ID-1 named",
    "940 CMR 7.04(1)(f); 209 CMR 18.16(1)(d)": "MA-FREQ-1 personal; MA-FREQ-2 work",
    "940 CMR 7.05": "MA-HH-1 household; MA-HH-1 window",
    "940 CMR 7.08": "MA-VAL-1 disputed; MA-VAL-1 validation",
    "ACCC and ASIC, Debt collection guideline (RG 96), part 2, section 4": "AU-TIME contacts; AU-TIME time",
    "CONC 7.14.1R and 7.14.4R": "UK-DISP disputed",
    "CONC 7.3.11R": "VUL-08 adviser",
    "CONC 7.3.11R and 7.3.12G": "UK-PLAN plan_in_the_making",
    "CONC 7.9": "UK-3P third_parties",
    "Cal. Business and Professions Code 17941": "AI-CA-1 machine_online",
    "Cal. Penal Code 631": "REC-US-2 listening_announced",
    "Cal. Penal Code 632, 632.7 and the like of other states": "REC-US-1 recording_announced",
    "California Civil Code 1788 and following, as amended by SB 1286": "CA-COM-1 judged",
    "California Civil Code 1788.11(f)": "CA-LIC-1 licence",
    "California Civil Code 1788.17": "CA-ROS-1 calls; CA-ROS-1 others; CA-ROS-1 silence; CA-ROS-1 time",
    "California Public Utilities Code 2872(c)": "CA-ADAD-1 device_hours",
    "California Public Utilities Code 2873 and 2874": "CA-ADAD-1 device_agreed",
    "China Banking Association guideline, 30 January 2026": """
        CN-3P-2 relative_asked; CN-AI-1 person_offered; CN-FREQ-2 unanswered; CN-ID-1 institution_named;
        CN-ID-1 purpose_stated
    """,
    "China Banking Association guideline, 30 January 2026; rules on consumer finance companies": """
        CN-REC-1 recorded
    """,
    "Code of Banking Practice (Hong Kong), ch. 5": "HK-1 third_parties",
    "Colorado SB 26-189": "AI-CO-1 machine_decides",
    "D.C. Code 28-3814": "DC-FREQ-1 calls; DC-FREQ-2 electronic; DC-FREQ-2 messages; DC-PLAN-1 plan_copy",
    "Debt Collection Act 2022 (Singapore)": "SG-1 licence",
    "Debt Respite Scheme (Breathing Space) Regulations 2020 (England and Wales), regs. 7 and 12": """
        UK-BS-1 breathing_space
    """,
    "Directive (EU) 2021/2167, art. 10": "EU-NPL transfer_notice",
    "Directive (EU) 2023/2225, art. 35": "EU-CCD2 forbearance",
    "Florida Statutes 559.72(17)": "FL-TIME-1 time",
    "GB/T 45251-2025": "CN-FREQ-1 calls",
    "GB/T 45251-2025; China Banking Association guideline, 30 January 2026": """
        CN-3P-1 debtor_alone; CN-TIME time
    """,
    "Measures for Credit Card Business of Commercial Banks, art. 70": """
        CN-PLAN-1 card_hardship; CN-PLAN-1 plan_performs
    """,
    "Measures for Labelling AI-Generated Synthetic Content (in force 1 September 2025)": """
        AI-CN-1 labelled_in_china
    """,
    "RBI/2022-23/108, 12 August 2022": "IN-TIME window",
    "RCW 19.16.250": "WA-FREQ-1 at_work; WA-FREQ-1 contacts; WA-FREQ-1 home_hours; WA-FREQ-1 mobile",
    "Regulation (EU) 2024/1689, art. 50(1) and (5)": "AI-EU-1 machine_in_the_eu",
    "SEC Memorandum Circular No. 18, series of 2019": "PH-TIME third_parties; PH-TIME window",
    "Texas Finance Code 392.101": "TX-1 bond",
    "Texas Finance Code 392.202": "TX-1 disputed",
    "Twilio SMS guidelines for China and Taiwan": "TW-CN-1 local_carrier_needed",
    "Twilio error 21610": "TW-STOP-1 blocked",
    "Twilio error 30460": "TW-10DLC-4 registered",
    "Twilio error 30863": "TW-10DLC-2 registered_as_owner",
    "Twilio error 30869": "TW-10DLC-3 barred_product",
    "Twilio errors 30863 and 30460": "TW-10DLC-1 third_party_texts",
    "Utah Code 13-75-101 to -104": "AI-UT-1 machine_in_finance",
    "comment 14(b)(2)(i)-3 to 12 CFR 1006": "USF-FREQ-X4 wrong_person",
    "comment 30(b)(1)-2 to 12 CFR 1006; 15 U.S.C. 1681m(f)-(g)": "VUL-06 judge",
    "comment 6(b)(4)(i)-1 to 12 CFR 1006": "USF-BUSY-1 busy; VUL-10 busy",
    "house policy": """
        AI-ALL-1 machine_speaks; CN-FREQ-P texts; CN-TIME-P named_hours; P-COMPLAINT-1 complaint;
        P-HOURS-1 named_hours; P-PLACE-1 place_avoided; P-REFUSAL-1 refused_to_lender; P-STOP-1 stopped;
        P-TAKEOVER-1 takeover; P-THIRD-1 third_parties; P-WEB-1 web_answers; P-WINDOW-1 window;
        SPOUSE spouse; VUL-01 self_harm; VUL-11 judge
    """,
    "house policy, after 12 CFR 1006.14(a)": """
        P-TOUCHES-1 touches; USF-HARASS-1 all_media; USF-HARASS-1 calls_a_day; USF-HARASS-1 texts_sent
    """,
    "house policy, after 47 CFR 64.1200(m)": "TCPA-RND-1 reassigned",
    "house policy, after 50 U.S.C. 3901 and following": "VUL-05 chain_of_command",
    "house policy, after CONC 7 and FCA FG21/1": "VUL-02 hardship",
    "house policy, after CONC 7.10": "VUL-09 not_understanding",
    "house policy, after CONC 7.9.4R": "UK-TIME time",
    "house policy, after GB/T 45251-2025, 5.6": "CN-COMPL complained",
    "house policy, after the draft directions of the RBI of 12 February 2026": """
        IN-2026 agent_named; IN-2026 borrower_alone; IN-2026 mourning; IN-2026 recorded
    """,
    "house policy, after the rules of the MIIT on commercial calls and messages": """
        CN-ROBOT consent; CN-ROBOT stopped
    """,
    "house policy, ahead of 47 CFR 64.1200(a)(10); DA 26-12": "TCPA-STOP-5 all_matters_by_policy",
    "house policy, where the state's own caps were not researched": """
        OTHERS calls; OTHERS contacts_where_unknown; OTHERS texts
    """,
    "house policy; the emergency exception of 47 U.S.C. 227(b)(1)(A)": "VUL-01 crisis",
    "house policy; the exception of USF-TIME-2, 12 CFR 1006.6(b)(1), comments 6(b)(1)-1 and -2": """
        P-REPLY-1 reply; P-SUPERVISOR-1 supervisor
    """,
}
STEPS = {
    "11 U.S.C. 362": "VUL-03 stayed",
    "11 U.S.C. 362 and 1301; 12 CFR 1006.30(b)": "VUL-03 judge",
    "11 U.S.C. 524": "VUL-03 judge",
    "11 U.S.C. 524; 12 CFR 1006.30(b)": "VUL-03 discharged",
    "12 CFR 1006.18(c)(2)": "USF-DISP-3 furnish_disputed",
    "12 CFR 1006.22(b)": "USF-PAY-2 charge",
    "12 CFR 1006.22(c)": "USF-PAY-1 deposit",
    "12 CFR 1006.30(a)": "USF-CRA-1 furnish",
    "12 CFR 1006.30(c)": "USF-PAY-3 apply",
    "12 CFR 1006.38(c) and (d)": "USF-DISP-2 judge",
    "12 CFR 1006.38(d)(2)": "USF-DISP-1 judge",
    "12 CFR 1006.6(a)(2)": "VUL-07 judge",
    "12 CFR 1006.6(a)(4)": "VUL-04 judge",
    "15 U.S.C. 1681m(f)-(g); comment 30(b)(1)-2 to 12 CFR 1006": "VUL-06 transfer",
    "50 U.S.C. 3931, 3937 and 3952; 10 U.S.C. 987": "VUL-05 military",
    "CONC 7.14.1R": "UK-DISP recovery",
    "China Banking Association guideline, 30 January 2026": "CN-CONTENT extra_charge",
    "Debt Respite Scheme (Breathing Space) Regulations 2020 (England and Wales), regs. 7 and 12": """
        UK-BS-1 breathing_space
    """,
    "Directive (EU) 2021/2167, art. 10": "EU-NPL notice_before_steps",
    "Directive (EU) 2023/2225, art. 35": "EU-CCD2 forbearance_before_steps",
    "Measures for Credit Card Business of Commercial Banks, art. 70": "CN-PLAN-1 collection",
    "Personal Information Protection Law, arts. 13, 23, 24, 28-29, 38-39, 55": "CN-PIPL-1 export",
    "Regulation E, 12 CFR 1005.10(b) and (d)": "USF-PAY-4 debit",
    "comment 30(b)(1)-2 to 12 CFR 1006; 15 U.S.C. 1681m(f)-(g)": "VUL-06 judge",
    "house policy": "VUL-01 self_harm; VUL-02 hardship; VUL-11 judge",
    "house policy, after 12 CFR 1006.22(b)": "USF-PAY-2 charge_of_lender",
    "house policy, after 12 CFR 1006.30(c)": "USF-PAY-3 apply_of_lender",
}

REG_F = """
    USF-3PD-1 judge; USF-3PD-1 recipient; USF-3PD-2 judge; USF-3PD-2 somebody_elses; USF-ATT-1 attorney;
    USF-BUSY-1 busy; USF-CEASE-1 cease_notice; USF-CEASE-1 judge; USF-CEASE-1 refused_to_pay;
    USF-DISP-1 judge; USF-DISP-2 judge; USF-DISP-3 oral_dispute; USF-DISP-3 oral_dispute_marked;
    USF-FREQ-1 seven_calls; USF-FREQ-2 silent_after_conversation; USF-FREQ-D other_debts;
    USF-FREQ-X1 asked_for; USF-FREQ-X2 not_connected; USF-FREQ-X3 to_offices; USF-FREQ-X4 wrong_person;
    USF-LOC-1 location; USF-MEDIA-1 medium_refused; USF-MEDIA-2 number_refused; USF-PLACE-1 avoided_place;
    USF-SOC-1 in_public; USF-TIME-1 window; USF-TIME-2 named_hours; USF-TIME-3 held_no_longer;
    USF-WORK-1 at_work; USF-WORK-2 employers_email; VUL-04 new_validation
"""
# fmt: on
BY_CREDITOR = "MA-HH-1 household; MA-HH-1 window; MA-ID-1 named; MA-VAL-1 disputed; MA-VAL-1 validation"
ALL_PARTY = {"CA", "MA", "WA", "FL", None}  # of the states here, where all on the line must agree
BINDS: list[tuple[str, Callable[[Place, Debt], bool]]] = [
    (REG_F, lambda place, debt: place.country == "US" and debt == COLLECTED),
    (BY_CREDITOR, lambda place, debt: debt.relationship is OWN),
    ("UK-BS-1 breathing_space", lambda place, debt: place.country == "GB"),
    ("REC-US-1 recording_announced", lambda place, debt: place.country == "US" and place.region in ALL_PARTY),
    (
        "REC-US-2 listening_announced",
        lambda place, debt: place.country == "US" and place.region in {"CA", None},
    ),
]


def cited(rules: Iterable[tuple[str, object]]) -> set[tuple[str, str]]:
    """Rules with what they cite."""
    return {(name, rule.cite) for name, rule in rules}  # type: ignore[attr-defined]


def test_every_rule_cites_what_the_table_says() -> None:
    for rules, table in ((contact_rules(), CONTACTS), (act_rules(), STEPS)):
        assert cited(rules) == {(name, cite) for cite, names in table.items() for name in named(names)}


def test_a_citation_is_law_where_it_binds_and_house_policy_elsewhere() -> None:
    laws = {name: binds for names, binds in BINDS for name in named(names)}
    assert {name for name, rule in contact_rules() if rule.law is not None} == laws.keys()
    for name, rule in contact_rules():
        for where, debt in product(PLACES, DEBTS):
            law = name not in laws or laws[name](where, debt)
            assert rule.citation(where, debt) == (rule.cite if law else f"house policy, after {rule.cite}")
