from __future__ import annotations
from datetime import date, datetime, timedelta, UTC
import pytest
from arrears.store import plans, ledger, conversations, outreach as orows, approvals, links
from arrears.answering import party_now
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.page_links import Link
from arrears.domain.people import Language, Carrier
from arrears.domain.ledger import TransactionKind
from arrears.services.record_payment import ReportedPayment, record_payment
from arrears.services.plan_reminders import plan_reminders
from arrears.services.dispatch_outreach import dispatch_due
from arrears.services.decide_approval import approve
from arrears.services.change_date import *
from tests.builders.line import Line, SAYINGS
from tests.builders.plans import agreed, usd
from tests.builders.store import a_borrower
from tests.builders.approvals import mei
from arrears.paging import link_of, visitor_of
from arrears.domain.language.readings import IdentityReading
from arrears.services.verify_identity import verify_visitor
from tests.builders.pages import issue

ID = "03/09/1975 4421"

def test_hardship_reminder(store):
    line = Line(store, sayings={ID:"verify_identity","I lost my job, I can pay $70 on friday":"cannot_pay+promise_to_pay","yes":"affirm"})
    line.write_first(); line.says(ID); line.says("I lost my job, I can pay $70 on friday"); print(line.says("yes"))
    line.clock.at = datetime(2026,3,5,15,30,tzinfo=UTC); line.machine_clock.at=line.clock.at
    print("planned", plan_reminders(line.desk)); n=len(line.carrier.sent)
    dispatch_due(line.desk, line.app.messengers)
    print([b for _,b in line.carrier.sent[n:]])

def test_settlement_moved(store):
    line = Line(store, sayings=SAYINGS|{"can I pay on the 20th instead":"change_due_date"})
    line.write_first(); line.says(ID)
    agreed(line, (date(2026,3,16), 100_000), kind=PlanType.SETTLEMENT, waived=usd(40_000))
    print(line.says("can I pay on the 20th instead")); print(line.says("yes"))
    line.clock.at = datetime(2026,3,19,15,30,tzinfo=UTC)
    record_payment(line.desk, ReportedPayment("k", line.borrower.case.id, usd(100_000), date(2026,3,19), "t"))
    with store.read() as tx:
        print([ (p.kind,p.waived,p.cancelled_at) for p in plans.plans_of(tx, line.borrower.case.id)])
        print("OWED", ledger.balance(tx, line.borrower.case.id, line.borrower.case.currency).total)

def test_page_approval_sms(store):
    line = Line(store); line.agree()
    token = issue(line)
    with store.read() as tx: link = link_of(line.desk, tx, token)
    print(verify_visitor(line.desk, link, "cookie", IdentityReading(date(1975,3,9),"4421"), Language.EN))
    def visitor():
        with store.read() as tx: return visitor_of(line.desk, tx, link, "cookie")
    def move(day):
        v = visitor()
        with store.read() as tx: plan = plans.standing_plan(tx, line.borrower.case.id, v.today)
        c = Change(v.party, v.case.id, plan.id, 1, day, Language.EN)
        r = read_back_change(line.desk, c)
        if isinstance(r, ReadBack): print(change_date(line.desk, c, r.mark).kind)
        else: print(r)
    move(date(2026,3,18)); move(date(2026,3,20))
    with store.read() as tx: (a,) = approvals.waiting_of(tx, line.borrower.case.id)
    line.clock.move(minutes=3); line.machine_clock.move(minutes=3)
    approve(line.desk, a.id, mei(line), "ok"); n=len(line.carrier.sent)
    dispatch_due(line.desk, line.app.messengers)
    print([(p.channel if hasattr(p,"channel") else p.carrier,b) for p,b in line.carrier.sent[n:]])
    print(line.says("yes"))
    with store.read() as tx:
        print([(p.kind,str(p.instalments[0].on),p.cancelled_at is None) for p in plans.plans_of(tx, line.borrower.case.id)])

def test_other_channel_limit(store):
    line = Line(store, sayings={ID:"verify_identity","I can only do $120 a month":"propose_instalment","what can you offer":"request_installment","no":"deny"})
    line.write_first(); line.says(ID); print(line.says("I can only do $120 a month")); line.says("no")
    line.clock.move(days=20); line.machine_clock.move(days=20)
    print(line.says("what can you offer")); print(line.says(ID)); print(line.says("what can you offer"));print(line.says("what can you offer"))
