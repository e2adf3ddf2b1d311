"""Who says what in the dossier of this repository: every quotation verified, every locator right."""

import json
import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.content.rules.citations import parsed
from dossier.model.citation import Citation
from prose import CITATION, QUOTATION, blocks, body_of, folded
from sources_here import snapshots
from workshop import REPOSITORY, Workshop

NAME = "un-letter-1988"
CONTENT = REPOSITORY / "content" / NAME
LOCK = f"content/{NAME}/quotations.lock"
TEXTS = sorted([*CONTENT.glob("*.md"), *CONTENT.glob("sources/*.md")])
CLAIMS = tomllib.loads((CONTENT / "claims.toml").read_text(encoding="utf-8"))
_PLACES = re.compile(r"(\d+)(?:–(\d+))?")


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    for folder in ("content", "locales", "templates"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    return Workshop(tmp_path)


def verdicts(workshop: Workshop, *options: str) -> list[dict[str, object]]:
    run = workshop.run("quotations", NAME, "--json", *options)
    assert (run.exit_code, run.errors) == (0, "")
    found: list[dict[str, object]] = json.loads(run.output)
    return found


def test_every_quotation_is_verified_against_the_snapshots(workshop: Workshop) -> None:
    found = verdicts(workshop, "--snapshots", str(snapshots()))
    assert len(found) > 150
    assert {(one["verdict"], one["verification"]) for one in found} == {("verified", "verified in this build")}
    assert {one["source"] for one in found} == {f"source-00{number}" for number in range(5)}


def test_the_lock_says_what_is_found_today(workshop: Workshop) -> None:
    before = workshop.read(LOCK)
    verdicts(workshop, "--snapshots", str(snapshots()), "--record")
    assert workshop.read(LOCK) == before


def test_without_the_snapshots_the_lock_vouches(workshop: Workshop) -> None:
    found = verdicts(workshop)
    assert len(found) > 150
    assert {one["verdict"] for one in found} == {"recorded"}
    for one in found:
        assert re.fullmatch(
            r"recorded on \d{4}-\d\d-\d\d against sha256:[0-9a-f]{64}, not verifiable here", str(one["verification"])
        )


def test_a_changed_word_stops_the_build(workshop: Workshop) -> None:
    workshop.edit(
        f"content/{NAME}/summary.md", "“may amount to crimes against humanity”", "“may amount to a crime against humanity”"
    )
    run = workshop.run("build", NAME, "--lang", "en", "--output", "html", "--snapshots", str(snapshots()))
    assert (run.exit_code, run.codes) == (1, {"Q003"})
    assert "crimes" in run.errors
    assert not workshop.built().keys() & {f"{NAME}/en/{NAME}.html"}


def test_readers_are_told_what_is_known(workshop: Workshop) -> None:
    workshop.run("build", NAME, "--lang", "en", "--output", "html", "--snapshots", str(snapshots()))
    page = workshop.read(f"build/{NAME}/en/{NAME}.html")
    assert "Quotation verified in this build." in page
    assert "not verifiable here" not in page
    workshop.run("build", NAME, "--lang", "en", "--output", "html")
    page = workshop.read(f"build/{NAME}/en/{NAME}.html")
    assert "Quotation verified in this build." not in page
    assert "Quotation recorded as verified on" in page


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_quotation_stands_in_the_paragraph_that_is_named(path: Path) -> None:
    for phrase, citation in _attached(path):
        for cite in _vouching(citation):
            places = paragraphs(cite.source, cite.locator.value if cite.locator else "")
            assert any(_stands(phrase, text) for text in places), f"“{phrase}” in {citation.written}"


def test_every_answer_stands_in_the_paragraph_that_is_named() -> None:
    for question in CLAIMS["questions"]:
        for answer in question["answers"]:
            places = paragraphs(answer["source"], re.sub(r"^paras?\. ", "", answer["locator"]))
            for phrase in QUOTATION.findall(answer["answer"]):
                assert len(phrase.split()) <= 7
                assert any(_stands(phrase, text) for text in places), f"“{phrase}”: {answer}"


def paragraphs(source: str, numbers: str) -> list[str]:
    """The paragraphs of a source that a locator names; as the dossier says, every line that is not empty counts as one."""
    lines = [line for line in (snapshots() / f"{source}.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    spans = [(int(first), int(last or first)) for first, last in _PLACES.findall(numbers)]
    assert spans, f"{source} is quoted without a locator"
    return [lines[number - 1] for first, last in spans for number in range(first, last + 1)]


def _attached(path: Path) -> Iterator[tuple[str, Citation]]:
    """Each quotation and the first citation behind it in its block."""
    for block in blocks(body_of(path.read_text(encoding="utf-8"))):
        for phrase in QUOTATION.finditer(block):
            behind = CITATION.search(block, phrase.end())
            citation = parsed(behind[0]) if behind else None
            if citation is not None:
                yield phrase[1], citation


def _vouching(citation: Citation):  # type: ignore[no-untyped-def]
    """The cites that must have the words: of “as quoted in” only the quoting one."""
    behind = [*citation.cites[1:], None]
    return [cite for cite, after in zip(citation.cites, behind, strict=True) if not (after and after.quotes_previous)]


def _stands(phrase: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(folded(phrase))}(?!\w)", folded(text)) is not None
