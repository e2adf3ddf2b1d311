"""How the strings of PO entries stand in lines: as they were read, or wrapped as msgcat would.

A string that was not changed keeps its lines, also where another string or a comment of its entry was changed. So a reference
whose line moved is a change of one line.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from translate.storage.pypo import pounit

from dossier.translation.po_strings import PAGE, UNWRAPPED, quoted, unquoted

_FIELDS = {
    "prev_msgctxt": "msgctxt",
    "prev_msgid": "msgid",
    "prev_msgid_plural": "msgid_plural",
    "msgctxt": "msgctxt",
    "msgid": "msgid",
    "msgid_plural": "msgid_plural",
}

_BLANK = " \t\r\n\f\v"

Layout = Mapping[str, tuple[str, ...]]


def layout(unit: pounit) -> Layout:
    """The lines of each string of ``unit`` by what stands before it: ``#| msgid``, ``#~ msgstr[0]``."""
    return {keyword: tuple(lines) for keyword, _, lines in _strings(unit)}


def lay_out(unit: pounit, as_read: Layout, page: int = PAGE) -> None:
    """Wrap those strings of ``unit`` that do not stand as they were read; one that became obsolete has less room."""
    for keyword, field, lines in _strings(unit):
        if as_read.get(keyword) != tuple(lines):
            lines[:] = quoted(unquoted(lines), keyword, page)
            if field == "msgid" and unit.msgidcomments:
                # What translate-toolkit keeps apart belongs to the same string, and is written with it.
                lines[:] = quoted(unquoted([*unit.msgidcomments, *lines]), keyword, page)
                unit.msgidcomments = []


def page_of(layouts: Iterable[Layout]) -> int:
    """The width of page a file was written for: none where long strings stand on one line and no string is folded."""
    long = False
    for lines in (lines for one in layouts for lines in one.values() if lines):
        if any(line != '""' and not line.endswith('\\n"') for line in lines[:-1]):
            return PAGE
        long = long or (len(lines[-1]) > PAGE and len(quoted(unquoted(lines), "msgid")) > len(lines))
    return UNWRAPPED if long else PAGE


def _strings(unit: pounit) -> Iterator[tuple[str, str, list[str]]]:
    now = "#~ " if unit.obsolete else ""
    before = "#~| " if unit.obsolete else "#| "
    for field, keyword in _FIELDS.items():
        if lines := getattr(unit, field):
            yield (before if field.startswith("prev_") else now) + keyword, field, lines
    translations: Mapping[str, list[str]] = (
        {f"msgstr[{form}]": lines for form, lines in unit.msgstr.items()}
        if isinstance(unit.msgstr, dict)
        else {"msgstr": unit.msgstr}
    )
    for keyword, lines in translations.items():
        yield now + keyword, "msgstr", lines


def first_form(unit: pounit) -> Sequence[str]:
    """The lines of the translation; of its first form, where there are plural forms."""
    return next(iter(unit.msgstr.values()), ()) if isinstance(unit.msgstr, dict) else unit.msgstr


def blank_lines_behind(text: str) -> str:
    """The blank lines that ``text`` ends with."""
    return text[len(text.rstrip(_BLANK)) :].partition("\n")[2]


def set_apart(text: str, newline: str) -> str:
    """``text`` of an entry with a blank line behind it; more than one is the translator's own layout and stays."""
    return text if "\n" in blank_lines_behind(text) else text.rstrip(_BLANK) + 2 * newline


def at_end(text: str, newline: str, tail: str) -> str:
    """``text`` of the last entry, with a blank line behind it only if ``tail`` follows."""
    return text.rstrip(_BLANK) + newline + (newline if tail else "")
