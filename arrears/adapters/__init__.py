"""The outside world, one file per vendor and purpose. What comes in becomes frozen domain values here."""
