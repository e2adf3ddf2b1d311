"""A dossier in memory whose translations travel: out of it, through other tools, and back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.content.markdown import parse_blocks
from dossier.model.diagnostics import Diagnostic
from dossier.model.document import Document, DocumentKind, Dossier, MatterString
from dossier.model.place import Place
from dossier.model.records import DossierConfig, PartMatter
from dossier.model.translation import Catalog, State
from dossier.translation.cut import translatable
from dossier.translation.exchange.collecting import collected
from dossier.translation.exchange.formats import written
from dossier.translation.exchange.incoming import Receiver
from dossier.translation.exchange.matching import Passages
from dossier.translation.exchange.reading import read_incoming
from dossier.translation.exchange.routing import Routing
from dossier.translation.exchange.values import Bundle, Format, IncomingFile
from dossier.translation.locations import po_path
from dossier.translation.po import PoFile, new_po, read_po, write_po
from dossier.translation.po_strings import quoted

HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: demo\\n"\n"Language: fa\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
)
TEXTS = {
    "summary": "# Who was heard\n\nFive people were heard.\n\nNobody wrote it down.\n\n"
    "A [link](https://example.org/?a=1&b=2) < > & ]]>.\n",
    "notes": "# Notes\n\nFive people were heard.\n\n- One point\n- Another *point*\n",
}
SUMMARY, NOTES = (po_path("demo", name, "fa") for name in TEXTS)


def document(name: str, text: str, language: str = "en") -> Document:
    """A part of the dossier."""
    blocks, environment = parse_blocks(text)
    path = f"content/demo/{name}.md"
    strings = (MatterString("title", name.title(), Place(path, 2, 8), language),)
    matter = PartMatter.model_validate({"title": name.title()})
    return Document(name, path, DocumentKind.PART, language, matter, strings, blocks, environment, 3, text, "sha256:0")


def dossier(*parts: Document) -> Dossier:
    """A dossier of ``parts``, in English, to be translated into Persian and French."""
    config = DossierConfig.model_validate(
        {
            "id": "demo",
            "title": "Demo",
            "language": "en",
            "languages": ["en", "fa", "fr"],
            "date": "2020-02-02",
            "status": "draft",
            "publisher": "Nobody",
            "rights": "None",
            "parts": [part.id + ".md" for part in parts],
        }
    )
    front = Document("dossier", "content/demo/dossier.toml", DocumentKind.DOSSIER, "en", config)
    return Dossier(config, "content/demo/dossier.toml", front, parts, ())


@dataclass(frozen=True)
class Entry:
    """What a locale file has for a text."""

    text: str = ""
    state: State = State.REVIEWED
    comments: tuple[str, ...] = ()
    previous: str = "An older text."


def catalog(path: str, entries: Mapping[tuple[str | None, str], Entry]) -> bytes:
    """A locale file."""
    file = new_po(path, HEADER)
    for key, said in entries.items():
        entry = file.new_entry(key)
        entry.text = said.text
        comments = [*said.comments, *(["machine: argos en-fa draft:sha256:ab12"] if said.state is State.DRAFT else [])]
        entry.unit.othercomments = [f"# {comment}\n" for comment in comments]
        if said.state in (State.DRAFT, State.UNFINISHED, State.STALE):
            entry.unit.markfuzzy()
        if said.state is State.STALE:
            entry.unit.prev_msgid = quoted(said.previous, "#| msgid")
        file.entries.append(entry)
    return write_po(file)


@dataclass
class Project:
    """A dossier and its locale files in one language: what is exported, and what imports change."""

    dossier: Dossier
    files: dict[str, bytes]
    language: str = "fa"
    findings: tuple[Diagnostic, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    @classmethod
    def with_entries(cls, **entries: Mapping[str, Entry]) -> "Project":
        """The sample dossier, with translations of some of its texts, by document."""
        made = dossier(*(document(name, text) for name, text in TEXTS.items()))
        paths = {name: po_path("demo", name, "fa") for name in TEXTS}
        files = {}
        for part in made.parts:
            known = {(None, text): entry for text, entry in entries.get(part.id, {}).items()}
            missing = {unit.key: Entry(state=State.MISSING) for unit in translatable(part, "fa") if unit.key not in known}
            files[paths[part.id]] = catalog(paths[part.id], {**known, **missing})
        return cls(made, files)

    def opened(self) -> dict[str, PoFile]:
        """The locale files by document."""
        return {path.rpartition("/")[2].removesuffix(".po"): read_po(data, path) for path, data in self.files.items()}

    def catalogs(self) -> dict[str, Catalog]:
        return {name: file.catalog(self.language) for name, file in self.opened().items()}

    def bundle(self, states: frozenset[State] = frozenset(State)) -> Bundle:
        return collected(self.dossier, self.catalogs(), self.language, states)

    def exported(self, form: Format) -> bytes:
        """The one file that an export gives."""
        (one,) = written(self.bundle(), form)
        return one.data

    def imported(self, data: bytes, name: str = "back.xlf") -> dict[str, int]:
        """Take ``data`` in; what became of it is in ``files``, ``findings`` and the counts that are returned."""
        content, _ = read_incoming(data, name)
        assert isinstance(content, IncomingFile)
        opened = self.opened()
        receiver = Receiver(opened, self.catalogs())
        routing = Routing(Passages([self.dossier], self.language), {self.dossier.id: receiver})
        counts = routing.take(content)
        for name in receiver.changed:
            self.files[opened[name].path] = write_po(opened[name])
            read_po(self.files[opened[name].path], opened[name].path)
        self.findings = routing.findings
        return {str(way): number for way, number in counts.items() if number}

    def entry(self, document: str, text: str) -> tuple[str, State, tuple[str, ...]]:
        """Translation, state and comments of ``text`` as they are now."""
        found = self.catalogs()[document].entries[None, text]
        return found.text, found.state, found.comments
