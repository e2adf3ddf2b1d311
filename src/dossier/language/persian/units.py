"""What stands with its number or name on one line: *p. 12*, *article 3*, *5 km*, *2 Mordad*, initials, titles."""

from functools import cache

from dossier.language.arabic_script.together import Companions, kept_together

_HEADS = """
ص صص صفحه صفحات شماره ماده مواد اصل اصول بند بندهای تبصره فصل بخش جلد ج سطر سطرهای پاراگراف جدول شکل نمودار تصویر نقشه پیوست
ضمیمه قطعنامه ردیف پرونده سند منبع یادداشت پانوشت آیه
"""
_UNITS = """
درصد درجه متر کیلومتر سانتیمتر سانتی‌متر میلیمتر میلی‌متر هکتار کیلو کیلوگرم گرم میلی‌گرم تن لیتر ریال تومان دلار یورو پوند
هزار میلیون میلیارد تریلیون نفر تن سال ساله روز روزه ماه ماهه هفته ساعت دقیقه ثانیه بار مورد عدد صفحه جلد برگ سطر قرن
"""
_SECTIONS = "بخش بند ماده فصل جدول شکل نمودار پاراگراف پیوست تبصره ساعت"
_TITLES = "آقای خانم دکتر مهندس آیت‌الله حجت‌الاسلام"


def _with_ezafe(words: frozenset[str]) -> frozenset[str]:
    """Words and their forms before another word: مادهٔ, مادۀ, ماده‌ی."""
    mute = [word for word in words if word.endswith("ه")]
    return words | {form for word in mute for form in (f"{word}ٔ", f"{word[:-1]}ۀ", f"{word}‌ی")}


HEADS = _with_ezafe(frozenset(_HEADS.split()))
"""Words that a number stands behind and belongs to."""
UNITS = frozenset(_UNITS.split())
SECTIONS = _with_ezafe(frozenset(_SECTIONS.split()))
"""Words behind which a point parts the numbers of sections, or hours and minutes."""


@cache
def _companions() -> Companions:
    from dossier.language.month_names import month_names  # with its calendars, for commands that set texts

    months = _with_ezafe(frozenset(name for name in month_names("fa") if len(name) > 1))
    return Companions(HEADS, UNITS | months, tuple(_TITLES.split()))


RULES = (kept_together(_companions),)
