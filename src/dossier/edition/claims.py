"""Who says what: for each question of ``claims.toml`` a table of what the sources answer, each in its own words.

A translated answer that nobody has reviewed, or that quotes, has the original words below it: nobody should have to trust a
draft for a number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from dossier.content.quotation_marks import quoted_words
from dossier.content.rules.locators import locator_and_suffix
from dossier.edition.addresses import CLAIMS, Addresses
from dossier.edition.balance import Known
from dossier.edition.cards import is_inferred, kind_in_words, source_title
from dossier.edition.catalogs import Messages
from dossier.edition.contents import Heading
from dossier.edition.locators import locator_in_words
from dossier.edition.marks import UNREVIEWED, Marking
from dossier.edition.phrases import Phrase, as_written, phrase, string
from dossier.edition.quoted_spans import quoted_in
from dossier.language.dates import date_in_words
from dossier.language.line import Span
from dossier.language.registry import name_in, same_language
from dossier.model.claims import Answer, Claims, Question, answer_key, question_key
from dossier.model.records import SourceRecord, Status
from dossier.model.translation import LocalizedDocument, LocalizedDossier


@dataclass(frozen=True, slots=True)
class AnsweringSource:
    """A source in a table of answers; ``address`` is where it stands in the edition, ``number`` the id of its record."""

    number: str
    title: Phrase
    address: str
    kind: Known
    date: Known


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """An answer, with its words as markup, and what the edition calls their language."""

    phrase: Phrase
    markup: Markup
    language: str


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What one source answers.

    Parameters
    ----------
    source:
        Who.
    answer:
        In which words, in the edition's language where there is a translation.
    original:
        The words that were translated, where the reader should see them.
    is_our_translation:
        Whether quoted words are not the source's own but a translation of them.
    voice:
        Who says it in the source; may be empty.
    locator:
        Where in the source, as markup; may be empty.
    is_further:
        Whether the row before is of the same source, so that it need not be introduced again.
    """

    source: AnsweringSource
    answer: AnswerWords
    original: AnswerWords | None
    is_our_translation: bool
    voice: Phrase
    locator: Markup
    is_further: bool = False


@dataclass(frozen=True, slots=True)
class ClaimTable:
    """A question, the answers to it in the order of the file, and the consulted sources that give none."""

    anchor: str
    question: Phrase
    rows: tuple[AnswerRow, ...]
    silent: tuple[AnsweringSource, ...]


@dataclass(frozen=True, slots=True)
class WhoSaysWhat:
    """The section; ``is_draft`` tells that nobody has compared the answers with their sources."""

    tables: tuple[ClaimTable, ...]
    is_draft: bool


def who_says_what(localized: LocalizedDossier, marking: Marking, messages: Messages, where: Addresses) -> WhoSaysWhat | None:
    """The answers of the sources of ``localized``, for its readers; ``None`` where it has no claims.

    Parameters
    ----------
    localized, marking, messages:
        The edition, how it marks states of review, and its own words.
    where:
        Where its sources stand.
    """
    if localized.claims is None:
        return None
    claims = _claims(localized.claims)
    sources = _sources(localized, marking, where)
    making = _Making(localized.claims, sources, marking, messages)
    tables = tuple(making.table(number, question) for number, question in enumerate(claims.questions))
    return WhoSaysWhat(tables, claims.status is Status.DRAFT)


def claim_addresses(localized: LocalizedDossier, where: Addresses) -> Mapping[str, str]:
    """Where the table of each question stands, by its id."""
    questions = _claims(localized.claims).questions if localized.claims else ()
    return {question.id: where.own_page(CLAIMS, question.id) for question in questions}


def claim_headings(localized: LocalizedDossier, marking: Marking, where: Addresses) -> tuple[Heading, ...]:
    """The questions, as entries of the contents."""
    document = localized.claims
    if document is None:
        return ()
    return tuple(
        Heading(_question(document, number, question, marking), where.own_page(CLAIMS, question.id), _anchor(question), 2)
        for number, question in enumerate(_claims(document).questions)
    )


def _claims(document: LocalizedDocument) -> Claims:
    assert isinstance(document.document.matter, Claims), "the matter of the claims' document is the claims"
    return document.document.matter


def _anchor(question: Question) -> str:
    return f"{CLAIMS}--{question.id}"


def _question(document: LocalizedDocument, number: int, question: Question, marking: Marking) -> Phrase:
    return string(document, question_key(number), question.question, marking)


def _without_repetition(rows: Sequence[AnswerRow]) -> tuple[AnswerRow, ...]:
    sources = [row.source.number for row in rows]
    return tuple(replace(row, is_further=before == row.source.number) for row, before in zip(rows, ["", *sources], strict=False))


@dataclass(frozen=True, slots=True)
class _Consulted:
    record: SourceRecord
    shown: AnsweringSource


def _sources(localized: LocalizedDossier, marking: Marking, where: Addresses) -> dict[str, _Consulted]:
    """The consulted sources by the ids of their records, in the dossier's order."""
    records = ((document, document.record) for document in localized.sources)
    return {
        record.id: _Consulted(record, _answering(document, record, marking, where))
        for document, record in records
        if record.was_consulted
    }


def _answering(document: LocalizedDocument, record: SourceRecord, marking: Marking, where: Addresses) -> AnsweringSource:
    _ = marking.gettext
    date = date_in_words(record.issued, marking.edition, _) if record.issued else _("date unknown")
    return AnsweringSource(
        number=record.id,
        title=source_title(document, record, marking),
        address=where.address(document.document.id),
        kind=Known(kind_in_words(record.publisher_kind, _), is_inferred(record, "publisher-kind")),
        date=Known(date, is_inferred(record, "issued")),
    )


@dataclass(frozen=True, slots=True)
class _Making:
    document: LocalizedDocument
    sources: Mapping[str, _Consulted]
    marking: Marking
    messages: Messages

    def table(self, number: int, question: Question) -> ClaimTable:
        known = [(index, answer) for index, answer in enumerate(question.answers) if answer.source in self.sources]
        answering = {answer.source for _, answer in known}
        return ClaimTable(
            anchor=_anchor(question),
            question=_question(self.document, number, question, self.marking),
            rows=_without_repetition([self._row(number, index, answer) for index, answer in known]),
            silent=tuple(source.shown for name, source in self.sources.items() if name not in answering),
        )

    def _row(self, number: int, index: int, answer: Answer) -> AnswerRow:
        woven = self.document.strings[answer_key(number, index, "answer")]
        source = self.sources[answer.source]
        own = woven.unit.language
        is_translated = woven.language != own
        quotes = bool(quoted_words(woven.text))
        # A translator who knows that the source itself has the edition's language writes its own words.
        is_ours = is_translated and quotes and not same_language(source.record.language, woven.language)
        original = as_written(woven.unit.msgid, own, self.marking, self._own_words(source, woven.unit.msgid, own))
        return AnswerRow(
            source=source.shown,
            answer=self._words(phrase(woven, self.marking, self._own_words(source, woven.text, woven.language))),
            original=self._words(original) if is_translated and (is_ours or woven.state in UNREVIEWED) else None,
            is_our_translation=is_ours,
            voice=string(self.document, answer_key(number, index, "voice"), answer.voice, self.marking),
            locator=Markup(self._separator()).join(self._locators(answer.locator)),
        )

    def _own_words(self, source: _Consulted, text: str, tag: str) -> tuple[Span, ...]:
        return quoted_in(text) if same_language(source.record.language, tag) else ()

    def _words(self, shown: Phrase) -> AnswerWords:
        return AnswerWords(shown, shown.markup, name_in(shown.language, self.marking.edition))

    def _locators(self, written: str) -> Iterator[Markup]:
        """The locators of ``pp. 4–6, note 3``. What cannot be read as one is shown as it was written: it may still lead there."""
        edition, rest = self.marking.edition, written.strip()
        while rest:
            locator, behind = locator_and_suffix(rest)
            if locator is None:
                own = as_written(rest, self.document.document.language, self.marking)
                yield Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(own.language, own.direction, own.markup)
                return
            words = locator_in_words(locator, edition, self.messages)
            yield Phrase(words, edition.tag, edition.direction).markup
            rest = behind.removeprefix(",").strip()

    def _separator(self) -> str:
        return self.messages.pgettext("between two items of a list", ", ")
