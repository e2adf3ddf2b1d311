"""M030 to M035: mistakes around machine drafts: drafting."""

import sys

import pytest
from cases import PART, PO, Case, Provoke

from dossier.pipeline.sentence_memory import MEMORY, SET_ASIDE
from drafting_bench import ENGINE, Machine, put_in
from workshop import Run, Workshop

TEXT = "---\ntitle: Introduction\n---\n\n{passage}\n"


def drafting(workshop: Workshop, passage: str = "One sentence.", machine: Machine | None = None) -> Run:
    """Draft a new text into French."""
    workshop.write(PART, TEXT.format(passage=passage))
    for path in (workshop.root / "locales").rglob("*.po"):
        path.unlink()
    with pytest.MonkeyPatch.context() as patch:
        put_in(patch, machine or Machine())
        return workshop.run("draft", "--engine", ENGINE, "--lang", "fr")


def without_the_extra(workshop: Workshop) -> Run:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "sentencex", None)
        return workshop.run("draft", "--lang", "fr")


def into_its_own_language(workshop: Workshop) -> Run:
    return workshop.run("draft", "--lang", "en")


def with_a_memory(data: bytes | None) -> Provoke:
    def provoke(workshop: Workshop) -> Run:
        if data is None:
            (workshop.root / MEMORY).mkdir(parents=True)
            (workshop.root / SET_ASIDE).mkdir()
            (workshop.root / SET_ASIDE / "in-the-way").touch()
        else:
            workshop.write(MEMORY, data)
        return drafting(workshop)

    return provoke


CASES: tuple[Case, ...] = (
    Case(
        "M030", "extra is missing", without_the_extra, "", "install the extra: pip install 'dossier[mt]' (in a checkout: make mt)"
    ),
    Case("M031", "the language it is written in", into_its_own_language, "", "name one of the languages of dossier.toml"),
    Case(
        "M032",
        "left empty",
        lambda workshop: drafting(workshop, "This one is too hard."),
        f"{PO}:22:1",
        "translate the passage by hand",
    ),
    Case(
        "M033",
        "a link that could not be placed",
        lambda workshop: drafting(workshop, "One with [a link](https://example.org)."),
        f"{PO}:24:1",
        "look at it when you correct the draft: a comment of the entry names it",
    ),
    Case(
        "M034",
        "damaged memory",
        with_a_memory(b"no database, whatever it was"),
        SET_ASIDE,
        "nothing; sentences are asked for once more. The file that was set aside may be deleted",
    ),
    Case(
        "M035",
        "memory cannot be opened",
        with_a_memory(None),
        MEMORY,
        "see that the folder build/ may be written and that the disk has space",
    ),
)
