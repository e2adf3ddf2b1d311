"""Names of people, addresses, paths and time zones in the headers and comments of PO files: found, and taken out.

For people in this field a name in a file that travels is a matter of safety. The texts of entries are content and are not looked
at; nor are comments that tools write (``#.``, ``#:``, ``#,``, ``#|``).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from dossier.translation.people.comments import Comment, comments, cuts, remarks
from dossier.translation.people.fields import field_cuts, field_remarks, names_in
from dossier.translation.people.header import Field, headers
from dossier.translation.people.trace import PERHAPS, PERSON, ZONE, Lines, Trace, without
from dossier.translation.people.words import known_names

__all__ = ["PERHAPS", "PERSON", "ZONE", "Trace", "scrubbed", "traces"]

_BOM = b"\xef\xbb\xbf"


def traces(data: bytes, codes: Sequence[str] = (PERSON, ZONE, PERHAPS)) -> tuple[Trace, ...]:
    """What in a PO file tells who or where somebody is, in the order of the file; nothing where it is not UTF-8.

    Parameters
    ----------
    data:
        The file's bytes.
    codes:
        What to look for.
    """
    try:
        text = data.removeprefix(_BOM).decode()
    except UnicodeDecodeError:
        return ()
    heads = tuple(headers(text))
    lines = Lines(text)
    said = tuple(comments(text, [(head.comments_start, head.start) for head in heads]))
    fields = [field for head in heads for field in head.fields]
    known = known_names([*(name for field in fields for name in names_in(field)), *_names_in_comments(said)])
    found = [
        *(trace for field in fields for trace in _in_field(field, known, lines)),
        *(trace for comment in said for trace in _in_comment(comment, known, lines)),
    ]
    return tuple(sorted((one for one in found if one.code in codes), key=lambda one: (one.line, one.column)))


def scrubbed(data: bytes, found: Iterable[Trace]) -> bytes:
    """``data`` without what was ``found`` in it by :func:`traces`; all else byte for byte."""
    text = data.removeprefix(_BOM).decode()
    wanted = tuple(cut for trace in found for cut in trace.cuts)
    for head in headers(text):
        wanted = head.cuts(wanted)
    return (_BOM if data.startswith(_BOM) else b"") + without(text, wanted).encode()


def _names_in_comments(said: Iterable[Comment]) -> Iterator[str]:
    return (remark.found.name for comment in said for remark in remarks(comment, None))


def _in_field(field: Field, known: re.Pattern[str] | None, lines: Lines) -> Iterator[Trace]:
    for remark in field_remarks(field, known):
        start, end = remark.found.start, remark.found.end
        text = f"{field.name}: {field.value}" if remark.instead is None else field.value[start:end]
        index = field.start if remark.instead is None else field.value_at[start][0]
        yield Trace(remark.code, remark.what, *lines.place(index), text, remark.instead or "", field_cuts(field, remark))


def _in_comment(comment: Comment, known: re.Pattern[str] | None, lines: Lines) -> Iterator[Trace]:
    for remark in remarks(comment, known):
        text = comment.body[remark.found.start : remark.found.end]
        index = comment.start + remark.found.start + len(text) - len(text.lstrip())
        yield Trace(remark.code, remark.what, *lines.place(index), text.strip(), remark.instead or "", cuts(comment, remark))
