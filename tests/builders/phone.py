"""A borrower's telephone against a running application with fakes at its ports."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from arrears.contact.writing import call_opening
from arrears.domain.call_scripts import CallScript, Converse, SpokenAnswer
from arrears.domain.calls import AnsweredBy, Call, call_id_for
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.ids import CallId, OutreachId
from arrears.domain.outreach import Outreach
from arrears.domain.people import Carrier, Channel
from arrears.services.answer_call import answer_call
from arrears.services.dispatch_outreach import dispatch
from arrears.services.hear_call import hear, spoken_answer
from arrears.services.record_call import record_call_status
from arrears.services.resume_call import resume_call
from arrears.services.take_call import take_call
from arrears.store import Store, calls
from arrears.store import outreach as outreach_rows
from gateway.turns import take_turn
from gateway.voice.scripts import permitted
from tests.builders.line import Line
from tests.builders.store import Borrower, a_borrower, an_outreach

SID = "CA" + "5" * 32
MAY_CALL = Consent(ConsentAction.GIVEN, Channel.VOICE, datetime(2025, 6, 1, tzinfo=UTC), "application")


def who_may_be_called() -> Borrower:
    """The usual borrower, who has agreed to texts and to automated calls."""
    borrower = a_borrower()
    return replace(borrower, consents=(*borrower.consents, MAY_CALL))


class Phone(Line):
    """One borrower's telephone: we call it, or it calls us."""

    def __init__(
        self, store: Store, borrower: Borrower | None = None, sayings: dict[str, str] | None = None
    ) -> None:
        super().__init__(store, borrower or who_may_be_called(), sayings)
        self.utterances = 0

    def plan_call(self, **changes: object) -> Outreach:
        """A call of a strategy that is due."""
        person, case = self.borrower.person, self.borrower.case
        said = call_opening(self.desk, "call.opening", person.language, case.lender, person.name)
        row = replace(
            an_outreach(self.borrower),
            id=OutreachId(f"outreach-{case.id}-sms_conversation-call"),
            channel=Channel.VOICE,
            carrier=Carrier.CALL,
            body=said.text,
            due_at=self.clock.now(),
            step="call",
            **changes,
        )
        with self.store.write() as tx:
            outreach_rows.plan(tx, row)
        return row

    def rings(self, sid: str = SID) -> OutreachId:
        """We call, and it rings."""
        row = self.plan_call()
        dispatch(self.desk, self.app.messengers, row.id)
        for status in ("initiated", "ringing"):
            self.reports(row.id, status, sid)
        return row.id

    def reports(
        self, outreach_id: OutreachId | None, status: str, sid: str = SID, detected: str = ""
    ) -> bool:
        return record_call_status(self.desk, outreach_id, sid, status, answered_by=detected)

    def answers(self, by: AnsweredBy | None = AnsweredBy.HUMAN, sid: str = SID) -> CallScript:
        """We call, and something answers."""
        return answer_call(self.desk, self.rings(sid), sid, by)

    def calls_us(self, sid: str = SID, caller: str | None = None) -> CallScript:
        number = self.borrower.point.address if caller is None else caller
        return permitted(self.app, take_call(self.desk, sid, number))

    def resumes(self, sid: str = SID) -> CallScript:
        """The line was cut, and the call goes on."""
        return permitted(self.app, resume_call(self.desk, call_id_for(sid)))

    def says_aloud(self, text: str, key: str | None = None, sid: str = SID) -> SpokenAnswer | None:
        """The answer to the utterance."""
        self.utterances += 1
        self.clock.move(seconds=10)
        self.machine_clock.move(seconds=10)
        call_id = call_id_for(sid)
        message_id = hear(self.desk, call_id, key or f"u{self.utterances}", text)
        assert message_id is not None
        take_turn(self.app, message_id)
        return spoken_answer(self.desk, call_id, message_id)

    def call(self, sid: str = SID) -> Call:
        with self.store.read() as tx:
            return calls.load(tx, call_id_for(sid))

    @property
    def call_id(self) -> CallId:
        return call_id_for(SID)


def conversing(script: CallScript) -> Converse:
    """The script, which is one to converse by."""
    assert isinstance(script, Converse), script
    return script
