"""What a transcript says was said is compared with what was sent."""

from __future__ import annotations

import pytest

from tests.tools.evidence_files import TEXT, EvidenceFile, hours_later
from tools.verify_evidence import check


@pytest.mark.parametrize(("words", "found"), [(TEXT, []), ("Your call is important to us.", ["TURN"])])
def test_a_transcript_that_tells_other_words_than_were_sent_is_found(words: str, found: list[str]) -> None:
    file = EvidenceFile().consented().contacted()
    turn = {"turn": "t", "conversation": "talk-1", "channel": "sms", "number": "number-1"}
    turn |= {"speaker": "bot", "message": None, "outreach": "outreach-1"}
    file.add("turn", hours_later(0), turn, text=words)
    assert [finding.rule for finding in check(file.written())] == found
