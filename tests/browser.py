"""Headless Chromium as a reader of our pages: what it asks for, what it complains of."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from judges import require_browser

_QUIET = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@dataclass
class Visit:
    """A page that was opened, with every request but the first and every line of its console."""

    page: Page
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, to visit many pages with: to start one takes longer than to open a page."""
    program = require_browser()
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=program, args=["--no-sandbox", *_QUIET])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visiting(
    path: Path, *, width: int = 1000, height: int = 800, dark: bool = False, browser: Browser | None = None
) -> Iterator[Visit]:
    """Open the file at ``path``, in ``browser`` or one of its own; it shares nothing with other pages of the browser."""
    with nullcontext(browser) if browser else chromium() as engine:
        page = engine.new_page(viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light")
        visit = Visit(page)
        page.on("console", lambda message: visit.console.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: visit.console.append(f"error: {error}"))
        page.on("request", lambda request: visit.requests.append(request.url))
        page.goto(path.as_uri(), wait_until="networkidle")
        assert visit.requests.pop(0) == path.as_uri()
        visit.requests[:] = [url for url in visit.requests if not url.startswith("data:")]
        yield visit
        page.close()
