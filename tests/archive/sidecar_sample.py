"""A dossier's record with everything that sidecars can tell, in three languages; and what hostile input makes of it."""

from dataclasses import replace
from typing import Any

from dossier.model.bundle import Contributor, Metadata
from dossier.model.deposit import DossierRecord, EditionRecord, FileRecord
from dossier.model.identifiers import edition_urn, version_urn, work_urn
from dossier.model.records import DossierConfig, Output

TITLES = {"en": "A letter & its <answer>", "fr": "Une lettre et sa réponse", "fa": "نامه و پاسخ آن"}
HOSTILE = "a\x00\x1d\x1e\x1f\x0b\ufffe & <b>\u202e\u2067\n]]> \"'\u2028\U0001f600"
GIVEN: dict[str, Any] = {
    "id": "letter",
    "title": TITLES["en"],
    "subtitle": "A dossier",
    "description": "What it is about.",
    "language": "en",
    "languages": ["fr", "en", "fa"],
    "date": "2026-11-21",
    "version": "0.3",
    "replaces": "0.2",
    "editors": [{"given": "Ada", "family": "Example"}, {"literal": "The Group"}],
    "publisher": "Example House",
    "rights": "CC BY 4.0",
    "doi": "10.1000/a<1>",
    "series": {"title": "Papers", "number": "12", "issn": "2434-561x"},
    "isbn": [{"language": "fa", "output": "epub", "number": "0-8044-2957-x"}],
    "keywords": ["letters"],
    "parts": ["a.md"],
    "base-url": "https://example.org/d/",
}
BARE = {name: GIVEN[name] for name in ("id", "title", "language", "languages", "date", "parts")}


def config(given: dict[str, Any] = GIVEN) -> DossierConfig:
    return DossierConfig.model_validate(given)


def record(given: dict[str, Any] = GIVEN, **changes: Any) -> DossierRecord:
    """The record; ``changes`` are made to the metadata of all its editions."""
    about = config(given)
    order = sorted(about.languages, key=lambda language: language != about.language)
    return DossierRecord(about, tuple(_edition(about, language, changes) for language in order))


def _edition(about: DossierConfig, language: str, changes: dict[str, Any]) -> EditionRecord:
    is_full, is_original = bool(about.version), language == about.language
    series = about.series
    metadata = Metadata(
        identifier=edition_urn(about.id, language),
        title=TITLES.get(language, about.title),
        language=language,
        direction="rtl" if language == "fa" else "ltr",
        date=about.date,
        modified=1_795_219_200,
        subtitle=about.subtitle,
        description=about.description,
        creators=tuple(map(str, about.editors)),
        publisher=about.publisher,
        rights=about.rights,
        subjects=about.keywords,
        sources=("Letter of an office. 1988", "Answer. 2020") if is_full else (),
        source_rights=("Letter of an office: © an office",) if is_full else (),
        contributors=(Contributor("Ben Example", "aut"), Contributor("Cy Example", "rcp")) if is_full else (),
        toolchain=(("dossier", "0.9"), ("WeasyPrint", "70.0")) if is_full else (),
        review="Drafted by a machine, not reviewed 25%" if is_full and not is_original else "",
        work=work_urn(about.id),
        version=about.version,
        edition_version=version_urn(about.id, language, about.version) if about.version else "",
        replaces=version_urn(about.id, language, about.replaces) if about.replaces else "",
        doi=about.doi,
        isbn=tuple((one.output.value, one.number) for one in about.isbn if one.language == language),
        series=(series.title, series.number, series.issn) if series else ("", "", ""),
    )
    shares = (("original", 1.0),) if is_original else (("reviewed", 0.75), ("draft", 0.25))
    picture = FileRecord(f"{about.id}/{language}/{about.id}.png", "image/png", 70, "c" * 64)
    files = tuple(_file(about, language, output) for output in about.outputs)
    return EditionRecord(replace(metadata, **changes), files, picture, shares, 0.0 if is_original else 0.25)


def _file(about: DossierConfig, language: str, output: Output) -> FileRecord:
    path = f"{about.id}/{language}/{about.id}.{output.suffix}"
    return FileRecord(path, output.media_type, 1000, "a" * 64, output, 34 if output.media_type == "application/pdf" else 0)
