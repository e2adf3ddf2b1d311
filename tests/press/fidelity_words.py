"""Words whose text layer is hard to keep: Persian with joiners and marks, vocalised Arabic, Latin with ligatures."""

from collections.abc import Iterable, Iterator
from itertools import chain, product

from dossier.language.persian import forms

ZWNJ = "\N{ZERO WIDTH NON-JOINER}"
_NOUNS = """
کتاب سال نامه خانه مدرسه سازمان دولت کشور زن مرد کودک معلم نویسنده روزنامه زندان دادگاه وکیل شهر روستا خیابان درخت رودخانه
کوه دریا آسمان ستاره ماه خورشید باران برف باد خاک سنگ پل راه قطار ایستگاه بندر کشتی هواپیما فرودگاه مرز سفر مسافر همسایه
دوست خواهر برادر مادر پدر فرزند پژوهش گزارش سند بایگانی پرونده امضا تاریخ واژه زبان جمله پاراگراف حاشیه جدول ستون سطر صفحه
پنجره پله باغ دره فانوس صدا ساعت بامداد زمستان بهار تابستان پاییز کلام سلام غلام پلاک خلاصه مقاله علامت ملاقات اسلام بلا
"""
_ENDINGS = "ها های هایی هایم هایت هایش هایمان هایتان هایشان"
_HEH_WORDS = """
خانه نامه رفته گفته نوشته آمده شنیده دیده خسته تازه زنده مرده بنده ساده خورده برده گرفته مانده رسیده شناخته پرورده افتاده
"""
_PERSONS = "ام ات اش ایم اید اند ای"
_EZAFE = "خانهٔ نامهٔ مجموعهٔ روزنامهٔ پروندهٔ اندازهٔ دربارهٔ همهٔ نتیجهٔ ماهنامهٔ خانۀ نامۀ پروندۀ"
_COMPOUNDS = """
بین‌المللی بین‌الملل هم‌چنین هیچ‌کس این‌که آن‌که چنان‌که بی‌گناه بی‌شمار پیش‌نویس پس‌زمینه روان‌شناس زبان‌شناسی جمع‌آوری هم‌اندیشی
حقوق‌بشر نیم‌فاصله پاک‌نویس دست‌نویس دست‌نوشته تک‌نگاری کتاب‌خانه دانش‌آموز دانش‌آموختگان راه‌آهن چهار‌راه نا‌امید بهره‌برداری
لا‌به‌لا لا‌اقل بلا‌تکلیف علی‌رغم مع‌الوصف عن‌قریب من‌جمله ان‌شاءالله سی‌و‌سه‌پل می‌خواسته‌اند نمی‌شده‌است گفته‌بوده‌اند
"""
_LAM_ALEF = """
لا لازم لانه لاله لابد لایه لاک‌پشت سلام کلام غلام پلاک بلا علامت خلاصه ملاقات اسلامی مقالات سؤالات لأجل لإیلاف لآلی الآن
الأول الإسلام الأمم بلاد طلا طلاق گلابی گلایه فلات صلاح سلاح علاج حلال جلال اجلاس افلاک املا انقلاب مبتلا والا کالا بالا
ولایت دلایل قبلاً کاملاً اصلاً مثلاً فعلاً عملاً
"""
_MARKED = """
حتماً اتفاقاً لطفاً ظاهراً واقعاً تقریباً نسبتاً عمداً جزءاً ابتداءً بناءً مقرّر مدرّس معلّم مؤثّر تشکّر توجّه علّت ملّت امّا اوّل
دقّت سنّت حقّ حدّ محمّد مُهر مِهر مَرد مُرد کِشتی کُشتی گِل گُل مَلِک مُلک مِلک پَر پُر سَر سِر سُر کَرَم کِرم کِرِم شُکر شِکَر
نَفْس نَفَس حُسْن حَسَن عِلْم عَلَم مُحَقَّق مُقَرَّر مُعَلِّم تَوَجُّه رحمٰن الٰهی اسحٰق هٰذا لٰکن عیسیٰ موسیٰ مصطفیٰ اللّٰه مُعَیَّناً
"""
_HAMZA = """
مسئول مسئله رئیس رأی رؤیا سؤال مؤسس مؤسسه مؤمن لؤلؤ تأثیر تأسیس تأکید مأمور متأسفانه شیء جزء سوء ضوء املاء منشأ مبدأ
جرأت هیأت هیئت قرائت برائت لئیم ائمه دائم قائم جائزه آینه آگاه آیین مآل مآخذ قرآن الآن
"""
_KASHIDA = "ســلام کـتـاب نــامــه بـســیار حـــق مـــی‌روم پـیـشـنهاد"
_NUMBERS = """
۱۳۶۷ ۱۹۸۸ ۲۰۲۰ ۱۲٬۳۴۵ ۱٬۰۰۰٬۰۰۰ ۱۲٫۵ ۰٫۷۵ ۵۰٪ ۱۲٫۵٪ ۱۴۰۳/۰۵/۱۲ ۱۳۶۷/۱۱/۲۲ ۱۴:۳۰ ۷۸۹۰۱۲۳۴۵۶ ۳ ۲۱ ۴۵ ۶۰۰ ۱۲م ۲۰ام
"""
_HARD_JOINS = """
ججج حجج پچچ مججد نحج تحمیل بحث نجات محمد مجله لحظه یمین بیم نبی پیشی تمیز میخی محجوب تحجر لججه یزد بزرگ نیز تیر پیر
ستم شصت ضبط صحیح غفلت فقط قطع عشق شعر تشعشع هه هی هم ههه بهبه کککک گگ لله الله للّٰه بسمه فیمابین ححج
"""


def persian() -> tuple[str, ...]:
    """More than 3,000 different Persian words, numbers among them, in a fixed order that mixes their kinds."""
    kinds = (
        _verbs(forms.PRESENT_STEMS, "م ی د یم ید ند"),
        _verbs(forms.PAST_STEMS, "م ی یم ید ند"),
        (f"{stem}ه{ZWNJ}{ending}" for stem, ending in product(forms.PAST_STEMS, ("ام", "ای", "اند"))),
        *(map(f"{{}}{ZWNJ}{ending}".format, _NOUNS.split()) for ending in _ENDINGS.split()),
        (f"{word}{ZWNJ}{ending}" for word, ending in product(sorted(forms.ADJECTIVES), ("تر", "ترین", "ترها"))),
        (f"{word}{ZWNJ}{ending}" for word, ending in product(_HEH_WORDS.split(), _PERSONS.split())),
        *(part.split() for part in (_EZAFE, _COMPOUNDS, _LAM_ALEF, _MARKED, _HAMZA, _KASHIDA, _NUMBERS, _HARD_JOINS, _NOUNS)),
    )
    return tuple(dict.fromkeys(_mixed(kinds)))


def _verbs(stems: Iterable[str], endings: str) -> Iterator[str]:
    """Stems with «می» or «نمی»: of each stem, half the persons with the one and half with the other."""
    for number, (stem, ending) in enumerate(product(stems, endings.split())):
        yield f"{('می', 'نمی')[number % 2]}{ZWNJ}{stem}{ending}"


def _mixed(kinds: Iterable[Iterable[str]]) -> Iterator[str]:
    """The kinds in proportion to their lengths, so that every page has some of each."""
    lists = [list(kind) for kind in kinds]
    places = ((index / len(words), kind, word) for kind, words in enumerate(lists) for index, word in enumerate(words))
    return (word for _, _, word in sorted(places))


_ROOTS = "كتب درس علم حكم شهد قرأ سأل جلس خرج دخل نظر فهم سمع رسل عرف حمد لمس ملك لزم صلح"
_PATTERNS = """
{0}َ{1}َ{2}َ {0}ُ{1}ِ{2}َتْ يُ{0}َ{1}ِّ{2}ُونَ ا{0}ْتَ{1}َ{2}َ ا{0}ْ{1}ِ{2}ْ {0}َا{1}ِ{2}ٌ مَ{0}ْ{1}ُو{2}ًا الْ{0}ُ{1}َّا{2}ِ تَ{0}َ{1}ُّ{2}ٍ
وَالْمُ{0}َ{1}َّ{2}َةُ لِلْ{0}ِ{1}َا{2}ِ اِسْتِ{0}ْ{1}َا{2}اً
"""
_ARABIC = "اللّٰهُ الرَّحْمٰنِ هٰذَا لٰكِنَّ لَا إِلَى أُولَٰئِكَ لَآتٍ لَأَنَّ لِإِيلَافِ قُرْآنٌ رَأَىٰ شَيْءٍ مَسْؤُولٌ بِئْرٌ إِلَّا كَلَّا ٱلسَّلَامُ ١٢٣ ١٩٨٨"


def arabic() -> tuple[str, ...]:
    """Fully vocalised Arabic words: twenty roots in twelve patterns, and some with hamza, wasla and lam-alef."""
    made = (pattern.format(*root) for root, pattern in product(_ROOTS.split(), _PATTERNS.split()))
    return tuple(dict.fromkeys(chain(made, _ARABIC.split())))


_LIGATURES = """
first affiche souffle flocon efficace office fjord ffi fi fl ff afflux différence officiel affluence fléau confiance baffle griffe
suffit fleur soufflet effigie raffiné offrir offre buffle sniff shuffling waffles shelfful fluffy ruffian gulfs staff graffiti
fifth fftw fît affût fille fin flûte fjeld Fjällräven fief effet chef relief chiffre coffret siffler gonfler greffier œuffrier
ff1 f’il f-f fb fh fk ffb ffh ffk ft fft tf tt ttf Th ch ck ct st sp
"""
_ACCENTS = """
œuvre cœur sœur Œuvres Noël naïve Zoë été élève garçon où là-bas maïs haïr aiguë ambiguïté forêt pâtre île dû août Égalité À Ça
Æsop ex æquo cæcum curriculum vitæ señor mañana über groß Straße Ångström Łódź Dvořák Šafařík Čapek Ğ ı İstanbul
kraków naïveté façade
l’archive d’hiver qu’une aujourd’hui “quoted” ‘single’ well-known 1988–2020 em—dash … §4 n°5 1er XIXe CO₂ m² ½ ¾
№ † ‡ • © € £
"""
_PROSE = """
a the of in and to at by with from under over archive page reader letter margin paper table column line word voice hour morning
winter river valley orchard lantern window stair garden road bridge station harbour village teacher carpenter printer librarian
le la les un une des et dans sur sous avec sans vers chez entre pendant toujours plusieurs lettre marge papier tableau colonne
ligne parole voix heure rivière lanterne escalier jardin passerelle gare institutrice menuisier imprimeur bibliothécaire voisine
AVATAR Wave Type To Yes VA LT Ty P.A. 0123456789 3,14 12:30 2024-05-12 A/HRC/45/13 (round) [square] {curly} a/b x+y=z 50% #7 @home
"""


def latin() -> tuple[str, ...]:
    """French and English words that ligatures, accents and kerning touch, and figures."""
    return tuple(dict.fromkeys(_mixed([_LIGATURES.split(), _ACCENTS.split(), _PROSE.split()])))


LONG = """
constitutionnellement anticonstitutionnellement bibliothécaire incompréhensible internationalisation responsabilité
différentiation officiellement affichage inefficacité vraisemblablement professionnellement administration
documentation représentation
"""
"""Words long enough to be broken."""
DECOMPOSED = "cafe\u0301 a\u0302ge franc\u0327ais Noe\u0308l n\u0303o o\u0328\u0304"
"""Accents written behind their letters."""
CODE = """
a -> b; x != y; p === q; m => n; i <= j; k >= l; u |> v; std::cout; // note; /* c */; <!-- x -->; ++i; --j; a && b; c || d;
!!x; w ?? z; ...args; 0xFF; www; [[ ]]; {| |}; #{x}; <$> ; >>= ; <*> ; f(x) := y; ~~> ; <-> ; ==> ; __init__; \\n; 1.0e-9;
if (first) { office() }
"""
"""What JetBrains Mono draws with ligatures for code."""
DIGESTS = tuple(f"{(number * 0x9E3779B97F4A7C15F39CC0605CEDC835) & (1 << 128) - 1:032x}" for number in range(1, 25))
"""Like digests of files."""
