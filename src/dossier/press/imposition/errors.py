"""Why a PDF cannot be imposed."""


class ImpositionError(Exception):
    """The PDF is not fit; ``mend`` says what helps, where something does."""

    def __init__(self, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.mend = mend


class UnreadablePdfError(ImpositionError):
    """The bytes are no PDF, or a broken or an encrypted one."""
