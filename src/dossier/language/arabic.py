"""Arabic: its signs, marks and digits as Persian's, with the forms of its own.

Half of its readers count with ٠ to ٩ and half with 0 to 9: numbers are left as written where a dossier does not choose.
"""

from dossier.language.arabic_script import numbers, quotes, signs, spaces
from dossier.language.arabic_script.letters import ARABIC_DIGITS
from dossier.language.arabic_script.together import Companions, kept_together
from dossier.language.rule import Rule
from dossier.language.value import Language

_HEADS = """
ص صفحة الصفحة صفحات الصفحات رقم الرقم المادة مادة المواد البند بند الفقرة فقرة الفصل فصل الباب الجزء المجلد الجدول جدول الشكل شكل
القرار قرار الآية آية السطر
"""
_UNITS = """
متر مترا متراً كيلومتر كيلومترا سنتيمتر ملم كم هكتار كيلوغرام كغ غرام طن لتر دولار يورو جنيه ريال دينار درهم ليرة ألف مليون مليار
شخص شخصا شخصاً أشخاص سنة سنوات عام أعوام عاما عاماً يوم يوما يوماً أيام شهر شهرا أشهر ساعة ساعات دقيقة دقائق درجة
يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران تموز آب أيلول
تشرين جانفي فيفري أفريل ماي جوان جويلية أوت محرم صفر ربيع جمادى رجب شعبان رمضان شوال
"""
_TITLES = "السيد السيدة الدكتور الدكتورة الأستاذ الأستاذة الشيخ"
_COMPANIONS = Companions(frozenset(_HEADS.split()), frozenset(_UNITS.split()), tuple(_TITLES.split()))
_NUMBERS = numbers.Habits(ARABIC_DIGITS, counted=_COMPANIONS.heads | {"عام", "سنة"}, sections=_COMPANIONS.heads | {"الساعة"})
_RULES = (*quotes.RULES, *signs.RULES, *spaces.RULES, kept_together(lambda: _COMPANIONS))


def rules_for(digits: numbers.Digits) -> tuple[Rule, ...]:
    """The rules of Arabic, with those that write numbers with the ``digits`` that were chosen."""
    return (*numbers.rules_for(_NUMBERS, digits), *_RULES)


ARABIC = Language(
    tag="ar",
    direction="rtl",
    native_name="العربية",
    locale="ar",
    rules=rules_for("as-written"),
    quotes=("«", "»"),
    inner_quotes=("“", "”"),
)
