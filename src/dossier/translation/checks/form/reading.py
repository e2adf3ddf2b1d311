"""What the rules of form read: the running text of a passage, without what is not written in its language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.token import Token

from dossier.language.registry import same_language
from dossier.translation.checks.passage import Passage
from dossier.translation.same import Same

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands where a word stands: code, an address, a placeholder, words marked as another language's."""
NOTE = "\N{INTERLINEAR ANNOTATION ANCHOR}"
"""Stands where no word stands: a footnote's sign, a citation, a tag of HTML, the edges of an image's description."""

_MARKS = {
    "code_inline": OBJECT,
    "footnote_ref": NOTE,
    "citation": NOTE,
    "softbreak": " ",
    "hardbreak": " ",
    "html_inline": NOTE,
}
_MAY_BE_MASKED = re.compile(r"[<%{$@/\\&]|--|www\.")
_TAG = re.compile(r"""</?[A-Za-z][\w:-]*(?:\s+[\w:-]+(?:=(?:"[^"<>]{0,300}"|'[^'<>]{0,300}'|[^\s"'<>]+))?){0,20}\s*/?>""")
_NO_WORDS = re.compile(
    r"""
      \b[A-Za-z][A-Za-z0-9+.-]{0,30}://[^\s<>"«»“”]*[^\s<>"«»“”.,;:!?)\]}…،؛؟]        # an address
    | \bwww\.[^\s<>"«»“”]*[^\s<>"«»“”.,;:!?)\]}…،؛؟]
    | (?<![\w.+-])[\w.+-]{1,64}@\w[\w-]*(?:\.\w[\w-]*)+                                           # of a person
    | (?<![\w.)»])(?:~|\.\.?)?(?:/[A-Za-z0-9_.+-]*[A-Za-z0-9_+-])+/?             # a path
    | \b[A-Za-z]:\\[^\s"»”]*
    | (?<!\d)%(?:\(\w+\)|\d+\$)?[-+\#0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh?|ll?|[zjtqL])?[A-Za-z@]\b   # printf's placeholders
    | %%?\d+ | %[A-Z_]+% | %%
    | \$?\{[\w.:!$-]*\} | \$\(\w+\) | \$[A-Za-z_]\w*
    | &(?:\#\d+|\#[xX][0-9A-Fa-f]+|[A-Za-z]\w*);                                 # an entity
    | (?<![\w-])--?[A-Za-z][\w-]*(?:=[^\s,;)]*[^\s,;).:!?])?                                 # an option of a command
    """,
    re.VERBOSE,
)
_AROUND = 24
_CUT_BEFORE, _CUT_BEHIND = re.compile(r"^\S*\s"), re.compile(r"\s\S*$")


@dataclass(frozen=True, slots=True)
class Reading:
    """The running text of the original and of the translation, and the language of the latter without region or script."""

    original: str
    translated: str
    language: str


def read(one: Passage) -> Reading:
    """The running texts of ``one``: images as description and caption, and signs in the place of what is no running text."""
    return _read(Same(one))


@lru_cache(maxsize=2)  # the rules come one after another to the same passage
def _read(passage: Same[Passage]) -> Reading:
    one = passage.value
    original = running(one.original, one.unit.language)
    return Reading(original, running(one.translated, one.language), one.language.partition("-")[0].lower())


def running(tokens: Sequence[Token], language: str) -> str:
    """The running text of inline ``tokens`` that are in ``language``."""
    text = tokens[0].content if len(tokens) == 1 and tokens[0].type == "text" else "".join(_pieces(tokens, language))
    if not _MAY_BE_MASKED.search(text):
        return text
    return _NO_WORDS.sub(OBJECT, _TAG.sub(NOTE, text))


def around(text: str, start: int, end: int) -> str:
    """The words of ``text`` around a place, for a message: whole words, and no sign of ours."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, behind = text[first:start], text[end:last]
    if first:
        before = f"…{_CUT_BEFORE.sub('', before, count=1)}"
    if last < len(text):
        behind = f"{_CUT_BEHIND.sub('', behind)}…"
    return shown(f"{before}{text[start:end]}{behind}").strip()


def shown(text: str) -> str:
    """``text`` for a message: no sign of ours."""
    return text.replace(NOTE, "").replace(OBJECT, "▯").replace("\n", " ")


def _pieces(tokens: Sequence[Token], language: str) -> Iterator[str]:
    foreign = 0  # how deep in words that are marked as another language's
    address = False
    for token in tokens:
        kind = token.type
        if kind == "span_open" and (foreign or _is_foreign(token, language)):
            foreign += 1
            if foreign == 1:
                yield OBJECT
        elif kind == "span_close" and foreign:
            foreign -= 1
        elif foreign:
            continue
        elif token.markup == "autolink":
            address = token.nesting == 1
            if address:
                yield OBJECT
        elif kind in ("text", "text_special"):
            if not address:
                yield token.content
        elif kind == "image":
            yield from _image(token, language)
        elif kind in _MARKS:
            yield _MARKS[kind]


def _is_foreign(token: Token, language: str) -> bool:
    return "lang" in token.attrs and not same_language(str(token.attrs["lang"]), language)


def _image(token: Token, language: str) -> Iterator[str]:
    yield NOTE
    yield from _pieces(token.children or (), language)
    yield NOTE
    if title := token.attrs.get("title"):
        yield f"\n{title}"
