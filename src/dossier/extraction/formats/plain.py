"""Plain text: UTF-8, UTF-16 or UTF-32 where the bytes say so, else what charset-normalizer finds."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from charset_normalizer import from_bytes

from dossier.extraction.refusal import refused

LIBRARY = "charset-normalizer"
RULES = 1

_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),  # begins like the mark of UTF-16
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_LONG, _OFTEN = 120, 0.2
"""Characters that a line of a page never has, and the share of lines that may have them in a page's text all the same."""
_OF_THE_WEB = "cp1252"
_MEND = "say the encoding in the source's record (media-type: text/plain; charset=windows-1256), or make a snapshot in UTF-8"


def paragraphs(data: bytes, charset: str) -> list[str]:
    """The text, its lines ended by LF; blank lines and form feeds part its paragraphs, and line ends where no line is folded.

    The mark at the beginning of a file comes before what its media type says, and that before any guess (as in
    https://encoding.spec.whatwg.org/#decode).

    Raises
    ------
    DossierError
        Q006 where no encoding makes text of the bytes.
    """
    text = decoded(data, charset).replace("\r\n", "\n").replace("\r", "\n")
    return [text] if _is_folded(text) else text.split("\n")


def _is_folded(text: str) -> bool:
    """Whether lines were broken to fit a page. Else each is a paragraph, which is how text is copied from a browser."""
    lengths = [len(line) for line in text.split("\n") if line.strip()]
    return sum(length > _LONG for length in lengths) <= len(lengths) * _OFTEN


def decoded(data: bytes, charset: str) -> str:
    """``data`` as text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding)
    if charset:
        return data.decode(charset)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)
    return _guessed(data) if "\x00" in text else text


def _guessed(data: bytes) -> str:
    """The text as charset-normalizer reads it; of readings that it finds equally good, that of the web's own encoding."""
    found = from_bytes(data)
    best = found.best()
    if best is None or "\x00" in str(best):
        raise refused("nobody can tell the encoding of the snapshot", mend=_MEND)
    equals = {guess.encoding: guess for guess in found if (guess.chaos, guess.coherence) == (best.chaos, best.coherence)}
    return str(equals.get(_OF_THE_WEB, best))
