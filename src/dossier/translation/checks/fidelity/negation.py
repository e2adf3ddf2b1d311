"""T018: a hint where only one of the two texts denies something.

Looked for are words: *not, never, without …*, *ne … pas, sans …*, «نیست، بدون …» and negated verbs that are frequent. A text
with a word that denies in its own way (*impossible*, *refuse*, «فاقد») counts as neither; prefixes (*unknown*) are such a way. A
negation that is lost beside another one is not seen.
"""

import re
from collections.abc import Iterator

from dossier.translation.checks.finding import Finding
from dossier.translation.checks.passage import Passage


def _words(listed: str) -> re.Pattern[str]:
    """Any of the words ``listed``; in them ``*`` stands for letters, and ``_`` for a space."""
    shapes = (word.replace("*", r"\w*").replace("_", " ") for word in listed.split())
    return re.compile(rf"(?<![-\w\u200c])(?:{'|'.join(shapes)})(?![-\w])", re.IGNORECASE)


_DENIES = {
    "en": _words("not no never none nobody nothing nowhere neither nor without cannot *n['’]t"),
    "fr": _words("pas jamais aucun aucune sans ni rien nullement"),
    "fa": _words(
        """
        (?<!یا_)نه هیچ* بدون هرگز نیست* نمی* نبود* نباش* ندار* نداشت* نداد* نده* نشد* نشو* نکرد* نکن* نخواه* نخواست* نتوان*
        نبای* نشای* نگرفت* نگیر* نگفت* نرفت* نیامد* نیای* نیافت* نیاب* نیاورد* ندید* نرسید* نماند* نپذیر* ننوشت* نگذاشت*
        نخوان* نشنید* نفرستاد* نپرسید* نگذار* نساخت* نشناخت* ندانست* نپرداخت* نیفتاد* نینداخت* نگشت* نسپرد* نکشید* نکشت* نگزید*
        """
    ),
}
"""What surely denies."""
_IN_ITS_WAY = {
    "en": _words(
        """
        un(?!it|ion|iv|der|til|iq|if|ear)\\w{3,} in(?:valid|visib|accur|active|adequ|applicab|capab|complet|consist|correct)*
        in(?:effectiv|sensitiv|suffic)* im(?:possib|proper|practic)* illegal* irrelevant*
        dis(?:agree|allow|able|approv|card|connect|continu|miss|regard)* de(?:ny|nie|select|activat|clin)* non* mis* \\w{3,}less
        w/o fail* lack* refus* except* unless hardly barely rarely seldom instead stop stops stopped prevent* avoid*
        exclud* absen* few* reject* forbid* prohibit* omit* ignor* suppress* skip* withheld withhold* left_out leave_out
        leaves_out out_of rather_than only until too_*_to free_of already mute* whether
        """
    ),
    "fr": _words(
        """
        ne n['’]* non non-* nul nuls nulle nulles
        in(?:connu|certain|suffisan|capab|valid|exist|utile|correct|complet|compatib|terdi)*
        in(?:accessib|visib|achev|acti[fv]|dispon|justifi|attendu|habituel|égal|édit|explicab|trouvab|opérant|coh)*
        im(?:possib|préc|propre|puni|prév)* irr* ill(?:ég|is)* dés(?:activ|élect|accord)* peu sauf hors refus* rejet* manqu*
        absen* échou* échec dépourv* privée?s? d?['’]?empêch* évit* exclu* cess* ignor* supprim* nég* ni(?:er|ent|é)* défaut
        faute_de rar* guère omi[st]* omet* déjà
        """
    ),
    "fa": _words(
        """
        نا(?!پدید|مزد|حی|مگذار|گهان|شر|ظر|مه|چار|چیز|زل|فذ)\\w{3,}
        بی(?:پاسخ|نتیجه|سابقه|گناه|خبر|شمار|اثر|نام|طرف|کیفر|درنگ|دلیل|جا|دفاع|گمان) بی\u200c* *\u200cنشده غیر* عدم خیر
        نه فاقد جز مگر خودداری انکار رد
        شکست لغو قطع خالی مانع جلوگیری ممنوع* امتناع محروم* حذف صرف‌نظر باز مجهول مخالف* سلب کم اختلاف
        """
    ),
}
"""What may deny, or stand where another language denies."""


def check(one: Passage) -> Iterator[Finding]:
    """Tell where one text has words of negation, and the other neither those nor others that could stand for them."""
    source, target = one.unit.language.partition("-")[0], one.language.partition("-")[0]
    if source not in _DENIES or target not in _DENIES:
        return
    before, after = _DENIES[source].search(one.original_prose), _DENIES[target].search(one.translated_prose)
    if before and not after and not _IN_ITS_WAY[target].search(one.translated_prose):
        message = f"the original says “{before[0]}”, and the translation has no word of negation"
        yield Finding("T018", message, "see whether the sentence still denies what the original denies")
    elif after and not before and not _IN_ITS_WAY[source].search(one.original_prose):
        message = f"the translation says “{after[0]}”, and the original has no word of negation"
        yield Finding("T018", message, "see whether the sentence denies what the original says")
