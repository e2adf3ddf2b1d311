"""M: mistakes with ``dossier evaluate``."""

from collections.abc import Callable

from cases import Case, Provoke, both, checked, edited, written

from workshop import Run, Workshop

HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
PO = "locales/fr/LC_MESSAGES/demo/introduction.po"
MACHINE = "# machine: language model en-fr draft:sha256:"
READERS = f'{HEADER}\nmsgid "What readers see"\nmsgstr "Ce que voit le public"\n'
MADE = 'msgid "How a dossier is made"\nmsgstr "Comment on fait un dossier"\n'
NEW_PASSAGE = edited(
    "content/demo/introduction.md", "## What readers see\n", "An example of a new passage\n\n## What readers see\n"
)
NEW = f'{HEADER}\nmsgid "An example of a new passage"\nmsgstr "Un exemple"\n'


def beside(reference: str, *spoilers: Callable[[Workshop], object]) -> Provoke:
    """Evaluate the French drafts beside a file of references."""

    def provoke(workshop: Workshop) -> Run:
        both(written("reference.po", reference), *spoilers)(workshop)
        return workshop.run("evaluate", "--lang", "fr", "--reference", str(workshop.root / "reference.po"))

    return provoke


def of_another_machine(workshop: Workshop) -> None:
    head, machine, tail = workshop.read(PO).rpartition('msgid "What readers see"')
    place = head.rindex(MACHINE)
    workshop.write(PO, f"{head[:place]}{head[place:].replace('language model', 'another model', 1)}{machine}{tail}")


CASES: tuple[Case, ...] = (
    Case(
        "M040",
        "nothing fits",
        beside(f'{HEADER}\nmsgid "x"\nmsgstr "y"\n'),
        "",
        "name a PO, XLIFF or TMX file that has translations of this dossier's passages, reviewed by a person",
    ),
    Case(
        "M040",
        "nothing is reviewed",
        checked(lambda workshop: None, "evaluate", "--lang", "fr"),
        "",
        "review some translations, or name a file that has reviewed ones: --reference",
    ),
    Case(
        "M041",
        "no draft of it",
        beside(NEW, NEW_PASSAGE),
        "",
        "let an engine draft the passages anew: --engine argos",
    ),
    Case(
        "M042",
        "one passage",
        beside(READERS),
        "",
        "compare more passages, or read the drafts side by side: --worst 100",
    ),
    Case(
        "M043",
        "two machines",
        beside(f"{READERS}\n{MADE}", of_another_machine),
        "",
        "let each draft the same passages: --engine NAME --engine NAME",
        frozenset({"M042"}),
    ),
)
