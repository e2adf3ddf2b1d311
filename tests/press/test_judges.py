"""The judges themselves: a missing one is never passed over in silence."""

import pytest

from dossier.press.findings import missing_glyphs
from judges import require


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


def test_missing_glyphs_are_p001():
    (found,) = missing_glyphs("a🧿 🧿")
    assert (found.code.id, found.message) == ("P001", "no bundled typeface has “🧿” (U+1F9FF)")
