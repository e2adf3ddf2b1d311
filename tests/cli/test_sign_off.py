"""``dossier sign-off``: what is recorded, when it is void, and what is refused."""

import json
import re
from pathlib import Path

import pytest

from machine import tree
from workshop import Run, Workshop

FILE = "locales/fr/LC_MESSAGES/demo/sign-offs.toml"
PO = "locales/fr/LC_MESSAGES/demo/introduction.po"
PART = "content/demo/introduction.md"


@pytest.fixture
def demo(tmp_path: Path) -> Workshop:
    """The demo, all French entries read by a person."""
    workshop = Workshop.demo(tmp_path / "demo")
    for path in (workshop.root / "locales/fr").rglob("*.po"):
        path.write_text(path.read_text(encoding="utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")
    return workshop


def sign(workshop: Workshop, *arguments: str, day: str = "2026-11-25", reviewer: str = "R1") -> Run:
    return workshop.run("sign-off", "--lang", "fr", "--as", reviewer, "--date", day, *arguments)


def signatures(workshop: Workshop) -> list[tuple[str, str, str, bool]]:
    found = json.loads(workshop.run("status", "--lang", "fr", "--json").output)
    rows = [one for row in found if row["document"] for one in row["signed"]]
    return [(one["document"], one["reviewer"], one["date"], one["valid"]) for one in rows]


def test_all_documents_are_signed_where_none_is_named(demo: Workshop) -> None:
    run = sign(demo)
    assert (run.exit_code, run.errors) == (0, "")
    assert run.output == f"demo fr: 3 documents signed off by R1 on 2026-11-25; {FILE} written\n"
    names = ("dossier", "introduction", "sources/example-source")
    assert signatures(demo) == [(name, "R1", "2026-11-25", True) for name in names]
    text = demo.read(FILE)
    assert re.findall('document = "(.*)"', text) == [*names]
    assert len(set(re.findall('digest = "([0-9a-f]{64})"', text))) == 3
    assert demo.run("check").errors == ""


def test_several_reviewers_sign_and_the_file_does_not_change_without_cause(demo: Workshop) -> None:
    assert sign(demo, "--document", "introduction").exit_code == 0
    assert sign(demo, "--document", "introduction", reviewer="بازبین ۲", day="2026-11-24").exit_code == 0
    before = demo.read(FILE)
    assert sign(demo, "--document", "introduction").exit_code == 0
    assert demo.read(FILE) == before
    assert signatures(demo) == [
        ("introduction", "R1", "2026-11-25", True),
        ("introduction", "بازبین ۲", "2026-11-24", True),
    ]
    table = demo.run("status", "--lang", "fr").output
    assert "R1, بازبین ۲" in table
    assert "1 of 3" in table


CHANGES = {
    "translation": (PO, "Ce que voient les lecteurs", "Ce que lisent les lecteurs"),
    "a space in it": (PO, "Ce que voient les lecteurs", "Ce que voient les  lecteurs"),
    "state": (PO, 'msgid "What readers see"', '#, fuzzy\nmsgid "What readers see"'),
    "original": (PART, "What readers see", "What people see"),
    "order": (PART, "## What readers see\n", ""),
    "a new passage": (PART, "## What readers see\n", "## What readers see\n\nA new one.\n"),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("updated", [False, True], ids=["as it is", "after update"])
def test_a_change_makes_it_void(demo: Workshop, change: str, updated: bool) -> None:
    assert sign(demo).exit_code == 0
    demo.edit(*CHANGES[change])
    if updated:
        assert demo.run("update").exit_code == 0
    assert [valid for name, *_, valid in signatures(demo) if name == "introduction"] == [False]
    assert [valid for name, *_, valid in signatures(demo) if name != "introduction"] == [True, True]
    (told,) = (line for line in demo.run("check", "--lang", "fr").errors.splitlines() if "T046" in line)
    assert "the sign-off of “introduction” by “R1” on 2026-11-25 is void" in told
    assert "R1 (void)" in demo.run("status", "--lang", "fr").output


def test_what_does_not_change_the_words_does_not_make_it_void(demo: Workshop) -> None:
    assert sign(demo).exit_code == 0
    demo.write(PART, demo.read(PART).replace("\n\n", "\n\n\n"))
    demo.write(PO, "# a comment of somebody\n" + demo.read(PO))
    assert demo.run("update").exit_code == 0
    assert all(valid for *_, valid in signatures(demo))


def test_it_holds_again_when_the_words_are_as_they_were(demo: Workshop) -> None:
    assert sign(demo).exit_code == 0
    before = demo.read(PO)
    demo.edit(*CHANGES["translation"])
    assert not all(valid for *_, valid in signatures(demo))
    demo.write(PO, before)
    assert all(valid for *_, valid in signatures(demo))


def test_signing_again_takes_the_place_of_what_was_void(demo: Workshop) -> None:
    assert sign(demo).exit_code == 0
    demo.edit(*CHANGES["translation"])
    assert sign(demo, "--document", "introduction", day="2026-12-01").exit_code == 0
    assert [one for one in signatures(demo) if one[0] == "introduction"] == [("introduction", "R1", "2026-12-01", True)]


def test_all_is_signed_or_nothing(demo: Workshop) -> None:
    demo.edit(PO, 'msgid "What readers see"', '#, fuzzy\nmsgid "What readers see"')
    before = tree(demo.root / "locales")
    run = sign(demo)
    assert (run.exit_code, run.codes) == (1, {"T044"})
    assert "unfinished" in run.errors or "draft" in run.errors
    assert "What readers see" in run.errors
    assert tree(demo.root / "locales") == before
    assert sign(demo, "--document", "dossier").exit_code == 0


def test_no_more_than_three_places_are_shown(demo: Workshop) -> None:
    run = demo.run("sign-off", "--lang", "fa", "--as", "R1", "--document", "introduction")
    assert run.exit_code == 1
    assert run.errors.count("locales/fa/LC_MESSAGES/demo/introduction.po:") == 1 + 3
    assert "20 of its 20 passages are not reviewed" in run.errors


def test_what_is_refused_is_not_repeated(demo: Workshop) -> None:
    run = sign(demo, reviewer="vera@example.org")
    assert (run.exit_code, run.codes) == (1, {"T045"})
    assert "vera" not in run.errors + run.output
    assert not (demo.root / FILE).exists()


def test_a_withheld_name_is_no_pseudonym(demo: Workshop) -> None:
    demo.edit("content/demo/dossier.toml", 'status = "draft"', 'status = "draft"\nwithhold = ["Vera Example"]')
    run = sign(demo, reviewer="VERA EXAMPLE (R1)")
    assert (run.exit_code, run.codes) == (1, {"T045"})
    assert "VERA" not in run.errors + run.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--lang", "en"), "there are  fr, fa"),
        (("--lang", "de"), "fr, fa"),
        (("--lang", "fr", "--document", "introdution"), "did you mean “introduction”?"),
        (("demmo", "--lang", "fr"), "did you mean “demo”?"),
    ],
)
def test_what_is_not_there_is_told(demo: Workshop, arguments: tuple[str, ...], told: str) -> None:
    run = demo.run("sign-off", *arguments, "--as", "R1")
    assert (run.exit_code, run.codes) == (1, {"S004"})
    assert told in run.errors


def test_a_document_in_the_language_itself_cannot_be_signed(demo: Workshop) -> None:
    demo.write("content/demo/persian.md", "---\ntitle: متن\nlanguage: fa\n---\n\nاین متن به فارسی است.\n")
    demo.edit("content/demo/dossier.toml", 'parts = ["introduction.md"', 'parts = ["introduction.md", "persian.md"')
    run = demo.run("sign-off", "--lang", "fa", "--as", "R1", "--document", "persian")
    assert (run.exit_code, run.codes) == (1, {"S004"})


def test_one_of_several_dossiers_is_named(demo: Workshop) -> None:
    toml = demo.read("content/demo/dossier.toml").replace('id = "demo"', 'id = "other"')
    for path in demo.root.glob("content/demo/**/*.*"):
        demo.write(path.relative_to(demo.root).as_posix().replace("/demo/", "/other/"), path.read_bytes())
    demo.write("content/other/dossier.toml", toml)
    run = sign(demo)
    assert (run.exit_code, run.codes) == (1, {"S004"})
    assert "demo, other" in run.errors
    assert sign(demo, "demo").exit_code == 0


@pytest.mark.parametrize("day", ["yesterday", "20261125", "2026-02-30"])
def test_a_day_is_a_day(demo: Workshop, day: str) -> None:
    run = sign(demo, day=day)
    assert run.exit_code == 2
    assert "YYYY-MM-DD" in run.errors


def test_today_is_the_day_where_none_is_given(demo: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    assert demo.run("sign-off", "--lang", "fr", "--as", "R1").exit_code == 0
    assert {day for _, _, day, _ in signatures(demo)} == {"2026-11-21"}


@pytest.mark.parametrize("text", ["x", "[[sign-off]]\n", b"\xff", "sign-off = 1\n", '[[sign-off]]\ndocument = ["a"]\n'])
@pytest.mark.parametrize("command", [("check",), ("status",), ("sign-off", "--lang", "fr", "--as", "R1")], ids=lambda one: one[0])
def test_a_file_that_cannot_be_read_is_told_and_left(demo: Workshop, text: str | bytes, command: tuple[str, ...]) -> None:
    demo.write(FILE, text)
    before = (demo.root / FILE).read_bytes()
    run = demo.run(*command)
    assert run.exit_code == 1
    assert re.search(rf"^{re.escape(FILE)}:\d+:\d+: error C0", run.errors, re.MULTILINE), run.errors
    assert (demo.root / FILE).read_bytes() == before


def test_a_hostile_file_steers_no_terminal(demo: Workshop) -> None:
    digest = "0" * 64
    demo.write(
        FILE, f'[[sign-off]]\ndocument = "\\u001b[31m\\u202ex"\nreviewer = "[red]R1"\ndate = "2026-11-25"\ndigest = "{digest}"\n'
    )
    run = demo.run("status", "--lang", "fr")
    assert run.exit_code == 0
    assert not re.search("[\x1b\u202e]", run.output + run.errors)
    demo.edit(FILE, "\\u001b[31m\\u202ex", "introduction")
    assert "[red]R1 (void)" in demo.run("status", "--lang", "fr").output
