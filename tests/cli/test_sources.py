"""``dossier sources``: what is listed, and exports as other programmes read them."""

import json
import subprocess
from pathlib import Path
from typing import Any

import bibtexparser
import pypandoc
import pytest

from workshop import Workshop

FRENCH = """---
id: lettre
type: report
title: "L’affaire : « dossier » & suites"
author: [{ family: Dupré, given: Zoé }, { literal: Comité d’étude }]
translator: [{ family: Doe, given: Jo }]
publisher: Maison d’édition
publisher-place: Genève
publisher-kind: NGO
genre: Rapport
issued: "1988-07-14"
accessed: "2020-01"
URL: https://example.org/a_b?c=1&d=2
DOI: 10.1000/182
language: fr
rights: © Maison
reproduce: excerpt
withhold: [Maristela Quillwater]
notices: [Dit par Maristela Quillwater.]
evidence:
  publisher-kind: text
---

Un texte.
"""
PERSIAN = """---
id: nameh
type: webpage
title: نامه‌ای به دفتر
publisher: دفتر
publisher-kind: party to the matter
issued: "1988-08"
language: fa
reproduce: digest
evidence:
  publisher: "inferred: it stands at the head of the page"
  issued: "inferred: it speaks of August"
  publisher-kind: "inferred: by its words"
  URL: unknown
  rights: unknown
---

A summary.
"""


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    made = Workshop.demo(tmp_path_factory.mktemp("sources") / "demo")
    made.write("content/demo/sources/lettre.md", FRENCH)
    made.write("content/demo/sources/nameh.md", PERSIAN)
    return made


def exported(workshop: Workshop, form: str) -> str:
    run = workshop.run("sources", "--format", form)
    assert run.exit_code == 0, run.errors
    assert "Quillwater" not in run.output
    return run.output


def reread(text: str, form: str) -> dict[str, dict[str, Any]]:
    """What pandoc reads in ``text``, as CSL-JSON items by their id."""
    binary = Path(pypandoc.__file__).with_name("files") / "pandoc"
    done = subprocess.run([binary, "-f", form, "-t", "csljson"], input=text.encode(), capture_output=True, check=True)
    return {item["id"]: item for item in json.loads(done.stdout)}


@pytest.mark.parametrize(("form", "reader"), [("csl-json", "csljson"), ("ris", "ris"), ("bibtex", "biblatex")])
def test_another_reader_finds_what_was_exported(workshop: Workshop, form: str, reader: str) -> None:
    found = reread(exported(workshop, form), reader)
    assert set(found) == {"example-source", "lettre", "nameh"}
    french = found["lettre"]
    assert french["type"] == "report"
    words = " ".join(french["title"].split()).replace("“", "« ").replace("”", " »")  # pandoc sets quotation marks its own way
    assert words == "L’affaire : « dossier » & suites"
    assert [_whole(name) for name in french["author"]] == ["Zoé Dupré", "Comité d’étude"]
    assert (french["publisher"], french["URL"]) == ("Maison d’édition", "https://example.org/a_b?c=1&d=2")
    assert form == "ris" or french["publisher-place"] == "Genève"  # pandoc does not read CY
    assert french["issued"]["date-parts"][0][0] == 1988
    assert found["nameh"]["title"] == "نامه‌ای به دفتر"


def _whole(name: dict[str, str]) -> str:
    # RIS cannot mark a body; pandoc takes its last word for a family name, Zotero takes it whole.
    return name.get("literal") or f"{name['given']} {name['family']}"


@pytest.mark.parametrize(("form", "reader"), [("csl-json", "csljson"), ("ris", "ris"), ("bibtex", "biblatex")])
def test_nothing_inferred_or_unknown_is_exported_as_a_fact(workshop: Workshop, form: str, reader: str) -> None:
    text = exported(workshop, form)
    item = reread(text, reader)["nameh"]
    assert not {"publisher", "issued", "URL"} & set(item)
    note = item["note"] if form != "ris" else next(line for line in text.splitlines() if line.startswith("N1") and "دفتر" in line)
    assert "Inferred, not stated in the source – publisher “دفتر” (it stands at the head of the page)" in note
    assert "issued “1988-08” (it speaks of August)" in note
    assert "Unknown – URL, rights." in note


def test_bibtexparser_reads_the_entries(workshop: Workshop) -> None:
    library = bibtexparser.parse_string(exported(workshop, "bibtex"))
    assert library.failed_blocks == []
    assert set(library.entries_dict) == {"example-source", "lettre", "nameh"}
    lettre = library.entries_dict["lettre"]
    assert (lettre["date"], lettre["doi"]) == ("1988-07-14", "10.1000/182")
    assert "نامه‌ای به دفتر" in library.entries_dict["nameh"]["title"]


def test_titles_keep_their_capital_letters(workshop: Workshop) -> None:
    assert "An example source, written for this demonstration" in exported(workshop, "bibtex").replace("{", "").replace("}", "")


def test_days_in_ris(workshop: Workshop) -> None:
    text = exported(workshop, "ris")
    assert "CY  - Genève" in text
    assert "DA  - 1988/07/14/" in text
    assert "Y2  - 2020/01//" in text
    assert text.startswith("TY  - ")


def test_json_has_our_own_fields(workshop: Workshop) -> None:
    rows = json.loads(workshop.run("sources", "--json").output)
    assert rows == json.loads(exported(workshop, "json"))
    lettre = next(row for row in rows if row["id"] == "lettre")
    assert (lettre["dossier"], lettre["publisher-kind"], lettre["notices"]) == ("demo", "NGO", ["Dit par [name withheld]."])
    assert "withhold" not in lettre


def test_the_table_says_what_is_inferred_and_unknown(workshop: Workshop) -> None:
    line = next(line for line in exported(workshop, "table").splitlines() if " nameh " in line)
    assert "دفتر (inferred)" in line
    assert "1988-08 (inferred)" in line
    assert "unknown" in line


def test_an_export_can_be_written_to_a_file(workshop: Workshop, tmp_path: Path) -> None:
    target = tmp_path / "sources.ris"
    run = workshop.run("sources", "demo", "--format", "ris", "--output", str(target))
    assert (run.exit_code, run.output) == (0, "")
    assert target.read_text(encoding="utf-8") == exported(workshop, "ris")


def test_a_dossier_that_is_not_there(workshop: Workshop) -> None:
    run = workshop.run("sources", "dmeo")
    assert (run.exit_code, run.codes) == (1, {"S004"})


def test_a_scraped_title_cannot_steer_the_terminal(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    steering = FRENCH.replace('title: "L’affaire', 'title: "\\e[31m\\u202EL’affaire')
    workshop.write("content/demo/sources/lettre.md", steering)
    run = workshop.run("sources")
    assert "L’affaire" in run.output
    assert not {"\x1b", "\u202e"} & set(run.output)
