"""Spanish, German and English on the page, each of them a page of code."""

from pathlib import Path

import pytest
from visible import as_set, cases_in, meant, shown

import dossier.language
from dossier.language.registry import language

NAMES = {"es": "spanish", "de": "german", "en": "english"}
CASES = [
    pytest.param(tag, written, expected, id=f"{tag}: {written}")
    for tag, name in NAMES.items()
    for written, expected in cases_in(f"{name}_cases.txt")
]
PAGE = 80
"""Lines."""


@pytest.mark.parametrize(("tag", "written", "expected"), CASES)
def test_it_is_set_as_its_typesetters_do(tag: str, written: str, expected: str) -> None:
    assert shown(as_set(meant(written), language(tag))) == expected


@pytest.mark.parametrize("name", [*NAMES.values(), "arabic"])
def test_a_language_is_a_page_of_code(name: str) -> None:
    source = Path(dossier.language.__file__).parent / f"{name}.py"
    assert len(source.read_text("utf-8").splitlines()) <= PAGE
