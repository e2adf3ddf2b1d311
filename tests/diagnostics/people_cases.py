"""T: names of people in locale files."""

from collections.abc import Callable

from cases import PO, STRINGS, TOML, Case, both, checked, edited, written

from dossier.model.codes import CODES
from workshop import Workshop

LANGUAGE = '"Language: fr\\n"\n'
LAST = '"Last-Translator: Jane Example <jane@example.org>\\n"\n'
ZONE = '"PO-Revision-Date: 2020-01-01 00:00+0330\\n"\n'


def header(*lines: str) -> Callable[[Workshop], None]:
    """Lines more in the header of a locale file."""
    return edited(PO, LANGUAGE, LANGUAGE + "".join(lines))


def comment(line: str) -> Callable[[Workshop], None]:
    return edited(PO, "msgid", f"{line}\nmsgid")


NAMES = edited(TOML, "parts =", "translators.names = true\nparts =")

CASES = (
    Case("T040", "translator in the header", checked(header(LAST)), f"{PO}:7:2", CODES["T040"].mend),
    Case("T040", "address in a comment", checked(comment("# ask jane@example.org")), f"{PO}:3:7", CODES["T040"].mend),
    Case(
        "T040",
        "translator of the templates",
        checked(written(STRINGS, f'msgid ""\nmsgstr ""\n{LAST}"Content-Type: text/plain; charset=UTF-8\\n"\n')),
        f"{STRINGS}:3:2",
        CODES["T040"].mend,
    ),
    Case("T041", "time zone", checked(header(ZONE)), f"{PO}:7:20", CODES["T041"].mend),
    Case("T041", "time zone where names are wanted", checked(both(NAMES, header(LAST, ZONE))), f"{PO}:8:20", CODES["T041"].mend),
    Case("T042", "perhaps a name", checked(comment("# Jane Example, 2020")), f"{PO}:3:3", CODES["T042"].mend),
    Case(
        "T042",
        "perhaps a name, told by scrub",
        checked(comment("# Jane Example, 2020"), "scrub"),
        f"{PO}:3:3",
        CODES["T042"].mend,
    ),
)
