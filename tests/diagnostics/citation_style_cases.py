"""A: citation styles that cannot be used."""

from cases import PART, TOML, Case, added, both, checked, written

CITED = added(PART, "\nIt says so.[@example-source, para. 1]\n")
ENGLISH = ("check", "--lang", "en")
STYLE = "content/demo/own.csl"
INFO = "<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>"
HEAD = f'<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">{INFO}'
UNKNOWN = f"{HEAD}<citation><layout><nonsense/></layout></citation></style>"


def styled(name: str):  # type: ignore[no-untyped-def]
    return both(CITED, added(TOML, f'\n[citations]\nstyle = "{name}"\n'))


CASES = (
    Case(
        "A003",
        "no style of this name",
        checked(styled("chicago-author-dat"), *ENGLISH),
        f"{TOML}:17:1",
        "did you mean chicago-author-date?",
    ),
    Case(
        "A003",
        "own style is not XML",
        checked(both(styled("own.csl"), written(STYLE, "not XML")), *ENGLISH),
        f"{TOML}:17:1",
        "name another style, such as chicago-notes-bibliography or chicago-author-date, or mend the .csl file",
    ),
    Case(
        "A003",
        "own style with entities",
        checked(both(styled("own.csl"), written(STYLE, f'<!DOCTYPE style [<!ENTITY a "b">]>{UNKNOWN}')), *ENGLISH),
        f"{TOML}:17:1",
        "name another style, such as chicago-notes-bibliography or chicago-author-date, or mend the .csl file",
    ),
    Case(
        "A004",
        "own style with an element that is none",
        checked(both(styled("own.csl"), written(STYLE, UNKNOWN)), *ENGLISH),
        f"{TOML}:17:1",
        "try another style; if that works, the style is at fault, otherwise a source's record has something it cannot read",
    ),
)
