"""What can go wrong for reasons outside this program, each with one Indonesian sentence for the user."""


class RenaksiError(Exception):
    """Base of all errors whose text is meant for the user: one sentence that says what happened."""


class InputRefused(RenaksiError):
    """A file or value was not accepted; nothing was changed."""


class EntryRefused(ValueError):
    """What was typed does not fit where it was typed; the message is the reason, one Indonesian sentence."""


class EditRefused(RenaksiError):
    """An edit does not fit the plan it was applied to; the plan stays as it was."""


class WriteFailed(RenaksiError):
    """A file could not be written; what stood there before still stands there."""
