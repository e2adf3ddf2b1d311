"""Words for a text that says nothing, in three languages; the same random numbers make parallel sentences of them."""

from dataclasses import dataclass
from random import Random

_ENGLISH = """
the a this every some harbour lamp ladder bakery orchard letter drawer window ferry bridge kettle saddle mirror garden engine
parcel signal carpet thread bottle copper linen pepper barley carries opens paints measures repairs borrows follows polishes
collects answers slow bright narrow wooden early heavy quiet round distant before beside under after across near
"""
_FRENCH = """
le la une cette chaque port lampe échelle boulangerie verger lettre tiroir fenêtre bac pont bouilloire selle miroir jardin moteur
colis signal tapis fil bouteille cuivre toile poivre orge porte ouvre peint mesure répare emprunte suit polit
recueille répond lent clair étroit boisé précoce lourd tranquille rond lointain avant près sous après contre devant
"""
_PERSIAN = """
این آن هر یک بندر چراغ نردبان نانوایی باغ نامه کشو پنجره قایق پل کتری زین آینه بوستان موتور
بسته نشانه فرش نخ بطری مس پارچه فلفل جو می‌برد می‌گشاید می‌سازد می‌سنجد می‌دوزد می‌گیرد می‌رود می‌آورد
گردآوری می‌کند پاسخ آهسته روشن باریک چوبی زود سنگین آرام گرد دور پیش کنار زیر پس نزدیک کتاب‌خانه‌ها
"""


@dataclass(frozen=True, slots=True)
class Tongue:
    """What differs between the languages of the stress dossier; ``foreign`` is a phrase of another script, with its language."""

    language: str
    words: tuple[str, ...]
    comma: str
    foreign: str
    labels: tuple[str, ...]

    def some(self, random: Random, count: int) -> str:
        """So many words, the first with a capital where there are any."""
        text = " ".join(self.words[int(random.random() * len(self.words))] for _ in range(count))
        return text[0].upper() + text[1:]

    def sentence(self, random: Random) -> str:
        """A sentence with a comma, now and then emphasis, and its full stop."""
        words = self.some(random, random.randint(7, 16)).split(" ")
        words[3] += self.comma
        words[5] = f"*{words[5]}*" if random.random() < 0.3 else words[5]
        return " ".join(words) + "."

    def paragraph(self, random: Random, sentences: int) -> str:
        return " ".join(self.sentence(random) for _ in range(sentences))


ENGLISH = Tongue(
    "en",
    tuple(_ENGLISH.split()),
    ",",
    "[چراغ بندر، شماره‌ی ۱۲]{lang=fa}",
    (
        "A stress dossier",
        "Rope works",
        "Harbour office",
        "Lantern Hill",
        "A house of records",
        "Free for any use.",
        "How many lamps?",
        "about",
    ),
)
FRENCH = Tongue(
    "fr",
    tuple(_FRENCH.split()),
    ",",
    "[چراغ بندر، شماره‌ی ۱۲]{lang=fa}",
    (
        "Un dossier à l’épreuve",
        "Corderie",
        "Capitainerie",
        "Colline aux Lanternes",
        "Une maison de registres",
        "Libre pour tout usage.",
        "Combien de lampes ?",
        "environ",
    ),
)
PERSIAN = Tongue(
    "fa",
    tuple(_PERSIAN.split()),
    "،",
    "[harbour lamp, No. 12 (A–C)]{lang=en}",
    (
        "پرونده‌ی آزمون",
        "ریسمان‌بافی",
        "دفتر بندر",
        "تپه‌ی فانوس",
        "خانه‌ی پرونده‌ها",
        "برای هر کاربردی آزاد است.",
        "چند چراغ؟",
        "حدود",
    ),
)
TONGUES = (ENGLISH, FRENCH, PERSIAN)
