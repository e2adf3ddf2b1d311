"""T: mistakes with ``dossier accept``."""

from cases import PART, Case, checked, edited

CASES: tuple[Case, ...] = (
    Case(
        "T053",
        "a number",
        checked(edited(PART, "an [example source]", "2 [example sources]"), "accept", "--at", f"{PART}:6"),
        f"{PART}:6:1",
        "correct the translation in its locale file and take its flag fuzzy away",
    ),
    Case(
        "S004",
        "nothing changed there",
        checked(edited(PART, "Write the text", "Write, the text"), "accept", "--at", f"{PART}:6"),
        "",
        "use one of the names shown",
    ),
)
