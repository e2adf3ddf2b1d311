"""Translators' comments of a PO file: which words of a line name somebody."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.translation.people.trace import PERHAPS, PERSON, Cut, without
from dossier.translation.people.words import (
    Found,
    credited,
    holder,
    is_dated_name,
    is_heading,
    is_mere_credit,
    is_name,
    mailboxes,
    paths,
)

NAME_REMOVED = "(name removed)"
ADDRESS_REMOVED = "(address removed)"
BOTH_REMOVED = "(name and address removed)"
PATH_REMOVED = "(path removed)"

_COMMENT = re.compile(r"^[ \t]*#(?![.:,|~=])(?P<body>[^\n]*?)\r?(?:\n|\Z)", re.MULTILINE)
_HINTS = re.compile(r"@|[(\[{]\s?at\s?[)\]}]| at |/home/|/Users/|[\\/]Users[\\/]|Documents and|~[\\/]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comment:
    """A line of comments. ``body`` is what follows the sign that begins it; ``span`` is the whole line with its end."""

    body: str
    start: int
    span: tuple[int, int]
    in_header: bool = False
    in_list: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of a comment. Without ``instead`` the whole line goes."""

    code: str
    what: str
    found: Found
    instead: str | None = None


def comments(text: str, in_header: Iterable[tuple[int, int]]) -> Iterator[Comment]:
    """The translators' comments of a PO file; ``in_header`` says from where to where they belong to a header."""
    stretches = tuple(sorted(in_header))
    listed = False
    for found in _COMMENT.finditer(text):
        stretch = bisect_right(stretches, found.start(), key=lambda one: one[0]) - 1
        heads = stretch >= 0 and found.start() < stretches[stretch][1]
        body = found["body"]
        yield Comment(body, found.start("body"), found.span(), heads, listed and heads)
        listed = heads and (is_heading(body) or (listed and bool(body.strip())))


def remarks(comment: Comment, known: re.Pattern[str] | None) -> tuple[Remark, ...]:
    """What names somebody in ``comment``; ``known`` is a pattern of names that stand elsewhere in the file."""
    body = comment.body
    if not comment.in_header and not _HINTS.search(body) and not (known and known.search(body)):
        return ()
    found = in_order([*_credits(comment), *_addresses(body), *_others(body, known)])
    if found and is_mere_credit(_what_is_left(body, found)):
        what = "an e-mail address in a comment" if any(one.instead == ADDRESS_REMOVED for one in found) else found[0].what
        return (Remark(PERSON, what, Found(0, len(body), found[0].found.name)),)
    if not found and comment.in_header and is_dated_name(body, fewest=2):
        return (Remark(PERHAPS, "what may be a person's name in the header's comment", Found(0, len(body)), body),)
    return found


def cuts(comment: Comment, remark: Remark) -> tuple[Cut, ...]:
    """What scrubbing does about ``remark``."""
    if remark.code == PERHAPS:
        return ()
    if remark.instead is None:
        return (Cut(*comment.span),)
    return (Cut(comment.start + remark.found.start, comment.start + remark.found.end, remark.instead),)


def _credits(comment: Comment) -> Iterator[Remark]:
    """Names without an address, where their place says that they are names."""
    if not comment.in_header:
        return
    body = comment.body
    if (found := holder(body)) is not None:
        yield Remark(PERSON, "a person's name in a notice of copyright", found, NAME_REMOVED)
    if comment.in_list and (is_name(body) or is_dated_name(body)):
        name = body.strip()
        yield Remark(PERSON, "a person's name in the header's comment", Found(0, len(body), name.partition(",")[0]), NAME_REMOVED)
    if (found := credited(body)) is not None:
        yield Remark(PERSON, "a person's name in the header's comment", found, NAME_REMOVED)


def _addresses(body: str) -> Iterator[Remark]:
    for found in mailboxes(body):
        if found.name:
            yield Remark(PERSON, "a person's name and e-mail address in a comment", found, BOTH_REMOVED)
        else:
            yield Remark(PERSON, "an e-mail address in a comment", found, ADDRESS_REMOVED)


def _others(body: str, known: re.Pattern[str] | None) -> Iterator[Remark]:
    for found in paths(body):
        yield Remark(PERSON, "a path of somebody's machine in a comment", found, PATH_REMOVED)
    for again in known.finditer(body) if known else ():
        yield Remark(PERSON, "a person's name in a comment", Found(*again.span(), again[0]), NAME_REMOVED)


def in_order(found: Iterable[Remark]) -> tuple[Remark, ...]:
    """What was ``found``, in the order of the text; what overlaps is one remark."""
    ordered: list[Remark] = []
    for remark in sorted(found, key=lambda one: (one.found.start, -one.found.end)):
        before = ordered[-1] if ordered else None
        if before is None or remark.found.start >= before.found.end:
            ordered.append(remark)
        elif remark.found.end > before.found.end:
            ordered[-1] = replace(before, found=replace(before.found, end=remark.found.end), instead=BOTH_REMOVED)
    return tuple(ordered)


def _what_is_left(body: str, found: Iterable[Remark]) -> str:
    """``body`` without what was found; a notice of copyright, and a path, are remarks of their own and stay."""
    return without(body, [Cut(one.found.start, one.found.end, "" if _may_go(one) else "something is said") for one in found])


def _may_go(remark: Remark) -> bool:
    return remark.instead != PATH_REMOVED and "copyright" not in remark.what
