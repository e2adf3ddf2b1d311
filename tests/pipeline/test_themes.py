"""Themes: two besides the default, a project's own, and what each changes."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from dossier.pipeline.files import DiskFiles
from dossier.pipeline.templates import read_templates, themes
from outputs import judge_pages, judge_pdfs
from workshop import Workshop

TOML = "content/demo/dossier.toml"
A4, A5 = (595, 842), (420, 595)


def with_settings(workshop: Workshop, *lines: str) -> Workshop:
    """Put ``lines`` before the tables of ``dossier.toml``."""
    text = workshop.read(TOML)
    workshop.write(TOML, "\n".join([*lines, text]))
    return workshop


def pages_of(workshop: Workshop, language: str = "en") -> PdfReader:
    run = workshop.run("build", "--lang", language, "--output", "pdf")
    assert (run.exit_code, run.errors) == (0, "")
    return PdfReader(workshop.root / f"build/demo/{language}/demo.pdf")


def size(reader: PdfReader) -> tuple[int, int]:
    return round(float(reader.pages[0].mediabox.width)), round(float(reader.pages[0].mediabox.height))


def test_the_themes_are_known(fresh: Workshop) -> None:
    fresh.write("templates/themes/ours/print/theme.css", "")
    assert themes(DiskFiles(fresh.root)) == ("default", "brief", "ours", "reader")


@pytest.mark.parametrize(("theme", "expected"), [("default", A4), ("brief", A4), ("reader", A5)])
@pytest.mark.parametrize("language", ["fr", "fa"])
def test_a_theme_has_its_page(fresh: Workshop, theme: str, expected: tuple[int, int], language: str) -> None:
    reader = pages_of(with_settings(fresh, f'theme = "{theme}"'), language)
    assert size(reader) == expected
    judge_pdfs(fresh.root)


def test_a_page_size_of_the_dossiers_own_comes_first(fresh: Workshop) -> None:
    fresh.write(TOML, f'theme = "reader"\n{fresh.read(TOML)}\n[pdf]\npage-size = "A4"\n')
    assert size(pages_of(fresh)) == A4


def test_a_brief_has_no_page_for_its_cover(fresh: Workshop) -> None:
    whole = pages_of(fresh)
    short = pages_of(with_settings(fresh, 'theme = "brief"'))
    assert len(short.pages) < len(whole.pages)
    assert "Contents" in short.pages[0].extract_text()
    assert "Contents" not in whole.pages[0].extract_text()


def test_a_projects_theme_comes_over_its_templates_and_these_over_ours(fresh: Workshop) -> None:
    fresh.write("templates/print/narrow.css", "/* the project's */")
    fresh.write("templates/print/theme.css", "/* the project's */")
    fresh.write("templates/themes/reader/print/theme.css", "/* the project's reader */")
    files = DiskFiles(fresh.root)
    assert read_templates(files).files["print/theme.css"] == b"/* the project's */"
    assert read_templates(files, "reader").files["print/theme.css"] == b"/* the project's reader */"
    assert read_templates(files, "reader").files["print/narrow.css"] == b"/* the project's */"
    assert b"A5" in read_templates(files, "reader").files["print/sheet.html.j2"]
    assert not [path for path in read_templates(files, "reader").files if path.startswith("themes/")]


def test_a_theme_of_one_file_is_enough(fresh: Workshop) -> None:
    fresh.write("templates/themes/ours/print/theme.css", "@page { size: 180mm 180mm }")
    assert size(pages_of(with_settings(fresh, 'theme = "ours"'))) == (510, 510)


def test_the_readers_web_page_is_in_order(fresh: Workshop) -> None:
    run = with_settings(fresh, 'theme = "reader"').run("build", "--output", "html")
    assert (run.exit_code, run.errors) == (0, "")
    judge_pages(fresh.root)


def test_every_theme_is_documented() -> None:
    text = (Path(__file__).parents[2] / "docs/themes.md").read_text(encoding="utf-8")
    assert [name for name in ("default", "brief", "reader") if f"| `{name}` |" not in text] == []
