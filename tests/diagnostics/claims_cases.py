"""A010 to A013, T010: mistakes in claims.toml, and in words that are marked as claims."""

from cases import PART, PO, Case, added, both, checked, edited, written

CLAIMS = "content/demo/claims.toml"
QUESTION = '[[questions]]\nid = "steps"\nquestion = "How many steps are there?"\n\n'
ANSWER = '[[questions.answers]]\nsource = "example-source"\nanswer = "4 steps"\n'
ENGLISH = ("check", "--lang", "en")
SAYS = "A dossier says where"


def marked(words: str) -> str:
    return f"{words} {SAYS}"


CASES = (
    Case(
        "A010",
        "claim misspelt",
        checked(both(written(CLAIMS, QUESTION + ANSWER), edited(PART, SAYS, marked("[4]{claim=step}"))), *ENGLISH),
        f"{PART}:6:99",
        "did you mean “steps”?",
    ),
    Case(
        "A010",
        "no file of claims",
        checked(edited(PART, SAYS, marked("[4]{claim=steps}")), *ENGLISH),
        f"{PART}:6:99",
        "add the question to claims.toml",
    ),
    Case(
        "A011",
        "other figure",
        checked(both(written(CLAIMS, QUESTION + ANSWER), edited(PART, SAYS, marked("[5 steps]{claim=steps}"))), *ENGLISH),
        f"{PART}:6:99",
        "write what the source says, or correct its answer in claims.toml",
    ),
    Case(
        "A011",
        "other words",
        checked(both(written(CLAIMS, QUESTION + ANSWER), edited(PART, SAYS, marked("[many steps]{claim=steps}"))), *ENGLISH),
        f"{PART}:6:99",
        "write what the source says, or correct its answer in claims.toml",
    ),
    Case(
        "A012",
        "source misspelt",
        checked(written(CLAIMS, QUESTION + ANSWER.replace("example-source", "exemple-source")), *ENGLISH),
        f"{CLAIMS}:6:10",
        "did you mean “example-source”?",
    ),
    Case(
        "A013",
        "answer given twice",
        checked(written(CLAIMS, QUESTION + ANSWER + "\n" + ANSWER), *ENGLISH),
        f"{CLAIMS}:10:10",
        'say who speaks in each answer (voice = "…"), or keep one of them',
    ),
    Case(
        "C012",
        "question's id used twice",
        checked(written(CLAIMS, QUESTION + ANSWER + "\n" + QUESTION + ANSWER), *ENGLISH),
        f"{CLAIMS}:10:6",
        "keep one of the two questions, or give this one an id of its own",
    ),
    Case(
        "C007",
        "no question",
        checked(written(CLAIMS, 'status = "draft"\n'), *ENGLISH),
        f"{CLAIMS}:1:1",
        "add the key “questions”",
    ),
    Case(
        "T010",
        "mark of a claim lost",
        checked(
            both(
                written(CLAIMS, QUESTION + ANSWER),
                added(PART, "\nThere are [4 steps]{claim=steps}.\n"),
                added(PO, '\nmsgid "There are [4 steps]{claim=steps}."\nmsgstr "Il y a 4 étapes."\n'),
            ),
            "check",
            "--lang",
            "fr",
        ),
        f"{PO}:216:1",
        "copy it from the original: [words]{claim=steps}",
        also=frozenset({"T006"}),
    ),
)
