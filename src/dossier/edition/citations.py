"""What a citation shows its reader: where the words come from, the original words, and whether they were verified."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from markdown_it.token import Token
from markupsafe import Markup, escape

from dossier.content.markdown import BLOCK, finish
from dossier.content.rules.citations import NAME, in_reading_order
from dossier.edition.catalogs import Messages
from dossier.edition.citation_notes import Shown
from dossier.edition.running_text import running_text
from dossier.edition.words import set_markup
from dossier.language.dates import day_in_words
from dossier.language.registry import language as by_tag
from dossier.language.registry import name_in, same_language
from dossier.language.value import Language
from dossier.model.citation import Citation, CitationTexts, Fragment
from dossier.model.document import Document
from dossier.model.quotation import Checked, Verdict
from dossier.model.translation import LocalizedDocument

_DIGITS_OF_DIGEST = 12
_CITATION = re.compile(r"\[[^\[\]]*@[^\[\]]*\]")
_NO_WORD = re.compile(r"[^\w]+|_")
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
        said = self._said_of_quotations(inline, index)
        if self._in_notes:
            return Shown(note=(*text, *said), inside=(*_without_stop(text), *said))
        return Shown(text=(Markup(" "), *text), note=_from_first_word(said), inside=(*text, *said))

    def _said_of_quotations(self, inline: Token, index: int) -> Fragment:
        woven = inline.meta.get("woven")
        translated = woven is not None and woven.language != woven.unit.language
        originals = self._original.get(index, ())
        # Which of two equal citations is which, a translation does not say: both have the words of both.
        checked = [one for at in (originals if translated else originals[:1]) for one in self._checked.get(at, ())]
        if not checked:
            return ()
        words = _plain(_CITATION.sub("", woven.text)) if woven is not None else ""
        other = [one for one in checked if self._is_foreign(one) or _plain(one.quotation.text) not in words]
        own = [one for one in other if not one.quotation.is_original] if translated else []
        given = any(one.quotation.is_original for one in other)
        return (*self._originals(own), *(self._ours() if given else ()), *self._verdict(checked))

    def _is_foreign(self, checked: Checked) -> bool:
        return not same_language(self._language(checked), self._edition.tag)

    def _language(self, checked: Checked) -> str:
        """The language of the quoted words, which are the source's own."""
        return self._languages.get(checked.source, checked.quotation.language)

    def _originals(self, checked: Sequence[Checked]) -> Fragment:
        if not checked:
            return ()
        _ = self._messages.gettext
        tag = self._language(checked[0])
        label = _("Our translation; in the original ({language}):").format(language=name_in(tag, self._edition))
        words = dict.fromkeys(_quoted(one.quotation.text, by_tag(self._language(one))) for one in checked)
        return (Markup(' <span class="original-words">{} {}.</span>').format(label, Markup(", ").join(words)),)

    def _ours(self) -> Fragment:
        """That the words in the text are a translation, where the citation itself gives the source's own."""
        _ = self._messages.gettext
        return (Markup(' <span class="original-words">{}</span>').format(_("Our translation.")),)

    def _verdict(self, checked: Sequence[Checked]) -> Fragment:
        worst = min(checked, key=lambda one: _WORST_FIRST.index(one.verdict))
        words = set_markup(verdict_in_words(worst, self._edition, self._messages), self._edition)
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


def _quoted(text: str, language: Language) -> Markup:
    """Quoted words in the marks of their language."""
    opening, closing = language.quotes
    words = running_text(f"{opening}{' '.join(text.split())}{closing}", language)
    return Markup('<bdi lang="{0}" xml:lang="{0}" dir="{1}">{2}</bdi>').format(language.tag, language.direction, words)


def _plain(text: str) -> str:
    """The letters and digits of ``text``, its words parted by one space: enough to see whether it has the same words."""
    return " ".join(_NO_WORD.sub(" ", normalize("NFKC", text).replace("\u200c", "")).casefold().split())


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


def _original_indices(document: LocalizedDocument) -> dict[int, tuple[int, ...]]:
    """For the index of each citation in the localized document those in the original that cite the same in the same passage.

    A translation may put the citations of a passage in another order. The one that stands at the same place among equal ones
    comes first.
    """
    originals = _indices(_original_tokens(document.document))
    seen: Counter[tuple[int, object]] = Counter()
    found: dict[int, tuple[int, ...]] = {}
    for block, citation, index in _listed(document.tokens):
        same = originals.get((block, _data(citation)), [])
        position = seen[block, _data(citation)]
        seen[block, _data(citation)] += 1
        found[index] = (*same[position : position + 1], *same[:position], *same[position + 1 :])
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
