"""The documentation names every key that can be written, and no command or code that is not there."""

import re

import pytest
from pydantic import BaseModel

from dossier.cli.main import COMMANDS
from dossier.model.codes import CODES
from dossier.model.glossary import Glossary, GlossaryEntry
from dossier.model.records import (
    CitationSettings,
    Correction,
    DossierConfig,
    MarkdownSettings,
    Name,
    PartMatter,
    PdfSettings,
    Policy,
    QuotationSettings,
    Snapshot,
    SourceRecord,
    TranslatorSettings,
    Withdrawn,
)
from dossier.model.source_record import Archived
from dossier.model.withheld import WithheldName
from workshop import REPOSITORY

PAGES = [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").glob("*.md")]
WRITING = (REPOSITORY / "docs" / "writing.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "record",
    [
        DossierConfig,
        Correction,
        Withdrawn,
        CitationSettings,
        QuotationSettings,
        TranslatorSettings,
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
    assert {key for key in keys if not re.search(rf"`\[*{re.escape(key)}\]*`|\b{re.escape(key)} =", WRITING)} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_names_what_is_not_there(page: object) -> None:
    text = page.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert set(re.findall(r"`dossier ([\w-]+)", text)) - set(COMMANDS) - {"COMMAND"} == set()
    assert {code for code in re.findall(r"\b[CMTPS]0\d\d\b", text) if code not in CODES} == set()
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.S)):
        assert (page.parent / target).exists(), target  # type: ignore[attr-defined]
