"""Documents in a pseudo-language: what is no word stays, and most of what is one changes."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import document

from dossier.content.markdown import finish, parse_inline
from dossier.language.pseudo import ACCENTED, PSEUDO, RIGHT_TO_LEFT, Pseudo, accented
from dossier.model.document import Document, DocumentKind, MatterString
from dossier.model.glossary import Glossary
from dossier.model.place import Place
from dossier.model.translation import Progress, State
from dossier.pipeline.project import Project
from dossier.translation.atoms import fixed_parts
from dossier.translation.cut import cut
from dossier.translation.progress import progress_of
from dossier.translation.pseudo import pseudo_glossary, pseudo_translation
from dossier.translation.weave import weave
from specs import examples

REPOSITORY = Path(__file__).parents[2]
BOTH = pytest.mark.parametrize("pseudo", PSEUDO.values(), ids=lambda pseudo: pseudo.language.tag)
SPECIFICATIONS = [
    *examples("commonmark"),
    *(example for example in examples("gfm") if example.extension in ("table", "strikethrough")),
]
NOT_A_LINK = ["[foo](not a link)"]
"""It cannot be told from a link's words."""
EMPHASIS_BESIDE_ARABIC = ['a*"foo"*', 'a**"foo"**', "*$*alpha.", "*£*bravo.", "*€*charlie."]
"""CommonMark's examples of what is no emphasis, for a letter stands beside a sign; beside an Arabic letter it is emphasis."""
LINKS = "\n\n[^n]: A note.\n\n[ref]: http://example.org/ref 'A title'\n"


def made(text: str, pseudo: Pseudo = ACCENTED, **options: bool) -> str:
    """The first block of ``text`` in a pseudo-language."""
    source = document(text + LINKS, **options)
    entries = pseudo_translation(source, pseudo).catalog.entries
    return entries[cut(source)[0].key].text


def kept_parts(source: Document, pseudo: Pseudo) -> None:
    """Every unit of ``source`` has the fixed parts of the original."""
    translation = pseudo_translation(source, pseudo)
    for (_, msgid), entry in translation.catalog.entries.items():
        before, after = (parse_inline(text, source.environment, raw_html=source.raw_html) for text in (msgid, entry.text))
        assert fixed_parts(before) == fixed_parts(after), (msgid, entry.text)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Some *marked* words", r"\[Šömé *måŕķéð* ŵöŕðš"),
        ('See [the letter](http://example.org/a_letter "Its name").', '(http://example.org/a_letter "Îţš ñåmé")'),
        ("See [the letter][ref], or [ref].", f"[{accented('the letter')}][ref], {accented('or')} [{accented('ref')}][ref]."),
        ("A claim.[^n]", "[^n]"),
        ("It is so [see @letter, p. 3; -@other].", "[see @letter, p. 3; -@other]"),
        ("Type `dossier build` now", "`dossier build`"),
        ("<http://example.org/Path> and http://example.org/Other and me@example.org", "http://example.org/Other "),
        ("Fish &amp; chips &#169;", "&amp; "),
        ("The [words]{.claim #who} stay", "]{.claim #who}"),
        ("A {placeholder} and %(another)s", "%(another)s"),
        ("Not \\*marked\\* at all", "\\*måŕķéð\\*"),
    ],
)
def test_what_stays_and_what_changes(written: str, shown: str) -> None:
    text = made(written, citations=True)
    assert shown in text
    assert text.endswith(r"\]")


def test_a_figure_stays_a_figure_and_its_caption_is_changed() -> None:
    source = document('![A square and a circle](shapes.png "The way of *a text*")\n')
    woven, _ = weave(source, pseudo_translation(source, ACCENTED).catalog)
    types = [token.type for token in woven.tokens]
    assert types == [token.type for token in finish(source.blocks, source.environment)[0]]
    assert "figure_open" in types
    caption = woven.tokens[types.index("figcaption_open") + 1].content
    assert "*å ţéxţ*" in caption
    assert caption.startswith(r"\[") or caption.startswith("[")


@BOTH
def test_html_stays(pseudo: Pseudo) -> None:
    assert '<b title="Words">' in made('Some <b title="Words">bold</b> words <!-- and a remark -->', pseudo, raw_html=True)
    assert "<!-- and a remark -->" in made("Some words <!-- and a remark -->", pseudo, raw_html=True)


@BOTH
def test_the_specifications_of_markdown(pseudo: Pseudo) -> None:
    unchanged, total = list[str](), 0
    for example in SPECIFICATIONS:
        source = document(example.markdown, raw_html=True)
        kept_parts(source, pseudo)
        translation = pseudo_translation(source, pseudo)
        unchanged += (unit.msgid for unit in translation.unchanged)
        total += len(translation.catalog.entries)
    assert total > 700
    assert sorted(unchanged) == sorted(NOT_A_LINK + (EMPHASIS_BESIDE_ARABIC if pseudo is RIGHT_TO_LEFT else []))


@BOTH
def test_the_dossiers_of_this_repository(pseudo: Pseudo) -> None:
    project = Project(REPOSITORY)
    for source in documents(project):
        kept_parts(source, pseudo)
        assert pseudo_translation(source, pseudo).unchanged == ()


def documents(project: Project) -> Iterable[Document]:
    for name in project.dossiers:
        yield from project.load(name)[0].documents


_PIECES = st.sampled_from(
    "word Word *emph* **strong** `code` ``a`b`` [link](http://example.org/a_b) [link](<a b> 'title') note[^n] ^[inline] "
    '![alt](i.png) ![alt](i.png "cap") ~~gone~~ <b>raw</b> \\* \\[ [ ] ( ) [ref] [words][ref] [ref][] &amp; {a} %(b)s '
    "[@a, p. 3] [see @a; @b] [words]{.x} @name a@example.org http://example.org <http://example.org/X> _x_ __y__ ! é ß ک".split()
)


@settings(max_examples=400, deadline=None)
@given(text=st.lists(_PIECES, min_size=1, max_size=8).map(" ".join), pseudo=st.sampled_from(list(PSEUDO.values())))
def test_generated_text_keeps_its_parts(text: str, pseudo: Pseudo) -> None:
    kept_parts(document(text + LINKS, citations=True), pseudo)


def test_the_title_of_the_dossier_says_what_the_edition_is() -> None:
    place = Place("content/demo/dossier.toml", 2, 9)
    strings = (MatterString("title", "A small dossier", place, "en"), MatterString("rights", "Free", place, "en"))
    matter = document("x").matter
    front = Document("dossier", place.file, DocumentKind.DOSSIER, "en", matter, strings)
    for pseudo in PSEUDO.values():
        texts = [entry.text for entry in pseudo_translation(front, pseudo).catalog.entries.values()]
        assert texts[0].startswith("Pseudo-translation for tests: ")
        assert "A small dossier" not in texts[0]
        assert not texts[1].startswith("Pseudo")


def test_nobody_is_said_to_have_translated() -> None:
    (entry,) = pseudo_translation(document("Words\n"), ACCENTED).catalog.entries.values()
    assert entry.state is State.REVIEWED  # shown, without a mark
    assert progress_of(entry) is Progress.APPROVED


def test_what_is_not_english_keeps_its_letters() -> None:
    (entry,) = pseudo_translation(document("کتاب\n", language="fa"), ACCENTED).catalog.entries.values()
    assert entry.text == r"\[کتاب one\]"


def test_names_are_found_in_what_is_shown() -> None:
    entry = {
        "id": "un",
        "kind": "body",
        "forms": {"en": "United Nations", "fr": "Nations unies"},
        "abbreviations": {"en": "UN"},
        "variants": {"en": ["the Nations"]},
    }
    glossary = Glossary.model_validate({"entries": [entry]})
    (known,) = pseudo_glossary(glossary, "en", RIGHT_TO_LEFT).entries
    assert known.forms["ar-XB"] in made("Of the United Nations", RIGHT_TO_LEFT)
    assert set(known.forms) == {"en", "fr", "ar-XB"}
    assert set(known.abbreviations) == {"en", "ar-XB"}
    assert len(known.variants["ar-XB"]) == 1
