import pytest

from dossier.content.front_matter import split_front_matter
from dossier.content.schema import validate
from dossier.content.toml_file import read_toml
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.records import DossierConfig, SourceRecord

GOOD = {
    "id": '"demo"',
    "title": '"T"',
    "language": '"en"',
    "languages": '["en"]',
    "date": '"2026-01-02"',
    "parts": '["a.md"]',
}


def short(found: Diagnostic) -> str:
    """The finding without “error” and “mend”, to fit a line."""
    return str(found).replace("d.toml:", "").replace(": error", "").replace("\n  mend  ", " → ")


def config_faults(extra: str = "", **changes: str | None) -> list[str]:
    """The diagnostics for a sound dossier.toml with these changes; ``None`` takes a line out."""
    lines = [f"{key} = {value}" for key, value in {**GOOD, **changes}.items() if value is not None]
    values, places = read_toml("\n".join([*lines, extra]), "d.toml")
    with pytest.raises(DossierError) as caught:
        validate(DossierConfig, values, places)
    return [short(found) for found in caught.value.diagnostics]


def source_faults(matter: str) -> list[str]:
    front = split_front_matter(f"---\n{matter}---\n", "s.md")
    with pytest.raises(DossierError) as caught:
        validate(SourceRecord, front.values, front.places)
    return [short(found) for found in caught.value.diagnostics]


def test_what_is_sound_becomes_a_record() -> None:
    values, places = read_toml("\n".join(f"{key} = {value}" for key, value in GOOD.items()), "d.toml")
    assert validate(DossierConfig, values, places).parts == ("a.md",)


def test_missing_key() -> None:
    assert config_faults(title=None) == ["1:1 C007: the key “title” is missing → add the key “title”"]


def test_missing_key_in_a_table_is_told_at_the_table() -> None:
    faults = source_faults(
        "id: s\npublisher-kind: state\nlanguage: en\nreproduce: full\nsnapshot:\n  media-type: text/plain\n",
    )
    assert faults == ["s.md:6:1 C007: the key “sha256” is missing in “snapshot” → add the key “sha256”"]


@pytest.mark.parametrize(
    ("line", "told", "mend"),
    [
        ('subtitel = "x"', "7:1 C008: the key “subtitel” is unknown", "did you mean “subtitle”?"),
        ('pdf.pagesize = "A5"', "7:1 C008: the key “pdf.pagesize” is unknown", "did you mean “page-size”?"),
        ('editors = [{ famly = "x" }]', "7:14 C008: the key “editors.famly” is unknown", "did you mean “family”?"),
        ("[pdf]\nzzz = 1", "8:1 C008: the key “pdf.zzz” is unknown", "take the key out; known here: page-size, profile"),
        ("raw_html = 1", "7:1 C008: the key “raw_html” is unknown", "take the key out"),
    ],
)
def test_unknown_key_with_what_was_probably_meant(line: str, told: str, mend: str) -> None:
    (fault,) = config_faults(line)
    assert fault.startswith(f"{told} → {mend}")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"date": '"9 December 2020"'}, "5:8 C010: “9 December 2020” in “date” is no day → write the day as YYYY-MM-DD"),
        ({"language": '"persian"'}, "3:12 C011: “persian” in “language” is no language tag → did you mean “fa”?"),
        ({"language": '"en_US"'}, "3:12 C011: “en_US” in “language” is no language tag → did you mean “en-US”?"),
        (
            {"languages": '["en", "zz"]'},
            "4:20 C011: “zz” in “languages” is no language tag → use the language's tag: en, fr, fa, ar, zh-Hans",
        ),
        ({"id": '"A b"'}, "1:6 C009: “A b” in “id” is no id → use small letters a–z and digits"),
        ({"title": '""'}, "2:9 C009: “title” is empty → give “title” a value"),
        ({"title": "3"}, "2:9 C009: “title” takes text → put the value between quotation marks"),
        ({"parts": '"a.md"'}, "6:9 C009: “parts” takes a list → write a list"),
        ({"parts": "[]"}, "6:9 C009: “parts” is empty"),
        ({"outputs": '["pfd"]'}, "7:12 C009: “pfd” is no value of “outputs” → did you mean “pdf”?"),
        ({"status": '"x"'}, "7:10 C009: “x” is no value of “status” → write one of: draft, reviewed"),
        (
            {"version": '"0.2"', "replaces": '"0.2"'},
            "8:12 C009: “0.2” in “replaces” is not valid: a version cannot replace itself",
        ),
        ({"pdf": "3"}, "7:7 C009: “pdf” takes a table of keys"),
        ({"markdown": '{ raw-html = "maybe" }'}, "7:25 C009: “markdown.raw-html” takes true or false"),
    ],
)
def test_wrong_value_is_told_at_the_value(changes: dict[str, str], told: str) -> None:
    (fault,) = config_faults(**changes)
    assert fault.startswith(told)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("issued: 2020-13-01", "s.md:6:9 C010: “2020-13-01” in “issued” is no EDTF date"),
        ("issued: last spring", "s.md:6:9 C010: “last spring” in “issued” is no EDTF date"),
        ("evidence: {title: guessed}", "s.md:6:19 C009: “guessed” in “evidence.title” is not valid: expected “text”"),
        ("evidence: {title: [a]}", "s.md:6:19 C009: “evidence.title” takes text"),
        ("author:\n  - Jane", "s.md:7:5 C009: an item of “author” takes a table of keys"),
        ("snapshot: {sha256: abc, media-type: a/b}", "s.md:6:20 C009: “abc” in “snapshot.sha256” is no SHA-256 digest"),
        (
            f"snapshot: {{sha256: {'0' * 64}, media-type: a/b, retrieved: x}}",
            "s.md:6:114 C010: “x” in “snapshot.retrieved” is no EDTF date",
        ),
    ],
)
def test_faults_of_sources(line: str, told: str) -> None:
    (fault,) = source_faults(f"id: s\npublisher-kind: state\nlanguage: en\nreproduce: full\n{line}\n")
    assert fault.startswith(told)


def test_all_faults_are_told_at_once_without_jargon() -> None:
    faults = config_faults('ttle = "x"\npolicy = { draft = 3 }', title=None, date='"x"', language='"xx"', parts="[1, 2]")
    assert [fault.split()[1].rstrip(":") for fault in faults] == ["C007", "C011", "C010", *["C009"] * 3, "C008"]
    assert not any(word in " ".join(faults) for word in ("Input", "tuple", "pydantic", "extra", "Field", "isoformat"))
