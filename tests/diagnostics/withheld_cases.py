"""C024 to C026: names that are withheld, and kinds of publishers."""

from cases import ENGLISH_PAGE, SOURCE, TOML, Case, both, checked, edited, written

WITHHELD = edited(TOML, 'language = "en"\n', 'withhold = ["Maristela Quillwater"]\nlanguage = "en"\n')
TRANSLATED = edited(
    "locales/fr/LC_MESSAGES/demo/introduction.po", 'msgstr "Introduction"', 'msgstr "Introduction de Maristela Quillwater"'
)

CASES = (
    Case(
        "C009",
        "withheld name of two letters",
        checked(edited(TOML, 'language = "en"\n', 'withhold = ["Al"]\nlanguage = "en"\n')),
        f"{TOML}:5:13",
        "write the value in the form shown",
    ),
    Case(
        "C024",
        "in a translation",
        checked(both(WITHHELD, TRANSLATED), "check", "--lang", "fr"),
        "locales/fr/LC_MESSAGES/demo/introduction.po:18:1",
        "run: dossier update; then take the name out of the translator's own words, and out of the history of version control",
    ),
    Case(
        "C025",
        "written in a template",
        checked(
            both(
                WITHHELD,
                written("templates/web/page.html.j2", "<!DOCTYPE html><title>x</title><p>Maristela <b>Quillwater</b></p>\n"),
            ),
            *ENGLISH_PAGE,
        ),
        f"{TOML}:5:13",
        "take it out of templates/, of the templates.po files, and of places in content/ where markup or cells part it",
    ),
    Case(
        "C026",
        "no reason",
        checked(edited(SOURCE, "publisher-kind: other\n", "publisher-kind: academic\n")),
        f"{SOURCE}:5:17",
        'say under evidence: “publisher-kind: text”, or “publisher-kind: "inferred: REASON"”',
    ),
)
