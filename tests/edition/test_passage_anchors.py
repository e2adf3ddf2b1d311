"""What translators are told of where a passage is read is true: the web page has every one of these ids."""

import re
from pathlib import Path

from dossier.edition.passage_anchors import page_of, passage_anchors
from dossier.pipeline.project import Project
from dossier.translation.cut import cut
from workshop import REPOSITORY, Workshop


def anchors(project: Project, name: str) -> dict[str, dict[int | str, str]]:
    dossier, _ = project.load(name)
    found = passage_anchors(dossier, {document.id: cut(document) for document in dossier.documents})
    return {document: dict(ids) for document, ids in found.items()}


def test_the_web_page_has_every_id(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    workshop.edit("content/demo/introduction.md", "title: ", "title: ")
    part = workshop.read("content/demo/introduction.md") + "\n- one\n- [two]{#mine}\n\n| a | b |\n|---|---|\n| c | d |\n"
    workshop.write("content/demo/introduction.md", part)
    assert workshop.run("build", "--lang", "fr", "--output", "html").exit_code == 0
    page = workshop.read("build/demo/fr/demo.html")
    ids = set(re.findall(r'\sid="([^"]+)"', page))
    found = anchors(Project(workshop.root), "demo")
    assert {anchor for document in found.values() for anchor in document.values()} <= ids
    assert set(found) == {"dossier", "introduction", "sources/example-source"}
    assert len(set(found["introduction"].values())) > 5


def test_every_passage_of_the_first_dossier_leads_somewhere() -> None:
    project = Project(REPOSITORY)
    dossier, _ = project.load("un-letter-1988")
    found = anchors(project, "un-letter-1988")
    unknown = [
        (document.id, str(unit.kind))
        for document in dossier.documents
        for unit in cut(document)
        if isinstance(unit.target, int) and unit.target not in found[document.id]
    ]
    assert {kind for _, kind in unknown} <= {"footnote"}  # a note is found from where it is called
    assert found["claims"]["questions.0.question"].startswith("edition-claims--")


def test_the_page_is_below_base_url_where_there_is_one(tmp_path: Path) -> None:
    workshop = Workshop.demo(tmp_path / "demo")
    config = Project(workshop.root).load("demo")[0].config
    assert page_of(config, "fr") == "build/demo/fr/demo.html"
    published = config.model_copy(update={"base_url": "https://example.org/d/"})
    assert page_of(published, "fr") == "https://example.org/d/demo/fr/demo.html"
    assert page_of(config.model_copy(update={"outputs": ("pdf",)}), "fr") == ""
