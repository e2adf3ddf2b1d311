"""Dossiers for a catalogue, made by hand."""

from typing import Any

from dossier.archive.opds import Catalogue, Wording, catalogue
from dossier.model.bundle import Contributor, Metadata
from dossier.model.deposit import DossierRecord, EditionRecord, FileRecord
from dossier.model.records import DossierConfig, Output

DAY = 86_400
HOSTILE = "]]> </title><script>alert(1)</script> & “x” \x00\ud800 &amp;"
"""What somebody may have written for a title, with characters that neither XML nor UTF-8 can carry."""
CLEANED = "]]> </title><script>alert(1)</script> & “x” \ufffd\ufffd &amp;"


def file(dossier: str, language: str, output: Output, **more: Any) -> FileRecord:
    path = f"{dossier}/{language}/{dossier}.{output.suffix}"
    return FileRecord(path, output.media_type, more.pop("size", 1000), "0" * 64, output, **more)


def edition(dossier: str, language: str, *outputs: Output, **metadata: Any) -> EditionRecord:
    values = {
        "identifier": f"urn:uuid:00000000-0000-5000-8000-{sum(f'{dossier}{language}'.encode()):012}",
        "title": f"{dossier} ({language})",
        "language": language,
        "direction": "rtl" if language == "fa" else "ltr",
        "date": "2026-01-02",
        "modified": 20_000 * DAY,
        "description": "What it is.",
        "review": "Nobody has read it.",
        **metadata,
    }
    picture = FileRecord(f"{dossier}/{language}/{dossier}.png", "image/png", 2000, "1" * 64)
    files = tuple(file(dossier, language, output, pages=12 if output is Output.PDF else 0) for output in outputs)
    return EditionRecord(Metadata(**values), files, picture)


def dossier(name: str, *editions: EditionRecord, **config: Any) -> DossierRecord:
    languages = tuple(one.metadata.language for one in editions) or ("en",)
    values = {
        "id": name,
        "title": name,
        "language": languages[0],
        "languages": languages,
        "date": "2026-01-02",
        "parts": ("a.md",),
    }
    return DossierRecord(DossierConfig.model_validate({**values, **config}), editions)


FULL = dossier(
    "letter",
    edition(
        "letter",
        "en",
        Output.PDF,
        Output.PRINT,
        Output.EPUB,
        Output.HTML,
        subtitle="What five documents report",
        creators=("A. Editor", "B. Editor"),
        publisher="The Press",
        rights="CC BY 4.0",
        subjects=("law", "history & memory"),
        contributors=(Contributor("C. Author", "aut"), Contributor("C. Author", "trl")),
        work="urn:uuid:11111111-1111-5111-8111-111111111111",
        version="2",
        replaces="urn:uuid:22222222-2222-5222-8222-222222222222",
        doi="10.1000/a<b",
        isbn=(("epub", "978-3-16-148410-0"), ("pdf", "978-3-16-148410-0")),
        series=("Papers", "7", "0378-5955"),
    ),
    edition("letter", "fa", Output.EPUB, title="نامه", modified=20_001 * DAY),
    publisher="The Press",
)
BROKEN_WORDS = dossier(
    "hostile",
    edition(
        "hostile",
        "en",
        Output.PDF,
        title=HOSTILE,
        description=HOSTILE,
        subjects=(HOSTILE,),
        creators=(HOSTILE,),
        identifier=HOSTILE,
    ),
    publisher="The Press",
)
WITHDRAWN = dossier(
    "gone",
    edition("gone", "en", Output.HTML, review="Withdrawn on 1 March 2026"),
    withdrawn={"date": "2026-03-01", "reason": "It says what no source says."},
    publisher="The Press",
)
SHELF = (FULL, BROKEN_WORDS, WITHDRAWN)


def made(*records: DossierRecord, base: str = "") -> Catalogue:
    names = {Output.PRINT: "PDF for a printing house", Output.HTML: "Web page"}
    bases = {record.config.id: base for record in records}
    return catalogue(records, title="Editions", bases=bases, wording=lambda _: Wording(names))
