"""The public entry point: signed webhooks of the carriers, and the lender's keyed API."""
