"""Originals beside faithful translations: the sentences written for the tests, and the repository's own catalogs."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from dossier.content.markdown import parse_blocks
from dossier.model.document import Document, DocumentKind, Unit, UnitKind
from dossier.model.glossary import Glossary
from dossier.model.place import Place
from dossier.model.records import PartMatter
from dossier.model.translation import Catalog, State, Translation
from dossier.translation.checks import check, findings
from dossier.translation.checks.finding import Finding
from dossier.translation.checks.passage import Passage, passage
from dossier.translation.cut import cut

LANGUAGES = ("fr", "fa")

_REPOSITORY = Path(__file__).parents[3]
_DOSSIER = "un-letter-1988"
_SENTENCES = Path(__file__).parent / "good_translations.toml"
_STRINGS = ("title", "front matter", "question", "answer of a source", "who says it in the source")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation into ``language``: Markdown of a block, or else a string of the front matter."""

    original: str
    translation: str
    language: str
    markdown: bool = True


@cache
def sentences(language: str) -> tuple[Pair, ...]:
    """The sentences of ``good_translations.toml``."""
    table = tomllib.loads(_SENTENCES.read_text("utf-8"))
    return tuple(Pair(pair["en"], pair[language], language) for pair in table["pairs"])


@cache
def catalogs(language: str) -> tuple[Pair, ...]:
    """The entries of the first dossier's catalogs, read by Babel."""
    folder = _REPOSITORY / "locales" / language / "LC_MESSAGES" / _DOSSIER
    pairs: dict[Pair, None] = {}
    for path in sorted(folder.rglob("*.po")):
        with path.open("rb") as file:
            entries = list(read_po(file, locale=language))
        for entry in entries:
            if entry.id and entry.string:
                markdown = not any(comment.startswith(_STRINGS) for comment in entry.auto_comments)
                pairs[Pair(str(entry.id), str(entry.string), language, markdown)] = None
    return tuple(pairs)


def good(language: str) -> tuple[Pair, ...]:
    """Both."""
    return (*sentences(language), *catalogs(language))


def as_passage(pair: Pair, translation: str | None = None) -> Passage:
    """``pair`` as the rules read it, with ``translation`` in the place of its own."""
    place = Place("content/demo/sample.md", 4, 1)
    if pair.markdown:
        unit = Unit(pair.original, UnitKind.PARAGRAPH, place, 1, "en")
    else:
        unit = Unit(pair.original, UnitKind.FRONT_MATTER, place, "title", "en")
    text = pair.translation if translation is None else translation
    entry = Translation(text, State.REVIEWED, Place("sample.po", 7, 1))
    return passage(_document(), unit, entry, pair.language, glossary())


def judge(pair: Pair, translation: str | None = None) -> list[Finding]:
    """What the rules say of ``pair`` with ``translation`` in the place of its own."""
    return list(findings(as_passage(pair, translation)))


def told(pair: Pair, translation: str, comments: tuple[str, ...]) -> list[str]:
    """The codes of what a translator is told of ``pair``, whose entry has the translator's ``comments``."""
    document = replace(_document(), blocks=parse_blocks(pair.original, with_citations=True)[0])
    unit = cut(document)[0]
    entry = Translation(translation, State.REVIEWED, Place("sample.po", 7, 1), comments=comments)
    return [found.code.id for found in check(document, Catalog(pair.language, {unit.key: entry}), glossary())]


@cache
def glossary() -> Glossary:
    """The first dossier's names and terms."""
    text = (_REPOSITORY / "content" / _DOSSIER / "glossary.toml").read_text("utf-8")
    return Glossary.model_validate(tomllib.loads(text))


@cache
def _document() -> Document:
    """A part that knows every footnote of the pairs."""
    texts = (pair.original for language in LANGUAGES for pair in good(language))
    text = "A paragraph.\n\n" + "".join(f"[^{label}]: A note.\n\n" for label in _labels(texts))
    blocks, environment = parse_blocks(text, with_citations=True)
    matter = PartMatter.model_validate({"title": "Sample"})
    path = "content/demo/sample.md"
    return Document("sample", path, DocumentKind.PART, "en", matter, (), blocks, environment, 3, text, "sha256:0")


def _labels(texts: Iterable[str]) -> list[str]:
    return sorted({label for text in texts for label in _NOTE.findall(text)})
