"""The borrower's own pages behind a signed, expiring link: plan, payment, change of date, receipts, chat."""
