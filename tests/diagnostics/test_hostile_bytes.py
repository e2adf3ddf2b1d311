"""Whatever stands in the files: ``dossier check`` ends with findings, and changes nothing."""

from pathlib import Path

import pytest
from cases import findings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.model.codes import CODES
from dossier.model.diagnostics import Severity
from machine import tree
from workshop import Workshop

FILES = (
    "content/demo/dossier.toml",
    "content/demo/introduction.md",
    "content/demo/images/example.svg",
    "content/demo/sources/example-source.md",
    "locales/fa/LC_MESSAGES/demo/introduction.po",
    "locales/fr/LC_MESSAGES/demo/dossier.po",
    "locales/fr/LC_MESSAGES/demo/sources/example-source.po",
)
SIGNS = (
    b'"',
    b"'",
    b"\n",
    b"\r",
    b"\x00",
    b"\\",
    b"[",
    b"{",
    b"<",
    b"![",
    b"---\n",
    b"#~ ",
    b'msgid "',
    b"\xe2\x80\xa8",
    b"\xff\xfe",
)
positions = st.floats(0, 1, exclude_max=True)
changes = st.one_of(
    st.tuples(st.just("flip"), positions, st.binary(min_size=1, max_size=1)),
    st.tuples(st.just("delete"), positions, st.binary(min_size=1, max_size=60)),
    st.tuples(st.just("insert"), positions, st.one_of(st.sampled_from(SIGNS), st.binary(min_size=1, max_size=4))),
    st.tuples(st.just("truncate"), positions, st.just(b"")),
)


def changed(data: bytes, change: tuple[str, float, bytes]) -> bytes:
    kind, position, piece = change
    at = int(position * len(data))
    before, behind = data[:at], data[at:]
    match kind:
        case "flip":
            return before + piece + behind[1:]
        case "delete":
            return before + behind[len(piece) :]
        case "insert":
            return before + piece + behind
        case _:
            return before


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop.demo(tmp_path_factory.mktemp("hostile") / "demo")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(FILES), damage=st.lists(changes, min_size=1, max_size=4))
def test_check_has_findings_and_no_accident(workshop: Workshop, path: str, damage: list[tuple[str, float, bytes]]) -> None:
    whole = (workshop.root / path).read_bytes()
    data = whole
    for change in damage:
        data = changed(data, change)
    workshop.write(path, data)
    before = tree(workshop.root)
    try:
        run = workshop.run("check")  # an exception other than SystemExit is raised here
        found = findings(run)
        assert run.exit_code == int(any(CODES[one.code].severity is Severity.ERROR for one in found))
        assert all(one.place for one in found)
        assert tree(workshop.root) == before
    finally:
        workshop.write(path, whole)


@pytest.mark.parametrize("path", FILES)
def test_an_empty_file_is_no_accident_for_any_command(path: str, tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.write(path, b"")
    for command in (("check",), ("status",), ("update",), ("build", "--lang", "fr", "--output", "html")):
        assert workshop.run(*command).exit_code in (0, 1)
    if path.endswith(".po"):
        assert 'msgid ""\nmsgstr ""\n"Project-Id-Version' in workshop.read(path)
