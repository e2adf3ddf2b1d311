"""Readium's navigator in Chromium on a book, with the manifest that Readium's parser makes of it."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Frame, Page, sync_playwright
from reading import HERE, module, readium
from serving import served

from judges import require_browser

OLDER = "?navigator=./readium/helpers/dist/index.js"
"""What asks for the navigator 2.4.0, which npm puts in that place (``requirements/node/package.json``)."""


@dataclass
class Reader:
    """A book that is open, and what Chromium complained of."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def ask(self, question: str, argument: Any = None) -> Any:
        """What ``window.reader`` answers."""
        return self.page.evaluate(f"argument => reader.{question}(argument)", argument)

    def click(self, selector: str) -> None:
        """Click on the first ``selector`` of the text, and wait until that has led somewhere."""
        before = self.ask("moves")
        self.text.locator(selector).first.click()
        self.page.wait_for_function("before => reader.moves() > before", arg=before)

    def turns_to(self, id: str) -> int:
        """How often the page has to be turned until the element ``id`` of this chapter is seen."""
        start = self.ask("where")["href"]
        turns = 0
        while not self.ask("sees", id):
            self.ask("forward")
            assert self.ask("where")["href"] == start, f"{id} is on no page of {start}"
            turns += 1
        return turns

    @property
    def text(self) -> Frame:
        """The frame that is shown; the chapters before and after are in others."""
        frames = [frame for frame in self.page.frames[1:] if frame.frame_element().is_visible()]
        assert len(frames) == 1
        return frames[0]


@contextmanager
def chromium() -> Iterator[Browser]:
    program = require_browser()
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def navigated(book: Path, folder: Path, browser: Browser, query: str = "") -> Iterator[Reader]:
    """``book`` in Readium's navigator, which fetches its files from ``folder``; nothing may lie there."""
    folder.mkdir()
    (folder / "readium").symlink_to(module("@readium/navigator").parent)
    for name in ("navigator.html", "helpers.js"):
        shutil.copy(HERE / name, folder)
    with zipfile.ZipFile(book) as files:
        files.extractall(folder / "book")
    (folder / "book/manifest.json").write_text(json.dumps(_manifest(book)), encoding="utf-8")
    with served(folder) as address:
        reader = Reader(browser.new_page(viewport={"width": 600, "height": 800}))
        try:
            _listen(reader)
            reader.page.goto(f"{address}/navigator.html{query}")
            reader.page.wait_for_function("window.reader")
            yield reader
        finally:
            reader.page.close()


def _manifest(book: Path) -> dict[str, Any]:
    """What Readium's parser makes of ``book``, with lists and links where Readium's navigator must find such."""
    manifest = readium(book)
    access = manifest["metadata"]["accessibility"]
    for name in ("accessMode", "hazard", "conformsTo"):
        if isinstance(access.get(name), str):
            access[name] = [access[name]]
    return {**manifest, "links": [{"rel": "self", "href": "manifest.json", "type": "application/webpub+json"}]}


def _listen(reader: Reader) -> None:
    told = reader.complaints
    reader.page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    reader.page.on("pageerror", lambda error: told.append(str(error)))
    reader.page.on("requestfailed", lambda request: told.append(f"{request.url}: {request.failure}"))
    reader.page.on("response", lambda got: told.append(f"{got.url}: {got.status}") if got.status >= 400 else None)
