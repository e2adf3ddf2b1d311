"""The commands, as people call them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli.main import COMMANDS, main
from dossier.model.codes import CODES
from workshop import Workshop


@pytest.fixture
def demo(tmp_path: Path) -> Workshop:
    return Workshop.demo(tmp_path / "demo")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert f"Example:\n    dossier {command}" in result.output


@pytest.mark.parametrize("arguments", [["--help"], ["status", "--json"], ["check"], ["update"], ["explain"]])
def test_commands_that_set_no_pages_do_not_load_the_engines(demo: Workshop, arguments: list[str]) -> None:
    program = (
        "import sys\nfrom dossier.cli.main import main\n"
        f"try: main({['-C', str(demo.root), *arguments]!r})\nexcept SystemExit: pass\n"
        "loaded = {'weasyprint', 'ebooklib'} & set(sys.modules)\nsys.exit(f'loaded: {loaded}' if loaded else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_init_never_writes_over_what_is_there(demo: Workshop) -> None:
    before = demo.read("content/demo/dossier.toml")
    result = CliRunner().invoke(main, ["init", str(demo.root)])
    assert result.exit_code == 1
    assert "error S007" in result.stderr
    assert demo.read("content/demo/dossier.toml") == before


def test_the_new_project_is_complete(demo: Workshop) -> None:
    run = demo.run("check")
    assert (run.exit_code, run.errors, run.output) == (0, "", "0 errors, 0 warnings, 0 notes\n")
    update = demo.run("update")
    assert all("new" not in line for line in update.output.splitlines()[1:]), update.output


def test_status_as_json(demo: Workshop) -> None:
    rows = json.loads(demo.run("status", "--json").output)
    assert {row["language"] for row in rows} == {"fr", "fa"}
    assert sum(row["entries"]["missing"] for row in rows) == 0
    assert sum(row["words"]["draft"] for row in rows) > 100


def test_check_as_json_gives_places(demo: Workshop) -> None:
    demo.edit("content/demo/dossier.toml", "status =", "stauts =")
    run = demo.run("check", "--json")
    found = json.loads(run.output)
    assert run.exit_code == 1
    assert {(one["code"], one["file"], one["severity"]) for one in found} == {("C008", "content/demo/dossier.toml", "error")}
    assert "status" in found[0]["mend"]
    assert found[0]["line"]
    assert found[0]["column"]


def test_explain_knows_every_code() -> None:
    listed = CliRunner().invoke(main, ["explain"]).output
    for code in CODES.values():
        assert code.id in listed
        page = CliRunner().invoke(main, ["explain", code.id.lower()])
        assert page.exit_code == 0
        assert code.title in page.output
        assert "Mend:" in page.output


def test_explain_names_the_nearest_code() -> None:
    result = CliRunner().invoke(main, ["explain", "T03"])
    assert result.exit_code == 1
    assert "did you mean “T003”?" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (["build", "dmo"], "did you mean “demo”?"),
        (["update", "--lang", "fra"], "did you mean “fr”?"),
        (["status", "demos"], "demo"),
    ],
)
def test_unknown_names_are_told_with_the_nearest(demo: Workshop, arguments: list[str], near: str) -> None:
    run = demo.run(*arguments)
    assert run.exit_code == 1
    assert "error S004" in run.errors
    assert near in run.errors


def test_a_folder_without_project(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["-C", str(tmp_path), "status"])
    assert result.exit_code == 1
    assert "error S005" in result.stderr
    assert "dossier init" in result.stderr


def test_a_language_that_only_one_of_two_dossiers_has(demo: Workshop) -> None:
    toml = demo.read("content/demo/dossier.toml")
    demo.write("content/other/dossier.toml", toml.replace('id = "demo"', 'id = "other"').replace('"fr", ', ""))
    demo.write("content/other/introduction.md", "---\ntitle: Other\n---\n\nText.\n")
    assert demo.run("check", "--lang", "fr").exit_code == 0
    assert json.loads(demo.run("status", "--lang", "fr", "--json").output)[-1]["dossier"] == "demo"
    assert "error S004: there is no language “de”" in demo.run("update", "--lang", "de").errors
