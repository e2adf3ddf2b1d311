"""Citations: their syntax, where they are read, their order, and what is said of bad ones."""

import pytest
from memory_files import PART, SOURCE, project

from dossier.content.load import load_dossier
from dossier.content.markdown import finish, parse_blocks
from dossier.content.rules.citations import NAME, in_reading_order, parsed
from dossier.model.citation import Cite, Locator

PAGE, PARAGRAPH = "page", "paragraph"


@pytest.mark.parametrize(
    ("written", "cites"),
    [
        ("[@a]", [Cite("a")]),
        ("[@amnesty-2020_12.09]", [Cite("amnesty-2020_12.09")]),
        ("[@a, para. 4]", [Cite("a", locator=Locator(PARAGRAPH, "4"))]),
        ("[@a para. 4]", [Cite("a", locator=Locator(PARAGRAPH, "4"))]),
        ("[@a, ¶ 4]", [Cite("a", locator=Locator(PARAGRAPH, "4"))]),
        ("[@a, paras. 4–6, 9]", [Cite("a", locator=Locator(PARAGRAPH, "4–6, 9"))]),
        ("[@a, 12]", [Cite("a", locator=Locator(PAGE, "12"))]),
        ("[@a, 1–3]", [Cite("a", locator=Locator(PAGE, "1–3"))]),
        ("[@a, 1 and 2]", [Cite("a", locator=Locator(PAGE, "1 and 2"))]),
        ("[@a, 3a]", [Cite("a", locator=Locator(PAGE, "3a"))]),
        ("[@a, pp. iv–vi]", [Cite("a", locator=Locator(PAGE, "iv–vi"))]),
        ("[@a, § 3.2.1]", [Cite("a", locator=Locator("section", "3.2.1"))]),
        ("[@a, at 00:12:30]", [Cite("a", locator=Locator("timestamp", "00:12:30"))]),
        ("[@a, art. 7]", [Cite("a", locator=Locator("article-locator", "7"))]),
        ("[@a, p. 3, in the caption]", [Cite("a", locator=Locator(PAGE, "3"), suffix=", in the caption")]),
        ("[@a, in the caption]", [Cite("a", suffix=", in the caption")]),
        ("[@a, page nine]", [Cite("a", suffix=", page nine")]),
        ("[see @a; also @b, p. 2]", [Cite("a", prefix="see"), Cite("b", prefix="also", locator=Locator(PAGE, "2"))]),
        ("[-@a]", [Cite("a", suppress_author=True)]),
        ("[see -@a, p. 1]", [Cite("a", prefix="see", suppress_author=True, locator=Locator(PAGE, "1"))]),
        (
            "[@letter, as quoted in @report, para. 3]",
            [Cite("letter"), Cite("report", locator=Locator(PARAGRAPH, "3"), quotes_previous=True)],
        ),
        (
            "[@letter, p. 1, quoted in @report]",
            [Cite("letter", locator=Locator(PAGE, "1")), Cite("report", quotes_previous=True)],
        ),
    ],
)
def test_a_citation_is_read(written: str, cites: list[Cite]) -> None:
    found = parsed(written)
    assert found is not None
    assert list(found.cites) == cites
    assert found.written == written


@pytest.mark.parametrize(
    "text",
    ["[me@example.org]", "[@]", "[a; @b]", "[see @a, p. 3 and @b]", "[@a](x.md)", "[@a][b]", r"\[@a]", "`[@a]`"],
)
def test_what_is_no_citation_stays_text(text: str) -> None:
    assert not list(_citations(text))


def test_a_citation_may_run_over_a_line_end() -> None:
    (token,) = _citations("Words.[see\n@a,\npara. 4]")
    assert token.meta["citation"].cites == (Cite("a", prefix="see", locator=Locator(PARAGRAPH, "4")),)


def test_citations_are_numbered_as_a_reader_meets_them() -> None:
    text = "One [@a] with a note[^n] and [@c].\n\nAgain[^n] [@d].\n\n[^n]: A note [@b]."
    tokens = list(_citations(text))
    assert [token.meta["citation"].sources[0] for token in tokens] == ["a", "b", "c", "d"]
    assert [token.meta["index"] for token in tokens] == [0, 1, 2, 3]


def test_only_editorial_text_has_citations() -> None:
    assert not list(_citations("[@a]", with_citations=False))
    changed = {
        "summary.md": PART + "\nCited.[@letter; @digest]\n",
        "sources/letter.md": SOURCE.replace("The letter", "[@somebody] The letter"),
        "sources/digest.md": _digest("It says so.[@digest, para. 1]"),
    }
    dossier, findings = load_dossier(project(changed), "content/demo/dossier.toml")
    assert not findings
    kinds = {document.id: bool(document.environment.get("citations")) for document in dossier.documents}
    assert kinds == {"dossier": False, "summary": True, "sources/letter": False, "sources/digest": True}


def test_an_unknown_source_is_an_error_with_the_nearest_ids() -> None:
    _, findings = load_dossier(
        project({"summary.md": PART + "\nCited.[@leter, para. 2; @letter]\n"}), "content/demo/dossier.toml"
    )
    (found,) = findings
    assert (found.code.id, str(found.place)) == ("A001", "content/demo/summary.md:8:8")
    assert found.mend == "did you mean @letter?"


@pytest.mark.parametrize("written", ["[@letter; p. 4]", "[see @letter, p. 3 and @letter]", "[-@letter; ]"])
def test_what_begins_as_a_citation_and_is_none_is_an_error(written: str) -> None:
    _, findings = load_dossier(project({"summary.md": PART + f"\nCited.{written} And.[@letter]\n"}), "content/demo/dossier.toml")
    assert [(found.code.id, str(found.place)) for found in findings] == [("A005", "content/demo/summary.md:8:7")]


def test_a_citation_with_attributes_behind_it_is_one() -> None:
    (token,) = _citations("Said.[@a]{.x}")
    assert token.meta["citation"].sources == ("a",)


def test_a_source_that_no_part_cites_is_told() -> None:
    changed = {"summary.md": PART + "\nCited.[@letter]\n", "sources/other.md": _digest("Words.[@other]", id="other")}
    _, findings = load_dossier(project(changed), "content/demo/dossier.toml")
    assert [(found.code.id, str(found.place)) for found in findings] == [("A002", "content/demo/sources/other.md:1:1")]


def test_a_dossier_without_citations_is_not_told_to_cite() -> None:
    _, findings = load_dossier(project(), "content/demo/dossier.toml")
    assert not findings


def _digest(text: str, id: str = "digest") -> str:
    return (
        SOURCE.replace("id: letter", f"id: {id}")
        .replace("reproduce: excerpt", "reproduce: digest")
        .replace("The letter says so.", text)
    )


def _citations(text: str, *, with_citations: bool = True):  # type: ignore[no-untyped-def]
    tokens, _ = finish(*parse_blocks(text, with_citations=with_citations))
    found = list(in_reading_order(tokens))
    assert all(token.type == NAME for token in found)
    return found
