"""References to sources in set citations, as links to the sources in the dossier."""

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from dossier.model.citation import Fragment, SourceRef

_DELIMITERS = re.compile(r"[\s([;,؛،]*")


def linked(fragment: Fragment, address: Callable[[str], str], *, in_text: bool) -> Markup:
    """``fragment`` with its references as links.

    In a note the source's number follows its words, as on its card. In the text itself the words are the link: a number there
    would stand between the reader and the sentence.

    Parameters
    ----------
    fragment:
        What a style set.
    address:
        Where the source with an id stands in the edition.
    in_text:
        Whether it stands in the text itself.
    """
    done: list[Markup] = []
    for piece in fragment:
        if isinstance(piece, Markup):
            done.append(piece)
        elif in_text and done and "<a" not in done[-1]:
            done.append(_around(done.pop(), address(piece.source)))
        else:
            done.append(_number(piece, address(piece.source)))
    return Markup("").join(done)


def _around(words: Markup, address: str) -> Markup:
    start = _DELIMITERS.match(words)
    end = start.end() if start else 0
    return words[:end] + Markup('<a class="source-ref" href="{}">{}</a>').format(address, words[end:])


def _number(reference: SourceRef, address: str) -> Markup:
    number = escape(reference.source)
    return Markup(' <a class="source-ref" href="{}"><code dir="ltr">{}</code></a>').format(address, number)
