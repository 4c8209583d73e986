"""Whether, when and with which words somebody is contacted; what money and the calendar do to it."""
