"""A and T: mistakes in citations."""

from cases import PART, PO, SOURCE, Case, added, both, checked

from workshop import Workshop

ENGLISH = ("check", "--lang", "en")
CITED = "\nIt says so.[@example-source, para. 1]\n"
OTHER = "content/demo/sources/other-source.md"


def cited(words: str):  # type: ignore[no-untyped-def]
    return added(PART, f"\n{words}\n")


def second_source(workshop: Workshop) -> None:
    workshop.write(OTHER, workshop.read(SOURCE).replace("id: example-source", "id: other-source"))


def translated_otherwise(workshop: Workshop) -> None:
    cited("It says so.[@example-source, para. 1]")(workshop)
    entry = '\nmsgid "It says so.[@example-source, para. 1]"\nmsgstr "Il le dit.[@example-source, para. 2]"\n'
    workshop.write(PO, workshop.read(PO) + entry)


CASES = (
    Case(
        "A001",
        "no such source",
        checked(cited("It says so.[@exemple-source, para. 1]"), *ENGLISH),
        f"{PART}:28:13",
        "did you mean @example-source?",
    ),
    Case(
        "A001",
        "somebody's name in brackets",
        checked(cited("As [@zzzz] wrote."), *ENGLISH),
        f"{PART}:28:5",
        "write the id of a source of this dossier, or \\[ where no citation is meant",
    ),
    Case(
        "A005",
        "a piece without source",
        checked(cited("It says so.[@example-source; p. 4]"), *ENGLISH),
        f"{PART}:28:12",
        "write [@id], [@id, para. 4] or [@a; @b], or \\[ where no citation is meant",
    ),
    Case(
        "A001",
        "capitals",
        checked(cited("It says so.[@Example-Source]"), *ENGLISH),
        f"{PART}:28:13",
        "did you mean @example-source?",
    ),
    Case(
        "A002",
        "source never cited",
        checked(both(second_source, added(PART, CITED)), *ENGLISH),
        f"{OTHER}:1:1",
        "cite it where it is used, [@other-source], or take it out",
    ),
    Case(
        "T009",
        "another locator",
        checked(translated_otherwise, "check", "--lang", "fr"),
        f"{PO}:216:1",
        "write it as in the original: [@example-source, paragraph 1]",
    ),
)
