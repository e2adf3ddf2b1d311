"""Passages are set whole, across their markup, and what is not ours to set stays as it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token
from markupsafe import Markup

from dossier.content.markdown import finish, parse_blocks, parse_inline
from dossier.edition.house_style import HouseStyle
from dossier.edition.marks import Marking, marked
from dossier.edition.words import in_plain_text, plain_text, set_markup, set_text, set_words
from dossier.language.registry import language
from dossier.model.citation import Citation, Cite
from dossier.model.document import Unit, UnitKind
from dossier.model.place import Place
from dossier.model.translation import State, WovenUnit

KNOWN = HouseStyle(known=("en", "fa"), sources={"persian": "fa", "english": "en"})
_SHOWN = {"softbreak": "↵", "hardbreak": "⏎", "footnote_ref": "†", "citation": "‡"}


def written(tokens: list[Token]) -> str:
    """Tokens as something that can be read in a test: tags by their names, directions and languages."""
    pieces = []
    for token in tokens:
        if token.nesting == 1:
            told = [str(token.attrs[name]) for name in ("lang", "dir") if name in token.attrs]
            pieces.append(f"<{' '.join([token.tag, *told])}>")
        elif token.nesting == -1:
            pieces.append(f"</{token.tag}>")
        elif token.type == "code_inline":
            pieces.append(f"`{token.content}`")
        elif token.type == "image":
            pieces.append(f"![{written(token.children or [])}]")
        else:
            pieces.append(_SHOWN.get(token.type, token.content))
    return "".join(pieces)


def visible(text: str) -> str:
    """No-break spaces that can be seen: ``~`` and, narrow, ``^``."""
    return text.replace("\u00a0", "~").replace("\u202f", "^")


def cited(tokens: list[Token], *sources: str) -> list[Token]:
    """``tokens`` with each ``[@]`` in them a citation of ``sources``."""
    meta = {"citation": Citation(tuple(map(Cite, sources)), "[@]"), "index": 0}
    done: list[Token] = []
    for token in tokens:
        pieces = token.content.split("[@]") if token.type == "text" else [""]
        if len(pieces) == 1:
            done.append(token)
            continue
        for number, piece in enumerate(pieces):
            done += [Token("citation", "", 0, content="[@]", meta=meta)] * (number > 0)
            done.append(Token("text", "", 0, content=piece))
    return done


def shown(markdown: str, tag: str, *sources: str, style: HouseStyle = KNOWN) -> str:
    return visible(written(set_words(cited(parse_inline(markdown, {}), *sources), language(tag), style)))


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("« *mot* »", "«~<em>mot</em>~»"),
        ("« **mot** » !", "«~<strong>mot</strong>~»^!"),
        ("*Oui* ! **Non** ; [là](x) ?", "<em>Oui</em>^! <strong>Non</strong>^; <a>là</a>^?"),
        ("n° **5**", "n°~<strong>5</strong>"),
        ("[30 000](https://example.org/) %", "<a>30^000</a>~%"),
        ("*30* **000** %", "<em>30</em>^<strong>000</strong>~%"),
        ("« a\nb »", "«~a↵b~»"),
        ("« *a*\n»", "«~<em>a</em>~»"),
        ("`code` ; `a ; b`", "`code`^; `a ; b`"),
        ("<https://example.org/a;b> ;", "<a>https://example.org/a;b</a>^;"),
        ("https://example.org/?a=1;b ; a.b@example.org !", "https://example.org/?a=1;b^; a.b@example.org^!"),
        ("![voici : « un » !](x.png)", "![voici~: «~un~»^!]"),
        ("fin  \n» et", "fin⏎» et"),
    ],
)
def test_french_is_set_across_markup(markdown: str, expected: str) -> None:
    assert shown(markdown, "fr") == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("روز 2020-12-09 بود", "روز <bdi ltr>2020-12-09</bdi> بود"),
        ("روز 2020-**12**-09 بود", "روز <bdi ltr>2020-<strong>12</strong>-09</bdi> بود"),
        ("روز **2020-12-09** بود", "روز <strong><bdi ltr>2020-12-09</bdi></strong> بود"),
        ("روز **2020-12**-09 بود", "روز <bdi ltr><strong>2020-12</strong>-09</bdi> بود"),
        ("روز 2020-**12-*09*** بود", "روز <bdi ltr>2020-<strong>12-<em>09</em></strong></bdi> بود"),
        ("**روز 2020-12**-09 بود", "<strong>روز <bdi ltr>2020-12</bdi></strong><bdi ltr>-09</bdi> بود"),
        ("در <https://example.org/a> و", "در <a ltr>https://example.org/a</a> و"),
        ("در `12 ي` و 12 ي", "در `12 ي` و ۱۲ ی"),
    ],
)
def test_persian_is_set_and_isolated_across_markup(markdown: str, expected: str) -> None:
    assert shown(markdown, "fa", style=HouseStyle()) == expected


def test_a_span_of_another_language_is_set_by_its_own_rules() -> None:
    assert shown("voir [Who? « me » ; 12]{lang=en} ; [قيمت 12]{lang=fa} !", "fr", style=HouseStyle()) == (
        "voir <span en>Who? « me » ; 12</span>^; <span fa>قیمت ۱۲</span>^!"
    )
    assert shown("Who ; [qui ? *moi* !]{lang=fr} ; he", "en") == "Who ; <span fr>qui^? <em>moi</em>^!</span> ; he"


def test_foreign_runs_are_in_the_language_of_the_dossier_that_has_such_letters() -> None:
    assert shown("le mot قانون ici", "fr") == "le mot <span fa>قانون</span> ici"
    assert shown("واژهٔ *law of the* land اینجا", "fa", style=HouseStyle(known=("en", "fa"))) == (
        "واژهٔ <span en><em>law of the</em> land</span> اینجا"
    )


def test_a_span_of_an_unknown_language_is_left_alone() -> None:
    assert shown("[qui ?]{lang=xx-none} ?", "fr") == "<span xx-none>qui ?</span>^?"


def test_raw_code_is_left_alone() -> None:
    children = parse_inline("a ; <code>b ; c</code> ; <em>d</em> ;", {}, raw_html=True)
    assert visible(written(set_words(children, language("fr")))) == "a^; <code>b ; c</code>^; <em>d</em>^;"


# -- what is a source's own

RAW = "كتاب 1367"
SET = "کتاب ۱۳۶۷"


@pytest.mark.parametrize(
    ("markdown", "sources", "expected"),
    [
        (f"{RAW} «{RAW}» [@] {RAW}", ["persian"], f"{SET} «{RAW}» ‡ {SET}"),
        ("«كتاب *مهم* 1367» [@]", ["persian"], "«كتاب <em>مهم</em> 1367» ‡"),
        (f"«{RAW}» و «{RAW}» [@]", ["persian"], f"«{RAW}» و «{RAW}» ‡"),
        (f"«{RAW}» [@]", ["english"], f"«{SET}» ‡"),
        (f"«{RAW}» [@]", ["unheard-of"], f"«{RAW}» ‡"),
        (f"«{RAW}»", [], f"«{SET}»"),
        (f"[@] «{RAW}»", ["persian"], f"‡ «{SET}»"),
        (f"[«{RAW}»]{{.no-quotation}} [@]", ["persian"], f"<span>«{SET}»</span> ‡"),
    ],
)
def test_quoted_words_stay_as_their_source_has_them(markdown: str, sources: list[str], expected: str) -> None:
    assert shown(markdown, "fa", *sources, style=HouseStyle(sources=KNOWN.sources)) == expected


@pytest.mark.parametrize("markdown", [f"he said [«{RAW}»]{{lang=fa}} [@].", f"he said “[{RAW}]{{lang=fa}}” [@]."])
def test_a_quotation_in_another_language_than_its_passage_stays_too(markdown: str) -> None:
    assert RAW in shown(markdown, "en", "persian")
    assert SET in shown(markdown, "en", "english")


def test_the_white_space_of_a_quotation_is_set() -> None:
    style = HouseStyle(sources={"lettre": "fr"})
    assert shown("Il dit : « Oui ! 30 000... » [@]", "fr", "lettre", style=style) == "Il dit~: «~Oui^! 30^000...~» ‡"


def document(markdown: str, *sources: str) -> list[Token]:
    blocks, environment = parse_blocks(markdown)
    tokens, _ = finish(blocks, environment)
    return [token.copy(children=cited(token.children or [], *sources)) if token.type == "inline" else token for token in tokens]


def set_blocks(markdown: str, *sources: str, reproduced: str = "") -> list[str]:
    persian = language("fa")
    marking = Marking(persian, False, str, HouseStyle(sources=KNOWN.sources))
    done = marked(document(markdown, *sources), marking, persian, reproduced)
    return [written(token.children or []) for token in done if token.type == "inline"]


def test_a_block_quotation_stays_as_its_source_has_it() -> None:
    assert set_blocks(f"> {RAW}\n>\n> {RAW} [@]\n\n{RAW}", "persian") == [RAW, f"{RAW} ‡", SET]
    assert set_blocks(f"> {RAW}\n\n{RAW} [@]", "persian") == [RAW, f"{SET} ‡"]
    assert set_blocks(f"> {RAW}\n\n{RAW} [@]", "english") == [SET, f"{SET} ‡"]
    assert set_blocks(f"> {RAW}\n\n{RAW}") == [SET, SET]


def test_a_source_that_is_reproduced_stays_as_it_is() -> None:
    assert set_blocks(f"{RAW} 2020-12-09", reproduced="fa") == [f"{RAW} <bdi ltr>2020-12-09</bdi>"]
    assert set_blocks(RAW, reproduced="en") == [SET]


def test_a_note_in_its_paragraph_is_set_in_the_language_of_that() -> None:
    blocks, environment = parse_blocks("texte^[une note ; x] et[^a]\n\n[^a]: written ; so")
    tokens, _ = finish(blocks, environment)
    unit = Unit("", UnitKind.PARAGRAPH, Place("a.md", 1), 1, "en")
    woven = {"woven": WovenUnit(unit, State.REVIEWED, "", "fr")}
    first = next(token for token in tokens if token.type == "inline")
    tokens = [token.copy(meta={**token.meta, **woven}) if token is first else token for token in tokens]
    done = marked(tokens, Marking(language("fr"), False, str), language("en"))
    assert [visible(written(token.children or [])) for token in done if token.type == "inline"][1:] == [
        "une note^; x",
        "written^; so",
    ]


# -- laws

_PIECES = (
    *"«»!?:;%°.,()…-",
    *(" ", "\n", "*", "**", "`", "[a](b)", "[c]{lang=en}", "n° 5", "30 000", "2020-12-09", "mot", "ي", "1er", "«[x]»"),
    *("<https://example.org/?a;b>", "[^", "![", "](x)", "می", "+1 202-555-0100", "XXe", "a@b.org", "A/HRC/45/13"),
)
_MARKDOWN = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)
_ADDED = ("text", "softbreak", "bdi", "sup", "span")


def objects(tokens: list[Token]) -> list[str]:
    """What is no text and nothing that setting may add."""
    return [token.type for token in tokens if not token.type.startswith(_ADDED)]


def depths(tokens: list[Token]) -> list[str]:
    """The tags that are open at the end; fails where one closes that is not the last."""
    open_tags: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            open_tags.append(token.tag)
        elif token.nesting == -1:
            assert open_tags.pop() == token.tag
    return open_tags


def without_space(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(_MARKDOWN, st.sampled_from(["fr", "fa", "en", "ar", "de"]))
def test_nothing_is_lost_and_tags_are_balanced(markdown: str, tag: str) -> None:
    before = parse_inline(markdown, {})
    spaces_only = set_words(before, language(tag), is_quoted=True)
    assert without_space(plain_text(spaces_only)) == without_space(plain_text(before))
    done = set_words(before, language(tag), HouseStyle(known=("fa", "en")))
    for tokens in (spaces_only, done):
        assert depths(tokens) == []
        assert objects(tokens) == objects(before)


@given(_MARKDOWN, st.sampled_from(["fr", "fa"]))
def test_what_is_set_is_set(markdown: str, tag: str) -> None:
    once = set_words(parse_inline(markdown, {}), language(tag))
    bare = [token for token in once if not token.type.startswith(("bdi", "sup"))]
    assert plain_text(set_words(bare, language(tag))) == plain_text(once)


# -- strings of templates


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (Markup("A &amp; B ; C &lt;d&gt; !"), "A &amp; B^; C &lt;d&gt;^!"),
        (Markup("<strong>Oui</strong> ; <bdi lang='en'>x ; y</bdi> ;"), "<strong>Oui</strong>^; <bdi lang='en'>x ; y</bdi>^;"),
    ],
)
def test_markup_is_escaped_once(words: Markup, expected: str) -> None:
    assert visible(set_markup(words, language("fr"))) == expected


def test_messages_isolate_what_they_carry() -> None:
    assert set_markup(Markup("نسخهٔ 2020-12-09 &amp; دیگر"), language("fa")) == ('نسخهٔ <bdi dir="ltr">2020-12-09</bdi> &amp; دیگر')


def test_plain_lines_that_are_printed_have_isolates() -> None:
    assert in_plain_text("روز 2020-12-09", language("fa")) == "روز \u20662020-12-09\u2069"
    assert in_plain_text("le 2020-12-09", language("fr")) == "le 2020-12-09"


def test_addresses_in_plain_text_are_left_alone() -> None:
    assert set_text("نک. https://example.org/12 و A/HRC/45/13 و 12", language("fa")) == (
        "نک. https://example.org/12 و A/HRC/45/13 و ۱۲"
    )
