"""T: mistakes in what is imported and exported."""

from cases import PO, Case, Provoke, both, edited, written

from workshop import Run, Workshop

BUNDLE = "build/exchange/demo.fr.po"
SEE, THEIRS = 'msgstr "Ce que voient les lecteurs"', 'msgstr "Ce que voit le public"'
STRANGER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "x"\nmsgstr "y"\n'


def imported(path: str, spoil: Provoke) -> Provoke:
    """Spoil the project, and import the file at ``path`` in it."""

    def provoke(workshop: Workshop) -> Run:
        spoil(workshop)
        return workshop.run("import", str(workshop.root / path))

    return provoke


def changed_here_and_there(workshop: Workshop) -> None:
    workshop.run("export", "--lang", "fr", "--format", "po")
    workshop.edit(BUNDLE, SEE, THEIRS)
    workshop.edit(PO, SEE, 'msgstr "Ce que l’on voit"')


def gone_since(workshop: Workshop) -> None:
    workshop.run("export", "--lang", "fr", "--format", "po")
    workshop.edit("content/demo/introduction.md", "## What readers see\n\n", "")
    workshop.run("update", "--lang", "fr")


def with_a_control_character(workshop: Workshop) -> Run:
    workshop.edit(PO, SEE, SEE.replace("Ce que", "Ce\x08 que"))
    return workshop.run("export", "--lang", "fr", "--format", "tmx", "--only", "all")


def in_persian(workshop: Workshop) -> Run:
    workshop.write("back.po", STRANGER.replace("Language: fr", "Language: fa"))
    return workshop.run("import", "--lang", "fr", str(workshop.root / "back.po"))


CASES: tuple[Case, ...] = (
    Case(
        "T047",
        "changed here and there",
        imported(BUNDLE, changed_here_and_there),
        f"{PO}:110:1",
        "put the right words into the entry shown, take its flag fuzzy away, and import again, or leave it at that",
    ),
    Case(
        "T048",
        "text is gone",
        imported(BUNDLE, gone_since),
        f"{BUNDLE}:163:1",
        "use what is right of it where the text stands now",
    ),
    Case(
        "T048",
        "another project's file",
        imported("back.po", written("back.po", STRANGER)),
        "back.po:6:1",
        "to remember them all the same, convert the file to TMX and import that",
    ),
    Case(
        "T049",
        "broken XML",
        imported("back.xlf", written("back.xlf", "<xliff>\n<file")),
        "back.xlf:2:6",
        "let the other tool save the file again, as XLIFF 2.0, PO or TMX",
    ),
    Case(
        "T049",
        "XLIFF 1.2",
        imported("back.xlf", written("back.xlf", '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>')),
        "back.xlf:1",
        "let the other tool save XLIFF 2.0 or PO",
    ),
    Case("T049", "not there", imported("back.xlf", both()), "back.xlf", "name a file that can"),
    Case("T049", "another language", in_persian, "back.po", "import it where it belongs, or with --lang"),
    Case(
        "T049",
        "no language",
        imported("back.po", both(written("back.po", STRANGER), edited("back.po", '"Language: fr\\n"\n', ""))),
        "back.po",
        "say it: --lang fr",
    ),
    Case(
        "T049",
        "memory of other languages",
        imported("back.tmx", written("back.tmx", '<tmx version="1.4"><header srclang="de"/><body/></tmx>')),
        "back.tmx",
        "import it where it belongs",
    ),
    Case(
        "T050",
        "control character",
        with_a_control_character,
        "",
        "take the character out of the text, if nobody needs it; or export as XLIFF",
    ),
)
