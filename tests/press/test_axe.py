"""The judges of web pages find what is wrong with a page on which something is."""

from pathlib import Path

import pytest

from axe import keyboard_faults, overflow, violations
from browser import visiting


def faulty(body: str, style: str = "") -> str:
    head = f'<!DOCTYPE html><html lang="en"><head><title>x</title><style>{style}</style></head>'
    return f"{head}<body><main>{body}</main></body></html>"


@pytest.mark.parametrize(
    ("rule", "body", "style"),
    [
        ("image-alt", "<h1>x</h1><img src='data:,'>", ""),
        ("color-contrast", "<h1>x</h1><p>grey</p>", "p { color: #999; background: #fff }"),
        ("landmark-one-main", "<h1>x</h1></main>", "main { display: none }"),
        ("heading-order", "<h1>x</h1><h4>y</h4>", ""),
        (
            "scrollable-region-focusable",
            "<h1>x</h1><div><p>wide</p></div>",
            "div { width: 9em; height: 2em; overflow: auto } p { width: 90em; height: 9em }",
        ),
    ],
)
def test_axe_is_awake(tmp_path: Path, rule: str, body: str, style: str) -> None:
    (tmp_path / "faulty.html").write_text(faulty(body, style), encoding="utf-8")
    with visiting(tmp_path / "faulty.html") as visit:
        assert rule in {found.partition(":")[0] for found in violations(visit.page)}


@pytest.mark.parametrize(
    ("fault", "body", "style"),
    [
        ("leads to", "<a href='#b'>1</a><a href='#a' tabindex='1'>2</a>", ""),
        ("not seen", "<a href='#a'>1</a>", "a:focus { outline: none }"),
        ("leads to", "<a href='#a'>1</a><a href='#b' inert>2</a>", ""),
    ],
)
def test_keyboard_is_awake(tmp_path: Path, fault: str, body: str, style: str) -> None:
    (tmp_path / "faulty.html").write_text(faulty(body, style), encoding="utf-8")
    with visiting(tmp_path / "faulty.html") as visit:
        (found,) = keyboard_faults(visit.page)
        assert fault in found


def test_width_is_measured(tmp_path: Path) -> None:
    (tmp_path / "faulty.html").write_text(faulty("<p>x</p>", "p { width: 2000px }"), encoding="utf-8")
    with visiting(tmp_path / "faulty.html", width=320) as visit:
        assert overflow(visit.page) > 1000
