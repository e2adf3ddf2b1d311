import pickle

import pytest
from memory_files import DOSSIER, PART, SOURCE, MemoryFiles, project

from dossier.content.load import load_dossier
from dossier.model.diagnostics import DossierError
from dossier.model.document import DocumentKind, Dossier

PATH = "content/demo/dossier.toml"


def loaded(files: MemoryFiles) -> tuple[Dossier, list[str]]:
    dossier, findings = load_dossier(files, PATH)
    return dossier, [str(found).replace("content/demo/", "") for found in findings]


def refused(files: MemoryFiles) -> list[str]:
    """First lines of the findings with which the dossier is refused."""
    with pytest.raises(DossierError) as caught:
        load_dossier(files, PATH)
    return [str(found).replace("content/demo/", "").split("\n")[0] for found in caught.value.diagnostics]


def test_a_sound_dossier_is_whole() -> None:
    dossier, findings = loaded(project())
    assert findings == []
    assert [(document.id, document.kind, document.language, document.body_line) for document in dossier.documents] == [
        ("dossier", DocumentKind.DOSSIER, "en", 0),
        ("summary", DocumentKind.PART, "en", 3),
        ("sources/letter", DocumentKind.SOURCE, "en", 15),
    ]
    assert dossier.parts[0].blocks[0].attrs == {"id": "facts"}
    assert dossier.parts[0].digest.startswith("sha256:")


def test_a_dossier_can_be_sent_to_another_process() -> None:
    dossier, _ = loaded(project())
    assert pickle.loads(pickle.dumps(dossier)).parts[0].text == dossier.parts[0].text


def test_strings_that_readers_see_have_key_and_place() -> None:
    toml = DOSSIER + 'subtitle = "S"\nkeywords = ["one", "two"]\n'
    source = SOURCE.replace("rights:", "notices: [first, second]\ntitle-short: L\nrights:")
    dossier, _ = loaded(project({"dossier.toml": toml, "sources/letter.md": source}))
    assert [(string.key, string.text, str(string.place)) for string in dossier.front.strings] == [
        ("title", "A demo", f"{PATH}:2:9"),
        ("subtitle", "S", f"{PATH}:7:12"),
        ("keywords.0", "one", f"{PATH}:8:13"),
        ("keywords.1", "two", f"{PATH}:8:20"),
    ]
    assert [(string.key, string.text, string.place.line, string.place.column) for string in dossier.sources[0].strings] == [
        ("title", "A letter", 3, 8),
        ("title-short", "L", 10, 14),
        ("rights", "unknown to us", 11, 9),
        ("notices.0", "first", 9, 11),
        ("notices.1", "second", 9, 18),
        ("evidence.title", "from its first line", 14, 10),
    ]


def test_a_part_may_have_its_own_language() -> None:
    dossier, _ = loaded(project({"summary.md": PART.replace("---\n#", "language: fa\n---\n#")}))
    assert dossier.parts[0].language == "fa"


def test_sources_are_those_listed_by_file_or_id() -> None:
    other = SOURCE.replace("id: letter", "id: other")
    files = {"sources/other.md": other, "dossier.toml": DOSSIER + 'sources = ["other", "sources/letter.md"]\n'}
    dossier, _ = loaded(project(files))
    assert [document.id for document in dossier.sources] == ["sources/other", "sources/letter"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"dossier.toml": None}, ["dossier.toml: error C013: there is no file “dossier.toml”"]),
        ({"dossier.toml": b"\xff"}, ["dossier.toml:1:1: error C001: byte 0xFF is not UTF-8"]),
        (
            {"dossier.toml": DOSSIER.replace('"demo"', '"other"')},
            ["dossier.toml:1:6: error C009: the id “other” is not the name of the dossier's folder, “demo”"],
        ),
        ({"summary.md": None}, ["dossier.toml:6:10: error C013: there is no file “summary.md”"]),
        ({"summary.md": "---\ntitle: T\n---\n \n"}, ["summary.md:3:1: error C004: no text follows the front matter"]),
        ({"summary.md": ""}, ["summary.md:1:1: error C004: the file is empty"]),
        ({"summary.md": "text\n"}, ["summary.md:1:1: error C018: the first line is not ---"]),
        (
            {"sources/letter.md": SOURCE.split("The letter")[0]},
            ["sources/letter.md:15:1: error C004: no text follows the front matter"],
        ),
        (
            {"sources/letter.md": SOURCE.replace("id: letter", "id: lettre")},
            ["sources/letter.md:2:5: error C009: the id “lettre” is not the name of the file, “letter”"],
        ),
        (
            {"sources/letter.md": SOURCE.replace("  issued: text", "  isued: text")},
            ["sources/letter.md:13:3: error C008: the key “evidence.isued” is unknown"],
        ),
        (
            {"dossier.toml": DOSSIER.replace('["summary.md"]', '["summary.md", "notes/summary.md"]')},
            ["dossier.toml:6:24: error C012: the id “summary” is used a second time"],
        ),
        (
            {"dossier.toml": DOSSIER.replace('["summary.md"]', '["summary.md", "summary.md"]')},
            ["dossier.toml:6:24: error C012: the id “summary” is used a second time"],
        ),
        (
            {"dossier.toml": DOSSIER + 'sources = ["letter", "sources/letter.md"]\n'},
            ["dossier.toml:7:22: error C012: the id “letter” is used a second time"],
        ),
        (
            {"dossier.toml": DOSSIER.replace('["summary.md"]', '["summary.md", "dossier.md"]')},
            ["dossier.toml:6:24: error C012: the id “dossier” is used a second time"],
        ),
        (
            {"dossier.toml": DOSSIER.replace('["summary.md"]', '["My Summary.md"]')},
            ["dossier.toml:6:10: error C009: “My Summary.md” cannot be the name of a document"],
        ),
        (
            {"dossier.toml": DOSSIER.replace('["summary.md"]', '["summary.txt"]')},
            ["dossier.toml:6:10: error C009: “summary.txt” is no Markdown file"],
        ),
        (
            {"dossier.toml": DOSSIER.replace('["summary.md"]', '["../../../x.md"]')},
            ["dossier.toml:6:10: error C014: “../../../x.md” lies outside the project"],
        ),
        (
            {"dossier.toml": DOSSIER.replace('["summary.md"]', '["/etc/x.md"]')},
            ["dossier.toml:6:10: error C014: “/etc/x.md” lies outside the project"],
        ),
    ],
)
def test_dossier_is_refused_at_file_line_and_column(changes: dict[str, str | bytes | None], told: list[str]) -> None:
    assert refused(project(changes)) == told


def test_a_file_behind_a_symbolic_link_to_elsewhere_is_refused() -> None:
    files = project(outside=["content/demo/summary.md"])
    assert refused(files) == ["dossier.toml:6:10: error C014: “summary.md” is a link that leads out of the project"]


def test_missing_file_is_told_with_the_nearest_name() -> None:
    with pytest.raises(DossierError) as caught:
        load_dossier(project({"summary.md": None, "sumary.md": PART}), PATH)
    assert str(caught.value).endswith("  mend  did you mean “sumary.md”?")


def test_all_findings_of_all_files_are_told_at_once() -> None:
    changes = {
        "dossier.toml": "\ufeff" + DOSSIER.replace('date = "2026-01-02"', 'dat = "x"'),
        "summary.md": "---\r\ntitle: T\r\ntitel: T\r\n---\r\n",
        "sources/letter.md": SOURCE.replace("1988-09", "1988-13"),
        "sources/other.md": "---\nid: [\n---\n",
    }
    assert refused(project(changes)) == [
        "dossier.toml:1:1: warning C002: the file begins with U+FEFF, a byte order mark",
        "dossier.toml:1:1: error C007: the key “date” is missing",
        "dossier.toml:5:1: error C008: the key “dat” is unknown",
        "sources/letter.md:6:9: error C010: “1988-13” in “issued” is no EDTF date",
        "sources/other.md:3:1: error C006: a value is missing, or a list is not closed",
        "summary.md:1:4: warning C003: 4 lines end in CR LF",
        "summary.md:3:1: error C008: the key “titel” is unknown",
        "summary.md:4:1: error C004: no text follows the front matter",
    ]


def test_a_source_that_was_not_consulted_may_have_no_text() -> None:
    source = SOURCE.split("The letter")[0].replace("excerpt", "not-consulted")
    assert loaded(project({"sources/letter.md": source}))[1] == []


def test_silence_of_a_source_is_told_for_each_field() -> None:
    source = SOURCE.replace("rights: unknown to us\n", "").replace("https://example.org/letter", "")
    _, findings = loaded(project({"sources/letter.md": source}))
    assert findings == [
        "sources/letter.md:7:1: error C019: the source says nothing about “URL”\n"
        "  mend  give “URL”, or write under evidence: “URL: unknown”",
        "sources/letter.md:10:1: error C019: the source says nothing about “rights”\n"
        "  mend  give “rights”, or write under evidence: “rights: unknown”",
    ]


def test_not_knowing_on_purpose_is_no_silence() -> None:
    source = SOURCE.replace("rights: unknown to us\n", "").replace("  issued: text", "  rights: unknown")
    assert loaded(project({"sources/letter.md": source}))[1] == []


def test_raw_html_is_told_where_it_is_not_allowed() -> None:
    part = PART + "\n<div>\nx\n</div>\n\na < b and <b>bold</b> `<i>`\n"
    _, findings = loaded(project({"summary.md": part}))
    assert [finding.split("\n")[0] for finding in findings] == [
        "summary.md:8:1: warning C017: “<div>” is shown as it was typed",
        "summary.md:12:11: warning C017: “<b>” is shown as it was typed",
    ]
    allowed = {"summary.md": part, "dossier.toml": DOSSIER + "[markdown]\nraw-html = true\n"}
    assert loaded(project(allowed))[1] == []


def test_less_than_is_no_raw_html() -> None:
    assert loaded(project({"summary.md": PART + "\n1 < 2 and `<b>` and <https://example.org>\n"}))[1] == []
