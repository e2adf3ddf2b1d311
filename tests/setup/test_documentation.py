"""The documentation names every key that can be written, and no command or code that is not there."""

import re

import pytest
from pydantic import BaseModel

from dossier.cli.main import COMMANDS
from dossier.model.codes import CODES
from dossier.model.glossary import Glossary, GlossaryEntry
from dossier.model.records import (
    Accessibility,
    CitationSettings,
    Correction,
    DossierConfig,
    IsbnOf,
    MarkdownSettings,
    Name,
    PartMatter,
    PdfSettings,
    Policy,
    QuotationSettings,
    Series,
    Snapshot,
    SourceRecord,
    TranslatorSettings,
    TypographySettings,
    Withdrawn,
)
from dossier.model.source_record import Archived
from dossier.model.withheld import WithheldName
from workshop import REPOSITORY

PAGES = [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").glob("*.md")]
WRITING = (REPOSITORY / "docs" / "writing.md").read_text(encoding="utf-8")
BOOKS = (REPOSITORY / "docs" / "epub.md").read_text(encoding="utf-8")
ARCHITECTURE = (REPOSITORY / "ARCHITECTURE.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "record",
    [
        DossierConfig,
        Correction,
        Withdrawn,
        CitationSettings,
        QuotationSettings,
        TranslatorSettings,
        TypographySettings,
        IsbnOf,
        Series,
        Accessibility,
        WithheldName,
        Policy,
        PdfSettings,
        MarkdownSettings,
        Name,
        PartMatter,
        SourceRecord,
        Archived,
        Snapshot,
        Glossary,
        GlossaryEntry,
    ],
    ids=lambda one: one.__name__,
)
def test_every_key_is_documented(record: type[BaseModel]) -> None:
    keys = {field.alias or name for name, field in record.model_fields.items()}
    page = BOOKS if record is Accessibility else WRITING
    assert {key for key in keys if not re.search(rf"`\[*{re.escape(key)}\]*`|\b{re.escape(key)} =", page)} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_names_what_is_not_there(page: object) -> None:
    text = page.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert set(re.findall(r"`dossier ([\w-]+)", text)) - set(COMMANDS) - {"COMMAND"} == set()
    assert {code for code in re.findall(r"\b[A-Z]0\d\d\b", text) if code not in CODES} == set()
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.S)):
        assert (page.parent / target).exists(), target  # type: ignore[attr-defined]


def test_the_architecture_names_files_and_folders_that_are_there() -> None:
    """By the end of their paths: a section on one room calls them as the room does."""
    folders = ("src/dossier", "tests", "docs", "templates", "locales", "requirements", "bench")
    paths = [
        *REPOSITORY.glob("*"),
        REPOSITORY / "src/dossier",
        *(path for folder in folders for path in (REPOSITORY / folder).rglob("*")),
    ]
    whole = [path.relative_to(REPOSITORY).with_suffix("" if path.suffix == ".py" else path.suffix).parts for path in paths]
    there = {"/".join(parts[start:]) for parts in whole for start in range(len(parts))}
    named = {one.rstrip("/").removesuffix(".py") for one in re.findall(r"`(\w[\w.-]*/[\w./-]*)`", ARCHITECTURE)}
    assert len(named) > 60
    assert {one for one in named if not one.startswith("build") and one not in there} == set()
