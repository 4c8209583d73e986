"""When our people are there: the hours of the team that serves them, on their own clock. Anybody may know."""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Decided, Situation, home_zone
from arrears.dialogue.heeding import person
from arrears.domain.intents import CLOSING, HARD, OFFERING, Heard, Intent
from arrears.domain.language.acts.hours_asked import asks_for_hours
from arrears.domain.people import Language
from arrears.domain.staffing import Staffing, hours_on_clock
from arrears.domain.wording import phrase

_NOT_ABOUT_IT = CLOSING | HARD | OFFERING | {Intent.REQUEST_CALLBACK, Intent.ABUSIVE}


def asked_for_hours(situation: Situation) -> Decided | None:
    """The turn as that question; None where it is none. Who wants a person besides gets one."""
    said = frozenset(situation.heard.intents)
    if not said or said & _NOT_ABOUT_IT or not asks_for_hours(situation.text):
        return None
    return Heard(situation.message_id), _with_a_person if Intent.REQUEST_HUMAN in said else our_hours


def _with_a_person(situation: Situation) -> Answer:
    return Answer((*person(situation).said, *our_hours(situation).said))


def our_hours(situation: Situation) -> Answer:
    """The days and hours of the team, as their clock shows them."""
    staffing = situation.desk.policy.staff.serving(situation.person.country)
    zone = home_zone(situation.person, situation.point)
    opens, closes = hours_on_clock(staffing, situation.now, zone)
    days = _days(situation, staffing)
    return situation.answer("hours.answer", days=days, opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}")


def _days(situation: Situation, staffing: Staffing) -> str:
    """The days of the week by name, those in a row by the first and the last."""
    catalog, language = situation.desk.policy.catalog, situation.language
    names, on = catalog.phrases[language, "weekdays"].split(), sorted(staffing.weekdays)
    in_a_row = len(on) > _PAIR and on[-1] - on[0] == len(on) - 1
    if in_a_row:
        days = phrase(catalog, language, "hours.days", first=names[on[0]], last=names[on[-1]])
    else:
        days = ("、" if language is Language.ZH else ", ").join(names[each] for each in on)
    return phrase(catalog, language, "hours.but_holidays", days=days) if staffing.holidays else days


_PAIR = 2
