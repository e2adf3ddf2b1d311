"""How what is told about sources falls on pages: who answers stands above the answer, what explains a figure below it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from weasyprint.formatting_structure import boxes

from setting import laid_out, laid_out_project, printed, write
from typesetting import Fault, Item, faults, read

SOURCES = ("alpha", "beta", "gamma")
CONFIG = """\
id = "d"
title = "A dossier"
language = "en"
languages = ["en"]
date = "2026-01-01"
status = "draft"
parts = ["text.md"]
outputs = ["pdf"]
theme = "{theme}"
"""
RECORD = """\
---
id: {name}
type: document
title: A document named {name}
publisher-kind: other
issued: "2026-01-01"
language: en
rights: None
reproduce: full
evidence:
  title: text
  publisher: unknown
  issued: "inferred: by the tests"
  URL: unknown
  rights: text
status: draft
---

Words of {name}.
"""
WORDS = "The quiet letter of the winter archive keeps many words that a patient reader counts, one by one and page by page. "


def project(root: Path, theme: str = "default", before: int = 0) -> Path:
    """A dossier of ``before`` lines of text, three sources, and eight questions that each source answers three times."""
    questions = "".join(
        f'[[questions]]\nid = "q{number}"\nquestion = "Question {number}?"\n\n'
        + "".join(
            f'[[questions.answers]]\nsource = "{name}"\nlocator = "para. {part}"\nanswer = "answer {part} of {name}"\n\n'
            for name in SOURCES
            for part in range(1, 4)
        )
        for number in range(1, 9)
    )
    text = "\n\n".join(["A word."] * before) or WORDS
    files = {
        "dossier.toml": CONFIG.format(theme=theme),
        "text.md": f"---\ntitle: Text\n---\n\n{text}\n",
        "claims.toml": questions,
    }
    files |= {f"sources/{name}.md": RECORD.format(name=name) for name in SOURCES}
    write(root, {f"content/d/{path}": content for path, content in files.items()})
    return root


def rows(document: Any) -> Iterator[Item]:
    return (item for item in read(document).flow if item.kind == "row" and not item.head)


def tops_of_answers(document: Any) -> list[str]:
    """The class of the first row of answers on each page on which there is one."""
    answers = [row for row in rows(document) if "answers" in (row.table.get("class") or "")]
    return [
        next(group).owner.get("class") or "" for _, group in groupby(answers, key=lambda row: (id(row.table), row.place.page))
    ]


@pytest.mark.parametrize("theme", ["default", "brief", "reader"])
def test_the_rows_of_a_source_are_not_parted_from_its_name(theme: str, tmp_path: Path) -> None:
    document = laid_out_project(project(tmp_path, theme))
    tops = tops_of_answers(document)
    assert len(tops) > 8
    assert set(tops) <= {"answer-source", "not-stated"}
    assert [found for found in faults(read(document)) if found.fault in (Fault.ROW, Fault.HEAD, Fault.HEADING)] == []


def test_without_the_rule_rows_would_be_parted_from_their_source(tmp_path: Path) -> None:
    document = laid_out(printed(project(tmp_path), sheet=".answers tr { break-before: auto !important }"))
    assert "" in tops_of_answers(document)


@pytest.mark.parametrize(("before", "wrong"), [(20, "Question 1?"), (36, "Who says what")])
def test_no_heading_of_a_brief_stands_alone_above_its_table(before: int, wrong: str, tmp_path: Path) -> None:
    """In columns, which such headings would span, they do not keep to what follows them."""
    root = project(tmp_path, "brief", before)
    assert headings_alone(laid_out_project(root)) == []
    assert wrong in headings_alone(laid_out(printed(root, sheet=".claims-page { columns: 2 }")))


def headings_alone(document: Any) -> list[str]:
    return [found.text for found in faults(read(document)) if found.fault is Fault.HEADING]


def test_a_source_begins_as_high_as_a_part(tmp_path: Path) -> None:
    """Both are sheets that begin with a rule across: the rule stands at one height in all of the book."""
    document = laid_out_project(project(tmp_path))
    heads = [box for page in document.pages for box in page._page_box.descendants() if _begins_a_sheet(box)]
    assert {box.element_tag for box in heads} == {"h1", "h2"}
    assert len({round(box.border_box_y(), 1) for box in heads}) == 1


def _begins_a_sheet(box: Any) -> bool:
    if not isinstance(box, boxes.BlockBox) or box.element is None or box.element_tag not in ("h1", "h2"):
        return False
    return box.border_top_width > 0


@pytest.mark.parametrize("theme", ["default", "brief", "reader"])
def test_the_index_of_names_is_headed_as_the_parts_are(theme: str, tmp_path: Path) -> None:
    bundle = printed(project(tmp_path, theme))
    index = '<section class="index-of-names"><h1>Index of names</h1></section></main>'
    document = laid_out(replace(bundle, html=bundle.html.replace("</main>", index)))
    heads = [box for page in document.pages for box in page._page_box.descendants() if box.element_tag == "h1"]
    blocks = [box for box in heads if isinstance(box, boxes.BlockBox) and "dossier-title" not in (box.element.get("class") or "")]
    assert [box.element.text for box in blocks][-2:] == ["Index of names", "About this edition"]
    assert len({(box.border_top_width, box.style["font_size"]) for box in blocks}) == 1
