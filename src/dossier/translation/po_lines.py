"""The lines of a PO file, one by one, before translate-toolkit reads them.

It passes over what stands behind a string and over a text that has no ``msgstr``. A tool that rewrites files must not: what was
not read would be lost. Format: GNU gettext manual, "The Format of PO Files".
"""

import re
from collections.abc import Iterator

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.place import Place

_KEYWORD = r"(?:msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)"
_STRING = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_LINE = re.compile(rf"\s*(?:$|#(?!~)|(?:#~\|?\s*)?(?:{_KEYWORD}\s*)?{_STRING}\s*$)|#~\s*$")
_OPEN_STRING = re.compile(rf'\s*(?:#~\|?\s*)?(?:{_KEYWORD}\s*)?(?P<string>")')
_SPOKEN = re.compile(rf'(?:#~)?\s*(?P<keyword>{_KEYWORD})?\s*"')
_PREFIX = re.compile(r"(#~\|?|#\|)[ \t]*(?=\S)")
_LINES = rf"{_STRING}\n(?:{_STRING}\n)*"
_USUAL = re.compile(rf"(?:(?:\#(?![~|])[^\n\r]*)?\n|(?:msgctxt {_LINES})?msgid {_LINES}msgstr {_LINES})*")
"""A file as gettext's tools write it, with neither obsolete entries nor plural forms: it needs not be read line by line."""
_FOLLOWS = {
    "msgctxt": ("", "msgstr"),
    "msgid": ("", "msgctxt", "msgstr"),
    "msgid_plural": ("msgid",),
    "msgstr": ("msgid", "msgid_plural", "msgstr"),
}


def refuse_broken_text(text: str, path: str) -> None:
    """Refuse what is no PO file.

    Raises
    ------
    DossierError
        T001 for every line that is no line of a PO file; where all are, for every keyword that does not follow the one before
        it, and for a last entry without ``msgstr``.
    """
    if _USUAL.fullmatch(text):
        return
    lines = [line.rstrip("\r") for line in text.split("\n")]
    found = list(_broken_lines(lines, path)) or list(_broken_order(lines, path))
    if found:
        raise DossierError(found)


def plain_lines(text: str) -> str:
    """``text`` line by line as translate-toolkit reads it: LF, no indentation, one blank behind ``#~`` and ``#|``.

    gettext reads all of it; translate-toolkit refuses indented keywords and mixed line ends, and passes over the lines of an
    obsolete string that are not set as msgcat sets them.
    """
    return text if _USUAL.fullmatch(text) else "\n".join(_plain_line(line) for line in text.split("\n"))


def _plain_line(line: str) -> str:
    plain = line.rstrip("\r").lstrip(" \t")
    return _PREFIX.sub(r"\1 ", plain) if plain.startswith(("#~", "#|")) else plain


def _broken_lines(lines: list[str], path: str) -> Iterator[Diagnostic]:
    for number, line in enumerate(lines, 1):
        if not _LINE.match(line):
            yield _broken_string(line, Place(path, number), path) or _no_line(line, Place(path, number))


def _broken_string(line: str, place: Place, path: str) -> Diagnostic | None:
    opening = _OPEN_STRING.match(line)
    if opening is None:
        return None
    whole = re.compile(_STRING).match(line, opening.start("string"))
    if whole:
        message = "something stands behind the end of the string"
        mend = r"write a quotation mark inside the text as \", and nothing behind the last one"
    else:
        message, mend = "the string is not closed", 'end the line with a quotation mark: "'
    column = (whole.end() if whole else opening.start("string")) + 1
    return Diagnostic(CODES["T001"], message, Place(path, place.line, column), _shown(line), mend)


def _no_line(line: str, place: Place) -> Diagnostic:
    column = len(line) - len(line.lstrip()) + 1
    mend = "begin the line with #, msgctxt, msgid, msgstr or a quotation mark"
    return Diagnostic(CODES["T001"], "this is no line of a PO file", Place(place.file, place.line, column), _shown(line), mend)


def _shown(line: str) -> tuple[tuple[str, str], ...]:
    return (("line", line.strip()[:100]),)


def _broken_order(lines: list[str], path: str) -> Iterator[Diagnostic]:
    """Keywords in the order of an entry; ``before`` is the one last seen, with its line."""
    before, begun = "", 0
    for number, line in enumerate(lines, 1):
        spoken = _SPOKEN.match(line)
        if spoken is None:
            continue
        keyword = spoken["keyword"] or before
        if not keyword:
            yield Diagnostic(
                CODES["T001"], "the string belongs to no keyword", Place(path, number, 1), mend="write msgid before it"
            )
        elif spoken["keyword"]:
            if not _may_follow(before, keyword):
                yield _out_of_order(keyword, before, Place(path, begun or number, 1))
            before, begun = keyword, number
    if before and not before.startswith("msgstr"):
        yield _out_of_order("", before, Place(path, begun, 1))


def _may_follow(before: str, keyword: str) -> bool:
    """``msgstr`` follows itself only as ``msgstr[0]``, ``msgstr[1]`` …"""
    kind, kind_before = keyword.partition("[")[0], before.partition("[")[0]
    return kind_before in _FOLLOWS[kind] and not (kind == kind_before and "[" not in keyword + before)


def _out_of_order(keyword: str, before: str, place: Place) -> Diagnostic:
    if before in ("msgid", "msgid_plural"):
        return Diagnostic(
            CODES["T001"],
            "the entry has a msgid but no msgstr",
            place,
            mend='write msgstr before the translation; if there is none yet: msgstr ""',
        )
    if before == "msgctxt":
        return Diagnostic(CODES["T001"], "the entry has a msgctxt but no msgid", place, mend="add the msgid below it")
    if before.startswith("msgstr") and keyword.startswith("msgstr"):
        return Diagnostic(CODES["T001"], "the entry has two msgstr", place, mend="keep the one that is the translation")
    return Diagnostic(CODES["T001"], f"the entry has a {keyword} but no msgid", place, mend="add the msgid above it")
