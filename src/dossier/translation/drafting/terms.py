"""Names and terms of the glossary in machine drafts: enforced where that can be done for certain, told where not.

An engine is asked for each wording by itself, too, so that what it makes of it is known and can be found in the sentence.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.language.glossary_search import glossary_search
from dossier.language.name_search import is_same, wordings
from dossier.model.glossary import Glossary, GlossaryEntry, TermKind
from dossier.translation.drafting.claims import Claim, Kind, rendering_of, settled, standing
from dossier.translation.drafting.french_articles import Introduced, introduced
from dossier.translation.engines.engine import Pair, Reply


@dataclass(frozen=True, slots=True)
class Term:
    """An entry that an original names.

    Parameters
    ----------
    entry:
        The entry of the glossary.
    pair:
        The languages.
    found:
        The wordings that name it in the original, one for each time.
    """

    entry: GlossaryEntry
    pair: Pair
    found: tuple[str, ...]

    @property
    def form(self) -> str:
        """What it is called in the translation."""
        return self.form_for(self.found[0])

    @property
    def is_name(self) -> bool:
        """Whether it has no plural."""
        return self.entry.kind is not TermKind.TERM

    def form_for(self, wording: str) -> str:
        """What stands for ``wording`` in the translation: for an abbreviation an abbreviation, if there is one."""
        source = _of(self.entry.abbreviations, self.pair.source)
        short = _of(self.entry.abbreviations, self.pair.target)
        is_short = source is not None and is_same(wording, source)
        form = _of(self.entry.forms, self.pair.target)
        return (short if is_short else form) or form or short or ""


@dataclass(frozen=True, slots=True)
class Change:
    """``words`` for what stood at ``text[begin:end]`` of the engine's translation."""

    begin: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Enforced:
    """A translation with the glossary's terms, what translators are told, and what was changed, in order."""

    text: str
    notes: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


def terms_in(sentence: str, glossary: Glossary, pair: Pair) -> tuple[Term, ...]:
    """The entries that a plain sentence of the original names and that have a form in the language it is translated into.

    Of wordings that begin at the same place the longest counts, and none within another. What is longest comes first.
    """
    known = glossary_search(glossary, pair.source)
    if known.search is None:
        return ()
    found: dict[str, list[str]] = {}
    for identifier, words in known.search.named(sentence):
        found.setdefault(identifier, []).append(_as_in_glossary(known.entries[identifier], words, pair.source))
    terms = (Term(known.entries[identifier], pair, tuple(words)) for identifier, words in found.items())
    return tuple(sorted((term for term in terms if term.form), key=lambda term: -max(map(len, term.found))))


def alone(terms: Sequence[Term]) -> tuple[str, ...]:
    """The words that an engine is to translate by themselves."""
    asked = (words for term in terms for words in term.found if not is_same(words, term.form_for(words)))
    return tuple(dict.fromkeys(" ".join(words.split()) for words in asked))


def enforced(translation: str, terms: Sequence[Term], alone: Mapping[str, Reply]) -> Enforced:
    """``translation`` with the right form of each of ``terms``.

    Where the right form stands, or another that the glossary accepts, nothing is done. Where the words of the original stand
    untranslated, or what the engine makes of them ``alone`` stands there as often as the term is wanting, the right form
    takes their place. Where neither does, a note says so. Nothing else of the text is touched but a French article before the
    new words.
    """
    if not terms:
        return Enforced(translation)
    claims = settled(_claims(translation, terms, alone), [len(term.found) for term in terms])
    notes = list(_missing(terms, claims))
    changes: list[Change] = []
    last = 0
    for claim in claims:
        if claim.kind is not Kind.RIGHT:
            change, is_doubtful = _change(translation, last, claim, terms[claim.term].pair.target)
            changes.append(change)
            if is_doubtful:
                notes.append(f"glossary: “{claim.form}” was put in; the article before it may be wrong")
        last = claim.end
    return Enforced(_changed(translation, changes), tuple(dict.fromkeys(notes)), tuple(changes))


def _of(table: Mapping[str, str], language: str) -> str | None:
    return table.get(language) or table.get(language.partition("-")[0])


def _as_in_glossary(entry: GlossaryEntry, words: str, language: str) -> str:
    return next((wording for wording in wordings(entry, language) if is_same(wording, words)), words)


def _claims(translation: str, terms: Sequence[Term], alone: Mapping[str, Reply]) -> Iterator[Claim]:
    text = standing(translation)
    for number, term in enumerate(terms):
        accepted = tuple(wordings(term.entry, term.pair.target))
        yield from text.right(number, accepted, term.pair.target, is_name=term.is_name)
        for words in wordings(term.entry, term.pair.source):
            if not any(is_same(words, other) for other in accepted):
                yield from text.untranslated(number, words, term.pair.source, term.form_for(words))
        for words in dict.fromkeys(term.found):
            reply = alone.get(" ".join(words.split()))
            rendering = rendering_of(words, reply, term.pair.target) if reply else None
            if rendering and not any(is_same(rendering, other) for other in accepted):
                yield from text.rendered(number, rendering, term.form_for(words))


def _missing(terms: Sequence[Term], claims: Sequence[Claim]) -> Iterator[str]:
    for number, term in enumerate(terms):
        count = sum(claim.term == number for claim in claims)
        if count < len(term.found):
            what = f"glossary: “{term.found[0]}” is “{term.form}”"
            yield (
                f"{what}; it was not found in the draft"
                if count == 0
                else (f"{what}; the original has it {len(term.found)} times, the draft {count}")
            )


def _change(translation: str, last: int, claim: Claim, language: str) -> tuple[Change, bool]:
    """The change for ``claim``, no further back than ``last``; and whether an article may be wrong now."""
    before, old = translation[last : claim.begin], translation[claim.begin : claim.end]
    begins = not any(map(str.isalnum, translation[: claim.begin]))
    form = claim.form[:1].upper() + claim.form[1:] if begins and old[:1].isupper() else claim.form
    base = language.partition("-")[0]
    made = introduced(before, old, form) if base == "fr" else Introduced(0, form, base == "en" and _misfits(before, form))
    return Change(claim.begin - made.length, claim.end, made.words), made.is_doubtful


def _misfits(before: str, form: str) -> bool:
    """Whether *a* stands before a vowel, or *an* before another letter."""
    article = f" {before[-4:].lower()}".split(" ")[-2:-1]
    return article == (["a"] if form.lower().startswith(tuple("aeiou")) else ["an"])


def _changed(translation: str, changes: Sequence[Change]) -> str:
    parts, last = [], 0
    for change in changes:
        parts += [translation[last : change.begin], change.words]
        last = change.end
    return "".join((*parts, translation[last:]))
