"""Words and signs with which CSL's own locales are set right.

A term is one string, or its singular and its plural. Persian: CSL's ``fa-IR`` has “ ” for quotation marks, English words in the
place of many terms and the order of American dates. The words here are this project's own choice and have not been checked
against a printed manual; the months are CLDR's. French: where CSL's ``fr-FR`` is not what French typographers commonly set.
"""

from collections.abc import Mapping

Term = str | tuple[str, str]
Terms = Mapping[tuple[str, str], Term]
"""By name and form (``long``, ``short``, ``symbol`` …)."""

_MONTHS = ["ژانویهٔ", "فوریهٔ", "مارس", "آوریل", "مهٔ", "ژوئن", "ژوئیهٔ", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"]
_LOCATORS: Mapping[str, Term] = {
    "book": ("کتاب", "کتاب‌های"),
    "chapter": ("فصل", "فصل‌های"),
    "column": ("ستون", "ستون‌های"),
    "figure": ("شکل", "شکل‌های"),
    "folio": ("برگ", "برگ‌های"),
    "issue": ("شمارهٔ", "شماره‌های"),
    "line": ("سطر", "سطرهای"),
    "note": ("یادداشت", "یادداشت‌های"),
    "opus": ("اثر", "آثار"),
    "page": ("صفحهٔ", "صفحه‌های"),
    "paragraph": ("بند", "بندهای"),
    "part": ("پارهٔ", "پاره‌های"),
    "section": ("بخش", "بخش‌های"),
    "sub verbo": ("ذیل", "ذیل"),
    "verse": ("بیت", "بیت‌های"),
    "volume": ("جلد", "جلدهای"),
    "number-of-pages": ("صفحه", "صفحه"),
}
_SHORT: Mapping[str, Term] = {"page": ("ص", "صص"), "volume": ("ج", "ج"), "issue": ("ش", "ش"), "note": ("یادداشت", "یادداشت‌های")}
_WORDS: Mapping[str, str] = {
    "accessed": "دسترسی",
    "and": "و",
    "and others": "و دیگران",
    "anonymous": "بی‌نام",
    "at": "در",
    "available at": "در دسترس در",
    "by": "به قلم",
    "circa": "حدود",
    "cited": "پیش‌گفته",
    "edition": "ویراست",
    "et-al": "و دیگران",
    "forthcoming": "در دست انتشار",
    "from": "از",
    "ibid": "همان",
    "in": "در",
    "in press": "زیر چاپ",
    "internet": "اینترنت",
    "interview": "گفت‌وگو",
    "letter": "نامه",
    "no date": "بی‌تا",
    "no-place": "بی‌جا",
    "no-publisher": "بی‌نا",
    "online": "برخط",
    "presented at": "ارائه‌شده در",
    "press-release": "بیانیهٔ مطبوعاتی",
    "review-of": "نقد",
    "retrieved": "بازیابی",
    "scale": "مقیاس",
    "version": "نسخهٔ",
}
_ROLES: Mapping[str, Term] = {"editor": ("ویراستار", "ویراستاران"), "translator": ("مترجم", "مترجمان")}
_ROLE_VERBS: Mapping[str, str] = {
    "editor": "ویراستهٔ",
    "translator": "ترجمهٔ",
    "interviewer": "در گفت‌وگو با",
    "recipient": "به",
    "reviewed-author": "نوشتهٔ",
    "container-author": "نوشتهٔ",
    "director": "به کارگردانی",
    "illustrator": "با تصویرهای",
}
_SEASONS = ("بهار", "تابستان", "پاییز", "زمستان")


def _forms(words: Mapping[str, Term], *forms: str) -> dict[tuple[str, str], Term]:
    return {(name, form): word for name, word in words.items() for form in forms}


def _numbered(name: str, words: list[str] | tuple[str, ...]) -> dict[tuple[str, str], Term]:
    return {(f"{name}-{number:02}", form): word for number, word in enumerate(words, 1) for form in ("long", "short")}


_PERSIAN: Terms = {
    **_forms(_WORDS, "long", "short"),
    **_forms(_LOCATORS, "long", "short"),
    **_forms(_SHORT, "short"),
    ("paragraph", "symbol"): "بند",
    ("section", "symbol"): "بخش",
    ("and", "symbol"): "و",
    **_forms(_ROLES, "long", "short"),
    **_forms(_ROLE_VERBS, "verb", "verb-short"),
    **_numbered("month", _MONTHS),
    **_numbered("season", _SEASONS),
    ("ad", "long"): "م",
    ("bc", "long"): "ق. م.",
    ("page-range-delimiter", "long"): "–",
    ("ordinal", "long"): "م",
}

_FRENCH: Terms = {
    ("ordinal", "long"): "e",
    ("ordinal-01", "long"): "er",
    ("paragraph", "short"): ("§", "§"),
    ("circa", "short"): "vers",
    ("page-range-delimiter", "long"): "-",
    ("accessed", "long"): "consulté le",
    ("available at", "long"): "disponible à l’adresse",
    ("interview", "long"): "entretien",
    ("director", "verb"): "réalisé par",
    ("reviewed-author", "verb"): "de",
}

_ENGLISH: Terms = {("circa", "short"): "ca."}

TERMS: Mapping[str, Terms] = {"en": _ENGLISH, "fa": _PERSIAN, "fr": _FRENCH}
"""What is set right in CSL's locales, by language."""

DEFAULT = "en"
"""Where a language has no words or signs of its own here."""

QUOTES: Mapping[str, tuple[str, str, str, str]] = {
    "en": ("“", "”", "‘", "’"),
    "fr": ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»", "“", "”"),
    "fa": ("«", "»", "“", "”"),
    "ar": ("«", "»", "“", "”"),
    "ckb": ("«", "»", "“", "”"),
    "de": ("„", "“", "‚", "‘"),
    "es": ("«", "»", "“", "”"),
    "it": ("«", "»", "“", "”"),
    "ru": ("«", "»", "„", "“"),
}
"""Quotation marks, outer and inner, by language."""

OTHER_LOCATORS: Mapping[str, Mapping[str, str]] = {
    "en": {"appendix": "app.", "article": "art.", "table": "table", "timestamp": "at", "rule": "rule"},
    "fr": {
        "appendix": "annexe",
        "article": "art.",
        "table": "tableau",
        "timestamp": "à",
        "rule": "règle",
    },
    "fa": {
        "appendix": "پیوست",
        "article": "مادهٔ",
        "table": "جدول",
        "timestamp": "دقیقهٔ",
        "rule": "قاعدهٔ",
    },
}
"""Labels of CSL that pandoc's processor does not know: their words, by language."""


def base_of(tag: str) -> str:
    """The language of a tag without its region or script: ``fr`` of ``fr-CA``."""
    return tag.partition("-")[0]
