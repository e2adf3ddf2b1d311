"""Templates: overridden file by file, fenced in, and told with file and line when they fail."""

from types import CodeType

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment
from small_dossier import edition, load, original

from dossier.edition.catalogs import Messages
from dossier.edition.environment import Templates, layered, rendered
from dossier.edition.pages import print_bundle
from dossier.language.registry import language
from dossier.model.diagnostics import DossierError


def show(text: str, **values: object) -> str:
    return rendered(layered({"x.html.j2": text.encode()}), "x.html.j2", Messages(), language("en"), values)


def test_values_are_escaped() -> None:
    assert show("{{ word }}", word="<b>&") == "&lt;b&gt;&amp;"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n{% if %}", 2),
        ("a\nb\n{{ nothing }}", 3),
        ("{{ ''.__class__.__mro__ }}", 1),
        ("a\n{{ 1 / 0 }}", 2),
        ("a\n{{ 'x' + 1 }}", 2),
        ("a\n{% include 'gone.j2' %}", 2),
    ],
)
def test_a_template_that_fails_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(DossierError) as caught:
        show(text)
    (found,) = caught.value.diagnostics
    assert found.code.id == "P004"
    assert found.place is not None
    assert (found.place.file, found.place.line) == ("templates/x.html.j2", line)


def test_a_template_in_another_encoding_is_told() -> None:
    with pytest.raises(DossierError, match="C001"):
        rendered(layered({"x.html.j2": b"a\n\xe9"}), "x.html.j2", Messages(), language("en"), {})


def test_a_user_overrides_one_file_and_keeps_the_others(templates: Templates) -> None:
    own = {"macros/contents.j2": b"{% macro tree(headings, deepest=3) %}OWN CONTENTS{% endmacro %}", "print/logo.svg": b"<svg/>"}
    bundle = print_bundle(edition(original(load())), layered(templates.files, own))
    assert "OWN CONTENTS" in bundle.html
    assert '<table class="card">' in bundle.html
    assert bundle.assets["logo.svg"].media_type == "image/svg+xml"
    assert bundle.assets["style.css"] == print_bundle(edition(original(load())), templates).assets["style.css"]


def test_a_template_is_compiled_once_for_a_language(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    compile_ = ImmutableSandboxedEnvironment.compile

    def noted(environment: ImmutableSandboxedEnvironment, source: str, *others: str) -> CodeType:
        seen.append(source)
        return compile_(environment, source, *others)

    monkeypatch.setattr(ImmutableSandboxedEnvironment, "compile", noted)
    first, second = "{{ 1986 | digits }} compiled once", "{{ 1986 | digits }} and compiled again"
    files = layered({"x.html.j2": first.encode()})
    shown = [rendered(files, "x.html.j2", Messages(), language(tag), {}) for tag in ("en", "fa", "en", "fa")]
    # (The compiler asks the filter itself: had the second language its code from the first, its digits would be wrong.)
    assert shown == ["1986 compiled once", "۱۹۸۶ compiled once"] * 2
    assert seen == [first] * 2
    assert show(second) == "1986 and compiled again"
