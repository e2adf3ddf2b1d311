"""On set French pages, nothing that belongs together stands on two lines, however narrow the column."""

import re
from collections import defaultdict
from dataclasses import replace

import pytest
from books import metadata
from markdown_it import MarkdownIt
from pypdfium2 import PdfDocument

from dossier.content.markdown import parse_inline
from dossier.edition.words import set_words
from dossier.language.registry import language
from dossier.language.value import Language
from dossier.model.bundle import HtmlBundle
from dossier.press.pdf import render

FRENCH = language("fr")
WIDTHS = range(36, 116, 2)
"""Of columns, in millimetres: 40 of them."""
LINE = 20
MARGIN = 6
POINTS = 72 / 25.4
BREAK = "⏎"

# Spaces as a typist has them: all of them plain, some missing.
TEXT = """
Le 3 septembre 1988, M. Dupont écrivit à Mme Durand : « Combien de victimes ? 30 000 victimes, ou 5 000 personnes ? » Elle
répondit: «Je ne sais pas; 42 % des 1 234 567 habitants l’ont vu !» Selon l’art. 3 et le § 12 (p. 47, pp. 12-14, chap. IV),
le colis n° 5 pesait 30 kg, le n°17 en pesait 125 ; il fit 90 km en 18 h 30 et coûta 12 345,67 €, soit 15% de plus. Du
28 juillet au 14 août, puis le 1er septembre, il fit 37 °C ! « Il m’a dit « oui » hier », note J. Dupont — qui l’eût
cru ? — dans sa lettre du 9 décembre ; sa mère – morte en mai 1990 – n’en sut rien.
Au **XXe siècle**, sous Jean-Paul II, 3 millions d’hommes et **12 345** femmes, de 20 ans
au plus, lurent l’article 3, la page 12 et le tome II : quoi ? rien ! MM. Martin et Petit, le Dr Blanc, Me Noir ; tous
(*est-ce vrai ?*) se turent pendant *45* min. Pourquoi ? Parce que 800 prisonniers, 12 pages et 60 jours, c’est « trop » !
"""

_SIGNS = rf"{BREAK}[;:!?»”%€]|[«“(]{BREAK}"
_FIGURES = rf"\d{BREAK}(?:\d\d\d|kg|km|%|€|°C|h|min|victimes|personnes|hommes|femmes|prisonniers|pages|jours|ans|millions)\b"
_DATES = rf"\d(?:er)?{BREAK}(?:juillet|août|septembre|décembre)|{BREAK}siècle"
_LABELS = rf"(?:n°|§|\b(?:art|pp?|chap)\.|\b(?:article|page|tome)){BREAK}(?:\d|I)|\d ?h{BREAK}30"
_NAMES = rf"\b(?:MM?\.|Mme|Dr|Me|J\.){BREAK}|Paul{BREAK}II"
_ASIDES = rf"—{BREAK}qui|{BREAK}(?:— ?dans|– ?n’en)"
FAULTS = {
    "signs": _SIGNS,
    "figures": _FIGURES,
    "dates": _DATES,
    "labels": _LABELS,
    "names": _NAMES,
    "asides": _ASIDES,
}


def columns(own: Language) -> bytes:
    """The text set in ``own`` language in every width, a page each."""
    sheets = "".join(
        f"@page w{width} {{ size: {width + 2 * MARGIN}mm 900mm; margin: {MARGIN}mm }} #w{width} {{ page: w{width} }}"
        for width in WIDTHS
    )
    markdown = MarkdownIt()
    words = markdown.renderer.render(set_words(parse_inline(TEXT.strip(), {}), own), markdown.options, {})
    style = f"body {{ margin: 0; font: 10pt/{LINE}pt Literata }} p {{ margin: 0; text-align: justify; hyphens: auto }}"
    body = "".join(f'<p id="w{width}">{words}</p>' for width in WIDTHS)
    head = f'<meta charset="utf-8"><title>T</title><style>{style} {sheets}</style>'
    html = f'<!DOCTYPE html><html lang="fr"><head>{head}</head><body>{body}</body></html>'
    return render(HtmlBundle(html, metadata("fr"), {})).data


def pages(pdf: bytes) -> list[str]:
    """What each page says, its lines as PDFium places the glyphs, parted by :data:`BREAK`, spaces plain."""
    document = PdfDocument(pdf)
    return [BREAK.join(_lines(page)) for page in document]


def _lines(page) -> list[str]:  # type: ignore[no-untyped-def]
    text = page.get_textpage()
    width, height = page.get_size()
    lines: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for index in range(text.count_chars()):
        sign = text.get_text_range(index, 1)
        left, bottom, right, top = text.get_charbox(index, loose=True)
        if sign.strip("\r\n\0") and right > left:
            assert sign.isspace() or right <= width - MARGIN * POINTS + 1, (sign, right, width)
            middle = height - MARGIN * POINTS - (bottom + top) / 2
            lines[int(middle // LINE)].append((left, sign))
    return [re.sub(r"\s+", " ", "".join(sign for _, sign in sorted(lines[number]))).strip() for number in sorted(lines)]


def faults(said: str) -> dict[str, int]:
    """How many places stand apart, by kind."""
    return {kind: len(re.findall(pattern, said)) for kind, pattern in FAULTS.items()}


@pytest.fixture(scope="module")
def with_rules() -> list[str]:
    return pages(columns(FRENCH))


@pytest.fixture(scope="module")
def without_rules() -> list[str]:
    return pages(columns(replace(FRENCH, rules=())))


def test_no_unit_stands_apart_from_its_number(with_rules: list[str]) -> None:
    assert len(with_rules) == len(WIDTHS) >= 30
    found = {
        width: [re.findall(rf".{{0,12}}(?:{pattern}).{{0,12}}", said) for pattern in FAULTS.values()]
        for width, said in zip(WIDTHS, with_rules, strict=True)
    }
    assert {width: apart for width, apart in found.items() if any(apart)} == {}


def test_all_the_words_are_there(with_rules: list[str]) -> None:
    """The judge reads whole columns: what it cannot see, it cannot find fault with."""
    wanted = re.sub(r"[*\s]", "", TEXT).replace("«oui»", "“oui”")
    for said in with_rules:
        assert re.sub(rf"[\s\ufffe‐-]|{BREAK}", "", said) == wanted.replace("-", "")


@pytest.mark.parametrize("kind", FAULTS)
def test_without_the_rules_the_judge_finds_faults(without_rules: list[str], kind: str) -> None:
    assert sum(faults(said)[kind] for said in without_rules) >= 3


def test_without_the_rules_there_are_many(without_rules: list[str]) -> None:
    assert sum(sum(faults(said).values()) for said in without_rules) >= 100
