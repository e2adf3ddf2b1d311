"""axe-core (https://github.com/dequelabs/axe-core) on an open page, and what a keyboard reaches there."""

from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_RUN = """async tags => (await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]})).violations
    .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`))"""

_STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter(element => element.tabIndex >= 0 && element.checkVisibility())
    .map((element, index) => { element.dataset.stop = index; return element.outerHTML.slice(0, 120) })"""

_FOCUSED = """() => { const element = document.activeElement, style = getComputedStyle(element); return {
    stop: element.dataset.stop === undefined ? null : Number(element.dataset.stop),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
    shown: element.getClientRects().length > 0 && element.getBoundingClientRect().width > 1 } }"""


@cache
def _source() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Every element that breaks a rule of WCAG 2.2 AA or one of axe's best practices.

    The programme is evaluated over the debugger's line, which the page's own security policy does not govern.
    """
    page.evaluate(_source())
    found: list[str] = page.evaluate(_RUN, TAGS)
    return found


def keyboard_faults(page: Page) -> list[str]:
    """What a keyboard does not reach in the order of the document, and where the focus cannot be seen."""
    stops: list[str] = page.evaluate(_STOPS)
    faults = []
    page.evaluate("document.activeElement.blur()")
    for expected, markup in enumerate(stops):
        page.keyboard.press("Tab")
        focused = page.evaluate(_FOCUSED)
        if focused["stop"] != expected:
            return [*faults, f"Tab {expected + 1} leads to {focused['stop']} and not to {markup}"]
        if not (focused["outlined"] and focused["shown"]):
            faults.append(f"the focus is not seen on {markup}")
    page.keyboard.press("Tab")
    beyond = page.evaluate(_FOCUSED)["stop"]
    return faults if beyond in (None, 0) else [*faults, f"behind the last stop comes {beyond}"]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    found: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found
