"""The web page before its judges: axe-core, a keyboard, narrow and wide windows; in all languages, light and dark."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from axe import keyboard_faults, overflow, violations
from browser import Visit, visiting
from workshop import REPOSITORY, Workshop

LANGUAGES = ("en", "fr", "fa")
FIRST = "un-letter-1988"
DOSSIERS = (FIRST, "demo", "reader")
WIDTHS = (390, 1200)
WITHDRAWN = 'base-url = "https://example.org/"\nwithdrawn = { date = "2027-01-01", reason = "A number was wrong." }\n'


@pytest.fixture(scope="module", params=DOSSIERS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the first dossier; of the demo; of the demo in the theme “reader”, published and withdrawn."""
    root = tmp_path_factory.mktemp("web") / "project"
    if request.param == FIRST:
        for folder in ("content", "locales", "templates"):
            shutil.copytree(REPOSITORY / folder, root / folder)
        project = Workshop(root)
    else:
        project = Workshop.demo(root)
        if request.param != "demo":
            project.edit("content/demo/dossier.toml", "outputs =", f'theme = "{request.param}"\n{WITHDRAWN}outputs =')
    run = project.run("build", "--output", "html")
    assert run.exit_code == 0, run.errors
    return root / "build"


@pytest.fixture(scope="module", params=LANGUAGES)
def visit(request: pytest.FixtureRequest, built: Path) -> Iterator[Visit]:
    (path,) = built.glob(f"*/{request.param}/*.html")
    with visiting(path) as found:
        yield found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Visit, scheme: str, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    visit.page.emulate_media(color_scheme=scheme)
    assert violations(visit.page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_keyboard_reaches_everything_in_order(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    visit.page.reload(wait_until="networkidle")
    assert keyboard_faults(visit.page) == []


@pytest.mark.parametrize("width", [320, 640, 800, 1152, 1600])
def test_nothing_sticks_out_at_the_side(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    assert overflow(visit.page) == 0


def test_page_is_quiet_and_asks_for_nothing(visit: Visit) -> None:
    assert visit.console == []
    assert set(visit.requests) <= {visit.page.url}


def test_contents_are_a_fold_where_it_is_narrow_and_open_where_it_is_wide(visit: Visit) -> None:
    first = visit.page.locator("nav.contents a").first
    visit.page.set_viewport_size({"width": 390, "height": 900})
    assert not first.is_visible()
    visit.page.set_viewport_size({"width": 1200, "height": 900})
    assert first.is_visible()


def test_lines_are_not_too_long_to_be_read(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 1600, "height": 900})
    measure = visit.page.evaluate(
        """() => { const text = document.querySelector("main p"), zero = document.createElement("span")
        zero.style.cssText = "position: absolute; width: 1ch"; text.append(zero)
        const found = text.getBoundingClientRect().width / zero.getBoundingClientRect().width
        zero.remove(); return found }"""
    )
    assert measure <= 68
