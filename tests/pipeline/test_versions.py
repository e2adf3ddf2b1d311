"""What an edition says of its versions: what it replaces, what was corrected, that it was withdrawn."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from judges import pdf_text
from outputs import judge_epubs, judge_pages, judge_pdfs
from workshop import Workshop

TOML = "content/demo/dossier.toml"
REPLACES = 'replaces = "0.9"'
CORRECTED = """
[[corrections]]
version = "1.0"
date = "2026-02-03"
text = "The date of the letter was wrong."
"""
WITHDRAWN = """
[withdrawn]
date = "2026-03-04"
reason = "A source asked for it."
"""


def built(workshop: Workshop, top: str = "", tables: str = "", outputs: tuple[str, ...] = ()) -> Workshop:
    """The demo in English, with keys at the top of its ``dossier.toml`` and tables at its end."""
    original = re.sub(r"(?m)^version = .*\n", "", fresh_text(workshop))
    workshop.write(TOML, f'version = "1.0"\n{top}\n{original}\n{tables}\n')
    run = workshop.run("build", "--lang", "en", *(f"--output={name}" for name in outputs))
    assert run.exit_code == 0, run.errors
    return workshop


def fresh_text(workshop: Workshop) -> str:
    """The file as ``dossier init`` wrote it."""
    kept = workshop.root / "dossier.toml.kept"
    if not kept.exists():
        kept.write_text(workshop.read(TOML), encoding="utf-8")
    return kept.read_text(encoding="utf-8")


def chapters(workshop: Workshop) -> dict[str, str]:
    book = zipfile.ZipFile(workshop.root / "build/demo/en/demo.epub")
    return {name: book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml") and "nav" not in name}


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_what_changed_is_told_in_every_format(fresh: Workshop) -> None:
    built(fresh, REPLACES, CORRECTED)
    texts = {
        "pdf": words(pdf_text(fresh.root / "build/demo/en/demo.pdf")),
        "html": words(fresh.read("build/demo/en/demo.html")),
        "epub": words("".join(chapters(fresh).values())),
    }
    for name, text in texts.items():
        for expected in ("replaces version 0.9", "The date of the letter was wrong.", "3 February 2026"):
            assert expected in text, name
    judge_epubs(fresh.root)


def test_every_page_of_a_withdrawn_dossier_says_so(fresh: Workshop) -> None:
    built(fresh, tables=WITHDRAWN)
    for number, page in enumerate(PdfReader(fresh.root / "build/demo/en/demo.pdf").pages):
        assert "Withdrawn" in page.extract_text(), f"page {number}"
    for name, text in chapters(fresh).items():
        assert "Withdrawn on 4 March 2026" in text, name
        assert "A source asked for it." in text, name
    judge_epubs(fresh.root)
    judge_pdfs(fresh.root)
    judge_pages(fresh.root)


def test_a_withdrawn_dossier_says_so_to_catalogues(fresh: Workshop) -> None:
    built(fresh, tables=WITHDRAWN)
    reader = PdfReader(fresh.root / "build/demo/en/demo.pdf")
    assert "Withdrawn on 4 March 2026" in str(reader.metadata and reader.metadata.get("/Review"))
    package = zipfile.ZipFile(fresh.root / "build/demo/en/demo.epub").read("EPUB/content.opf").decode()
    assert re.search(r'creativeWorkStatus">[^<]*Withdrawn on 4 March 2026', package)
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', fresh.read("build/demo/en/demo.html"), re.DOTALL)
    assert data
    assert "Withdrawn" in json.dumps(json.loads(data[1]))


def test_nothing_is_stamped_unless_withdrawn(fresh: Workshop) -> None:
    built(fresh, REPLACES, CORRECTED)
    assert "Withdrawn" not in pdf_text(fresh.root / "build/demo/en/demo.pdf")
    assert not [name for name, text in chapters(fresh).items() if 'class="withdrawn"' in text]


@pytest.mark.parametrize("output", ["pdf", "epub", "html"])
def test_the_digest_of_the_text_is_the_same_in_every_format(fresh: Workshop, output: str) -> None:
    built(fresh, REPLACES, CORRECTED)
    shown = {
        "pdf": lambda: re.sub(r"\s+", "", pdf_text(fresh.root / "build/demo/en/demo.pdf")),
        "epub": lambda: "".join(chapters(fresh).values()),
        "html": lambda: fresh.read("build/demo/en/demo.html"),
    }[output]()
    known = re.search(
        r'class="digest" dir="ltr">([0-9a-f]{64})</code></td></tr>\s*</tbody>', fresh.read("build/demo/en/demo.html")
    )
    assert known
    assert known[1] in shown


def test_the_digest_of_the_text_changes_with_a_word(fresh: Workshop) -> None:
    def digest() -> str:
        built(fresh, REPLACES, CORRECTED, ("html",))
        found = re.findall(
            r"<code class=\"digest\"[^>]*>([0-9a-f]{64})", Path(fresh.root / "build/demo/en/demo.html").read_text()
        )
        return found[-1]

    before = digest()
    assert digest() == before
    fresh.edit("content/demo/introduction.md", "is made", "is set")
    assert digest() != before
