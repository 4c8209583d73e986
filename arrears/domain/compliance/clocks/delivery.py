"""Whether a validation notice may go by a route, counts as sent, and may be in another language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RouteRefusal(StrEnum):
    """Why a notice may not go by an electronic route, or did not."""

    NO_ESIGN_CONSENT = "no_esign_consent"
    OPTED_OUT = "opted_out"
    BOUNCED = "bounced"
    PURPOSE_NOT_SHOWN = "purpose_not_shown"
    BOUNCES_NOT_WATCHED = "bounces_not_watched"
    NOT_KEEPABLE = "not_keepable"


class TranslationRefusal(StrEnum):
    """Why a translated notice may not be sent."""

    ENGLISH_MISSING = "english_missing"


@dataclass(frozen=True, slots=True)
class ElectronicRoute:
    """An address or number that a notice would go to, and how."""

    within_initial_communication: bool
    esign_consented: bool  # consent to electronic records under the E-SIGN Act
    opted_out: bool  # of this address or number, or of the medium
    bounced: bool  # a notice came back from it, and nothing since shows that it works
    shows_purpose: bool  # sender and subject tell the person what it is about, as far as the law allows
    bounces_watched: bool  # we are told when it does not arrive
    keepable: bool  # the person can keep it and read it later


def route_refusals(route: ElectronicRoute) -> tuple[RouteRefusal, ...]:
    """Every reason against the route; empty when the notice may go by it.

    Within the initial communication E-SIGN consent is not asked for.
    Source: USF-VAL-4, 12 CFR 1006.42(a) and (b), comments 42(a)(1)-2 and -4; 1006.6(e).
    """
    said = {
        RouteRefusal.NO_ESIGN_CONSENT: not (route.within_initial_communication or route.esign_consented),
        RouteRefusal.OPTED_OUT: route.opted_out,
        RouteRefusal.BOUNCED: route.bounced,
        RouteRefusal.PURPOSE_NOT_SHOWN: not route.shows_purpose,
        RouteRefusal.BOUNCES_NOT_WATCHED: not route.bounces_watched,
        RouteRefusal.NOT_KEEPABLE: not route.keepable,
    }
    return tuple(refusal for refusal, holds in said.items() if holds)


def translation_refusal(
    english_at: datetime | None, sent_at: datetime, *, english_enclosed: bool
) -> TranslationRefusal | None:
    """Why a translated notice may not be sent at the instant; None when the English one is in it or preceded.

    `english_at` is when an English notice that did not bounce was sent.
    Source: USF-LANG-2, 12 CFR 1006.34(e).
    """
    earlier = english_at is not None and english_at < sent_at
    return None if english_enclosed or earlier else TranslationRefusal.ENGLISH_MISSING


def spanish_owed(*, offered: bool, requested: bool, provided: bool) -> bool:
    """Whether a Spanish notice is owed, because one was offered and asked for.

    Source: USF-LANG-2, 12 CFR 1006.34(e).
    """
    return offered and requested and not provided
