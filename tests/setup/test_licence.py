"""The licence: the verbatim text, and the written exception for what templates put into a user's output."""

import hashlib

from repository import ROOT, pyproject

AGPL_3 = "0d96a4ff68ad6d4b6f1f30f713b18d5184912ba8dd389f86aa7710db079abcb0"
"""Of https://www.gnu.org/licenses/agpl-3.0.txt."""


def test_the_licence_is_the_agpl_word_for_word() -> None:
    assert hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest() == AGPL_3


def test_the_project_says_so_and_ships_both_texts() -> None:
    project = pyproject()["project"]
    assert project["license"] == "AGPL-3.0-or-later"
    assert project["license-files"] == ["LICENSE", "LICENSE-OUTPUT-EXCEPTION.md"]
    assert "section 7" in (ROOT / "LICENSE-OUTPUT-EXCEPTION.md").read_text(encoding="utf-8")
