"""Withheld names taken out of texts. Lines stay where they are; columns behind a name may shift.

What stands in the place of a name is in square brackets, as an editor's insertion: ``[name withheld]``, ``[Witness A]``. In
addresses, file names and ids it is ``name-withheld``, ``witness-a``. A possessive or a suffix behind the name stays.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from itertools import pairwise

from dossier.content.withheld.pattern import pattern
from dossier.content.withheld.view import View, view
from dossier.model.withheld import Withheld

Word = Callable[[str], str]
"""What stands for a withheld name in a language, given as its BCP 47 tag."""

_SLUG = "name-withheld"
_CODE = re.compile(
    r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)|<[A-Za-z/!][^<>]*>",
    re.MULTILINE | re.DOTALL,
)
"""Fenced code, code spans and tags: a backslash would be seen there."""
_ACTIVE = re.compile(r"([\\`*_\[\]<>&~|])")
_MARKUP = re.compile(r"[*_~`\[\](){}<>]")
_EMPTY = re.compile(r"(<[A-Za-z](?:[^<>]*[^<>/])?>)(?=</|$)")
_TAG = re.compile(r"<[^<>]*>")
_IN_ADDRESS = re.compile(r"://|\]\(|[@#/%]|\[\^|\bwww\.|\b(?:id|href|src|name|class|for)=[\"']?\S*$")
_BEFORE_ADDRESS = re.compile(r"[/@_%]|\.[A-Za-z0-9]{1,5}(?![A-Za-z0-9])(?!\s|$)|\.(?:md|toml|png|jpe?g|gif|webp|svg|html?|pdf)\b")
_SPOKEN = frozenset({"alt", "title", "aria-label", "aria-description", "aria-roledescription"})
_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9._/#+-]*")


class Form(StrEnum):
    """What kind of text a name stands in, which decides how its place is filled."""

    PLAIN = "plain"
    MARKDOWN = "Markdown"
    XML = "XML"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class Redactor:
    """Takes ``names`` out of texts; ``word`` says what stands for a name that has no other."""

    names: tuple[Withheld, ...]
    word: Word

    def text(self, text: str, language: str, form: Form = Form.PLAIN) -> str:
        """``text``, in ``language``, without withheld names."""
        if not self.names or not text:
            return text
        for through_markup in (False, True):
            text = self._once(text, language, form, through_markup=through_markup)
        return text

    def path(self, path: str) -> str:
        """A file's path without withheld names."""
        return "/".join(self.text(part, "", Form.PATH) for part in path.split("/"))

    def holds(self, text: str) -> bool:
        """Whether a withheld name stands in ``text``."""
        return found_in(text, self.names) is not None

    def _once(self, text: str, language: str, form: Form, *, through_markup: bool) -> str:
        seen = view(text, through_markup=through_markup)
        spans = _spans(seen, self.names)
        code = [found.span() for found in _CODE.finditer(text)] if spans and form is Form.MARKDOWN else []
        for name, letters in reversed(spans):
            text = _Replacing(text, letters, form, code).done(self._shown(name, language))
        return text

    def _shown(self, name: Withheld, language: str) -> tuple[str, str]:
        """Words and slug for the place of ``name``."""
        if not name.shown_as:
            return self.word(language), _SLUG
        bare = name.shown_as.strip().removeprefix("[").removesuffix("]")
        plain = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode().lower()
        return f"[{bare}]", re.sub("[^a-z0-9]+", "-", plain).strip("-") or _SLUG


def found_in(text: str, names: Sequence[Withheld]) -> Withheld | None:
    """The first of ``names`` that stands in ``text``, through markup or beside it."""
    for through_markup in (False, True):
        seen = view(text, through_markup=through_markup)
        for name in names:
            if pattern(name.name).search(seen.folded):
                return name
    return None


Letters = tuple[tuple[int, int], ...]
"""The spans in a text of the letters of one name, in order."""


def _spans(seen: View, names: Sequence[Withheld]) -> list[tuple[Withheld, Letters]]:
    """Every name found and its letters, in order; of names that overlap the longest."""
    taken: list[tuple[int, int, Withheld]] = []
    for name in sorted(names, key=lambda one: -len(one.name)):
        for found in pattern(name.name).finditer(seen.folded):
            if all(found.end() <= start or end <= found.start() for start, end, _ in taken):
                taken.append((found.start(), found.end(), name))
    return [(name, _letters(seen, start, end)) for start, end, name in sorted(taken, key=lambda one: one[0])]


def _letters(seen: View, start: int, end: int) -> Letters:
    found = dict.fromkeys((seen.starts[at], seen.ends[at]) for at in range(start, end) if seen.folded[at].isalnum())
    return tuple(found)


class _Replacing:
    """One name in ``text``, whose letters stand in ``letters``, on its way out."""

    def __init__(self, text: str, letters: Letters, form: Form, code: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.form = form
        self.code = code
        self.start, self.end = letters[0][0], _with_marks(text, letters[-1][1])
        self.gaps = [text[end:start] for (_, end), (start, _) in pairwise(letters) if start > end]

    def done(self, shown: tuple[str, str]) -> str:
        words, slug = shown
        before, rest = self.text[: self.start], self.text[self.end :]
        openers, closers, lines = self._kept()
        if self._is_address():
            return before + slug + (closers if self.form is Form.XML else "") + rest
        middle, left = _over_lines(self._written(words), lines)
        middle = f"{openers}{middle}{closers}"
        if left:
            attached = re.match(r"\S*", rest)
            suffix = attached[0] if attached else ""
            return f"{before}{middle}{suffix}{''.join(left)}{rest[len(suffix) :].lstrip(' ')}"
        return before + middle + rest

    def _is_address(self) -> bool:
        """Whether the name stands in an address, a file's name or an id, which have no room for words."""
        if self.form is Form.PATH:
            return True
        if any("\n" in gap for gap in self.gaps):
            return False  # no address goes on in the next line, and the line must stay
        if self.form is Form.XML and self._in_tag():
            return self._attribute() not in _SPOKEN
        if self._is_joined() or _IDENTIFIER.fullmatch(self.text):
            return True
        before = re.search(r"\S*$", self.text[max(0, self.start - 400) : self.start])
        left = before[0] if before else ""
        left = left.rpartition(">")[2] if self.form is Form.XML else left
        if _IN_ADDRESS.search(left):
            return ")" not in left.rpartition("](")[2]
        return bool(_BEFORE_ADDRESS.match(self.text, self.end))

    def _is_joined(self) -> bool:
        """Whether its words are joined as in ids and addresses: ``maryam-example``, ``Maryam%20Example``."""
        gaps = [gap for gap in self.gaps if not _is_mark(gap)]
        return bool(gaps) and all(re.fullmatch(r"(?:[-_.+]|%20)+", gap) for gap in gaps)

    def _in_tag(self) -> bool:
        return self.text.rfind("<", 0, self.start) > self.text.rfind(">", 0, self.start)

    def _attribute(self) -> str:
        found = re.search(r"([\w:-]+)\s*=\s*(?:\"[^\"]*|'[^']*)$", self.text[: self.start])
        return found[1] if found else ""

    def _kept(self) -> tuple[str, str, list[str]]:
        """What must stay of what stood between the name's words: opening and closing markup, and ends of lines."""
        openers, closers, lines = "", "", list[str]()
        for gap in self.gaps:
            if self.form is Form.XML:
                closers += "".join(_TAG.findall(gap))
                lines += ["\n"] * gap.count("\n")
                continue
            left, end_of_line, right = gap.partition("\n")
            if end_of_line:
                prefix = re.match(r"[ >\t]*", right)
                indent = prefix[0] if prefix else ""
                lines.append(f"\n{indent}")
                right = right[len(indent) :]
            else:
                left, _, right = re.sub(r"\s+", " ", gap).rpartition(" ") if re.search(r"\s", gap) else (gap, "", "")
            closers += _markup_in(left)
            openers += _markup_in(right)
        # An element that is left with nothing in it is an error to some of those who draw.
        return openers, _EMPTY.sub(r"\1 ", closers) if self.form is Form.XML else closers, lines

    def _written(self, words: str) -> str:
        if self.form is Form.XML:
            return escape(words)
        if self.form is Form.MARKDOWN and not any(start <= self.start < end for start, end in self.code):
            return _ACTIVE.sub(r"\\\1", words)
        return words


def _over_lines(words: str, lines: list[str]) -> tuple[str, list[str]]:
    """``words`` with a line's end between each two of them while there are some, and the line's ends that are left.

    A line that was left empty would end a paragraph.
    """
    parts = words.split(" ")
    ends = [*lines[: len(parts) - 1], *[" "] * (len(parts) - 1 - len(lines))]
    joined = "".join(part + end for part, end in zip(parts, [*ends, ""], strict=True))
    return joined, lines[len(parts) - 1 :]


def _is_mark(gap: str) -> bool:
    """Whether nothing is seen of ``gap``: joiners, diacritics."""
    return all(unicodedata.category(char) in ("Mn", "Me", "Cf") for char in gap)


def _markup_in(gap: str) -> str:
    return gap.strip() if _MARKUP.search(gap) else ""


def _with_marks(text: str, end: int) -> int:
    """``end`` behind the diacritics that belong to the letter before it."""
    while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me"):
        end += 1
    return end
