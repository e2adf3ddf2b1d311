"""A translator who knows no language, but keeps what must be kept: dates, numbers, negations, spacing, links, notes, citations.

Each sentence is translated by itself, into words that no other sentence has, so that one can tell from a translation which
sentences it translates. Locale files are filled as with a PO editor: everything translated, nothing fuzzy.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from corpus import WORD, Text
from translate.storage.pypo import pofile

_SYLLABLES = [first + second for first in "bdfgklmnprstv" for second in ("a", "e", "i", "o", "u", "an", "ou", "er")]
_SPACED = {";": " ;", ":": " :"}
_LETTERS_OF_A_SYLLABLE = 2.5
_FRENCH: Mapping[str, str] = dict(
    line.split(" ", 1)
    for line in """\
january janvier
march mars
april avril
june juin
july juillet
september septembre
october octobre
december décembre
one un
two deux
three trois
seven sept
half moitié
dozen douzaine
first premier
second deuxième
third troisième
twice deux
no aucun
none aucun
not ne pas
cannot ne peut pas
nobody personne ne
nothing ne rien
never ne jamais
neither ni
nor ni
nowhere ne nulle part
hardly ne guère
without sans""".splitlines()
)
"""What a reader of translations looks for, in French."""
_COMMON = frozenset(word for words in _FRENCH.values() for word in words.split())


def translate_project(root: Path, texts: Sequence[Text], language: str) -> None:
    """Translate every entry of ``language`` below ``root``, sentence by sentence."""
    known = {block.text: block.sentences for text in texts for block in text.blocks}
    for path in sorted((root / "locales" / language).rglob("*.po")):
        store = pofile.parsefile(str(path))
        for unit in store.units:
            if not unit.isheader() and not unit.isobsolete():
                unit.target = translated(known.get(str(unit.source), (str(unit.source),)))
                unit.markfuzzy(False)
        store.save()


def translated(sentences: Iterable[str]) -> str:
    """What the translator makes of the sentences of one block."""
    return " ".join(map(translation, sentences))


@cache
def translation(sentence: str) -> str:
    """``sentence`` in words of its own; marks, numbers, addresses, notes and citations stay."""
    made = []
    for number, part in enumerate(WORD.finditer(sentence)):
        made.append(_word(f"{sentence}|{number}", part["word"]) if part["word"] else _SPACED.get(part[0], part[0]))
    return "".join(made)


def own_words(sentence: str) -> frozenset[str]:
    """The words of a sentence's translation, by which it is known again; its marks and addresses are not among them."""
    return words_of(translation(sentence))


def words_of(text: str) -> frozenset[str]:
    """The words of a translated text, without those that many sentences have."""
    return frozenset(part["word"].lower() for part in WORD.finditer(text) if part["word"]) - _COMMON


def _word(seed: str, original: str) -> str:
    word = _FRENCH.get(original.lower()) or _made_up(seed, max(2, round(len(original) / _LETTERS_OF_A_SYLLABLE)))
    return word.capitalize() if original[0].isupper() and original.lower() not in _FRENCH else word


def _made_up(seed: str, syllables: int) -> str:
    digest = sha256(seed.encode()).digest()
    return "".join(_SYLLABLES[byte % len(_SYLLABLES)] for byte in digest[:syllables])
