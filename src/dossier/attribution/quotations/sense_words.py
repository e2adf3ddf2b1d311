"""Words that turn the sense of a sentence when they are left out or put in: negations, exceptions, numbers, names.

The lists are short on purpose: they decide whether a quotation is shown as *verified with changes*, not whether it is refused,
and an editor reads them. A word is compared without regard to case and non-joiners.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from dossier.attribution.quotations.folding import HYPHEN, JOINER, LINE_HYPHEN, fold


class Sense(Enum):
    """In what way a word can turn the sense of a sentence."""

    NEGATION = "negation"
    RESTRICTION = "restriction"
    NUMBER = "number"
    NAME = "name"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SenseWords:
    """The words of a language.

    Parameters
    ----------
    negations:
        Negations.
    restrictions:
        What takes an exception, narrows or casts a doubt.
    negative_beginnings, negative_ends:
        What negates a word that begins or ends so.
    numbers:
        Number words; not those that are articles as well.
    harmless:
        In a script without capitals: words that are no names, and turn nothing where they are put in.
    """

    negations: frozenset[str]
    restrictions: frozenset[str]
    numbers: frozenset[str]
    negative_beginnings: tuple[str, ...] = ()
    negative_ends: tuple[str, ...] = ()
    harmless: frozenset[str] = frozenset()


def _words(text: str) -> frozenset[str]:
    return frozenset(_plain(fold(word).text) for word in text.split())


def _plain(word: str) -> str:
    return word.replace(JOINER, "").replace(LINE_HYPHEN, "").casefold()


_ENGLISH = SenseWords(
    negations=_words("no not never none nor neither nobody nothing nowhere cannot without non"),
    restrictions=_words(
        "except excepting unless only merely less fewer almost nearly hardly scarcely barely seldom rarely perhaps possibly"
        " alleged allegedly purported purportedly reportedly supposedly"
        " may might could would should must can whether fail fails failed refuse refuses refused pretend pretended attempt"
        " attempted suspected appears seems about around but if deny denies denied untrue false falsely claim claims claimed"
    ),
    negative_ends=("n't",),
    numbers=_words(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
        " nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions"
        " billion billions dozen dozens half third quarter both"
    ),
)
_FRENCH = SenseWords(
    negations=_words("ne n' non pas jamais aucun aucune ni sans nul nulle nullement rien"),
    restrictions=_words(
        "sauf excepté hormis seulement uniquement moins presque guère rarement peut-être prétendu prétendue prétendument supposé"
        " supposée peut peuvent pourrait pourraient pouvait doit doivent devrait devraient aurait auraient serait seraient semble"
        " refuse refusé environ selon mais si nie nient nié niée faux fausse prétend prétendent"
    ),
    negative_beginnings=("n'",),
    numbers=_words(
        "zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante"
        " cinquante soixante septante huitante nonante cent cents mille million millions milliard milliards dizaine dizaines"
        " douzaine centaine centaines millier milliers moitié tiers quart"
    ),
)
_PERSIAN = SenseWords(
    negations=_words("نه نا غیر بدون هرگز هیچ هیچ‌کس هیچ‌یک بی ناممکن مبادا"),
    restrictions=_words(
        "مگر جز به‌جز فقط تنها صرفا صرفاً کمتر تقریبا تقریباً به‌ندرت شاید احتمالا احتمالاً ادعایی گویا ظاهرا ظاهراً"
        " اما ولی اگر دروغ انکار ادعا ممکن باید بایستی می‌تواند می‌توانند چنانچه حدود"
    ),
    # Persian negates the verb itself.
    negative_beginnings=tuple(
        _words(
            "نمی نیست نبود نباش نباید نشد نشو نخواه ندار نداشت نکرد نکن نداد نده نگفت نگو نرفت نرو نیافت نتوان نگرفت نگیر نیامد"
            " نپذیر نگذا نساخت نماند نخواست ندید نرسید"
        )
    ),
    numbers=_words(
        "صفر دو سه چهار پنج شش هفت هشت ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی چهل پنجاه شصت هفتاد"
        " هشتاد نود صد صدها دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد هزار هزاران میلیون میلیون‌ها میلیارد نیم نیمی ثلث ربع"
    ),
    harmless=_words(
        "و یا که را این آن از در به با بر تا برای هم نیز است بود شد می‌شود شده هست هستند بودند شدند پس سپس همین همان یعنی ها های"
        " اینکه آنکه آنها آن‌ها ایشان او وی ما شما خود خویش"
    ),
)
REGISTRY: Mapping[str, SenseWords] = {"en": _ENGLISH, "fr": _FRENCH, "fa": _PERSIAN}
"""The words by the language's code; a language that is not here is judged by all of them."""

_WORD = re.compile(rf"\w+(?:[{HYPHEN}'{JOINER}{LINE_HYPHEN}]\w+)*'?")
_PARTS = re.compile(f"[{HYPHEN}'{JOINER}]")
_SENTENCE_END = re.compile(r"(?:^|[.!?:؟…])[\s'\"“”‘’«»„]*$")
_OPENERS = _words(
    "the a an this that these those in on at of it he she they we i le la les l' un une des ce cette ces il elle ils elles"
)


def turning_places(folded: str, start: int, end: int, language: str) -> Iterator[tuple[int, Sense]]:
    """Where between two places of a folded text negations and numbers begin."""
    for found in _WORD.finditer(folded, start, end):
        sense = _sense(found[0], language)
        if sense is not None:
            yield found.start(), sense


def senses_of_insertion(inserted: str, before: str, language: str) -> frozenset[Sense]:
    """In what ways inserted words can turn the sense.

    Parameters
    ----------
    inserted:
        The editor's words.
    before:
        What stands before them in the quotation: at the beginning of a sentence a capital may be the sentence's.
    language:
        BCP 47 tag of the quotation.
    """
    folded = fold(inserted).text
    opens = _SENTENCE_END.search(before) is not None
    senses = set()
    for number, found in enumerate(_WORD.finditer(folded)):
        word = found[0].strip("'")
        senses.add(_sense(word, language) or _name_sense(word, may_open=opens and number == 0))
    return frozenset(sense for sense in senses if sense is not None)


@lru_cache(maxsize=8192)
def _sense(written: str, language: str) -> Sense | None:
    word, lists = _plain(written), _lists(language)
    parts = {word, *map(_plain, _PARTS.split(written))}
    if any(map(str.isdigit, word)) or any(not parts.isdisjoint(known.numbers) for known in lists):
        return Sense.NUMBER
    negated = any(
        not parts.isdisjoint(known.negations) or word.startswith(known.negative_beginnings) or word.endswith(known.negative_ends)
        for known in lists
    )
    if negated:
        return Sense.NEGATION
    return Sense.RESTRICTION if any(not parts.isdisjoint(known.restrictions) for known in lists) else None


def _name_sense(word: str, *, may_open: bool) -> Sense | None:
    """Capitals tell names; where a script has none, every word may be one that is not known to be harmless."""
    if word.casefold() == word.upper():
        harmless = any(_plain(word) in known.harmless for known in REGISTRY.values())
        return None if harmless else Sense.UNKNOWN
    is_name = word[0].isupper() and word != "I" and not (may_open and _plain(word) in _OPENERS)
    return Sense.NAME if is_name else None


def _lists(language: str) -> tuple[SenseWords, ...]:
    known = REGISTRY.get(language.split("-")[0].casefold())
    return (known,) if known else tuple(REGISTRY.values())
