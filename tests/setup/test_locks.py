"""The locks: names, versions and hashes of everything, and nothing else."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions

import pytest
from repository import ROOT, pyproject

LOCKS = ("runtime", "build", "mt", "assets", "test", "specs", "check")
UNLOCKED = {"argos", "print", "symbols"}
"""Extras. The first brings PyTorch, and nothing here is judged by it; what is used of the others is in the lock "assets"."""
PINNED = re.compile(r"^(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[^ ;]+)(?: ; [^\\]+?)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


@cache
def lines(lock: str) -> tuple[str, ...]:
    return tuple((ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8").splitlines())


def pins(lock: str) -> dict[str, str]:
    found = filter(None, map(PINNED.match, lines(lock)))
    return {match["name"]: match["version"] for match in found}


def normal(requirement: str) -> str:
    """The name in a requirement, as https://packaging.python.org/en/latest/specifications/name-normalization/ writes it."""
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_names_versions_and_hashes_only(lock: str) -> None:
    for line in lines(lock):
        assert PINNED.match(line) or HASH.match(line) or line.startswith("    # "), line
        assert "://" not in line, line


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_in_a_lock_has_a_hash(lock: str) -> None:
    for line, following in zip(lines(lock), lines(lock)[1:], strict=False):
        if PINNED.match(line):
            assert HASH.match(following), line


def test_what_the_project_asks_for_is_locked() -> None:
    asked = pyproject()
    extras = {name: needed for name, needed in asked["project"]["optional-dependencies"].items() if name not in UNLOCKED}
    groups = {"runtime": asked["project"]["dependencies"], **extras, **asked["dependency-groups"]}
    assert sorted(groups) == sorted(LOCKS)
    for lock, requirements in groups.items():
        assert {normal(requirement) for requirement in requirements} <= pins(lock).keys(), lock


def test_no_two_locks_differ_about_a_version() -> None:
    versions: dict[str, str] = {}
    for lock in LOCKS:
        for name, version in pins(lock).items():
            assert versions.setdefault(name, version) == version, f"{name} in {lock}.txt"


def imported() -> Iterator[str]:
    """The top-level modules that the programme imports, other than itself and the standard library."""
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            yield from (name.partition(".")[0] for name in names)


def test_what_the_programme_imports_is_asked_for_by_name() -> None:
    project = pyproject()["project"]
    requirements = (*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra))
    asked = {normal(requirement) for requirement in requirements}
    known = packages_distributions()
    modules = set(imported()) - sys.stdlib_module_names - {"dossier"}
    assert modules, "nothing was read"
    # What an extra that is not installed brings has the name of its package.
    assert [name for name in sorted(modules) if not asked & {normal(owner) for owner in known.get(name, [name])}] == []
