"""No leave, no contact: where no rule objects and none gives leave either, the answer is a refusal."""

from dataclasses import replace

from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Granted, Refused, Verdict
from arrears.domain.compliance.packset import PackSet
from arrears.domain.compliance.rule import HOUSE
from tests.builders.compliance import NOON, facts, packs, proposed


def silent() -> PackSet:
    """The packs in force, of which none has a rule about contacts."""
    return PackSet(
        tuple(replace(pack, rules=replace(pack.rules, contact=())) for pack in packs().packs),
    )


def test_a_contact_that_no_rule_gives_leave_for_is_refused() -> None:
    assert isinstance(decide(packs(), facts(), proposed(), NOON), Granted)
    decision = decide(silent(), facts(), proposed(), NOON)
    assert isinstance(decision, Refused)
    (finding,) = decision.findings
    assert (finding.rule_id, finding.citation, finding.verdict) == ("P-NO-LEAVE", HOUSE, Verdict.DENY)
