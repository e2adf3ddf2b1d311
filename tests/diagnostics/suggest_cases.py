"""T: mistakes with ``dossier suggest``."""

from cases import Case, checked

CASES: tuple[Case, ...] = (
    Case(
        "T060",
        "another language",
        checked(lambda workshop: None, "suggest", "--lang", "fr"),
        "",
        "ask for fa, or for no language: dossier suggest --lang fa",
    ),
)
