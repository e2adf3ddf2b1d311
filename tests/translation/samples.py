"""Documents and catalogs made in memory, for the tests of translation."""

from collections.abc import Iterable

from dossier.content.markdown import parse_blocks
from dossier.model.document import Document, DocumentKind, MatterString
from dossier.model.place import Place
from dossier.model.records import PartMatter
from dossier.translation.cut import cut
from dossier.translation.po import PoFile, new_po, read_po, write_po

HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def document(text: str, *, language: str = "en", title: str = "", raw_html: bool = False, name: str = "sample") -> Document:
    """A part whose body is ``text``."""
    blocks, environment = parse_blocks(text, raw_html=raw_html)
    path = f"content/demo/{name}.md"
    strings = (MatterString("title", title, Place(path, 2, 8), language),) if title else ()
    matter = PartMatter.model_validate({"title": title or "Sample"})
    return Document(name, path, DocumentKind.PART, language, matter, strings, blocks, environment, 3, text, "sha256:0", raw_html)


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


def keys(entries: Iterable[str]) -> list[tuple[None, str]]:
    """Keys without context."""
    return [(None, entry) for entry in entries]
