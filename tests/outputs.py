"""What every built edition must stand up to."""

from pathlib import Path

from browser import visiting
from dossier.model.records import Output
from judges import epubcheck, qpdf_check


def outputs(root: Path, output: Output) -> list[Path]:
    """The built files of one format."""
    found = sorted((root / "build").glob(f"*/*/*.{output}"))
    assert found, f"no {output} was built"
    return found


def judge_epubs(root: Path) -> None:
    """EPUBCheck: no error, no warning."""
    for book in outputs(root, Output.EPUB):
        complaints = [message for message in epubcheck(book) if message.level not in ("INFO", "USAGE")]
        assert complaints == [], f"{book}: {complaints}"


def judge_pdfs(root: Path) -> None:
    """Qpdf: the file is whole."""
    for pdf in outputs(root, Output.PDF):
        assert qpdf_check(pdf) == "", pdf


def judge_pages(root: Path) -> None:
    """Chromium: nothing in the console, nothing asked for."""
    pages = [*outputs(root, Output.HTML), root / "build" / "index.html"]
    for path in pages:
        with visiting(path) as visit:
            assert visit.console == [], path
            assert visit.requests == [], path
            assert visit.page.title(), path
