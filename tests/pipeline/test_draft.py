"""``dossier draft`` from PO file to PO file, with a machine of the tests' own."""

import fcntl
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.pipeline import draft_desk, locale_files
from dossier.pipeline.locking import LOCK
from dossier.pipeline.sentence_memory import MEMORY
from dossier.translation.po import read_po
from drafting_bench import ENGINE, Machine, put_in
from judges import require
from machine import tree
from workshop import Run, Workshop

PART = "content/demo/introduction.md"
PO = "locales/fr/LC_MESSAGES/demo/introduction.po"
TEXT = """\
---
title: Introduction
---

One sentence stands here.

Another one follows, with [a link](https://example.org/a).

This one is too hard.
"""


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return put_in(monkeypatch, Machine())


@pytest.fixture
def demo(tmp_path: Path) -> Workshop:
    """The demo project with a short text and no locale files."""
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.write(PART, TEXT)
    for path in (workshop.root / "locales").rglob("*.po"):
        path.unlink()
    return workshop


def drafting(workshop: Workshop, *arguments: str, lang: str = "fr") -> Run:
    return workshop.run("draft", "--engine", ENGINE, "--lang", lang, *arguments)


def entries(workshop: Workshop, path: str = PO) -> dict[str, tuple[str, bool]]:
    """Original → translation, and whether it is fuzzy."""
    file = read_po((workshop.root / path).read_bytes(), path)
    return {entry.msgid: (entry.text, entry.fuzzy) for entry in file.active}


def translated(workshop: Workshop, original: str, translation: str, path: str = PO) -> None:
    """What a person does in her editor."""
    workshop.edit(path, f'msgid "{original}"\nmsgstr ""', f'msgid "{original}"\nmsgstr "{translation}"')


def test_a_fresh_project_is_filled_by_one_command(demo: Workshop, machine: Machine) -> None:
    run = drafting(demo)
    assert run.exit_code == 0, run.errors
    assert entries(demo) == {
        "Introduction": ("fr1 Introduction", True),
        "One sentence stands here.": ("fr1 One sentence stands here.", True),
        "Another one follows, with [a link](https://example.org/a).": (
            "fr1 Another one follows, with [a link](https://example.org/a).",
            True,
        ),
        "This one is too hard.": ("", False),
    }
    assert "# machine note: left empty: it is too hard\n" in demo.read(PO)
    assert f"# machine: {ENGINE} en-fr 1 draft:sha256:" in demo.read(PO)
    assert run.output.startswith("demo fr: ")
    assert "drafted, " in run.output
    assert "3 files written" in run.output
    assert not list((demo.root / "locales/fa").rglob("*.po"))
    assert (demo.root / "locales/templates/demo/introduction.pot").exists()


def test_status_tells_drafts_of_ours(demo: Workshop, machine: Machine) -> None:
    drafting(demo)
    rows = json.loads(demo.run("status", "--lang", "fr", "--json").output)
    (row,) = [one for one in rows if one["document"] == "introduction"]
    assert {name: number for name, number in row["entries"].items() if number} == {"draft": 3, "missing": 1}
    demo.edit(PO, '#, fuzzy\nmsgid "One sentence stands here."', 'msgid "One sentence stands here."')
    demo.edit(PO, '#, fuzzy\nmsgid "Introduction"\nmsgstr "fr1 ', 'msgid "Introduction"\nmsgstr "')
    rows = json.loads(demo.run("status", "--lang", "fr", "--json").output)
    (row,) = [one for one in rows if one["document"] == "introduction"]
    counts = row["entries"]
    assert (counts["approved-unchanged"], counts["post-edited"], counts["draft"]) == (1, 1, 1)


def test_a_second_run_asks_nothing_and_changes_no_byte(demo: Workshop, machine: Machine) -> None:
    drafting(demo)
    before, asked = tree(demo.root / "locales"), list(machine.asked)
    run = drafting(demo)
    assert run.exit_code == 0
    assert tree(demo.root / "locales") == before
    assert machine.asked == asked
    assert "unchanged" in run.output
    assert "words/s" not in run.output


def test_each_sentence_is_asked_for_once_and_again_only_with_another_effort(demo: Workshop, machine: Machine) -> None:
    demo.write(PART, TEXT + "\nOne sentence stands here.\n\nOne more.\n")
    drafting(demo)
    assert machine.asked.count("One sentence stands here.") == 1
    assert machine.asked.count("This one is too hard.") == 2


def test_drafts_thrown_away_come_back_from_memory(demo: Workshop, machine: Machine) -> None:
    drafting(demo)
    before, asked = tree(demo.root / "locales"), len(machine.asked)
    for path in (demo.root / "locales").rglob("*.po"):
        path.unlink()
    drafting(demo)
    assert tree(demo.root / "locales") == before
    assert len(machine.asked) == asked


def test_another_server_is_asked_itself(demo: Workshop, machine: Machine) -> None:
    """Its address is no part of the origin, which stands in public files; its words are its own all the same."""
    drafting(demo, "--server", "http://localhost:1")
    asked = len(machine.asked)
    for server, again in (("http://localhost:2", 2), ("http://localhost:1", 2)):
        for path in (demo.root / "locales").rglob("*.po"):
            path.unlink()
        drafting(demo, "--server", server)
        assert len(machine.asked) == again * asked


def test_without_its_memory_the_next_run_asks_once_more(demo: Workshop, machine: Machine) -> None:
    drafting(demo)
    asked = len(machine.asked)
    demo.write(MEMORY, b"damaged, whoever did it")
    for path in (demo.root / "locales").rglob("*.po"):
        path.unlink()
    run = drafting(demo)
    assert len(machine.asked) == 2 * asked
    assert "note M034" in run.errors
    assert run.exit_code == 0


def test_texts_are_translated_from_the_language_they_are_in(demo: Workshop, machine: Machine) -> None:
    demo.edit("content/demo/sources/example-source.md", "language: en\n", "language: fa\n")
    run = drafting(demo, "--json")
    pairs = {origin.split()[1] for report in json.loads(run.output) for origin in report["machines"]}
    source = read_po((demo.root / "locales/fr/LC_MESSAGES/demo/sources/example-source.po").read_bytes(), "fr.po")
    named = {entry.origin.description.split()[1] for entry in source.active if entry.origin}
    assert pairs == {"en-fr", "fa-fr"}
    assert "fa-fr" in named


def test_a_pair_that_is_not_known_does_not_stop_the_others(demo: Workshop, machine: Machine) -> None:
    machine.unknown = frozenset({"en-fa"})
    run = demo.run("draft", "--engine", ENGINE)
    assert run.exit_code == 1
    assert run.errors.count("error M003: there is no way from en into fa") == 1
    assert entries(demo)["Introduction"] == ("fr1 Introduction", True)
    assert entries(demo, PO.replace("/fr/", "/fa/"))["Introduction"] == ("", False)


def test_an_engine_that_is_not_needed_need_not_be_there(demo: Workshop, machine: Machine) -> None:
    drafting(demo)
    translated(demo, "This one is too hard.", "Trop difficile.")
    machine.unknown = frozenset({"en-fr"})
    run = drafting(demo)
    assert (run.exit_code, run.errors) == (0, "")


# -- what a person wrote


def test_a_persons_words_are_kept_and_counted(demo: Workshop, machine: Machine) -> None:
    demo.run("update", "--lang", "fr")
    translated(demo, "One sentence stands here.", "Une phrase.")
    run = drafting(demo)
    assert entries(demo)["One sentence stands here."] == ("Une phrase.", False)
    assert ", 1 kept: a person’s words" in run.output


def test_stale_drafts_are_made_anew_where_asked_and_only_where_nobody_touched_them(demo: Workshop, machine: Machine) -> None:
    drafting(demo)
    demo.edit(PO, 'msgstr "fr1 One sentence stands here."', 'msgstr "Une phrase se trouve ici."')
    demo.edit(PART, "One sentence stands here.", "One sentence stood here.")
    demo.edit(PART, "Another one follows, with", "Another one followed, with")
    drafting(demo)
    stale = demo.read(PO)
    assert stale.count("#| msgid") == 2
    run = drafting(demo, "--stale")
    found = entries(demo)
    assert found["One sentence stood here."] == ("Une phrase se trouve ici.", True)
    link = "Another one followed, with [a link](https://example.org/a)."
    assert found[link] == (f"fr1 {link}", True)
    assert demo.read(PO).count("#| msgid") == 1
    assert demo.read(PO).count("#. changed:") == 1
    assert "1 drafted" in run.output


@pytest.mark.parametrize("version", ["1", "2"])
def test_a_passage_like_one_that_stays_gets_a_draft_of_its_own(demo: Workshop, machine: Machine, version: str) -> None:
    """It is no change of the other: without a draft it would wait as stale, which a plain run leaves alone."""
    drafting(demo)
    machine.version = version
    demo.write(PART, TEXT + "\nOne sentence stands here, too.\n")
    drafting(demo)
    assert entries(demo)["One sentence stands here, too."] == (f"fr{version} One sentence stands here, too.", True)
    assert "#| msgid" not in demo.read(PO)


def test_redo_replaces_drafts_of_other_machines_that_nobody_touched(demo: Workshop, machine: Machine) -> None:
    drafting(demo)
    demo.edit(PO, 'msgstr "fr1 One sentence stands here."', 'msgstr "fr1 One sentence stands there."')
    machine.version = "2"
    drafting(demo)
    assert entries(demo)["Introduction"] == ("fr1 Introduction", True)
    drafting(demo, "--redo")
    assert entries(demo)["Introduction"] == ("fr2 Introduction", True)
    assert entries(demo)["One sentence stands here."] == ("fr1 One sentence stands there.", True)
    assert f"# machine: {ENGINE} en-fr 2 draft:" in demo.read(PO)
    before = tree(demo.root / "locales")
    drafting(demo, "--redo")
    assert tree(demo.root / "locales") == before


def test_what_a_person_saves_while_the_machine_works_stays(demo: Workshop, machine: Machine) -> None:
    def meanwhile(sentence: str) -> None:
        if sentence.startswith("One sentence"):
            translated(demo, "Introduction", "Présentation")

    machine.meanwhile = meanwhile
    run = drafting(demo)
    assert run.exit_code == 0
    assert entries(demo)["Introduction"] == ("Présentation", False)
    assert entries(demo)["One sentence stands here."] == ("fr1 One sentence stands here.", True)


def saving(demo: Workshop, monkeypatch: pytest.MonkeyPatch, times: int, mark: bytes = b"machine: testing") -> None:
    """An editor saves the file at the moment it is about to be replaced."""
    real: Callable[..., tuple[str, ...]] = locale_files.write_all
    left = list(range(times))

    def write_all(root: Path, artifacts: object, **named: object) -> tuple[str, ...]:
        if left and any(one.path == PO and mark in one.data for one in artifacts):  # type: ignore[attr-defined]
            demo.write(PO, demo.read(PO) + f"\n# saved {left.pop()}\n")
        return real(root, artifacts, **named)

    monkeypatch.setattr(locale_files, "write_all", write_all)


def test_a_file_saved_at_the_moment_of_writing_is_read_once_more(
    demo: Workshop, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving(demo, monkeypatch, 1)
    demo.run("update")
    run = drafting(demo)
    assert run.exit_code == 0, run.errors
    assert entries(demo)["Introduction"] == ("fr1 Introduction", True)
    assert "# saved 0" in demo.read(PO)


def test_a_file_saved_again_and_again_is_told(demo: Workshop, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    demo.run("update")
    saving(demo, monkeypatch, 9)
    run = drafting(demo)
    assert run.exit_code == 1
    assert "error S009" in run.errors
    assert entries(demo)["Introduction"] == ("", False)
    assert "# saved 7" in demo.read(PO)


def test_a_file_saved_while_it_is_updated_is_read_once_more(
    demo: Workshop, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo.run("update")
    demo.edit(PART, "One sentence", "Some sentence")
    saving(demo, monkeypatch, 1, b"Some sentence")
    run = drafting(demo)
    assert run.exit_code == 0, run.errors
    assert entries(demo)["Some sentence stands here."] == ("fr1 Some sentence stands here.", True)
    assert "# saved 0" in demo.read(PO)


def test_a_file_that_cannot_be_read_any_more_stops_no_other(demo: Workshop, machine: Machine) -> None:
    def meanwhile(sentence: str) -> None:
        demo.write(PO, 'msgid "broken\n')

    machine.meanwhile = meanwhile
    run = drafting(demo)
    assert run.exit_code == 1
    assert "error T001" in run.errors
    assert demo.read(PO) == 'msgid "broken\n'
    assert all(text for text, _ in list(entries(demo, PO.replace("introduction", "dossier")).values())[:1])


def test_other_commands_may_write_while_the_machine_works(demo: Workshop, machine: Machine) -> None:
    def meanwhile(sentence: str) -> None:
        with (demo.root / LOCK).open("r+") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # refused if the command itself had the lock

    machine.meanwhile = meanwhile
    assert drafting(demo).exit_code == 0
    assert machine.asked


# -- what nobody must see


def test_a_withheld_name_comes_neither_to_the_machine_nor_into_memory(demo: Workshop, machine: Machine) -> None:
    name = "Maristela Quillwater"
    demo.write(PART, TEXT.replace("One sentence stands", f"{name} stands"))
    demo.edit("content/demo/dossier.toml", 'language = "en"\n', f'withhold = ["{name}"]\nlanguage = "en"\n')
    run = drafting(demo)
    assert run.exit_code == 0, run.errors
    assert machine.asked
    assert not [sentence for sentence in machine.asked if "Quillwater" in sentence]
    assert not [path for path, data in tree(demo.root).items() if b"Quillwater" in data and not path.startswith("content/")]


def test_the_key_of_a_server_is_written_nowhere(demo: Workshop, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_SERVER_KEY", "k3y-of-mine")
    run = drafting(demo, "--server", "http://localhost:1", "--threads", "3")
    assert machine.settings is not None
    assert (machine.settings.key, machine.settings.server, machine.settings.threads) == ("k3y-of-mine", "http://localhost:1", 3)
    assert "k3y" not in run.output + run.errors
    assert not [path for path, data in tree(demo.root).items() if b"k3y-of-mine" in data]


def test_the_engine_may_be_named_by_the_environment(demo: Workshop, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_ENGINE", ENGINE)
    assert demo.run("draft", "--lang", "fr").exit_code == 0
    assert machine.asked


def test_what_an_engine_says_cannot_break_a_file(demo: Workshop, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    from dossier.translation.engines.engine import Reply
    from drafting_bench import _Way

    hostile = 'a\r\nmsgid "x"\x00\x1b[2J\u2028\ud800\\'
    monkeypatch.setattr(_Way, "translate", lambda self, sentences, effort: ((i, Reply(hostile)) for i in range(len(sentences))))
    run = drafting(demo)
    assert run.exit_code == 0, run.errors
    text, _ = entries(demo)["Introduction"]
    assert text == 'a  msgid "x"  [2J  \\'
    for path in (demo.root / "locales/fr").rglob("*.po"):
        subprocess.run([require("msgfmt"), "--check-format", "-o", "/dev/null", str(path)], check=True)


@pytest.mark.parametrize("indices", [(0, 99), (0,), (-1,)])
def test_an_engine_that_answers_something_else_is_told(
    demo: Workshop, machine: Machine, monkeypatch: pytest.MonkeyPatch, indices: tuple[int, ...]
) -> None:
    from dossier.translation.engines.engine import Reply
    from drafting_bench import _Way

    monkeypatch.setattr(_Way, "translate", lambda self, sentences, effort: ((index, Reply("x")) for index in indices))
    run = drafting(demo)
    assert run.exit_code == 1
    assert "error M006" in run.errors


# -- saying what was done


def test_a_warning_of_the_engine_is_told_once_before_it_is_asked(demo: Workshop, machine: Machine) -> None:
    machine.warnings = (Diagnostic(CODES["M005"], "texts travel unencrypted to http://x.org"),)
    run = demo.run("draft", "--engine", ENGINE)
    assert run.errors.count("warning M005") == 1
    assert run.errors.index("M005") < run.errors.index("M032")


def test_a_dry_run_writes_nothing_and_asks_nothing(demo: Workshop, machine: Machine) -> None:
    before = tree(demo.root)
    run = drafting(demo, "--dry-run")
    assert tree(demo.root) == before
    assert machine.asked == []
    assert "would be drafted by testing en-fr 1" in run.output
    wanted = json.loads(drafting(demo, "--dry-run", "--json").output)[0]["wanted"]
    assert sum(json.loads(drafting(demo, "--json").output)[0][outcome] for outcome in ("drafted", "empty")) == wanted


def test_a_dry_run_counts_what_a_draft_will_fill(demo: Workshop, machine: Machine) -> None:
    """A draft of this machine is not carried to where the same words come to stand: there, too, it makes one."""
    drafting(demo)
    demo.edit("content/demo/dossier.toml", '["introduction.md"]', '["introduction.md", "more.md"]')
    demo.write("content/demo/more.md", "---\ntitle: More\n---\n\nOne sentence stands here.\n")
    (planned,) = json.loads(drafting(demo, "--dry-run", "--json").output)
    (done,) = json.loads(drafting(demo, "--json").output)
    assert (planned["wanted"], done["wanted"]) == (3, 3)  # with the one that is too hard
    assert {name: done[name] for name in ("words", "kept", "machines")} == {
        name: planned[name] for name in ("words", "kept", "machines")
    }


def test_a_dry_run_tells_of_the_other_languages_where_one_cannot_be_read(demo: Workshop, machine: Machine) -> None:
    drafting(demo)
    demo.write(PO, 'msgid "broken\n')
    for more in ((), ("--dry-run",)):
        run = demo.run("draft", "--engine", ENGINE, *more)
        assert (run.exit_code, "error T001" in run.errors) == (1, True)
        assert "demo fa: " in run.output


def test_an_engine_that_is_not_there_is_told_also_where_nothing_is_wanted(demo: Workshop, machine: Machine) -> None:
    drafting(demo)
    translated(demo, "This one is too hard.", "Trop difficile.")
    for more in ((), ("--dry-run",)):
        run = demo.run("draft", "--lang", "fr", "--engine", "nonsense", *more)
        assert (run.exit_code, run.codes, run.output) == (1, {"M001"}, "")


def test_findings_have_the_line_of_their_translation(demo: Workshop, machine: Machine) -> None:
    run = drafting(demo, "--json")
    (report,) = json.loads(run.output)
    lines = demo.read(PO).splitlines()
    found = {one["code"]: one for one in report["findings"] if one["file"] == PO}
    assert set(found) == {"M032", "M033"}
    assert lines[found["M032"]["line"] - 1] == 'msgstr ""'
    assert lines[found["M033"]["line"] - 1].startswith("msgstr")
    assert found["M032"]["details"] == {"reason": "it is too hard"}


def test_of_many_findings_a_few_are_shown_and_the_rest_counted(demo: Workshop, machine: Machine) -> None:
    demo.write(PART, TEXT + "".join(f"\nNumber {number} is too hard.\n" for number in range(20)))
    run = drafting(demo)
    assert run.errors.count("warning M032") == 3
    assert "more of M032: see the comments in the locale files, or --json" in run.errors
    assert run.exit_code == 0


def test_gettext_accepts_every_file(demo: Workshop, machine: Machine) -> None:
    drafting(demo)
    for path in (demo.root / "locales/fr").rglob("*.po"):
        subprocess.run([require("msgfmt"), "--check-format", "-o", "/dev/null", str(path)], check=True)


def test_batches_are_large_and_in_order() -> None:
    from types import SimpleNamespace

    sheets = [SimpleNamespace(words=words) for words in (10, 4_000, 1_500, 6_000, 1)]
    found = [[one.words for one in batch] for batch in draft_desk.batches(sheets)]  # type: ignore[arg-type]
    assert found == [[10, 4_000, 1_500], [6_000], [1]]
    many = [SimpleNamespace(words=1_000)] * 1_000
    assert len(list(draft_desk.batches(many))) == 20  # type: ignore[arg-type]


# -- breaking off


def test_ctrl_c_keeps_what_was_made(demo: Workshop, machine: Machine) -> None:
    def meanwhile(sentence: str) -> None:
        if len(machine.asked) == 3:
            raise KeyboardInterrupt

    machine.meanwhile = meanwhile
    run = drafting(demo)
    assert run.exit_code == 130
    assert run.errors == "interrupted; what was drafted is kept, and the same command goes on from there\n"
    made = list(machine.asked)
    assert len(made) == 3
    machine.meanwhile = lambda sentence: None
    assert drafting(demo).exit_code == 0
    assert not set(made) & set(machine.asked[3:])
    assert entries(demo)["Introduction"] == ("fr1 Introduction", True)


# -- never in a build

_BUILD = """
import sys
from click.testing import CliRunner
from dossier.cli.main import main
done = CliRunner().invoke(main, ["-C", sys.argv[1], "build", "--lang", "fr", "--output", "html"])
assert done.exit_code == 0, done.output
names = ("dossier.translation.engines", "dossier.translation.drafting", "dossier.pipeline.draft", "ctranslate2", "sentencepiece",
         "sentencex", "httpx", "argostranslate", "sqlite3")
print([name for name in sys.modules if name.startswith(names)])
"""


def test_a_build_knows_no_machine(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    done = subprocess.run([sys.executable, "-c", _BUILD, str(workshop.root)], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("[]\n", 0), done.stderr
