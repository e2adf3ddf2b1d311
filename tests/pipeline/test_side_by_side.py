"""What is done in several processes is what one process does, errors and all.

Forking is done in a process of its own: the one that runs the tests has threads.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from machine import tree
from workshop import Workshop

PROGRAM = """
import json, os, sys
from dossier.pipeline import side_by_side as module
module.WORTHWHILE, module.processors = int(sys.argv[1]), lambda: 2
forked = []
os.register_at_fork(after_in_parent=lambda: forked.append(1))
from dossier.cli.main import main
try:
    main(["-C", *sys.argv[2:]], standalone_mode=False)
except SystemExit as left:
    code = left.code
else:
    code = 0
print(json.dumps([code, len(forked)]))
"""
ONE_PROCESS, MANY = 10**9, 0


def run(root: Path, worthwhile: int, *command: str) -> tuple[list[int], str, str]:
    """Exit code and number of forks, what was printed, and what was said of errors."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(worthwhile), str(root), *command], capture_output=True, text=True, check=True
    )
    *printed, last = done.stdout.splitlines()
    return json.loads(last), "\n".join(printed), done.stderr


def changed(root: Path) -> Workshop:
    """A demo with something to update, a wrong number, and a name in a header."""
    workshop = Workshop.demo(root)
    workshop.edit("content/demo/introduction.md", "Write the text", "Write all the text")
    po = "locales/fr/LC_MESSAGES/demo/introduction.po"
    workshop.edit(po, "Ce que voient les lecteurs", "Ce que voient 7 lecteurs")
    workshop.edit(po, '"Language: fr\\n"', '"Language: fr\\n"\n"Last-Translator: Jane <jane@example.org>\\n"')
    return workshop


@pytest.mark.parametrize("command", [("update",), ("check",), ("check", "--json"), ("check", "--lang", "fa")])
def test_several_processes_do_what_one_does(tmp_path: Path, command: tuple[str, ...]) -> None:
    one, many = changed(tmp_path / "one").root, changed(tmp_path / "many").root
    (code, forks), *said = run(one, ONE_PROCESS, *command)
    (code_of_many, forks_of_many), *said_by_many = run(many, MANY, *command)
    assert (code, said) == (code_of_many, said_by_many)
    assert forks == 0
    assert forks_of_many >= 2
    assert tree(one) == tree(many)


def test_a_language_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    workshop = changed(tmp_path / "demo")
    workshop.write("locales/fr/LC_MESSAGES/demo/introduction.po", 'msgid "broken\n')
    before = tree(workshop.root / "locales/fr")
    (code, forks), printed, errors = run(workshop.root, MANY, "update")
    assert (code, forks >= 2) == (1, True)
    assert "introduction.po:1:7: error T001" in errors
    assert "demo fa: 29 kept, 1 stale; 1 files written" in printed
    assert tree(workshop.root / "locales/fr") == before
