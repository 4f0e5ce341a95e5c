"""Mistakes that a person can mend."""


class UsageError(Exception):
    """The message is one sentence that says what to do; no traceback is shown."""
