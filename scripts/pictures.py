"""The pictures in the README: the first dossier as it comes out, on seven sheets in ``docs/pictures/``.

``make pictures`` runs it. The dossier is built in a temporary folder. Pages of the PDFs are found by the anchors they carry,
never by their numbers, and drawn by PDFium; Chromium shows the web pages, and the books in epub.js, which ``scripts/setup
pictures`` installs from ``requirements/node/``. The same dossier and the same Chromium give the same bytes.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from PIL import Image, ImageOps
from playwright.sync_api import Browser, Page, sync_playwright
from serving import served

ROOT = Path(__file__).parents[1]
READER_PAGE = ROOT / "scripts/pictures/reader.html"
READER_FILES = ("epubjs/dist/epub.min.js", "jszip/dist/jszip.min.js")

DOSSIER = "un-letter-1988"
LANGUAGES = ("en", "fr", "fa")
RIGHT_TO_LEFT = ("fa",)
OPENED = ("fr", "fa")
"""The languages that a spread is shown of, large enough to read."""

WIDTH = 1400
LIMIT, SPREAD_LIMIT = 300_000, 250_000  # bytes of a sheet, and of a sheet that is one spread; all seven stay below 2 MB
GAP = 36
GROUND, EDGE = "#d8d8d6", "#8c8c8a"
LARGER = 2  # everything is drawn at twice the size and brought down: thin strokes stay even
COLOURS = (128, 96, 64, 48, 32, 24, 16)

SPREAD = "spread-"

Row = Sequence[Image.Image]
Size = tuple[int, int]


# --- sheets -------------------------------------------------------------------------------------------------------------


def sheet(rows: Sequence[Row]) -> Image.Image:
    """Rows of pictures on a grey ground; every row is as wide as the sheet, so that its height follows."""
    fitted = [_fitted(row) for row in rows]
    height = GAP + sum(row[0].height + GAP for row in fitted)
    made = Image.new("RGB", (WIDTH, height), GROUND)
    top = GAP
    for row in fitted:
        for left, picture in zip(_lefts(row), row, strict=True):
            made.paste(picture, (left, top))
        top += row[0].height + GAP
    return made


def _fitted(row: Row) -> list[Image.Image]:
    """The pictures of a row brought to one height, at which they and the gaps fill the sheet, with a thin edge."""
    room = WIDTH - GAP * (len(row) + 1)
    height = room / sum(picture.width / picture.height for picture in row)
    sizes = [(round(height * picture.width / picture.height), round(height)) for picture in row]
    return [_edged(picture.resize(size, Image.Resampling.LANCZOS)) for picture, size in zip(row, sizes, strict=True)]


def _edged(picture: Image.Image) -> Image.Image:
    inner = picture.crop((1, 1, picture.width - 1, picture.height - 1))
    return ImageOps.expand(inner, border=1, fill=EDGE)


def _lefts(row: Row) -> Iterator[int]:
    left = GAP
    for picture in row:
        yield left
        left += picture.width + GAP


def beside(left: Image.Image, right: Image.Image) -> Image.Image:
    """Two facing pages, with the fold between them."""
    both = Image.new("RGB", (left.width + LARGER + right.width, left.height), EDGE)
    both.paste(left, (0, 0))
    both.paste(right, (left.width + LARGER, 0))
    return both


def encoded(picture: Image.Image, limit: int = LIMIT) -> bytes:
    """A PNG of as many colours as the limit of its size allows.

    No dithering: it makes grain of flat grounds and edges of letters, and costs twice the bytes.

    Raises
    ------
    ValueError
        Where even the fewest colours do not do.
    """
    for colours in COLOURS:
        out = BytesIO()
        picture.quantize(colours, Image.Quantize.MEDIANCUT, kmeans=1, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= limit:
            return out.getvalue()
    raise ValueError(f"the sheet has {out.tell()} bytes in {colours} colours; the limit is {limit}")


# --- the printed page ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Print:
    """A PDF whose pages are asked for by anchor."""

    document: pypdfium2.PdfDocument
    right_to_left: bool

    def index(self, anchor: str) -> int:
        """Where the page with ``anchor`` is, counted from 0.

        Raises
        ------
        LookupError
            Where nothing in the file leads there.
        """
        found = pdfium.FPDF_GetNamedDestByName(self.document, anchor.encode())
        if not found:
            raise LookupError(f"the PDF has no anchor “{anchor}”")
        return int(pdfium.FPDFDest_GetDestPageIndex(self.document, found))

    def page(self, anchor: str) -> Image.Image:
        """The page with ``anchor``."""
        return self.drawn(self.index(anchor))

    def spread(self, first: str, after: str) -> Image.Image:
        """The first two pages of the part ``first`` that face each other; ``after`` is the part that follows it.

        Raises
        ------
        LookupError
            Where the part has no such pages.
        """
        start, end = self.index(first), self.index(after)
        even = start + 1 - start % 2  # a verso has an even number, hence an odd index
        if even + 1 >= end:
            raise LookupError(f"“{first}” has no two facing pages")
        verso, recto = self.drawn(even), self.drawn(even + 1)
        return beside(recto, verso) if self.right_to_left else beside(verso, recto)

    def drawn(self, index: int) -> Image.Image:
        """A page, large enough for half of a sheet."""
        with closing(self.document[index]) as page:
            picture: Image.Image = page.render(scale=WIDTH / 2 * LARGER / page.get_width()).to_pil().convert("RGB")
        return picture

    def in_order(self, *row: Image.Image) -> Row:
        """A row as this language reads it."""
        return row[::-1] if self.right_to_left else row


def print_sheet(built: Path, language: str) -> Image.Image:
    """What the PDF of a language looks like."""
    with closing(pypdfium2.PdfDocument(edition(built, language, "pdf"))) as document:
        pdf = Print(document, language in RIGHT_TO_LEFT)
        return sheet(
            [
                pdf.in_order(pdf.page("edition-cover"), pdf.page("edition-contents"), pdf.page("timeline")),
                pdf.in_order(pdf.spread("summary", "timeline"), pdf.page("differences--table.1")),
                pdf.in_order(pdf.page("sources_source-002"), pdf.page("edition-names"), pdf.page("edition-colophon")),
            ]
        )


def spread_sheet(built: Path, language: str) -> Image.Image:
    """Two facing pages of the timeline as they lie open: prose with notes, dates, numbers, quotation marks, English."""
    with closing(pypdfium2.PdfDocument(edition(built, language, "pdf"))) as document:
        return sheet([[Print(document, language in RIGHT_TO_LEFT).spread("timeline", "differences")]])


# --- the screen ---------------------------------------------------------------------------------------------------------


_QUIET = ("--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")


@dataclass(frozen=True)
class Screen:
    """A window of Chromium."""

    browser: Browser

    def shot(self, address: str, size: Size, prepare: Callable[[Page], None], *, dark: bool = False) -> Image.Image:
        """What a window of ``size`` shows of ``address`` once ``prepare`` has been done to it."""
        page = self.browser.new_page(
            viewport={"width": size[0], "height": size[1]},
            device_scale_factor=LARGER,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        try:
            page.goto(address, wait_until="networkidle")
            prepare(page)
            page.evaluate("document.fonts.ready")
            return Image.open(BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
        finally:
            page.close()


@contextmanager
def chromium() -> Iterator[Screen]:
    """Chromium as it is on this machine.

    Raises
    ------
    LookupError
        Where there is none.
    """
    program = shutil.which("chromium")
    if program is None:
        raise LookupError("chromium is not on this machine; scripts/setup pictures installs it or says how")
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=program, args=["--no-sandbox", *_QUIET])
        try:
            yield Screen(browser)
        finally:
            browser.close()


_SCROLL = """id => { const at = document.getElementById(id);
    at?.scrollIntoView({behavior: "instant"}); return at !== null }"""


def scroll_to(anchor: str, page: Page) -> None:
    """Bring ``anchor`` to the head of the window; the page's own head where it is empty.

    Raises
    ------
    LookupError
        Where the page has no such anchor.
    """
    if anchor and not page.evaluate(_SCROLL, anchor):
        raise LookupError(f"the web page has no anchor “{anchor}”")


WIDE, NARROW, LANDING = (1280, 860), (390, 844), (1280, 1000)


def web_sheet(built: Path, screen: Screen) -> Image.Image:
    """The web page wide and narrow, light and dark, and the landing page."""

    def page(language: str, size: Size, anchor: str = "", *, dark: bool = False) -> Image.Image:
        address = edition(built, language, "html").as_uri()
        return screen.shot(address, size, partial(scroll_to, anchor), dark=dark)

    def landing(*, dark: bool = False) -> Image.Image:
        return screen.shot((built / "index.html").as_uri(), LANDING, partial(scroll_to, ""), dark=dark)

    telephones = [
        page("en", NARROW),
        page("fr", NARROW, "timeline"),
        page("fa", NARROW, "summary"),
        page("en", NARROW, "sources_source-002", dark=True),
    ]
    return sheet([[page("en", WIDE), page("fa", WIDE, "summary", dark=True)], telephones, [landing(), landing(dark=True)]])


# --- the book -----------------------------------------------------------------------------------------------------------


def wait_until_shown(page: Page) -> None:
    """Wait for the reader.

    Raises
    ------
    RuntimeError
        With what epub.js says, where it could not show the book.
    """
    page.wait_for_selector("body[data-shown]")
    shown = page.get_attribute("body", "data-shown")
    if shown != "yes":
        raise RuntimeError(f"epub.js could not show the book: {shown}")


READER = (560, 700)


def epub_sheet(built: Path, screen: Screen, modules: Path) -> Image.Image:
    """The book in epub.js: the beginning of the summary, and of a source."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in (READER_PAGE, *(modules / file for file in READER_FILES)):
            shutil.copy(path, folder)
        for language in LANGUAGES:
            shutil.copy(edition(built, language, "epub"), folder / f"{language}.epub")
        with served(folder) as address:

            def page(language: str, chapter: str) -> Image.Image:
                asked = urlencode({"book": f"{language}.epub", "chapter": chapter})
                return screen.shot(f"{address}/reader.html?{asked}", READER, wait_until_shown)

            return sheet([[page(language, chapter) for language in LANGUAGES] for chapter in ("summary", "sources_source-002")])


# --- all of it ----------------------------------------------------------------------------------------------------------


def edition(built: Path, language: str, suffix: str) -> Path:
    """The file of an edition."""
    return built / DOSSIER / language / f"{DOSSIER}.{suffix}"


def built_in(folder: Path, root: Path) -> Path:
    """Build a copy of the dossier in ``folder``; nothing under ``root`` is touched.

    Raises
    ------
    subprocess.CalledProcessError
        Where an edition could not be built.
    """
    for name in (f"content/{DOSSIER}", "locales", "templates"):
        shutil.copytree(root / name, folder / name)
    subprocess.run([sys.executable, "-m", "dossier", "-C", str(folder), "build"], check=True)
    return folder / "build"


def sheets(built: Path, modules: Path) -> Mapping[str, Image.Image]:
    """All sheets, by the name of their file."""
    made = {f"print-{language}.png": print_sheet(built, language) for language in LANGUAGES}
    made |= {f"{SPREAD}{language}.png": spread_sheet(built, language) for language in OPENED}
    with chromium() as screen:
        return {**made, "web.png": web_sheet(built, screen), "epub.png": epub_sheet(built, screen, modules)}


def main(arguments: Sequence[str]) -> None:
    """Build, picture, and write all sheets or none.

    Raises
    ------
    LookupError, OSError, RuntimeError, ValueError, subprocess.CalledProcessError
        Where a sheet could not be made.
    """
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--out", type=Path, default=ROOT / "docs/pictures", help="where the sheets go")
    asked.add_argument("--root", type=Path, default=ROOT, help="the project to build a copy of")
    asked.add_argument("--built", type=Path, help="a build folder to picture instead of building")
    asked.add_argument("--reader", type=Path, default=ROOT / ".venv/share/node", help="where npm has put epub.js")
    options = asked.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        built = options.built or built_in(Path(folder), options.root)
        made = sheets(built.resolve(), options.reader / "node_modules")
    files = {name: encoded(picture, SPREAD_LIMIT if name.startswith(SPREAD) else LIMIT) for name, picture in made.items()}
    options.out.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (options.out / name).write_bytes(data)
        print(f"{name}: {len(data) // 1000} kB")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (LookupError, OSError, RuntimeError, ValueError, subprocess.CalledProcessError) as error:
        sys.exit(f"pictures: {error}")
