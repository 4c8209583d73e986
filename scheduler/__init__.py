"""APScheduler is the clock; what is due lies in rows."""
