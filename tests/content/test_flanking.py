"""Emphasis against letters that stand without a space: what is emphasis, what is not, and what is read as before."""

import gc
from time import process_time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from dossier.content.markdown import finish, parse_blocks, parse_inline
from dossier.content.rules import flanking
from specs import Example, examples

ZWNJ, ZWJ, RLM = "\u200c", "\u200d", "\u200f"


def parser(*, with_rule: bool) -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin)
    if with_rule:
        flanking.add_to(made)
    return made


WITH, WITHOUT = parser(with_rule=True), parser(with_rule=False)


def tokens(made: MarkdownIt, text: str) -> list[dict[str, Any]]:
    return [token.as_dict() for token in made.parse(text, {})]


def shown(text: str) -> str:
    """The text as our own parser reads it, with short names for the tags."""
    blocks, environment = parse_blocks(text)
    found, environment = finish(blocks, environment)
    (inline,) = [token for token in found if token.type == "inline"]
    html = str(WITHOUT.renderer.render(inline.children or [], WITHOUT.options, environment))
    return html.replace("strong>", "b>").replace("em>", "i>").replace("&quot;", '"')


# -- what stays as it was


@pytest.mark.parametrize("one", [*examples("commonmark"), *examples("gfm")], ids=str)
def test_no_example_of_the_specifications_changes(one: Example) -> None:
    assert tokens(WITH, one.markdown) == tokens(WITHOUT, one.markdown)


SPACED = [
    *"* ** *** ~~ ~ _ __ « » ( ) [ ] ](x) “ ” \" ' . , : ! ? — … ` \\ \\* $ % a é Я क ไ 1 [^1] <b> &amp; ![".split(" "),
    *" \n\u00a0\u202f",
]


@given(st.lists(st.sampled_from(SPACED), max_size=30).map("".join))
@example("a*«b»*c")
@example("**«droits »**s")
def test_no_text_without_such_letters_changes(text: str) -> None:
    assert tokens(WITH, text) == tokens(WITHOUT, text)


@given(st.text(alphabet=st.characters(categories=["L", "M", "N", "P", "S", "Z", "Cc"], max_codepoint=0x58F), max_size=40))
def test_no_text_in_latin_greek_or_cyrillic_changes(text: str) -> None:
    assert tokens(WITH, text) == tokens(WITHOUT, text)


@given(st.lists(st.sampled_from([*" \n", "حقوق", "ها", ZWNJ, "*", "**", "***", "a", "1"]), max_size=30).map("".join))
def test_no_text_without_punctuation_changes(text: str) -> None:
    assert tokens(WITH, text) == tokens(WITHOUT, text)


# -- what is emphasis

EMPHASIS = [
    # endings, with and without a joiner
    ("**«حقوق بشر»**ها", "<b>«حقوق بشر»</b>ها"),
    (f"**«حقوق بشر»**{ZWNJ}ها", f"<b>«حقوق بشر»</b>{ZWNJ}ها"),
    ("*«حقوق بشر»*ها", "<i>«حقوق بشر»</i>ها"),
    (f"*«خانه»*{ZWNJ}ای", f"<i>«خانه»</i>{ZWNJ}ای"),
    ("***«حقوق بشر»***ها", "<i><b>«حقوق بشر»</b></i>ها"),
    ("~~«حقوق بشر»~~ها", "<s>«حقوق بشر»</s>ها"),
    (f"~~(متن)~~{ZWNJ}ها", f"<s>(متن)</s>{ZWNJ}ها"),
    ("*(متن)*ها", "<i>(متن)</i>ها"),
    ("**[متن]**ها", "<b>[متن]</b>ها"),
    ("**“متن”**ها", "<b>“متن”</b>ها"),
    ('**"متن"**ها', '<b>"متن"</b>ها'),
    ("**چرا؟**ها", "<b>چرا؟</b>ها"),
    ("**و…**ها", "<b>و…</b>ها"),
    ("**۵۰٪**ها", "<b>۵۰٪</b>ها"),
    ("**100%**ها", "<b>100%</b>ها"),
    ("**[پیوند](x)**ها", '<b><a href="x">پیوند</a></b>ها'),
    ("**`رمز`**ها", "<b><code>رمز</code></b>ها"),
    (f"**«متن»**{RLM}ها", f"<b>«متن»</b>{RLM}ها"),
    (f"**«متن»**{ZWJ}ی", f"<b>«متن»</b>{ZWJ}ی"),
    ("**«متن»**\u061cها", "<b>«متن»</b>\u061cها"),
    ("**«متن»**\u0650 نو", "<b>«متن»</b>\u0650 نو"),  # the vowel sign of an ezafe
    ("**«متن»**ـها", "<b>«متن»</b>ـها"),  # a tatweel
    ("**«متن»**۲", "<b>«متن»</b>۲"),
    ("**A (b)**ها", "<b>A (b)</b>ها"),
    ("**A/HRC/45/13**ها", "<b>A/HRC/45/13</b>ها"),
    # prefixes and particles
    ("به**«حقوق»** است", "به<b>«حقوق»</b> است"),
    ("بهِ**«حقوق»** است", "بهِ<b>«حقوق»</b> است"),
    ("بـ**«حقوق»** است", "بـ<b>«حقوق»</b> است"),
    (f"می{ZWNJ}**«رود»**", f"می{ZWNJ}<b>«رود»</b>"),
    ("و*(متن)*", "و<i>(متن)</i>"),
    ("به**[پیوند](x)** است", 'به<b><a href="x">پیوند</a></b> است'),
    ("به**`رمز`** است", "به<b><code>رمز</code></b> است"),
    ("به**#متن** است", "به<b>#متن</b> است"),
    ("به~~«متن»~~ است", "به<s>«متن»</s> است"),
    # both sides
    ('و**"متن"**را', 'و<b>"متن"</b>را'),
    ("متن**«الف»**متن", "متن<b>«الف»</b>متن"),
    (f"متن{ZWNJ}**«الف»**{ZWNJ}متن", f"متن{ZWNJ}<b>«الف»</b>{ZWNJ}متن"),
    ("**«الف»**و**«ب»**", "<b>«الف»</b>و<b>«ب»</b>"),
    ("**«الف»**متن**«ب»**متن**«ج»**", "<b>«الف»</b>متن<b>«ب»</b>متن<b>«ج»</b>"),
    # Arabic, Hebrew, and scripts without spaces
    ("وقال**«حقوق الإنسان»** ثم", "وقال<b>«حقوق الإنسان»</b> ثم"),
    ("بـ**«العدل»**ـهم", "بـ<b>«العدل»</b>ـهم"),
    ('ב**"הארץ"** נכתב', 'ב<b>"הארץ"</b> נכתב'),
    ("これは**「人権」**です", "これは<b>「人権」</b>です"),
    ("**人权。**然后", "<b>人权。</b>然后"),
    ("**(인권)**은", "<b>(인권)</b>은"),
    # nesting
    ("**الف *«ب»***ها", "<b>الف <i>«ب»</i></b>ها"),
    ("*الف («*ب*») ج*", "<i>الف («<i>ب</i>») ج</i>"),
    ("**الف («*ب*»)**ها", "<b>الف («<i>ب</i>»)</b>ها"),
    ("**«الف ~~(ب)~~ها»**ی", "<b>«الف <s>(ب)</s>ها»</b>ی"),
    ("**~~متن~~**ها", "<b><s>متن</s></b>ها"),
    ("به~~**متن**~~ها", "به<s><b>متن</b></s>ها"),
    ("[به**«ح»**ها](x)", '<a href="x">به<b>«ح»</b>ها</a>'),
    ("یک ![به**«ح»**ها](x)", 'یک <img src="x" alt="به«ح»ها" />'),
]

AS_BEFORE = [
    # CommonMark's own reading stands where it has one
    ("**متن**", "<b>متن</b>"),
    ("**متن**ها", "<b>متن</b>ها"),
    ("مت**ن**ها", "مت<b>ن</b>ها"),
    ("**متن**، نو", "<b>متن</b>، نو"),
    ("«الف»**متن**", "«الف»<b>متن</b>"),
    ("الف،**متن** نو", "الف،<b>متن</b> نو"),
    ("«**متن**»ها", "«<b>متن</b>»ها"),
    ("**الف متن**«ب»", "<b>الف متن</b>«ب»"),
    ("**الف**، **ب**", "<b>الف</b>، <b>ب</b>"),
    ("**الف**،**ب**", "<b>الف</b>،<b>ب</b>"),
    ("**الف**(**ب**)", "<b>الف</b>(<b>ب</b>)"),
    ("**الف*، ب*", "<i><i>الف</i>، ب</i>"),
]

NO_EMPHASIS = [
    "** متن **",
    "** متن **ها",
    "**متن **ها",
    f"** «متن» **{ZWNJ}ها",
    "**«متن» **ها",
    "به** «متن»** است",
    "متن ** متن",
    "**«متن»ها",
    "«متن»**ها",
    "به**«متن»",
    "متن*، متن*، متن",
    "_«متن»_ها",
    "__«متن»__ها",
    f"_«متن»_{ZWNJ}ها",
    "به_«متن»_ است",
    r"\*\*«متن»\*\*ها",
    r"\*«متن»*ها",
    r"*«متن»\*ها",
    "~«متن»~ها",
    "**«rights»**s",
    "a**«متن»**b",
    "**«متن»**s",
    "2*(3)*4",
    "۲ * ۳ * ۴",
]


@pytest.mark.parametrize(("text", "html"), EMPHASIS)
def test_emphasis_against_a_letter(text: str, html: str) -> None:
    assert shown(text) == html


@pytest.mark.parametrize(("text", "html"), AS_BEFORE)
def test_what_was_emphasis_is_read_as_before(text: str, html: str) -> None:
    assert shown(text) == html
    assert tokens(WITH, text) == tokens(WITHOUT, text)


@pytest.mark.parametrize("text", NO_EMPHASIS)
def test_what_is_none_stays_literal(text: str) -> None:
    html = shown(text)
    assert "<" not in html, html


def test_code_keeps_its_signs() -> None:
    assert shown("`**«متن»**ها`") == "<code>**«متن»**ها</code>"


def test_it_holds_in_every_kind_of_block() -> None:
    word = "**«متن»**ها"
    pieces = ("# {0}", "- {0}", "> {0}", "| {0} |\n|---|\n| {0} |", "x[^1] ^[{0}]", "[^1]: {0}", "{0}\n: {0}")
    text = "\n\n".join(piece.format(word) for piece in pieces)
    blocks, environment = parse_blocks(text)
    found, environment = finish(blocks, environment)
    html = str(WITHOUT.renderer.render(found, WITHOUT.options, environment))
    assert html.count("<strong>«متن»</strong>ها") == html.count("«متن»") == 9


def test_the_library_itself_is_left_alone() -> None:
    blocks, environment = parse_blocks("**«متن»**ها")
    finish(blocks, environment)
    assert "<strong>" not in MarkdownIt("commonmark").render("**«متن»**ها")


# -- time

UNITS = ["**«ا»**ها", "ا**«", "»**ا", "*«ا", "ا*(", "***«ا»*ا", "~~«ا"]


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text(unit: str) -> None:
    short, long = (min(_seconds(unit * count) for _ in range(3)) for count in (500, 8000))
    # Sixteen times the text; were each run compared with each other, it would be 256 times the time.
    assert long < 80 * short


def _seconds(text: str) -> float:
    gc.collect()
    start = process_time()
    parse_inline(text, {})
    return process_time() - start
