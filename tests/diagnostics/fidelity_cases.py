"""T011 to T018, T028: translations that do not say what their originals say."""

from cases import PO, Case, both, checked, edited, written
from translation_cases import SEE

from workshop import Workshop

GLOSSARY = "content/demo/glossary.toml"
CIRCLE = '[[entries]]\nid = "circle"\nkind = "term"\nforms = { en = "circle", fr = "rond" }\n'
HEADING = "#: content/demo/introduction.md:17\n"
LINE = f"{PO}:110:1"


def seen_as(words: str) -> str:
    return f'msgstr "{words}"'


def shortened_note(workshop: Workshop) -> None:
    """The note of the introduction, of two sentences, translated by half of one."""
    head, middle, tail = workshop.read(PO).partition("La source est fictive")
    rest = tail[tail.index("\n\n") :] if "\n\n" in tail else "\n"
    workshop.write(PO, f'{head}{middle}, sans plus."{rest}')


CASES: tuple[Case, ...] = (
    Case("T011", "number added", checked(edited(PO, SEE, seen_as("Ce que voient les 7 lecteurs"))), LINE, "take it out: 7"),
    Case(
        "T012",
        "date added",
        checked(edited(PO, SEE, seen_as("Ce que voient les lecteurs le 3 mai 2020"))),
        LINE,
        "write the dates of the original, and no others",
    ),
    Case(
        "T013",
        "address added",
        checked(edited(PO, SEE, seen_as("Ce que voient les lecteurs de www.example.org"))),
        LINE,
        "take it out of the translation",
    ),
    Case(
        "T013",
        "script, silenced in vain",
        checked(
            both(
                edited(PO, SEE, seen_as("[Ce que voient les lecteurs](javascript:alert())")),
                edited(PO, HEADING, f"# dossier: ignore T013\n{HEADING}"),
            )
        ),
        f"{PO}:111:1",
        "take it out of the translation",
        frozenset({"T028"}),
    ),
    Case(
        "T014",
        "emphasis added",
        checked(edited(PO, SEE, seen_as("Ce que voient **les lecteurs**"))),
        LINE,
        "take the marks out",
    ),
    Case(
        "T015",
        "not the term of the glossary",
        checked(written(GLOSSARY, CIRCLE)),
        f"{PO}:99:1",
        "write “rond”; or add your wording to the variants in glossary.toml",
    ),
    Case(
        "T016",
        "copied",
        checked(edited(PO, SEE, seen_as("What readers see"))),
        LINE,
        "translate it, or empty msgstr: readers then see the original, marked as such",
    ),
    Case("T017", "sentence lost", checked(shortened_note), f"{PO}:211:1", "see whether a sentence is missing"),
    Case(
        "T018",
        "negation lost",
        checked(edited(PO, "n’a pas été relue", "a été relue")),
        f"{PO}:77:1",
        "see whether the sentence still denies what the original denies",
    ),
    Case(
        "T028",
        "silence of what is not said",
        checked(edited(PO, HEADING, f"# dossier: ignore T014\n{HEADING}")),
        f"{PO}:111:1",
        "take T014 out of the comment “dossier: ignore”",
    ),
)
