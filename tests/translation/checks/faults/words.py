"""Slips in words: untranslated, cut, pasted twice, negated, and names that have one right form."""

import re
from collections.abc import Callable, Mapping
from random import Random

from pairs import Pair

from faults.places import Mutator, for_language, in_prose, prose

_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_SENTENCE = r"(?<=[.?!؟\]])\s+(?=[A-ZÀ-Ý\[«“*\u0621-\u06cc])"
_COPIED = r"(\]\([^)]*\)|\[[@^][^\]]*\]|`[^`]*`|\{[^}]*\})"


def _readable(text: str) -> list[str]:
    """The words of the prose."""
    return re.findall(r"[^\W\d_]{2,}", prose(text))


# --- untranslated copies ------------------------------------------------------------------------------------------------


def _left(change: Callable[[str, str], str]) -> Mutator:
    """The original in the place of its translation, where it is long enough that no two languages share it."""

    def leave(pair: Pair, random: Random) -> str | None:
        if len(_readable(pair.original)) < 5 or pair.original == pair.translation:
            return None
        return change(pair.original, pair.language)

    return leave


def _with_own_digits(original: str, language: str) -> str:
    if language != "fa":
        return original.replace("“", "« ").replace("”", " »")
    parts = enumerate(re.split(_COPIED, original))
    return "".join(part if at % 2 else part.translate(_PERSIAN) for at, part in parts)


def _sentence_left(pair: Pair, random: Random) -> str | None:
    """One sentence of several is still the original's."""
    originals, translations = re.split(_SENTENCE, pair.original), re.split(_SENTENCE, pair.translation)
    if len(originals) != len(translations) or len(originals) < 2:
        return None
    long = [at for at, sentence in enumerate(originals) if len(_readable(sentence)) >= 10]
    if not long:
        return None
    at = random.choice(long)
    return " ".join([*translations[:at], originals[at], *translations[at + 1 :]])


COPIES: tuple[Mutator, ...] = (
    _sentence_left,
    _left(lambda original, language: original),
    _left(_with_own_digits),
    _left(lambda original, language: original.rstrip(".")),
    _left(lambda original, language: original[:1].lower() + original[1:]),
    _left(lambda original, language: f"{original} "),
)

# --- lengths ------------------------------------------------------------------------------------------------------------


def _cut(share: float) -> Mutator:
    """The first words only, as when a paste broke off."""

    def cut(pair: Pair, random: Random) -> str | None:
        words = pair.translation.split(" ")
        if len(_readable(pair.original)) < 12:
            return None
        kept = " ".join(words[: max(1, round(len(words) * share))])
        return kept if len(_readable(kept)) < 0.4 * len(_readable(pair.translation)) else None

    return cut


def _repeated(times: int) -> Mutator:
    return lambda pair, random: " ".join([pair.translation] * times) if len(_readable(pair.original)) >= 12 else None


def _both(pair: Pair, random: Random) -> str | None:
    """The original, kept beside its translation."""
    return f"{pair.translation} {pair.original}" if len(_readable(pair.original)) >= 12 else None


LENGTHS: tuple[Mutator, ...] = (_cut(0.2), _cut(0.33), _repeated(2), _repeated(3), _both)

# --- repeated words -----------------------------------------------------------------------------------------------------

_MAY_BE_TWICE = r"(?:nous|vous|une?|یک|دو|سه|تک|کم)"
"""Words that people do write twice, or that a slip would hardly double."""


def _twice(word: str) -> Mutator:
    pattern = rf"(?<![^\W_])(?<!’)(?<!\u200c)(?!{_MAY_BE_TWICE}\b){word}(?= [^\W\d_])"
    return lambda pair, random: in_prose(pattern, lambda found: f"{found[0]} {found[0]}", pair.translation, random)


REPEATS: tuple[Mutator, ...] = (
    for_language("fr", _twice(r"(?:de|la|le|les|des|du|que|qui|et|par|pour|dans|sur|en|à|au|aux|a|ont|été|est)\b")),
    for_language("fa", _twice(r"(?:در|را|از|به|که|و|با|این|آن|است|بر|تا|برای|نیز|شد|کرد)\b")),
    for_language("fr", _twice(r"[^\W\d_]{4,}")),
    for_language("fa", _twice(r"[^\W\d_]{3,}(?!\u200c)")),
)

# --- negation -----------------------------------------------------------------------------------------------------------

_PLAIN_NO = r"\b(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot|\w+n’t)\b"
_ENGLISH_NO = (
    rf"(?i){_PLAIN_NO}|\b(?:unless|otherwise|only|un\w+|incomplete|independently|missing"
    r"|disput\w+|den(?:y|ies|ied)|refus\w+|fail\w*|lack\w*|forbid\w*)\b"
)
_FRENCH_NO = r"(?i)\b(?:ne|pas|jamais|aucune?s?|rien|personne|ni|sans|non|nul|sauf|refus\w*|contest\w*|ignor\w*)\b|\bn’"
_PERSIAN_NO = (
    r"هیچ|هرگز|نمی‌|\bن(?:شد|کرد|بود|یست|دار|دا|گفت|خوا|توان|رفت|یا|ام)\w*|\bنه\b|بدون|بی‌"
    r"|نامعلوم|\bخیر\b|\bغیر|نکنید|مگر"
)
_NO = {"fr": _FRENCH_NO, "fa": _PERSIAN_NO}

_FRENCH_NEGATED = r"\b(?:[Nn]e |[Nn]’)((?:(?:se |s’|l’|le |la |les |lui |y |en )?)[\w-]+) (?:pas|jamais|plus)\b"
_PERSIAN_NEGATED = r"\b(?:نمی(?=‌)|ن(?=شد|کرد|بود|دار|داد|گفت|خواند|یافت|رفت|اند))|\bنیست"
_FRENCH_VERB = (
    r"(?<!\ba )(?<!\bont )(?<!a été )(?<!\bse )"
    r"\b(?:a|ont|est|sont|était|étaient|avait|avaient|peut|pourraient|donne|dit|parle|cite)\b(?= [^\W\d_])(?! [Nn]e )"
)
_PERSIAN_VERB = r"\b(?:می(?=‌)|(?=شد\b|شدند\b|کرد\b|کردند\b|بود\b|بودند\b|دارد\b|داد\b|داشت\b|گفت\b))|\bاست(?=[.؛،])"


def _signs(language: str, text: str) -> int:
    return len(re.findall(_NO[language], prose(text)))


def _negation_lost(pair: Pair, random: Random) -> str | None:
    """The only *not* of the original has gone: two are often written as one, or as none, by good translators too."""
    found = re.findall(_ENGLISH_NO, prose(pair.original))
    if len(found) != 1 or not re.fullmatch(_PLAIN_NO, found[0], re.IGNORECASE):
        return None
    if pair.language == "fr":
        changed = in_prose(_FRENCH_NEGATED, _affirmed, pair.translation, random)
    else:
        affirmed = {"نمی": "می", "نیست": "است"}
        changed = in_prose(_PERSIAN_NEGATED, lambda found: affirmed.get(found[0], ""), pair.translation, random)
    return changed if changed is not None and _signs(pair.language, changed) == 0 else None


def _affirmed(found: re.Match[str]) -> str:
    return found[1].capitalize() if found[0][0] == "N" else found[1]


def _negation_added(pair: Pair, random: Random) -> str | None:
    if re.search(_ENGLISH_NO, prose(pair.original)) or _signs(pair.language, pair.translation):
        return None
    if pair.language == "fr":
        return in_prose(_FRENCH_VERB, _denied, pair.translation, random)
    return in_prose(_PERSIAN_VERB, lambda found: {"می": "نمی", "است": "نیست"}.get(found[0], "ن"), pair.translation, random)


def _denied(found: re.Match[str]) -> str:
    return f"n’{found[0]} pas" if found[0][0] in "aeéo" else f"ne {found[0]} pas"


NEGATIONS: tuple[Mutator, ...] = (_negation_lost, _negation_added)

# --- names and terms ----------------------------------------------------------------------------------------------------

_WRONG: Mapping[str, Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "fr": {
        r"United Nations(?! General| Security| Human| Secretary)|\bUN\b(?! General| Security| Human| Secretary)": (
            r"(?:l’)?Organisation des Nations [Uu]nies|Nations [Uu]nies|ONU",
            ("Nations-Unies", "UN", "Nations du monde"),
        ),
        r"Amnesty International": ("Amnesty International", ("Amnistie internationale", "Amnesty Internationale")),
        r"General Assembly": (r"Assemblée générale", ("Assemblée plénière", "Réunion générale")),
        r"Security Council": (r"Conseil de sécurité", ("Conseil de sûreté",)),
        r"National Council of Resistance of Iran|\bNCRI\b": (
            r"Conseil national de la [Rr]ésistance iranienne|CNRI",
            ("NCRI", "Conseil de la résistance nationale"),
        ),
        r"\bPMOI\b|People’s Mojahedin": (
            r"Organisation des moudjahidines du peuple iranien|Moudjahidines du peuple|OMPI/MEK|OMPI|MEK",
            ("PMOI", "Combattants du peuple iranien"),
        ),
        r"Department of State|State Department": (
            r"[Dd]épartement d’État(?: des États-Unis)?",
            ("ministère américain des Affaires étrangères",),
        ),
        r"[Ss]pecial [Rr]apporteur": (
            r"[Rr]apporteure? spéciale?|[Rr]apporteurs spéciaux|[Rr]apporteuses? spéciales?",
            ("envoyé spécial", "reporter spécial"),
        ),
        r"enforced disappearance": (r"disparitions? forcées?", ("disparition involontaire", "disparition contrainte")),
        r"crimes? against humanity": (r"crimes? contre l’humanité", ("crime envers l’humanité", "crime contre l’espèce humaine")),
        r"mass graves?": (r"fosses? communes?", ("charnier", "tombe de masse")),
        r"International Criminal Court": (r"Cour pénale internationale", ("Tribunal pénal international",)),
        r"Baghdad": ("Bagdad", ("Baghdad",)),
    },
    "fa": {
        r"United Nations(?! General| Security| Human| Secretary)|\bUN\b(?! General| Security| Human| Secretary)": (
            r"سازمان ملل متحد|سازمان ملل|ملل متحد",
            ("سازمان ملت‌ها", "یوان"),
        ),
        r"Amnesty International": (r"(?:سازمان )?عفو بین‌الملل", ("امنستی اینترنشنال", "بخشودگی جهانی")),
        r"General Assembly": (r"مجمع عمومی", ("نشست همگانی", "گردهمایی عمومی")),
        r"Security Council": (r"شورای امنیت", ("شورای ایمنی",)),
        r"National Council of Resistance of Iran|\bNCRI\b": (r"شورای ملی مقاومت(?: ایران)?", ("شورای ایستادگی ملی",)),
        r"\bPMOI\b|People’s Mojahedin": (r"(?:سازمان )?مجاهدین خلق(?: ایران)?", ("رزمندگان مردم",)),
        r"Department of State|State Department": (
            r"وزارت (?:امور )?خارجهٔ? (?:ایالات متحدهٔ? آمریکا|ایالات متحدهٔ?|آمریکا)",
            ("وزارت کشور آمریکا",),
        ),
        r"[Ss]pecial [Rr]apporteur": (r"گزارشگر(?:ان)? ویژهٔ?", ("خبرنگار ویژه", "گزارشگر مخصوص")),
        r"enforced disappearance": (r"ناپدید(?:سازی|شدگی|سازی‌های| شدن) قهری", ("ناپدیدسازی اجباری", "گم شدن اجباری")),
        r"crimes? against humanity": (
            r"جنای(?:ت|ات|ت‌های|تی) علیه بشریتی?",
            ("جنایت ضد بشری", "جرم علیه انسانیت"),
        ),
        r"mass graves?": (r"گور(?:های)? (?:دسته‌)?جمعی", ("قبر گروهی", "گورستان همگانی")),
        r"International Criminal Court": (r"دیوان کیفری بین‌المللی", ("دادگاه جنایی جهانی",)),
        r"Baghdad": ("بغداد", ("باقداد",)),
    },
}
"""For each language: what the original says, every right form of it, and the wrong ones that translators write."""


def _renamed(language: str, original: str) -> Mutator:
    right, wrong = _WRONG[language][original]

    def rename(pair: Pair, random: Random) -> str | None:
        if not re.search(original, prose(pair.original)):
            return None
        return re.sub(right, random.choice(wrong), pair.translation)

    return for_language(language, rename)


TERMS: tuple[Mutator, ...] = tuple(_renamed(language, original) for language in _WRONG for original in _WRONG[language])
