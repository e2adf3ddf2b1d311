"""Quotations from the corpus, faithful and altered. It shares no code and no list of words with the programme."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

CORPUS = Path(__file__).parent / "corpus"
EACH = 3
"""So many quotations of each kind are made from each text."""

OMISSION = "[…]"
_NOT = {"en": "[not]", "fr": "[ne pas]", "fa": "[نه]"}
_NUMBER = {"en": "[seven]", "fr": "[18]", "fa": "[۱۸]"}
_NAME = {"en": "[Marlowe]", "fr": "[Dupont]", "fa": "[پرویز]"}
_HARMLESS = {"en": "[of the place]", "fr": "[de cet endroit]", "fa": "[که]"}
_SIC = {"en": "[sic]", "fr": "[sic !]".replace(" ", ""), "fa": "[کذا]"}
_HEAVY = {
    "en": "no not never nobody only one two five nine twelve third don’t once twice"
    " may might could would should must can whether fail fails failed refused attempt seems about but if",
    "fr": "pas jamais aucun aucune ne cinq neuf douze deux tiers sans peine rien seul"
    " peut peuvent pourrait pourraient doit doivent devrait serait semble refusé selon mais si",
    "fa": "هرگز هیچ یک دو چند نه هیچ‌گاه هیچ‌کس دیگر دوبار ممکن باید می‌تواند می‌توانند اما ولی اگر گفته گفته‌های حدود",
}
"""Words that an honest editor does not leave out, with digits and with Persian verbs that begin with the letter noon."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text of the corpus: its language and its paragraphs, each a list of words."""

    name: str
    language: str
    paragraphs: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """The text as it is read."""
        return "\n\n".join(" ".join(words) for words in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation of a kind, and the text it is said to be from."""

    kind: str
    text: str
    source: str
    language: str


Edit = Callable[[Source, Random], str]
Dressing = Callable[[str], str]


def sources() -> list[Source]:
    """All texts of the corpus."""
    return [_read(path) for path in sorted(CORPUS.glob("*.txt"))]


def _read(path: Path) -> Source:
    paragraphs = path.read_text(encoding="utf-8").strip().split("\n\n")
    return Source(path.stem, path.stem.rpartition("_")[2], tuple(tuple(one.split(" ")) for one in paragraphs))


def passage(source: Source, random: Random, length: int = 14) -> list[str]:
    """Some words that follow one another in a paragraph, cut at no group of digits."""
    paragraph = random.choice(source.paragraphs)
    start = random.randrange(len(paragraph) - length)
    words = list(paragraph[start : start + length])
    rest = paragraph[start + length :]
    splits = (words[0].isdigit() and start and paragraph[start - 1].isdigit()) or (
        rest and words[-1].isdigit() and rest[0].isdigit()
    )
    lone_mark = any(not any(map(str.isalnum, word)) for word in (words[0], words[-1]))
    return passage(source, random, length) if splits or lone_mark else words


def _dropped(source: Source, random: Random) -> str:
    words = passage(source, random)
    place = random.choice([index for index in range(1, len(words) - 1) if words[index].isalpha()])
    return " ".join(words[:place] + words[place + 1 :])


def _swapped(source: Source, random: Random) -> str:
    words = passage(source, random)
    place = random.choice([index for index in range(1, len(words) - 2) if words[index] != words[index + 1]])
    words[place], words[place + 1] = words[place + 1], words[place]
    return " ".join(words)


def _changed_word(source: Source, random: Random) -> str:
    words = passage(source, random)
    others = [word for one in source.paragraphs for word in one if word.isalpha()]
    place = random.choice([index for index, word in enumerate(words) if word.isalpha()])
    words[place] = random.choice([word for word in others if word != words[place]])
    return " ".join(words)


def _changed_number(source: Source, random: Random) -> str:
    words = passage(source, random)
    places = [index for index, word in enumerate(words) if any(map(str.isdigit, word))]
    if not places:
        return _changed_number(source, random)
    place = random.choice(places)
    digit = random.choice([character for character in words[place] if character.isdigit()])
    words[place] = words[place].replace(digit, str((int(digit) + random.randrange(1, 9)) % 10), 1)
    return " ".join(words)


def _silent_omission(source: Source, random: Random) -> str:
    words = passage(source, random, 18)
    return " ".join(words[:6] + words[11:])


def _put_in(brackets: dict[str, str]) -> Edit:
    def edit(source: Source, random: Random) -> str:
        words = passage(source, random)
        place = random.choice([index for index in range(3, len(words) - 3) if words[index - 1].isalpha()] or [0])
        if not place:
            return edit(source, random)
        return " ".join([*words[:place], brackets[source.language], *words[place:]])

    return edit


def _replaced(source: Source, random: Random) -> str:
    words = passage(source, random)
    places = [index for index in range(3, len(words) - 3) if words[index].isalpha()]
    words[random.choice(places)] = _HARMLESS[source.language]
    return " ".join(words)


def _reversed(source: Source, random: Random) -> str:
    words = passage(source, random, 16)
    return " ".join([*words[10:], OMISSION, *words[:6]])


def _joined(between: Sequence[str]) -> Edit:
    def edit(source: Source, random: Random) -> str:
        place = random.randrange(len(source.paragraphs) - 1)
        length = random.randrange(4, 9)
        if source.paragraphs[place + 1][length].isdigit():
            return edit(source, random)
        return " ".join([*source.paragraphs[place][-length:], *between, *source.paragraphs[place + 1][:length]])

    return edit


def _omitted_weight(source: Source, random: Random) -> str:
    """Leaves out a number or a negation, and says that it leaves out something."""
    words = passage(source, random)
    told = _NEGATIONS[source.language]
    places = [index for index in range(2, len(words) - 2) if words[index] in told or words[index].isdigit()]
    if not places:
        return _omitted_weight(source, random)
    place = random.choice(places)
    rest = words[place + 1 :]
    while rest and rest[0].isdigit():
        rest = rest[1:]
    return " ".join([*words[:place], OMISSION, *rest])


_NEGATIONS = {"en": {"not", "never", "no"}, "fr": {"pas", "jamais", "n’a"}, "fa": {"هرگز", "نداد.", "نبود", "نپذیرفتند،"}}

REFUSED: dict[str, Edit] = {
    "dropped word": _dropped,
    "swapped words": _swapped,
    "changed word": _changed_word,
    "changed number": _changed_number,
    "silent omission": _silent_omission,
}
CHANGED: dict[str, Edit] = {
    "negation in brackets": _put_in(_NOT),
    "number in brackets": _put_in(_NUMBER),
    "name in brackets": _put_in(_NAME),
    "brackets in place of a word": _replaced,
    "reversed fragments": _reversed,
    "joined paragraphs": _joined([]),
    "omission beyond a paragraph": _joined([OMISSION]),
    "negation or number left out": _omitted_weight,
}
WRONG_SOURCE = "wrong source"


def altered(edits: dict[str, Edit]) -> Iterator[Quote]:
    """Quotations with these edits, none of which can be read in its source as it is."""
    for source in sources():
        for kind, edit in edits.items():
            random = Random(f"{source.name} {kind}")
            for _ in range(EACH):
                yield Quote(kind, _not_in(source.text, edit, source, random), source.name, source.language)


def _not_in(text: str, edit: Edit, source: Source, random: Random) -> str:
    """An edit may come out as something that the source says elsewhere; then it is none."""
    made = edit(source, random)
    return _not_in(text, edit, source, random) if made in text else made


def from_wrong_sources() -> Iterator[Quote]:
    """Words of one text, said to be another's in the same language."""
    everyone = sources()
    for source in everyone:
        random = Random(source.name)
        others = [one for one in everyone if one.language == source.language and one is not source]
        for _ in range(EACH):
            yield Quote(WRONG_SOURCE, " ".join(passage(random.choice(others), random)), source.name, source.language)


def _each(table: dict[str, str]) -> Dressing:
    return lambda text: "".join(table.get(character, character) for character in text)


def _forms(text: str) -> str:
    """Arabic letters as isolated presentation forms, which old files are full of."""
    forms = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFEFC, 0xFE80, -1)}
    return "".join(forms.get(character, character) for character in text)


def _stretched(text: str) -> str:
    return text.replace("ست", "سـت").replace("می", "مـی")


_LATIN_DIGITS = dict(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True))
_ARABIC_DIGITS = dict(zip("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩", strict=True))

DRESSINGS: dict[str, Dressing] = {
    "verbatim": str,
    "straight marks": _each(dict.fromkeys("“”«»", '"') | {"’": "'"}),
    "single marks": _each(dict.fromkeys("“«", "‘") | dict.fromkeys("”»", "’")),
    "low marks": _each(dict.fromkeys("“«", "„") | dict.fromkeys("”»", "“")),
    "guillemets": _each({"“": "«\u202f", "”": "\u202f»"}),
    "small guillemets": _each(dict.fromkeys("“«", "‹") | dict.fromkeys("”»", "›")),
    "em dashes": lambda text: text.replace(" – ", "—"),
    "spaced hyphens": lambda text: text.replace(" – ", " - "),
    "long bars": lambda text: text.replace(" – ", " ― "),
    "unbreakable hyphens": lambda text: text.replace("-", "‑"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "mixed spaces": lambda text: text.replace(" ", " \t\u2009 "),
    "lines": lambda text: text.replace(" ", "\n"),
    "ligatures": lambda text: text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "soft hyphens": lambda text: text.replace("ar", "a\u00adr").replace("ان", "ا\u00adن"),
    "direction marks": lambda text: "\u202b" + text.replace(" ", "\u200f \u200e") + "\u202c",
    "byte order mark": lambda text: "\ufeff" + text,
    "Arabic letters": _each({"ی": "ي", "ک": "ك"}),
    "other letters": _each({"ی": "ى", "ه": "ہ"}),
    "stretched letters": _stretched,
    "presentation forms": _forms,
    "Latin digits": _each(_LATIN_DIGITS),
    "Arabic digits": _each(_ARABIC_DIGITS),
    "no non-joiners": lambda text: text.replace("\u200c", ""),
    "three dots": lambda text: text.replace("…", "..."),
    "closing comma": lambda text: text.rstrip(".,،;") + ",",
    "closing stop": lambda text: text.rstrip(".,،;") + ".",
    "dots around": lambda text: f"… {text} […]",
}
"""What does not make a quotation less faithful, from its words to its words."""


def _left_out(source: Source, random: Random) -> str:
    words = passage(source, random, 12)
    heavy = _HEAVY[source.language].split()
    middle = [word.strip(".,;:،") for word in words[4:8]]
    if any(word in heavy or any(map(str.isdigit, word)) or word.startswith(("n’", "qu’a", "ن")) for word in middle):
        return _left_out(source, random)
    if not any(map(str.isalnum, words[3] + words[8])):
        return _left_out(source, random)
    return " ".join([*words[:4], random.choice(["[…]", "[...]", "…", "...", "[ … ]", "(…)"]), *words[8:]])


def _first_letter(source: Source, random: Random) -> str:
    words = passage(source, random)
    places = [index for index, word in enumerate(words) if word.isalpha()]
    for place in {places[0], random.choice(places)}:
        words[place] = f"[{words[place][0].swapcase()}]{words[place][1:]}"
    return " ".join(words)


def _all_marks(source: Source, random: Random) -> str:
    words = _left_out(source, random).split(" ")
    return " ".join(["…", *words[:2], _SIC[source.language], *words[2:], "[...]"])


MARKED: dict[str, Edit] = {
    "words left out": _left_out,
    "sic": _put_in(_SIC),
    "harmless words in brackets": _put_in(_HARMLESS),
    "first letters": _first_letter,
    "all marks": _all_marks,
}


def faithful() -> Iterator[Quote]:
    """Faithful quotations: each dressing, each mark, and marks in two dressings."""
    for source in sources():
        random = Random(source.name)
        for kind, dress in DRESSINGS.items():
            for _ in range(EACH):
                yield Quote(kind, dress(" ".join(passage(source, random))), source.name, source.language)
        for kind, edit in MARKED.items():
            for _ in range(EACH):
                made = edit(source, random)
                one, two = random.sample([DRESSINGS[name] for name in _UNDER_MARKS], 2)
                yield Quote(kind, made, source.name, source.language)
                yield Quote(f"{kind}, dressed", two(one(made)), source.name, source.language)


_UNDER_MARKS = (
    "straight marks",
    "guillemets",
    "em dashes",
    "no-break spaces",
    "ligatures",
    "decomposed",
    "Arabic letters",
    "no non-joiners",
)


def badly_set(source: Source) -> str:
    """The source as a bad scan has it: each fifth long word is broken at the end of a line, non-joiners are spaces."""
    paragraphs = ([_broken(word, number) for number, word in enumerate(words)] for words in source.paragraphs)
    return "\n\n".join(" ".join(words) for words in paragraphs).replace("\u200c", " ")


def _broken(word: str, number: int) -> str:
    if "-" in word:
        return word.replace("-", "-\n", 1)
    return f"{word[:3]}-\n{word[3:]}" if number % 5 == 0 and word.isascii() and word.isalpha() and len(word) > 5 else word
