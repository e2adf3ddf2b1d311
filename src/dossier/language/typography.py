"""The rules of a language applied to a text. Each rule is applied once, in the order in which the language names them."""

from dossier.language.line import Line
from dossier.language.value import Language


def typeset(text: str, language: Language) -> str:
    """``text`` as ``language`` wants it set; setting it twice changes nothing more. Callers hand over no code and no address."""
    return typeset_line(Line(text), language).text


def typeset_line(line: Line, language: Language) -> Line:
    """``line`` as ``language`` wants it set; its kept spans are left alone, and in quotations all but white space."""
    for rule in language.rules:
        line = line.ruled(rule)
    return line
