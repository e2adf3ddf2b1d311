"""Addresses and identifiers in running text: what is read by machines, and is right to the letter or not at all."""

import re

Span = tuple[int, int]

_END = '\\s<>«»“”"\N{OBJECT REPLACEMENT CHARACTER}'
_JOINED = "[A-Za-z0-9./_:-]"
_NO_SIGN_BEFORE = "(?<![A-Za-z0-9])"
_ADDRESS = re.compile(
    rf"""
      {_NO_SIGN_BEFORE}[A-Za-z][A-Za-z0-9+.-]{{1,31}}://[^{_END}]+            # https://example.org/a?b
    | {_NO_SIGN_BEFORE}www\.[^{_END}]+
    | {_NO_SIGN_BEFORE}(?:mailto|tel|urn|doi):[^{_END}]+
    | (?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+
    | {_NO_SIGN_BEFORE}10\.[0-9]{{4,9}}/[^{_END}]+                          # a DOI
    | (?:ISBN|ISSN|ORCID|شابک|شاپا)[:\s]*[0-9][0-9-]+[0-9Xx]               # numbers that a library's clerk types in
    | {_NO_SIGN_BEFORE}(?={_JOINED}{{0,60}}[A-Za-z])(?={_JOINED}{{0,60}}[0-9])    # letters and digits, joined by signs:
      [A-Za-z0-9]+(?:[./_:-][A-Za-z0-9]+){{0,30}}?[/_-][A-Za-z0-9]+(?:[./_:-][A-Za-z0-9]+)* # A/HRC/45/13, E/CN.4/1989, COVID-19
    | {_NO_SIGN_BEFORE}(?=[a-f]{{0,60}}[0-9])(?=[0-9]{{0,60}}[a-f])[0-9a-f]{{7,}}(?![A-Za-z0-9])    # the beginning of a digest
    """,
    re.VERBOSE,
)
_BEHIND = ".,;:!?…،؛؟'’)]}"
_CLOSING = {")": "(", "]": "[", "}": "{"}
_SIGNS = re.compile("[@/_:-]|www|[0-9][a-f]|[a-f][0-9]|IS[BS]N|ORCID|شاب?[کپ]")


def addresses_in(text: str) -> tuple[Span, ...]:
    """Where addresses (URL, e-mail, DOI) and identifiers (document symbols, ISBN, digests) stand in ``text``, in order.

    A sign of punctuation at the end belongs to the sentence, as does a bracket that the address does not open.
    """
    if not _SIGNS.search(text):
        return ()
    return tuple((found.start(), _end(text, *found.span())) for found in _ADDRESS.finditer(text))


def _end(text: str, start: int, end: int) -> int:
    while text[end - 1] in _BEHIND:
        opening = _CLOSING.get(text[end - 1])
        if opening and text.count(opening, start, end) >= text.count(text[end - 1], start, end):
            return end
        end -= 1
    return end
