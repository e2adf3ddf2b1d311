"""``dossier status``: a table that fits, JSON for scripts, a badge, and a threshold."""

import json
import time
from pathlib import Path

import pytest
from lxml import etree

from axe import violations
from browser import visiting
from dossier.edition.badge import badge
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.status import Status, StatusRow, status
from workshop import Workshop

PO = "locales/fr/LC_MESSAGES/demo/introduction.po"


@pytest.fixture
def demo(tmp_path: Path) -> Workshop:
    """The demo, with one French document approved but for what a person wrote and what was edited."""
    workshop = Workshop.demo(tmp_path / "demo")
    text = workshop.read(PO).replace("#, fuzzy\n", "")
    head, _, rest = text.partition("# machine:")
    workshop.write(PO, head + rest.partition("\n")[2])  # nobody but a person is behind “Introduction”
    workshop.edit(PO, "Ce que voient les lecteurs", "Ce que les lecteurs voient")
    return workshop


def rows(workshop: Workshop, *arguments: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(workshop.run("status", "--json", *arguments).output)
    return found


def test_the_table_names_every_document_and_sums_up(demo: Workshop) -> None:
    lines = demo.run("status", "--lang", "fr").output.splitlines()
    assert lines[1].split()[0] == "entries"
    assert [line.split() for line in lines[2:]] == [
        ["demo", "fr"],
        ["dossier", "0", "0", "0", "4", "0", "0", "0", "0", "%"],
        ["introduction", "18", "1", "1", "0", "0", "0", "0", "100", "%"],
        ["sources/example-source", "0", "0", "0", "6", "0", "0", "0", "0", "%"],
        ["total", "18", "1", "1", "10", "0", "0", "0", "52", "%", "0", "of", "3"],
        "fr: 30 entries, 289 words, 52 % of the words reviewed".split(),
    ]


def test_the_table_counts_words_where_asked(demo: Workshop) -> None:
    lines = demo.run("status", "--lang", "fr", "--words").output.splitlines()
    (total,) = (line.split() for line in lines if line.startswith("total"))
    assert lines[1].split()[0] == "words"
    assert sum(map(int, total[1:8])) == 289


def test_the_table_of_the_first_dossier_fits_a_hundred_columns() -> None:
    output = Workshop(Path(__file__).parents[2]).run("status").output
    assert max(map(len, output.splitlines())) <= 100
    assert "sources/un-communication" in output


def test_json_has_a_row_for_each_document_and_a_total_for_each_language(demo: Workshop) -> None:
    found = rows(demo)
    assert [(row["language"], row["document"]) for row in found] == [
        *((language, name) for language in ("fr", "fa") for name in ("dossier", "introduction", "sources/example-source")),
        ("fr", None),
        ("fa", None),
    ]
    introduction = found[1]
    assert introduction["entries"] == {
        "reviewed": 20,
        "approved-unchanged": 18,
        "post-edited": 1,
        "translated": 1,
        "draft": 0,
        "unfinished": 0,
        "stale": 0,
        "missing": 0,
    }
    assert (introduction["percent-reviewed"], introduction["signed"]) == (100, [])
    assert found[-2]["words"]["draft"] == sum(row["words"]["draft"] for row in found[:3])  # type: ignore[index, call-overload]


def test_two_dossiers_have_one_total_for_a_language(demo: Workshop) -> None:
    for path in [*demo.root.glob("content/demo/**/*.*"), *demo.root.glob("locales/*/LC_MESSAGES/demo/**/*.po")]:
        name = path.relative_to(demo.root).as_posix().replace("/demo/", "/other/")
        demo.write(name, path.read_bytes().replace(b'id = "demo"', b'id = "other"'))
    found = rows(demo, "--lang", "fr")
    assert [(row["dossier"], row["document"]) for row in found[-2:]] == [("other", "sources/example-source"), (None, None)]
    assert sum(found[-1]["entries"].values()) == 2 * 30 + 40  # type: ignore[attr-defined]  # the reviewed ones stand there twice
    assert demo.run("status", "--lang", "fr").output.splitlines()[-1].startswith("fr: 60 entries, 578 words, 52 %")


def test_nothing_is_woven_and_no_page_read(demo: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    import dossier.content.markdown
    import dossier.translation.weave

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("status weaves a dossier")

    project = Project(demo.root)
    project.load("demo")
    monkeypatch.setattr(dossier.translation.weave, "weave", refuse)
    assert len(status(project, Selection()).rows) == 6


def test_enough_is_enough(demo: Workshop) -> None:
    run = demo.run("status", "--lang", "fr", "--fail-under", "52")
    assert (run.exit_code, run.errors) == (0, "")


def test_too_little_is_told_for_each_language(demo: Workshop) -> None:
    run = demo.run("status", "--fail-under", "80")
    assert run.exit_code == 1
    heads = [line for line in run.errors.splitlines() if "T043" in line]
    assert heads == [
        "error T043: “fr”: 52.9 % of the words are reviewed, less than the 80 % asked for",
        "error T043: “fa”: 0 % of the words are reviewed, less than the 80 % asked for",
    ]
    assert "draft  136 words" in run.errors
    assert run.output == demo.run("status").output


def test_what_is_nearly_enough_is_not_called_enough() -> None:
    from dossier.model.translation import Progress, Tally
    from dossier.pipeline.status import too_little

    row = StatusRow("demo", "fr", "x", Tally({}, {Progress.TRANSLATED: 79_996, Progress.STALE: 20_004}))
    (told,) = too_little(Status((row,)), 80)
    assert "79.9 %" in told.message
    assert row.percent == 79
    assert too_little(Status((row,)), 79.9) == ()


# ---- the badge


def test_a_badge_for_each_language(demo: Workshop, tmp_path: Path) -> None:
    assert demo.run("status", "--badge", str(tmp_path / "reviewed-{lang}.svg")).exit_code == 0
    french, persian = (etree.parse(tmp_path / f"reviewed-{language}.svg").getroot() for language in ("fr", "fa"))
    assert [text.text for text in french.iter("{*}text")] == ["fr", "52 % reviewed"]
    assert [text.text for text in persian.iter("{*}text")] == ["fa", "0 % reviewed"]


def test_one_badge_cannot_tell_of_two_languages(demo: Workshop, tmp_path: Path) -> None:
    run = demo.run("status", "--badge", str(tmp_path / "reviewed.svg"))
    assert run.exit_code == 2
    assert "{lang}" in run.errors
    assert demo.run("status", "--lang", "fa", "--badge", str(tmp_path / "reviewed.svg")).exit_code == 0
    assert (tmp_path / "reviewed.svg").read_bytes() == badge("fa", 0)


@pytest.mark.parametrize("percent", [0, 40, 80, 100])
def test_a_badge_stands_for_itself(tmp_path: Path, percent: int) -> None:
    root = etree.fromstring(badge("zh-Hans", percent))
    assert (root.get("role"), root.get("aria-label")) == ("img", f"zh-Hans: {percent} % reviewed")
    assert root.findtext("{*}title") == root.get("aria-label")
    assert {name for element in root.iter() for name in element.attrib if "href" in name or name in ("class", "style")} == set()
    page = '<!DOCTYPE html><html lang="fa" dir="rtl"><head><title>x</title></head><body><main><h1>x</h1>{}</main></body></html>'
    (tmp_path / "page.html").write_text(page.format(badge("zh-Hans", percent).decode()), encoding="utf-8")
    with visiting(tmp_path / "page.html") as visit:
        assert visit.requests == []
        assert violations(visit.page) == []
        boxes = [element.bounding_box() for element in visit.page.locator("svg, svg text").all()]
        whole, *words = [(box["x"], box["x"] + box["width"]) for box in boxes if box]
        # In a page that runs from right to left, too: the tag first, nothing beyond the edges, nothing over the other.
        assert whole[0] <= words[0][0] < words[0][1] < words[1][0] < words[1][1] <= whole[1]


@pytest.mark.parametrize("percent", [0, 40, 80])
def test_words_on_a_badge_can_be_read(percent: int) -> None:
    root = etree.fromstring(badge("fa", percent))
    (ink,) = (group.get("fill") for group in root.iter("{*}g"))
    assert all(contrast(ink, ground.get("fill")) >= 7 for ground in root.iter("{*}rect"))


def contrast(one: str | None, other: str | None) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    high, low = sorted((luminance(one or ""), luminance(other or "")), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_many_entries_are_counted_quickly(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    paragraphs = [f"Paragraph number {number} says something of its own." for number in range(2000)]
    workshop.write("content/demo/introduction.md", "---\ntitle: Introduction\n---\n\n" + "\n\n".join(paragraphs) + "\n")
    assert workshop.run("update", "--lang", "fr").exit_code == 0
    start = time.process_time()
    assert workshop.run("status", "--lang", "fr").exit_code == 0
    assert time.process_time() - start < 3  # measured: 0.6 s; most of it is reading the Markdown
