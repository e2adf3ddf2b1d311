"""Documents and catalogs made in memory, for the tests of translation."""

from collections.abc import Iterable, Mapping

from dossier.content.markdown import parse_blocks
from dossier.model.document import Document, DocumentKind, Dossier, MatterString, Unit, UnitKind
from dossier.model.glossary import Glossary
from dossier.model.place import Place
from dossier.model.records import DossierConfig, PartMatter
from dossier.model.translation import State, Translation
from dossier.translation.checks.passage import Passage, passage
from dossier.translation.cut import cut
from dossier.translation.po import PoFile, new_po, read_po, write_po

HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def document(
    text: str, *, language: str = "en", title: str = "", raw_html: bool = False, name: str = "sample", citations: bool = False
) -> Document:
    """A part whose body is ``text``."""
    blocks, environment = parse_blocks(text, raw_html=raw_html, with_citations=citations)
    path = f"content/demo/{name}.md"
    strings = (MatterString("title", title, Place(path, 2, 8), language),) if title else ()
    matter = PartMatter.model_validate({"title": title or "Sample"})
    return Document(name, path, DocumentKind.PART, language, matter, strings, blocks, environment, 3, text, "sha256:0", raw_html)


def dossier(bodies: Mapping[str, str], language: str = "en") -> Dossier:
    """A dossier whose parts are ``bodies``, by their names."""
    fields = {"id": "demo", "title": "Demo", "language": language, "languages": [language, "fr"], "date": "2026-11-25"}
    config = DossierConfig.model_validate({**fields, "parts": [f"{name}.md" for name in bodies]})
    front = Document("dossier", "content/demo/dossier.toml", DocumentKind.DOSSIER, language, config)
    parts = tuple(document(text, name=name, language=language) for name, text in bodies.items())
    return Dossier(config, "content/demo/dossier.toml", front, parts, ())


def identity_po(source: Document) -> bytes:
    """A PO file that translates every unit of ``source`` by itself."""
    file = new_po("fr.po", HEADER)
    for key in dict.fromkeys(unit.key for unit in cut(source)):
        entry = file.new_entry(key)
        entry.text = key[1]
        file.entries.append(entry)
    return write_po(file)


def po(*entries: str) -> PoFile:
    """A PO file of a header and ``entries``, each the text of one entry."""
    return read_po("\n".join([HEADER, *(f"{entry}\n" for entry in entries)]).encode(), "fr.po")


def texts(file: PoFile) -> dict[str, str]:
    """msgid → msgstr of the active entries."""
    return {entry.msgid: entry.text for entry in file.active}


def beside(
    original: str, translation: str, *, language: str = "fr", source: str = "en", glossary: Glossary | None = None
) -> Passage:
    """A paragraph and its translation, as the rules read them; link references and notes may follow in ``original``."""
    place = Place("content/demo/sample.md", 4, 1)
    whole = document(f"{original}\n\n[^1]: A note.\n\n[^other]: Another note.\n", language=source, citations=True)
    entry = Translation(translation, State.REVIEWED, Place("fr.po", 7, 1))
    return passage(whole, Unit(original, UnitKind.PARAGRAPH, place, 1, source), entry, language, glossary or Glossary())


def keys(entries: Iterable[str]) -> list[tuple[None, str]]:
    """Keys without context."""
    return [(None, entry) for entry in entries]
