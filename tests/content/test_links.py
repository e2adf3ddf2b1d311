from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_files import DOSSIER, PART, project

from dossier.content.load import load_dossier
from dossier.model.diagnostics import Diagnostic


def findings(body: str, more: Mapping[str, str] = {}) -> list[str]:
    parts = ["summary.md", *more]
    toml = DOSSIER.replace('["summary.md"]', "[" + ", ".join(f'"{name}"' for name in parts) + "]")
    changes = {"summary.md": f"---\ntitle: T\n---\n{body}", "dossier.toml": toml, **more}
    _, found = load_dossier(project(changes), "content/demo/dossier.toml")
    return [short(item) for item in found]


def short(found: Diagnostic) -> str:
    """The finding without “error” and “mend”, to fit a line."""
    return str(found).replace("content/demo/", "").replace(": error", "").replace("\n  mend  ", " → ")


@pytest.mark.parametrize(
    "body",
    [
        "# Facts\n\n[a](#facts)",
        "## حقوق بشر {#حقوق}\n\n[a](#حقوق) [b](summary.md#حقوق)",
        "[a](https://example.org/x#y) [b](mailto:a@example.org) <https://example.org>",
        "[a](sources/letter.md) [b](./summary.md)",
        "![alt](m.svg){#fig}\n\n[a](#fig)",
        "a[^1] \\[^2] `[^3]`\n\n[^1]: note",
        "    [a](#code)\n",
    ],
)
def test_links_that_lead_somewhere(body: str) -> None:
    assert [item for item in findings(body) if "C013" not in item] == []


def test_a_link_may_lead_into_another_document() -> None:
    other = {"notes.md": "---\ntitle: N\n---\n# Note\n\n[back](summary.md#here) and [anywhere](#here)\n"}
    assert findings("# Here\n\n[a](notes.md#note) [b](#note)", other) == []


PIECES = [
    "[a](#x)",
    "![",
    "](",
    "[^1]",
    "\n[^1]: n",
    "\n\n",
    "\n- ",
    "\n> ",
    "<b>",
    "<!--",
    "# h {#x}\n",
    "|a|\n|-|\n",
    "\\",
    "`",
    "{#y}",
    "\t",
    "ن",
]


@given(st.lists(st.sampled_from(PIECES)))
def test_any_markdown_is_read_and_every_finding_has_its_line(pieces: list[str]) -> None:
    body = "x\n\n" + "".join(pieces)
    lines = body.count("\n") + 4
    _, found = load_dossier(project({"summary.md": f"---\ntitle: T\n---\n{body}"}), "content/demo/dossier.toml")
    assert all(item.place and 4 <= item.place.line <= lines for item in found)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("# Facts\n\nsee [a](#fcats)", "summary.md:6:9 C020: no heading has the id “fcats” → did you mean “#facts”?"),
        (
            "[a](summary.md#zzzz)",
            "summary.md:4:5 C020: no heading has the id “zzzz” → correct the address, or give the target",
        ),
        (
            "- x\n- [a](sumary.md)",
            "summary.md:5:7 C020: “sumary.md” is no document of this dossier → did you mean “summary.md”?",
        ),
        (
            "[a](www.example.org)",
            "summary.md:4:5 C020: “www.example.org” is no document of this dossier → write an address elsewhere",
        ),
        ("[a](../../../x.md)", "summary.md:4:5 C020: “../../../x.md” is no document of this dossier"),
        ("[a]()", "summary.md:4 C020: the link has no address"),
        ("[a](#)", "summary.md:4:5 C020: the link names no heading"),
        ("| a |\n|---|\n| [x](#نه) |", "summary.md:6:7 C020: no heading has the id “نه”"),
        ("a\nb [^1]", "summary.md:5:3 C020: the footnote “1” has no text → write the note: [^1]: its words"),
        ("a[^1]\n\n[^1]: see [x](#y)", "summary.md:6:15 C020: no heading has the id “y”"),
        ("[r][r]\n\n[r]: #gone", "summary.md:4 C020: no heading has the id “gone”"),
        ("# A {#x}\n\n# B {#x}", "summary.md:6:6 C012: the id “x” stands here a second time"),
    ],
)
def test_links_that_lead_nowhere(body: str, told: str) -> None:
    (found,) = findings(body)
    assert found.startswith(told)


def test_the_same_dead_link_twice_has_two_places() -> None:
    assert [item.split(" C")[0] for item in findings("[a](#x) [b](#x)\n[c](#x)")] == [
        "summary.md:4:5",
        "summary.md:4:13",
        "summary.md:5:5",
    ]


def test_links_are_not_judged_while_a_document_cannot_be_read() -> None:
    with pytest.raises(Exception, match="C018") as caught:
        load_dossier(project({"summary.md": PART + "\n[x](#gone)\n", "sources/letter.md": "x"}), "content/demo/dossier.toml")
    assert "C020" not in str(caught.value)


def test_a_misspelt_reference_is_one_fault() -> None:
    assert findings("text[^nte]\n\n[^note]: said\n") == [
        "summary.md:4:5 C020: the footnote “nte” has no text → did you mean [^note]?"
    ]


def test_a_note_that_nothing_refers_to_is_told() -> None:
    assert findings("text[^a]\n\n[^a]: said\n\n[^b]: lost\n") == [
        "summary.md:8:1: warning C021: nothing refers to the footnote “b” → refer to it where it belongs: [^b], or take it out"
    ]
