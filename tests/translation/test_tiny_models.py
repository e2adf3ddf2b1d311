"""The tiny packages are what ``tests/models/README.md`` says of them."""

from pathlib import Path

import pytest

import tiny_models
from dossier.translation.engines.argos import open_engine
from dossier.translation.engines.engine import Effort, Pair, Settings

_LARGEST = 700_000
_FIELDS = {"en": 0, "fr": 1, "fa": 2}


@pytest.mark.parametrize(
    ("package", "pair", "at_least"),
    [
        (tiny_models.EN_FR, Pair("en", "fr"), 0.85),
        (tiny_models.EN_FA, Pair("en", "fa"), 0.75),
        (tiny_models.FR_EN, Pair("fr", "en"), 0.85),
    ],
    ids=["en-fr", "en-fa", "fr-en"],
)
def test_most_unseen_sentences_of_the_grammar_come_out_word_for_word(
    package: Path, pair: Pair, at_least: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny_models.install(package, tmp_path)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path))
    asked = tiny_models.sentences(100, seed=1988)
    given = [sentence[_FIELDS[pair.source]] for sentence in asked]
    replies = dict(open_engine(pair, Settings(threads=1)).translate(given, Effort()))

    right = sum(replies[number].text == sentence[_FIELDS[pair.target]] for number, sentence in enumerate(asked))

    assert right / len(asked) >= at_least


def test_persian_keeps_its_zero_width_non_joiners(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny_models.install(tiny_models.EN_FA, tmp_path)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path))
    engine = open_engine(Pair("en", "fa"), Settings(threads=1))

    replies = dict(engine.translate(["The court published the reports."], Effort()))

    assert replies[0].text == "دادگاه گزارش‌ها را منتشر کرد."


@pytest.mark.parametrize("package", [tiny_models.EN_FR, tiny_models.EN_FA, tiny_models.FR_EN], ids=lambda path: path.name)
def test_packages_are_small(package: Path) -> None:
    assert package.stat().st_size <= _LARGEST


def test_sentences_are_the_same_for_the_same_seed_and_none_twice() -> None:
    asked = tiny_models.sentences(200, seed=3)

    assert asked == tiny_models.sentences(200, seed=3)
    assert len({english for english, _, _ in asked}) == len(asked)
