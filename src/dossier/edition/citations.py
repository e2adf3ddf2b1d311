"""What a citation shows its reader: where the words come from, the original words, and whether they were verified."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token
from markupsafe import Markup, escape

from dossier.content.markdown import BLOCK, finish
from dossier.content.rules.citations import NAME, in_reading_order
from dossier.edition.catalogs import Messages
from dossier.edition.citation_notes import Shown
from dossier.language.dates import day_in_words
from dossier.language.registry import language as by_tag
from dossier.language.registry import name_in, same_language
from dossier.language.value import Language
from dossier.model.citation import Citation, CitationTexts, Fragment
from dossier.model.document import Document
from dossier.model.quotation import Checked, Quotation, Verdict
from dossier.model.translation import LocalizedDocument

_DIGITS_OF_DIGEST = 12
_WORST_FIRST = (
    Verdict.WRONG,
    Verdict.UNVERIFIED,
    Verdict.CHANGED,
    Verdict.RECORDED_CHANGED,
    Verdict.RECORDED,
    Verdict.VERIFIED,
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the attribution of an edition is made from.

    Parameters
    ----------
    texts:
        Its citations, set by a style.
    checked:
        What was found out about the dossier's quotations.
    languages:
        The language of each source, by its id.
    """

    texts: CitationTexts = field(default_factory=CitationTexts)
    checked: tuple[Checked, ...] = ()
    languages: Mapping[str, str] = field(default_factory=dict)


class Showing:
    """Says for each citation of one document what it shows; an instance is a :data:`~dossier.edition.citation_notes.Show`."""

    def __init__(self, document: LocalizedDocument, attribution: Attribution, edition: Language, messages: Messages) -> None:
        own = document.document
        self._texts = attribution.texts.texts.get(own.id, ())
        self._in_notes = attribution.texts.in_notes
        self._languages = attribution.languages
        self._edition = edition
        self._messages = messages
        found = [one for one in attribution.checked if one.quotation.document == own.id]
        self._checked = _by_citation(found)
        self._original = _original_indices(document) if found else {}

    def __call__(self, inline: Token, citation: Token) -> Shown:
        """What ``citation``, which stands in ``inline``, shows."""
        index = int(citation.meta["index"])
        text = self._texts[index] if index < len(self._texts) else (Markup(escape(citation.content)),)
        said = self._said_of_quotations(inline, self._checked.get(self._original.get(index, -1), ()))
        if self._in_notes:
            return Shown(note=(*text, *said), inside=(*_without_stop(text), *said))
        return Shown(text=(Markup(" "), *text), note=_from_first_word(said), inside=(*text, *said))

    def _said_of_quotations(self, inline: Token, checked: Sequence[Checked]) -> Fragment:
        if not checked:
            return ()
        woven = inline.meta.get("woven")
        translated = woven is not None and woven.language != woven.unit.language
        foreign = [one for one in checked if self._is_foreign(one)]
        own = _quotations(one for one in foreign if not one.quotation.is_original) if translated else ()
        given = any(one.quotation.is_original for one in foreign)
        return (*self._originals(own), *(self._ours() if given else ()), *self._verdict(checked))

    def _is_foreign(self, checked: Checked) -> bool:
        return not same_language(self._languages.get(checked.source, ""), self._edition.tag)

    def _ours(self) -> Fragment:
        """That the words in the text are a translation, where the citation itself gives the source's own."""
        _ = self._messages.gettext
        return (Markup(' <span class="original-words">{}</span>').format(_("Our translation.")),)

    def _originals(self, quotations: Sequence[Quotation]) -> Fragment:
        if not quotations:
            return ()
        _ = self._messages.gettext
        tag = quotations[0].language
        label = _("Our translation; in the original ({language}):").format(language=name_in(tag, self._edition))
        words = Markup(" ").join(_quoted(quotation) for quotation in quotations)
        return (Markup(' <span class="original-words">{} {}</span>').format(label, words),)

    def _verdict(self, checked: Sequence[Checked]) -> Fragment:
        worst = min(checked, key=lambda one: _WORST_FIRST.index(one.verdict))
        words = verdict_in_words(worst, self._edition, self._messages)
        return (Markup(' <small class="verdict verdict-{}">{}</small>').format(worst.verdict, words),)


def verdict_in_words(checked: Checked, edition: Language, messages: Messages) -> Markup:
    """What a reader is told of a quotation: verified now, verified before against a copy that is not here, or not."""
    _ = messages.gettext
    match checked.verdict:
        case Verdict.VERIFIED:
            return escape(_("Quotation verified in this build."))
        case Verdict.CHANGED:
            return escape(_("Quotation verified with changes: what is left out or put in may change its sense."))
        case Verdict.RECORDED:
            pattern = _("Quotation recorded as verified on {day} against {digest}; not verifiable here.")
        case Verdict.RECORDED_CHANGED:
            pattern = _("Quotation recorded as verified with changes on {day} against {digest}; not verifiable here.")
        case _:
            return escape(_("Quotation not verified."))
    digest = Markup('<code dir="ltr">sha256:{}…</code>').format(checked.digest[:_DIGITS_OF_DIGEST])
    return Markup(escape(pattern)).format(day=day_in_words(checked.recorded, edition), digest=digest)


def _quoted(quotation: Quotation) -> Markup:
    """The words of a quotation in the marks of their language."""
    language = by_tag(quotation.language)
    opening, closing = language.quotes
    words = f"{opening}{' '.join(quotation.text.split())}{closing}"
    return Markup('<bdi lang="{0}" xml:lang="{0}" dir="{1}">{2}</bdi>').format(language.tag, language.direction, words)


def _quotations(checked: Iterable[Checked]) -> tuple[Quotation, ...]:
    """Each quotation once, also where it was looked for in several sources."""
    return tuple(dict.fromkeys(one.quotation for one in checked))


def _by_citation(checked: Iterable[Checked]) -> dict[int, list[Checked]]:
    found: dict[int, list[Checked]] = {}
    for one in checked:
        found.setdefault(one.quotation.citation, []).append(one)
    return found


def _without_stop(text: Fragment) -> Fragment:
    """A citation in the midst of somebody's note does not end a sentence."""
    if text and isinstance(text[-1], Markup) and text[-1].endswith("."):
        return (*text[:-1], Markup(text[-1][:-1]))
    return text


def _from_first_word(said: Fragment) -> Fragment:
    return (said[0].lstrip(), *said[1:]) if said and isinstance(said[0], Markup) else said


def _original_indices(document: LocalizedDocument) -> dict[int, int]:
    """The index of each citation in the original, by its index in the localized document.

    A translation may put the citations of a passage in another order; those that cite the same keep theirs.
    """
    own = document.document
    originals = _indices(_original_tokens(own))
    seen: Counter[tuple[int, object]] = Counter()
    found: dict[int, int] = {}
    for block, citation, index in _listed(document.tokens):
        same = originals.get((block, _data(citation)), ())
        position = seen[block, _data(citation)]
        seen[block, _data(citation)] += 1
        if position < len(same):
            found[index] = same[position]
    return found


def _original_tokens(document: Document) -> Sequence[Token]:
    tokens, _ = finish(document.blocks, document.environment, raw_html=document.raw_html)
    return tokens


def _indices(tokens: Sequence[Token]) -> dict[tuple[int, object], list[int]]:
    found: dict[tuple[int, object], list[int]] = {}
    for block, citation, index in _listed(tokens):
        found.setdefault((block, _data(citation)), []).append(index)
    return found


def _listed(tokens: Sequence[Token]) -> list[tuple[int, Citation, int]]:
    """Block, citation and index of every citation."""
    return [
        (int(token.meta.get(BLOCK, -1)), child.meta["citation"], int(child.meta["index"]))
        for token in tokens
        for child in token.children or ()
        if child.type == NAME
    ]


def _data(citation: Citation) -> object:
    return tuple((cite.source, cite.locator, cite.suppress_author, cite.quotes_previous) for cite in citation.cites)


def connections(messages: Messages) -> dict[str, str]:
    """The edition's words for those that connect cites, by the English ones that citations are written with."""
    _ = messages.gettext
    return {"as quoted in": _("as quoted in"), "see": _("see"), "see also": _("see also"), "cf.": _("cf.")}


def citations_in_order(document: LocalizedDocument) -> tuple[Citation, ...]:
    """The citations of ``document`` as its readers meet them: what a style is asked to set."""
    return tuple(token.meta["citation"] for token in in_reading_order(document.tokens))
