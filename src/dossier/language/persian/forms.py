"""Forms of Persian in which the zero-width non-joiner sets off a prefix or an ending (the Academy's orthography, 1401).

Only what is frequent and cannot be read otherwise: each list is of stems and words, without the joiner.
"""

_PRESENT = """
شو کن توان خواه ده گیر رو گوی گو دان بین یاب آور آی بر گذار گذر ساز دار خوان رس پذیر نام شمار پرداز افزای زن خور کش
پرس پیوند شناس نویس فرست فروش خر آموز انجام کوش طلب نه ایست پوش ترس چرخ گرد گریز میر نشین انداز اندیش انگیز باش مان
پندار رسان گردان شنو جوی کاه افت برآی پیمای فهم خند شمر گزین گنج جنگ سوز ریز دو پر بند باز نمای سنج ستای آفرین پرور
پسند تاز جه چین دوز راند ران زی ستان شکن شکاف کار گسل لرز نواز نگر نوش ورز یازد کوب کوچ گمار گنجان بخش بار باف بلع پاش
پز پوسان پیچ تاب تراش تپ خراش خزد خواب خیز دزد دم رنج رقص رود روب زد
"""
_PAST = """
شد کرد توانست خواست داد گرفت رفت گفت دانست دید یافت آورد آمد برد گذاشت گذشت ساخت داشت خواند رسید پذیرفت نامید شمرد
پرداخت افزود زد خورد کشید پرسید پیوست شناخت نوشت فرستاد فروخت خرید آموخت انجامید کوشید طلبید نهاد ایستاد پوشید ترسید
چرخید گشت گریخت مرد نشست انداخت اندیشید انگیخت بود ماند پنداشت رساند گرداند شنید جست کاست افتاد پیمود فهمید خندید گزید
گنجید جنگید سوخت ریخت دوید پرید بست باخت نمود سنجید ستود آفرید پرورد پسندید تاخت جهید چید دوخت راند زیست ستاند شکست
شکافت کاشت گسست لرزید نواخت نگریست نوشید ورزید کوبید گماشت بخشید بارید بافت بلعید پاشید پخت پیچید تابید تراشید تپید
خراشید خزید خوابید خاست دزدید دمید رنجید رقصید بایست
"""
_WHOLE = "باید بایستی توان شاید"
_NO_VERB = "میدانی میدان میری میرم مینا میرد میدم مینی میزی میخی میباف میکش میدار میپز"
_NO_VERB_BEHIND_MI = "و را ناب از در به که هم است سال ماه گذشته امسال تا"
_TAKES_NO_ENDING = "و به که چه نه سه ده مه چند بی"
_BEHIND_VOCATIVE = "کاش بسا میل میلی وای ایران مردم خدا"
_ADJECTIVES = """
بزرگ کوچک مهم بیش کم دقیق زیاد قدیمی جدید بالا پایین سریع قوی ضعیف گسترده عمیق دور نزدیک روشن آسان سخت ساده پیش طولانی
کوتاه بلند سنگین سبک گرم سرد پیچیده جدی شدید خوب بد کامل پیر جوان تازه کهن نو زیبا زشت تند کند پر خطرناک امن مناسب
مستقل وسیع محدود مؤثر موثر کارآمد فعال آگاه مطمئن آزاد عادلانه شفاف واضح صریح درست غلط واقعی عقب جلو پهن باریک ژرف
تیره گران ارزان شایع رایج متأخر متاخر قابل معتبر مشهور معروف محکم نرم عالی پست برجسته مشخص دشوار بحرانی وخیم ناچیز
اندک فراوان بیشتر آرام پاک تمیز کثیف
"""

PRESENT_STEMS = tuple(dict.fromkeys(_PRESENT.split()))
"""Present stems of frequent verbs; they take ``م ی د یم ید ند``."""
PAST_STEMS = tuple(dict.fromkeys(_PAST.split()))
"""Past stems; they stand alone or take ``م ی یم ید ند ه``."""
WHOLE_FORMS = tuple(_WHOLE.split())
"""Forms that take no ending."""
NO_VERB = frozenset(_NO_VERB.split())
"""Words that look like a verb with its prefix joined, and are nouns or names."""
NO_VERB_BEHIND_MI = frozenset(_NO_VERB_BEHIND_MI.split())
"""What may stand behind «می» as a word of its own: *wine*, or the month of May."""
TAKES_NO_ENDING = frozenset(_TAKES_NO_ENDING.split())
"""Short words to which nothing is added: what looks like an ending behind them is a word of its own."""
BEHIND_VOCATIVE = frozenset(_BEHIND_VOCATIVE.split())
"""Words before which «ای» calls somebody, or belongs to the next word."""
ADJECTIVES = frozenset(_ADJECTIVES.split())
"""Adjectives behind which «تر» can only be the comparative, and not the word for *wet*."""
