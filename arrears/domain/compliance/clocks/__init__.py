"""Notices and clocks: periods and deadlines of the rules, as functions of days and handed-in numbers."""
