"""The direct engine says word for word what argostranslate says of 200 paragraphs, where both cut them into the same sentences.

What argostranslate said is committed (``tests/models/README.md`` tells how it was asked). Where the library is installed it
is asked again.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import sentencex

import tiny_models
from dossier.translation.engines.argos import PackageEngine
from dossier.translation.engines.argos_packages import read_package
from dossier.translation.engines.engine import Effort
from judges import require_argostranslate

REFERENCES = json.loads(tiny_models.PARITY.read_text(encoding="utf-8"))
PACKAGES = {"en-fr": tiny_models.EN_FR, "en-fa": tiny_models.EN_FA}

# What argostranslate answers, asked in a process of its own, since it makes folders where it is imported.
ASK = """
import json, sys
from argostranslate import translate
translation = translate.get_translation_from_codes(*sys.argv[1].split("-"))
print(json.dumps([translation.translate(paragraph) for paragraph in json.load(sys.stdin)]))
"""


@pytest.mark.parametrize("pair", sorted(PACKAGES))
def test_the_words_are_argostranslates_own(pair: str, tmp_path: Path) -> None:
    rows = REFERENCES["pairs"][pair]
    assert len(rows) == 100
    direct = direct_answers(pair, [row["paragraph"] for row in rows], tmp_path)
    assert direct == [row["argostranslate"] for row in rows], REFERENCES["versions"]


@pytest.mark.parametrize("pair", sorted(PACKAGES))
def test_the_library_itself_says_the_same(pair: str, tmp_path: Path) -> None:
    require_argostranslate()
    paragraphs = [row["paragraph"] for row in REFERENCES["pairs"][pair]]
    direct = direct_answers(pair, paragraphs, tmp_path / "packages")
    assert direct == library_answers(pair, paragraphs, tmp_path)


def direct_answers(pair: str, paragraphs: list[str], folder: Path) -> list[str]:
    """What the direct engine makes of whole paragraphs: of all their sentences at once."""
    cut = [sentences(pair.partition("-")[0], paragraph) for paragraph in paragraphs]
    asked = list(dict.fromkeys(sentence for parts in cut for sentence in parts))
    engine = PackageEngine(read_package(tiny_models.install(PACKAGES[pair], folder)), 2)
    replies = {asked[index]: reply for index, reply in engine.translate(asked, Effort(beam=4))}
    assert not any(reply.cut for reply in replies.values())
    return [" ".join(replies[sentence].text for sentence in parts) for parts in cut]


def sentences(language: str, paragraph: str) -> list[str]:
    """The sentences of ``paragraph``, as ``scripts/tiny_models/references.py`` cuts them."""
    return [part.strip() for part in sentencex.segment(language, paragraph) if part.strip()]


def library_answers(pair: str, paragraphs: list[str], folder: Path) -> list[str]:
    """What argostranslate makes of ``paragraphs``, with its own splitter and a home in ``folder``, beside the packages."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ARGOS_", "XDG_"))}
    environment = {**kept, "HOME": str(folder), "ARGOS_PACKAGES_DIR": str(folder / "packages")}
    command = [sys.executable, "-c", ASK, pair]
    done = subprocess.run(command, input=json.dumps(paragraphs), capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    answers: list[str] = json.loads(done.stdout.splitlines()[-1])
    return answers
