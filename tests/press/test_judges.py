"""The judges themselves: a missing one is never passed over in silence."""

import os
from pathlib import Path

import pytest

from dossier.press.findings import missing_glyphs
from judges import require, require_browser
from workshop import REPOSITORY


def test_judge_is_found():
    assert require("sh").endswith("sh")


def test_missing_judge_is_said_aloud(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("REQUIRE_JUDGES", raising=False)
    with pytest.raises(pytest.skip.Exception, match="JUDGE MISSING: no-such-judge"):
        require("no-such-judge")


def test_missing_judge_fails_where_judges_are_required(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("REQUIRE_JUDGES", "1")
    with pytest.raises(pytest.fail.Exception, match="JUDGE MISSING: no-such-judge"):
        require("no-such-judge")


def test_a_browser_that_nothing_can_drive_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "chromium").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.delenv("REQUIRE_JUDGES", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("ctypes.CDLL", lambda name: name)
    assert require_browser() == str(tmp_path / "chromium")

    def refuse(name: str) -> None:
        raise OSError(name)

    monkeypatch.setattr("ctypes.CDLL", refuse)
    with pytest.raises(pytest.skip.Exception, match="JUDGE MISSING: libatomic1"):
        require_browser()


def test_no_test_starts_a_browser_before_it_has_asked_for_one():
    """Playwright fails where its Node cannot start, and a test is to be skipped there."""
    paths = set((REPOSITORY / "tests").rglob("*.py")) - {Path(__file__)}
    sources = {path: path.read_text(encoding="utf-8") for path in paths}
    starts = {path: source.split("sync_playwright() as")[:-1] for path, source in sources.items()}
    assert sum(map(len, starts.values())) > 2
    assert [path for path, before in starts.items() if not all("require_browser()" in text[-400:] for text in before)] == []


def test_missing_glyphs_are_p001():
    (found,) = missing_glyphs("a🧿 🧿")
    assert (found.code.id, found.message) == ("P001", "no bundled typeface has “🧿” (U+1F9FF)")
