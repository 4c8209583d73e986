"""Which of two offers a description fits: of the rhythm, in so many payments, or with the smaller ones."""

from __future__ import annotations

from arrears.domain.language.acts.choices import chosen
from arrears.domain.language.acts.described_choices import Parts, Size, Trait, described
from arrears.domain.language.readings import Frequency
from arrears.domain.negotiation.offers import Offer


def which_of(text: str, offers: tuple[Offer, Offer]) -> int | None:
    """The number of the offer, from 1, that the text takes by its number or by what it is like; else None."""
    number, trait = chosen(text, len(offers)), described(text)
    return number if trait is None else _fitting(trait, offers)


def _fitting(trait: Trait, offers: tuple[Offer, Offer]) -> int | None:
    """None where it fits both or neither."""
    if not isinstance(trait, Size):
        fits = [_is_like(offer, trait) for offer in offers]
        return fits.index(True) + 1 if sum(fits) == 1 else None
    one, other = (_measure(trait, offer) for offer in offers)
    if one == other:
        return None
    return 1 if (one < other) == (trait in (Size.SMALLER, Size.SHORTER)) else 2


def _is_like(offer: Offer, trait: Frequency | Parts) -> bool:
    if isinstance(trait, Frequency):
        return offer.frequency is trait
    alike = len({item.amount.minor // 100 for item in offer.instalments}) == 1
    return len(offer.instalments) == trait.count and (alike or not trait.alike)


def _measure(trait: Size, offer: Offer) -> tuple[int, int]:
    """The largest payment, of equal ones the more often, which end sooner; or the last day."""
    last = max((item.on.toordinal() for item in offer.instalments), default=0)
    if trait in (Size.SMALLER, Size.LARGER):
        return max((item.amount.minor for item in offer.instalments), default=0), -last
    return last, 0
