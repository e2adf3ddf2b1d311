"""Words that a language says twice in a row."""

from collections.abc import Mapping

_REPEATED: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "had that is very so no yes long bye ha hey blah",
        "fr": "nous vous faire très ha bla cha",
        "de": "sie die der das sehr so nein ja ha",
        "it": "piano molto così sì no ha via",
        "es": "sí no ja muy nos os",
        "pt": "sim não muito nos",
        "nl": "die dat ja nee heel",
        "fa": (
            "کم تک جدا یک یکی آرام رفته گروه دسته قطره پاره تکه خرد ریز لحظه قدم ذره نم یواش تند دانه پله گاه فوج هزار کشان دوان "
            "لنگان جسته چند دو سه چهار پنج شش هفت هشت نه ده صد پچ های هق قاه"
        ),
    }.items()
}
_NOTHING: frozenset[str] = frozenset()
# Where saying a word twice is grammar, nobody can tell it from a slip.
_FREELY = "tr az kk ky uz tk tt ug hi ur bn ne mr gu pa ta te kn ml si id ms jv su tl vi th lo km my zh ja ko sw mi"
_REPEATS_FREELY = frozenset(_FREELY.split())


def repeats_freely(language: str) -> bool:
    """Whether ``language`` (a primary subtag) says any word twice."""
    return language in _REPEATS_FREELY


def may_be_repeated(word: str, language: str) -> bool:
    """Whether ``word`` (in lower case) may follow itself in ``language``: *nous nous*, «کم کم»."""
    return word in _REPEATED.get(language, _NOTHING)
