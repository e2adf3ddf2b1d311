"""Numbers, shares, sizes and lists, by CLDR's patterns and in the language's own digits."""

from collections.abc import Sequence
from decimal import Decimal

from babel.core import Locale
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.numbers import format_percent as percent_by_cldr
from babel.units import format_unit

from dossier.language.value import ASCII_DIGITS, Language

_UNITS = ("byte", "kilobyte", "megabyte", "gigabyte")


def format_number(number: int | float | Decimal, language: Language) -> str:
    """``12345`` as ``12,345``, ``12 345`` or ``۱۲٬۳۴۵``."""
    return language.in_digits(format_decimal(number, locale=language.locale, numbering_system=_system(language)))


def format_percent(share: float, language: Language) -> str:
    """A share from 0 to 1 in whole per cent; what is neither nothing nor all never shows as 0 or 100."""
    whole = round(share * 100)
    if 0 < share < 1:
        whole = min(max(whole, 1), 99)
    text = percent_by_cldr(Decimal(whole) / 100, locale=language.locale, numbering_system=_system(language))
    return language.in_digits(text).replace("%", _percent_sign(language))


def join_list(items: Sequence[str], language: Language, style: str = "standard") -> str:
    """``a, b and c``; ``style`` is one of CLDR's list types, such as ``or``."""
    return format_list(list(items), style=style, locale=language.locale)  # type: ignore[arg-type]


def file_size(size: int, language: Language) -> str:
    """A size in bytes for people: ``1.2 MB``. Units are decimal, as CLDR names them."""
    number, unit = Decimal(size), 0
    while number >= 1000 and unit < len(_UNITS) - 1:
        number, unit = number / 1000, unit + 1
    rounded = number.quantize(Decimal("1") if unit < 2 or number >= 100 else Decimal("0.1"))
    text = format_unit(rounded, f"digital-{_UNITS[unit]}", "short", locale=language.locale, numbering_system=_system(language))
    return language.in_digits(text)


def _percent_sign(language: Language) -> str:
    # Babel leaves the ASCII sign of the pattern where it stands.
    if language.digits == ASCII_DIGITS:
        return "%"
    locale = Locale.parse(language.locale)
    symbols = locale.number_symbols.get(locale.default_numbering_system, {})
    return str(symbols.get("percentSign", "%")).strip("\N{LEFT-TO-RIGHT MARK}\N{ARABIC LETTER MARK}")


def _system(language: Language) -> str:
    # CLDR's own numbering system brings the separators (٬ ٫) that belong to other digits than ASCII's.
    return "latn" if language.digits == ASCII_DIGITS else "default"
