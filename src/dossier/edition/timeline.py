"""Timelines: events with their dates in words, and the dossier's own sources among them.

The author's order of events is kept. A list with the class ``with-sources`` also has the dossier's sources, each before the
first event that begins after the source's date has ended: a document of “December” does not stand before the event of the 9th
that it reports. Classes tell a style sheet what kind of date an entry has; that a date is uncertain, or inferred, is always
said in words too.

The entry of a list is a ``div`` around its ``dt`` and ``dd``, as HTML allows
(https://html.spec.whatwg.org/multipage/grouping-content.html#the-dl-element).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from time import struct_time

from markdown_it.token import Token
from markupsafe import escape

from dossier.content.rules.timeline import DATE, is_timeline
from dossier.edition.cards import is_inferred, kind_in_words, reproduced_in_words, source_title
from dossier.edition.marks import Marking
from dossier.edition.phrases import Phrase
from dossier.edition.running_text import running_text
from dossier.language.dates import date_in_words
from dossier.language.typography import typeset
from dossier.language.value import Language
from dossier.model.edtf_date import parsed_date
from dossier.model.records import Reproduce, SourceRecord
from dossier.model.translation import LocalizedDocument, LocalizedDossier

SOURCE = "timeline_source"
WITH_SOURCES = "with-sources"

Day = tuple[float, int, int]
_PLAIN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?(?:T.*)?")
_UNSPECIFIED = re.compile(r"\d{4}-(?P<month>\d\d|XX)(?:-XX)?")


@dataclass(frozen=True, slots=True)
class DatedSource:
    """A source as an entry of a timeline.

    Parameters
    ----------
    document:
        Its document's id.
    issued:
        Its date, EDTF.
    title:
        Its title.
    remarks:
        What is said of it: the kind of its publisher, that it was not consulted.
    known:
        How its date is known, if it does not stand in the source; may be empty.
    """

    document: str
    issued: str
    title: Phrase
    remarks: tuple[str, ...]
    known: str


@dataclass(frozen=True, slots=True)
class _Entry:
    issued: str
    tokens: Sequence[Token]


# -- the sources of a dossier


def dated_sources(localized: LocalizedDossier, marking: Marking) -> tuple[DatedSource, ...]:
    """The sources of ``localized`` that have a date, by the latest day it may mean."""
    found = (_dated(document, marking) for document in localized.sources)
    return tuple(sorted(filter(None, found), key=lambda source: ends(source.issued)))


def _dated(document: LocalizedDocument, marking: Marking) -> DatedSource | None:
    record = document.document.matter
    if not isinstance(record, SourceRecord) or record.issued is None:
        return None
    known = marking.gettext("inferred") if is_inferred(record, "issued") else ""
    title = source_title(document, record, marking)
    return DatedSource(document.document.id, record.issued, title, tuple(_remarks(record, marking)), known)


def _remarks(record: SourceRecord, marking: Marking) -> Iterator[str]:
    _ = marking.gettext
    kind, inferred = kind_in_words(record.publisher_kind, _), _("inferred")
    yield f"{kind} ({inferred})" if is_inferred(record, "publisher-kind") else kind
    if record.reproduce is Reproduce.NOT_CONSULTED:
        yield reproduced_in_words(record.reproduce, _)


# -- dates


@cache
def begins(edtf: str) -> Day:
    """The earliest day ``edtf`` may mean: year, month and day, which compare as the days do.

    A beginning that is open is before all others.
    """
    return _day(parsed_date(edtf).lower_strict())


@cache
def ends(edtf: str) -> Day:
    """The latest day ``edtf`` may mean. An end that is open is after all others."""
    return _day(parsed_date(edtf).upper_strict())


def _day(found: struct_time | float) -> Day:
    return (found.tm_year, found.tm_mon, found.tm_mday) if isinstance(found, struct_time) else (float(found), 0, 0)


def date_classes(edtf: str) -> str:
    """What kind of date ``edtf`` is, for style sheets.

    ``precision-day``, ``-month``, ``-year`` or ``-span`` (an interval, a season, a decade, a choice), and ``certainty-known``,
    ``-about`` or ``-uncertain``.
    """
    return f"precision-{_precision(edtf)} certainty-{_certainty(edtf)}"


def _precision(edtf: str) -> str:
    bare = re.sub("[?~%]", "", edtf)
    if plain := _PLAIN.fullmatch(bare):
        return "day" if plain["day"] else "month" if plain["month"] else "year"
    if unspecified := _UNSPECIFIED.fullmatch(bare):
        # 1988-21 is a season; 1988-XX and 1988-07-XX say which part nobody knows.
        return "year" if unspecified["month"] == "XX" else "month" if "X" in bare else "span"
    return "span"


def _certainty(edtf: str) -> str:
    if "?" in edtf or "%" in edtf or edtf.startswith("["):
        return "uncertain"
    return "about" if "~" in edtf else "known"


def date_markup(edtf: str, known: str, language: Language, gettext: Callable[[str], str]) -> str:
    """A date in words, as ``time`` where HTML's own forms can say it without claiming more than is known.

    Parameters
    ----------
    edtf:
        The date.
    known:
        How it is known; shown behind it where not empty.
    language, gettext:
        The reader's language, and what translates the words around a date.
    """
    words, machine = typeset(date_in_words(edtf, language, gettext), language), _machine_date(edtf)
    return _time(words, machine, language) + (f' <span class="certainty">({escape(known)})</span>' if known else "")


def _time(words: str, machine: str, language: Language) -> str:
    if not machine:
        return f'<span class="date">{running_text(words, language)}</span>'
    # The brackets hold the same day in another calendar: a line may break before them, but not inside a time.
    day, space, other = words.partition(" (")
    return f'<time datetime="{machine}">{running_text(day, language)}</time>{running_text(space + other, language)}'


def _machine_date(edtf: str) -> str:
    """The date as HTML's ``datetime`` takes it; empty where it does not."""
    found = _PLAIN.fullmatch(edtf)
    return edtf.partition("T")[0] if found and int(found["year"]) > 0 else ""


# -- entries


def arranged(tokens: Sequence[Token], sources: Sequence[DatedSource]) -> list[Token]:
    """``tokens`` with each entry of a timeline in a box of its own, and ``sources`` where a timeline asks for them."""
    done: list[Token] = []
    position = 0
    while position < len(tokens):
        token, end = tokens[position], position + 1
        done.append(token)
        if is_timeline(token):
            end = _closing(tokens, position)
            wanted = sources if WITH_SOURCES in str(token.attrs["class"]).split() else ()
            for entry in _merged(_events(tokens[position + 1 : end], sources), wanted):
                done += entry.tokens
        position = end
    return done


def _closing(tokens: Sequence[Token], opening: int) -> int:
    """Where the list that begins at ``opening`` ends."""
    depth = 0
    for position in range(opening, len(tokens)):
        depth += {"dl_open": 1, "dl_close": -1}.get(tokens[position].type, 0)
        if depth == 0:
            return position
    raise AssertionError("every list that is opened is closed")


def _events(inner: Sequence[Token], sources: Sequence[DatedSource]) -> list[_Entry]:
    """The author's entries: each date with the definitions that follow it, timelines inside them arranged as well."""
    depth, starts = 0, []
    for position, token in enumerate(inner):
        depth += {"dl_open": 1, "dl_close": -1}.get(token.type, 0)
        if token.type == "dt_open" and depth == 0:
            starts.append(position)
    return [_event(inner[start:end], sources) for start, end in zip(starts, [*starts[1:], len(inner)], strict=True)]


def _event(tokens: Sequence[Token], sources: Sequence[DatedSource]) -> _Entry:
    edtf = next(token.content for token in tokens if token.type == DATE)
    return _Entry(edtf, _boxed(arranged(tokens, sources), f"event {date_classes(edtf)}", edtf))


def _merged(events: Sequence[_Entry], sources: Sequence[DatedSource]) -> Iterator[_Entry]:
    waiting = list(sources)
    for event in events:
        while waiting and ends(waiting[0].issued) < begins(event.issued):
            yield _source(waiting.pop(0))
        yield event
    yield from map(_source, waiting)


def _source(source: DatedSource) -> _Entry:
    date = Token(DATE, "", 0, content=source.issued, meta={"edtf": source.issued, "known": source.known})
    inferred = " date-inferred" if source.known else ""
    tokens = [*_block("dt", date), *_block("dd", Token(SOURCE, "", 0, meta={"source": source}))]
    return _Entry(source.issued, _boxed(tokens, f"event event-source {date_classes(source.issued)}{inferred}", source.issued))


def _block(tag: str, content: Token) -> tuple[Token, Token, Token]:
    return Token(f"{tag}_open", tag, 1), content, Token(f"{tag}_close", tag, -1)


def _boxed(tokens: Sequence[Token], classes: str, edtf: str) -> list[Token]:
    opening = Token("event_open", "div", 1, attrs={"class": classes, "data-date": edtf}, block=True)
    return [opening, *tokens, Token("event_close", "div", -1, block=True)]


# -- a source among the events


def source_markup(source: DatedSource, address: str, marking: Marking) -> str:
    """A source as the description of its entry: that it is one, its title as a link to ``address``, and what it is."""
    _ = marking.gettext
    what = _("Source")
    title = f'<a href="{escape(address)}">{_words(source.title)}</a>{_label(source.title, marking.edition)}'
    remarks = "".join(f' · <span class="remark">{escape(remark)}</span>' for remark in source.remarks)
    return f'<span class="entry-kind">{escape(what)}</span> {title}{remarks}'


def _words(title: Phrase) -> str:
    attributes = f' lang="{title.language}" xml:lang="{title.language}" dir="{title.direction}"' if title.foreign else ""
    return f"<bdi{attributes}>{title.markup}</bdi>"


def _label(title: Phrase, edition: Language) -> str:
    own = f'lang="{edition.tag}" xml:lang="{edition.tag}" dir="{edition.direction}"'
    return f' <small class="mark mark-{title.state}" {own}>[{escape(title.label)}]</small>' if title.label else ""
