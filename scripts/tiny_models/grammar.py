"""A small English of human-rights documents, with its French and its Persian: what the tiny models learn and are asked.

Every sentence is made in the three languages at once from the same choices, so that the translations are right by
construction. Sentences are divided into two halves that never meet, by a checksum of the English: models learn from the one,
tests ask for the other. Nothing but the standard library is needed.
"""

import random
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_HELD_OUT = 8  # one sentence in so many is kept from the models


@dataclass(frozen=True, slots=True)
class Sentence:
    """The same sentence in three languages."""

    english: str
    french: str
    persian: str

    @property
    def held_out(self) -> bool:
        """Whether no model has learnt it."""
        return zlib.crc32(self.english.encode()) % _HELD_OUT == 0


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in singular and plural."""

    english: tuple[str, str]
    french: tuple[str, str]
    persian: tuple[str, str]
    feminine: bool = False


@dataclass(frozen=True, slots=True)
class Adjective:
    """An adjective; in French masculine and feminine, singular then plural."""

    english: str
    french: tuple[str, str, str, str]
    persian: str


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in the past: English past and infinitive, French participle, Persian light-verb complement and past stem."""

    english: tuple[str, str]
    french: str
    persian: tuple[str, str]


def _noun(english: str, french: str, persian: str) -> Noun:
    """A noun from "singular plural" in each language; "f:" in front of the French marks a feminine."""
    gender, _, words = french.rpartition(":")
    return Noun(_two(english), _two(words), _two(persian), gender == "f")


def _two(words: str) -> tuple[str, str]:
    singular, plural = words.split()
    return singular, plural


ACTORS = (
    _noun("committee committees", "comité comités", "کمیته کمیته‌ها"),
    _noun("court courts", "f:cour cours", "دادگاه دادگاه‌ها"),
    _noun("witness witnesses", "témoin témoins", "شاهد شاهدان"),
    _noun("family families", "f:famille familles", "خانواده خانواده‌ها"),
    _noun("judge judges", "juge juges", "قاضی قاضیان"),
    _noun("lawyer lawyers", "avocat avocats", "وکیل وکیلان"),
    _noun("journalist journalists", "journaliste journalistes", "روزنامه‌نگار روزنامه‌نگاران"),
    _noun("prisoner prisoners", "prisonnier prisonniers", "زندانی زندانیان"),
    _noun("translator translators", "traducteur traducteurs", "مترجم مترجمان"),
)
THINGS = (
    _noun("report reports", "rapport rapports", "گزارش گزارش‌ها"),
    _noun("document documents", "document documents", "سند سندها"),
    _noun("decision decisions", "f:décision décisions", "تصمیم تصمیم‌ها"),
    _noun("law laws", "f:loi lois", "قانون قانون‌ها"),
    _noun("letter letters", "f:lettre lettres", "نامه نامه‌ها"),
    _noun("archive archives", "f:archive archives", "بایگانی بایگانی‌ها"),
    _noun("photograph photographs", "f:photographie photographies", "عکس عکس‌ها"),
    _noun("book books", "livre livres", "کتاب کتاب‌ها"),
    _noun("list lists", "f:liste listes", "فهرست فهرست‌ها"),
    _noun("testimony testimonies", "témoignage témoignages", "شهادت شهادت‌ها"),
)
PLACES = (
    _noun("prison prisons", "f:prison prisons", "زندان زندان‌ها"),
    _noun("village villages", "village villages", "روستا روستاها"),
    _noun("city cities", "f:ville villes", "شهر شهرها"),
)
ADJECTIVES = (
    Adjective("secret", ("secret", "secrète", "secrets", "secrètes"), "محرمانه"),
    Adjective("official", ("officiel", "officielle", "officiels", "officielles"), "رسمی"),
    Adjective("important", ("important", "importante", "importants", "importantes"), "مهم"),
    Adjective("public", ("public", "publique", "publics", "publiques"), "عمومی"),
    Adjective("legal", ("juridique", "juridique", "juridiques", "juridiques"), "حقوقی"),
    Adjective("local", ("local", "locale", "locaux", "locales"), "محلی"),
    Adjective("French", ("français", "française", "français", "françaises"), "فرانسوی"),
)
VERBS = (
    Verb(("published", "publish"), "publié", ("منتشر", "کرد")),
    Verb(("read", "read"), "lu", ("", "خواند")),
    Verb(("received", "receive"), "reçu", ("دریافت", "کرد")),
    Verb(("sent", "send"), "envoyé", ("", "فرستاد")),
    Verb(("examined", "examine"), "examiné", ("بررسی", "کرد")),
    Verb(("signed", "sign"), "signé", ("امضا", "کرد")),
    Verb(("found", "find"), "trouvé", ("پیدا", "کرد")),
    Verb(("translated", "translate"), "traduit", ("ترجمه", "کرد")),
)
NAMES = (
    ("Maryam", "Maryam", "مریم"),
    ("Daniel", "Daniel", "دانیل"),
    ("Shirin", "Shirin", "شیرین"),
    ("Amir", "Amir", "امیر"),
    ("Claire", "Claire", "کلر"),
)
_VOWELS = "aeiouéh"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words in the three languages, and whether they are plural and feminine."""

    english: str = ""
    french: str = ""
    persian: str = ""
    plural: bool = False
    feminine: bool = False


def sentences(seed: int) -> Iterator[Sentence]:
    """Sentences without end, no two equal, the same ones for the same seed."""
    chance = random.Random(seed)
    seen = set()
    while True:
        made = _sentence(chance)
        if made.english not in seen:
            seen.add(made.english)
            yield made


def _sentence(chance: random.Random) -> Sentence:
    kind = chance.random()
    if kind < 0.2:
        whole = _description(chance)
    elif kind < 0.75:
        whole = _with_year(chance, _clause(chance))
    elif kind < 0.9:
        whole = _joined(_clause(chance), (" and ", " et ", " و "), _clause(chance))
    else:
        whole = _joined(_clause(chance), (", but ", ", mais ", "، اما "), _clause(chance, negated=True))
    return Sentence(*(words[0].upper() + words[1:] + "." for words in (whole.english, whole.french, whole.persian)))


def _joined(first: _Phrase, between: tuple[str, str, str], second: _Phrase) -> _Phrase:
    return _Phrase(
        first.english + between[0] + second.english,
        first.french + between[1] + second.french,
        first.persian + between[2] + second.persian,
    )


def _with_year(chance: random.Random, clause: _Phrase) -> _Phrase:
    """The clause, half of the time behind the year in which it happened."""
    if chance.random() < 0.5:
        return clause
    year = chance.randrange(1900, 2030)
    return _joined(_Phrase(f"in {year}", f"en {year}", f"در سال {year}"), (", ", ", ", "، "), clause)


def _description(chance: random.Random) -> _Phrase:
    """What a thing is or was, or is or was not."""
    thing = _noun_phrase(chance, THINGS, adjectives=0.0)
    adjective = chance.choice(ADJECTIVES)
    was, negated = chance.random() < 0.5, chance.random() < 0.4
    english = ("were" if thing.plural else "was") if was else ("are" if thing.plural else "is")
    french = ("étaient" if thing.plural else "était") if was else ("sont" if thing.plural else "est")
    persian = ("نبود" if negated else "بود") if was else ("نیست" if negated else "است")
    return _Phrase(
        f"{thing.english} {english} {'not ' if negated else ''}{adjective.english}",
        f"{thing.french} {_denied(french) if negated else french} {_agreeing(adjective, thing.feminine, thing.plural)}",
        f"{thing.persian} {adjective.persian} {persian}",
    )


def _clause(chance: random.Random, negated: bool | None = None) -> _Phrase:
    """Somebody did, or did not do, something somewhere."""
    negated = chance.random() < 0.2 if negated is None else negated
    subject, thing, place = _subject(chance), _object(chance), _place(chance)
    verb = chance.choice(VERBS)
    auxiliary = "ont" if subject.plural else "a"
    stem = ("ن" if negated else "") + verb.persian[1] + ("ند" if subject.plural else "")
    return _Phrase(
        _spaced(subject.english, f"did not {verb.english[1]}" if negated else verb.english[0], thing.english, place.english),
        _spaced(subject.french, _denied(auxiliary) if negated else auxiliary, verb.french, thing.french, place.french),
        _spaced(subject.persian, place.persian, thing.persian, verb.persian[0], stem),
    )


def _subject(chance: random.Random) -> _Phrase:
    if chance.random() < 0.2:
        return _Phrase(*chance.choice(NAMES))
    return _noun_phrase(chance, ACTORS, adjectives=0.3)


def _object(chance: random.Random) -> _Phrase:
    if chance.random() < 0.2:
        return _counted(chance)
    thing = _noun_phrase(chance, THINGS, adjectives=0.5)
    return _Phrase(thing.english, thing.french, f"{thing.persian} را")


def _counted(chance: random.Random) -> _Phrase:
    """So many things: without an article, and in Persian in the singular."""
    noun, count = chance.choice(THINGS), chance.randrange(2, 100)
    return _Phrase(f"{count} {noun.english[1]}", f"{count} {noun.french[1]}", f"{count} {noun.persian[0]}")


def _place(chance: random.Random) -> _Phrase:
    if chance.random() < 0.75:
        return _Phrase()
    noun = chance.choice(PLACES)
    article = "la" if noun.feminine else "le"
    return _Phrase(f"in the {noun.english[0]}", f"dans {article} {noun.french[0]}", f"در {noun.persian[0]}")


def _noun_phrase(chance: random.Random, nouns: tuple[Noun, ...], adjectives: float) -> _Phrase:
    """A definite noun, with an adjective as often as ``adjectives`` says."""
    noun, plural = chance.choice(nouns), chance.random() < 0.3
    english, french, persian = noun.english[plural], noun.french[plural], noun.persian[plural]
    if chance.random() < adjectives:
        adjective = chance.choice(ADJECTIVES)
        english = f"{adjective.english} {english}"
        french = f"{french} {_agreeing(adjective, noun.feminine, plural)}"
        persian = f"{_linked(persian)} {adjective.persian}"
    return _Phrase(f"the {english}", _with_article(french, noun.feminine, plural), persian, plural, noun.feminine)


def _with_article(french: str, feminine: bool, plural: bool) -> str:
    if plural:
        return f"les {french}"
    if french[0] in _VOWELS:
        return f"l'{french}"
    return f"{'la' if feminine else 'le'} {french}"


def _agreeing(adjective: Adjective, feminine: bool, plural: bool) -> str:
    return adjective.french[2 * plural + feminine]


def _denied(french: str) -> str:
    """A French verb form between "ne" and "pas"."""
    return f"{'n' + chr(39) if french[0] in _VOWELS else 'ne '}{french} pas"


def _linked(persian: str) -> str:
    """A Persian noun with the ezafe that is written: behind a long "a" only."""
    return f"{persian}ی" if persian.endswith("ا") else persian


def _spaced(*words: str) -> str:
    return " ".join(word for word in words if word)
