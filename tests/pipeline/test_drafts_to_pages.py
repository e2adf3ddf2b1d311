"""From a package of Argos Translate to a page: installed, drafted, corrected, built, offline, in French and Persian."""

import json
import re
import zipfile
from pathlib import Path

import pytest

from dossier.translation.po import read_po
from judges import pdf_text, require
from machine import tree
from tiny_models import EN_FA, EN_FR
from workshop import Run, Workshop

TOML = """\
id = "archive"
title = "The secret archive"
language = "en"
languages = ["en", "fr", "fa"]
date = "2026-01-01"
status = "draft"
parts = ["report.md"]
outputs = ["pdf", "epub"]
"""
REPORT = """\
---
title: The public letter
---

In [1958](https://example.org/1958), the translator examined the French laws. *The decision is not official.*

The local committee read the archive.[^1]

The lawyer translated 98 decisions.

[^1]: Amir read the public archives.
"""
FRENCH = "locales/fr/LC_MESSAGES/archive/report.po"
PERSIAN = "locales/fa/LC_MESSAGES/archive/report.po"
ORIGIN = re.compile(r"argos en-(fr|fa) 1\.0 model:sha256:[0-9a-f]{64}")


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A project whose translations are all a machine's, and built. Nothing but files was there to begin with."""
    folder = tmp_path_factory.mktemp("drafted")
    workshop = Workshop(folder / "project")
    workshop.write("content/archive/dossier.toml", TOML)
    workshop.write("content/archive/report.md", REPORT)
    for package in (EN_FR, EN_FA):
        installed = _spawn(workshop, "models", "install", str(package))
        assert installed.exit_code == 0, installed.errors
    run = _spawn(workshop, "draft", "--lang", "fr", "--lang", "fa")
    assert run.exit_code == 0, run.errors
    built = _spawn(workshop, "build", "--lang", "fr", "--lang", "fa")
    assert built.exit_code == 0, built.errors
    return workshop


def _spawn(workshop: Workshop, *arguments: str) -> Run:
    packages = workshop.root.parent / "packages"
    nowhere = "http://127.0.0.1:9"  # nothing listens there: whoever asks the network fails
    offline = {
        "ARGOS_PACKAGES_DIR": str(packages),
        "HOME": str(workshop.root.parent),
        "HTTPS_PROXY": nowhere,
        "HTTP_PROXY": nowhere,
    }
    return workshop.spawn(*arguments, environment=offline)


def _texts(workshop: Workshop, path: str) -> dict[str, str]:
    file = read_po((workshop.root / path).read_bytes(), path)
    assert all(entry.fuzzy and entry.origin and ORIGIN.fullmatch(entry.origin.description) for entry in file.active)
    return {entry.msgid: entry.text for entry in file.active}


def test_every_passage_has_a_draft_that_names_its_machine(drafted: Workshop) -> None:
    french = _texts(drafted, FRENCH)
    assert french["The lawyer translated 98 decisions."] == "L’avocat a traduit 98 décisions."
    assert french["The local committee read the archive.[^1]"] == "Le comité local a lu l’archive.[^1]"
    persian = _texts(drafted, PERSIAN)
    assert persian["Amir read the public archives."] == "امیر بایگانی‌های عمومی را خواند."
    for texts in (french, persian):
        assert all(texts.values())
        (marked,) = (text for text in texts.values() if "https://example.org/1958" in text)
        assert re.search(r"\[(?:1958|۱۹۵۸)\]\(https://example\.org/1958\)", marked)
        assert marked.endswith(".*")


def test_readers_of_the_pdf_and_of_the_epub_see_drafts_and_are_told_so(drafted: Workshop) -> None:
    require("pdftotext")
    for language, draft, told in (("fr", "98 décisions", "non relu"), ("fa", "بایگانی", "بازبینی")):
        folder = drafted.root / "build" / "archive" / language
        for text in (pdf_text(folder / "archive.pdf"), _epub_text(folder / "archive.epub")):
            plain = " ".join(re.sub("[\u200e\u200f\u061c\u00a0\u202f\n]+", " ", text).split())
            assert draft in plain
            assert told in plain


def _epub_text(path: Path) -> str:
    with zipfile.ZipFile(path) as book:
        pages = [book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml")]
    return "\n".join(re.sub(r"<[^<>]*>", "", page) for page in pages)


def test_a_second_run_changes_no_byte_and_asks_no_machine(drafted: Workshop) -> None:
    before = tree(drafted.root)
    again = _spawn(drafted, "draft", "--lang", "fr", "--lang", "fa", "--json")
    assert again.exit_code == 0, again.errors
    assert [(one["wanted"], one["written"]) for one in json.loads(again.output)] == [(0, []), (0, [])]
    assert {path: data for path, data in tree(drafted.root).items() if not path.startswith("build/.")} == {
        path: data for path, data in before.items() if not path.startswith("build/.")
    }


def test_what_was_forgotten_is_drafted_again_from_memory(drafted: Workshop) -> None:
    """Without any model: the locale files come out as they were, byte for byte."""
    before = tree(drafted.root / "locales")
    for path in (drafted.root / "locales").rglob("*.po"):
        path.unlink()
    run = _spawn(drafted, "draft", "--lang", "fr", "--lang", "fa")
    assert run.exit_code == 0, run.errors
    assert tree(drafted.root / "locales") == before
