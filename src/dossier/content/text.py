"""Bytes to text: UTF-8, no byte order mark, lines ended by LF."""

from dossier.content.places import position
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place

_MARK = "\ufeff"


def decode(data: bytes, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Read ``data`` as the text of the file ``path``.

    Returns
    -------
    The text without byte order mark, its lines ended by LF, and warnings (C002, C003), each once a file.

    Raises
    ------
    DossierError
        C001 where the bytes are not UTF-8 (RFC 3629), or hold U+0000, which no text has.
    """
    text = _strictly(data, path)
    findings: list[Diagnostic] = []
    if text.startswith(_MARK):
        text = text.removeprefix(_MARK)
        findings.append(Diagnostic(CODES["C002"], "the file begins with U+FEFF, a byte order mark", Place(path, 1, 1)))
    if "\x00" in text:
        raise DossierError(_null_character(text, path))
    if "\r" in text:
        findings.append(_foreign_line_end(text, path))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, tuple(findings)


def _strictly(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix(_MARK)
        message = f"byte 0x{data[error.start]:02X} is not UTF-8"
        place = Place(path, *position(before, len(before)))
        raise DossierError(Diagnostic(CODES["C001"], message, place, mend=_mend_for(data))) from error


def _mend_for(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "the file is UTF-16: save it as UTF-8 (in most editors: Save as, encoding UTF-8)"
    return ""


def _null_character(text: str, path: str) -> Diagnostic:
    place = Place(path, *position(text, text.index("\x00")))
    mend = "save the file as plain text in UTF-8 (is it UTF-16, or no text at all?)"
    return Diagnostic(CODES["C001"], "the character U+0000 stands in the text", place, mend=mend)


def _foreign_line_end(text: str, path: str) -> Diagnostic:
    index = text.index("\r")
    ending = "CR LF" if text.startswith("\r\n", index) else "CR"
    count = text.count("\r")
    lines = "1 line ends" if count == 1 else f"{count} lines end"
    mend = f"convert the file to LF line ends: dos2unix {path}" if ending == "CR LF" else "save the file with LF line ends"
    return Diagnostic(CODES["C003"], f"{lines} in {ending}", Place(path, *position(text, index)), mend=mend)
