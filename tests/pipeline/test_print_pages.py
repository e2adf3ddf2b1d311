"""What a printed edition promises that only its set pages can show: the size of large print, the page numbers of its index."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from setting import laid_out, printed
from workshop import Workshop

TOML = "content/demo/dossier.toml"
CALLS = ("footnote-call", "note-again")
GLOSSARY = """
[[entries]]
id = "markdown"
kind = "term"
forms = { en = "Markdown" }
"""


def letters(box: Any, tag: str = "") -> Iterator[tuple[str, float]]:
    """Each text of a page, with its size in points; not the figures that call notes."""
    own = f"{box.element_tag or ''} {box.element.get('class', '') if box.element is not None else ''}"
    if any(call in own for call in CALLS) or "footnote-call" in tag:
        return
    if getattr(box, "text", "").strip():
        yield box.text, box.style["font_size"] * 0.75
    for child in getattr(box, "children", ()):
        yield from letters(child, own)


@pytest.mark.parametrize("language", ["en", "fa"])
def test_large_print_is_large_throughout(fresh: Workshop, language: str) -> None:
    text = re.sub(r"(?m)^languages = .*$", f'languages = ["{language}"]', fresh.read(TOML))
    fresh.write(TOML, f'base-url = "https://example.org/"\n{text}\n[pdf]\nlarge-print = true\n')
    document = laid_out(printed(fresh.root))
    found = [item for page in document.pages for item in letters(page._page_box)]
    assert len(found) > 100
    assert [(words[:40], round(size, 1)) for words, size in found if size < 15.95] == []


def words_of(box: Any) -> Iterator[tuple[float, float]]:
    """Where the texts of a box begin and end."""
    if getattr(box, "text", "").strip():
        yield box.position_x, box.position_x + box.width
    for child in getattr(box, "children", ()):
        yield from words_of(child)


def tops(page: Any) -> Iterator[Any]:
    """The boxes of the running head."""
    return (box for box in page._page_box.children if getattr(box, "at_keyword", "").startswith("@top"))


@pytest.mark.parametrize("language", ["fr", "fa"])
@pytest.mark.parametrize("settings", ["large-print = true", 'page-size = "A5"', 'page-size = "A4"'])
def test_running_heads_do_not_run_into_one_another(fresh: Workshop, language: str, settings: str) -> None:
    text = re.sub(r"(?m)^languages = .*$", f'languages = ["{language}"]', fresh.read(TOML))
    text = re.sub(r"(?m)^title = .*$", f'title = "{"Commons and common demands " * 8}"', text)
    fresh.write(TOML, f"{text}\n[pdf]\n{settings}\n")
    pages = laid_out(printed(fresh.root)).pages[1:]
    heads = [
        sorted(
            span for box in page._page_box.children if getattr(box, "at_keyword", "").startswith("@top") for span in words_of(box)
        )
        for page in pages
    ]
    assert any(len(spans) > 1 for spans in heads)
    assert [spans for spans in heads for one, other in pairwise(spans) if one[1] > other[0]] == []


def test_the_index_names_the_pages_that_name_a_thing(fresh: Workshop) -> None:
    fresh.write("content/demo/glossary.toml", GLOSSARY)
    run = fresh.run("build", "--lang", "en", "--output", "pdf")
    assert run.exit_code == 0, run.errors
    pages = [page.extract_text() for page in PdfReader(fresh.root / "build/demo/en/demo.pdf").pages]
    last = max(number for number, text in enumerate(pages) if "Index of names" in text and "Markdown" in text)
    named = re.search(r"Markdown\s*([\d, –]+)", pages[last])
    assert named
    numbers = {int(number) for number in re.findall(r"\d+", named[1])}
    assert numbers
    assert [number for number in numbers if "Markdown" not in pages[number - 1]] == []
    assert [number for number, text in enumerate(pages[:last], 1) if "Markdown" in text and number not in numbers] == []
